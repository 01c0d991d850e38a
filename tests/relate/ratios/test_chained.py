"""Shares of a whole that was told before their part."""

from __future__ import annotations

import pytest

TWO = "截至2024年12月31日，本集團僱員總數為5,038名。其中女性{}名，佔{}%。男性3,028名，佔60.1%。"
ONE = "本年度申请专利共37项，其中发明专利22项，占59.5%，实用新型{}项，占{}%。"


def test_a_sentence_that_opens_with_of_which_tells_parts_of_the_number_before(judged):
    assert judged(TWO.format("2,010", "39.9")).flagged == []
    assert judged(TWO.format("2,010", "33.9")).flagged == ["33.9"]
    assert judged(TWO.format("2,100", "39.9")).flagged == ["39.9", "5,038"]


def test_a_share_within_rounding_holds(judged):
    assert judged(TWO.format("2,012", "39.9")).of("prose:portion")[0] == ("39.9", "passed")


def test_the_next_part_is_one_of_the_same_whole(judged):
    assert judged(ONE.format("15", "40.5")).flagged == []
    assert judged(ONE.format("15", "45.0")).flagged == ["45.0"]


ROUGH = "2024年共获批50款新药，其中小分子药物{}个，占比约64%，生物制品{}个，占比约{}%。"


def test_shares_told_roughly_only_tie(judged):
    assert judged(ROUGH.format("32", "18", "36")).of("prose:parts") == [("50", "passed")]
    assert judged(ROUGH.format("31", "17", "36")).flagged == []
    assert judged(ROUGH.format("32", "17", "35")).flagged == []


def test_parts_whose_rough_shares_make_a_hundred_make_the_whole_where_one_share_is_exact(judged):
    assert judged(ROUGH.format("32", "8", "36")).flagged == ["50"]
    assert judged(ROUGH.format("30", "18", "36")).flagged == ["50"]


def test_a_whole_is_wrong_whose_parts_have_their_shares_of_what_they_make(judged):
    wrong = ROUGH.format("32", "18", "36").replace("50款", "90款")
    assert judged(wrong).flagged == ["90"]
    assert judged(wrong.replace("64%", "54%").replace("36%", "46%")).flagged == []


@pytest.mark.parametrize(
    "text",
    [
        "年末共有5,038名员工和862名供应商员工。其中女性431名，占50.0%。",  # of which of the two
        "年末共有5,038名员工。女性管理人员120名，占45.0%。",  # nothing says of what
        "年末共有5,038家供应商。其中完成评估的员工431名，占35.0%。",  # other things are counted
        "年末共有5,038名员工，其中女性2,010名，占39.9%。管理人员120名，其中女性54名，占45.0%。",
    ],
)
def test_a_share_of_something_else_accuses_nobody(judged, text):
    assert judged(text).flagged == []
