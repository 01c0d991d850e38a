from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.lexicon.phrases import PhraseBook
from auditor.lexicon.phrases import compact
from auditor.lexicon.phrases import expand
from auditor.lexicon.phrases import spell


def test_braces_stand_for_each_alternative():
    assert expand("{碳|温室气体}排放{总|}量") == (
        "碳排放总量",
        "碳排放量",
        "温室气体排放总量",
        "温室气体排放量",
    )


def test_phrases_are_folded_and_spelled_once():
    assert spell(["溫室{氣體|氣體}", "{net |}Emissions"]) == ("温室气体", "net emissions", "emissions")


def test_the_longest_phrase_wins():
    book = PhraseBook({"立方米": 1, "千立方米": 2, "米": 3})
    found = book.at("千立方米")
    assert found is not None
    assert (found.value, found.start, found.end) == (2, 0, 4)


@pytest.mark.parametrize("text", ["non-hazardous waste", "non hazardous waste", "nonhazardous waste"])
def test_hyphens_and_spaces_of_english_phrases_do_not_count(text):
    found = PhraseBook({"non-hazardous": "n"}).at(text)
    assert found is not None
    assert text[found.end :] == " waste"


def test_the_particle_de_does_not_count():
    book = PhraseBook({"在职员工的数量": "headcount"})
    assert [found.value for found in book.everywhere("报告期末在职员工数量")] == ["headcount"]
    assert [found.end for found in book.everywhere("因工在职员工的数量合计")] == [9]


def test_a_latin_phrase_does_not_stand_inside_a_word():
    book = PhraseBook({"male": "m", "t": "t"})
    assert list(book.everywhere("female the cat")) == []
    assert [found.value for found in book.everywhere("male, 5t")] == ["m", "t"]


def test_a_digit_does_not_stand_inside_a_number():
    book = PhraseBook({"scope 1": "1", "q1": "q"})
    assert list(book.everywhere("scope 12 q10")) == []


@pytest.mark.parametrize("text", ["m³", "m3", "m₃"])
def test_exponents_belong_to_the_name(text):
    found = PhraseBook({"m3": "volume", "m": "length"}).at(text)
    assert found is not None
    assert found.value == "volume"


def test_what_must_not_follow_takes_the_phrase_back():
    book = PhraseBook({"人": "person"}, {"人": ("民", "均")})
    assert book.at("人民币") is None
    assert book.at("人, 其中") is not None


@given(st.text(alphabet="碳排放量的 -ab12²", max_size=12))
def test_what_is_found_is_what_stands_there(text):
    phrases = {"碳排放": 1, "排放量": 2, "ab": 3, "a 1": 4, "放": 5}
    for found in PhraseBook(phrases).everywhere(text):
        written = {number: compact(phrase) for phrase, number in phrases.items()}[found.value]
        assert compact(text[found.start : found.end]) == written
