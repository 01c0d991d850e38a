"""What is added and taken off between two numbered results of a statement."""

from __future__ import annotations

STATEMENT = (
    "利润表\n\n单位：元\n\n项目\t2024年\n三、经营成果\t{profit}\n加：偶发收入\t2,613,416.10\n其中：处置利得\t118,204.00\n"
    "减：偶发支出\t1,178,367.28\n四、成果总额\t93,157,094.38\n"
)


def test_a_result_follows_from_the_one_before_and_the_steps_between(judged):
    found = judged(STATEMENT.format(profit="91,722,045.56"))
    assert ("93,157,094.38", "passed") in found.of("table:")
    assert found.flagged == []


def test_one_that_does_not_is_flagged_though_no_other_column_shows_it(judged):
    assert judged(STATEMENT.format(profit="2,613,416.10")).flagged == ["93,157,094.38"]


def test_results_that_do_not_follow_each_other_are_no_steps(judged):
    other = STATEMENT.replace("四、", "六、").format(profit="2,613,416.10")
    assert judged(other).of("table:step") == []


def test_a_row_without_a_sign_between_them_leaves_open_what_it_is(judged):
    other = STATEMENT.replace("减：偶发支出", "偶发支出").format(profit="2,613,416.10")
    assert judged(other).of("table:step") == []
