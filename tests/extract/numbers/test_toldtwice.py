"""A unit that a cell prints in two languages is one unit."""

from __future__ import annotations

import pytest

from auditor.extract.numbers.unittext import bracketed_unit
from auditor.extract.numbers.unittext import unit_text


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("公噸tonnes", "t"),
        ("tonnes 公噸", "t"),
        ("立方米m³", "m3"),
        ("宗cases", "case"),
        ("日/宗days/case", "day/case"),
        ("公噸/百萬港元t/HK$ million", "t/MHKD"),
        ("千克/人次kg/ride", "kg/person_time"),
        ("人數No.", "person"),
    ],
)
def test_two_languages_tell_one_unit(printed, unit):
    assert unit_text(printed).unit.id == unit


@pytest.mark.parametrize("printed", ["公噸kg", "千瓦時 tonnes", "千克/人次t/ride", "船隻Vessels"])
def test_two_units_are_none(printed):
    assert unit_text(printed) is None


@pytest.mark.parametrize(
    ("caption", "unit"),
    [
        ("Staff by country (head count, 31 December)", "person"),
        ("Staff by country (headcount, March 31, 2024)", "person"),
    ],
)
def test_a_day_behind_a_unit_in_brackets_says_when_it_was_counted(caption, unit):
    found = bracketed_unit(caption)
    assert (found.unit.id if found else None) == unit
