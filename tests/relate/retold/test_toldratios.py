"""An amount told as so many times another one, which a row is called by."""

from __future__ import annotations

import pytest

HEAD = "Testford plc Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
ROWS = "Measure\t2024\t2023\nNet debt (£m)\t51.3\t88.0\nNet debt/EBITDA (times)\t0.4x\t0.7x\nInterest cover (times)\t9.1x\t7.4x\n\n"
TOLD = "Net debt fell to £51.3m at the year end, or {} times {}.\n"


@pytest.mark.parametrize(
    ("times", "named", "flagged"),
    [("0.4", "EBITDA", []), ("1.4", "EBITDA", ["1.4"]), ("1.4", "equity", [])],
)
def test_times_of_a_named_amount_are_those_of_the_row_of_both(judged, times, named, flagged):
    assert judged(ROWS + TOLD.format(times, named), head=HEAD).flagged == flagged
