"""Earnings per share against the profit and the weighted shares."""

from __future__ import annotations

import pytest

HEAD = "Quarry Lane Foods 2024 annual report\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
TEXT = (
    "Earnings per share (USD thousand, except per share amounts)\n\n\t2024\t2023\t2022\n"
    "Net profit attributable to shareholders\t31,644\t28,907\t27,210\n"
    "Weighted average shares, basic\t20,415\t20,380\t20,120\nWeighted average shares, diluted\t21,016\t{below}\t20,871\n"
    "Basic earnings per share\t1.55\t1.42\t1.35\nDiluted earnings per share\t{diluted}\t1.38\t1.30\n\n"
)


def test_earnings_are_the_profit_over_the_weighted_shares(judged):
    found = judged(TEXT.format(diluted="1.51", below="20,990"), head=HEAD)
    assert [verdict for _, verdict in found.of("pershare")] == ["passed"] * 6
    assert found.flagged == []


def test_a_year_that_nothing_gives_is_asked_about(judged):
    assert judged(TEXT.format(diluted="1.81", below="20,990"), head=HEAD).flagged == ["1.81"]


@pytest.mark.parametrize("below", ["18,990", "28,907"])
def test_rows_that_hold_in_one_year_alone_are_not_those_of_the_earnings(judged, below):
    assert judged(TEXT.format(diluted="1.81", below=below), head=HEAD).flagged == []


def test_earnings_that_hold_where_they_are_told_again_are_sure(judged):
    again = "Five years\n\nUSD\t2024\t2023\t2022\nDiluted earnings per share\t1.81\t1.38\t1.30\n\n"
    found = judged(TEXT.format(diluted="1.51", below="20,990") + again, head=HEAD)
    missed = [item.relation for item in found.judgements if item.verdict.value == "flagged"]
    assert ("pershare", "must") in {(item.rule, item.strength.value) for item in missed}
