"""What stands between the numbers of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from itertools import groupby

from auditor.lexicon.fold import fold
from auditor.lexicon.words.english import english_words
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.claim import Source

#: From where to where the number of a claim, with its unit, stands in its folded sentence, by ref.
Spans = Mapping[str, tuple[int, int]]


def told_sentences(report: Report) -> Iterator[tuple[list[Claim], Spans]]:
    """Yield the claims of each sentence, in reading order, and where they stand in it."""
    told = [claim for claim in report.claims if claim.source is not Source.TABLE and claim.sentence >= 0]
    for _, group in groupby(sorted(told, key=_place), key=lambda claim: claim.sentence):
        claims = list(group)
        yield claims, spans_of(claims)


def _place(claim: Claim) -> tuple[int, int]:
    return (claim.sentence, claim.order)


def spans_of(claims: Sequence[Claim]) -> Spans:
    """Return where the number of each claim of a sentence stands; nothing where one is not found."""
    found: dict[str, tuple[int, int]] = {}
    end = 0
    for claim in claims:
        context = fold(claim.context)
        number = " ".join(fold(claim.quantity.text).split())
        at = re.compile(rf"(?<![0-9.]){re.escape(number)}").search(context, end)
        if at is None:
            return {}
        end = at.end()
        behind = len(context[end:]) - len(context[end:].lstrip())
        unit = _told_behind(fold(claim.quantity.unit_text), context[end + behind :])
        end += behind + len(unit) if unit else 0
        found[claim.ref] = (at.start(), end)
    return found


def _told_behind(unit: str, words: str) -> str:
    """Return the unit behind a number; what it is told over may stand in front: 每百万元 4.02 吨."""
    return next((told for told in (unit, unit.partition("/")[0]) if words.startswith(told)), "")


def words_between(first: Claim, last: Claim, spans: Spans, without: Sequence[Claim] = ()) -> str | None:
    """Return the folded words between two numbers, without some others and their units."""
    if first.ref not in spans or last.ref not in spans:
        return None
    start, end = spans[first.ref][1], spans[last.ref][0]
    holes = [spans[other.ref] for other in without if other.ref in spans]
    return "".join(
        char
        for at, char in enumerate(fold(first.context))
        if start <= at < end and not any(low <= at < high for low, high in holes)
    )


def words_behind(claim: Claim, spans: Spans) -> str:
    """Return the folded words behind a number, to the end of its clause."""
    behind = fold(claim.context)[spans[claim.ref][1] :]
    return re.split(rf"[,;，；。、]|\.(?![0-9])|\s{english_words().joins}\s", behind, maxsplit=1)[0]


def words_ahead(claim: Claim) -> str:
    """Return the folded words of a sentence in front of a number: of two alike, the one with its unit."""
    text, number = fold(claim.context), re.escape(fold(claim.quantity.text))
    told = (rf"(?<![0-9.]){number}\s*{re.escape(fold(claim.quantity.unit_text))}", number)
    found = next((at for at in (re.search(one, text) for one in told) if at is not None), None)
    return text[: found.start()] if found is not None else ""
