"""Columns of rates whose formula names the columns beside them: Leavers, Rate; hours, employees, average.

A formula printed under a table (turnover rate = leavers of the category ÷ employees of the category) defines
the column that it is called after. What it divides stands in the same row, under a head that its name ends
or begins with; what it divides by stands there too, or is told elsewhere of the same group. How the formula
is meant the rows must show: a gap counts only beside several that hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.facets import scan
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import facets_of
from auditor.lexicon.naming import name
from auditor.lexicon.naming import residue
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.periods import period_words
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.evaluate import worked_out
from auditor.model.metric import Metric
from auditor.model.quantity import NO_UNIT
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.chance import SHOWN
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import moment
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.facts import telling
from auditor.relate.lines import says_total
from auditor.relate.ratios.formulas import Printed
from auditor.relate.ratios.formulas import formulas
from auditor.relate.ratios.parser import Parser
from auditor.relate.ratios.parser import Unprinted


@dataclass(slots=True)
class _RowParser(Parser):
    """Reads the names of a formula in the row of its result; ``in_row`` counts those that it found there."""

    in_row: int = 0

    def _told(self, label: str) -> Expression:
        words = _bare(label)
        claim = self._headed(words)
        self.in_row += claim is not None
        claim = claim or self._elsewhere(words)
        if claim is None or not exact(claim) or claim.ref == self.stated.ref:
            raise Unprinted(label)
        self.used.append(claim)
        return Expression.claim(claim.ref)

    def _headed(self, words: str) -> Claim | None:
        """Return the one number of the row and period under a head that the words end or begin with."""
        found = [
            claim
            for claim in _row(self.stated, self.facts)
            if claim.period == self.stated.period and _part_of(_head(claim), words)
        ]
        upper = [claim for claim in found if all(head in words for head in _heads(claim)[:-1])]
        found = upper if len(found) > 1 else found
        return found[0] if len(found) == 1 and dimension(found[0]) != "percent" else None

    def _elsewhere(self, words: str) -> Claim | None:
        """Return what the tables tell of the group of the row, where they tell but one number."""
        found = name(words, NO_UNIT, any_unit=True)
        if found is None or found.residue:
            return None
        metric = _of_group(found.metric, self.stated)
        if metric is None:
            return None
        calendar = self.facts.report.calendar
        when = moment(metric, self.stated.period, calendar)
        told = [
            claim
            for claim in self.facts.by_metric.get(metric.base, ())
            if claim.metric == metric
            and claim.source is Source.TABLE
            and moment(claim.metric, claim.period, calendar) == when
        ]
        return told[0] if len({claim.quantity.value for claim in told}) == 1 else None


def column_rates(facts: Facts) -> Iterator[Relation]:
    """Propose each rate of a column that a printed formula defines by the columns beside it."""
    for note in facts.report.notes:
        for printed in formulas(_timeless().sub("", fold(note.text))):
            if printed.divides and printed.signs and printed.left:
                yield from _by_table(printed, facts)


def _by_table(printed: Printed, facts: Facts) -> Iterator[Relation]:
    tables: dict[int, list[tuple[Claim, Expression, _RowParser]]] = {}
    for stated in facts.levels:
        if stated.seat is None or not _is_result(stated, printed):
            continue
        parser = _RowParser(printed.tokens, stated, facts)
        try:
            computed = parser.whole()
        except Unprinted:
            continue
        if parser.in_row:
            tables.setdefault(stated.seat.table, []).append((stated, computed, parser))
    for cases in tables.values():
        yield from _judged(cases, printed)


def _is_result(stated: Claim, printed: Printed) -> bool:
    """Return whether a number stands in a column that the formula is called after."""
    rate = dimension(stated) in ("", "percent", "ratio", "time") or "/" in dimension(stated)
    mine = rate and exact(stated) and bool(stated.period) and not stated.base
    return mine and _part_of(_head(stated), _words(printed.left))


def _judged(cases: list[tuple[Claim, Expression, _RowParser]], printed: Printed) -> Iterator[Relation]:
    holding = [stated for stated, computed, parser in cases if _holds(stated, computed, parser)]
    proofs = {stated.quantity.value for stated in holding if telling(stated)}
    sure = SHOWN.bears(len(proofs), len(cases) - len(holding))
    text = " ".join(printed.tokens).replace("*", "×")
    for stated, computed, parser in cases:
        yield relation(
            Kind.DEFINITION,
            stated,
            computed,
            f"{short(stated)} = {text}",
            "definition",
            keys=parser.used,
            strength=Strength.MUST if sure else Strength.TIE,
        )


def _holds(stated: Claim, computed: Expression, parser: _RowParser) -> bool:
    result = worked_out(computed, {claim.ref: claim.quantity.base for claim in parser.used})
    return result is not None and result.meets(stated.quantity.base)


def _row(stated: Claim, facts: Facts) -> tuple[Claim, ...]:
    seat = stated.seat
    return facts.by_row.get((seat.table, seat.row), ()) if seat else ()


def _head(claim: Claim) -> str:
    """Return the lowest level of the head of a number's column, without brackets and marks."""
    return _heads(claim)[-1]


def _heads(claim: Claim) -> list[str]:
    """Return the levels of the head of a number's column, from the highest to the lowest."""
    told = squeeze(fold(claim.context.rsplit("|", 1)[-1]))[0]
    return [_words(level) for level in told.split("/")]


def _part_of(head: str, words: str) -> bool:
    """Return whether words say nothing but a head, or end or begin with it."""
    bounded = rf"(?:^{re.escape(head)}(?![a-z0-9])|(?<![a-z0-9]){re.escape(head)}$)"
    return len(head) > 1 and re.search(bounded, words) is not None


def _bare(label: str) -> str:
    """Return a name of a formula without its group: leavers of the category."""
    plain = re.sub(alternation(arithmetic_words().of_group), "", label)
    return _words(squeeze(re.sub(rf"^{alternation(arithmetic_words().rate_times)}", "", plain))[0])


@cache
def _timeless() -> re.Pattern[str]:
    """Return what says in a formula when something was counted: during the year, at 31 December."""
    led, months = english_words().day_led, "|".join(period_words().months)
    day = rf"{led} (?:[0-9]{{1,2}} (?:{months})|(?:{months}) [0-9]{{1,2}})(?:,? [0-9]{{4}})?"
    return re.compile(rf" (?:{day}|{alternation(arithmetic_words().rate_times)})(?![a-z0-9])")


def _words(label: str) -> str:
    """Return a folded label without brackets and marks."""
    return re.sub(r"\([^()]*\)|[⁰¹²³⁴-⁹]", "", label).strip(" :*†‡#,.，、")


def _of_group(metric: Metric, stated: Claim) -> Metric | None:
    """Return a metric narrowed to the group of a row, None where it cannot be told of just that group."""
    families = metrics().entry(metric.base).families if metric.known else ()
    path = [part for part in stated.folded.split("/") if _words(part) not in _heads(stated)]
    told = [pair for pair in facets_of("/".join(path)) if pair[1]]
    if not path or not all(map(_only_of_group, path)) or not (told or says_total(path[-1])):
        return None
    if any(family not in families for family, _ in told):
        return None
    for family, value in told:
        metric = metric.having(family, value)
    return metric


def _only_of_group(part: str) -> bool:
    """Return whether a label says nothing but a group, a total, or by what its rows are told apart."""
    return not residue(part, scan(part)[1], ()) or says_total(part) or part.startswith("by ")
