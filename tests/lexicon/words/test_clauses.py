"""Small words between numbers: what joins, what bounds, what stands in front of a whole."""

from __future__ import annotations

import pytest
import regex

from auditor.lexicon.words.clauses import joint
from auditor.lexicon.words.clauses import joint_word
from auditor.lexicon.words.clauses import near
from auditor.lexicon.words.clauses import of_whole


@pytest.mark.parametrize("text", ["甲和乙", "甲及乙", "甲以及乙", "甲与乙", "waste and water"])
def test_a_word_between_two_names_joins_them(text):
    assert regex.search(joint_word(), text)


@pytest.mark.parametrize("text", ["参与人数", "涉及金额", "及时交付", "与会人员", "和谐社区", "brands"])
def test_the_same_characters_inside_of_a_word_join_nothing(text):
    assert not regex.search(joint_word(), text)


@pytest.mark.parametrize("text", [",", "、", ", and", "and", "以及", "及"])
def test_numbers_of_a_list_are_parted_by_commas_and_words(text):
    assert regex.fullmatch(joint(), text)


@pytest.mark.parametrize("text", ["of our ", "of all the ", "of our total of ", "of "])
def test_a_whole_is_told_behind_of(text):
    assert regex.fullmatch(of_whole(), text)


def test_what_bounds_a_number_may_stand_before_it():
    assert {"约", "近", "超过", "about", "nearly", "just"} <= set(near())
