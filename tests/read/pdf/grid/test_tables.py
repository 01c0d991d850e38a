"""Tables of each kind come back row for row and column for column."""

from __future__ import annotations

import pytest

HEADS = ["2022", "2023", "2024"]
ROWS = [
    ("Scope 1 emissions", ["1,234", "1,180", "990"]),
    ("Scope 2 emissions", ["20,460", "19,771", "18,002"]),
    ("Energy use", ["310.5", "", "298.1"]),
]
EXPECTED = [["Metric", *HEADS], *[[label, *values] for label, values in ROWS]]


def body(pen, top=120.0, pitch=20.0):
    pen.row(top, "Metric", HEADS)
    for index, (label, values) in enumerate(ROWS, start=1):
        pen.row(top + index * pitch, label, values)


def draw_ruled(pen):
    body(pen)
    for index in range(5):
        pen.line(55, 106 + 20 * index, 445, 106 + 20 * index)
    for x in (55, 235, 305, 375, 445):
        pen.line(x, 106, x, 186)


def draw_thin_rectangles(pen):
    body(pen)
    for index in range(5):
        pen.thin(55, 106 + 20 * index, 445)
    for x in (55, 235, 305, 375, 445):
        pen.canvas.rect(x, 842 - 186, 0.5, 80, stroke=0, fill=1)


def draw_three_rules(pen):
    body(pen)
    for y in (106, 126, 187):
        pen.line(55, y, 445, y)


def draw_pieces(pen):
    body(pen)
    for index in range(5):
        for x0, x1 in ((55, 235), (235, 305), (305, 375), (375, 445)):
            pen.thin(x0, 106 + 20 * index, x1)


def draw_zebra(pen):
    for index in (0, 2):
        pen.shade(55, 106 + 20 * index, 445, 126 + 20 * index)
    body(pen)


def draw_borderless(pen):
    body(pen)


@pytest.mark.parametrize(
    "draw",
    [draw_ruled, draw_thin_rectangles, draw_three_rules, draw_pieces, draw_zebra, draw_borderless],
    ids=lambda draw: draw.__name__,
)
def test_the_same_table_is_read_however_it_is_ruled(read, grid, draw):
    document = read(draw)
    assert grid(document, 0) == EXPECTED
    assert [table.header_rows for table in document.tables] == [1]
    assert document.doubts == ()


def test_a_value_keeps_its_place_on_the_page(read):
    table = read(draw_ruled).tables[0]
    cell = next(cell for cell in table.cells if cell.text.string == "18,002")
    place = cell.text.place()
    assert place.page == 1
    assert place.box.x1 == pytest.approx(440, abs=0.5)
    assert place.box.top < 160 < place.box.bottom


def test_year_heads_left_of_their_right_aligned_figures_stay_over_them(read, grid):
    def draw(pen):
        pen.text(60, 120, "Metric")
        for x, year in zip((262, 332, 402), HEADS, strict=True):
            pen.text(x, 120, year)
        for index, (label, _) in enumerate(ROWS, start=1):
            pen.row(120 + 20 * index, label, ["9", "8", "7"])

    assert grid(read(draw), 0)[:2] == [["Metric", *HEADS], ["Scope 1 emissions", "9", "8", "7"]]


def test_an_empty_cell_keeps_its_column_without_any_rule(read, grid):
    def draw(pen):
        pen.row(120, "Metric", HEADS)
        pen.row(140, "Scope 1", ["1,234", "1,180", "990"])
        pen.row(160, "Scope 2, location-based", ["", "2,940", "3,733"])
        pen.row(180, "Scope 3", ["", "", "7,856"])

    assert grid(read(draw), 0)[2:] == [
        ["Scope 2, location-based", "", "2,940", "3,733"],
        ["Scope 3", "", "", "7,856"],
    ]


