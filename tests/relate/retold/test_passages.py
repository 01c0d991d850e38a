"""A passage that was copied into another chapter tells the same numbers there."""

from __future__ import annotations

import pytest

LOCKED = "报告期内，部分高级管理人员在二级市场增持本公司股份，增持股份按{}%自动锁定，股本结构因此发生变动。"
NEXT = "报告期内，第一个归属期归属股份452,360股上市流通，公司总股本相应增加。"


def passage(told, behind=NEXT):
    return f"1、{LOCKED.format(told)}\n\n2、{behind}\n"


def chapters(*texts):
    return "".join(f"\n# {head}\n\n{text}" for head, text in zip("甲乙丙", texts, strict=False))


@pytest.mark.parametrize("wrong", ["57", "7.5", "20"])
def test_a_number_that_differs_in_the_copy_is_asked_about(judged, wrong):
    assert judged(chapters(passage("75"), passage(wrong))).flagged == [wrong]


def test_a_copy_is_right(judged):
    assert judged(chapters(passage("75"), passage("75"))).flagged == []


def test_of_three_tellings_the_odd_one_is_asked_about(judged):
    found = judged(chapters(passage("75"), passage("75"), passage("20")))
    assert found.of("same:passage") == [("20", "flagged")]


def test_of_three_tellings_that_all_differ_none_is_the_odd_one(judged):
    assert judged(chapters(passage("75"), passage("50"), passage("20"))).of("same:passage") == []


def test_a_standing_phrase_beside_other_sentences_is_no_copy(judged):
    other = "上年度内，第一个归属期归属股份398,115股上市流通，公司总股本相应增加。"
    assert judged(chapters(passage("75"), passage("50", other))).of("same:passage") == []


def test_a_phrase_that_one_chapter_repeats_is_of_another_case(judged):
    assert judged(f"# 甲\n\n{passage('75')}\n{passage('50')}").of("same:passage") == []


BOARD = "{}董事会设{}名董事，人数和构成合于章程以及有关法规，任期与履职均照章办理。其中，独立董事3名，由股东会依章选出。"


def test_a_passage_is_the_same_where_one_telling_names_the_term_of_the_board(judged):
    told = chapters(BOARD.format("公司", "9"), BOARD.format("公司第三届", "7"))
    assert judged(told).of("same:passage") == [("7", "flagged")]


def test_the_boards_of_two_terms_may_have_unlike_numbers(judged):
    told = chapters(BOARD.format("公司第二届", "9"), BOARD.format("公司第三届", "7"))
    assert judged(told).of("same:passage") == []
