"""A table without rules that the end of a page cuts behind its first row."""

from __future__ import annotations


def draw(label, heads=("Year", "Output (kt)", "Sales (EUR m)", "Waste (t)")):
    def page(pen):
        pen.text(60, 80, "The quarry worked on all days of the season and sent its stone by rail.")
        for x, head, value in zip((60, 160, 260, 380), heads, (label, "812.4", "96.1", "1,204"), strict=True):
            pen.text(x, 780, head)
            pen.text(x, 796, value)

    return page


def test_its_year_and_its_heads_show_the_first_row_of_a_table(read):
    tables = read(draw("2021")).tables
    assert [(table.rows, table.columns, table.header_rows) for table in tables] == [(2, 4, 1)]


def test_a_row_that_begins_with_no_year_is_none(read):
    assert not read(draw("Lundby")).tables
