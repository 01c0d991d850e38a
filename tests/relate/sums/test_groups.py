"""Groups under a head that tells no number, over the total of a row above."""

from __future__ import annotations

import pytest

TABLE = (
    "研发人员情况\t2024年\t2023年\n"
    "研发人员数量（人）\t1,316\t{before}\n"
    "研发人员数量占比（%）\t21.07\t20.64\n"
    "研发人员学历结构\t\t\n"
    "博士\t41\t37\n"
    "硕士\t{masters}\t286\n"
    "本科\t{bachelors}\t688\n"
    "{rest}"
)
REST = "大专及以下\t213\t206\n"


def table(before="1,217", masters="324", bachelors="738", rest=REST):
    return TABLE.format(before=before, masters=masters, bachelors=bachelors, rest=rest)


def test_parts_by_education_add_up_to_the_staff_above(judged):
    assert judged(table()).of("table:group") == [("1,316", "passed"), ("1,217", "passed")]


def test_the_year_that_a_group_misses_is_flagged(judged):
    assert judged(table(masters="286")).flagged == ["1,316"]


@pytest.mark.parametrize("wrong", [{"rest": ""}, {"before": "1,229", "masters": "286"}])
def test_a_group_that_never_adds_up_is_not_told_in_full(judged, wrong):
    assert judged(table(**wrong)).of("table:group") == []
