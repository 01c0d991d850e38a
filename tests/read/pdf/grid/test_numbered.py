"""Tables that end with a rule and begin with a title: nothing of one is read into the next."""

from __future__ import annotations

LEFT, RIGHT = 55, 445


def table(pen, top, title, heads, rows, *, note=""):
    """Draw a title, heads and rows without rules, a rule below them and a note; return where they end."""
    pen.text(LEFT, top, title)
    pen.row(top + 18, heads[0], heads[1:])
    for index, (label, *values) in enumerate(rows, 1):
        pen.row(top + 18 + 16 * index, label, values)
    end = top + 24 + 16 * len(rows)
    pen.line(LEFT, end, RIGHT, end)
    if note:
        pen.text(LEFT, end + 9, note, 7)
    return end + 30


YARDS = [("North", "12", "402,100"), ("South", "7", "250,400"), ("East", "21", "611,020")]
WASTE = [
    ("Scrap", "3.4", "3.6", "3.9"),
    ("Oil", "12.1", "13.0", "13.4"),
    ("Slag", "48,553", "50,365", "52,224"),
]


def test_each_numbered_title_begins_a_table_of_its_own(read, grid):
    def draw(pen):
        end = table(pen, 90, "Table A1 Yards", ("Place", "Number", "Area (m2)"), YARDS)
        end = table(pen, end, "Table A2 Waste (t)", ("Kind", "2024", "2023", "2022"), WASTE)
        table(pen, end, "Table A3 Yards let", ("Place", "Number", "Area (m2)"), YARDS)

    document = read(draw)
    assert [part.caption.string for part in document.tables] == [
        "Table A1 Yards",
        "Table A2 Waste (t)",
        "Table A3 Yards let",
    ]
    assert grid(document, 1) == [["Kind", "2024", "2023", "2022"], *map(list, WASTE)]


def test_a_rule_right_below_rows_ends_their_table_whatever_the_next_title_says(read, grid):
    def draw(pen):
        end = table(pen, 90, "Yards at the end of the year", ("Place", "Number", "Area (m2)"), YARDS)
        table(pen, end, "Waste in tonnes", ("Kind", "2024", "2023", "2022"), WASTE)

    document = read(draw)
    assert [part.caption.string for part in document.tables][-1] == "Waste in tonnes"
    assert grid(document, 1) == [["Kind", "2024", "2023", "2022"], *map(list, WASTE)]


def test_heads_below_a_title_hold_though_a_note_stands_above_it(read, grid):
    def draw(pen):
        pen.text(LEFT, 90, "(3) Hours lost are the days lost times eight hours.", 8)
        pen.text(LEFT, 106, "Table B2 Waste")
        for at, row in enumerate((("Kind", "2024", "2023", "2022"), *WASTE)):
            pen.row(124 + 16 * at, row[0], row[1:])

    assert grid(read(draw), 0)[0] == ["Kind", "2024", "2023", "2022"]


def test_a_section_between_rows_is_no_title(read):
    def draw(pen):
        pen.row(120, "Item", ["2024", "2023"])
        pen.row(138, "Revenue", ["912", "804"])
        pen.text(60, 156, "Table linen")
        pen.row(174, "Sheets", ["5,120", "4,980"])
        pen.row(192, "Towels", ["430", "411"])

    assert [part.rows for part in read(draw).tables] == [5]
