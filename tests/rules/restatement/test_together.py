"""Many rows that moved one way: one finding, named by neither its rows nor its numbers."""

from __future__ import annotations

from decimal import Decimal

from auditor.model.restatement import Disclosure
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from auditor.rules import findings
from auditor.rules.base import Dossier

ROWS = "甲乙丙丁戊己庚辛壬"


def moved(old, new, rows, *, by=-7, **more):
    """Return a change of each row by so many hundredths."""
    return [
        Restatement(
            f"k-{row}",
            old(f"{row}类用量", "400", period="CY2022"),
            new(f"{row}类用量", str(400 + 4 * by), period="CY2022"),
            Standing.RESTATED,
            Decimal(4 * by),
            Decimal(by) / 100,
            Disclosure.NONE,
            None,
            **more,
        )
        for row in rows
    ]


def found(old, new, items):
    claims = {claim.ref: claim for told in (old, new) for claim in told.claims}
    return findings(Dossier((old.report, new.report), claims, restatements=tuple(items)))


def test_one_cause_is_one_finding_that_names_every_row(old, new):
    (item,) = found(old, new, moved(old, new, ROWS))
    assert (item.code, item.metric, len(item.claims)) == ("S101", "多项指标", 18)
    assert sorted(item.claims) == sorted(ref for pair in item.retold for ref in pair)
    assert all(f"{row}类用量" in item.message for row in ROWS)
    assert "减少（−7.0% 至 −7.0%）" in item.message


def test_its_id_stays_when_a_row_more_moves(old, new):
    items = moved(old, new, ROWS)
    assert found(old, new, items)[0].id == found(old, new, items[1:])[0].id


def test_few_rows_are_told_one_by_one(old, new):
    assert len(found(old, new, moved(old, new, ROWS[:5]))) == 5


def test_rows_that_went_both_ways_are_told_one_by_one(old, new):
    items = moved(old, new, ROWS) + moved(old, new, "寅卯", by=3)
    assert len(found(old, new, items)) == 11


def test_a_slip_among_them_and_what_its_total_does_not_follow_are_told_apart(old, new):
    slip = moved(old, new, "寅", hints=("error",))
    left = moved(old, new, "卯", follows="no")
    assert len(found(old, new, moved(old, new, ROWS) + slip + left)) == 3
