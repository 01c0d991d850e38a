"""Accepting takes over what was chosen and touches nothing else."""

from __future__ import annotations

import pytest

from auditor.baseline.accept import chosen
from auditor.baseline.accept import merged
from auditor.baseline.accept import refuse_unreasoned
from auditor.baseline.accept import with_reasons
from auditor.baseline.drift import Kind
from auditor.baseline.drift import compare
from auditor.errors import UsageError


@pytest.fixture
def two(rows, claim):
    """Return accepted rows, and rows of now with one changed and one new claim."""
    return rows(claim(1, "a", "1,000")), rows(claim(1, "a", "1,100"), claim(2, "b", "5", metric_id="waste"))


def test_only_the_kind_that_is_accepted_is_taken_over(two):
    accepted, now = two
    drift = chosen(compare(accepted, now), (Kind.NEW,), ())
    kept = merged(accepted["claims"], now["claims"], drift)
    assert {key: row["value_text"] for key, row in kept.items()} == {"new.txt|a": "1,000", "new.txt|b": "5"}


def test_only_the_family_that_is_named_is_taken_over(two):
    drift = chosen(compare(*two), (Kind.NEW, Kind.CHANGED), ("waste",))
    assert [item.key for item in drift] == ["new.txt|b"]


def test_a_name_that_meets_nothing_is_a_fault(two):
    with pytest.raises(UsageError, match="--only wste"):
        chosen(compare(*two), (Kind.NEW,), ("wste",))


def test_a_reworded_row_takes_the_place_of_the_old_one(rows, claim):
    accepted, now = rows(claim(1, "a", "1")), rows(claim(1, "b", "1", metric="用水总量"))
    assert merged(accepted["claims"], now["claims"], compare(accepted, now)).keys() == {"new.txt|b"}


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_changed_figure_is_never_accepted_without_a_reason(reason):
    with pytest.raises(UsageError, match="--reason"):
        refuse_unreasoned((Kind.NEW, Kind.CHANGED), reason)
    refuse_unreasoned((Kind.NEW, Kind.GONE, Kind.REWORDED), reason)


def test_reasons_are_added_at_the_end_and_a_repeated_run_adds_none(two):
    earlier = [{"table": "claims", "key": "x", "column": "value", "reason": "前"}]
    kept, added = with_reasons(earlier, compare(*two), "第 4 号附注\n重述")
    assert kept[0] == earlier[0]
    assert added == 2, "value_text and value"
    assert kept[1]["column"] == "value_text"
    assert (kept[1]["accepted"], kept[1]["now"], kept[1]["reason"]) == ("1,000", "1,100", "第 4 号附注 重述")
    assert with_reasons(kept, compare(*two), "第 4 号附注 重述") == (kept, 0)
