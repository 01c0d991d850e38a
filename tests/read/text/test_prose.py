from __future__ import annotations

from auditor.model.document import BlockKind
from tests.read.text.conftest import said

WRAPPED = """ 第三次公告

本公司在各廠區推行節水計劃，並由總務部
每月公佈用水量。二零二三年共節水 12,400

噸，比上一年增加百分之六，節省水費近 3
8 萬元。各廠區的計劃由廠長負責，並在年
底由審計部檢查，檢查結果向董事會報告。

員工安全

我們在每個車間設立安全員，安全員每星期

巡查一次，發現隱患當日整改，整改後由另
一名安全員覆核。
"""


def test_broken_lines_are_joined_inside_sentences(reading):
    paragraphs = said(reading(WRAPPED), BlockKind.PARAGRAPH)
    assert len(paragraphs) == 2
    assert "共節水 12,400噸，比上一年" in paragraphs[0]
    assert "每星期巡查一次" in paragraphs[1]


def test_a_short_line_over_prose_is_a_heading(reading):
    assert said(reading(WRAPPED), BlockKind.HEADING) == ["第三次公告", "員工安全"]


def test_latin_lines_are_joined_with_a_space(reading):
    line = "The group reduced its use of water in all plants and all offices during the year,\n"
    document = reading(line * 5 + "and will go on to do so.\n")
    assert "during the year, The group" in said(document, BlockKind.PARAGRAPH)[0]


def test_a_note_in_the_middle_of_a_sentence_is_put_aside(reading):
    text = (
        WRAPPED
        + """
公司在三個園區安裝了太陽能板，全年共發電
七百萬度，佔總用電量的百分之十一，其餘電

4	此數據由物業公司提供，統計至十二月底。
 力向電網購買，購電合同每年續簽一次。
"""
    )
    document = reading(text)
    assert said(document, BlockKind.NOTE) == ["此數據由物業公司提供，統計至十二月底。"]
    assert said(document, BlockKind.PARAGRAPH)[-1].endswith("其餘電力向電網購買，購電合同每年續簽一次。")


def test_a_page_that_cuts_a_long_paragraph_is_bridged(reading):
    text = (
        "我们持续改进废水处理工艺，在四个厂区安装了在线监测设备，全年处理废水超过一百二十万吨，其中回用的部\n\n"
        "分达到三成，回用水主要用于绿化和冷却。\n\n下一年度计划\n\n我们将继续投入。\n"
    )
    document = reading(text)
    assert said(document, BlockKind.PARAGRAPH)[0].endswith(
        "其中回用的部分达到三成，回用水主要用于绿化和冷却。"
    )
    assert said(document, BlockKind.HEADING) == ["下一年度计划"]


def test_each_line_is_a_paragraph_where_nothing_parts_them(reading):
    text = "本市一企业发布报告\n报告称，全年减少用纸三成，员工满意度上升。\n企业负责人表示，将继续努力。\n"
    document = reading(text)
    assert [block.place.line for block in document.blocks] == [1, 2, 3]


def test_a_tile_is_its_number_and_its_caption(reading):
    text = "超 3,100 名\n\n員工參加了全年舉辦的急救與消防\n培訓課程\n\n\n\n41.5%\n\n新入職員工中的女性\n"
    assert said(reading(text), BlockKind.FIGURE) == [
        "超 3,100 名 員工參加了全年舉辦的急救與消防培訓課程",
        "41.5% 新入職員工中的女性",
    ]


def test_labels_with_a_number_are_figures_in_the_printed_order(reading):
    text = "單位: 萬噸\n\n水泥窯 / 12.5\n\n餘熱利用: 8.0\n\n減排合計\n\n20.5\n\n運輸 / 0.4\n"
    assert said(reading(text), BlockKind.FIGURE) == [
        "單位: 萬噸",
        "水泥窯 / 12.5",
        "餘熱利用: 8.0",
        "減排合計 20.5",
        "運輸 / 0.4",
    ]


def test_a_heading_over_a_tile_is_not_its_caption(reading):
    document = reading("节水\n\n18%\n\n单位产品耗水量的降幅\n\n节电\n\n7%\n\n单位产品耗电量的降幅\n")
    assert said(document, BlockKind.HEADING) == ["节水", "节电"]
    assert said(document, BlockKind.FIGURE) == ["18% 单位产品耗水量的降幅", "7% 单位产品耗电量的降幅"]


def test_a_date_is_no_tile(reading):
    document = reading("二廠廠長\n\n2024 年 3 月\n\n本廠自投產以來未發生事故，全體員工功不可沒。\n")
    assert said(document, BlockKind.FIGURE) == []


def test_headings_have_the_depth_that_their_numbers_give(reading):
    text = "# 年报\n\n第二章 环境\n\n2.1 用水\n\n2.1.3 回用水\n\n附录三\n\n数据表\n"
    levels = {block.text.string: block.level for block in reading(text).blocks}
    assert levels == {"年报": 1, "第二章 环境": 1, "2.1 用水": 2, "2.1.3 回用水": 3, "附录三": 1, "数据表": 2}


def test_a_decimal_with_its_unit_is_no_heading(reading):
    assert said(reading("12.5 万吨\n\n年度减排量\n"), BlockKind.FIGURE) == ["12.5 万吨 年度减排量"]


def test_items_lose_their_bullets_and_keep_their_lines(reading):
    document = reading("我们做了以下工作：\n\n- **检修**：更换阀门；\n- 培训：举办讲座。\n● 巡查\n● 演练\n")
    assert said(document, BlockKind.ITEM) == ["检修：更换阀门；", "培训：举办讲座。", "巡查", "演练"]
    assert [block.place.line for block in document.blocks if block.kind is BlockKind.ITEM] == [3, 4, 5, 6]
