"""Formulas that a report prints in its notes: 因工死亡率 = (因工死亡人数 / 员工总数) × 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.naming import Naming
from auditor.lexicon.naming import name
from auditor.model.claim import Claim
from auditor.model.claim import Note
from auditor.model.claim import Source
from auditor.model.period import Period
from auditor.model.quantity import NO_UNIT
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Operator
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import Facts
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short

_EQUATION = re.compile(r"(?P<left>[^=＝。;；,，]{2,40})\s*[=＝]\s*(?P<right>[^=＝。;；]+)")
_TOKEN = re.compile(
    r"\s*(?P<op>[()+*×÷/]|(?<![0-9a-z])-)|\s*(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?\s*%?)|\s*(?P<name>[^()+*×÷/0-9]+)"
)


@dataclass(frozen=True, slots=True)
class _Formula:
    """A printed formula: what it defines, and its tokens from left to right."""

    note: Note
    left: Naming
    tokens: tuple[str, ...]


class _Unprinted(Exception):  # noqa: N818  # a signal inside this module
    """A quantity of a formula is not told for the period."""


def definitions(facts: Facts) -> Iterator[Relation]:
    """Propose every formula of the notes for each period in which its result is told."""
    for note in facts.report.notes:
        for found in _EQUATION.finditer(fold(note.text)):
            formula = _formula(note, found)
            if formula is not None:
                yield from _relations(formula, facts)


def _formula(note: Note, found: re.Match[str]) -> _Formula | None:
    tokens = tuple(item[0].strip() for item in _TOKEN.finditer(found["right"]) if item[0].strip())
    names = [token for token in tokens if re.search(r"[^\W\d_]{2}", token)]
    left = name(squeeze(found["left"])[0].strip(), NO_UNIT, any_unit=True)
    if left is None or not names or not any(part in "/÷" for part in tokens):
        return None
    return _Formula(note, left, tokens)


def _relations(formula: _Formula, facts: Facts) -> Iterator[Relation]:
    for stated in facts.by_metric.get(formula.left.metric.base, ()):
        if stated.source is not Source.TABLE or stated.metric.facets or stated.scope or not exact(stated):
            continue
        statement = f"{short(stated)} = {' '.join(formula.tokens)}"
        used: list[Claim] = []
        try:
            computed = _Parser(formula.tokens, stated.period, facts, used).whole()
        except _Unprinted as missing:
            yield relation(
                Kind.DEFINITION,
                stated,
                Expression.claim(stated.ref),
                statement,
                "definition",
                blocked=f"{missing} is not printed for {stated.period}",
            )
            continue
        strength = Strength.QUESTION if _narrowed((stated, *used), facts) else Strength.MUST
        yield relation(
            Kind.DEFINITION, stated, computed, statement, "definition", keys=used, strength=strength
        )


def _narrowed(claims: tuple[Claim, ...], facts: Facts) -> bool:
    """Return whether a note narrows the population of some of the claims."""
    narrowing = {note.mark for note in facts.report.notes if note.narrows and note.mark}
    return any(mark in narrowing for claim in claims for mark in (*claim.notes, *claim.block_notes))


@dataclass(slots=True)
class _Parser:
    """Recursive descent over the tokens of one formula for one period."""

    tokens: tuple[str, ...]
    period: Period
    facts: Facts
    used: list[Claim]
    at: int = 0

    def whole(self) -> Expression:
        """Return the expression of all tokens."""
        result = self._sum()
        if self.at != len(self.tokens):
            message = self.tokens[self.at]
            raise _Unprinted(message)
        return result

    def _sum(self) -> Expression:
        result = self._product()
        while self._next() in ("+", "-"):
            operator = self._take()
            right = self._product()
            result = result + right if operator == "+" else result - right
        return result

    def _product(self) -> Expression:
        result = self._atom()
        while self._next() in ("*", "×", "/", "÷"):
            operator = Operator.MULTIPLY if self._take() in "*×" else Operator.DIVIDE
            result = Expression(operator, (result, self._atom()))
        return result

    def _atom(self) -> Expression:
        part = self._take()
        if part == "(":
            inner = self._sum()
            if self._next() == ")":
                self._take()
            return inner
        if re.match(r"[0-9]", part):
            return Expression.constant(Decimal(part.rstrip("% ").replace(",", "")))
        return self._told(part)

    def _told(self, printed: str) -> Expression:
        label = squeeze(printed)[0].strip()
        found = name(label, NO_UNIT, any_unit=True)
        claim = self.facts.tell(found.metric, "", self.period) if found else None
        if claim is None or not exact(claim):
            raise _Unprinted(label)
        self.used.append(claim)
        return Expression.claim(claim.ref)

    def _next(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def _take(self) -> str:
        token = self._next()
        self.at += 1
        return token
