"""Changes and shares of a number that stands in a table under another name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.extract.report import extract
from auditor.judge.verdict import judge
from auditor.model.claim import Source
from auditor.read.text import read_text
from auditor.relate.propose import propose
from tests.relate.conftest import HEAD

TABLE = (
    "能源使用情况\n\n"
    "项目\t单位\t2024年\t2023年\n"
    "光伏自发自用电量\t万千瓦时\t1,204.5\t743.4\n"
    "外购电量\t万千瓦时\t13,665.1\t13,552.0\n"
    "总用电量\t万千瓦时\t14,869.6\t14,295.4\n\n"
)
TOLD = "全年自发自用1,204.5万千瓦时，为上年的{}倍，占总用电量的{}%，比上年提高{}个百分点。\n"


def of(judged, *told: str):
    found = judged(TABLE + TOLD.format(*told))
    return found.of("anchored") + found.of("row:points")


def test_a_multiple_a_share_and_its_points_hold(judged):
    found = judged(TABLE + TOLD.format("1.62", "8.1", "2.9"))
    assert found.of("anchored") + found.of("row:points") == [("1.62", "passed"), ("2.9", "passed")]
    assert found.flagged == []


def test_a_wrong_multiple_is_told(judged):
    assert ("6.12", "flagged") in of(judged, "6.12", "8.1", "2.9")


def test_wrong_points_are_told(judged):
    assert ("3.9", "flagged") in of(judged, "1.62", "8.1", "3.9")


def test_rounding_accuses_nobody(judged):
    assert ("1.6", "passed") in of(judged, "1.6", "8.1", "2.9")


@pytest.mark.parametrize("other", ["1,198.2", "1,240.5"])
def test_a_number_that_no_row_tells_anchors_nothing(judged, other):
    found = judged(TABLE + TOLD.format("1.62", "8.1", "2.9").replace("1,204.5", other))
    assert [item for item in found.of("anchored") if item[0] == "1.62"] == []


def test_a_change_of_another_thing_is_not_one_of_the_row(judged):
    found = judged(TABLE + "全年自发自用1,204.5万千瓦时，设备数量同比增长12.5%。\n")
    assert found.of("anchored") == []


def test_a_change_on_the_base_year_is_measured_on_its_column(judged):
    table = (
        "排放量\n\n排放类别\t单位\t2020年（基准年）\t2023年\t2024年\n"
        "范围一与范围二（市场基准）\t吨二氧化碳当量\t73,900\t67,530\t61,185\n\n"
    )
    told = "2024年排放总量为61,185吨二氧化碳当量，较2023年减少9.4%，较基准年{}17.2%。\n"
    assert judged(table + told.format("减少")).of("anchored") == [("17.2", "passed")]
    assert ("17.2", "flagged") in judged(table + told.format("增加")).of("anchored")


def test_women_among_a_group_follow_from_the_row_of_the_group(judged):
    table = (
        "职级\t2024年男\t2024年女\t2024年合计\t2023年男\t2023年女\t2023年合计\n"
        "主管\t149\t65\t214\t146\t59\t205\n\n"
    )
    found = judged(table + "主管214人中女性占{}%。\n".format("30.4"))
    assert "30.4" not in found.flagged


PRODUCTS = (
    "主营业务分产品情况\n\n单位：元\n\n分产品\t营业收入\t营业成本\t毛利率（%）\t毛利率比上年增减\n"
    "甲泵\t731,204,118.20\t540,112,906.44\t26.13\t增加0.83个百分点\n"
    "乙阀\t406,117,250.91\t251,334,709.15\t38.11\t增加2.05个百分点\n\n"
)


def test_points_behind_another_product_are_not_those_of_the_first(judged):
    text = (
        PRODUCTS
        + "分产品看，甲泵收入7.31亿元，毛利率为26.13%；乙阀收入增长9.02%，毛利率同比上升{}个百分点。\n"
    )
    assert judged(text.format("2.05")).of("anchored:again") == []
    assert judged(text.format("2.05")).of("retold:change") == [("2.05", "passed")]
    assert judged(text.format("2.05")).flagged == []


@pytest.mark.parametrize(("times", "verdict"), [("1.40", "passed"), ("1.04", "flagged")])
def test_a_multiple_of_what_a_chart_tells_is_one_of_the_chart(tmp_path, times, verdict):
    path = tmp_path / "2024.txt"
    table = "指标\t2022年\t2023年\t2024年\n获认证园区面积（平方米）\t812,400\t903,600\t1,137,500\n\n"
    path.write_text(f"{HEAD}{table}获认证园区面积113.75万平方米，为2022年的{times}倍。\n", "utf-8")
    report = extract(read_text(path, path.name, "0" * 64))
    drawn = [
        replace(claim, source=Source.FIGURE, seat=None) if claim.seat else claim for claim in report.claims
    ]
    report = replace(report, claims=tuple(drawn))
    judged = judge(propose(report, (report,)), {claim.ref: claim for claim in report.claims})
    assert [item.verdict for item in judged if item.relation.rule == "anchored:change"] == [verdict]


def test_a_share_of_the_year_before_is_one_of_the_rows_of_that_year(judged):
    told = "全年自发自用1,204.5万千瓦时，占总用电量的8.1%，上年为{}%。\n"
    assert ("5.2", "passed") in judged(TABLE + told.format("5.2")).of("anchored:share")
    assert judged(TABLE + told.format("5.2")).flagged == []
    assert "2.5" in judged(TABLE + told.format("2.5")).flagged
