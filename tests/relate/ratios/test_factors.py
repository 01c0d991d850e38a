"""A factor that is constant in all other years holds a lone year to it."""

from __future__ import annotations

YEARS = "指标\t单位\t2020年\t2021年\t2022年\t2023年\t2024年\n"
DIESEL = "柴油消耗量\t吨\t128.42\t141.07\t119.86\t150.33\t133.91\n"


def table(*emitted: str) -> str:
    return YEARS + DIESEL + "柴油燃烧产生的温室气体排放\t吨二氧化碳当量\t" + "\t".join(emitted) + "\n"


def test_emissions_that_follow_one_factor_of_the_fuel(judged):
    found = judged(table("397.59", "436.75", "371.09", "465.42", "414.59")).of("factor")
    assert {verdict for _, verdict in found} <= {"passed", "rounding"}
    assert len(found) == 4


def test_a_year_in_the_middle_that_leaves_the_factor_is_asked_about(judged):
    assert judged(table("397.59", "436.75", "371.09", "456.42", "414.59")).flagged == ["456.42"]


def test_a_last_year_that_is_a_little_off_may_have_a_new_factor(judged):
    assert judged(table("397.59", "436.75", "371.09", "465.42", "427.02")).flagged == []


def test_a_last_year_that_is_far_off_is_asked_about(judged):
    assert judged(table("397.59", "436.75", "371.09", "465.42", "514.59")).flagged == ["514.59"]


def test_a_factor_that_moves_every_year_proves_nothing(judged):
    assert judged(table("397.59", "440.14", "365.57", "480.10", "414.59")).of("factor") == []


def test_numbers_too_short_to_tell_a_factor_prove_nothing(judged):
    rows = (
        YEARS
        + "柴油消耗量\t吨\t12\t14\t11\t15\t13\n柴油燃烧产生的温室气体排放\t吨二氧化碳当量\t37\t43\t34\t52\t40\n"
    )
    assert judged(rows).of("factor") == []


GRID = YEARS + "外购电力\tMWh\t15,428\t16,071\t14,386\t17,033\t16,391\n"


def test_a_new_grid_factor_from_a_year_on_is_no_question(judged):
    scope2 = "范围 2 排放量\t吨二氧化碳当量\t8,798.6\t9,165.3\t8,204.3\t9,713.9\t5,895.8\n"
    assert judged(GRID + scope2).flagged == []


def test_a_year_between_years_of_one_grid_factor_is(judged):
    scope2 = "范围 2 排放量\t吨二氧化碳当量\t8,798.6\t9,165.3\t8,402.3\t9,713.9\t9,347.8\n"
    assert judged(GRID + scope2).flagged == ["8,402.3"]


THREE = "指标\t单位\t2022年\t2023年\t2024年\n汽油消耗量\t升\t18,342\t{litres}\t16,297\n汽油消耗量\t兆瓦时\t177.92\t163.91\t158.08\n"
PETROL = "汽油产生的温室气体排放\t吨二氧化碳当量\t41.27\t38.02\t36.67\n"


def test_three_years_tell_a_small_slip_only_where_a_third_row_tells_it_too(judged):
    assert judged(THREE.format(litres="16,988")).flagged == []
    assert set(judged(THREE.format(litres="16,988") + PETROL).flagged) == {"16,988", "38.02"}


def test_three_years_that_follow_one_factor(judged):
    found = judged(THREE.format(litres="16,898") + PETROL)
    assert found.flagged == []
    assert len(found.of("factor")) == 6
