from __future__ import annotations

from auditor.model.document import BlockKind
from tests.read.text.conftest import rows
from tests.read.text.conftest import said

RAW = """表 ：2023財年本公司用能情況

指標 單位 2022財年 2023財年7

外購蒸汽 吉焦 12,345.60 9,870.10

每人用汽量 吉焦╱人 8.15 6.40

直接排放總量11
噸二氧化碳\x20

當量
731.20 655.04

未列入上表的數據見下一節，其口徑與往年一致，並由第三方覆核，覆核報告可在網站上查閱。
"""


def test_a_row_of_raw_pdf_text_is_placed_from_the_right(reading):
    table = reading(RAW).tables[0]
    assert rows(table)[:3] == [
        ["指標", "單位", "2022財年", "2023財年7"],
        ["外購蒸汽", "吉焦", "12,345.60", "9,870.10"],
        ["每人用汽量", "吉焦╱人", "8.15", "6.40"],
    ]
    assert table.caption.string == "表 ：2023財年本公司用能情況"


def test_label_and_unit_above_their_values_join_the_row(reading):
    table = reading(RAW).tables[0]
    assert rows(table)[3] == ["直接排放總量11", "噸二氧化碳當量", "731.20", "655.04"]
    unit = next(cell for cell in table.cells if cell.text.string == "噸二氧化碳當量")
    assert [piece.place.line for piece in unit.text.pieces] == [10, 12]


def test_prose_ends_the_table(reading):
    assert said(reading(RAW), BlockKind.PARAGRAPH)[-1].startswith("未列入上表")


def test_group_labels_stand_above_their_rows(reading):
    text = """指標 單位 2022年 2023年

員工總數 人 410 388

按崗位劃分的\x20
員工人數

管理人員 人 31 30

生產人員 人 379 358
"""
    assert [row[0] for row in rows(reading(text).tables[0])] == [
        "指標",
        "員工總數",
        "按崗位劃分的員工人數",
        "管理人員",
        "生產人員",
    ]


def test_two_group_labels_in_a_row_stay_two(reading):
    text = """指標 單位 2022年 2023年
甲類總量 噸 41 38

按廠區與工序劃分的
廢料產生量

按廠區劃分的總數

東廠 噸 21 20
西廠 噸 20 18
"""
    labels = [row[0] for row in rows(reading(text).tables[0])]
    assert labels == ["指標", "甲類總量", "按廠區與工序劃分的廢料產生量", "按廠區劃分的總數", "東廠", "西廠"]


def test_a_label_broken_in_a_range_joins_the_row_below(reading):
    text = "指標 單位 2022年 2023年\n\n20歲– \n29歲\n\n% 24.63 25.84\n\n30歲以上 % 75.37 74.16\n"
    assert rows(reading(text).tables[0])[1] == ["20歲–29歲", "%", "24.63", "25.84"]


def test_values_on_lines_of_their_own_fill_the_row(reading):
    text = "指标 单位 2022年 2023年\n用水总量 吨\n1,204\n1,310\n用纸 吨 5 6\n"
    table = reading(text).tables[0]
    assert rows(table)[1][2:] == ["1,204", "1,310"]
    assert rows(table)[2] == ["用纸", "吨", "5", "6"]


def test_too_few_values_are_doubted_and_put_in_no_column(reading):
    text = "指标 单位 2021年 2022年 2023年\n用水 吨 7 8 9\n用气 立方米 33 35\n"
    document = reading(text)
    assert rows(document.tables[0])[2] == ["用气", "立方米", "", "", ""]
    assert [(doubt.code, doubt.place.line) for doubt in document.doubts] == [("cell_without_column", 3)]
    assert "用气 立方米 33 35" in said(document, BlockKind.PARAGRAPH)


def test_a_kept_layout_places_too_few_values(reading):
    text = """Indicator              Unit        FY2022      FY2023      FY2024
Electricity bought     MWh        700,100     690,200     680,300
  Natural gas          MWh                    120,000     118,500
"""
    table = reading(text).tables[0]
    assert rows(table)[2] == ["Natural gas", "MWh", "", "120,000", "118,500"]
    assert [cell.indent for cell in table.cells if cell.column == 0] == [0.0, 0.0, 1.0]


