"""Rows and heads that the end of a page cuts."""

from __future__ import annotations

from itertools import pairwise


def ruled(pen, top, rows, widths=(55, 180, 245, 310)):
    """Draw ruled rows from ``top`` on: each row is a list of cells, each cell a list of lines."""
    y = top
    for row in rows:
        tall = 6 + 12 * max(len(lines) for lines in row)
        pen.line(widths[0], y, widths[-1], y)
        for (x0, x1), lines in zip(pairwise(widths), row, strict=True):
            pen.line(x0, y, x0, y + tall)
            for index, line in enumerate(lines):
                put = pen.text if x0 == widths[0] else pen.right
                put(x0 + 4 if x0 == widths[0] else x1 - 4, y + 12 + 12 * index, line)
        pen.line(widths[-1], y, widths[-1], y + tall)
        y += tall
    pen.line(widths[0], y, widths[-1], y)


HEADS = [["Item"], ["2024"], ["2023"]]


def test_a_number_that_the_page_cuts_is_one_number(read, grid):
    def draw(pen):
        ruled(
            pen,
            700,
            [HEADS, [["Loans"], ["316,866,145.2", "4"], ["12.30"]], [["Debts"], ["140,436,496.8"], ["1.40"]]],
        )
        pen.page()
        ruled(pen, 60, [[[""], ["4"], [""]], [["Leases"], ["808,488.65"], ["2.20"]]])

    document = read(draw)
    assert grid(document, 0)[-1] == ["Debts", "140,436,496.84", "1.40"]
    assert grid(document, 1) == [["Leases", "808,488.65", "2.20"]]
    assert document.tables[1].continued


def test_a_whole_number_takes_nothing_from_the_next_page(read, grid):
    def draw(pen):
        ruled(pen, 700, [HEADS, [["Loans"], ["316.5"], ["12.3"]], [["Debts"], ["4.1"], ["1.4"]]])
        pen.page()
        ruled(pen, 60, [[[""], ["4"], ["5"]], [["Leases"], ["808.6"], ["2.2"]]])

    assert grid(read(draw), 0)[-1] == ["Debts", "4.1", "1.4"]


def test_heads_at_the_foot_of_a_page_stand_over_the_rows_of_the_next(read, grid):
    def draw(pen):
        pen.text(55, 690, "Balances")
        ruled(pen, 740, [HEADS])
        pen.page()
        ruled(pen, 60, [[["Cash"], ["1,234"], ["1,180"]], [["Stock"], ["460"], ["771"]]])

    document = read(draw)
    assert grid(document, 0) == [
        ["Item", "2024", "2023"],
        ["Cash", "1,234", "1,180"],
        ["Stock", "460", "771"],
    ]
    assert document.tables[0].header_rows == 1
