"""Sentences of reports that do not exist, with what a reader takes from each number of them.

``told.csv`` has a row for each number: the sentence, the words or digits printed, and what they say. ``a~b``
are readings that are both right, ``*`` says that the text does not tell. A metric ``?`` is one that the lexicon
does not know. Each of the two sheets was written before it was read for the first time.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from auditor.lexicon.fold import fold
from auditor.model.claim import Claim

SHEET = Path(__file__).with_name("told.csv")
ENGLISH = (
    "Testford plc Sustainability Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
)
MEANINGS = ("unit", "period", "bound", "change", "base", "metric")
#: The share of the numbers of a sheet that are read right in everything.
LEAST = {"1": Decimal("0.95"), "2": Decimal("0.95")}


def sentences(sheet: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    with SHEET.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            if row["sheet"] == sheet:
                found[row["sentence"]].extend([row] if row["digits"] else [])
    return found


def digits(claim: Claim) -> str:
    told = fold(claim.quantity.text).lower()
    return re.sub(r"[^0-9,.]", "", told) or told


def pair(row: dict[str, str], left: list[Claim]) -> Claim | None:
    """Return the claim whose digits or words a row has, and take it from those that are left."""
    for told in (fold(item).lower() for item in row["digits"].split("~")):
        for claim in left:
            printed = digits(claim)
            if printed == told or (not re.search("[0-9]", told) and (told in printed or printed in told)):
                left.remove(claim)
                return claim
    return None


def wrong(row: dict[str, str], claim: Claim) -> Iterator[str]:
    """Yield what a claim does not say as a reader would."""
    loose = Decimal("0.05") if not re.search("[0-9]", row["digits"]) else Decimal(0)
    if abs(abs(claim.quantity.value) - Decimal(row["value"])) > loose:
        yield "value"
    said = {
        "unit": claim.quantity.unit.id,
        "period": claim.period.code,
        "bound": claim.quantity.bound.value,
        "change": claim.change.value or "level",
        "base": claim.base.code,
    }
    for meaning in MEANINGS:
        told = row[meaning].split("~")
        if meaning == "change" and "to" in told and claim.quantity.unit.id != "times_multiple":
            told.append("level")
        if "*" in told:
            continue
        if meaning == "metric":
            known = ("?" in told and not claim.metric.known) or claim.metric.base in told
            if not known and not any(claim.metric.id.startswith(f"{metric}.") for metric in told):
                yield meaning
        elif said[meaning] not in told:
            yield meaning


@pytest.mark.parametrize("sheet", ["1", "2"])
def test_the_numbers_of_a_sentence_say_what_a_reader_takes_from_them(sheet, report):
    asked = right = 0
    extra, faults = [], []
    for sentence, rows in sentences(sheet).items():
        found = report(
            sentence + "\n", **({"head": ENGLISH} if sentence.isascii() or sentence[0] < "一" else {})
        )
        left = [claim for claim in found.claims if (claim.place.line or 0) > 4]
        for row in rows:
            claim = pair(row, left)
            faulty = [*wrong(row, claim)] if claim else ["missed"]
            asked, right = asked + 1, right + (not faulty)
            faults.extend(f"{row['digits']} {faulty} | {sentence}" for _ in faulty[:1])
        extra.extend(f"{claim.quantity.text} | {sentence}" for claim in left)
    assert len(extra) <= 1, extra
    assert Decimal(right) / asked >= LEAST[sheet], faults
