"""Arithmetic that a sentence states."""

from __future__ import annotations


def test_amounts_and_their_sum(judged):
    found = judged(
        "2024 年，甲平台带动减排 1,182.7 万吨。乙平台带动减排 104.5 万吨。两个平台共计减排 1,287.2 万吨。\n"
    )
    assert ("1,287.2 万", "passed") in found.of("prose:sum")


def test_a_share_of_two_counts(judged):
    found = judged("系统发布 5,038 名儿童的信息，找回 4,960 名儿童，成功率达 98.5%。\n")
    assert ("98.5", "passed") in found.of("prose:share")


def test_a_share_of_ten_directors_is_a_whole_number_of_directors(judged):
    text = "截至 2024 年 12 月 31 日，董事会由 10 名成员构成，独立董事成员占比为 {share}%。\n"
    assert judged(text.format(share="60")).of("prose:whole") == [("60", "passed")]
    assert judged(text.format(share="61")).flagged == ["61"]


def test_a_percentage_beside_its_count_in_words(judged):
    assert judged("In 2024, five of the eight trustees, or 63%, were independent.\n").of("prose:words") == [
        ("63", "passed")
    ]
    assert judged("In 2024, five of the eight trustees, or 36%, were independent.\n").flagged == ["36"]


def test_one_of_several_and_words_far_from_the_percentage_are_no_share(judged):
    text = "In 2024, two of the nine sites were certified. {}\n"
    assert judged(text.format("Water use fell to 40% of capacity.")).of("prose:words") == []
    assert judged("In 2024, one of the three targets was met by 45%.\n").of("prose:words") == []


def test_two_percentages_in_one_sentence_leave_open_which_is_meant(judged):
    text = "In 2024, five of the eight trustees were independent, 50% were women and 12% joined this year.\n"
    assert judged(text).of("prose:words") == []


STAFF = "截至2024年12月31日，公司共有{}名员工，比上年新增426名员工，其后公司共有技术人员1,249名，技术人员占比{}%。\n"


def test_a_share_under_the_name_of_a_count_is_asked_about_where_one_slip_breaks_it(judged):
    assert judged(STAFF.format("1,747", "71.49")).flagged == []
    assert judged(STAFF.format("7,147", "71.49")).flagged == ["71.49"]
    assert judged(STAFF.format("1,747", "74.19")).flagged == ["74.19"]


def test_a_share_of_another_whole_accuses_nobody(judged):
    assert judged(STAFF.format("1,747", "58.30")).flagged == []
