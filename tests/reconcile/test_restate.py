"""What became of a fact that two reports tell."""

from __future__ import annotations

from decimal import Decimal

import pytest

OLD = "指标\t单位\t2022年\t2023年\n{row}\n"
NEW = "指标\t单位\t2023年\t2024年\n{row}\n"


def table(old: str, new: str) -> tuple[str, str]:
    return OLD.format(row=old), NEW.format(row=new)


def classes(found):
    return [(item.old.period.code, item.standing.value) for item in found]


@pytest.mark.parametrize(
    ("old", "new", "standing"),
    [
        ("总用水量\t吨\t980\t1,000", "总用水量\t吨\t1,000\t1,100", "unchanged"),
        ("总用水量\t吨\t980\t1,000", "總用水量\t噸\t1,000\t1,100", "unchanged"),
        ("总用水量\t吨\t980\t1,004", "总用水量\t万吨\t0.10\t0.11", "rounding"),
        ("总用水量\t吨\t980\t1,000", "总用水量\t吨\t900\t1,100", "restated"),
        ("总耗水量\t吨\t980\t1,000", "用水总量\t吨\t1,000\t1,100", "relabelled"),
        ("总用电量\t兆瓦时\t980\t1,000", "总用电量\t千瓦时\t1,000,000\t1,100,000", "unchanged"),
        ("某自定指标\t吨\t980\t1,000", "某自定指标\t吨\t1,000\t1,100", "unchanged"),
        ("清洁电力使用占比\t%\t50.0\t52.2", "清洁电力使用占比\t%\t52.3\t60.0", "restated"),
    ],
)
def test_the_class_of_a_pair(restated, old, new, standing):
    assert classes(restated(*table(old, new))) == [("CY2023", standing)]


def test_a_change_is_told_in_the_unit_of_the_new_report(restated):
    (item,) = restated(*table("总用电量\t兆瓦时\t980\t1,000", "总用电量\t千瓦时\t900,000\t1,100,000"))
    assert (item.change, item.share) == (Decimal(-100000), Decimal("-0.100000"))


def test_gross_and_net_are_two_definitions(restated):
    old = "温室气体排放强度\t吨二氧化碳当量 / 百万元收入\t15.0\t15.5"
    new = "温室气体排放强度 (碳抵消后)\t吨二氧化碳当量 / 百万元收入\t13.7\t12.5"
    (item,) = restated(*table(old, new))
    assert (item.standing.value, item.change) == ("definition", None)


def test_other_age_bands_are_two_definitions(restated):
    old = "按年龄划分的员工比例\t\t\t\n< 35\t%\t70.0\t71.0\n35-49\t%\t25.0\t24.0"
    new = "按年龄划分的员工比例\t\t\t\n<=35\t%\t73.0\t72.0\n36-50\t%\t22.0\t23.0"
    assert {standing for _, standing in classes(restated(*table(old, new)))} == {"definition"}


def test_scopes_are_never_taken_for_each_other(restated):
    old = "范围 1 排放量\t吨二氧化碳当量\t100\t110"
    new = "范围 2 排放量\t吨二氧化碳当量\t90\t120"
    assert restated(*table(old, new)) == ()


def test_a_name_for_several_numbers_tells_no_single_fact(restated):
    old = (
        "# 甲\n\n"
        + OLD.format(row="总用水量\t吨\t980\t1,000")
        + "\n# 乙\n\n"
        + OLD.format(row="总用水量\t吨\t80\t70")
    )
    new = NEW.format(row="总用水量\t吨\t900\t1,100")
    assert restated(old, new) == ()


def test_prose_in_one_report_and_a_row_in_the_next_are_one_fact(restated):
    old = "2023 年，总用水量为 1,000 吨。\n"
    assert classes(restated(old, NEW.format(row="总用水量\t吨\t1,000\t1,100"))) == [("CY2023", "unchanged")]


def test_the_year_end_and_the_year_are_one_moment_for_a_stock(restated):
    old = "指标\t单位\t2023 年 12 月 31 日\n员工总人数\t人\t1,200\n"
    assert classes(restated(old, NEW.format(row="员工总人数\t人\t1,200\t1,300"))) == [
        ("2023-12-31", "unchanged")
    ]


def test_the_adjusted_number_is_the_restated_one(restated):
    old = "项目\t2023年\t2022年\n营业收入（元）\t1,000.00\t900.00\n"
    new = "项目\t2024年\t2023年 调整前\t2023年 调整后\n营业收入（元）\t1,200.00\t1,000.00\t990.00\n"
    (item,) = restated(old, new)
    assert (item.standing.value, item.new.quantity.text) == ("restated", "990.00")


def test_what_depends_on_a_restated_number_must_follow(restated):
    old = OLD.format(
        row="温室气体排放总量 (范围 1,2,3)\t吨二氧化碳当量\t900\t1,000\n范围 1 排放量\t吨二氧化碳当量\t90\t100\n"
        "范围 2 排放量\t吨二氧化碳当量\t290\t300\n范围 3 排放量\t吨二氧化碳当量\t520\t600"
    )
    new = NEW.format(
        row="温室气体排放总量 (范围 1,2,3)\t吨二氧化碳当量\t{total}\t1,100\n范围 1 排放量\t吨二氧化碳当量\t80\t110\n"
        "范围 2 排放量\t吨二氧化碳当量\t300\t330\n范围 3 排放量\t吨二氧化碳当量\t600\t660"
    )

    def follows(total: str) -> str:
        found = restated(old, new.format(total=total))
        return next(item.follows for item in found if item.new.metric.facet("ghg_scope") == "1")

    assert follows("980") == "yes"
    assert follows("1,000") == "no"


HEADED_OLD = "指标\t单位\t2022年\t2023年\n工程质量\t\t\t\n缺陷登记数\t项\t6,120\t5,894\n缺陷闭环数\t项\t6,088\t5,871\n缺陷闭环率\t%\t99.48\t99.61\n"
HEADED_NEW = "指标\t单位\t2022年\t2023年\t2024年\n质量\t\t\t\t\n缺陷登记数\t项\t6,120\t{}\t5,421\n缺陷闭环数\t项\t6,088\t5,871\t5,410\n缺陷闭环率\t%\t99.48\t99.61\t99.80\n"


def test_a_row_under_a_heading_that_other_rows_prove_is_the_same_row(restated):
    found = restated(HEADED_OLD, HEADED_NEW.format("5,949"))
    moved = [
        (item.old.quantity.text, item.new.quantity.text)
        for item in found
        if item.standing.value == "restated"
    ]
    assert moved == [("5,894", "5,949")]
    assert len(found) == 6
    same = restated(HEADED_OLD, HEADED_NEW.format("5,894"))
    assert {standing for _, standing in classes(same)} == {"relabelled"}


def test_a_row_of_that_name_under_a_heading_that_nothing_proves_is_another_row(restated):
    other = "指标\t单位\t2022年\t2023年\t2024年\n施工质量\t\t\t\t\n缺陷登记数\t项\t2,117\t2,949\t2,421\n缺陷闭环数\t项\t2,088\t2,871\t2,410\n"
    assert [item for item in restated(HEADED_OLD, other) if item.standing.value == "restated"] == []
