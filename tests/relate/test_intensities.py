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
