"""A user's own names, metrics, units and identities, given in auditor.toml."""

from __future__ import annotations

import tomllib

import pytest

from auditor import pipeline
from auditor.config import Config
from auditor.errors import ConfigError
from auditor.lexicon.intake import take_in
from auditor.lexicon.measures.units import units
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import clean
from auditor.lexicon.schema import Additions

REPORT = """测试公司2024年环境报告

本报告涵盖2024年1月1日至2024年12月31日。

指标\t单位\t2024年
清水领用\t吨\t1,200
干线发运\t箱货\t{trunk}
支线发运\t箱货\t120
发运总量\t箱货\t420
"""
ADDED = """
[[lexicon.aliases]]
metric = "water_consumption"
names = ["清水领用"]

[[lexicon.units]]
id = "box"
dimension = "count"
factor = "1"
names = ["箱货"]

[[lexicon.metrics]]
id = "trunk_boxes"
names = ["干线发运"]
dimensions = ["count"]
nature = "flow"

[[lexicon.metrics]]
id = "branch_boxes"
names = ["支线发运"]
dimensions = ["count"]
nature = "flow"

[[lexicon.metrics]]
id = "boxes"
names = ["发运总量"]
dimensions = ["count"]
nature = "flow"

[[lexicon.identities]]
id = "boxes_by_line"
kind = "sum"
formula = "boxes = trunk_boxes + branch_boxes"
"""


@pytest.fixture(autouse=True)
def _as_it_was():
    yield
    take_in(Additions())


def config(text: str) -> Config:
    return Config.model_validate(tomllib.loads(text))


def audited(tmp_path, trunk: str):
    path = tmp_path / "2024.txt"
    path.write_text(REPORT.format(trunk=trunk), encoding="utf-8")
    return pipeline.audit([path], config(ADDED))


def test_names_metrics_units_and_identities_are_used(tmp_path):
    found = audited(tmp_path, "300")
    told = {claim.metric.id: claim.quantity.unit.id for claim in found.reports[0].claims}
    assert told == {"water_consumption": "t", "trunk_boxes": "box", "branch_boxes": "box", "boxes": "box"}
    assert found.findings == ()


def test_an_identity_of_the_user_finds_what_does_not_add_up(tmp_path):
    (finding,) = audited(tmp_path, "330").findings
    assert (finding.code, finding.severity.value) == ("T101", "error")


def test_without_them_the_lexicon_is_as_it_was(tmp_path):
    audited(tmp_path, "300")
    take_in(Additions())
    assert "boxes" not in metrics().entries
    assert units().parse("箱货") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            '[[lexicon.aliases]]\nmetric = "water_consumptoin"\nnames = ["清水"]',
            "did you mean 'water_consumption'",
        ),
        (
            '[[lexicon.aliases]]\nmetric = "water"\nnames = ["清水"]',
            "lexicon.aliases[1].metric: there is no metric 'water'; did you mean 'water_",
        ),
        ('[[lexicon.aliases]]\nmetric = "waste"\nnames = ["耗水量"]', "stands under"),
        ('[[lexicon.identities]]\nid = "x"\nkind = "sum"\nformula = "waste = rubbish + paper"', "rubbish"),
    ],
    ids=["unknown metric", "the beginning of some", "a name of two metrics", "a formula without its metric"],
)
def test_a_fault_is_told_and_changes_nothing(text, words):
    with pytest.raises(ConfigError) as told:
        take_in(config(text).lexicon)
    assert words in " ".join(told.value.faults)
    assert "water_consumption" in metrics().entries


def test_labels_cleaned_before_are_cleaned_anew():
    assert "zorgles" in clean("员工总数 Zorgles")
    take_in(config('[[lexicon.aliases]]\nmetric = "headcount"\nnames = ["zorgles"]').lexicon)
    assert clean("员工总数 Zorgles") == "员工总数"
