"""Under which parent an indented row stands."""

from __future__ import annotations

import pytest

from auditor.extract.table.columns import Column
from auditor.extract.table.columns import Role
from auditor.extract.table.outline import Outline
from auditor.extract.table.outline import Row
from auditor.extract.table.outline import placed_in
from auditor.extract.table.rows import label_rows
from auditor.model.document import Cell
from auditor.model.document import Text


def _labels(parent, child):
    outline, labels = Outline(), ()
    for number, (label, indent) in enumerate(((parent, 0.0), (child, 12.0))):
        row = Row(number, number, (label,), (), None, (), ())
        labels = placed_in(row, outline, indent, (), bulleted=False).labels
    return labels


@pytest.mark.parametrize("parent", ["Net income", "Operating profit", "净利润"])
def test_what_is_added_below_a_profit_is_no_part_of_it(parent):
    assert _labels(parent, "Loss on sale of trucks") == ("Loss on sale of trucks",)


@pytest.mark.parametrize(
    ("parent", "child"),
    [("Revenue", "Bakery"), ("Net profit", "of which: bakery"), ("净利润", "其中：面包业务")],
)
def test_what_is_indented_below_other_rows_is_a_part(parent, child):
    assert _labels(parent, child) == (parent, child)


BLOCKS = (
    ("Own staff", 0.0, False),
    ("Recordable injuries", 8.0, True),
    ("Lost days", 8.0, True),
    ("Hired crews", 0.0, False),
    ("Recordable injuries", 8.0, True),
    ("All crews", 0.0, False),
    ("Recordable injuries", 8.0, True),
)


def _placed(rows, outline, above=0):
    grid, heads = [], (Column(Role.LABEL), Column(Role.VALUE, "2024"))
    for number, (label, indent, valued) in enumerate(rows):
        cells = [Cell(number, 0, Text(label), indent=indent)]
        grid.append([*cells, Cell(number, 1, Text("7")) if valued else None])
    found = label_rows(grid, heads, 0, (), frozenset(), outline, above)
    return [row.label for row in found if not row.section]


def test_a_label_that_comes_again_in_another_section_is_told_with_its_section():
    assert _placed(BLOCKS, Outline()) == [
        "Own staff / Recordable injuries",
        "Lost days",
        "Hired crews / Recordable injuries",
        "All crews / Recordable injuries",
    ]


def test_the_section_is_kept_over_the_page():
    outline = Outline()
    assert _placed(BLOCKS[:4], outline) == ["Recordable injuries", "Lost days"]
    assert _placed(BLOCKS[4:], outline, 4) == [
        "Hired crews / Recordable injuries",
        "All crews / Recordable injuries",
    ]


def test_a_label_that_comes_again_in_one_section_is_told_by_the_row_above_it():
    rows = (("Mill", 0.0, True), ("Output", 0.0, True), ("Kiln", 0.0, True), ("Output", 0.0, True))
    assert _placed(rows, Outline()) == ["Mill", "Mill / Output", "Kiln", "Kiln / Output"]
