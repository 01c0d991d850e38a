"""What says that it is taken off may say so for the rows below it too."""

from __future__ import annotations

HEAD = "# 一次性项目\n\n单位：元\n\n项目\t2024年\t2023年\t2022年\n"
ITEMS = (
    "处置设备收益\t2,418,306.55\t-377,120.84\t905,331.27\n"
    "政府奖励\t6,103,772.10\t5,220,418.66\t4,871,209.35\n"
    "减：所得税影响\t1,278,311.80\t726,494.67\t866,481.09\n"
)


def table(below="少数股东影响", last="341,206.19", total="6,902,560.66"):
    return (
        HEAD
        + ITEMS
        + f"{below}\t{last}\t118,740.20\t205,117.44\n"
        + f"合计\t{total}\t3,998,062.95\t4,704,942.09\n"
    )


def test_a_row_below_one_that_is_taken_off_may_be_taken_off_too(judged):
    found = judged(table())
    assert [verdict for _, verdict in found.of("table:rows")] == ["passed"] * 3
    assert found.flagged == []


def test_the_total_must_hold_in_every_year_then(judged):
    assert judged(table(total="6,092,560.66")).flagged == ["6,092,560.66"]


def test_a_digit_less_of_the_row_below_stays_within_rounding(judged):
    assert judged(table(last="341,206.2")).flagged == []


def test_a_row_that_is_put_on_ends_it(judged):
    text = table(below="加：少数股东影响").replace("6,902,560.66", "7,584,973.04")
    text = text.replace("3,998,062.95", "4,235,543.35").replace("4,704,942.09", "5,115,176.97")
    found = judged(text)
    assert [verdict for _, verdict in found.of("table:rows")] == ["passed"] * 3
    assert found.flagged == []
