"""Every rule is registered, named, explained and in the catalogue."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from auditor import rules
from auditor.rules import RULES
from auditor.rules import catalogue
from auditor.rules import refuse_unknown

FOLDER = Path(rules.__file__).parent


def by_code(rule):
    return rule.CODE


def test_every_file_with_a_code_is_registered():
    coded = {
        path
        for path in FOLDER.glob("*/*.py")
        if re.search(r"^CODE = ", path.read_text("utf-8"), re.MULTILINE)
    }
    assert {Path(rule.__file__) for rule in RULES} == coded


def test_no_code_is_given_twice_and_they_stand_in_order():
    codes = [rule.CODE for rule in RULES]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"[RUSTQN][0-9]{3}", code) for code in codes)


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_a_rule_explains_itself(rule):
    titles = re.findall(r"^([A-Z][a-z ]+):$", rule.__doc__, re.MULTILINE)
    assert titles == list(catalogue.SECTIONS)
    assert re.search(r"[\u4e00-\u9fff]", rule.TITLE)
    assert re.search(r"[\u4e00-\u9fff]", rule.MESSAGE)


def test_the_catalogue_is_current():
    assert catalogue.main(["--check"]) == 0


def test_a_catalogue_that_is_out_of_date_is_told(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(catalogue, "_README", tmp_path / "README.md")
    assert catalogue.main(["--check"]) == 1
    assert "make docs" in capsys.readouterr().err
    assert catalogue.main([]) == 0
    assert catalogue.main(["--check"]) == 0


def test_a_configuration_that_names_an_unknown_rule_is_refused():
    from auditor.config import RuleChoice
    from auditor.errors import ConfigError

    with pytest.raises(ConfigError, match="T999"):
        refuse_unknown(RuleChoice(disabled=("T101", "T999")))
