from __future__ import annotations

import pytest

from auditor.errors import ConfigError
from auditor.lexicon.load import check
from auditor.lexicon.schema import FactorsFile
from auditor.lexicon.schema import UnitsFile

_FACTOR = """
[[factor]]
value = "0.5"
year = 2021
series = "s"
region = "mainland"
unit = "kgCO2/kWh"
source = "somewhere"
"""


def test_every_fault_is_told_at_once_with_its_place_and_the_nearest_key():
    text = _FACTOR.replace('unit = "kgCO2/kWh"', 'unite = "kgCO2/kWh"').replace("2021", "1066")

    with pytest.raises(ConfigError) as fault:
        check(text, FactorsFile, "my.toml")

    told = str(fault.value)
    assert told.startswith("my.toml: 3 faults")
    assert "factor[1].unit: field required" in told
    assert "factor[1].unite: unknown key; did you mean 'unit'?" in told
    assert "factor[1].year: " in told


def test_a_number_that_is_not_written_as_a_string_is_refused():
    with pytest.raises(ConfigError, match=r"write 0\.5 as a string, so that it stays exact"):
        check(_FACTOR.replace('"0.5"', "0.5"), FactorsFile, "my.toml")


def test_a_key_at_the_top_that_is_unlike_all_others_lists_what_is_known():
    with pytest.raises(ConfigError, match="zzz: unknown key; known: unit, per, words, scales, money_scales"):
        check("[zzz]", UnitsFile, "units.toml")


def test_text_that_is_no_toml_is_a_fault_of_the_file():
    with pytest.raises(ConfigError, match=r"my\.toml: 1 fault\n"):
        check("value = ", FactorsFile, "my.toml")


def test_a_file_without_faults_comes_back_typed():
    entry = check(_FACTOR, FactorsFile, "my.toml").factor[0]
    assert f"{entry.value}" == "0.5"
    assert entry.confirm is False
