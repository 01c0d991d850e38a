"""A rate of the whole is the mean of its groups, weighted by the heads."""

from __future__ import annotations

TABLE = (
    "指标\t单位\t2022年\t2023年\t2024年\n"
    "按性别划分的员工比例\t\t\t\t\n男性\t%\t65.4\t65.2\t64.6\n女性\t%\t34.6\t34.8\t35.4\n"
    "总流失率\t%\t27.0\t29.3\t{rate}\n按性别划分的员工流失率\t\t\t\t\n男性\t%\t27.4\t28.2\t23.1\n女性\t%\t26.2\t31.4\t24.3\n"
)


def test_a_rate_that_is_the_mean_of_its_groups(judged):
    assert judged(TABLE.format(rate="23.5")).of("mean") == [
        ("27.0", "passed"),
        ("29.3", "passed"),
        ("23.5", "passed"),
    ]


def test_a_rate_outside_of_its_groups_is_a_question(judged):
    found = judged(TABLE.format(rate="25.3"))
    (item,) = [item for item in found.judgements if item.verdict.value == "flagged"]
    assert (item.relation.strength.value, found.flagged) == ("question", ["25.3"])


def test_a_report_in_which_it_holds_in_no_year_counts_other_heads(judged):
    text = TABLE.replace("27.0\t29.3", "20.0\t21.0").format(rate="18.0")
    assert judged(text).of("mean") == []
