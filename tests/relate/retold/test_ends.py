"""What a sentence says that a number started from, against the row that tells where it ended."""

from __future__ import annotations

TABLE = "指标\t单位\t2022年\t2023年\t2024年\n员工流失率\t%\t14.6\t12.7\t11.4\n综合能源消费量\t万千瓦时\t4,120\t4,385\t4,512\n\n"


def told(judged, start, end="11.4"):
    return judged(TABLE + f"2024 年，员工流失率由 2023 年的 {start}% 下降至 {end}%。\n")


def test_both_ends_stand_in_the_row(judged):
    assert told(judged, "12.7").flagged == []


def test_a_start_that_the_row_does_not_tell(judged):
    assert told(judged, "20.5").flagged == ["20.5"]


def test_a_start_within_rounding(judged):
    assert told(judged, "13").flagged == []


def test_an_older_year_may_be_meant(judged):
    assert told(judged, "14.6").flagged == []


def test_an_end_of_something_else_names_no_row(judged):
    assert "20.5" not in told(judged, "20.5", "9.8").flagged


def test_a_row_of_its_own_for_a_place_is_not_taken_for_the_whole(judged):
    rows = TABLE.replace("综合能源", "南区员工流失率\t%\t18.1\t17.2\t11.4\n综合能源")
    assert judged(rows + "2024 年，员工流失率由 17.2% 下降至 11.4%。\n").flagged == []


def test_the_start_may_be_told_behind_the_end(judged):
    head = "Test Limited Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
    text = (
        "Indicator\tUnit\t2023\t2024\nShare of female senior managers\t%\t20.4\t21.7\n\n"
        "In 2024, the share of women among senior managers rose to 21.7 percent, up from {} percent in 2023.\n"
    )
    assert judged(text.format("20.4"), head=head).flagged == []
    assert judged(text.format("80.4"), head=head).of("same:start") == [("80.4", "flagged")]
