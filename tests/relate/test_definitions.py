"""Formulas that a report prints in its notes."""

from __future__ import annotations

TABLE = (
    "指标\t单位\t2023年\t2024年\n员工总人数\t人\t100,000\t125,000\n因工死亡人数\t人\t1\t2\n因工死亡率¹\t%\t0.0010\t{rate}\n\n"
    "1. 因工死亡率 = (因工死亡人数 / 员工总人数) × 100%\n"
)


def test_a_rate_that_follows_from_its_formula(judged):
    assert judged(TABLE.format(rate="0.0016")).of("definition") == [
        ("0.0010", "passed"),
        ("0.0016", "passed"),
    ]


def test_a_rate_that_does_not(judged):
    assert judged(TABLE.format(rate="0.0021")).flagged == ["0.0021"]


def test_a_note_that_narrows_the_population_makes_it_a_question(judged):
    text = (
        TABLE.format(rate="0.0021").replace("因工死亡率¹", "因工死亡率¹,²")
        + "\n2. 统计范围为直接管理业务的员工。\n"
    )
    (item,) = [item for item in judged(text).judgements if item.verdict.value == "flagged"]
    assert item.relation.strength.value == "question"


def test_what_a_formula_needs_and_the_report_does_not_print_is_said(judged):
    text = "指标\t单位\t2024年\n工伤人数\t人\t79\n工伤率\t工伤人数 / 百万工作小时\t0.41\n\n1. 工伤率 = (工伤人数 / 员工总工作时数) × 1,000,000\n"
    (item,) = [item for item in judged(text).judgements if item.relation.kind.value == "definition"]
    assert item.verdict.value == "undecided"
    assert "工作时数" in item.reason
