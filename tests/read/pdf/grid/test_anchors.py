"""Each year over a table has a column of its own, whether or not a value stands under it."""

from __future__ import annotations

import pytest

YEARS = ["2021", "2022", "2023", "2024"]


def lines_across(pen, count, top=106.0):
    for index in range(count):
        pen.line(55, top + 20 * index, 515, top + 20 * index)


def rows(pen, step=56.0, first=344.0):
    pen.text(60, 120, "Metric")
    pen.text(240, 120, "Unit")
    for index, year in enumerate(YEARS):
        pen.right(first + index * step, 120, f"FY {year}")
    for row, (label, unit, values) in enumerate(
        [("Packaging", "t", ["212,592", "188,604"]), ("Water", "m3", ["11,907,041", "13,479,552"])]
    ):
        pen.text(60, 140 + 20 * row, label)
        pen.text(240, 140 + 20 * row, unit)
        for index, value in enumerate(values, start=2):
            pen.right(first + index * step, 140 + 20 * row, value)


def draw_hairlines(pen):
    lines_across(pen, 4)
    rows(pen)


def draw_three_rules(pen):
    for y in (106, 126, 167):
        pen.line(55, y, 515, y)
    rows(pen)


def draw_shaded_head(pen):
    pen.shade(55, 106, 515, 126)
    pen.line(55, 146, 515, 146)
    pen.line(55, 167, 515, 167)
    rows(pen)


def draw_borderless(pen):
    rows(pen)


@pytest.mark.parametrize(
    "draw",
    [draw_hairlines, draw_three_rules, draw_shaded_head, draw_borderless],
    ids=lambda draw: draw.__name__,
)
def test_values_stand_under_their_own_years_when_two_years_have_none(read, grid, draw):
    document = read(draw)
    assert [row[1:] for row in grid(document, 0)] == [
        ["Unit", *(f"FY {year}" for year in YEARS)],
        ["t", "", "", "212,592", "188,604"],
        ["m3", "", "", "11,907,041", "13,479,552"],
    ]


def test_an_empty_year_in_the_middle_keeps_its_column(read, grid):
    def draw(pen):
        pen.text(60, 120, "Metric")
        for index, year in enumerate(YEARS):
            pen.right(300 + 50 * index, 120, year)
        for row, label in enumerate(("Gas", "Oil", "Coal")):
            pen.text(60, 140 + 20 * row, label)
            for index in (0, 3):
                pen.right(300 + 50 * index, 140 + 20 * row, f"{row}.{index}")

    assert grid(read(draw), 0)[1] == ["Gas", "0.0", "", "", "0.3"]


def test_a_head_of_two_lines_over_one_column_is_not_parted(read, grid):
    def draw(pen):
        pen.text(60, 120, "Metric")
        for index, head in enumerate(("2022 (restated)", "2023", "2024")):
            pen.right(300 + 90 * index, 120, head)
        for row, label in enumerate(("Gas", "Oil", "Coal")):
            pen.row(140 + 20 * row, label, ["1.0", "2.0", "3.0"], first=300, step=90)

    assert grid(read(draw), 0)[:2] == [
        ["Metric", "2022 (restated)", "2023", "2024"],
        ["Gas", "1.0", "2.0", "3.0"],
    ]


def test_a_numbered_note_between_tables_is_no_row_of_either(read, grid):
    def draw(pen):
        for index in range(6):
            pen.text(
                60, 500 + 14 * index, "Body text that gives the report its usual type size here.", size=10
            )
        pen.line(55, 60, 515, 60)
        for top in (106, 226):
            lines_across(pen, 4, top)
            pen.row(top + 14, "Metric", ["2023", "2024"])
            pen.row(top + 34, "Employees", ["10", "12"])
            pen.row(top + 54, "Leavers", ["3", "4"])
        pen.text(60 + pen.canvas.stringWidth("Employees", "Helvetica", 9), 137, "10", size=5)
        pen.text(
            60, 186, "10. Regular staff of all entities; figures of earlier years without the two", size=7
        )
        pen.text(60, 196, "11. Staff who lead other staff and answer for their results.", size=7)

    document = read(draw)
    assert grid(document, 0) == [
        ["Metric", "2023", "2024"],
        ["Employees¹⁰", "10", "12"],
        ["Leavers", "3", "4"],
    ]
    assert grid(document, 1)[0] == ["Metric", "2023", "2024"]
    notes = [(block.mark, block.text.string[:12]) for block in document.blocks if block.kind.value == "note"]
    assert notes == [("10", "Regular staf"), ("11", "Staff who le")]


def test_a_large_heading_between_two_ruled_tables_parts_them(read, grid):
    def draw(pen):
        for y in (106, 126, 187, 240, 260, 280):
            pen.line(55, y, 515, y)
        pen.row(120, "Scope", ["Source", "Record"], first=350, step=140)
        for index in (1, 2, 3):
            pen.row(
                120 + 18 * index, f"Scope {index}", ["fuel and steam", "meter records"], first=350, step=140
            )
        pen.text(60, 222, "Annex 3: index", size=18)
        pen.row(254, "Code", ["Content", "Page"], first=350, step=140)
        pen.row(274, "A1.1", ["Emissions", "page 8"], first=350, step=140)

    document = read(draw)
    assert [row[0] for row in grid(document, 0)] == ["Scope", "Scope 1", "Scope 2", "Scope 3"]
    assert [row[0] for row in grid(document, 1)] == ["Code", "A1.1"]


def test_a_note_between_a_table_and_the_rule_that_closes_it_off_is_no_row(read, grid):
    def draw(pen):
        for y in (106, 126, 146, 166, 186):
            pen.line(55, y, 515, y)
        pen.row(120, "Metric", ["2023", "2024"])
        pen.row(140, "Employees", ["10", "12"])
        pen.row(160, "Leavers", ["3", "4"])
        pen.text(60, 178, "1. Regular staff of all entities of the group.", size=7)

    document = read(draw)
    assert [row[0] for row in grid(document, 0)] == ["Metric", "Employees", "Leavers"]
    assert [block.text.string for block in document.blocks][-1].endswith(
        "Regular staff of all entities of the group."
    )
