"""Figures of real pages that stand in no cell of their own, and figures that are no figures at all.

``figures/*.csv`` has the columns of ``real/*.csv`` (see ``test_real_pages``). Its heads are:

- ``figure``: the number of a bar, a ring or a tile. It is right when a claim outside tables tells it.
- ``said``: a number within the words of a cell.
- ``nothing``: no claim may be made of it: a tick of an axis, the page number in an index; ``*`` is every number there.

``under`` in either folder names the row or heading that a row belongs to; the claim's label must hold it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import regex

from auditor.lexicon.tongue import tell
from auditor.model.claim import Claim
from auditor.model.claim import Source
from tests.read import test_real_pages as pages

HERE = Path(__file__).parent
#: So many rows under a parent must be claimed under it, as a share.
UNDER = 0.97
pytestmark = pytest.mark.skipif(
    not pages.SHARED.is_dir(), reason="the shared reports are not on this machine"
)


@dataclass(frozen=True, slots=True)
class Told:
    """One figure as a person reads it, or one that tells nothing."""

    report: str
    page: int
    row: str
    kind: str
    value: str
    unit: str
    period: str


def figures() -> Iterator[Told]:
    for path in sorted((HERE / "figures").glob("*.csv")):
        with path.open(encoding="utf-8") as file:
            for line in csv.DictReader(file):
                place = line["report"], int(line["page"]), line["row"], line["heads"]
                yield Told(*place, pages.bare(line["values"]), line["units"], line["periods"])


def claims_on(report: str, page: int) -> list[Claim]:
    return [claim for claim in pages.opened(report)[0] if pages.on(claim.place, page)]


def made(told: Told) -> list[Claim]:
    """Return the claims made of a figure's number, whatever they say of it."""
    number = pages.bare(told.value).rstrip("%")
    return [
        claim
        for claim in claims_on(told.report, told.page)
        if told.value == "*" or pages.bare(claim.quantity.text).rstrip("%") == number
    ]


def right(told: Told, claim: Claim) -> bool:
    wanted = told.unit in {"*", claim.quantity.unit.id} and told.period in {"*", claim.period.code}
    said = pages.bare(f"{claim.label} {claim.context} {claim.heading}").casefold()
    outside = told.kind == "said" or claim.source is not Source.TABLE
    return wanted and outside and (told.row == "*" or pages.bare(told.row).casefold() in said)


def doubted(told: Told) -> bool:
    """Return whether a doubt names a figure that no claim was made of."""
    near = [doubt for doubt in pages.document(told.report).doubts if pages.on(doubt.place, told.page)]
    named = {number for doubt in near for number in regex.findall(r"[0-9][0-9.,]*", tell(doubt.detail))}
    return pages.figure(told.value).rstrip("%") in {pages.figure(number.rstrip(".,")) for number in named}


def is_wrong(told: Told) -> bool:
    """Return whether a figure was misread, or passed over without a word."""
    if told.kind == "nothing":
        return bool(made(told))
    found = made(told)
    if not found:
        return not doubted(told)
    return not any(right(told, claim) for claim in found)


def test_figures_of_charts_and_words_are_right_or_doubted() -> None:
    known = list(figures())
    assert len(known) > 20
    assert not [told for told in known if is_wrong(told)]


def parents() -> Iterator[tuple[pages.Labelled, str]]:
    """Return each labelled figure with the row or heading that its row belongs to."""
    for path in sorted((HERE / "real").glob("*.csv")):
        with path.open(encoding="utf-8") as file:
            under = [
                line.get("under") or "" for line in csv.DictReader(file) for _ in line["values"].split("|")
            ]
        yield from ((label, name) for label, name in zip(pages._of_file(path), under, strict=True) if name)


def belongs(label: pages.Labelled, parent: str) -> bool:
    found = (item for item in pages.cells(label.report, label.page) if pages._stands(item, label))
    return any(pages.bare(parent) in pages.bare(claim.label) for item in found for claim in item.claims)


def test_rows_under_a_parent_are_claimed_under_it() -> None:
    known = list(parents())
    assert len(known) > 100
    lost = [(label, parent) for label, parent in known if not belongs(label, parent)]
    assert len(lost) <= (1 - UNDER) * len(known), lost
