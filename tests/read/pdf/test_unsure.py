"""What tells by itself that a table was read wrongly is a doubt; tables that are as they should be have none."""

from __future__ import annotations

from auditor.model.document import Cell
from auditor.model.document import Piece
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.model.place import Place
from auditor.read.pdf.unsure import table_doubts


def table(*rows: tuple[str, ...], heads: int = 1) -> Table:
    place = Place("report", 1)
    cells = tuple(
        Cell(row, column, Text(string, (Piece(0, place),) if string else ()))
        for row, strings in enumerate(rows)
        for column, string in enumerate(strings)
    )
    return Table(cells, len(rows), len(rows[0]), heads)


def codes(*tables: Table) -> list[str]:
    return [doubt.code for doubt in table_doubts(tables)]


BODY = (("Scope 1", "1,234", "1,180"), ("Scope 2", "20,460", "19,771"), ("Scope 3", "820", "-"))


def test_a_table_with_a_head_over_each_column_has_no_doubt():
    assert codes(table(("Indicator", "2024", "2023"), *BODY, ("Scope 4", "1", "2"))) == []


def test_a_column_of_figures_without_a_head_is_doubted():
    rows = (*BODY, ("Scope 4", "1", "2"))
    assert codes(table(("Indicator", "2024", ""), *rows)) == ["column_without_head"]


def test_two_columns_with_the_very_same_heads_are_doubted():
    rows = (*BODY, ("Scope 4", "1", "2"))
    assert codes(table(("Indicator", "Group", "Group"), *rows)) == ["columns_headed_alike"]


def test_two_years_in_one_head_are_doubted_unless_one_is_set_against_the_other():
    rows = (*BODY, ("Scope 4", "1", "2"))
    for head in ("2024年度 2023年度", "2024 Total 2023 Total"):
        assert codes(table(("Indicator", head, "Change"), *rows)) == ["head_of_two_columns"]
    for head in ("2024 vs 2023, %", "2024/2023 (%)", "2024年较2023年"):
        assert codes(table(("Indicator", "2024", head), *rows)) == []


def test_figures_without_any_heads_are_doubted_unless_the_table_goes_on():
    rows = (*BODY, ("Scope 4", "1", "2"))
    assert codes(table(*rows, heads=0)) == ["heads_not_read"]


def test_two_figures_in_one_cell_are_doubted_and_a_range_is_not():
    rows = (*BODY, ("Scope 4", "1", "2"))
    heads = ("Indicator", "2024", "2023")
    assert codes(table(heads, *rows, ("Scope 5", "1,234 5,678.9", "7"))) == ["cell_with_two_values"]
    assert codes(table(heads, *rows, ("Age", "30 - 50", "7"))) == []


def test_a_row_of_figures_without_a_label_is_doubted():
    rows = (*BODY, ("", "1", "2"), ("Scope 4", "1", "2"))
    assert codes(table(("Indicator", "2024", "2023"), *rows)) == ["row_without_label"]


def test_a_line_that_may_end_one_label_or_begin_the_next_is_doubted(read):
    def draw(pen):
        pen.row(100, "Indicator", ["2024", "2023"])
        pen.row(114, "COAL BOUGHT ABROAD", ["1,234", "1,180"])
        pen.text(60, 128, "LIGNITE AND PEAT")
        pen.row(142, "DIESEL OIL AND GAS", ["120", "110"])
        pen.row(156, "WATER FROM WELLS", ["180", "170"])

    assert [doubt.code for doubt in read(draw).doubts] == ["row_not_sure"]
