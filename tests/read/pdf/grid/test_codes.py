"""Numbers and codes of rows stand in a column before the labels, which wrap on their own."""

from __future__ import annotations


def numbered(pen, codes):
    pen.line(55, 88, 520, 88)
    pen.text(60, 98, "No.")
    pen.text(110, 98, "Indicator")
    pen.right(380, 98, "2024")
    pen.right(460, 98, "2023")
    pen.line(55, 104, 520, 104)
    pen.text(60, 116, "Water")
    rows = [
        (128, "Withdrawal of fresh"),
        (138, "water from the grid"),
        (150, "Discharge"),
        (162, "Water used again"),
    ]
    for y, label in rows:
        pen.text(110, y, label)
    for y, code, value, before in zip((128, 150, 162), codes, (310, 205, 96), (295, 214, 88), strict=True):
        pen.text(60, y, code)
        pen.right(380, y, f"1,{value}")
        pen.right(460, y, f"1,{before:03}")
    pen.line(55, 168, 520, 168)


def test_a_wrapped_label_beside_the_number_of_its_row_is_one_row(read, grid):
    rows = grid(read(lambda pen: numbered(pen, ("1", "2", "3"))))
    assert [row[:2] for row in rows[2:]] == [
        ["1", "Withdrawal of fresh water from the grid"],
        ["2", "Discharge"],
        ["3", "Water used again"],
    ]


def test_codes_of_indicators_are_read_as_numbers_of_rows_are(read, grid):
    rows = grid(read(lambda pen: numbered(pen, ("A2.1", "A2.2", "A2.3"))))
    assert rows[2][:2] == ["A2.1", "Withdrawal of fresh water from the grid"]
    assert rows[1][0] == "Water"
