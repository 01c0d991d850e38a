"""How much of a target is reached follows from base, actual number and target."""

from __future__ import annotations

TABLE = "指标\t单位\t基准值（2020年）\t2024年实际\t2030年目标\t目标完成率\n温室气体排放总量\t吨二氧化碳当量\t10,000\t7,000\t5,000\t{}\n"


def test_the_way_from_the_base_to_the_target(judged):
    assert judged(TABLE.format("60%")).of("progress") == [("60", "passed")]
    traditional = (
        TABLE.replace("基准值", "基準值").replace("2024年实际", "2024年實際").replace("目标", "目標")
    )
    assert judged(traditional.format("60%")).of("progress") == [("60", "passed")]


def test_a_rate_that_does_not_follow_is_a_question(judged):
    found = judged(TABLE.format("70%"))
    (item,) = (item for item in found.judgements if item.relation.rule == "progress")
    assert (item.verdict.value, item.relation.strength.value) == ("flagged", "question")


def test_the_actual_number_over_the_target(judged):
    table = "指标\t单位\t2024年实际\t2024年目标\t完成率\n光伏发电量\tMWh\t900\t1,000\t{}\n"
    assert judged(table.format("90%")).of("progress") == [("90", "passed")]
    assert judged(table.format("85%")).flagged == []


def test_english_heads(judged):
    head = "Test Limited Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
    table = (
        "Indicator\tUnit\tBaseline (2020)\t2024 actual\t2030 target\tProgress towards target\n"
        "Total GHG emissions\ttCO2e\t10,000\t7,000\t5,000\t{}\n"
    )
    assert judged(table.format("60%"), head=head).of("progress") == [("60", "passed")]
    assert judged(table.format("40%"), head=head).flagged == ["40"]


STARTS = "目标\t2020年{}\t2024年实绩\t2030年目标\t目标完成率（%）\n产品排放强度（吨/兆瓦）\t40.00\t31.00\t20.00\t{}\n"


def test_a_head_may_end_in_the_word_for_the_base(judged):
    assert judged(STARTS.format("基准", "45.0")).of("progress") == [("45.0", "passed")]
    assert judged(STARTS.format("基准", "54.0")).flagged == ["54.0"]


def test_a_rate_under_its_own_sign_is_none_in_the_unit_of_the_row(judged):
    (rate,) = (
        claim
        for claim in judged(STARTS.format("基期", "45.0")).report.claims
        if claim.quantity.text == "45.0"
    )
    assert rate.quantity.unit.id == "%"


def test_spaces_in_a_justified_head_mean_nothing(judged):
    table = STARTS.replace("目标完成率", "目 标 完 成 率")
    assert judged(table.format("基准", "45.0")).of("progress") == [("45.0", "passed")]


def test_what_is_told_on_another_base_is_no_start(judged):
    assert judged(STARTS.format("基准电价", "54.0")).flagged == []
