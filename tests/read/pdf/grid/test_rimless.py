"""Tables of which only the rows or only the heads are ruled keep their heads."""

from __future__ import annotations

from itertools import pairwise

import pytest

YEARS = ["2022", "2023", "2024"]
ROWS = [
    ("Water drawn", ["398.1", "407.3", "411.0"]),
    ("Water from wells", ["118.6", "109.7", "98.2"]),
    ("Water in all", ["516.7", "517.0", "509.2"]),
]
CUTS = (55, 235, 305, 375, 445)
EXPECTED = [["Metric", *YEARS], *[[label, *values] for label, values in ROWS]]


def rows(pen, top=140):
    for index, (label, values) in enumerate(ROWS):
        pen.row(top + 20 * index, label, values)


def cells(pen, first, last, top=106):
    for row in range(first, last + 1):
        pen.line(CUTS[0], top + 20 * row, CUTS[-1], top + 20 * row)
    for x in CUTS:
        pen.line(x, top + 20 * first, x, top + 20 * last)


def bare_heads(pen):
    cells(pen, 1, 4)
    pen.row(120, "Metric", YEARS)
    rows(pen)


def shaded_heads(pen):
    for x0, x1 in pairwise(CUTS):
        pen.shade(x0, 106, x1, 126)
    bare_heads(pen)


def one_shade_over_all_heads(pen):
    pen.shade(CUTS[0], 106, CUTS[-1], 126)
    bare_heads(pen)


def heads_in_one_box(pen):
    bare_heads(pen)
    pen.line(CUTS[0], 106, CUTS[-1], 106)
    for x in (CUTS[0], CUTS[-1]):
        pen.line(x, 106, x, 126)


def heads_at_the_top_of_a_tall_shade(pen):
    pen.shade(CUTS[0], 92, CUTS[-1], 126)
    cells(pen, 1, 4)
    pen.row(103, "Metric", YEARS)
    rows(pen)


def ruled_heads_only(pen):
    cells(pen, 0, 1)
    pen.row(120, "Metric", YEARS)
    rows(pen)


def ruled_heads_over_stripes(pen):
    for row in (1, 3):
        for x0, x1 in pairwise(CUTS):
            pen.shade(x0, 106 + 20 * row, x1, 126 + 20 * row)
    ruled_heads_only(pen)


@pytest.mark.parametrize(
    "draw",
    [
        bare_heads,
        shaded_heads,
        one_shade_over_all_heads,
        heads_in_one_box,
        heads_at_the_top_of_a_tall_shade,
        ruled_heads_only,
        ruled_heads_over_stripes,
    ],
    ids=lambda draw: draw.__name__,
)
def test_heads_and_rows_are_one_table_whichever_of_them_is_ruled(read, grid, draw):
    document = read(draw)
    assert [grid(document, index) for index in range(len(document.tables))] == [EXPECTED]
    assert document.tables[0].header_rows == 1
    assert document.doubts == ()


def test_a_head_of_two_lines_among_heads_of_one_stands_over_ruled_rows(read, grid):
    def draw(pen):
        cells(pen, 1, 4)
        pen.row(116, "Metric", ["2023", "2024", ""])
        pen.right(440, 111, "Change")
        pen.right(440, 121, "(%)")
        pen.row(140, "Water drawn", ["398.1", "407.3", "2.3"])
        pen.row(160, "Water from wells", ["118.6", "109.7", "-7.5"])
        pen.row(180, "Water in all", ["516.7", "517.0", "0.1"])

    document = read(draw)
    assert grid(document, 0)[0][1:3] == ["2023", "2024"]
    assert "".join(grid(document, 0)[0][3].split()) == "Change(%)"


