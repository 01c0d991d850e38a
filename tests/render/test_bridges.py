"""Bridges: the steps lead from the old number to the new one, and the bars stand where they should."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from auditor.lexicon.spoken import signed
from auditor.model.audit import Audit
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from auditor.render.bridges import bridges
from auditor.render.bridges import steps_of


def restated(was, now, standing=Standing.RESTATED):
    change = now.quantity.value - was.quantity.value
    told = None if standing is Standing.DEFINITION else change
    return Restatement(f"r-{now.label}", was, now, standing, told, None, None, None)


@pytest.fixture
def total(old, new, judge):
    """Return a total that fell from 100 to 70: one part fell by 20, one changed its basis, one is new."""
    parts = [new("甲", "30"), new("乙 / 市场", "35"), new("丙", "5")]
    whole = new("合计", "70")
    before = [old("甲", "50"), old("乙", "42")]
    standings = (Standing.RESTATED, Standing.DEFINITION)
    items = tuple(
        restated(was, now, standing) for was, now, standing in zip(before, parts, standings, strict=False)
    )
    items += (restated(old("合计", "100"), whole),)
    return Audit((old.report, new.report), (judge(whole, *parts),), items)


def test_a_total_goes_over_its_parts_and_what_they_leave_over(total):
    whole = next(bridge for bridge in bridges(total) if bridge.item.new.label == "合计")
    assert [(bar.label, bar.text) for bar in whole.bars] == [
        ("CY2023 报告", "100 吨"),
        ("甲", "−20"),
        ("市场（口径变更）", "−7"),
        ("其余", "−3"),
        ("CY2024 报告", "70 吨"),
    ]
    assert whole.explained


def test_the_steps_of_a_total_add_up_to_its_change(total):
    by_new = {item.new.ref: item for item in total.restatements}
    whole = total.restatements[-1]
    sums = {whole.new.ref: [total.judgements[0].relation]}
    assert sum(step.change for step in steps_of(whole, by_new, sums)) == Decimal(-30)


def test_a_number_of_its_own_has_one_step(total):
    alone = next(bridge for bridge in bridges(total) if bridge.item.new.label == "甲")
    assert [bar.kind for bar in alone.bars] == ["old", "down", "new"]
    assert not alone.explained


def test_each_bar_begins_where_the_one_before_ends(total):
    bars = next(bridge for bridge in bridges(total) if bridge.item.new.label == "合计").bars
    for before, step in pairwise(bars[:-1]):
        assert step.x + step.width == pytest.approx(before.next, abs=0.2)


def test_an_axis_that_does_not_begin_at_zero_says_so(old, new):
    small = restated(old("水", "1000"), new("水", "990"))
    large = restated(old("电", "1000"), new("电", "500"))
    found = bridges(Audit((old.report, new.report), (), (small, large)))
    assert {bridge.item.new.label: bridge.broken for bridge in found} == {"水": True, "电": False}


def test_parts_in_other_units_count_in_the_unit_of_the_total(old, new, judge):
    part, rest = new("甲", "2000", "千克"), new("乙", "3", "吨")
    whole = new("合计", "5", "吨")
    items = (
        restated(old("甲", "4000", "千克"), part),
        restated(old("乙", "3", "吨"), rest, Standing.UNCHANGED),
        restated(old("合计", "7", "吨"), whole),
    )
    found = bridges(Audit((old.report, new.report), (judge(whole, part, rest),), items))
    bars = next(bridge for bridge in found if bridge.item.new.label == "合计").bars
    assert [bar.text for bar in bars] == ["7 吨", "−2", "5 吨"]


def test_a_fact_without_a_known_change_has_no_bridge(total):
    unknown = tuple(replace(item, change=None) for item in total.restatements)
    assert bridges(replace(total, restatements=unknown)) == ()


@pytest.mark.parametrize(
    ("value", "words"), [("-2788719", "−2,788,719"), ("0.10", "+0.1"), ("0", "±0"), ("1234.5", "+1,234.5")]
)
def test_a_change_is_told_with_its_sign(value, words):
    assert signed(Decimal(value), zero="±") == words
