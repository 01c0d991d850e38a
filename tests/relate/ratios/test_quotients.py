"""Shares and quotients of a table, found by their numbers."""

from __future__ import annotations

import pytest

SHARES = (
    "名称\t金额（元）\t比例（%）\n甲公司\t{first}\t38.24\n乙公司\t2,118,400.00\t26.53\n丙公司\t1,740,905.30\t21.80\n"
    "丁公司\t1,072,300.10\t13.43\n合计\t7,985,105.40\t100.00\n"
)
MARGINS = (
    "产品\t营业收入（元）\t营业成本（元）\t毛利率（%）\n甲\t3,053,500.00\t1,212,400.00\t60.29\n乙\t2,118,400.00\t1,502,880.00\t29.06\n"
    "丙\t1,740,905.30\t905,418.20\t47.99\n丁\t1,072,300.10\t650,100.70\t{last}\n"
)


def test_shares_of_a_total(judged):
    found = judged(SHARES.format(first="3,053,500.00"))
    assert found.of("table:share") == [(text, "passed") for text in ("38.24", "26.53", "21.80", "13.43")]


def test_the_share_of_a_changed_amount_does_not_hold(judged):
    assert ("38.24", "flagged") in judged(SHARES.format(first="3,503,500.00")).of("table:share")


def test_a_margin_that_does_not_follow_from_its_row(judged):
    assert ("39.37", "passed") in judged(MARGINS.format(last="39.37")).of("table:quotient")
    assert ("37.39", "flagged") in judged(MARGINS.format(last="37.39")).of("table:quotient")


def test_percentages_that_follow_from_nothing_are_left_alone(judged):
    text = "产品\t营业收入（元）\t合格率（%）\n甲\t3,053,500.00\t91.24\n乙\t2,118,400.00\t88.10\n丙\t1,740,905.30\t97.55\n"
    found = judged(text)
    assert found.of("table:share") == found.of("table:quotient") == []


@pytest.mark.parametrize(
    ("heads", "total"),
    [
        ("年龄\t人数（人）\t占比（%）", "合计"),
        ("年齡組別\t僱員人數（人）\t佔比（%）", "總計"),
        ("去向\t数量（吨）\t比例（%）", "总量合计"),
        ("Age group\tNumber (persons)\tPercentage (%)", "Total"),
        ("Region\tSuppliers (number)\tShare (%)", "Grand total"),
    ],
)
def test_percentages_beside_their_numbers_that_end_in_a_hundred_are_shares(judged, heads, total):
    rows = f"{heads}\n甲\t1,486\t23.1\n乙\t4,127\t{{}}\n丙\t810\t12.6\n{total}\t6,423\t100.0\n"
    assert judged(rows.format("64.3")).flagged == []
    assert judged(rows.format("63.4")).flagged == ["63.4"]


def test_percentages_that_end_in_a_hundred_of_something_else_are_no_shares(judged):
    rows = "部门\t培训人数（人）\t培训覆盖率（%）\n甲\t1,486\t91.1\n乙\t4,127\t88.3\n丙\t810\t95.6\n合计\t6,423\t100.0\n"
    assert judged(rows).flagged == []


NAMED = (
    "Indicator\tUnit\t2023\t2024\nDiesel\tMWh\t8,614\t8,421\nPurchased electricity\tMWh\t5,310\t5,288\n"
    "of which renewable\tMWh\t1,178\t1,364\nShare of renewable electricity\t%\t22.2\t{}\n"
)
ENGLISH = "Test Limited Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"


def test_a_row_of_shares_that_is_called_as_its_part(judged):
    assert judged(NAMED.format("25.8"), head=ENGLISH).of("table:quotient")[-1] == ("25.8", "passed")
    third = NAMED.replace("2023\t2024", "2022\t2023\t2024").replace("\t%\t", "\t%\t19.9\t")
    third = (
        third.replace("8,614", "8,702\t8,614")
        .replace("5,310", "5,402\t5,310")
        .replace("1,178", "1,076\t1,178")
    )
    assert judged(third.format("28.5"), head=ENGLISH).flagged == ["28.5"]


def test_a_row_of_shares_that_is_called_otherwise_is_left_alone(judged):
    other = NAMED.replace("Share of renewable electricity", "Customer satisfaction")
    assert judged(other.format("25.8"), head=ENGLISH).of("table:quotient") == []


HOURS = (
    "类别\t培训时数（小时）\t人数\t平均时数（小时）\n男性\t66,120\t2,634\t25.1\n女性\t90,365\t3,385\t{}\n"
    "经理\t3,549\t169\t21.0\n主管\t35,113\t1,300\t27.0\n职员\t117,823\t4,550\t25.9\n"
)


