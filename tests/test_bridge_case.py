"""The made-up case: its README says why each number changed, and the audit finds it so."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from auditor import pipeline
from auditor.config import load
from auditor.render.bridges import bridges

CASE = Path(__file__).resolve().parents[1] / "reports" / "lehui"


@pytest.fixture(scope="module")
def audited():
    config = load(CASE / "auditor.toml")
    return pipeline.audit([CASE / name for name in config.files], config)


def _item(audited, metric):
    return next(item for item in audited.restatements if item.new.metric.id == metric)


def _steps(item):
    return [(step.kind.value, step.change) for step in item.bridge.steps]


def test_a_sold_unit_closes_the_bridge(audited):
    item = _item(audited, "ghg_emissions.ghg_scope_1")
    assert _steps(item) == [("entities", Decimal(-1150))]
    assert item.bridge.closes


def test_a_sold_unit_and_then_a_factor_close_the_bridge(audited):
    item = _item(audited, "ghg_emissions.ghg_scope_2")
    assert _steps(item) == [("entities", Decimal("-5132.7")), ("factor", Decimal("-1213.2"))]
    assert item.bridge.closes
    assert item.causes == ("divestment", "emission_factor")


def test_a_remainder_stays_unexplained(audited):
    item = _item(audited, "ghg_emissions.ghg_scope_3")
    assert (f"{item.bridge.rest:f}", item.bridge.closes) == ("-200", False)


@pytest.mark.parametrize(
    ("metric", "words"),
    [
        ("ghg_emissions.ghg_scope_123", "与各分项变动之和一致"),
        ("ghg_emissions.ghg_scope_123", "变动率 1.8%（L7）按重述后的基数计算"),
        ("ghg_reduction", "与原报告中该业务自身数字相符：620吨"),
        ("lpg", "同表 7 行已按同一说明调整，本行未变"),
    ],
)
def test_the_reports_alone_say_more(audited, metric, words):
    assert words in _item(audited, metric).remark


def test_what_needs_an_answer_is_found_and_nothing_else(audited):
    warned = [(item.code, item.metric) for item in audited.findings if item.severity.value != "note"]
    assert sorted(warned) == [("S101", "工伤人数"), ("S106", "范围 3 排放量")]


def test_the_bridge_is_drawn_step_by_step(audited):
    drawn = next(one for one in bridges(audited) if one.item.new.metric.id == "ghg_emissions.ghg_scope_2")
    assert [bar.label for bar in drawn.bars] == [
        "CY2023 报告",
        "乐惠超市",
        "排放因子",
        "未解释",
        "CY2024 报告",
    ]
    assert drawn.explained == "按已知调整分解"
