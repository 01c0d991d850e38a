"""Arithmetic that a sentence states."""

from __future__ import annotations


def test_amounts_and_their_sum(judged):
    found = judged(
        "2024 年，甲平台带动减排 1,182.7 万吨。乙平台带动减排 104.5 万吨。两个平台共计减排 1,287.2 万吨。\n"
    )
    assert ("1,287.2 万", "passed") in found.of("prose:sum")


PLATFORMS = "2024 年，甲平台带动减排 {} 万吨。乙平台带动减排 104.5 万吨。两个平台共计减排 {} 万吨。\n"


def test_a_sum_of_the_amounts_just_named_that_one_slip_breaks_is_asked_about(judged):
    assert judged(PLATFORMS.format("1,182.7", "1,278.2")).flagged == ["1,278.2 万"]
    assert judged(PLATFORMS.format("1,128.7", "1,287.2")).flagged == ["1,287.2 万"]


def test_a_part_of_a_sum_may_be_told_in_another_place_or_unit(judged):
    assert judged(PLATFORMS.format("11,827", "1,287.2")).flagged == ["1,287.2 万"]
    text = PLATFORMS.format("1,182.7", "1,287.2")
    assert judged(text.replace("104.5 万吨", "104.5 万公斤")).flagged == ["1,287.2 万"]


def test_a_sum_over_more_than_the_amounts_just_named_accuses_nobody(judged):
    assert judged(PLATFORMS.format("1,182.7", "1,563.9")).flagged == []


def test_a_sum_of_the_amounts_of_its_own_sentence(judged):
    text = "2024 年，南厂投入 1,204.6 万元，北厂投入 883.1 万元，环保投入共计 {} 万元。\n"
    assert judged(text.format("2,087.7")).flagged == []
    assert judged(text.format("2,087.1")).flagged == ["2,087.1 万"]


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


def test_the_bracket_behind_a_part_of_a_whole_is_its_share(judged):
    text = "In 2024, women were 31.5% of the crew and 3 of the 7 members of the audit board ({}%).\n"
    assert judged(text.format("42.9")).of("prose:words") == [("42.9", "passed")]
    assert judged(text.format("49.2")).flagged == ["49.2"]
    other = "In 2024, women were 31.5% of the crew and 3 of the 7 members, up from 2 before (49.2%).\n"
    assert judged(other).of("prose:words") == []


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


def test_a_share_is_asked_about_where_a_digit_is_lost_or_its_place(judged):
    assert judged(STAFF.format("1,747", "7.49")).flagged == ["7.49"]
    assert judged(STAFF.format("174", "71.49")).flagged == ["71.49"]
    assert judged(STAFF.format("17,470,000", "71.49")).flagged == ["71.49"]


TESTFORD = "Testford plc Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"


def test_a_part_told_in_words_behind_its_whole(judged):
    text = "The panel has eleven members, four of whom are engineers ({}%).\n"
    assert judged(text.format("36.4"), head=TESTFORD).of("prose:words") == [("36.4", "passed")]
    assert not judged(text.format("36"), head=TESTFORD).flagged
    assert judged(text.format("34.6"), head=TESTFORD).flagged == ["34.6"]


def test_a_bracket_that_tells_of_something_else_is_not_the_share_of_the_part(judged):
    for told in ("(70% of output)", "(2023: 30.0%)", "and 12% joined this year"):
        text = f"We own eleven mills, four of which run on steam {told}.\n"
        assert not judged(text, head=TESTFORD).of("prose:words")


def test_the_share_of_a_group_is_drawn_from_its_own_count(judged):
    text = "董事会由9名董事组成，其中独立董事3名、女性董事{}名，女性董事占比33.3%。"
    assert judged(text.format(3)).flagged == []
    assert judged(text.format(4)).flagged == ["33.3"]


def test_of_two_parts_that_were_made_alike_the_total_tells(judged):
    text = "上半年与下半年收运废纸分别为{}千克和10,628千克，合计15,347千克。"
    assert judged(text.format("4,719")).flagged == []
    assert judged(text.format("10,628")).flagged == ["15,347"]


def test_members_whom_a_board_now_has_are_its_members(judged):
    text = "董事会现有董事13名，其中独立非执行董事5名，女性董事{}名，女性占比23.1%。"
    assert judged(text.format(3)).flagged == []
    assert judged(text.format(4)).flagged == ["23.1"]
