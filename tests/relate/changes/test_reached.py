"""Progress as the change reached over the change aimed at, in rows that tell both in per cent."""

from __future__ import annotations

HEADS = "目標 Target\t單位 Unit\t基準年2020年度 Base year 2020\t2024年實際 2024 actual\t已減少 Reduction\t2030年目標 2030 target\t完成度 Progress\n"
ROWS = (
    "用水密度\t立方米/百萬元\t52.40\t46.11\t12.0%\t30%\t40%\n"
    "無害廢棄物\t公噸\t1,310.0\t1,113.5\t15.0%\t20%\t75%\n"
    "有害廢棄物\t公噸\t218.5\t{}\t25%\t{}\n"
)
NOTE = "完成度＝已減少÷目標減幅。\n"


def table(moved: str, progress: str) -> str:
    return HEADS + ROWS.format(moved, progress) + NOTE


def test_progress_is_the_fall_so_far_over_the_fall_aimed_at(judged):
    found = judged(table("189.0\t13.5%", "54%"))
    told = ["12.0", "40", "15.0", "75", "13.5", "54"]
    assert found.of("progress:reached") == [(number, "passed") for number in told]
    assert found.flagged == []


def test_progress_that_does_not_follow_as_that_of_other_rows_does(judged):
    assert judged(table("189.0\t13.5%", "74%")).flagged == ["74"]
    assert judged(table("189.0\t13.5%", "55%")).flagged == []  # 13.5 / 24.5 is still 55


def test_a_fall_that_base_and_actual_number_do_not_give(judged):
    assert "18.5" in judged(table("189.0\t18.5%", "54%")).flagged


def test_progress_that_no_row_draws_so_is_drawn_otherwise(judged):
    """Measured by years gone by: 4 of 10 for each aim."""
    text = HEADS + ROWS.format("189.0\t13.5%", "40%").replace("75%", "41%").replace("40%\n", "42%\n") + NOTE
    assert judged(text).flagged == []


def test_changes_of_one_sign_and_an_aim_in_its_own_column(judged):
    head = "Test Limited Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
    text = (
        "Target\tUnit\t2019 baseline\t2030 target change\t2024 actual\tChange since 2019\tTarget achieved\n"
        "Waste to landfill\tt\t4,120\t-60%\t2,966\t-28.0%\t47%\n"
        "Water withdrawn\tML\t318.0\t-20%\t294.2\t-7.5%\t{}\n"
    )
    assert judged(text.format("37%"), head=head).flagged == []
    assert judged(text.format("57%"), head=head).flagged == ["57"]


def test_points_of_a_share_are_no_part_of_an_aimed_share(judged):
    """The row is told in per cent itself: 12 points gone of the way to 80 %."""
    text = "目標\t2020年基準\t2024年實際\t已增加\t2030年目標\t完成度\n綠電佔比（%）\t20.0\t32.0\t12.0\t80.0\t20%\n"
    assert judged(text).flagged == []