def test_a_merged_head_spans_its_columns(read, grid):
    def draw(pen):
        for y in (106, 146, 166, 186):
            pen.line(55, y, 515, y)
        pen.line(235, 126, 515, 126)
        for x in (55, 235, 375, 515):
            pen.line(x, 106, x, 186)
        for x in (305, 445):
            pen.line(x, 126, x, 186)
        pen.text(60, 128, "Item")
        pen.centred(305, 120, "2024")
        pen.centred(445, 120, "2023")
        for x, head in zip((270, 340, 410, 480), ["Before", "After", "Before", "After"], strict=True):
            pen.centred(x, 140, head)
        pen.row(160, "Assets", ["10", "11", "12", "13"])
        pen.row(180, "Equity", ["20", "21", "22", "23"])

    document = read(draw)
    assert grid(document, 0)[:3] == [
        ["Item", "2024", "2024", "2023", "2023"],
        ["Item", "Before", "After", "Before", "After"],
        ["Assets", "10", "11", "12", "13"],
    ]
    assert document.tables[0].header_rows == 2


def test_a_year_over_the_last_of_three_columns_spans_the_three(read, grid):
    def draw(pen):
        for y in (100, 142, 162, 182, 202):
            pen.line(55, y, 545, y)
        for x, year in ((330, "2023"), (540, "2024")):
            pen.right(x, 116, year)
        pen.text(60, 134, "Asset class")
        for index, head in enumerate(["Own", "Leased", "Total"] * 2):
            pen.right(190 + 70 * index, 134, head)
        pen.row(156, "Industrial", ["1.0", "2.0", "3.0", "4.0", "5.0", "9.0"], first=190)
        pen.row(176, "Mixed", ["1.5", "2.5", "4.0", "4.5", "5.5", "10.0"], first=190)
        pen.row(196, "Total", ["2.5", "4.5", "7.0", "8.5", "10.5", "19.0"], first=190)

    document = read(draw)
    assert grid(document, 0)[0][1:] == ["2023"] * 3 + ["2024"] * 3
    assert grid(document, 0)[2] == ["Industrial", "1.0", "2.0", "3.0", "4.0", "5.0", "9.0"]
    assert document.tables[0].header_rows == 2


def test_a_numeral_broken_in_a_narrow_cell_is_one_numeral(read, grid):
    def draw(pen):
        for y in (106, 126, 152, 172):
            pen.line(55, y, 345, y)
        for x in (55, 235, 290, 345):
            pen.line(x, 106, x, 172)
        pen.row(120, "Item", ["2024", "2023"], first=285, step=55)
        pen.row(138, "Revenue", ["1,234,567,", "1,017,448,"], first=286, step=55)
        pen.row(148, "", ["890.12", "123.50"], first=286, step=55)
        pen.row(166, "Cost", ["12", "13"], first=285, step=55)

    assert grid(read(draw), 0)[1] == ["Revenue", "1,234,567,890.12", "1,017,448,123.50"]


def test_a_wrapped_label_is_one_row_and_a_parent_row_is_its_own(read, grid):
    def draw(pen):
        for y in (106, 126, 150, 194):
            pen.line(55, y, 445, y)
        pen.row(120, "Metric", HEADS)
        pen.text(60, 136, "Consumption of purchased electricity,")
        pen.row(146, "heat and steam", ["92", "124", "130"])
        pen.text(60, 164, "Gross emissions, of which", font="Helvetica-Bold")
        for y, label, values in ((176, "fuels", ["67", "70", "71"]), (188, "coolants", ["4", "4", "5"])):
            pen.row(y, "", values)
            pen.text(72, y, label)

    document = read(draw)
    assert grid(document, 0)[1:] == [
        ["Consumption of purchased electricity, heat and steam", "92", "124", "130"],
        ["Gross emissions, of which", "", "", ""],
        ["fuels", "67", "70", "71"],
        ["coolants", "4", "4", "5"],
    ]
    indents = [cell.indent for cell in document.tables[0].cells if cell.column == 0]
    assert indents == [0, 0, 0, 12, 12]


def test_tables_beside_each_other_stay_apart(read, grid):
    def draw(pen):
        for left in (55, 315):
            for y in (106, 126, 146, 166):
                pen.line(left, y, left + 220, y)
            for y, cells in (
                (120, ("Item", "2023", "2024")),
                (140, ("Gas", "1", "2")),
                (160, ("Oil", "3", "4")),
            ):
                pen.text(left + 5, y, cells[0])
                pen.right(left + 150, y, cells[1])
                pen.right(left + 215, y, cells[2])

    document = read(draw)
    assert [table.columns for table in document.tables] == [3, 3]
    assert grid(document, 1) == [["Item", "2023", "2024"], ["Gas", "1", "2"], ["Oil", "3", "4"]]


