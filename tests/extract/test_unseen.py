"""What reports of other houses print: cents, lists inside a sentence, negative words, spaced digits, tables."""

from __future__ import annotations

from decimal import Decimal

import pytest


def told(found):
    return [
        (claim.metric.id, str(claim.quantity.value), claim.quantity.unit.id, claim.change.value)
        for claim in found.claims
    ]


def one(found, digits):
    (claim,) = [claim for claim in found.claims if claim.quantity.text == digits]
    return claim


# --- prose ----------------------------------------------------------------------------------------


def test_a_dividend_in_cents_is_an_amount_of_money(report):
    claim = one(report("末期股息為每股 4.25 港仙。\n"), "4.25")
    assert (claim.quantity.unit.id, claim.quantity.unit.factor) == ("HKcent", Decimal("0.01"))


@pytest.mark.parametrize("unit", ["p per share", " pence per share"])
def test_a_dividend_in_pence_is_an_amount_of_money(report, unit):
    claim = one(report(f"The Board recommends a final dividend of 10.9{unit}.\n"), "10.9")
    assert (claim.quantity.unit.id, claim.quantity.unit.factor) == ("GBpence/share", Decimal("0.01"))


@pytest.mark.parametrize("text", ["淨利潤為負 7.3 億元。\n", "全年录得净利润为负7.3亿元。\n"])
def test_a_loss_told_as_a_negative_profit_is_negative(report, text):
    (claim,) = [claim for claim in report(text).claims if claim.metric.id == "net_profit"]
    assert claim.quantity.value == Decimal(-730000000)
    assert claim.scope == ""


def test_debts_are_not_negative(report):
    claims = report("年末负债 7.3 亿元。\n").claims
    assert [claim.quantity.value for claim in claims] == [Decimal(730000000)]


def test_one_change_told_in_two_units_is_a_change_twice(report):
    found = report("營業收入約 950 百萬元，較去年減少約 50 百萬元或 5.0%。\n")
    assert told(found)[1:] == [
        ("revenue", "50000000", "CNY", "yoy_decline"),
        ("revenue", "5.0", "%", "yoy_decline"),
    ]


def test_a_verb_moves_the_amount_behind_it(report):
    found = report("相較前一年度，公司降低用電量 12.5%，減少用水量 3.2%。\n")
    assert told(found) == [
        ("electricity", "12.5", "%", "yoy_decline"),
        ("water_consumption", "3.2", "%", "yoy_decline"),
    ]


def test_a_share_that_was_raised_is_no_growth(report):
    (claim,) = report("公司提升女性管理者占比 35%。\n").claims
    assert claim.change.value == ""


def test_the_rate_of_a_rise_is_a_change_and_no_level(report):
    assert told(report("研发投入增幅达 7.6%。\n")) == [("rd_spend", "7.6", "%", "yoy_growth")]


def test_what_stayed_as_it_was_is_named_by_the_number_before_it(report):
    found = report("毛利率為 20.4%，與上年 20.6% 基本持平。\n")
    assert [(claim.metric.id, claim.period.code) for claim in found.claims] == [
        ("gross_margin", "CY2024"),
        ("gross_margin", "CY2023"),
    ]


def test_items_of_a_list_inside_a_sentence_have_scopes_of_their_own(report):
    found = report(
        "业务概况如下：（一）制造业务：营业额上升10.7%至419.7亿元；（二）贸易：营业额减少31.6%至326.3亿元。\n"
    )
    assert [(claim.metric.id, claim.scope) for claim in found.claims] == [
        ("revenue", "制造业务"),
        ("revenue", "制造业务"),
        ("revenue", "贸易"),
        ("revenue", "贸易"),
    ]


@pytest.mark.parametrize("text", ["2023员工满意度调查已完成。\n", "根据2022国家清册编制。\n"])
def test_a_year_in_front_of_a_noun_counts_nothing(report, text):
    assert report(text).claims == ()


def test_a_classifier_makes_four_digits_a_count(report):
    assert one(report("全国共有门店2023家。\n"), "2023").quantity.unit.id == "company"


def test_digits_grouped_by_spaces_are_one_number(report):
    found = report("Energy use was 12 345 MWh in 2024.\n")
    assert [claim.quantity.value for claim in found.claims] == [Decimal(12345)]


def test_a_scope_in_front_of_a_number_is_no_part_of_it(report):
    found = report("Scope 3 608 tonnes of CO2e were emitted in 2024.\n")
    assert [claim.quantity.value for claim in found.claims] == [Decimal(608)]


def test_a_table_run_together_is_left_to_the_reader(report):
    found = report("耗用如下：柴油（公升）154,578 197,132 汽油（公升）19,422 23,639。\n")
    assert not [claim for claim in found.claims if claim.quantity.text in {"154,578", "197,132", "19,422"}]


def test_a_small_full_stop_is_a_decimal_point(report):
    assert one(report("營業額增加12﹒9%。\n"), "12﹒9").quantity.value == Decimal("12.9")


def test_a_year_in_brackets_beside_a_number_is_not_what_a_text_is_about(report):
    found = report("2022年度，流動比率為1.3倍（2021年：1.5倍），周轉天數為30天（2021年：20天）。\n", head="")
    assert {claim.change.value for claim in found.claims} == {""}


