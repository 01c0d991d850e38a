"""What is printed in brackets is taken off already."""

from __future__ import annotations

HEAD = "Halden Pumps plc Annual Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
TABLE = (
    "# Income statement\n\n"
    "£m\t2024\t2023\nRevenue\t640.2\t598.7\nCost of sales\t{cost}\t{before}\nGross profit\t{gross}\t215.3\n"
)


def statement(cost="(410.9)", before="(383.4)", gross="229.3"):
    return TABLE.format(cost=cost, before=before, gross=gross)


def test_a_cost_in_brackets_is_not_taken_off_again(judged):
    found = judged(statement(), head=HEAD).of("identity:gross_profit")
    assert found == [("229.3", "passed"), ("215.3", "passed")]


def test_nor_where_the_result_is_wrong(judged):
    found = judged(statement(gross="292.3"), head=HEAD).of("identity:gross_profit")
    assert found == [("292.3", "flagged"), ("215.3", "passed")]


def test_a_last_digit_is_rounding(judged):
    assert judged(statement(gross="229.2"), head=HEAD).flagged == []


def test_a_tax_with_a_minus_is_a_credit_where_the_profit_says_so(judged):
    text = (
        "# 利润表\n\n单位：元\n\n项目\t2024年\t2023年\n利润总额\t81,304,417.20\t64,118,902.35\n"
        "所得税费用\t-2,114,306.45\t9,417,233.18\n净利润\t83,418,723.65\t54,701,669.17\n"
    )
    assert judged(text).of("identity:net_profit_after_tax") == [
        ("83,418,723.65", "passed"),
        ("54,701,669.17", "passed"),
    ]


def test_a_minus_in_a_row_that_has_no_other_is_no_way_of_printing(judged):
    text = (
        "指标\t单位\t2022年\t2023年\t2024年\n范围一排放量\t吨二氧化碳当量\t540,575\t521,300\t498,211\n"
        "抵消范围一碳排放\t吨二氧化碳当量\t{}\n范围一净排放\t吨二氧化碳当量\t537,905\t518,190\t494,090\n"
    )
    assert judged(text.format("2,670\t3,110\t4,121")).flagged == []
    assert judged(text.format("-2,670\t-3,110\t-4,121")).flagged == []
    assert "537,905" in judged(text.format("-2,670\t3,110\t4,121")).flagged