def test_caption_and_unit_stand_above_the_table(read):
    def draw(pen):
        pen.text(60, 80, "Greenhouse gas emissions", size=11, font="Helvetica-Bold")
        pen.right(445, 96, "Unit: kt CO2e")
        draw_ruled(pen)

    table = read(draw).tables[0]
    assert table.caption.string == "Greenhouse gas emissions"
    assert table.unit == "kt CO2e"


def test_a_table_goes_on_with_and_without_its_heads(read):
    def draw(pen):
        pen.text(60, 700, "Emissions table", font="Helvetica-Bold")
        for page, with_heads in enumerate((True, False, True)):
            rows = [("Metric", HEADS), *ROWS] if with_heads else ROWS
            top = 720.0 if page == 0 else 60.0
            for index, (label, values) in enumerate(rows):
                pen.row(top + 14 + 20 * index, label, values)
            for index in range(len(rows) + 1):
                pen.line(55, top + 20 * index, 445, top + 20 * index)
            for x in (55, 235, 305, 375, 445):
                pen.line(x, top, x, top + 20 * len(rows))
            pen.page()

    tables = read(draw).tables
    assert [(table.place.page, table.header_rows, table.continued) for table in tables] == [
        (1, 1, False),
        (2, 0, True),
        (3, 1, True),
    ]


def test_a_second_row_of_years_begins_a_new_table(read, grid):
    def draw(pen):
        lines = [
            ("", ["2024", "2023"]),
            ("Assets", ["10", "9"]),
            ("", ["2024", "2023"]),
            ("Revenue", ["5", "4"]),
        ]
        for index, (label, values) in enumerate(lines):
            pen.row(120 + 20 * index, label, values)
        for index in range(5):
            pen.line(55, 106 + 20 * index, 375, 106 + 20 * index)
        for x in (55, 235, 305, 375):
            pen.line(x, 106, x, 186)

    document = read(draw)
    assert grid(document, 0) == [["", "2024", "2023"], ["Assets", "10", "9"]]
    assert grid(document, 1) == [["", "2024", "2023"], ["Revenue", "5", "4"]]


def test_prose_between_rules_is_no_table(read):
    def draw(pen):
        pen.line(55, 60, 540, 60)
        for index in range(12):
            pen.text(
                60,
                90 + 14 * index,
                "Our emissions fell by 5.0% in 2024 because we bought more clean power and",
            )
        pen.line(55, 780, 540, 780)

    assert read(draw).tables == ()


def test_tables_beside_each_other_stay_apart_without_any_rule(read, grid):
    def draw(pen):
        left_rows = [
            ("Item", "2023", "2024"),
            ("Gas used", "1", "2"),
            ("Oil used", "3", "4"),
            ("Coal", "5", "6"),
        ]
        right_rows = [
            ("Region", "2023", "2024"),
            ("Europe", "7", "8"),
            ("Americas", "9", "10"),
            ("Asia", "11", "12"),
        ]
        for left, rows in ((55, left_rows), (315, right_rows)):
            for index, (label, first, second) in enumerate(rows):
                pen.text(left + 5, 120 + 16 * index, label)
                pen.right(left + 150, 120 + 16 * index, first)
                pen.right(left + 215, 120 + 16 * index, second)

    document = read(draw)
    assert grid(document, 0)[:2] == [["Item", "2023", "2024"], ["Gas used", "1", "2"]]
    assert grid(document, 1)[3] == ["Asia", "11", "12"]
    assert [table.columns for table in document.tables] == [3, 3]


def test_the_bars_of_a_chart_below_a_table_are_none_of_its_rows(read, grid):
    def draw(pen):
        for index in range(5):
            pen.line(55, 106 + 20 * index, 445, 106 + 20 * index)
        body(pen)
        pen.text(60, 198, "Green loans")
        for top, year, right, value in ((210, "2022", 268, "286.5"), (222, "2023", 327, "372.8")):
            pen.text(60, top, year)
            pen.right(right, top, value)

    document = read(draw)
    assert grid(document, 0) == EXPECTED
    assert len(document.tables) == 1
