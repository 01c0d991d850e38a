"""Formulas that a report prints in its notes: 因工死亡率 = (因工死亡人数 / 员工总数) × 100 %.

A formula that names what it defines counts for the whole of that metric, one that does not for the row with
its mark. Every name in it must be printed for the same period. Of a group of the metric (women, a region) it
is held against the numbers of that group, and a mean may be that of both ends of the year: these
readings must show themselves, and a gap counts only beside others that hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.naming import Naming
from auditor.lexicon.naming import facets_of
from auditor.lexicon.naming import name
from auditor.model.claim import Claim
from auditor.model.claim import Note
from auditor.model.claim import Source
from auditor.model.evaluate import worked_out
from auditor.model.metric import Metric
from auditor.model.quantity import NO_UNIT
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.model.saying import saying
from auditor.relate.chance import SHOWN
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.facts import telling
from auditor.relate.ratios.formulas import Printed
from auditor.relate.ratios.formulas import formulas
from auditor.relate.ratios.parser import Parser
from auditor.relate.ratios.parser import Unprinted
from auditor.relate.ratios.parser import plain


@dataclass(frozen=True, slots=True)
class _Formula:
    """A printed formula with the note that prints it; ``left`` is None where only its mark tells the row."""

    note: Note
    left: Naming | None
    printed: Printed


@dataclass(frozen=True, slots=True)
class _Case:
    """A number that a formula defines, with what the report tells for the names of the formula."""

    stated: Claim
    computed: Expression
    parser: Parser

    @property
    def open(self) -> bool:
        """Return whether other rows must show that the formula is meant so: of a group, of a mean."""
        return bool(self.parser.narrow) or self.parser.meant

    @property
    def hides(self) -> bool:
        """Return whether a scale may be hidden in the unit of the number."""
        kind, parser = dimension(self.stated), self.parser
        counted = ("count",) if not parser.scaled else ("count", "time", "day")
        scaled = kind in ("", "ratio") and any(dimension(claim) not in counted for claim in parser.used)
        return scaled or ("/" in kind and parser.scaled and not parser.in_units)

    @property
    def holds(self) -> bool:
        """Return whether the formula gives the number."""
        told = {claim.ref: claim.quantity.base for claim in self.parser.used}
        result = worked_out(self.computed, told)
        return result is not None and result.meets(self.stated.quantity.base)

    @property
    def shows(self) -> bool:
        """Return whether chance would hardly give the number."""
        return telling(self.stated)


def definitions(facts: Facts) -> Iterator[Relation]:
    """Propose every formula of the notes for each period in which its result is told."""
    for note in facts.report.notes:
        for printed in formulas(fold(note.text)):
            formula = _Formula(note, _named(printed.left), printed)
            yield from _relations(formula, facts)


def _named(left: str) -> Naming | None:
    return name(squeeze(left)[0].strip(), NO_UNIT, any_unit=True) if left else None


def _relations(formula: _Formula, facts: Facts) -> Iterator[Relation]:
    cases: list[_Case] = []
    for stated in _results(formula, facts):
        try:
            cases.append(_case(formula, stated, facts))
        except Unprinted as missing:
            if formula.printed.signs and formula.left is not None:
                lacking = _as_printed(str(missing), formula.note.text)
                yield _undecided(stated, _statement(stated, formula), lacking)
    told = {case.stated.ref for case in cases}
    cases.extend(case for case in _groups(formula, facts) if case.stated.ref not in told)
    proofs = {case.stated.quantity.value for case in cases if case.holds and case.shows}
    guessed = formula.printed.multiplies
    misses = sum((guessed or case.open or case.hides) and not case.holds for case in cases)
    for case in cases:
        strength = _sureness(formula, case, facts, _shown(len(proofs), misses))
        if case.parser.narrow and strength is Strength.TIE and not case.holds:
            continue  # the usual definition may hold for the group all the same
        yield relation(
            Kind.DEFINITION,
            case.stated,
            case.computed,
            _statement(case.stated, formula),
            "definition",
            keys=case.parser.used,
            strength=strength,
        )


def _case(formula: _Formula, stated: Claim, facts: Facts) -> _Case:
    """Return a number with what its formula gives: by its row and the whole, else by its group."""
    parser = Parser(formula.printed.tokens, stated, facts)
    try:
        return _Case(stated, parser.whole(), parser)
    except Unprinted:
        own = _own(formula, stated)
        if not own or formula.printed.adds:
            raise
    parser = Parser(formula.printed.tokens, stated, facts, narrow=own)
    return _Case(stated, parser.whole(), parser)


def _own(formula: _Formula, stated: Claim) -> tuple[tuple[str, str], ...]:
    """Return what tells of which group a number is, by its label where the lexicon has no name for it.

    That it is told per head tells of no group.
    """
    told = stated.metric.facets if stated.metric.known else facets_of(stated.folded)
    plain = formula.left.metric.facets if formula.left is not None else ()
    return tuple(pair for pair in told if pair not in plain and pair[0] != "intensity")


def _statement(stated: Claim, formula: _Formula) -> str:
    text = formula.note.text
    tokens = (_as_printed(token, text) for token in formula.printed.tokens)
    return f"{short(stated)} = {' '.join(tokens).replace('*', '×')}"


def _as_printed(token: str, text: str) -> str:
    """Return a name of a formula in the characters in which its note prints it."""
    at = fold(text).find(token)
    return token if at < 0 else text[at : at + len(token)]


def _shown(proofs: int, misses: int) -> Strength:
    """Return how sure a reading is that holds for so many unlike numbers and not for others."""
    if SHOWN.bears(proofs, misses):
        return Strength.MUST
    return Strength.QUESTION if proofs and proofs >= misses else Strength.TIE


def _groups(formula: _Formula, facts: Facts) -> Iterator[_Case]:
    """Yield the rows of groups of what a formula defines: leavers among women, women employed."""
    if formula.left is None or _narrow(formula.left.metric) or formula.left.residue or formula.printed.adds:
        return
    for stated in facts.by_metric.get(formula.left.metric.base, ()):
        own = _own(formula, stated)
        told = stated.source is Source.TABLE and exact(stated) and stated.period and not stated.base
        if not own or not told or stated.scope:
            continue
        parser = Parser(formula.printed.tokens, stated, facts, narrow=own)
        try:
            yield _Case(stated, parser.whole(), parser)
        except Unprinted:
            continue


def _loose(formula: _Formula, case: _Case) -> bool:
    """Return whether a formula may be of something narrower than a row, or its terms be other rows."""
    if _called(formula, case.stated):
        return formula.printed.adds and case.parser.by_metric
    return formula.printed.adds or (formula.left is not None and bool(formula.left.residue))


def _called(formula: _Formula, claim: Claim) -> bool:
    """Return whether a row is called as a formula calls what it defines, in full or in brackets: (LTIFR)."""
    called = plain(formula.printed.left)
    short_names = (plain(inside) for inside in re.findall(r"\(([^()]*)\)", claim.leaf))
    return bool(called) and (plain(claim.leaf) == called or called in short_names)


def _results(formula: _Formula, facts: Facts) -> Iterator[Claim]:
    """Yield the numbers that a formula defines: of the metric on its left, or of the row with its mark."""
    rows = [claim for claim in facts.levels if claim.source is Source.TABLE and _called(formula, claim)]
    rows = [claim for claim in rows if formula.note.mark and formula.note.mark in claim.notes] or rows
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
    note, called = formula.note, plain(formula.printed.left)
    for claim in facts.levels:
        kind = dimension(claim)
        rate = kind in ("percent", "ratio", "") or "/" in kind
        mine = rate and called in claim.folded
        if mine and any(facts.report.note(mark, claim) is note for mark in claim.notes):
            yield claim


def _undecided(stated: Claim, statement: str, missing: str) -> Relation:
    reason = saying("未列示 {period} 的{missing}", missing=missing, period=stated.period)
    own = Expression.claim(stated.ref)
    return relation(Kind.DEFINITION, stated, own, statement, "definition", blocked=reason)


def _sureness(formula: _Formula, case: _Case, facts: Facts, shown: Strength) -> Strength:
    """Return how sure a formula is of a number: other rows may show how it is meant, a word narrow an input.

    A scale that may be hidden in a unit only many rows show.
    """
    if _loose(formula, case) or (case.hides and shown is not Strength.MUST):
        return Strength.TIE
    if case.open or case.hides or formula.printed.multiplies:
        return shown
    narrowed = _narrowed((case.stated, *case.parser.used), facts)
    return Strength.QUESTION if case.parser.loose or narrowed else Strength.MUST


def _narrowed(claims: Sequence[Claim], facts: Facts) -> bool:
    """Return whether a note narrows the population of some of the claims."""
    marked = ((mark, claim) for claim in claims for mark in (*claim.notes, *claim.block_notes))
    notes = (facts.report.note(mark, claim) for mark, claim in marked)
    return any(note is not None and note.narrows for note in notes)