def test_hours_per_head_of_a_table_that_tells_them_in_hours(judged):
    assert judged(HOURS.format("26.7")).flagged == []
    assert judged(HOURS.format("62.7")).flagged == ["62.7"]


def test_hours_per_head_that_are_not_of_these_heads_are_let_be(judged):
    text = HOURS.replace("25.1", "18.2").replace("21.0", "33.1").replace("27.0", "12.4")
    assert judged(text.format("26.7")).flagged == []


AUDITED = (
    "指标\t单位\t2022\t2023\t2024\nSuppliers 供應商\t家\t1,886\t1,915\t1,968\nSuppliers audited 已審核供應商\t家\t486\t563\t664\n"
    "Audit coverage 審核覆蓋率\t%\t25.8\t{}\t33.7\n"
)


def test_a_coverage_is_what_is_covered_of_all(judged):
    assert judged(AUDITED.format("29.4")).flagged == []
    assert judged(AUDITED.format("92.4")).flagged == ["92.4"]


CONTENT = (
    "Indicator\tUnit\t2022\t2023\t2024\nPlastic packaging\ttonne\t4,915\t5,040\t4,985\nof which recycled content\ttonne\t1,386\t1,597\t1,984\n"
    "Recycled content share\t%\t28.2\t{}\t39.8\n"
)


def test_a_share_of_the_row_before_an_of_which(judged):
    assert judged(CONTENT.format("31.7")).flagged == []
    assert judged(CONTENT.format("37.1")).flagged == ["37.1"]


FREIGHT = (
    "Indicator\tUnit\t2021\t2022\t2023\t2024\nFlight operations\tkt CO2e\t4,055.5\t3,026.0\t3,393.5\t3,505.7\n"
    + "".join(f"Site {at}\tkt CO2e\t{at}8.9\t{at}1.2\t{at}7.6\t{at}4.7\n" for at in range(1, 10))
    + "Traffic intensity\tg CO2e/tkm\t453.3\t442.2\t{}\t401.5\nRevenue tonne kilometres\tmillion\t8,946.2\t6,842.7\t8,015.4\t8,731.6\n"
)


def test_an_intensity_is_of_the_rows_of_its_unit_however_far(judged):
    assert judged(FREIGHT.format("423.4")).flagged == []
    assert judged(FREIGHT.format("432.4")).flagged == ["432.4"]


SUBTOTALS = (
    "Activity\tSpending (CNY million)\tProportion of spending (%)\n"
    "Pumps\t{pumps}\t12\nCables\t31\t5\nAll green activities\t108\t{green}\n"
    "Offices\t210\t32\nTravel\t331\t51\nTotal (A+B)\t649\t100\n"
)


def test_shares_of_a_total_with_subtotals_above_it(judged):
    found = judged(SUBTOTALS.format(pumps="77", green="17")).of("table:share")
    assert found == [("12", "passed"), ("5", "passed"), ("17", "passed"), ("32", "passed"), ("51", "passed")]
    assert judged(SUBTOTALS.format(pumps="77", green="71")).flagged == ["71"]


def test_a_column_that_says_no_share_may_tell_anything(judged):
    table = SUBTOTALS.format(pumps="77", green="71").replace("Proportion of spending", "Progress")
    assert judged(table).flagged == []


BLOCKS = (
    "Staff\tNumber (persons)\tShare (%)\nCrew\t4,127\t64.3\nOffice\t2,296\t35.7\nAll staff, total\t6,423\t100.0\n"
    "Women who lead\t46\t{}\nMen who lead\t98\t68.1\nLeaders, total\t144\t100.0\n"
)


def test_each_total_of_a_table_is_the_whole_of_its_own_block(judged):
    assert judged(BLOCKS.format("31.9")).of("table:share") == [
        ("64.3", "passed"),
        ("35.7", "passed"),
        ("31.9", "passed"),
        ("68.1", "passed"),
    ]
    assert judged(BLOCKS.format("39.1")).flagged == ["39.1"]


TRAINED = (
    "类别\t年末人数（人）\t受训人数（人）\t受训比例（%）\t培训总时数（小时）\n"
    "高级管理层\t41\t41\t100.0\t2,870\n中级管理层\t918\t897\t{}\t58,305\n一般员工\t9,340\t8,967\t96.0\t493,185\n"
    "合计\t10,299\t9,905\t96.2\t554,360\n"
)


def test_a_column_of_shares_called_as_the_one_before_it_is_drawn_from_it(judged):
    found = judged(TRAINED.format("97.7"))
    assert [verdict for _, verdict in found.of("table:quotient")] == ["passed"] * 4
    assert judged(TRAINED.format("79.7")).flagged == ["79.7"]


def test_a_column_of_shares_called_otherwise_is_left_alone(judged):
    assert judged(TRAINED.format("79.7").replace("受训比例", "满意比例")).flagged == []
