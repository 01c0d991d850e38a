"""Changes of a total that a sentence does not tell: A and B used 91,350 and 301,240 t, together 10,505 less.

The numbers before it are the parts of that total. Where a table tells each of them, for the year before too,
the change follows from both sums. Whether another part belongs to it the sentence does not say: a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from auditor.lexicon.labels import label_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.clauses import clause_words
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.adjoining import Spans
from auditor.relate.adjoining import told_sentences
from auditor.relate.adjoining import words_between
from auditor.relate.changes.growth import change_of_sums
from auditor.relate.evidence import shared
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import short

_YEARLY = (Change.YOY_GROWTH, Change.YOY_DECLINE)
#: So many parts of its name a number shares with the row that tells it.
_LEAST_SHARED = 2


def changes_together(facts: Facts) -> Iterator[Relation]:
    """Propose each change of a total against the rows of the numbers that it adds up."""
    for claims, spans in told_sentences(facts.report):
        for at, claim in enumerate(claims):
            if claim.change in _YEARLY and exact(claim):
                rows = [_row(level, facts) for level in _added(claim, claims[:at], spans)]
                told = [row for row in rows if row is not None]
                if len(told) == len(rows) > 1:
                    new, old = zip(*told, strict=True)
                    yield _asked(change_of_sums(claim, new, old), claim, new, old)


def _asked(moved: Relation, claim: Claim, new: Sequence[Claim], old: Sequence[Claim]) -> Relation:
    """Return a change as a question, with the names of all parts."""
    names = " + ".join(short(part) for part in new)
    told = f"{claim.quantity.text} {claim.quantity.unit_text}".rstrip()
    statement = f"({names}) {new[0].period} / {old[0].period} = {told}"
    return replace(moved, strength=Strength.QUESTION, rule="together", statement=statement)


def _added(claim: Claim, before: Sequence[Claim], spans: Spans) -> list[Claim]:
    """Return the levels right before a change that is said to be that of their total."""
    last = before[-1] if before else None
    words = words_between(last, claim, spans) if last is not None else None
    if last is None or words is None or not _total().match(words):
        return []
    added: list[Claim] = []
    for level in reversed(before):
        alike = dimension(level) == dimension(last) and level.period == last.period
        if not (level.level and exact(level) and alike):
            break
        added.append(level)
    amount = dimension(claim) in ("percent", dimension(last))
    return added[::-1] if amount else []


@cache
def _total() -> re.Pattern[str]:
    both = rf"(?:{alternation(clause_words().both)})?"
    return re.compile(rf"[,，、\s]*{both}{alternation(label_words().totals)}")


def _row(level: Claim, facts: Facts) -> tuple[Claim, Claim] | None:
    """Return what a table tells for a level of a sentence and for the year before it."""
    for claim in facts.by_metric.get(level.metric.base, ()):
        same = claim.source is Source.TABLE and claim.period.year == level.period.year
        if (
            same
            and claim.quantity.base.overlaps(level.quantity.base)
            and shared(claim, level) >= _LEAST_SHARED
        ):
            old = _year_before(claim, facts)
            if old is not None:
                return (claim, old)
    return None


def _year_before(claim: Claim, facts: Facts) -> Claim | None:
    seat, when = claim.seat, claim.period.shifted(-1)
    return next(
        (
            other
            for other in facts.by_metric[claim.metric.base]
            if seat and other.seat and other.period == when
            if (other.seat.table, other.seat.row) == (seat.table, seat.row)
        ),
        None,
    )
