"""A unit that ends a page is that of the table overleaf."""

from __future__ import annotations

import pytest

from tests.read.pdf.overleaf.test_cutrows import HEADS
from tests.read.pdf.overleaf.test_cutrows import ruled


def rows(pen, top):
    for index, (label, old, new) in enumerate(
        (("Item", "2023", "2024"), ("Sold", "81", "92"), ("Kept", "7", "9"))
    ):
        y = top + 20 * index
        pen.line(55, y, 310, y)
        pen.text(59, y + 13, label)
        pen.right(241, y + 13, old)
        pen.right(306, y + 13, new)
        for x in (55, 180, 245, 310):
            pen.line(x, y, x, y + 20)
    pen.line(55, top + 60, 310, top + 60)


@pytest.mark.parametrize(("line", "x"), [("Unit: tonnes", 250), ("tonnes", 310)])
def test_the_unit_line_at_the_foot_of_a_page_is_for_the_table_overleaf(read, line, x):
    def draw(pen):
        pen.text(55, 700, "What was made and what was sold of it in the year is told overleaf.")
        pen.right(x, 780, line)
        pen.page()
        rows(pen, 60)

    assert [table.unit for table in read(draw).tables] == ["tonnes"]


def test_it_is_also_for_the_rows_under_heads_told_again(read):
    def draw(pen):
        pen.text(55, 700, "What was made and what was sold of it in the year is told overleaf.")
        pen.right(250, 780, "Unit: tonnes")
        pen.page()
        rows(pen, 60)
        rows(pen, 120)

    assert {table.unit for table in read(draw).tables} == {"tonnes"}


def test_a_unit_before_other_text_overleaf_is_not(read):
    def draw(pen):
        pen.text(55, 700, "What was made and what was sold of it in the year is told overleaf.")
        pen.right(250, 780, "Unit: tonnes")
        pen.page()
        pen.text(55, 60, "The number of shops that were open at the end of the year, and of those closed.")
        rows(pen, 120)

    assert [table.unit for table in read(draw).tables] == [""]


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("Unit: US$ million", ["US$ million", "US$ million"]),
        ("Unit: shares", ["shares", ""]),
        ("As told above", ["", ""]),
    ],
)
def test_the_last_line_of_a_page_gives_the_unit_of_the_table_on_the_next(read, line, units):
    def draw(pen):
        pen.text(60, 700, "Key figures")
        pen.right(310, 740, line)
        pen.page()
        ruled(pen, 60, [HEADS, [["Revenue"], ["316.5"], ["212.3"]]])
        again = [["Item"], ["End of 2024"], ["End of 2023"]]
        ruled(pen, 130, [again, [["Assets"], ["914.1"], ["881.4"]]])

    assert [table.unit for table in read(draw).tables] == units


def test_a_line_with_a_unit_before_other_text_is_none_of_the_next_table(read):
    def draw(pen):
        pen.right(310, 700, "Unit: US$ million")
        pen.text(60, 740, "The figures below are told as they were reported.")
        pen.page()
        ruled(pen, 60, [HEADS, [["Staff"], ["316"], ["212"]]])

    assert [table.unit for table in read(draw).tables] == [""]
