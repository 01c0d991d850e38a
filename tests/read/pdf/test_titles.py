"""Captions and units of tables that stand beside each other."""

from __future__ import annotations


def _side(pen, ends, caption, unit, rows, *, top=120.0, reach=0.0):
    """Draw a ruled table of one column of years with its caption and, flush with its end, its unit."""
    x0, x1 = ends
    pen.text(x0, top - 28, caption)
    if unit:
        pen.right(x1 + reach, top - 15, unit, 8)
    for y in (top - 10, top + 6, top + 20 * len(rows) + 6):
        pen.line(x0, y, x1, y)
    pen.right(x1 - 60, top, "2024")
    pen.right(x1 - 3, top, "2023")
    for index, (label, new, old) in enumerate(rows, start=1):
        pen.text(x0 + 3, top + 20 * index, label)
        pen.right(x1 - 60, top + 20 * index, new)
        pen.right(x1 - 3, top + 20 * index, old)


SEX = [("Men", "5,317", "5,264"), ("Women", "6,412", "6,268"), ("All", "11,729", "11,532")]
LOADS = [("Ore", "21", "20"), ("Sand", "42", "41")]


def _titles(document):
    return [(table.caption.string, table.unit) for table in document.tables]


def test_each_of_two_tables_keeps_its_own_caption_and_unit(read):
    def draw(pen):
        _side(pen, (50, 290), "Staff by sex", "Unit: persons", SEX, reach=6.0)
        _side(pen, (300, 545), "Loads by kind", "Unit: t", LOADS)

    assert _titles(read(draw)) == [("Staff by sex", "persons"), ("Loads by kind", "t")]


def test_a_bare_unit_flush_with_the_end_of_the_table_is_its_unit_and_no_head(read, grid):
    def draw(pen):
        _side(pen, (50, 285), "Staff by sex", "headcount", SEX)
        _side(pen, (310, 545), "Loads by kind", "tonnes", LOADS)

    document = read(draw)
    assert _titles(document) == [("Staff by sex", "headcount"), ("Loads by kind", "tonnes")]
    assert grid(document, 0)[0] == ["", "2024", "2023"]


def test_running_text_over_two_tables_stays_together(read):
    words = "The number of people grew again in each of the years and"
    spoken = "the loads that left our yards did too, as they had before."

    def draw(pen):
        for line in range(5):
            pen.text(50, 40 + 12 * line, words if line < 4 else spoken)
        _side(pen, (50, 285), "Staff by sex", "", SEX, top=140)
        _side(pen, (310, 545), "Loads by kind", "", LOADS, top=140)

    document = read(draw)
    assert [caption for caption, _ in _titles(document)] == ["Staff by sex", "Loads by kind"]
    assert any(block.text.string.endswith(f"years and {spoken}") for block in document.blocks)


def test_two_ruled_tables_over_a_shaded_one_under_one_heading_are_three(read, grid):
    def draw(pen):
        pen.text(50, 60, "People", 15)
        pen.line(50, 66, 545, 66)
        for line in range(3):
            pen.text(
                50,
                86 + 12 * line,
                "People came and went, and more of them stayed than in any year before it.",
            )
        _side(pen, (50, 285), "Staff by sex", "", SEX, top=170)
        _side(pen, (310, 545), "Loads by kind", "", LOADS, top=160)
        pen.text(50, 280, "Safety")
        for index in (0, 2, 4):
            pen.shade(50, 286 + 16 * index, 545, 302 + 16 * index)
        for index, row in enumerate(
            [("Metric", "2024", "2023"), ("Deaths", "0", "1"), ("Injuries", "84", "91"), ("Days", "29", "28")]
        ):
            pen.row(298 + 16 * index, row[0], row[1:], first=470)

    document = read(draw)
    assert [table.rows for table in document.tables] == [4, 3, 4]
    assert grid(document, 0)[1] == ["Men", "5,317", "5,264"]
    assert grid(document, 2)[1:] == [["Deaths", "0", "1"], ["Injuries", "84", "91"], ["Days", "29", "28"]]


def test_a_table_that_begins_with_one_row_at_the_foot_of_a_page_is_a_table(read, grid):
    def draw(pen):
        pen.text(50, 90, "Water withdrawn and returned")
        for y in (110, 126):
            pen.line(50, y, 445, y)
        pen.row(120, "", ["2024", "2023"])
        pen.row(138, "Rivers", ["9,238", "9,615"])

    assert grid(read(draw), 0) == [["", "2024", "2023"], ["Rivers", "9,238", "9,615"]]


def test_one_line_of_numbers_without_heads_is_no_table(read):
    def draw(pen):
        pen.text(50, 100, "Water withdrawn and returned")
        pen.row(138, "Rivers", ["9,238", "9,615"])

    assert not read(draw).tables


def test_a_remark_in_smaller_type_under_a_table_is_none_of_its_rows(read, grid):
    def draw(pen):
        _side(pen, (50, 285), "Staff by sex", "", SEX)
        pen.text(53, 193, "Numbers may not add to the totals.", 7)
        pen.text(53, 202, "1   More men were taken on.", 7)

    assert [row[0] for row in grid(read(draw), 0)] == ["", "Men", "Women", "All"]


ROWS = [("Ore", "21", "20"), ("Sand", "42", "41"), ("Lime", "7", "9")]


def test_the_unit_at_the_end_of_a_numbered_title_goes_with_it(read):
    def draw(pen):
        pen.text(60, 90, "Table 3 Loads by kind (GRI 301-1)")
        pen.right(370, 89, "Unit: kt", 8)
        pen.row(108, "Kind", ["2024", "2023"])
        for at, (label, *values) in enumerate(ROWS):
            pen.row(124 + 16 * at, label, values)

    assert _titles(read(draw)) == [("Table 3 Loads by kind (GRI 301-1)", "kt")]


def test_a_numbered_title_that_ends_in_its_unit_is_the_caption_all_the_same(read):
    def draw(pen):
        pen.text(60, 90, "Table 6 Loads by kind (Unit: kt)")
        pen.row(108, "Kind", ["2024", "2023"])
        for at, (label, *values) in enumerate(ROWS):
            pen.row(124 + 16 * at, label, values)

    assert _titles(read(draw)) == [("Table 6 Loads by kind (Unit: kt)", "kt")]


def test_the_years_of_a_chart_above_a_table_part_no_title_from_it(read):
    def draw(pen):
        for x, year, number in ((110, "2022", "61.2"), (240, "2023", "58.4"), (370, "2024", "55.0")):
            pen.centred(x, 90, number, 8)
            pen.centred(x, 160, year, 8)
        pen.text(60, 180, "Table A3 Loads (kt)")
        pen.row(200, "Kind", ["2024", "2023"])
        for at, (label, *values) in enumerate(ROWS):
            pen.row(216 + 16 * at, label, values)

    assert read(draw).tables[-1].caption.string == "Table A3 Loads (kt)"
