"""Shares by gender or by age: rows that leave nobody out make 100 %.

Men and women, or age bands of which each begins where the one before ends, are all there are. Whether their
percentages are shares of one whole, or rates of each group, a column shows that makes 100 %; so does a head,
below a heading, that names nothing but a share of people. A column that makes something else beside one that
does is held against it where one slip of the hand would mend it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from auditor.lexicon.facets import scan
from auditor.lexicon.labels import label_words
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import residue
from auditor.lexicon.quantities import alternation
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.interval import total
from auditor.model.relation import Relation
from auditor.relate.chance import MOSTLY
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import hundred_of
from auditor.relate.lines import lines
from auditor.relate.lines import names
from auditor.relate.lines import tables
from auditor.relate.slips import agreeing_digits_of

_HUNDRED = Interval.exactly(100)
_GENDERS = frozenset({"male", "female"})
_BAND = re.compile(r"(?P<low>[0-9]+)-(?P<high>[0-9]+)|(?P<sign>[<>]=?)(?P<edge>[0-9]+)")
#: Digits of a share that must agree but for the slip.
_LEAST_DIGITS = 2
#: Nobody is as old.
_OLDEST = 999


def partitions(facts: Facts) -> Iterator[Relation]:
    """Propose that the shares of men and women, or of all ages, make 100 %."""
    for claims in tables(facts):
        shares = [claim for claim in claims if dimension(claim) == "percent" and not claim.metric.known]
        groups: dict[int, list[dict[int, Claim]]] = {}
        for line in lines(shares, down=True):
            if line.first.seat is not None and _facet(names(line)):
                groups.setdefault(line.first.seat.section, []).append(line.claims)
        for rows in groups.values():
            yield from _of_group(rows)


def _facet(told: Sequence[str]) -> tuple[str, str]:
    """Return the one facet that a row is called by, and nothing else; empty where it says more."""
    found = [(name, *scan(name)) for name in told if scan(name)[0]]
    if len(found) != 1:
        return ("", "")
    name, facets, spans = found[0]
    bare = re.sub(alternation(label_words().staff), "|", residue(name, spans, ()))
    return facets[0] if len(facets) == 1 and not bare.strip("| ") else ("", "")


def _of_group(rows: Sequence[dict[int, Claim]]) -> Iterator[Relation]:
    columns = [
        [row[at] for row in rows]
        for at in sorted({at for row in rows for at in row})
        if all(at in row for row in rows) and _leaves_nobody_out([_facet_of(row[at]) for row in rows])
    ]
    held = [parts for parts in columns if _made(parts)]
    usual = MOSTLY.bears(len(held), len(columns) - len(held))
    for parts in columns:
        if parts in held or _of_people(parts[0]) or (usual and _slipped(parts)):
            yield hundred_of(parts, "table:partition")


def _facet_of(claim: Claim) -> tuple[str, str]:
    """Return the facet that the row of a number is called by."""
    return _facet([part.strip() for part in claim.folded.split("/")])


def _leaves_nobody_out(told: Sequence[tuple[str, str]]) -> bool:
    """Return whether groups are men and women, or all ages, each told once."""
    families, values = {family for family, _ in told}, [value for _, value in told]
    if len(set(values)) < len(values) or len(values) < 2:
        return False
    return (families == {"gender"} and set(values) == _GENDERS) or (families == {"age"} and _all_ages(values))


def _all_ages(values: Sequence[str]) -> bool:
    """Return whether age bands reach from the youngest to the oldest, none apart from the next."""
    bands = sorted(_ends(value) for value in values)
    open_ends = bands[0][0] == 0 and bands[-1][1] == _OLDEST
    return open_ends and all(0 <= after[0] - before[1] <= 1 for before, after in pairwise(bands))


def _ends(value: str) -> tuple[int, int]:
    """Return the first and the last age of a band; 30 may stand for the years below or above it."""
    found = _BAND.fullmatch(value)
    if found is None:
        return (_OLDEST, 0)
    if found["edge"] is None:
        return (int(found["low"]), int(found["high"]))
    edge = int(found["edge"])
    return (0, edge) if found["sign"].startswith("<") else (edge, _OLDEST)


def _made(parts: Sequence[Claim]) -> bool:
    return total(part.quantity.base for part in parts).meets(_HUNDRED)


def _of_people(claim: Claim) -> bool:
    """Return whether head and heading name only a share of people: Percentage, below Diversity data."""
    heads = (claim.context.rsplit("|", 1)[-1], claim.heading.rsplit(">", 1)[-1])
    told = [re.sub(r"(?:19|20)[0-9]{2}|%", "|", clean(head)) for head in heads]
    left = (_plain().sub("|", residue(head, scan(head)[1], ())) for head in told)
    return bool(_share().search(told[0])) and not any(re.search(r"[^\W\d_]", one) for one in left)


@cache
def _plain() -> re.Pattern[str]:
    words = label_words()
    shares = (*words.share_nouns, *words.share_heads)
    named = (*words.staff, *shares, *words.split_ends, *words.split_nouns, *words.people)
    return re.compile(alternation(named))


@cache
def _share() -> re.Pattern[str]:
    return re.compile(alternation((*label_words().share_heads, "percentage", "%")))


def _slipped(parts: Sequence[Claim]) -> bool:
    """Return whether one slip of the hand in one share would make 100 %."""
    gap = sum((part.quantity.value for part in parts), Decimal(0)) - 100
    return any(
        agreeing_digits_of(part.quantity.value, part.quantity.value - gap, part.quantity.step)
        >= _LEAST_DIGITS
        for part in parts
    )
