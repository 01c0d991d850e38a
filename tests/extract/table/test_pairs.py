"""Rows of labels and numbers by turns are read pair by pair."""

from __future__ import annotations

from auditor.extract.table.pairs import unpaired
from auditor.model.document import Cell
from auditor.model.document import Table
from auditor.model.document import Text


def table(*rows, columns=4, header_rows=0, continued=False):
    """Return a table; a cell is its text, or its text and how many columns it spans."""
    cells = []
    for index, row in enumerate(rows):
        column = 0
        for entry in row:
            text, span = entry if isinstance(entry, tuple) else (entry, 1)
            cells.append(Cell(index, column, Text(text), colspan=span))
            column += span
    return Table(tuple(cells), len(rows), columns, header_rows, continued=continued)


def told(found):
    """Return what the cells of a table say, row by row."""
    return [[cell.text.string for cell in row if cell] for row in found.grid()]


def test_two_pairs_in_a_row_are_two_tables():
    rest, pairs = unpaired(table(["员工总数", "120", "离职人数", "8"], ["培训人数", "95", "工伤人数", "—"]))
    assert rest is None
    assert [told(pair) for pair in pairs] == [
        [["员工总数", "120"]],
        [["离职人数", "8"]],
        [["培训人数", "95"]],
        [["工伤人数", "—"]],
    ]


def test_pairs_over_several_columns_leave_the_rows_under_the_heads():
    heads = ["对象", "额度", "日期", "金额"]
    wide = [("本年批准的额度", 2), ("20,000", 2)]
    rest, pairs = unpaired(
        table(
            [*heads, "方式", "期限"],
            ["甲厂", "50", "三月", "40", "一般", "一年"],
            [("批准合计", 2), ("70", 1), ("发生合计", 2), ("60", 1)],
            [*((text, span + 1) for text, span in wide)],
            columns=6,
            header_rows=1,
        )
    )
    assert [told(pair) for pair in pairs] == [
        [["批准合计", "70"]],
        [["发生合计", "60"]],
        [["本年批准的额度", "20,000"]],
    ]
    assert told(rest)[1] == ["甲厂", "50", "三月", "40", "一般", "一年"]
    assert told(rest)[2] == [""] * 6


def test_a_column_of_words_between_numbers_is_no_column_of_labels():
    plain = table(["甲厂", "120", "自有", "8"], ["乙厂", "95", "自有", "3"])
    assert unpaired(plain) == (plain, ())


def test_rows_under_heads_are_no_pairs():
    plain = table(["名称", "数量", "说明", "金额"], ["甲厂", "120", "自有资金", "8"], header_rows=1)
    assert unpaired(plain) == (plain, ())


def test_rows_of_a_table_that_goes_on_are_no_pairs():
    plain = table(["甲厂", "120", "自有资金", "8"], continued=True)
    assert unpaired(plain) == (plain, ())
