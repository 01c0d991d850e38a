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


LEASED = (
    "指标\t单位\t自营\t出租\t合计\n一号园区用水\t吨\t41,203.6\t35,032.7\t76,236.3\n"
    "二号园区用水\t吨\t5,107.2\t0.0\t5,107.2\n三号园区用水\t吨\t60,732.5\t{}\t60,782.6\n"
)


def test_another_sign_does_not_make_a_part_the_whole(judged):
    assert judged(LEASED.format("50.1")).flagged == []
    found = judged(LEASED.format("-50.1"))
    assert found.of("table:columns") == [
        ("76,236.3", "passed"),
        ("5,107.2", "passed"),
        ("60,782.6", "flagged"),
    ]


def test_a_row_and_the_same_row_taken_off_show_nothing(judged):
    rows = (
        "指标\t单位\t2022年\t2023年\t2024年\n柴油\t吨\t214.7\t198.3\t176.2\n汽油\t吨\t331.9\t304.6\t288.1\n"
    )
    rows += "一厂燃料\t吨\t546.6\t502.9\t464.3\n煤油\t吨\t69.3\t58.1\t44.7\n二厂燃料\t吨\t69.3\t58.1\t44.7\n"
    assert not any("−" in item.relation.statement for item in judged(rows).judgements)


GRANTS = (
    "政府补助\n\n单位：元\n\n项目\t本期发生额\t上期发生额\n一、计入其他收益的补助\t{}\t818,470.12\n"
    "其中：与递延收益相关\t927,609.81\t511,203.40\n直接计入损益\t214,693.56\t307,266.72\n"
    "二、其他项目\t300,647.16\t210,330.90\n其中：手续费返还\t72,274.36\t10,330.90\n加计抵减\t228,372.80\t200,000.00\n"
    "合计\t1,442,950.53\t1,028,801.02\n"
)


def test_a_row_that_is_numbered_as_the_whole_is_no_further_part_of_it(judged):
    assert judged(GRANTS.format("1,142,303.37")).flagged == []
    assert set(judged(GRANTS.format("114.230337")).flagged) == {"114.230337", "1,442,950.53"}


def test_a_part_that_another_takes_off_proves_nothing_of_the_two(judged):
    found = judged(
        "研发支出\n\n单位：元\n\n项目\t2024年\t2023年\n办公费\t58,115.07\t62,725.33\n其他\t42,380.94\t62,725.33\n"
        "总额\t41,902,337.18\t41,721,209.59\n费用化\t27,110,405.62\t26,779,342.21\n资本化\t14,791,931.56\t14,941,867.38\n"
    )
    assert not any("其他" in item.relation.statement for item in found.judgements)
