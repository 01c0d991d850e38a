"""Workbooks: what is displayed, where tables begin and end, what is hidden."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText
from openpyxl.cell.rich_text import TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment

from auditor.extract.report import extract
from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.read.xlsx import read_xlsx
from tests.read.conftest import codes
from tests.read.conftest import lines
from tests.read.conftest import rows
from tests.read.conftest import said

HEAD = ["指标", "单位", 2023, 2024]


def fill(sheet, filling: list[list[object]], top: int = 1, left: int = 1) -> None:
    for y, row in enumerate(filling):
        for x, value in enumerate(row):
            sheet.cell(top + y, left + x).value = value


@pytest.fixture
def book():
    """Return an empty workbook with one sheet of the name that the program gives it."""
    return openpyxl.Workbook()


@pytest.fixture
def reading(tmp_path: Path) -> Callable[..., Document]:
    def read(book) -> Document:
        path = tmp_path / "data.xlsx"
        book.save(path)
        return read_xlsx(path, "data.xlsx", "0" * 64)

    return read


def test_a_number_is_read_as_it_is_displayed(book, reading):
    sheet = book.active
    fill(sheet, [HEAD, ["回收率", "%", 0.1234, 1], ["排放", "吨", 1234.56, 2345], ["投入", "万元", -12.5, 0]])
    for cell, code in {"C2": "0.0%", "D2": "0%", "C3": "#,##0.0", "D3": "#,##0", "C4": "0.00;(0.00)"}.items():
        sheet[cell].number_format = code
    assert rows(reading(book).tables[0])[1:] == [
        ["回收率", "%", "12.3%", "100%"],
        ["排放", "吨", "1,234.6", "2,345"],
        ["投入", "万元", "(12.50)", "0"],
    ]


def test_a_number_is_rounded_from_the_digits_in_the_file_and_not_from_a_float(book, reading, tmp_path):
    fill(book.active, [HEAD, ["排放", "吨", 2.675, 12345678901234567890]])
    book.active["C2"].number_format = "0.00"
    reading(book)
    path = tmp_path / "data.xlsx"
    with ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    assert b"<v>2.675</v>" in files[sheet]
    files[sheet] = files[sheet].replace(b"<v>2.675</v>", b"<v>2.6749999999999998</v>")
    with ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    (row,) = rows(read_xlsx(path, "data.xlsx", "0").tables[0])[1:]
    assert row == ["排放", "吨", "2.68", "12345678901234600000"]


def test_a_place_is_the_row_of_its_sheet_and_later_sheets_count_by_ten_thousands(book, reading):
    fill(book.active, [[], [], HEAD, ["水", "吨", 1, 2]])
    fill(book.create_sheet("社会"), [HEAD, ["员工", "人", 3, 4]])
    document = reading(book)
    assert [lines(table) for table in document.tables] == [[3, 4], [10001, 10002]]
    assert [(b.level, b.text.string) for b in document.blocks if b.kind is BlockKind.HEADING] == [(1, "社会")]
    assert (document.format, document.pages, document.lines) == ("xlsx", 0, 10002)


def test_title_unit_and_notes_around_a_table_are_no_rows_of_it(book, reading):
    sheet = book.active
    filling = [
        ["环境绩效数据表"],
        [None, None, None, "单位：吨"],
        HEAD,
        ["水", "吨", 1, 2],
        ["1. 不含海外。"],
    ]
    fill(sheet, [*filling, ["注：按合并口径。"]])
    sheet.merge_cells("A1:D1")
    document = reading(book)
    (table,) = document.tables
    assert rows(table) == [["指标", "单位", "2023", "2024"], ["水", "吨", "1", "2"]]
    assert (table.caption.string, table.unit, table.header_rows) == ("环境绩效数据表", "吨", 1)
    assert said(document, BlockKind.NOTE) == ["不含海外。", "按合并口径。"]


def test_rows_after_a_blank_row_stay_in_the_table_unless_they_have_heads_of_their_own(book, reading):
    filling = [HEAD, ["水", "吨", 1, 2], [], ["能源"], ["电", "兆瓦时", 3, 4], []]
    fill(book.active, [*filling, ["指标", "单位", 2022, 2023], ["员工", "人", 5, 6]])
    tables = reading(book).tables
    assert [lines(table) for table in tables] == [[1, 2, 4, 5], [7, 8]]
    assert rows(tables[0])[2] == ["能源", "", "", ""]


def test_tables_side_by_side_are_two_and_an_empty_column_in_a_table_is_left_out(book, reading):
    sheet = book.active
    fill(sheet, [["指标", 2023, 2024], ["男", 1, 2], ["女", 3, 4]])
    fill(sheet, [["指标", 2023, 2024], ["培训", 5, 6], ["工伤", 7, 8]], left=5)
    fill(sheet, [["指标", "单位", None, 2023], ["水", "吨", None, 9], ["电", "度", None, 10]], top=6)
    assert [rows(table) for table in reading(book).tables] == [
        [["指标", "2023", "2024"], ["男", "1", "2"], ["女", "3", "4"]],
        [["指标", "2023", "2024"], ["培训", "5", "6"], ["工伤", "7", "8"]],
        [["指标", "单位", "2023"], ["水", "吨", "9"], ["电", "度", "10"]],
    ]


def test_merged_cells_and_indents_are_kept(book, reading):
    sheet = book.active
    fill(
        sheet,
        [["指标", "单位", 2024, None], [None, None, "男", "女"], ["员工", "人", 6, 5], ["总部", "人", 2, 1]],
    )
    for area in ("A1:A2", "B1:B2", "C1:D1"):
        sheet.merge_cells(area)
    sheet["A4"].alignment = Alignment(indent=2)
    (table,) = reading(book).tables
    assert rows(table)[:2] == [["指标", "单位", "2024", "2024"], ["指标", "单位", "男", "女"]]
    assert table.header_rows == 2
    assert [cell.indent for cell in table.cells if cell.column == 0] == [0.0, 0.0, 18.0]


def test_the_head_of_the_labels_may_stand_in_the_second_line_of_heads(book, reading):
    sheet = book.active
    fill(
        sheet,
        [
            [None, "FY2023", None, "FY2024", None],
            ["Age", "Men", "Women", "Men", "Women"],
            ["Under 30", 879, 953, 902, 978],
            ["Over 30", 882, 570, 853, 636],
        ],
    )
    for area in ("B1:C1", "D1:E1"):
        sheet.merge_cells(area)
    (table,) = reading(book).tables
    assert table.header_rows == 2


def test_what_is_hidden_is_not_read_and_is_doubted(book, reading):
    sheet = book.active
    fill(
        sheet,
        [["指标", 2022, 2023, 2024], ["水", 1, 2, 3], ["电", 4, 5, 6], ["热", 7, 8, 9], ["气", 1, 1, 1]],
    )
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["B"].hidden = True
    secret = book.create_sheet("草稿")
    fill(secret, [HEAD, ["水", "吨", 9, 9]])
    secret.sheet_state = "hidden"
    document = reading(book)
    assert [rows(table) for table in document.tables] == [
        [["指标", "2023", "2024"], ["水", "2", "3"], ["气", "1", "1"]]
    ]
    assert codes(document) == [("columns_hidden", 1), ("rows_hidden", 3), ("sheet_hidden", 10001)]


def test_a_formula_without_a_kept_result_and_an_error_are_doubted(book, reading):
    sheet = book.active
    fill(sheet, [HEAD, ["水", "吨", 1, 2], ["电", "度", 3, "=C3*2"]])
    sheet["C4"], sheet["A4"] = "#DIV/0!", "强度"
    sheet["C4"].data_type = "e"
    document = reading(book)
    assert codes(document) == [("formula_without_result", 3), ("cell_error", 4)]
    assert rows(document.tables[0])[2] == ["电", "度", "3", ""]


def test_dates_raised_marks_and_line_breaks_are_read_as_shown(book, reading):
    sheet = book.active
    fill(
        sheet,
        [
            ["指标", "单位", date(2023, 12, 31), date(2024, 12, 31)],
            ["水", "吨", 1, 2],
            ["温室气体\n排放", "吨", 3, 4],
        ],
    )
    sheet["C1"].number_format = sheet["D1"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["A2"].value = CellRichText("用水", TextBlock(InlineFont(vertAlign="superscript"), "1"))
    (table,) = reading(book).tables
    assert rows(table)[0][2:] == ["2023年12月31日", "2024年12月31日"]
    assert [row[0] for row in rows(table)[1:]] == ["用水¹", "温室气体排放"]


def test_the_claims_of_a_data_book_have_period_unit_and_line(book, reading):
    fill(book.active, [HEAD, ["总用水量", "吨", 980, 1100]])
    book.active["D2"].number_format = "#,##0"
    claims = extract(reading(book)).claims
    told = [(c.period.code, c.quantity.text, c.quantity.unit.id, c.place.line, c.place.page) for c in claims]
    assert told == [("CY2023", "980", "t", 2, None), ("CY2024", "1,100", "t", 2, None)]


def test_the_same_workbook_is_read_the_same_way_twice(book, reading):
    fill(book.active, [HEAD, ["水", "吨", 1, 2]])
    assert reading(book).elements == reading(book).elements
