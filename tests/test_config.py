"""auditor.toml: every fault at once, each with its place and the nearest known key."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from auditor.config import Config
from auditor.config import Thresholds
from auditor.config import load
from auditor.errors import ConfigError
from auditor.errors import MissingFileError


def written(tmp_path, text):
    path = tmp_path / "auditor.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_all_faults_are_told_at_once_with_the_nearest_key(tmp_path):
    path = written(
        tmp_path,
        """
        titel = "x"
        fail_on = "sometimes"
        [thresholds]
        restatment = "5%"
        [rules.severity]
        T101 = "bad"
        [[report]]
        file = "a.pdf"
        [[report]]
        file = "b.pdf"
        perod = "FY2025"
        period = "2025"
        """,
    )
    with pytest.raises(ConfigError) as caught:
        load(path)
    told = str(caught.value)
    assert told.startswith(f"{path}: 6 faults")
    assert "titel: unknown key; did you mean 'title'?" in told
    assert "thresholds.restatment: unknown key; did you mean 'restatement'?" in told
    assert "report[2].perod: unknown key; did you mean 'period'?" in told
    assert "report[2].period: '2025' is not a period; write FY2025" in told
    assert "fail_on: input should be 'error', 'warning' or 'never'" in told
    assert "rules.severity.T101" in told


def test_a_key_like_no_other_is_told_with_all_that_are_known(tmp_path):
    with pytest.raises(ConfigError, match="known: restatement"):
        load(written(tmp_path, "[thresholds]\nzzz = 1"))


def test_a_file_that_is_no_toml_is_a_fault_of_configuration(tmp_path):
    with pytest.raises(ConfigError, match="1 fault"):
        load(written(tmp_path, "title = "))


def test_an_unknown_language_is_one_fault_that_names_the_known(tmp_path):
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, 'lang = "zh"'))
    assert caught.value.faults == ["lang: input should be 'zh-Hans', 'zh-Hant' or 'en'"]


def test_a_file_in_another_encoding_is_told_how_to_save(tmp_path):
    path = tmp_path / "auditor.toml"
    path.write_bytes('title = "蓝鲸"'.encode("gb18030"))
    with pytest.raises(ConfigError, match="save it as UTF-8"):
        load(path)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(MissingFileError):
        load(tmp_path / "none.toml")


def test_a_report_table_without_a_file_is_a_fault(tmp_path):
    with pytest.raises(ConfigError, match="no file is named in number 1"):
        load(written(tmp_path, '[[report]]\nperiod = "FY2025"'))


@pytest.mark.parametrize(
    ("told", "share"), [('"5%"', "0.05"), ('"7.5 %"', "0.075"), ("0.1", "0.1"), ('"0.02"', "0.02")]
)
def test_a_threshold_is_an_exact_share(tmp_path, told, share):
    config = load(written(tmp_path, f"[thresholds]\nrestatement = {told}"))
    assert config.thresholds == Thresholds(restatement=Decimal(share))


@pytest.mark.parametrize("told", ['"five"', '"-5%"', '"NaN"', '"Infinity"'])
def test_what_is_no_share_is_a_fault(tmp_path, told):
    with pytest.raises(ConfigError, match=r"thresholds\.restatement"):
        load(written(tmp_path, f"[thresholds]\nrestatement = {told}"))


def test_reports_are_named_in_a_list_or_in_tables(tmp_path):
    config = load(written(tmp_path, 'reports = ["a.pdf"]\n[[report]]\nfile = "b.pdf"\nperiod = "FY2025"'))
    assert config.files == ("a.pdf", "b.pdf")
    assert config.options(Path("case/b.pdf")).period == "FY2025"
    assert config.options(Path("case/a.pdf")).period == ""


def test_the_organisation_is_that_of_every_report_that_names_none():
    config = Config(organisation="甲公司").with_report("b.pdf", organisation="乙公司")
    assert config.options(Path("a.pdf")).organisation == "甲公司"
    assert config.options(Path("b.pdf")).organisation == "乙公司"


def test_a_flag_replaces_one_setting_and_keeps_the_others():
    config = Config().with_report("a.pdf", period="FY2024", password="hunter2")
    options = config.with_report("a.pdf", period="FY2025").options(Path("a.pdf"))
    assert (options.period, options.password) == ("FY2025", "hunter2")


def test_a_flag_with_an_unknown_value_is_a_fault():
    with pytest.raises(ConfigError, match="language"):
        Config().with_report("a.pdf", language="klingon")


def test_a_password_is_not_printed():
    config = Config().with_report("a.pdf", password="hunter2")
    assert "hunter2" not in repr(config)
    assert "hunter2" not in config.model_dump_json()


ADJUSTMENT = """
[[adjustments]]
metric = "范围 1 排放量"
period = "CY2023"
cause = "divestment"
source = "circular"
"""


@pytest.mark.parametrize(
    ("effect", "fault"),
    [
        ("", "say what it did in one way"),
        ('amount = "-5"\nfigure = "5"', "say what it did in one way"),
        ('factor_old = "0.5703"', "say what it did in one way"),
        ('amount = "many"', "'many' is not a number"),
        ('amount = "-5"\nentitiy = "x"', "unknown key; did you mean 'entity'"),
    ],
)
def test_an_adjustment_says_what_it_did_in_exactly_one_way(tmp_path, effect, fault):
    with pytest.raises(ConfigError, match=fault):
        load(written(tmp_path, ADJUSTMENT + effect))


def test_a_figure_belongs_to_an_entity_that_was_sold_or_bought(tmp_path):
    text = ADJUSTMENT.replace("divestment", "method") + 'figure = "5"'
    with pytest.raises(ConfigError, match="for method give the amount"):
        load(written(tmp_path, text))


def test_an_amount_keeps_its_digits(tmp_path):
    adjustment = load(written(tmp_path, ADJUSTMENT + 'amount = "−1,234.50"')).adjustments[0]
    assert f"{adjustment.amount}" == "-1234.50"
