from __future__ import annotations

import pytest

from auditor.model.document import BlockKind
from tests.read.text.conftest import rows
from tests.read.text.conftest import said

KPI = """附錄 2 環境數據表

環境	單位	2021 年	2022 年	2023 年
廢水排放 ^{1,2}	噸	4,100	3,950	3,702
- 生活污水	噸		1,210	1,195
廢氣 ³	千立方米	/	0.7	0.5

1. 廢水不含外包工廠

3. 廢氣按在線監測計算

環境	單位	2021 年	2022 年	2023 年
廢油	公斤	12.0	11	0
"""


def test_a_tab_table_keeps_every_cell_in_its_column(reading):
    table = reading(KPI).tables[0]
    assert rows(table) == [
        ["環境", "單位", "2021 年", "2022 年", "2023 年"],
        ["廢水排放 ¹,²", "噸", "4,100", "3,950", "3,702"],
        ["- 生活污水", "噸", "", "1,210", "1,195"],
        ["廢氣 ³", "千立方米", "/", "0.7", "0.5"],
    ]
    assert (table.header_rows, table.caption.string) == (1, "附錄 2 環境數據表")


def test_repeated_heads_begin_a_new_piece_that_continues_the_last(reading):
    first, second = reading(KPI).tables
    assert (first.continued, second.continued) == (False, True)
    assert rows(second)[1] == ["廢油", "公斤", "12.0", "11", "0"]


def test_a_cell_knows_its_line_and_column(reading):
    table = reading(KPI).tables[0]
    cell = next(cell for cell in table.cells if cell.text.string == "1,195")
    assert str(cell.text.place()) == "L5"
    assert cell.text.place().column == len("- 生活污水\t噸\t\t1,210\t")


def test_a_dash_marks_a_child_row(reading):
    labels = {cell.text.string: cell.indent for cell in reading(KPI).tables[0].cells if cell.column == 0}
    assert labels["- 生活污水"] == 1.0
    assert labels["廢水排放 ¹,²"] == 0.0


def test_heads_that_come_again_without_a_break_part_the_table(reading):
    text = "指标\t单位\t2023年\n用水\t吨\t5\n指标\t单位\t2023年\n用纸\t吨\t7\n"
    assert [rows(table)[1] for table in reading(text).tables] == [["用水", "吨", "5"], ["用纸", "吨", "7"]]


def test_a_title_row_over_the_heads_is_the_caption(reading):
    text = "用能情况 ⁴\t\t\n指标\t单位\t2023 财年\n用电\t度\t31\n"
    table = reading(text).tables[0]
    assert table.caption.string == "用能情况 ⁴"
    assert rows(table) == [["指标", "单位", "2023 财年"], ["用电", "度", "31"]]


def test_a_line_that_states_the_unit_gives_it_to_the_table(reading):
    document = reading("单位：万吨\n范围\t2022年\t2023年\n范围一\t1.2\t1.1\n")
    assert document.tables[0].unit == "万吨"
    assert said(document, BlockKind.FIGURE) == ["单位：万吨"]


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("（除特別註明外，以人民幣百萬元列示）", "人民幣百萬元"),
        ("除另有说明外，金额单位均为港币千元", "港币千元"),
        ("all figures in tonnes", "tonnes"),
        ("MWh", "MWh"),
    ],
)
def test_a_line_above_a_table_may_tell_its_unit_in_a_sentence(reading, line, unit):
    document = reading(f"Table 3 Goods\n\n{line}\n范围\t2022年\t2023年\n范围一\t1.2\t1.1\n")
    assert (document.tables[0].caption.string, document.tables[0].unit) == ("Table 3 Goods", unit)


def test_an_empty_label_belongs_to_the_label_above(reading):
    text = "指标\t类别\t2023年\n员工\t男\t61\n\t女\t39\n供应商\t境内\t8\n"
    table = reading(text).tables[0]
    assert [row[0] for row in rows(table)] == ["指标", "员工", "员工", "供应商"]


def test_an_empty_label_beside_a_unit_is_not_merged(reading):
    text = "指标\t单位\t2023年\n用水\t吨\t61\n\t吨\t39\n"
    assert [row[0] for row in rows(reading(text).tables[0])] == ["指标", "用水", ""]


def test_a_unit_where_a_value_is_due_is_doubted_not_shifted(reading):
    text = "指标\t单位\t2023 年 12 月 31 日\n总人数\t人\t320\n按性别划分\t男\t%\n\t女\t%\n"
    document = reading(text)
    assert [(doubt.code, str(doubt.place)) for doubt in document.doubts] == [
        ("value_missing", "L3"),
        ("value_missing", "L4"),
    ]
    assert rows(document.tables[0])[2] == ["按性别划分", "男", "%"]


def test_tags_and_bold_inside_cells_vanish(reading):
    text = '主题\t说明\t2023年\n安全\t<ul style="list-style-type: none"> 演练 **12** 次<br>复盘\t9\n'
    assert rows(reading(text).tables[0])[1] == ["安全", "演练 12 次 复盘", "9"]


def test_a_markdown_table_has_no_row_of_dashes(reading):
    text = "| 指标 | 单位 | 2023 |\n|:---|:--:|---:|\n| 用电[^2] | 度 | 31 |\n"
    assert rows(reading(text).tables[0]) == [["指标", "单位", "2023"], ["用电²", "度", "31"]]


def test_numbered_lines_with_a_tab_are_no_table(reading):
    document = reading("2.1\t用水管理\n\n我们每天检查水表，发现漏水立即修理。\n\n•\t更换老旧管道\n")
    assert document.tables == ()
    assert said(document, BlockKind.HEADING) == ["2.1\t用水管理"]
    assert said(document, BlockKind.ITEM) == ["更换老旧管道"]


def test_paragraphs_in_a_page_frame_are_no_table(reading):
    text = "鉴证范围\t\t\n我们接受委托，对所列数据执行了程序。\t\t\n结论\t\t\n没有发现重大错报。\t\t\n"
    document = reading(text)
    assert document.tables == ()
    assert said(document, BlockKind.PARAGRAPH) == [
        "我们接受委托，对所列数据执行了程序。",
        "没有发现重大错报。",
    ]


def test_second_heads_below_heads_of_words(reading):
    (table,) = reading(
        "供应商审核\n类别\t数量（家）\t审核\t审核\t采购额\n\t\t已审（家）\t比例（%）\t百万元\n钢材\t40\t34\t85.0\t921.6\n合计\t40\t34\t85.0\t921.6\n"
    ).tables
    assert table.header_rows == 2
