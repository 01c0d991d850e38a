"""Wrapped labels belong to their row wherever its values stand beside them."""

from __future__ import annotations


def test_values_in_the_middle_of_a_wrapped_label_are_in_its_row(read, grid):
    def draw(pen):
        pen.row(120, "Indicator", ["2024", "2023"])
        pen.text(60, 140, "Heating and cooling that")
        pen.row(145.5, "", ["1,234", "1,180"])
        pen.text(60, 151, "was bought from others")
        pen.row(171, "Diesel", ["20,460", "19,771"])
        pen.text(60, 191, "Electricity for the own")
        pen.row(196.5, "", ["310", "298"])
        pen.text(60, 202, "vehicles")

    rows = grid(read(draw), 0)
    assert rows[1] == ["Heating and cooling that was bought from others", "1,234", "1,180"]
    assert rows[2] == ["Diesel", "20,460", "19,771"]
    assert rows[3] == ["Electricity for the own vehicles", "310", "298"]


def test_a_section_below_a_wrapped_label_is_no_part_of_it(read, grid):
    def draw(pen):
        pen.row(120, "Indicator", ["2024", "2023"])
        pen.row(140, "Goods that were moved by", ["1,234", "1,180"])
        pen.text(60, 151, "other carriers")
        pen.text(60, 171, "Water")
        pen.row(191, "Water use", ["460", "771"])

    rows = grid(read(draw), 0)
    assert [row[0] for row in rows] == [
        "Indicator",
        "Goods that were moved by other carriers",
        "Water",
        "Water use",
    ]


def test_two_numbers_set_close_are_in_two_columns(read, grid):
    def draw(pen):
        pen.row(120, "Item", ["2024", "2023"], first=300, step=50)
        for y, values in ((140, ("882,489.87", "(589,042.77)")), (158, ("909,763.13", "(829,426.51)"))):
            pen.text(60, y, "Cash flow")
            pen.right(300, y, values[0])
            pen.text(304.5, y, values[1])

    rows = grid(read(draw), 0)
    assert rows[1][1:] == ["882,489.87", "(589,042.77)"]
    assert rows[2][1:] == ["909,763.13", "(829,426.51)"]
