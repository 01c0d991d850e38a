"""Gaps and ratios of what men and women get."""

from __future__ import annotations

import pytest

ROWS = (
    "指标\t2024年\t2023年\n男性员工平均薪酬（万元）\t21.23\t20.64\n女性员工平均薪酬（万元）\t20.04\t19.36\n"
    "{}\t{}\t{}\n\n"
)
ENGLISH = (
    "Indicator\t2024\t2023\nMean hourly pay, men (USD)\t109.40\t106.15\nMean hourly pay, women (USD)\t104.15\t100.21\n"
    "Median hourly pay, men (USD)\t99.40\t96.15\nMedian hourly pay, women (USD)\t97.15\t93.21\n"
    "Mean gender pay gap (%)\t4.8\t5.6\nMedian gender pay gap (%)\t{}\t3.1\n"
)


@pytest.mark.parametrize(
    ("name", "right", "wrong", "before"),
    [("性别薪酬差距（%）", "5.6", "6.5", "6.2"), ("女性与男性薪酬比例（%）", "94.4", "49.4", "93.8")],
)
def test_a_gap_follows_from_the_two_amounts(judged, name, right, wrong, before):
    assert judged(ROWS.format(name, right, before)).flagged == []
    assert judged(ROWS.format(name, wrong, before)).flagged == [wrong]


def test_a_gap_told_in_a_sentence_is_asked_about(judged):
    text = ROWS.format("培训时数（小时）", "12", "13") + "2024年，女性与男性的薪酬差距为{}%。"
    assert judged(text.format("5.6")).flagged == []
    assert judged(text.format("6.5")).flagged == ["6.5"]


def test_a_gap_of_medians_is_none_of_means(judged):
    assert judged(ENGLISH.format("2.3")).flagged == []
    assert judged(ENGLISH.format("3.2")).flagged == ["3.2"]


@pytest.mark.parametrize("name", ["管理层薪酬占比（%）", "员工与高管薪酬比例（%）", "女性员工占比（%）"])
def test_other_shares_beside_the_amounts_accuse_nobody(judged, name):
    assert judged(ROWS.format(name, "31.5", "30.4")).of("paygap") == []


COLUMNS = (
    "2024年\n\n男女员工薪酬差距\n组别\t女性（元）\t男性（元）\t差距（%）\n管理人员\t4,410\t4,725\t6.7\n"
    "装配人员\t2,040\t2,108\t{}\n全体\t2,550\t2,700\t5.6\n"
)


def test_columns_of_women_and_men_give_the_gap_of_their_row(judged):
    held = judged(COLUMNS.format("3.2"))
    assert held.of("paygap") == [("6.7", "passed"), ("3.2", "passed"), ("5.6", "passed")]
    assert judged(COLUMNS.format("2.3")).flagged == ["2.3"]


def test_columns_of_other_amounts_give_no_gap_of_pay(judged):
    other = COLUMNS.replace("薪酬差距", "捐款差异").format("2.3")
    assert judged(other).of("paygap") == []
