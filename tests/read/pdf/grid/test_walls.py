"""Heads that stand so close that no white parts them are parted by the rule between their cells."""

from __future__ import annotations

from auditor.read.pdf.grid.drafts import DraftCell
from auditor.read.pdf.grid.walls import part_at_walls
from auditor.read.pdf.sheet.shapes import Word

CUTS = [100.0, 150.0, 200.0]
CELLS = [DraftCell(0, 0), DraftCell(0, 1)]


def word(string, x0, x1):
    return Word(string, x0, 10, x1, 18, 18, 8)


def parted(*words):
    found = part_at_walls(words, lambda x, _: CELLS[x > CUTS[1]], CUTS)
    return [word.string for word in found]


def test_a_rule_between_two_letters_parts_the_heads_of_two_cells():
    assert parted(word("营业成本毛利率", 119, 175)) == ["营业成本", "毛利率"]


def test_text_that_a_rule_runs_through_is_left_whole():
    assert parted(word("营业成本毛利率", 123, 179)) == ["营业成本毛利率"]


def test_text_that_runs_into_a_cell_with_other_text_is_left_whole():
    assert parted(word("营业成本毛利率", 119, 175), word("比例", 178, 194)) == ["营业成本毛利率", "比例"]


def test_a_number_that_runs_over_a_rule_is_left_whole():
    assert parted(word("12,345,678", 130, 170)) == ["12,345,678"]
