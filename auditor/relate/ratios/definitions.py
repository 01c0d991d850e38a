"""Formulas that a report prints in its notes: 因工死亡率 = (因工死亡人数 / 员工总数) × 100 %.

A formula that names what it defines counts for the whole of that metric, one that does not for the row with
its mark. Every name in it must be printed for the same period.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from decimal import Decimal

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import Naming
from auditor.lexicon.naming import name
from auditor.lexicon.naming import residue
from auditor.lexicon.quantities import alternation
from auditor.model.claim import Claim
from auditor.model.claim import Note
from auditor.model.claim import Source
from auditor.model.metric import Metric
from auditor.model.quantity import NO_UNIT
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Operator
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.ratios.formulas import Printed
from auditor.relate.ratios.formulas import formulas

_SIGNS = ("+", "-")
_PERCENT = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Formula:
    """A printed formula with the note that prints it; ``left`` is None where only its mark tells the row."""

    note: Note
    left: Naming | None
    printed: Printed


class _Unprinted(Exception):  # noqa: N818  # a signal inside this module
    """A quantity of a formula is not told for the period."""


def definitions(facts: Facts) -> Iterator[Relation]:
    """Propose every formula of the notes for each period in which its result is told."""
    for note in facts.report.notes:
        for printed in formulas(fold(note.text)):
            formula = _Formula(note, _named(printed.left), printed)
            yield from _relations(formula, facts)


def _named(left: str) -> Naming | None:
    return name(squeeze(left)[0].strip(), NO_UNIT, any_unit=True) if left else None


def _relations(formula: _Formula, facts: Facts) -> Iterator[Relation]:
    for stated in _results(formula, facts):
        tokens = formula.printed.tokens
        statement = f"{short(stated)} = {' '.join(tokens).replace('*', '×')}"
        parser = _Parser(tokens, stated, facts)
        try:
            computed = parser.whole()
        except _Unprinted as missing:
            if formula.printed.signs and formula.left is not None:
                yield _undecided(stated, statement, str(missing))
            continue
        strength = Strength.TIE if _loose(formula, stated, parser) else _strength(stated, parser, facts)
        yield relation(
            Kind.DEFINITION, stated, computed, statement, "definition", keys=parser.used, strength=strength
        )


def _loose(formula: _Formula, stated: Claim, parser: _Parser) -> bool:
    """Return whether a formula may be of something narrower than a row, or its terms be other rows."""
    if _called(formula, stated):
        return formula.printed.adds and parser.by_metric
    return formula.printed.adds or (formula.left is not None and bool(formula.left.residue))


def _called(formula: _Formula, claim: Claim) -> bool:
    """Return whether a row is called as a formula calls what it defines."""
    called = _plain(formula.printed.left)
    return bool(called) and _plain(_leaf(claim)) == called


def _leaf(claim: Claim) -> str:
    return claim.folded.rsplit("/", 1)[-1]


def _results(formula: _Formula, facts: Facts) -> Iterator[Claim]:
    """Yield the numbers that a formula defines: of the metric on its left, or of the row with its mark."""
    rows = [claim for claim in facts.levels if claim.source is Source.TABLE and _called(formula, claim)]
    if rows and len({claim.seat.table for claim in rows if claim.seat}) == 1:
        yield from (claim for claim in rows if exact(claim) and not claim.base and claim.period)
        return
    if formula.left is not None:
        whole = not _narrow(formula.left.metric)
        told = facts.by_metric.get(formula.left.metric.base, ()) if whole else ()
        found: Iterable[Claim] = [claim for claim in told if claim.metric == formula.left.metric]
    else:
        found = _marked(formula, facts)
    for stated in found:
        whole = stated.source is Source.TABLE and not _narrow(stated.metric) and not stated.scope
        if whole and exact(stated) and not stated.base and stated.period:
            yield stated


def _narrow(metric: Metric) -> bool:
    """Return whether a metric is one of a part: women, a region; what injuries are counted is no part."""
    return any(family not in arithmetic_words().kinds for family, _ in metric.facets)


def _marked(formula: _Formula, facts: Facts) -> Iterator[Claim]:
    """Yield the rates that bear the mark of a note, called as its formula calls them if it does."""
    note, called = formula.note, _plain(formula.printed.left)
    for claim in facts.levels:
        kind = dimension(claim)
        rate = kind in ("percent", "ratio", "") or "/" in kind
        mine = rate and bool(note.mark) and note.mark in claim.notes
        if mine and called in claim.folded and facts.report.note(note.mark, claim) is note:
            yield claim


def _undecided(stated: Claim, statement: str, missing: str) -> Relation:
    reason = f"{missing} is not printed for {stated.period}"
    own = Expression.claim(stated.ref)
    return relation(Kind.DEFINITION, stated, own, statement, "definition", blocked=reason)


def _strength(stated: Claim, parser: _Parser, facts: Facts) -> Strength:
    """Return how sure a formula is: a scale may be hidden in a unit, a note or a word may narrow an input."""
    kind = dimension(stated)
    plain = ("count",) if not parser.scaled else ("count", "time", "day")
    scaled = kind in ("", "ratio") and any(dimension(claim) not in plain for claim in parser.used)
    if scaled or ("/" in kind and parser.scaled):
        return Strength.TIE
    return Strength.QUESTION if parser.loose or _narrowed((stated, *parser.used), facts) else Strength.MUST


def _narrowed(claims: tuple[Claim, ...], facts: Facts) -> bool:
    """Return whether a note narrows the population of some of the claims."""
    narrowing = {note.mark for note in facts.report.notes if note.narrows and note.mark}
    return any(mark in narrowing for claim in claims for mark in (*claim.notes, *claim.block_notes))


@dataclass(slots=True)
class _Parser:
    """Recursive descent over the tokens of one formula for the period of its result.

    ``used`` are the claims it found, ``loose`` tells that a name of the formula is narrower than what was
    found for it, ``by_metric`` that some name is no row's, ``scaled`` that it multiplies by more than a
    hundred.
    """

    tokens: tuple[str, ...]
    stated: Claim
    facts: Facts
    used: list[Claim] = field(default_factory=list)
    loose: bool = False
    by_metric: bool = False
    scaled: bool = False
    at: int = 0

    def whole(self) -> Expression:
        """Return the expression of all tokens, in per cent where the result is told so."""
        result = self._sum()
        if self.at != len(self.tokens):
            message = self.tokens[self.at]
            raise _Unprinted(message)
        hundred = any(token.rstrip("% ") == "100" for token in self.tokens)
        percent = dimension(self.stated) == "percent" and not hundred
        return result * Expression.constant(_PERCENT) if percent else result

    def _sum(self) -> Expression:
        result = self._product()
        while self._next() in _SIGNS:
            operator = self._take()
            right = self._product()
            result = result + right if operator == "+" else result - right
        return result

    def _product(self) -> Expression:
        result = self._atom()
        while self._next() in ("*", "/"):
            operator = Operator.MULTIPLY if self._take() == "*" else Operator.DIVIDE
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
            return self._number(part)
        return self._told(part)

    def _number(self, printed: str) -> Expression:
        """Return a number; 100 % is a hundred where the result is told in per cent, else it is one."""
        number = Decimal(printed.rstrip("% ").replace(",", ""))
        if "%" in printed and dimension(self.stated) != "percent":
            number /= _PERCENT
        self.scaled |= number > _PERCENT
        return Expression.constant(number)

    def _told(self, printed: str) -> Expression:
        label = squeeze(printed)[0].strip()
        claim = self._by_label(label) or self._by_metric(label)
        if claim is None or not exact(claim) or claim.ref == self.stated.ref or _is_rate(claim):
            raise _Unprinted(label)
        self.used.append(claim)
        return Expression.claim(claim.ref)

    def _by_label(self, label: str) -> Claim | None:
        """Return the row of the period that is called as the formula calls it."""
        plain = _plain(label)
        found = [
            claim
            for claim in self.facts.levels
            if claim.source is Source.TABLE and claim.period == self.stated.period
        ]
        found = [claim for claim in found if plain and _plain(_leaf(claim)) == plain]
        found = [claim for claim in found if _beside(claim, self.stated)] or found
        told = {(claim.metric.id, claim.quantity.value) for claim in found}
        return found[0] if len(told) == 1 and _averaged(label) == _averaged(found[0].folded) else None

    def _by_metric(self, label: str) -> Claim | None:
        """Return what the report tells of the metric; a mean is not the number at the end of the year."""
        found = name(label, NO_UNIT, any_unit=True)
        claim = self.facts.tell(found.metric, "", self.stated.period) if found else None
        if found is None or claim is None or _averaged(label) != _averaged(claim.folded):
            return None
        self.loose |= bool(found.residue) and found.residue not in claim.folded
        self.by_metric = True
        return claim

    def _next(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def _take(self) -> str:
        token = self._next()
        self.at += 1
        return token


def _plain(label: str) -> str:
    """Return a folded label without brackets, marks, articles and the words for a number of something."""
    bare = re.sub(r"\([^()]*\)", "", label).strip()
    return residue(re.sub(r"(?:注|note)\s*[0-9]*$", "", bare), [], ())


def _beside(claim: Claim, stated: Claim) -> bool:
    return bool(claim.seat and stated.seat and claim.seat.table == stated.seat.table)


def _is_rate(claim: Claim) -> bool:
    ratio = claim.metric.known and metrics().entry(claim.metric.base).nature == "ratio"
    return ratio or dimension(claim) == "percent"


def _averaged(label: str) -> bool:
    return bool(re.search(alternation(arithmetic_words().averages), label))
