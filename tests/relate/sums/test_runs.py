"""Balances, subtotals and differences that a table shows, and what keeps chance out."""

from __future__ import annotations

ROLL = (
    "项目\t期初余额\t本期增加\t本期减少\t期末余额\n"
    "短期薪酬（元）\t8,114,230.55\t31,204,558.93\t30,118,772.41\t{close}\n"
    "设定提存计划（元）\t104,558.20\t2,310,447.66\t2,298,114.05\t116,891.81\n"
    "辞退福利（元）\t55,120.00\t640,300.50\t601,115.25\t94,305.25\n"
)


def test_what_was_there_and_what_came_and_went_give_the_balance(judged):
    found = judged(ROLL.format(close="9,200,017.07"))
    assert [item for item in found.of("table:columns") if item[0] == "9,200,017.07"] == [
        ("9,200,017.07", "passed")
    ]
    assert found.flagged == []


def test_a_balance_that_does_not_close_in_one_row(judged):
    found = judged(ROLL.format(close="9,020,017.07"))
    assert found.flagged == ["9,020,017.07"]
    assert {item.relation.kind for item in found.judgements if item.verdict.value == "flagged"} == {
        "rollforward"
    }


def test_a_total_of_subtotals(judged):
    text = (
        "项目\t2023年\t2024年\n厂区一（吨）\t1,204.5\t1,318.2\n厂区二（吨）\t880.1\t902.7\n生产小计（吨）\t2,084.6\t2,220.9\n"
        "门店（吨）\t310.4\t297.3\n办公（吨）\t95.8\t101.6\n非生产小计（吨）\t406.2\t398.9\n总计（吨）\t2,490.8\t{last}\n"
    )
    assert ("2,619.8", "passed") in judged(text.format(last="2,619.8")).of("table:rows")
    assert judged(text.format(last="2,916.8")).flagged == ["2,916.8"]


def test_a_row_that_was_silent_wherever_a_sum_held_may_be_one_more_part(judged):
    text = (
        "项目\t2023年\t2024年\n现金（元）\t-\t46.37\n银行存款（元）\t26,670,837.51\t31,204,558.93\n"
        "其他货币资金（元）\t5,772.67\t8,114.20\n合计（元）\t26,676,610.18\t31,212,719.50\n"
    )
    assert judged(text).flagged == []


def test_a_lone_total_one_slip_away_from_its_rows_is_asked_about(judged):
    text = "项目\t2024年\n甲厂（元）\t1,204,588.10\n乙厂（元）\t880,145.36\n合计（元）\t{total}\n"
    assert judged(text.format(total="2,084,733.46")).flagged == []
    assert judged(text.format(total="2,048,733.46")).flagged == ["2,048,733.46"]
    assert judged(text.format(total="5,117,902.00")).flagged == []


def test_cells_that_are_empty_where_a_sum_holds_are_nought_where_it_misses(judged):
    text = (
        "项目\t2022年\t2023年\t2024年\n一区（吨）\t113.1\t519.6\t270.7\n二区（吨）\t65,747.4\t55,111.6\t69,933.1\n"
        "三区（吨）\t381.4\t2,335.3\t{third}\n四区（吨）\t562.0\t\t\n合计（吨）\t66,803.9\t57,966.5\t78,486.6\n"
    )
    assert judged(text.format(third="8,282.8")).flagged == []
    assert judged(text.format(third="2,882.8")).flagged == ["78,486.6"]


SEXES = (
    "Indicator\tWomen\tMen\tTotal\nClasses taken (hours)\t120,461\t201,338\t{total}\n"
    "Classes taken, average per head (hours)\t18.6\t16.4\t17.2\nLanguage classes (hours)\t30,118\t47,205\t77,323\n"
)


def test_means_of_men_and_women_are_no_parts_of_the_mean_of_all(judged):
    assert judged(SEXES.format(total="321,799")).flagged == []


def test_the_amounts_beside_them_are(judged):
    assert judged(SEXES.format(total="312,799")).flagged == ["312,799"]


WORKS = (
    "项目\t期末余额（元）\t期末价值（元）\t期初余额（元）\t期初价值（元）\n一期\t\t\t118,402,776.35\t118,402,776.35\n"
    "二期\t3,270,915.48\t3,270,915.48\t\t\n三期\t256,118,430.92\t256,118,430.92\t{first}\t147,305,522.60\n"
    "四期\t41,877,063.15\t41,877,063.15\t230,664.71\t230,664.71\n"
    "合计\t301,266,409.55\t301,266,409.55\t265,938,963.66\t265,938,963.66\n"
)


def test_a_row_that_is_silent_in_one_year_is_a_part_in_the_other(judged):
    assert judged(WORKS.format(first="147,305,522.60")).flagged == []
    assert judged(WORKS.format(first="14,730.55")).flagged == ["265,938,963.66"]
