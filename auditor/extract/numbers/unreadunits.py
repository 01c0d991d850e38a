"""Units that are printed and were not understood: each is told once for its table, never passed over."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence

import regex

from auditor.extract.numbers.unittext import unit_text
from auditor.lexicon.measures.units import units
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.lookalikes import lookalike_words
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.document import Document
from auditor.model.document import Doubt
from auditor.model.document import Table
from auditor.model.saying import saying

_BRACKETS = regex.compile(r"[(（\[【]([^()（）\[\]【】]+)[)）\]】]")
#: What sets the two units of a rate apart.
_PER = regex.compile(rf"\s*/\s*|{lookalike_words().each}|\s{english_words().per}\s")
#: A measure is no word of one or two Chinese characters: those are what is counted.
_MEASURE = regex.compile(r"[A-Za-z0-9/·²³]|\p{Han}{3}")


def unread_units(document: Document, claims: Sequence[Claim]) -> tuple[Doubt, ...]:
    """Return a doubt for each unit of a table that was not understood, where its first number stands."""
    bare = [claim for claim in claims if claim.source is Source.TABLE and not claim.quantity.unit.id]
    found: dict[tuple[int, str], Doubt] = {}
    for claim in bare:
        told = _beside(claim)
        if told and claim.seat:
            detail = saying("未能识别单位“{unit}”；这些数字比对时不计单位", unit=told)
            found.setdefault((claim.seat.table, told), Doubt("unit_not_read", claim.place, detail))
    return (*_of_tables(document), *found.values())


def _of_tables(document: Document) -> Iterator[Doubt]:
    """Yield the units of whole tables that were not understood."""
    for table in document.tables:
        if table.unit and _MEASURE.search(table.unit) and unit_text(table.unit) is None and _has_body(table):
            yield Doubt("unit_not_read", table.place, saying("未能识别表的单位“{unit}”", unit=table.unit))


def _has_body(table: Table) -> bool:
    return any(cell.row >= table.header_rows and cell.text for cell in table.cells)


def _beside(claim: Claim) -> str:
    """Return the unit that is printed for a number without one: in its column of units, or in brackets."""
    printed = claim.quantity.unit_text
    if printed and _MEASURE.search(printed):
        return printed
    inner = (found[1].strip() for found in _BRACKETS.finditer(claim.context))
    return next((text for text in inner if _is_rate(text)), "")


def _is_rate(text: str) -> bool:
    """Return whether a text tells one unit for each of another, of which one at least is known."""
    parts = _PER.split(text)
    return len(parts) == 2 and all(parts) and any(_is_measure(part) for part in parts)


def _is_measure(text: str) -> bool:
    found = units().split(text)
    return found is not None and found.unit.dimension not in {"", "count"}
