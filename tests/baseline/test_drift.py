"""Rows against accepted rows: new, changed, gone, reworded, or only elsewhere."""

from __future__ import annotations

from auditor.baseline.drift import Change
from auditor.baseline.drift import Kind
from auditor.baseline.drift import compare
from auditor.baseline.drift import failing

CHECK = {
    "check_id": "c-1",
    "kind": "sum",
    "report": "new.txt",
    "period": "CY2024",
    "statement": "a = b",
    "inputs": "new.txt#1;new.txt#2",
    "stated": "5",
    "stated_low": "4.5",
    "stated_high": "5.5",
    "computed_low": "5",
    "computed_high": "5",
    "verdict": "passed",
    "gap": "0",
    "reason": "",
}


def kinds(drift) -> list[tuple[str, str]]:
    return [(item.table, item.kind.value) for item in drift]


def test_the_same_rows_have_no_drift(rows, claim):
    assert compare(rows(claim(1, "a", "1,000")), rows(claim(1, "a", "1,000"))) == ()


def test_a_changed_figure_names_figure_place_accepted_and_new_value(rows, claim):
    (item,) = compare(rows(claim(1, "a", "1,000")), rows(claim(1, "a", "1,100")))
    assert item.kind is Kind.CHANGED
    assert (item.figure, item.place, item.family) == (
        "总用水量 CY2024",
        "new.txt L11",
        "water_consumption",
    )
    assert item.changes[0] == Change("value_text", "1,000", "1,100")


def test_a_zero_at_the_end_counts(rows, claim):
    (item,) = compare(rows(claim(1, "a", "1.2")), rows(claim(1, "a", "1.20")))
    assert item.kind is Kind.CHANGED
    assert Change("value", "1.2", "1.20") in item.changes


def test_one_new_claim_is_one_new_row_though_all_after_it_move(rows, claim):
    before = rows(*(claim(no, f"k{no}", "1,000") for no in range(1, 50)))
    added = claim(1, "fresh", "77", metric="新指标", metric_id="?新指标")
    after = rows(added, *(claim(no + 1, f"k{no}", "1,000") for no in range(1, 50)))
    drift = compare(before, after)
    assert kinds(failing(drift)) == [("claims", "new")]
    assert failing(drift)[0].changes == (Change("value_text", "", "77"),)
    assert sum(item.kind is Kind.MOVED for item in drift) == 49


def test_a_row_that_is_gone_tells_what_was_accepted(rows, claim):
    (item,) = compare(rows(claim(1, "a", "1,000")), rows())
    assert (item.kind, item.changes) == (Kind.GONE, (Change("value_text", "1,000", ""),))


def test_another_context_is_a_rewording(rows, claim):
    (item,) = compare(rows(claim(1, "a", "1")), rows(claim(1, "a", "1", context="总用水量 | 2024")))
    assert (item.kind, [change.column for change in item.changes]) == (Kind.REWORDED, ["context"])


def test_a_reworded_label_with_another_key_is_one_reworded_row(rows, claim):
    before, after = rows(claim(1, "a", "1,000")), rows(claim(1, "b", "1,000", metric="用水总量"))
    (item,) = compare(before, after)
    assert (item.kind, item.was, item.key) == (Kind.REWORDED, "new.txt|a", "new.txt|b")


def test_two_rows_that_say_the_same_are_not_taken_for_one_another(rows, claim):
    before = rows(claim(1, "a", "1,000"), claim(2, "b", "1,000"))
    after = rows(claim(1, "c", "1,000"), claim(2, "d", "1,000"))
    assert {item.kind for item in compare(before, after)} == {Kind.NEW, Kind.GONE}


def test_a_new_row_is_not_taken_for_one_of_two_that_are_gone(rows, claim):
    before = rows(claim(1, "a", "1,000"), claim(2, "b", "1,000"))
    assert {item.kind for item in compare(before, rows(claim(1, "c", "1,000")))} == {Kind.NEW, Kind.GONE}


def test_a_figure_that_changes_with_its_key_is_gone_and_new(rows, claim):
    drift = compare(rows(claim(1, "a", "1,000")), rows(claim(1, "b", "1,001")))
    assert kinds(drift) == [("claims", "new"), ("claims", "gone")]


def test_a_verdict_that_turns_is_changed_and_stands_where_the_stated_claim_stands(rows, claim):
    claims = (claim(1, "a", "5"), claim(2, "b", "5"))
    before = rows(*claims, checks=[CHECK])
    (item,) = compare(before, rows(*claims, checks=[CHECK | {"verdict": "flagged"}]))
    assert (item.place, item.changes) == ("new.txt L11", (Change("verdict", "passed", "flagged"),))


def test_a_claim_added_before_others_changes_no_check_though_their_numbers_change(rows, claim):
    before = rows(claim(1, "a", "5"), claim(2, "b", "5"), checks=[CHECK])
    moved = CHECK | {"inputs": "new.txt#2;new.txt#3"}
    after = rows(claim(1, "x", "7"), claim(2, "a", "5"), claim(3, "b", "5"), checks=[moved])
    assert kinds(failing(compare(before, after))) == [("claims", "new")]
