"""Accepted rows hold keys, not numbers of claims, and no places inside words."""

from __future__ import annotations

import pytest

from auditor.baseline.rows import family

FINDING = {
    "finding_id": "f",
    "code": "T101",
    "severity": "error",
    "title": "不符",
    "report": "new.txt",
    "page": "",
    "line": "11",
    "period": "CY2024",
    "metric": "总用水量",
    "stated": "1",
    "expected": "2",
    "gap": "1",
    "claims": "new.txt#1",
    "checks": "",
    "suspect": "new.txt#1",
    "suggested": "2",
    "slip": "",
}
LEDGER = {
    "metric_id": "water_consumption",
    "metric": "总用水量",
    "scope": "",
    "period": "CY2023",
    "unit": "噸",
}


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("在第 9 页为 1，而第 10 行为 2", "在第 … 页为 1，而第 … 行为 2"),
        ("on page 9 it is 1", "on page … it is 1"),
    ],
)
def test_a_message_is_kept_without_its_places(rows, claim, told, kept):
    row = rows(claim(1, "a", "1"), findings=[FINDING | {"message": told}])["findings"]["f"]
    assert row["message"] == kept
    assert (row["place"], row["suspect"]) == ("new.txt L11", "new.txt|a")


def test_the_ledger_has_one_row_for_each_report_that_tells_a_fact(rows):
    kept = rows(ledger=[LEDGER | {"old.txt": "1000", "new.txt": "900"}])["ledger"]
    assert {row["report"]: row["value"] for row in kept.values()} == {"old.txt": "1000", "new.txt": "900"}


def test_next_years_report_adds_rows_to_the_ledger_and_changes_none(rows):
    before = rows(ledger=[LEDGER | {"old.txt": "1000", "new.txt": "900"}])["ledger"]
    later = LEDGER | {"unit": "吨", "old.txt": "1000", "new.txt": "900", "next.txt": "900"}
    after = rows(ledger=[later])["ledger"]
    assert after.keys() - before.keys() == {"water_consumption||CY2023|next.txt|吨"}
    assert all(after[key]["value"] == row["value"] for key, row in before.items())


def test_two_rows_of_one_key_are_both_kept(rows):
    same = LEDGER | {"new.txt": "900"}
    assert len(rows(ledger=[same, same | {"new.txt": "901"}])["ledger"]) == 2


def test_a_family_is_the_metric_without_what_narrows_it():
    assert family("ghg_emissions.ghg_scope_1.netting_net") == "ghg_emissions"
    assert family("?员工人数") == "unknown"
