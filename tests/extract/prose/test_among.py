"""Some of a whole that the words in front of a number name, and shares of which a clause says whose."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("50名高级管理人员中有15名女性。", ["headcount.rank_senior_manager", "headcount.gender_female.rank_senior_manager"]),
        ("公司高级管理人员中有15名女性。", ["headcount.gender_female.rank_senior_manager"]),
        ("供应商中有45家来自海外。", ["suppliers.region_overseas"]),
        ("员工中有35.2%为女性。", ["headcount_share.gender_female"]),
        (
            "董事会8名成员中有3名独立董事和2名女性董事。",
            ["board_members", "board_members.board_independent", "board_members.gender_female"],
        ),
    ],
)  # fmt: skip
def test_a_number_behind_its_whole_counts_what_stands_behind_it(report, sentence, told):
    assert [claim.metric.id for claim in report(sentence).claims] == told


def test_a_share_behind_a_clause_of_its_own_is_not_that_of_the_group_before(report):
    *_, women, south = report("公司员工2,000名，其中女性700名，占35.0%；南部员工最多，占45.8%。").claims
    assert women.metric.id == "headcount_share.gender_female"
    assert (south.metric.id, south.scope) == ("headcount_share", "南部")
    *_, share = report("用水总量80万吨，其中再生水占29.2%，生产用水为主，占60.3%。").claims
    assert share.folded.startswith("生产用水")


def test_a_number_that_tells_more_of_the_group_before_does_so(report):
    *_, share = report("公司员工2,000名，其中女性700名；占35.0%。").claims
    assert share.metric.id == "headcount_share.gender_female"


def test_who_is_counted_is_not_the_group_whose_share_stands_behind(report):
    managers, women = report("18名部门主管中女性占38.9%。").claims
    assert managers.folded == "部门主管"
    assert "gender_female" in women.metric.id


@pytest.mark.parametrize("split", ["其中男性{}%，女性{}%", "其中男性及女性分别为{}%及{}%"])
def test_what_a_rate_is_split_into_are_rates_of_the_groups(report, split):
    rate, men, women = report(f"年内员工流失率12.0%，{split.format('12.6', '11.1')}。").claims
    assert [claim.metric.id for claim in (rate, men, women)] == [
        "turnover_rate",
        "turnover_rate.gender_male",
        "turnover_rate.gender_female",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "年内员工流失率12.0%，其中男性58.2%，女性41.8%。",  # of those who left
        "年内员工流失率12.0%，其中男性占58.2%。",
        "公司女性员工占比41.0%，其中女性高管占12.0%。",
    ],
)
def test_what_makes_all_or_is_called_a_share_is_no_rate_of_a_group(report, sentence):
    assert not [claim for claim in report(sentence).claims[1:] if claim.metric.base == "turnover_rate"]


def test_the_foremost_of_a_list_between_commas_is_whose_share_its_verb_tells(report):
    share, *_ = report(
        "The largest group, freight by road, represented 61.0% of scope 3, followed by rail."
    ).claims
    assert share.folded == "freight by road represented of scope 3"
    share, *_ = report("Scope 3, as in the years before, represented 61.0% of emissions.").claims
    assert "as in the years" not in share.folded


def test_a_growth_behind_one_of_a_list_is_that_of_the_one(report):
    text = "2024年，阀门、密封件及泵与滤芯营收分别为8.54亿元、1.46亿元及4.13亿元，其中滤芯受惠于新客户，较上年增长21.0%。"
    *_, growth = report(text).claims
    assert (growth.label, growth.change.value) == ("滤芯营收", "yoy_growth")
    *_, growth = report(text.replace("其中滤芯受惠于新客户", "受惠于新客户")).claims
    assert growth.label != "滤芯营收"


def test_employees_who_left_are_no_staff(report):
    (left,) = report("In 2024, 412 employees left of their own accord.").claims
    assert left.metric.id == "turnover_count.voluntary_voluntary"


def test_the_clause_in_front_says_among_whom_a_rate_is_drawn(report):
    women, managers = report("员工中，女性占比为45%；公司管理层中，女性占比达30%。").claims
    assert (women.label, women.metric.id) == ("女性占比", "headcount_share.gender_female")
    assert managers.metric.id == "women_in_management.gender_female.rank_manager"


@pytest.mark.parametrize("sentence", ["招聘过程中，女性占比为45%。", "供应商中，本地供应商占比91%。"])
def test_a_clause_that_names_nobody_else_narrows_no_rate(report, sentence):
    (rate,) = report(sentence).claims
    assert rate.label == sentence.split("，")[1].rstrip("为0123456789%。")
    assert not rate.scope
