"""A short head over two columns stands over the white between the heads below it."""

from __future__ import annotations

import pytest

from auditor.read.pdf.grid.between import stands_between

LEFT_HEAD, RIGHT_HEAD = (264.0, 303.0), (335.0, 373.0)


@pytest.mark.parametrize("span", [(309.0, 328.0), (300.0, 336.0), (290.0, 345.0)])
def test_a_head_over_the_white_between_two_others_stands_over_both(span):
    assert stands_between(span, LEFT_HEAD, RIGHT_HEAD)


@pytest.mark.parametrize(
    "span",
    [
        (264.0, 360.0),  # flush left with the head below it: its first line
        (290.0, 373.0),  # flush right
        (270.0, 297.0),  # in the middle of the one
        (200.0, 450.0),  # over more than both
    ],
)
def test_a_line_of_a_wrapped_head_does_not(span):
    assert not stands_between(span, LEFT_HEAD, RIGHT_HEAD)


def body(pen):
    for y, label, values in (
        (150, "Homes", ("10,795", "11,808", "-8.6%", "65.9%")),
        (168, "Rents", ("4,391", "4,302", "2.1%", "26.8%")),
        (186, "Hotels", ("1,194", "1,155", "3.4%", "7.3%")),
    ):
        pen.row(y, label, values)


def test_heads_on_three_base_lines_are_read_as_two_levels(read, grid):
    def draw(pen):
        pen.centred(318, 112, "Sales")
        pen.centred(490, 112, "Share of")
        pen.text(60, 120, "Segment")
        pen.centred(427, 120, "Change")
        for right, head in ((300, "2025"), (370, "2024")):
            pen.right(right, 128, head)
        pen.centred(490, 128, "2025 sales")
        body(pen)

    rows = grid(read(draw), 0)
    assert rows[0][1:3] == ["Sales", "Sales"]
    assert rows[1] == ["Segment", "2025", "2024", "Change", "Share of 2025 sales"]


def test_units_on_a_line_of_their_own_end_the_heads_above_them(read, grid):
    def draw(pen):
        pen.text(60, 120, "Segment")
        for right, head in ((300, "Output"), (370, "Stock"), (440, "Hours"), (510, "Mean")):
            pen.right(right, 120, head)
        for right, unit in ((440, "in all"), (510, "(hours)")):
            pen.right(right, 131, unit)
        body(pen)

    assert grid(read(draw), 0)[0] == ["Segment", "Output", "Stock", "Hours in all", "Mean (hours)"]
