"""Shares in a bracket behind a part and its whole."""

from __future__ import annotations

import pytest

HEAD = "Testford plc Sustainability Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"


@pytest.mark.parametrize(
    ("sentence", "right", "wrong"),
    [
        ("3,079 of our 7,418 employees ({}%) are women.", "41.5", "45.1"),
        ("In 2024, 214 of 260 suppliers ({}%) were audited.", "82.3", "83.2"),
    ],
)
def test_a_part_of_a_whole_has_the_share_in_the_bracket(judged, sentence, right, wrong):
    assert judged(sentence.format(right), head=HEAD).flagged == []
    assert (right, "passed") in judged(sentence.format(right), head=HEAD).of("prose:")
    assert set(judged(sentence.format(wrong), head=HEAD).flagged) == {wrong}


@pytest.mark.parametrize(
    "sentence",
    [
        "3,079 of our 7,418 employees (42%) are women.",  # rounded
        "3,079 of our 7,418 employees are women (2023: 40.1%).",  # of another year
        "3,079 of our 7,418 employees attended, and satisfaction was 91%.",
    ],
)
def test_another_share_accuses_nobody(judged, sentence):
    assert judged(sentence, head=HEAD).flagged == []