def test_units_of_two_words_stay_together(reading):
    text = "KPI Unit 2022 2023\nWater withdrawal thousand m3 4,210 4,102\nWomen in management % 31.2 33.0\n"
    assert rows(reading(text).tables[0])[1:] == [
        ["Water withdrawal", "thousand m3", "4,210", "4,102"],
        ["Women in management", "%", "31.2", "33.0"],
    ]


def test_plain_words_head_a_table_only_under_its_caption(reading):
    body = "地區 直營 加盟 合計\n\n東部 1,204 33 1,237\n\n西部 310 7 317\n"
    assert rows(reading("表 ：門店分佈\n\n" + body).tables[0])[1] == ["東部", "1,204", "33", "1,237"]
    assert reading(body).tables == ()


def test_a_unit_column_behind_the_values_is_kept_there(reading):
    text = "指标 2022年 2023年 单位\n用水 41 38 吨\n用电 5.2 4.9 万度\n"
    assert rows(reading(text).tables[0])[1] == ["用水", "41", "38", "吨"]


def test_a_title_with_a_year_is_no_head(reading):
    text = "某某股份有限公司 2023 年年度報告全文\n主營業務 100,200.00 90,100.00\n其他業務 3,100.00 2,900.00\n"
    assert reading(text).tables == ()


def test_the_axis_of_a_chart_is_no_head(reading):
    assert reading("2020 2020\n2021 2021\n用水 16.8 8.5\n用电 8.8 5.8\n").tables == ()


def test_more_values_than_heads_prove_the_head_wrong(reading):
    wide = "营业收入 10,200.00 9,100.00 8,000.00\n营业成本 7,100.00 6,900.00 5,500.00\n"
    assert reading("项目 2023年\n" + wide + "利息 3.5\n税 2.5\n").tables == ()


def test_one_row_with_too_many_values_is_doubted(reading):
    rows_below = "".join(f"第{name}项 {number}.5 {number}.0\n" for number, name in enumerate("一二三四", 1))
    document = reading("项目 2022年 2023年\n" + rows_below + "合计 10.0 9.0 8.0\n")
    assert document.tables[0].rows == 5
    assert [(doubt.code, doubt.place.line) for doubt in document.doubts] == [("cell_without_column", 6)]


def test_heads_that_come_back_on_every_page_are_no_furniture(reading):
    table = "类别项目名称 期末余额 期初余额\n存货 7,100.00 6,900.00\n合计 7,100.00 6,900.00\n"
    assert len(reading((table + "\n本段说明口径。\n" * 12) * 8).tables) == 8


def test_a_value_beside_an_empty_column_is_doubted_and_not_taken_for_a_label(reading):
    text = "项目 期末余额 期初余额\n存货 7,100.00 6,900.00\n预付款 310.50\n应收票据\n存款 80.10 75.00\n"
    document = reading(text)
    assert rows(document.tables[0])[2:] == [
        ["预付款", "", ""],
        ["应收票据", "", ""],
        ["存款", "80.10", "75.00"],
    ]
    assert [doubt.place.line for doubt in document.doubts] == [3]


def test_a_numbered_scope_is_a_label_and_no_value(reading):
    text = "指标 单位 2023年\n范围 1\n固定燃烧 吨 204\n范围 2\n外购电力 吨 880\n"
    labels = [row[0] for row in rows(reading(text).tables[0])]
    assert labels == ["指标", "范围 1", "固定燃烧", "范围 2", "外购电力"]


MARKED = """表1 貸款餘額

投向                2024年末      2023年末      2024年占比（%）
節能                 289.16       221.57           61.00
      ①
清潔能源             150.94       176.38           31.84
其他                  33.90        20.00            7.16
"""


def test_a_share_of_a_year_heads_a_column(reading):
    assert rows(reading(MARKED).tables[0])[0] == ["投向", "2024年末", "2023年末", "2024年占比（%）"]


def test_a_mark_on_a_line_of_its_own_belongs_to_the_row_below(reading):
    assert [row[0] for row in rows(reading(MARKED).tables[0])[1:]] == ["節能", "清潔能源①", "其他"]
