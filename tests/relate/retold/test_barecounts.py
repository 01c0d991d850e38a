"""Counts that English sentences tell without a unit, against the rows of tables."""

from __future__ import annotations

import pytest

HEAD = "Testford plc Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
ROWS = (
    "Indicator\tUnit\t2024\t2023\nElectric vans\tNumber\t124\t68\nSite visits\tNumber\t463\t547\n"
    "Total employees\tNumber\t4,113\t3,966\nLost days\tdays\t391\t412\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "right", "wrong"),
    [
        ("At the end of 2024 we ran 124 electric vans, {} times as many as a year before.", "1.8", "2.4"),
        ("In 2024 we made 463 site visits, {}% fewer than in 2023.", "15.4", "14.5"),
        ("At year end there were 4,113 employees, {} more than a year earlier.", "147", "174"),
        ("Lost days decreased by 5.1% to {}.", "391", "319"),
    ],
)
def test_a_count_of_things_is_that_of_the_row_that_is_called_so(judged, sentence, right, wrong):
    assert judged(ROWS + sentence.format(right), head=HEAD).flagged == []
    assert judged(ROWS + sentence.format(wrong), head=HEAD).flagged == [wrong]


@pytest.mark.parametrize(
    "sentence",
    [
        "We are certified to ISO 14001 standards.",
        "We passed 8 audits.",
        "The change came on 12 days' notice, see note 14 for details.",
        "We visited 126 vans of our customers.",
    ],
)
def test_other_numbers_are_no_counts_of_those_rows(judged, sentence):
    assert judged(ROWS + sentence, head=HEAD).flagged == []
