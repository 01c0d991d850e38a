"""Rows of wrapped labels at one step: which line ends a label, begins one, or heads the rows below."""

from __future__ import annotations


def table(pen, lines, *, top=120, step=14):
    """Draw heads and label lines at one even step; each line is (indent, label, values)."""
    pen.row(top, "Indicator", ["2024", "2023"])
    for index, (indent, label, values) in enumerate(lines):
        y = top + step * (index + 1)
        pen.text(60 + indent, y, label)
        for place, value in enumerate(values):
            pen.right(300 + 70 * place, y, value)


def test_labels_that_had_no_room_go_on_below_their_values(read, grid):
    def draw(pen):
        table(
            pen,
            [
                (0, "Water drawn from wells and", ["1,234", "1,180"]),
                (0, "surface waters near by", []),
                (0, "Electricity", ["20,460", "19,771"]),
                (0, "Heat bought from third and", ["3,310", "3,215"]),
                (0, "fourth parties", []),
                (0, "Diesel", ["112", "118"]),
            ],
        )

    assert [row[0] for row in grid(read(draw), 0)[1:]] == [
        "Water drawn from wells and surface waters near by",
        "Electricity",
        "Heat bought from third and fourth parties",
        "Diesel",
    ]


def test_a_short_line_heads_the_indented_rows_below_it(read, grid):
    def draw(pen):
        table(
            pen,
            [
                (0, "Employees at the end of the year", ["300", "280"]),
                (0, "By gender", []),
                (8, "Women", ["120", "110"]),
                (8, "Men", ["180", "170"]),
            ],
        )

    rows = grid(read(draw), 0)
    assert rows[2] == ["By gender", "", ""]
    assert rows[3] == ["Women", "120", "110"]


def test_a_dash_begins_a_row_of_its_own(read, grid):
    def draw(pen):
        table(
            pen,
            [
                (0, "Waste by the way it is treated", []),
                (0, "- Recycled", ["120", "110"]),
                (0, "- Burnt", ["180", "170"]),
                (0, "Total", ["300", "280"]),
            ],
        )

    assert [row[0] for row in grid(read(draw), 0)[1:]] == [
        "Waste by the way it is treated",
        "- Recycled",
        "- Burnt",
        "Total",
    ]


def test_values_set_to_the_middle_of_their_labels_stay_with_them(read, grid):
    def draw(pen):
        pen.row(120, "Indicator", ["2024", "2023"])
        for y, upper, lower, values in (
            (140, "Water drawn from wells and", "surface waters near by", ["1,234", "1,180"]),
            (168, "Heat bought from third and", "fourth parties", ["3,310", "3,215"]),
        ):
            pen.text(60, y, upper)
            pen.text(60, y + 12, lower)
            for place, value in enumerate(values):
                pen.right(300 + 70 * place, y + 6, value)
        pen.row(196, "Electricity", ["20,460", "19,771"])

    assert grid(read(draw), 0)[1:] == [
        ["Water drawn from wells and surface waters near by", "1,234", "1,180"],
        ["Heat bought from third and fourth parties", "3,310", "3,215"],
        ["Electricity", "20,460", "19,771"],
    ]


def test_a_title_that_runs_over_the_columns_does_not_tell_how_wide_the_labels_are(read, grid):
    def draw(pen):
        pen.row(100, "Indicator", ["2024", "2023"])
        pen.text(60, 116, "Emissions of all sites and vehicles of the group", font="Helvetica-Bold")
        for y, lines, values in (
            (134, ("Direct emissions", "of own sites"), ["1,234", "1,180"]),
            (162, ("Direct emissions", "of own vehicles"), ["20,460", "19,771"]),
            (190, ("Emissions from", "bought heat"), ["3,310", "3,215"]),
        ):
            for step, line in enumerate(lines):
                pen.text(60, y + 11 * step, line)
            for place, value in enumerate(values):
                pen.right(300 + 70 * place, y, value)

    assert [row[0] for row in grid(read(draw), 0)[2:]] == [
        "Direct emissions of own sites",
        "Direct emissions of own vehicles",
        "Emissions from bought heat",
    ]


def test_a_mark_alone_on_its_line_belongs_to_the_label_above_it(read, grid):
    def draw(pen):
        pen.row(100, "Indicator", ["2024", "2023"])
        pen.row(114, "Electricity", ["20,460", "19,771"])
        pen.row(128, "Water drawn from wells", ["1,234", "1,180"])
        pen.text(60, 136, "1", size=5)
        pen.row(152, "Diesel oil", ["112", "118"])
        pen.text(60, 180, "1", size=5)
        pen.text(64, 183, "Without the wells of the sites that were closed.", size=8)

    assert [row[0] for row in grid(read(draw), 0)[1:]] == [
        "Electricity",
        "Water drawn from wells ¹",
        "Diesel oil",
    ]


def test_a_label_line_longer_than_those_with_values_stays_in_its_column(read, grid):
    def draw(pen):
        pen.row(100, "Indicator", ["2024", "2023"])
        pen.row(114, "Electricity", ["20,460", "19,771"])
        pen.text(60, 128, "Water drawn from wells and surface waters of")
        pen.row(140, "the group", ["1,234", "1,180"])
        pen.row(154, "Diesel oil", ["112", "118"])

    rows = grid(read(draw), 0)
    assert [row[1:] for row in rows[1:]] == [["20,460", "19,771"], ["1,234", "1,180"], ["112", "118"]]
    assert rows[2][0] == "Water drawn from wells and surface waters of the group"
