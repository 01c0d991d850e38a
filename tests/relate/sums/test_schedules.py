"""Schedules of assets lead from opening to closing balances, and cost less the rest is what is left."""

from __future__ import annotations

ROWS = (
    ("一、账面原值", "", "", ""),
    ("1.期初余额", "21,318,407.55", "6,204,118.30", "27,522,525.85"),
    ("2.本期增加金额", "4,117,260.91", "318,442.76", "4,435,703.67"),
    ("（1）购置", "1,002,744.16", "318,442.76", "1,321,186.92"),
    ("（2）在建工程转入", "3,114,516.75", "", "3,114,516.75"),
    ("3.本期减少金额", "", "95,310.00", "95,310.00"),
    ("（1）处置", "", "95,310.00", "95,310.00"),
    ("4.期末余额", "25,435,668.46", "{closing}", "31,862,919.52"),
    ("二、累计折旧", "", "", ""),
    ("1.期初余额", "8,115,390.24", "2,047,115.66", "10,162,505.90"),
    ("2.本期增加金额", "{charge}", "611,309.85", "1,944,183.03"),
    ("（1）计提", "1,332,873.18", "611,309.85", "1,944,183.03"),
    ("3.本期减少金额", "", "88,270.41", "88,270.41"),
    ("4.期末余额", "9,448,263.42", "2,570,155.10", "12,018,418.52"),
    ("四、账面价值", "", "", ""),
    ("1.期末账面价值", "15,987,405.04", "3,857,095.96", "{left}"),
    ("2.期初账面价值", "13,203,017.31", "4,157,002.64", "17,360,019.95"),
)
RIGHT = {"closing": "6,427,251.06", "charge": "1,332,873.18", "left": "19,844,501.00"}


def schedule(**wrong):
    body = "\n".join("\t".join(row) for row in ROWS)
    return (
        "# 固定资产\n\n单位：元\n\n项目\t房屋建筑物\t机器设备\t合计\n"
        + body.format(**{**RIGHT, **wrong})
        + "\n"
    )


def test_every_block_and_what_is_left_is_checked_in_every_column(judged):
    found = judged(schedule()).of("table:schedule")
    assert {verdict for _, verdict in found} == {"passed"}
    assert len(found) == 12


def test_a_closing_balance_that_misses_is_flagged_from_both_sides(judged):
    found = judged(schedule(closing="6,427,521.06")).of("table:schedule")
    flagged = [number for number, verdict in found if verdict == "flagged"]
    assert flagged == ["6,427,521.06", "3,857,095.96"]


def test_so_is_a_charge_and_what_is_left(judged):
    assert ("9,448,263.42", "flagged") in judged(schedule(charge="1,323,873.18")).of("table:schedule")
    assert ("19,484,501.00", "flagged") in judged(schedule(left="19,484,501.00")).of("table:schedule")


def test_a_part_of_what_was_added_is_not_what_was_added(judged):
    """The row of what was added is empty, and only its part tells a number: it is no closing sum of ours."""
    text = schedule().replace(
        "2.本期增加金额\t4,117,260.91\t318,442.76\t4,435,703.67\n", "2.本期增加金额\t\t\t\n"
    )
    assert "25,435,668.46" not in judged(text).flagged


def test_a_table_that_is_laid_out_otherwise_is_left_alone(judged):
    """Where a quarter and more does not hold, the rows are not what their labels say."""
    text = schedule().replace(
        "四、账面价值", "三、减值准备\t\t\t\n1.期末余额\t7.00\t9.00\t16.00\n四、账面价值"
    )
    text = text.replace("8,115,390.24", "8,000,000.00").replace("2,047,115.66", "2,000,000.00")
    assert judged(text).of("table:schedule") == []


def bracketed(**wrong):
    """Return a schedule whose movements have their only cause in brackets, and no rows of parts."""
    text = schedule(**wrong).replace("（1）计提\t1,332,873.18\t611,309.85\t1,944,183.03\n", "")
    text = text.replace("8,115,390.24\t2,047,115.66\t10,162,505.90\n2.本期增加金额", "{}（计提）")
    text = text.format("8,115,390.24\t2,047,115.66\t10,162,505.90\n2.本期增加金额")
    return text.replace("3.本期减少金额\t\t88,270.41", "3.本期减少金额（处置或报废）\t\t88,270.41")


def test_the_only_cause_of_a_movement_may_stand_behind_it_in_brackets(judged):
    found = judged(bracketed()).of("table:schedule")
    assert {verdict for _, verdict in found} == {"passed"}
    assert ("9,448,263.42", "flagged") in judged(bracketed(charge="1,323,873.18")).of("table:schedule")


def test_an_opening_balance_is_no_closing_one_where_rows_of_other_names_tell_what_moved(judged):
    text = (
        bracketed()
        .replace("2.本期增加金额（计提）", "2.折旧入账")
        .replace("3.本期减少金额（处", "3.转出（处")
    )
    assert "9,448,263.42" not in judged(text).flagged
