"""Two tables in one frame are two tables; a section of one table is none."""

from __future__ import annotations

EDGES = (50, 130, 200, 290, 360, 430, 500)


def frame(pen, top, rows):
    """Draw rows of one frame from ``top`` on; a cell is its first edge, its last edge and its text."""
    y = top
    for row in rows:
        pen.line(EDGES[0], y, EDGES[-1], y)
        for first, last, text in row:
            pen.line(EDGES[first], y, EDGES[first], y + 20)
            number = text[:1].isdigit()
            (pen.right if number else pen.text)(EDGES[last] - 4 if number else EDGES[first] + 4, y + 13, text)
        pen.line(EDGES[-1], y, EDGES[-1], y + 20)
        y += 20
    pen.line(EDGES[0], y, EDGES[-1], y)


PAIRS = [(0, 1, "Holders"), (1, 2, "1,204"), (2, 3, "A month later"), (3, 6, "1,310")]
TITLE = [(0, 6, "The largest holders")]
HEADS = [(0, 2, "Name"), (2, 3, "Share"), (3, 4, "Held"), (4, 5, "Bound"), (5, 6, "Pledged")]
ANNE = [(0, 2, "Anne Roe"), (2, 3, "12.5%"), (3, 4, "2,500"), (4, 5, "500"), (5, 6, "0")]
BOB = [(0, 2, "Bob Poe"), (2, 3, "10.0%"), (3, 4, "2,000"), (4, 5, "0"), (5, 6, "700")]


def test_a_title_and_heads_inside_a_frame_begin_another_table(read, grid):
    document = read(lambda pen: frame(pen, 100, [PAIRS, TITLE, HEADS, ANNE, BOB]))
    assert grid(document, 0) == [["Holders", "1,204", "A month later", "1,310"]]
    assert grid(document, 1)[0] == ["Name", "Share", "Held", "Bound", "Pledged"]
    assert grid(document, 1)[2] == ["Bob Poe", "10.0%", "2,000", "0", "700"]
    assert [table.header_rows for table in document.tables] == [0, 1]
    assert document.tables[1].caption.string == "The largest holders"


def test_both_tables_of_a_frame_have_the_unit_above_it(read):
    def draw(pen):
        pen.right(500, 92, "Unit: tonnes")
        frame(pen, 100, [PAIRS, TITLE, HEADS, ANNE, BOB])

    assert [table.unit for table in read(draw).tables] == ["tonnes", "tonnes"]


def test_a_section_over_all_columns_above_rows_of_numbers_stays_in_its_table(read):
    section = [(0, 6, "Of these")]
    document = read(lambda pen: frame(pen, 100, [HEADS, ANNE, section, BOB]))
    assert [(table.rows, table.header_rows) for table in document.tables] == [(4, 1)]


def test_heads_that_a_page_cuts_above_the_heads_of_single_columns_stand_over_them(read, grid):
    groups = [(0, 2, "Name"), (2, 3, "Share"), (3, 4, "Held"), (4, 6, "Of these")]
    rest = [(0, 2, ""), (2, 3, ""), (3, 4, "in all"), (4, 5, "Bound"), (5, 6, "Pledged")]

    def draw(pen):
        frame(pen, 740, [PAIRS, TITLE, groups])
        pen.page()
        frame(pen, 60, [rest, ANNE, BOB])

    document = read(draw)
    below = grid(document, 1)
    assert below[0] == ["Name", "Share", "Held in all", "Of these", "Of these"]
    assert below[1][3:] == ["Bound", "Pledged"]
    assert below[2] == ["Anne Roe", "12.5%", "2,500", "500", "0"]
    assert document.tables[1].header_rows == 2


def test_narrow_cells_with_numbers_over_three_lines_are_cells(read, grid):
    edges = (50, 100, 135, 170, 205)
    rows = [
        (["Item"], ["2022"], ["2023"], ["2024"]),
        (["Debts"], ["45,00", "0,000", ".00"], ["1,650", ",000.", "00"], ["5,000", ",000.", "00"]),
        (["Loans"], ["25,00", "0,000", ".00"], ["1,350", ",000.", "00"], ["7,000", ",000.", "00"]),
    ]

    def draw(pen):
        y = 100
        for row in rows:
            pen.line(edges[0], y, edges[-1], y)
            tall = 12 * max(map(len, row)) + 6
            for left, lines in zip(edges, row, strict=False):
                pen.line(left, y, left, y + tall)
                for index, line in enumerate(lines):
                    pen.text(left + 3, y + 12 + 12 * index, line)
            pen.line(edges[-1], y, edges[-1], y + tall)
            y += tall
        pen.line(edges[0], y, edges[-1], y)

    assert grid(read(draw), 0)[1:] == [
        ["Debts", "45,000,000.00", "1,650,000.00", "5,000,000.00"],
        ["Loans", "25,000,000.00", "1,350,000.00", "7,000,000.00"],
    ]
