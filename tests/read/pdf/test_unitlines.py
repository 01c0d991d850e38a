"""Units that stand in a line of their own over a table."""

from __future__ import annotations

import pytest

ROWS = [("Ropes", "1,284", "1,193", "7.6"), ("Nets", "846", "912", "-7.2"), ("All", "2,130", "2,105", "1.2")]


def _table(pen, *lines, top=140.0, heads=("2024", "2023", "Change (%)")):
    """Draw a table of three lines with a title and, below it, lines given as (x, string)."""
    pen.text(60, top - 40, "Goods sold", 11)
    for x, string in lines:
        pen.text(x, top - 20, string, 8)
    for y in (top - 12, top + 6, top + 66):
        pen.line(58, y, 452, y)
    pen.row(top, "Kind", heads)
    for index, (label, *values) in enumerate(ROWS, start=1):
        pen.row(top + 20 * index, label, values)


def _told(document):
    (table,) = document.tables
    return table.caption.string, table.unit


def test_a_currency_apart_from_its_unit_is_no_head_of_the_last_column(read, grid):
    document = read(lambda pen: _table(pen, (370, "Unit: EUR"), (415, "Currency: Euro")))
    assert _told(document) == ("Goods sold", "EUR")
    assert grid(document, 0)[0] == ["Kind", "2024", "2023", "Change (%)"]


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("in tonnes", "tonnes"),
        ("in EUR m", "EUR m"),
        ("(in m³)", "m³"),
        ("Figures in thousand tonnes", "thousand tonnes"),
        ("All amounts are stated in EUR million unless otherwise noted", "EUR million"),
        ("EUR million", "EUR million"),
        ("tonnes", "tonnes"),
        ("people", "people"),
    ],
)
def test_a_line_between_title_and_table_gives_the_unit(read, grid, line, unit):
    document = read(lambda pen: _table(pen, (60, line)))
    assert _told(document) == ("Goods sold", unit)
    assert len(grid(document, 0)) == 4


@pytest.mark.parametrize("line", ["in our yards", "Employees", "Figures in the year of the flood"])
def test_other_words_under_a_title_give_no_unit(read, line):
    assert _told(read(lambda pen: _table(pen, (60, line))))[1] == ""


def test_units_over_single_columns_stay_their_heads(read, grid):
    def draw(pen):
        _table(pen, heads=("", "", ""), top=150)
        pen.row(146, "", ("2024", "2023", "Change"))
        pen.row(154, "", ("in tonnes", "in tonnes", "in %"))

    document = read(draw)
    assert _told(document)[1] == ""
    assert [" ".join(head) for head in zip(*grid(document, 0)[:-3], strict=True)][-1].split() == [
        "Change", "in", "%",
    ]  # fmt: skip


@pytest.mark.parametrize("above", ["", "The goods are counted at the gates of our yards."])
@pytest.mark.parametrize(("line", "unit"), [("Unit: tonnes", "tonnes"), ("in EUR m", "EUR m")])
def test_a_unit_at_the_other_end_of_the_line_of_the_caption(read, above, line, unit):
    def draw(pen):
        pen.text(60, 60, above)
        _table(pen, (60, "Table 4 Goods by kind"), (400, line))

    assert _told(read(draw)) == ("Table 4 Goods by kind", unit)


def test_what_ends_a_paragraph_beside_a_unit_is_no_caption(read):
    def draw(pen):
        pen.text(60, 109, "Our yards and harbours sent more goods than in any of the years before and", 8)
        _table(pen, (60, "these went by sea"), (400, "Unit: tonnes"), top=140)

    document = read(
        lambda pen: (draw(pen), pen.text(60, 98, "They were weighed at the gates. All in all", 8))
    )
    assert document.tables[0].caption.string != "these went by sea"


def test_a_ruled_table_parts_two_of_three_lines_above_and_below_it(read, grid):
    staff = (("Yard", "2024", "2023"), ("North", "41", "38"), ("South", "27", "29"))

    def draw(pen):
        for top in (100, 282):
            _table(pen, (60, "in tonnes"), top=top, heads=("This year", "Last year", "Change (%)"))
        pen.text(60, 182, "Staff by yard", 11)
        for y in (188, 202, 216, 230):
            pen.line(58, y, 452, y)
        for x in (58, 200, 320, 452):
            pen.line(x, 188, x, 230)
        for at, row in enumerate(staff):
            for x, string in zip((62, 204, 324), row, strict=True):
                pen.text(x, 198 + 14 * at, string)

    document = read(draw)
    assert [len(grid(document, index)) for index in range(3)] == [4, 3, 4]
    assert [table.unit for table in document.tables] == ["tonnes", "", "tonnes"]
