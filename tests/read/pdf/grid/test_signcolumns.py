"""Signs of currency and of percent stand in narrow columns of their own, and belong to their numbers."""

from __future__ import annotations

ROWS = (("Revenue", "1,204", "1,187"), ("Costs", "(960)", "(1,002)"), ("Profit", "244", "185"))


def test_a_sign_of_currency_before_each_column_goes_with_its_number(read, grid):
    def draw(pen):
        pen.row(100, "Item", ["2024", "2023"], first=320, step=90)
        for index, (label, *values) in enumerate(ROWS):
            y = 120 + 18 * index
            pen.row(y, label, values, first=320, step=90)
            pen.text(262, y, "$")
            pen.text(352, y, "$")

    assert grid(read(draw))[1:] == [
        ["Revenue", "$ 1,204", "$ 1,187"],
        ["Costs", "$ (960)", "$ (1,002)"],
        ["Profit", "$ 244", "$ 185"],
    ]


def test_signs_of_percent_behind_each_column_go_with_their_numbers(read, grid):
    def draw(pen):
        pen.row(100, "Share", ["2024", "2023"], first=320, step=90)
        for index, label in enumerate(("Women", "Managers", "Local staff")):
            y = 120 + 18 * index
            pen.row(y, label, [f"{31 + index}.5", f"{29 + index}.8"], first=320, step=90)
            pen.text(328, y, "%")
            pen.text(418, y, "%")

    assert grid(read(draw))[1] == ["Women", "31.5 %", "29.8 %"]


def test_one_column_of_currencies_before_several_of_numbers_holds_units(read, grid):
    def draw(pen):
        pen.text(220, 100, "Unit")
        pen.row(100, "Item", ["2024", "2023"], first=320, step=90)
        for index, (label, *values) in enumerate(ROWS):
            pen.text(220, 120 + 18 * index, "US$")
            pen.row(120 + 18 * index, label, values, first=320, step=90)

    assert grid(read(draw))[1] == ["Revenue", "US$", "1,204", "1,187"]