def test_a_head_of_two_lines_stands_over_rows_without_rules(read, grid):
    def draw(pen):
        pen.row(116, "Metric", ["2023", "2024", ""])
        pen.right(440, 111, "Change")
        pen.right(440, 121, "(%)")
        pen.row(140, "Water drawn", ["398.1", "407.3", "2.3"])
        pen.row(160, "Water from wells", ["118.6", "109.7", "-7.5"])
        pen.row(180, "Water in all", ["516.7", "517.0", "0.1"])

    document = read(draw)
    assert grid(document, 0)[0][1:3] == ["2023", "2024"]
    assert "".join(grid(document, 0)[0][3].split()) == "Change(%)"


def test_a_title_over_ruled_rows_is_none_of_their_heads(read):
    def draw(pen):
        cells(pen, 1, 4)
        pen.text(60, 120, "Water in 2024")
        rows(pen)

    assert read(draw).tables[0].header_rows == 0


def test_the_unit_of_a_table_at_its_right_end_is_no_head(read, grid):
    def draw(pen):
        cells(pen, 1, 4)
        pen.row(116, "Metric", YEARS)
        pen.right(440, 98, "Unit: m3")
        rows(pen)

    document = read(draw)
    assert grid(document, 0)[0] == EXPECTED[0]
    assert document.tables[0].unit == "m3"


def test_two_levels_of_shaded_heads_belong_to_the_stripes_below_them(read, grid):
    def draw(pen):
        for x0, x1 in ((55, 235), (235, 375), (375, 515)):
            pen.shade(x0, 106, x1, 126)
        wide = (55, 235, 305, 375, 445, 515)
        for top in (126, 146, 186):
            for x0, x1 in pairwise(wide):
                pen.shade(x0, top, x1, top + 20)
        pen.centred(305, 120, "2023")
        pen.centred(445, 120, "2024")
        pen.row(140, "Age", ["Men", "Women", "Men", "Women"])
        pen.row(160, "Under thirty", ["1,600", "1,374", "1,620", "1,392"])
        pen.row(180, "Thirty to fifty", ["3,377", "2,621", "3,482", "2,703"])
        pen.row(200, "Over fifty", ["541", "270", "501", "336"])
        pen.row(220, "All", ["5,518", "4,265", "5,603", "4,431"])

    document = read(draw)
    assert len(document.tables) == 1
    assert document.tables[0].header_rows == 2
    assert [row[0] for row in grid(document, 0)[2:]] == [
        "Under thirty",
        "Thirty to fifty",
        "Over fifty",
        "All",
    ]


def test_a_caption_and_its_unit_between_two_tables_of_equal_rules_part_them(read, grid):
    def draw(pen):
        for top in (120, 260):
            for row in range(4):
                pen.line(55, top - 14 + 20 * row, 445, top - 14 + 20 * row)
            pen.row(top, "Item", ["2024", "2023", "Change"])
            pen.row(top + 20, "Receipts", ["3,384.62", "3,016.48", "12.20"])
            pen.row(top + 40, "Payments", ["3,098.20", "2,703.63", "14.59"])
        pen.text(60, 215, "Fees of the year", size=12)
        pen.right(443, 235, "Unit: RMB")

    document = read(draw)
    assert [table.header_rows for table in document.tables] == [1, 1]
    assert [row[0] for row in grid(document, 1)] == ["Item", "Receipts", "Payments"]
    assert document.tables[1].unit == "RMB"


def test_the_unit_below_the_line_under_a_running_head_is_that_of_its_table(read, grid):
    def draw(pen):
        pen.text(55, 80, "Annual report")
        pen.line(55, 86, 445, 86)
        pen.right(443, 100, "Unit: RMB")
        for row in range(4):
            pen.line(55, 106 + 20 * row, 445, 106 + 20 * row)
        pen.row(120, "Item", ["2024", "2023", "Change"])
        pen.row(140, "Receipts", ["3,384.62", "3,016.48", "12.20"])
        pen.row(160, "Payments", ["3,098.20", "2,703.63", "14.59"])

    document = read(draw)
    assert grid(document, 0)[0] == ["Item", "2024", "2023", "Change"]
    assert document.tables[0].unit == "RMB"
