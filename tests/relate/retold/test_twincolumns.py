"""Two columns of a table that tell one thing of each row."""

from __future__ import annotations

TABLE = "收入构成（单位：元）\n\n类别\t业务一\t合计\n甲\t1,618,304.03\t1,618,304.03\n乙\t2,261,465.33\t{}\n丙\t140,440.32\t140,440.32\n丁\t77,215.08\t77,215.08\n"
FLOWS = TABLE.replace("业务一", "本期增加").replace("合计", "本期减少")


def test_the_only_part_of_a_total_is_the_total(judged):
    assert judged(TABLE.format("2,261,465.33")).of("same:column") == [
        ("1,618,304.03", "passed"),
        ("2,261,465.33", "passed"),
        ("140,440.32", "passed"),
        ("77,215.08", "passed"),
    ]


def test_a_slip_in_one_of_them_is_asked_about(judged):
    assert judged(TABLE.format("2,264,165.33")).flagged == ["2,264,165.33"]


def test_a_row_that_has_another_part_accuses_nobody(judged):
    assert judged(TABLE.format("5,904,221.07")).flagged == []


def test_what_came_and_what_went_are_two_things_though_they_are_the_same(judged):
    assert judged(FLOWS.format("2,261,465.33")).of("same:column") == []
