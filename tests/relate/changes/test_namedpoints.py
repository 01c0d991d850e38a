"""Points told of the rate of the sentence before."""

from __future__ import annotations

import pytest

HEAD = "Quarry Lane Foods 2024 annual report\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
TEXT = "Milling yield was 71.4% in 2024, compared with {old}% in 2023. The {noun} of {points} basis points is due to new rollers.\n"


@pytest.mark.parametrize(
    ("noun", "old", "points"),
    [
        ("improvement", "70.2", "120"),
        ("improvement", "70.2", "113"),  # the rates are rounded
        ("increase", "70.2", "124"),
        ("decline", "72.9", "150"),
        ("change", "72.9", "150"),
    ],
)
def test_points_lie_between_the_rates_of_the_sentence_before(judged, noun, old, points):
    found = judged(TEXT.format(noun=noun, old=old, points=points), head=HEAD)
    assert [text for text, _ in found.of("namedpoints")] == [points]
    assert found.flagged == []


def test_points_that_lie_elsewhere_are_asked_about(judged):
    assert judged(TEXT.format(noun="improvement", old="70.2", points="220"), head=HEAD).flagged == ["220"]


@pytest.mark.parametrize(
    "text",
    [
        "Milling yield was 71.4% in 2024, compared with 70.2% in 2023, and waste was 3.1%. The improvement of 220 basis points helped.\n",
        "Milling yield was 71.4% in 2024, compared with 70.2% in 2023. Fees rose by 220 basis points.\n",
        "Milling yield was 71.4%. The improvement of 220 basis points is due to new rollers.\n",
    ],
)
def test_points_of_something_else_relate_to_nothing(judged, text):
    assert judged(text, head=HEAD).of("namedpoints") == []
