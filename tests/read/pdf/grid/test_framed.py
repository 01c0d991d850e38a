"""A frame around a table, and a rule under its heads, do not tell its cells."""

from __future__ import annotations


def framed(pen):
    for y in (88, 106, 172):
        pen.line(55, y, 520, y)
    for x in (55, 520):
        pen.line(x, 88, x, 172)
    pen.row(100, "Indicator", ["2024", "2023"])
    pen.row(120, "Purchased power", ["1,204", "1,187"])
    pen.row(136, "Gas", ["310", "295"])
    pen.row(152, "Water", ["88", "91"])
    pen.row(166, "Waste", ["12.5", "13.0"])


def test_rows_in_a_frame_are_rows(read, grid):
    assert grid(read(framed))[1:] == [
        ["Purchased power", "1,204", "1,187"],
        ["Gas", "310", "295"],
        ["Water", "88", "91"],
        ["Waste", "12.5", "13.0"],
    ]
