"""Two tables that list the same names tell the same of each."""

from __future__ import annotations

import pytest

NAMES = ("宁川控股有限公司", "霍岚", "远江投资合伙企业", "齐敏", "东昊基金管理有限公司", "任溪")
HELD = ("4,218,630", "3,507,114", "2,946,375", "1,861,249", "1,374,582", "926,843")
EARLIER = ("4,218,630", "3,116,209", "2,946,375", "1,861,249", "1,058,316", "926,843")


def first(numbers=HELD, head="持股数量"):
    rows = "".join(f"{name}\t{number}\n" for name, number in zip(NAMES, numbers, strict=True))
    return f"# 一、主要股东\n\n单位：股\n\n股东名称\t2024年末{head}\n{rows}\n"


def second(numbers=HELD, head="持股数量合计"):
    listed = list(zip(NAMES, EARLIER, numbers, strict=True))[::-1]
    rows = "".join(f"#{name}\t{before}\t{number}\n" for name, before, number in listed)
    return f"# 二、出借情况\n\n单位：股\n\n名称\t2023年末{head}\t2024年末{head}\n{rows}\n"


def changed(at, number):
    return (*HELD[:at], number, *HELD[at + 1 :])


def rosters(found):
    return [item for item in found.of("same:roster") if item[1] == "flagged"]


def test_columns_that_agree_name_by_name_tell_one_thing(judged):
    found = judged(first() + second())
    assert {verdict for _, verdict in found.of("same:roster")} == {"passed"}
    assert len(found.of("same:roster")) == len(NAMES)


def test_a_number_one_slip_away_is_flagged(judged):
    assert rosters(judged(first() + second(changed(1, "3,501,714")))) == [("3,501,714", "flagged")]


def test_so_is_the_number_of_the_name_below(judged):
    assert rosters(judged(first() + second(changed(4, "1,861,249")))) == [("1,861,249", "flagged")]


def test_so_is_what_was_held_the_year_before(judged):
    assert rosters(judged(first() + second(changed(1, "3,116,209")))) == [("3,116,209", "flagged")]


@pytest.mark.parametrize("number", ["2,114,935", "3,507,115"])
def test_another_number_without_a_sign_of_a_slip_is_none(judged, number):
    assert judged(first() + second(changed(1, number))).flagged == []


def test_what_is_free_of_a_lock_up_is_another_thing(judged):
    free = second(changed(4, "1,861,249"), head="持有无限售条件股份数量")
    assert judged(first() + free).of("same:roster") == []


def test_shares_that_the_row_says_were_lent_explain_the_gap(judged):
    rows = "".join(
        f"{name}\t{number}\t{lent}\n"
        for name, number, lent in zip(NAMES, changed(1, "3,107,114"), (0, "400,000", 0, 0, 0, 0), strict=True)
    )
    lent = f"# 二、出借情况\n\n单位：股\n\n名称\t2024年末持股数量合计\t2024年末出借数量合计\n{rows}\n"
    assert rosters(judged(first() + lent)) == []


def test_two_years_are_two_things(judged):
    earlier = second().replace("2024年末", "2022年末")
    assert [item for item in judged(first() + earlier).of("same:roster") if item[1] != "passed"] == []


AGES = ("1{0}2 年", "2{0}3 年", "3{0}4 年", "4{0}5 年")
OWED = ("57,606,118.75", "11,129,992.99", "4,238,945.30", "165,378.07")


def ages(word, head, numbers=OWED):
    rows = "".join(f"{age.format(word)}\t{number}\n" for age, number in zip(AGES, numbers, strict=True))
    return f"# {head}\n\n单位：元\n\n账龄\t2024年末账面余额\n{rows}\n"


def test_the_same_ages_are_one_however_their_ends_are_joined(judged):
    wrong = (*OWED[:2], "4,283,945.30", OWED[3])
    assert rosters(judged(ages(" 至 ", "按账龄披露") + ages("-", "按组合计提", wrong))) == [
        ("4,283,945.30", "flagged")
    ]


def test_what_one_table_leaves_out_explains_the_gap_where_it_is_told_elsewhere(judged):
    more = ("57,906,118.75", *OWED[1:])
    single = "# 按单项计提\n\n单位：元\n\n单位名称\t2024年末账面余额\n霍林商行\t300,000.00\n\n"
    apart = ages(" 至 ", "按账龄披露", more) + ages("-", "按组合计提")
    assert judged(apart + single).flagged == []
    assert rosters(judged(apart)) == [("57,606,118.75", "flagged")]