def test_a_text_without_stops_is_read_in_pieces(report):
    found = report("用電量為1,234千瓦時，" * 120 + "\n")
    assert len(found.claims) == 120


# --- tables ---------------------------------------------------------------------------------------


def test_page_numbers_beside_a_row_are_no_values(report):
    found = report(
        "| Indicator | Unit | 2023 | 2024 | Report Pages |\n|---|---|---|---|---|\n"
        "| Electricity | MWh | 1,310 | 1,280 | 45 |\n"
    )
    assert [claim.quantity.text for claim in found.claims] == ["1,310", "1,280"]


def test_a_first_column_of_chapters_keeps_its_labels(report):
    found = report("| 章节 | 2023年 | 2024年 |\n|---|---|---|\n| 用水量（吨） | 310 | 280 |\n")
    assert {claim.metric.base for claim in found.claims} == {"water_consumption"}


def test_earnings_in_cents_do_not_take_the_thousands_of_the_table(report):
    found = report(
        "（單位：千港元）\n\n| 項目 | 2023年 | 2024年 |\n|---|---|---|\n| 收入 | 5,300 | 5,100 |\n| 每股盈利（仙） | 8.95 | 7.20 |\n"
    )
    assert [str(claim.quantity.value) for claim in found.claims] == ["5300000", "5100000", "8.95", "7.20"]


def test_units_in_square_brackets_hold_for_the_rows_below(report):
    found = report("Emissions [kg] 2024 2023\nNOx 5.38 4.87\nSOx 0.12 0.15\n")
    assert {claim.quantity.unit.id for claim in found.claims} == {"kg"}


def test_heads_that_come_back_bring_their_own_unit(report):
    found = report(
        "Air emissions [kg] 2024 2023\nNOx 5.38 4.87\nSOx 0.12 0.15\n"
        "CO2 emissions [tCO2e] 2024 2023\nScope 1 265.1 300.8\nScope 2 474.5 753.9\n"
    )
    assert [claim.quantity.unit.id for claim in found.claims] == ["kg"] * 4 + ["tCO2e"] * 4


def test_a_head_that_ends_in_an_amount_of_money_gives_its_unit_and_keeps_its_name(report):
    found = report(
        "|  | FY24 Revenue $M | FY24 Earnings $M |\n|---|---|---|\n| Division North | 2,406.7 | 272.4 |\n"
    )
    assert [claim.quantity.value for claim in found.claims] == [Decimal(2406700000), Decimal(272400000)]
    assert len({claim.label for claim in found.claims}) == 2


def test_a_number_with_its_share_is_the_number(report):
    found = report(
        "Indicators 指標 Unit 單位 2023 2024\nMale 男 Number 人數 128 (82%) 126 (81%)\nFemale 女 Number 人數 29 (18%) 29 (19%)\n"
    )
    assert [claim.quantity.text for claim in found.claims] == ["128", "126", "29", "29"]


def test_a_unit_in_two_languages_is_one_unit(report):
    found = report("指標 Indicators Unit 單位 2023 2024\nTraining 總培訓時數 Hours 小時 29,655 37,805\n")
    assert {claim.quantity.unit.id for claim in found.claims} == {"hour"}


def test_a_bracket_that_tells_the_other_sign_names_no_metric(report):
    found = report("| 項目（千元） | 2023年 | 2024年 |\n|---|---|---|\n| 淨財務支出 / (收入) | 168 | 140 |\n")
    assert not any(claim.metric.known for claim in found.claims)


# --- from one value, by so much, to another -------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "行政开支由截至2023年12月31日止年度约98.2百万元减少约3.1%至截至2024年12月31日止年度约95.2百万元。\n",
        "行政开支由2023年的98.2百万元减少3.1%至2024年的95.2百万元。\n",
        "行政开支由98.2百万元下降3.1%至95.2百万元。\n",
    ],
)
def test_a_change_between_two_values_is_of_the_later_year(report, text):
    found = report(text)
    assert [(claim.quantity.text, claim.period.code, claim.change.value) for claim in found.claims] == [
        ("98.2百万", "CY2023", "from"),
        ("3.1", "CY2024", "yoy_decline"),
        ("95.2百万", "CY2024", ""),
    ]


def test_points_between_two_rates_are_points(report):
    found = report("毛利率由22.1%上升0.5个百分点至22.6%。\n")
    assert [(claim.quantity.text, claim.period.code, claim.change.value) for claim in found.claims] == [
        ("22.1", "CY2023", "from"),
        ("0.5", "CY2024", "yoy_points"),
        ("22.6", "CY2024", ""),
    ]


def test_a_change_from_an_earlier_year_keeps_that_year_as_its_base(report):
    found = report("用水量由2020年的1,000吨增加50吨或5.0%至2024年的1,050吨。\n")
    changes = [claim for claim in found.claims if claim.change.value.startswith("yoy")]
    assert [(claim.quantity.text, claim.period.code, claim.base.code) for claim in changes] == [
        ("50", "CY2024", "CY2020"),
        ("5.0", "CY2024", "CY2020"),
    ]


def test_a_percentage_keeps_its_name(report):
    (claim,) = report("受训雇员百分比为85.3%。\n").claims
    assert (claim.label, claim.scope) == ("受训雇员百分比", "")
