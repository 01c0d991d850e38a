"""A printed formula defines the column of rates that it is called after, by the columns beside it."""

from __future__ import annotations

HEAD = "Test Limited Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
STAFF = (
    "Employees at year end\n\nGroup\t2024\nMale\t1,204\nFemale\t836\n"
    "Under 30 years old\t455\n30-50 years old\t1,127\nOver 50 years old\t458\nTotal\t2,040\n\n"
)
LEFT = (
    "Turnover\n\nGroup\t2024\t2024\n\tLeavers\tRate\nMale\t131\t{male}\nFemale\t77\t9.2%\n"
    "Under 30 years old\t84\t18.5%\n30-50 years old\t91\t8.1%\nOver 50 years old\t33\t7.2%\nTotal\t208\t10.2%\n\n"
    "{note}\n"
)
NOTE = "Turnover rate = leavers of the category during the year ÷ employees of the category at 31 December × 100%."
LEARNT = (
    "Learning\n\nGrade\t2024\t2024\t2024\n\tHours\tEmployees\tAverage\nForemen\t2,150\t86\t25.0\n"
    "Fitters\t19,870\t911\t{fitters}\nClerks\t4,020\t198\t20.3\nTotal\t26,040\t1,195\t21.8\n\n"
    "Average learning hours per employee = learning hours ÷ employees.\n"
)


def test_a_rate_is_drawn_over_the_employees_of_its_group(judged):
    found = judged(STAFF + LEFT.format(male="10.9%", note=NOTE), head=HEAD)
    assert [verdict for _, verdict in found.of("definition")] == ["passed"] * 6
    assert judged(STAFF + LEFT.format(male="11.9%", note=NOTE), head=HEAD).flagged == ["11.9"]


def test_a_rate_just_inside_its_rounding(judged):
    assert not judged(STAFF + LEFT.format(male="10.88%", note=NOTE), head=HEAD).flagged
    assert judged(STAFF + LEFT.format(male="10.87%", note=NOTE), head=HEAD).flagged == ["10.87"]


def test_a_mean_is_drawn_from_the_columns_beside_it(judged):
    assert [v for _, v in judged(LEARNT.format(fitters="21.8"), head=HEAD).of("definition")] == ["passed"] * 4
    assert judged(LEARNT.format(fitters="28.1"), head=HEAD).flagged == ["28.1"]


def test_rates_over_other_people_than_told_are_no_errors(judged):
    left = LEFT.format(male="11.4%", note=NOTE)
    for told, meant in (("9.2%", "9.6%"), ("18.5%", "20.1%"), ("8.1%", "8.4%"), ("7.2%", "7.7%")):
        left = left.replace(told, meant)
    assert not judged(STAFF + left, head=HEAD).flagged


def test_a_group_that_is_no_known_one_is_not_held_against_all(judged):
    left = LEFT.format(male="10.9%", note=NOTE).replace("Total\t208", "Night shift\t12\t3.1%\nTotal\t208")
    found = judged(STAFF + left, head=HEAD)
    assert "3.1" not in [stated for stated, _ in found.of("definition")]
    assert not found.flagged


def test_without_a_formula_nothing_is_drawn(judged):
    assert not judged(STAFF + LEFT.format(male="11.9%", note="Figures are unaudited."), head=HEAD).of(
        "definition"
    )


BOTH = (
    "员工（人）\t2024年\n\t人数\n男性\t4,158\n女性\t4,569\n30岁以下\t3,186\n30至50岁\t4,784\n51岁以上\t757\n员工总数\t8,727\n\n"
    "类别\t新进人数\t新进率\t离职人数\t离职率\n男性\t864\t20.8%\t714\t17.2%\n女性\t1,012\t22.1%\t803\t{}%\n"
    "30岁以下\t1,214\t38.1%\t946\t29.7%\n30至50岁\t598\t12.5%\t498\t10.4%\n\n"
    "注：新进率（离职率）＝该类别当年度新进（离职）人数÷该类别年底员工人数×100%。\n"
)


def test_a_formula_for_two_rates_at_once_is_that_of_each(judged):
    assert judged(BOTH.format("17.6")).flagged == []
    assert judged(BOTH.format("16.7")).flagged == ["16.7"]
