"""All intensities of a year imply one denominator."""

from __future__ import annotations

TABLE = (
    "指标\t单位\t2024年\n"
    "范围 1 排放量\t吨二氧化碳当量\t485,983\n范围 2 排放量\t吨二氧化碳当量\t1,920,925\n范围 3 排放量\t吨二氧化碳当量\t7,856,241\n"
    "范围 1 排放强度\t吨二氧化碳当量 / 百万元收入\t0.5\n范围 2 排放强度\t吨二氧化碳当量 / 百万元收入\t{two}\n"
    "范围 3 排放强度\t吨二氧化碳当量 / 百万元收入\t8.4\n"
)


def test_intensities_that_share_one_revenue(judged):
    assert {verdict for _, verdict in judged(TABLE.format(two="2.1")).of("shared")} == {"passed"}


def test_an_intensity_that_needs_another_revenue_is_flagged(judged):
    assert judged(TABLE.format(two="2.8")).flagged == ["2.8"]


def test_the_hours_of_two_groups_are_not_one(judged):
    found = judged(
        "指标\t单位\t2024年\n承包商 工伤事故起数\t起\t18\n承包商 百万工时工伤率\t%\t1.46\n"
        "自有员工 工伤事故起数\t起\t66\n自有员工 百万工时工伤率\t%\t0.66\n"
    )
    assert not [item for item in found.judgements if item.relation.kind.value == "shared_denominator"]


def test_the_rate_of_contractors_is_held_against_their_own_hours(judged):
    table = (
        "2024\tEmployees\tContractors\tTotal\nHours worked (million)\t14.020\t2.980\t17.000\n"
        "Recordable injuries\t31\t9\t40\nTRIFR (per million hours worked)\t2.21\t{rate}\t2.35\n"
    )
    assert judged(table.format(rate="3.02")).flagged == []
    assert judged(table.format(rate="3.62")).flagged == ["3.62"]
