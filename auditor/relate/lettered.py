"""Rows that tell by letters how they are worked out: C = A - B, in their name or in a column of line letters.

The letters are those of the rows where these bear them; else the rows above, counted back from the letter of
the row itself, and then the arithmetic must hold in one column before it is held against another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.lines import Line
from auditor.relate.lines import additive
from auditor.relate.lines import lines
from auditor.relate.lines import tables

_KEY = r"[(]?(?<![a-z])[a-z](?![a-z])[)]?"
_FORMULA = re.compile(
    rf"(?:(?P<own>{_KEY})\s*)?=\s*(?P<right>-?\s*{_KEY}(?:\s*[+-]\s*{_KEY})+)\s*[)]?\s*(?:[(][^()]*[)])?$"
)
_ALONE = re.compile(rf"{_KEY}$")

#: The letters on the right of a formula, each with its sign.
_Terms = Sequence[tuple[int, str]]


def lettered_rows(facts: Facts) -> Iterator[Relation]:
    """Propose each row of a table whose name or line letter says of which rows it is made up."""
    for claims in tables(facts):
        rows = lines(claims, down=True)
        borne = _borne(rows)
        for at, row in enumerate(rows):
            found = _FORMULA.search(_leaf(row))
            if found is not None:
                yield from _relations(row, _parts(at, rows, found, borne))


def _leaf(row: Line) -> str:
    return row.first.folded.rsplit("/", 1)[-1].strip()


def _borne(rows: Sequence[Line]) -> dict[str, Line]:
    """Return the rows by the letter that they bear, alone or in front of their formula."""
    found: dict[str, Line] = {}
    for row in rows:
        formula = _FORMULA.search(_leaf(row))
        letter = formula["own"] if formula else _leaf(row) if _ALONE.match(_leaf(row)) else None
        if letter:
            found.setdefault(letter.strip("()"), row)
    return found


def _parts(
    at: int, rows: Sequence[Line], formula: re.Match[str], borne: Mapping[str, Line]
) -> list[tuple[int, Line]]:
    """Return the rows that a formula names, signed; none where one of them is not found."""
    terms = _terms(formula["right"])
    if all(letter in borne for _, letter in terms):
        return [(sign, borne[letter]) for sign, letter in terms]
    own = (formula["own"] or "").strip("()")
    back = [(sign, ord(own) - ord(letter)) for sign, letter in terms] if own else []
    if not back or any(not 0 < step <= at for _, step in back):
        return []
    parts = [(sign, rows[at - step]) for sign, step in back]
    holding = any(_holds(claim, parts, place) for place, claim in rows[at].claims.items())
    return parts if holding else []


def _terms(right: str) -> _Terms:
    found = re.findall(r"([+-]?)\s*[(]?([a-z])[)]?", right)
    return [(-1 if sign == "-" else 1, letter) for sign, letter in found]


def _told(parts: Sequence[tuple[int, Line]], place: int) -> list[tuple[int, Claim]]:
    return [(sign, row.claims[place]) for sign, row in parts if place in row.claims]


def _holds(claim: Claim, parts: Sequence[tuple[int, Line]], place: int) -> bool:
    told = _told(parts, place)
    result = Interval.exactly(0)
    for sign, part in told:
        result = result + part.quantity.base if sign > 0 else result - part.quantity.base
    return len(told) == len(parts) and result.meets(claim.quantity.base)


def _relations(row: Line, parts: Sequence[tuple[int, Line]]) -> Iterator[Relation]:
    for place, claim in row.claims.items():
        told = _told(parts, place)
        alike = all(dimension(part) == dimension(claim) for _, part in told)
        if parts and len(told) == len(parts) and alike and additive(claim):
            yield _relation(claim, told)


def _relation(claim: Claim, told: Sequence[tuple[int, Claim]]) -> Relation:
    computed: Expression | None = None
    for sign, part in sorted(told, key=lambda item: -item[0]):
        leaf = Expression.claim(part.ref)
        computed = leaf if computed is None else computed + leaf if sign > 0 else computed - leaf
    assert computed is not None  # noqa: S101  # a formula has terms
    statement = "".join(f" {'+' if sign > 0 else '−'} {short(part)}" for sign, part in told)
    kind = Kind.SUM if all(sign > 0 for sign, _ in told) else Kind.DIFFERENCE
    return relation(
        kind,
        claim,
        computed,
        f"{statement.removeprefix(' + ').strip()} = {short(claim)}",
        "table:letters",
        keys=[part for _, part in told],
        strength=Strength.MUST,
    )
