"""Compound annual growth rates are judged on the first and the last level."""

from __future__ import annotations

from auditor.judge.invert import invert
from auditor.model.interval import Interval

ROW = "指标\t单位\t2020年\t2021年\t2022年\t2023年\t2024年\n营业收入\t亿元\t100\t110\t120\t130\t146.4\n\n"


def test_a_rate_with_both_ends_in_its_sentence(judged):
    text = "营业收入由2020年的100.0亿元增长至2024年的146.4亿元，年均复合增长率为{}%。\n"
    assert judged(text.format("10.0")).of("compound") == [("10.0", "passed")]
    assert judged(text.format("11.6")).flagged == ["11.6"]  # the mean of 46.4 % over four years


def test_the_last_digit_of_a_rate_from_rounded_levels(judged):
    text = "2019年至2023年，公司服务的养老机构床位由 240 万张增加至 390 万张，复合年增长率为 {}%。\n"
    assert judged(text.format("13.0")).of("compound") == [("13.0", "rounding")]
    assert judged(text.format("13.2")).flagged == ["13.2"]


def test_a_rate_in_front_of_its_levels(judged):
    text = "2019年至2023年，本地家政服务收入以20.0%的年复合增长率从 150.0 亿元增长到 311.0 亿元。\n"
    assert judged(text).of("compound") == [("20.0", "passed")]


def test_traditional_chinese_names_the_years_and_the_table_tells_the_levels(judged):
    assert judged(ROW + "2020-2024年，營業收入複合年增長率達10.0%。\n").of("compound") == [("10.0", "passed")]
    assert judged(ROW + "2020-2024年，營業收入複合年增長率達12.0%。\n").flagged == ["12.0"]


def test_a_column_of_compound_rates_is_none_of_yearly_growth(judged):
    table = ROW.replace("2024年\n", "2024年\t2020-2024年复合增长率\n").replace("146.4\n", "146.4\t{}%\n")
    found = judged(table.format("10.0"))
    assert (found.of("compound"), found.of("growth")) == ([("10.0", "passed")], [])
    assert judged(table.format("12.6")).flagged == ["12.6"]


def test_english_rates(judged):
    row = "Indicator\tUnit\t2020\t2024\nRevenue\tRMB million\t100\t146.4\n\n"
    head = "Test Limited Annual Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
    for told in (
        "Revenue grew at a CAGR of {} from 2020 to 2024.\n",
        "Between 2020 and 2024, revenue increased at a compound annual growth rate of {}.\n",
        "Revenue grew from RMB 100 million in 2020 to RMB 146.4 million in 2024, a CAGR of {}.\n",
    ):
        assert judged(row + told.format("10.0%"), head=head).of("compound") == [("10.0", "passed")]
        assert judged(row + told.format("13.0%"), head=head).flagged == ["13.0"]


def test_a_forecast_is_a_question(judged):
    text = "2024年本地家政服务市场规模预计为 500.0 亿元，预计到2030年，本地家政服务市场规模将达到 800.0 亿元，年复合增长率约为 9.4%。\n"
    (item,) = (item for item in judged(text).judgements if item.relation.rule == "compound")
    assert (item.verdict.value, item.relation.strength.value) == ("flagged", "question")
    assert judged(text.replace("年复合", "2023-2030年复合")).flagged == []


def test_the_rate_of_something_else_accuses_nobody(judged):
    text = "营业收入由2020年的100亿元增长至2024年的146.4亿元，净利润复合增长率为15.0%。\n"
    assert judged(text).flagged == []


def test_a_mean_and_years_that_are_not_printed_accuse_nobody(judged):
    assert judged(ROW + "2024年，营业收入较2020年年均增长11.6%。\n").flagged == []
    assert judged(ROW + "过去三年，营业收入复合增长率为12.0%。\n").flagged == []


def test_a_rate_is_repaired_by_its_root(judged):
    found = judged("营业收入由2020年的100.0亿元增长至2024年的146.4亿元，年均复合增长率为11.6%。\n")
    (item,) = (item for item in found.judgements if item.relation.rule == "compound")
    bases = {ref: claim.quantity.base for ref, claim in found.claims.items()}
    assert invert(item.relation, item.relation.stated, bases).meets(Interval.exactly(10))
    level = invert(item.relation, item.relation.refs[1], bases)
    assert level.meets(Interval.exactly(15_500_000_000))


def test_a_rate_over_one_year_more_or_less_is_a_question(judged):
    text = "营业收入由2020年的100.0亿元增长至2024年的146.4亿元，年均复合增长率为7.9%。\n"
    (item,) = (item for item in judged(text).judgements if item.relation.rule == "compound")
    assert (item.verdict.value, item.relation.strength.value) == ("flagged", "question")


def test_a_loss_has_no_compound_growth(judged):
    table = "指标\t单位\t2022年\t2023年\t2024年\t三年复合增长率\n净利润\t亿元\t-5\t8\t10\t12%\n"
    assert judged(table).of("compound") == []


ROWS = "\n指标\t单位\t2022年\t2023年\t2024年\n外购蒸汽\t吨\t5,120\t5,008\t4,964\n屋顶光伏电量\t兆瓦时\t2,310\t2,870\t3,905\n"


def test_a_rate_behind_a_level_is_that_of_the_row_which_prints_it(judged):
    text = (
        "2024 年屋顶光伏电量 390.5 万千瓦时，为 2023 年的 1.36 倍，2022 至 2024 年的复合年增长率为 {}。\n"
        + ROWS
    )
    assert judged(text.format("30.0%")).of("compound") == [("30.0", "passed")]
    assert judged(text.format("36.0%")).flagged == ["36.0"]


def test_a_rate_is_that_of_the_row_it_is_named_after(judged):
    text = "2022 年至 2024 年，屋顶光伏电量年均复合增长率为 {}。\n" + ROWS
    assert judged(text.format("30.0%")).of("compound") == [("30.0", "passed")]
    assert judged(text.format("27.0%")).flagged == ["27.0"]


def test_a_rate_of_the_trade_is_none_of_the_row(judged):
    text = (
        "2024 年屋顶光伏电量 390.5 万千瓦时，全国分布式光伏装机 2022 至 2024 年的复合年增长率为 55.0%。\n"
        + ROWS
    )
    assert judged(text).flagged == []
