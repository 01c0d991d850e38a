"""Heads over groups of unlike many columns."""

from __future__ import annotations

from auditor.read.pdf.grid.drafts import DraftCell
from auditor.read.pdf.grid.unevengroups import uneven_groups
from auditor.read.pdf.sheet.shapes import Word

CUTS = [40.0, 100.0, 160.0, 220.0, 280.0, 340.0]
BELOW = {1: "Sold", 2: "Made", 3: "Ratio", 4: "Ratio"}


def _head(column, middle, string):
    word = Word(string, middle - 10, 90.0, middle + 10, 100.0, 98.0, 9.0, False, False)
    return DraftCell(0, column, words=[word])


def test_a_head_in_the_middle_of_three_columns_stands_beside_that_of_one():
    cuts = [*CUTS[:5], 400.0]
    heads = [_head(2, 190.0, "2031"), _head(4, 340.0, "2030")]
    assert uneven_groups(heads, BELOW, cuts) == [1, 4, 5]


def test_heads_in_the_middle_of_two_columns_each_are_even():
    heads = [_head(1, 160.0, "2031"), _head(3, 280.0, "2030")]
    assert uneven_groups(heads, {1: "Sold", 2: "Ratio", 3: "Sold", 4: "Ratio"}, CUTS) == []


def test_a_head_over_one_column_of_another_name_is_no_group():
    heads = [_head(2, 190.0, "2031"), _head(4, 310.0, "Notes")]
    assert uneven_groups(heads, {**BELOW, 4: "Remarks"}, CUTS) == []
