"""Cells over several rows in tables whose rules run across only."""

from __future__ import annotations

import pytest


def test_a_category_spans_the_rows_under_which_no_rule_of_its_own_runs(read, grid):
    def draw(pen):
        for y in (106, 126, 186, 226):
            pen.line(55, y, 445, y)
        for y in (146, 166, 206):
            pen.line(130, y, 445, y)
        pen.text(60, 120, "Area")
        pen.text(135, 120, "Indicator")
        for x, year in ((370, "2024"), (440, "2023")):
            pen.right(x, 120, year)
        pen.text(60, 160, "Climate")
        pen.text(60, 210, "Water")
        rows = [
            ("Scope 1", "11", "12"),
            ("Scope 2", "21", "22"),
            ("Scope 3", "31", "32"),
            ("Use", "41", "42"),
            ("Reuse", "51", "52"),
        ]
        for index, (label, new, old) in enumerate(rows):
            pen.text(135, 140 + 20 * index, label)
            pen.right(370, 140 + 20 * index, new)
            pen.right(440, 140 + 20 * index, old)

    assert grid(read(draw), 0)[1:] == [
        ["Climate", "Scope 1", "11", "12"],
        ["Climate", "Scope 2", "21", "22"],
        ["Climate", "Scope 3", "31", "32"],
        ["Water", "Use", "41", "42"],
        ["Water", "Reuse", "51", "52"],
    ]


def test_the_line_of_a_sum_under_the_numbers_alone_merges_no_labels(read, grid):
    def draw(pen):
        for y in (106, 126, 190):
            pen.line(55, y, 445, y)
        pen.line(240, 170, 445, 170)
        pen.row(120, "Item", ["2024", "2023"], first=340, step=100)
        pen.row(142, "Revenue", ["900", "800"], first=340, step=100)
        pen.row(162, "Cost", ["500", "450"], first=340, step=100)
        pen.row(184, "Profit", ["400", "350"], first=340, step=100)

    assert [row[0] for row in grid(read(draw), 0)] == ["Item", "Revenue", "Cost", "Profit"]


@pytest.mark.parametrize("inner_first", [True, False])
def test_a_painted_frame_rules_a_cell(read, grid, inner_first):
    def frame(pen, x0, top, x1, bottom):
        outer = (x0, 842 - bottom, x1 - x0, bottom - top)
        inner = (x0, 842 - bottom + 0.6, x1 - x0 - 0.6, bottom - top - 0.6)
        path = pen.canvas.beginPath()
        for box in (inner, outer) if inner_first else (outer, inner):
            path.rect(*box)
        pen.canvas.drawPath(path, stroke=0, fill=1, fillMode=0)

    def draw(pen):
        pen.line(55, 106, 355, 106)
        pen.line(55, 106, 55, 166)
        for row, cells in enumerate((("Item", "2024"), ("Paper", "1,234"), ("Glass", "987"))):
            top = 106 + 20 * row
            for x0, x1, text in ((55, 255, cells[0]), (255, 355, cells[1])):
                pen.text(x0 + 5, top + 14, text)
                frame(pen, x0, top, x1, top + 20)

    assert grid(read(draw), 0) == [["Item", "2024"], ["Paper", "1,234"], ["Glass", "987"]]
