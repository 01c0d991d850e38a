"""A label too long for its row runs over the first line of the row below; it is not part of that row."""

from __future__ import annotations


def table(pen, *, over):
    for y in (80, 96, 116, 132, 148):
        pen.thin(60, y, 400)
    pen.text(62, 91, "Kind")
    pen.right(398, 91, "2024")
    pen.text(62, 105, "Repair of machines and", 8)
    pen.right(398, 113, "12.5", 8)
    if over:
        pen.text(62, 114, "tools for the upkeep", 8)
        pen.text(62, 123, "of halls", 8)
    pen.text(62, 126, "Sale of spare parts", 8)
    pen.right(398, 126, "31.5", 8)
    pen.text(62, 143, "Rent", 8)
    pen.right(398, 143, "7.5", 8)


def test_a_line_printed_over_the_next_row_belongs_to_the_row_above(read, grid):
    rows = grid(read(lambda pen: table(pen, over=True)))
    assert [row[0] for row in rows][1:] == [
        "Repair of machines and tools for the upkeep of halls",
        "Sale of spare parts",
        "Rent",
    ]


def test_rows_that_fit_stay_as_they_are(read, grid):
    rows = grid(read(lambda pen: table(pen, over=False)))
    assert [row[0] for row in rows][1:] == ["Repair of machines and", "Sale of spare parts", "Rent"]
