"""The facts of one report: its level claims by metric, scope and period."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from auditor.lexicon.fold import fold
from auditor.lexicon.metrics import metrics
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.interval import total
from auditor.model.metric import Metric
from auditor.model.period import Calendar
from auditor.model.period import Period
from auditor.model.period import PeriodKind
from auditor.model.quantity import Bound
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.model.relation import addition
from auditor.model.saying import Saying
from auditor.relate.evidence import below_heads

#: What makes a quotient a percentage.
HUNDRED = Expression.constant(100)
#: A rate of fewer digits shows nothing of how it is drawn, nor does one of all.
_LEAST_DIGITS, _ALL = 2, 100
#: So many characters of a name fit a cell.
_FITS = 40
_LEVELS = (Change.LEVEL, Change.FROM, Change.TO)
_RANK = {Source.TABLE: 0, Source.FIGURE: 1, Source.PROSE: 2, Source.FOOTNOTE: 3}


@dataclass(frozen=True, slots=True)
class Fact:
    """What makes two claims the same fact: metric, scope, moment and dimension."""

    metric: Metric
    scope: str
    period: str
    dimension: str


def dimension(claim: Claim) -> str:
    """Return the dimension for comparison: a tonne of CO2e may be printed as a tonne.

    What is told per head anyway may be printed with or without saying so: hours, hours per person. A whole
    number without a unit is a count where its metric can be nothing else, and days of what is told in days.
    """
    told = claim.quantity.unit.dimension.replace("ghg", "mass")
    if not told and claim.metric.known and _is_whole(claim):
        told_in = metrics().entry(claim.metric.base).dimensions
        return "count" if told_in == {"count"} else "day" if "day" in told_in else told
    above, _, below = told.partition("/")
    if below == "count:person" and claim.metric.known:
        entry = metrics().entry(claim.metric.base)
        return above if entry.nature == "ratio" and above in entry.dimensions else told
    return told


def printed_digits(claim: Claim) -> int:
    """Return with how many digits a number is printed, zeros at the end counted."""
    return len(str(abs(int(claim.quantity.value / claim.quantity.step))))


def telling(rate: Claim) -> bool:
    """Return whether chance would hardly give a rate: one of several digits that is not all."""
    return printed_digits(rate) >= _LEAST_DIGITS and rate.quantity.value != _ALL


def _is_whole(claim: Claim) -> bool:
    return claim.quantity.step == 1 and abs(claim.quantity.value) > 1


def moment(metric: Metric, period: Period, calendar: Calendar) -> str:
    """Return the period for comparison: a stock told for a year was counted on its last day, a ratio too."""
    period = year_of_part(metric, period, calendar)
    if metric.known and metrics().entry(metric.base).nature in ("stock", "ratio"):
        return calendar.instant(period).code
    return period.code


def one_time(claim: Claim, other: Claim, facts: Facts) -> bool:
    """Return whether two claims are told for one moment or stretch."""
    calendar = facts.report.calendar
    return moment(claim.metric, claim.period, calendar) == moment(other.metric, other.period, calendar)


def year_of_part(metric: Metric, period: Period, calendar: Calendar) -> Period:
    """Return the year of a quarter or half that the metric names too; other periods unchanged.

    Such a quarter is a part of what its year tells, as a business is a part of the whole.
    """
    told = period.kind is PeriodKind.PART and period.code[4:] in dict(metric.facets).values()
    return calendar.year(period.year) if told and period.year else period


def is_level(claim: Claim) -> bool:
    """Return whether a claim tells a level: its own, or one that a change starts from or ends at.

    What is told as a multiple of another period is none.
    """
    return claim.change in _LEVELS and not claim.base


def exact(claim: Claim) -> bool:
    """Return whether no word bounds the number."""
    return claim.quantity.bound is Bound.EXACT


@dataclass(frozen=True)
class Facts:
    """The claims of a report, findable by what they tell."""

    report: Report

    @cached_property
    def levels(self) -> tuple[Claim, ...]:
        """Return the level claims, tables first, then in reading order."""
        found = [claim for claim in self.report.claims if is_level(claim)]
        return tuple(sorted(found, key=lambda claim: (_RANK[claim.source], claim.no)))

    @cached_property
    def by_fact(self) -> dict[Fact, tuple[Claim, ...]]:
        """Return the level claims of each fact, tables first."""
        groups: dict[Fact, list[Claim]] = {}
        for claim in self.levels:
            groups.setdefault(self.fact(claim), []).append(claim)
        return {fact: tuple(claims) for fact, claims in groups.items()}

    @cached_property
    def by_metric(self) -> dict[str, tuple[Claim, ...]]:
        """Return the level claims of each base."""
        groups: dict[str, list[Claim]] = {}
        for claim in self.levels:
            groups.setdefault(claim.metric.base, []).append(claim)
        return {base: tuple(claims) for base, claims in groups.items()}

    @cached_property
    def tellings(self) -> dict[str, tuple[Claim, ...]]:
        """Return for each base the claims that may fill an identity: one for each fact and table."""
        return {base: tuple(self._distinct(claims)) for base, claims in self.by_metric.items()}

    @cached_property
    def by_row(self) -> dict[tuple[int, int], tuple[Claim, ...]]:
        """Return the level claims of each row of a table, by table and row, in the order of `levels`."""
        rows: dict[tuple[int, int], list[Claim]] = {}
        for claim in self.levels:
            if claim.seat:
                rows.setdefault((claim.seat.table, claim.seat.row), []).append(claim)
        return {place: tuple(claims) for place, claims in rows.items()}

    @cached_property
    def below_heads(self) -> dict[Metric, tuple[Claim, ...]]:
        """Return the rows whose labels have their parent in front of a colon, by what they name."""
        return below_heads(self.levels)

    @cached_property
    def rows(self) -> dict[tuple[int, int], list[Claim]]:
        """Return all numbers of each row of a table, from left to right."""
        rows: dict[tuple[int, int], list[Claim]] = {}
        for claim in self.report.claims:
            if claim.seat is not None:
                rows.setdefault((claim.seat.table, claim.seat.row), []).append(claim)
        return rows

    def _distinct(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        seen: set[tuple[str, str, str, int]] = set()
        for claim in claims:
            when = moment(claim.metric, claim.period, self.report.calendar)
            key = (claim.metric.id, claim.scope, when, claim.seat.table if claim.seat else -1)
            if exact(claim) and claim.period and claim.confidence == "strong" and key not in seen:
                seen.add(key)
                yield claim

    def fact(self, claim: Claim) -> Fact:
        """Return the fact that a claim tells."""
        when = moment(claim.metric, claim.period, self.report.calendar)
        return Fact(claim.metric, claim.scope, when, dimension(claim))

    def tell(self, metric: Metric, scope: str, period: Period) -> Claim | None:
        """Return the best claim of a fact: from a table before prose, exact before bounded."""
        when = moment(metric, period, self.report.calendar)
        found = [
            claim
            for claim in self.by_metric.get(metric.base, ())
            if claim.metric == metric
            and claim.scope == scope
            and moment(claim.metric, claim.period, self.report.calendar) == when
        ]
        below = self.below_heads.get(metric, ()) if not found and not scope else ()
        found += [claim for claim in below if moment(metric, claim.period, self.report.calendar) == when]
        return min(found, key=lambda claim: (not exact(claim), _RANK[claim.source], claim.no), default=None)


def relation(  # noqa: PLR0913  # a relation has these parts
    kind: Kind,
    stated: Claim,
    computed: Expression,
    statement: str,
    rule: str,
    *,
    keys: Iterable[Claim] = (),
    strength: Strength = Strength.MUST,
    blocked: Saying | None = None,
) -> Relation:
    """Return a relation with its stable id, built from kind, rule and the keys of its claims."""
    inputs = "|".join(claim.key for claim in keys)
    text = f"{kind}|{rule}|{stated.report}|{stated.key}|{inputs}"
    identity = hashlib.sha256(text.encode()).hexdigest()[:12]
    return Relation(
        f"c-{identity}",
        kind,
        stated.report,
        stated.period,
        statement,
        stated.ref,
        computed,
        strength,
        blocked,
        rule,
    )


def sum_of(whole: Claim, parts: Sequence[Claim], rule: str, strength: Strength = Strength.MUST) -> Relation:
    """Return the relation of a whole and parts that should make it."""
    computed = addition(tuple(part.ref for part in parts))
    statement = f"{_added(parts)} = {short(whole)}"
    return relation(Kind.SUM, whole, computed, statement, rule, keys=parts, strength=strength)


def hundred_of(parts: Sequence[Claim], rule: str) -> Relation:
    """Return the relation of percentages that should make 100."""
    computed = HUNDRED
    for part in parts[1:]:
        computed = computed - Expression.claim(part.ref)
    return relation(Kind.PERCENT_SUM, parts[0], computed, f"{_added(parts)} = 100 %", rule, keys=parts)


def percentage(part: Claim, whole: Claim) -> Interval:
    """Return what a part is of a whole, in per cent."""
    return (part.quantity.base / whole.quantity.base).scale(HUNDRED.number)


def percent_of(  # noqa: PLR0913  # a relation has these parts
    share: Claim,
    part: Claim,
    whole: Claim,
    rule: str,
    strength: Strength = Strength.QUESTION,
    *,
    kind: Kind = Kind.SHARE,
) -> Relation:
    """Return the relation of a percentage with the part and the whole that should give it."""
    computed = Expression.claim(part.ref) / Expression.claim(whole.ref) * HUNDRED
    statement = f"{short(part)} / {short(whole)} × 100 = {short(share)}"
    return relation(kind, share, computed, statement, rule, keys=(part, whole), strength=strength)


def _added(parts: Sequence[Claim]) -> str:
    return " + ".join(short(part) for part in parts)


def same_fact(
    stated: Claim,
    other: Claim,
    rule: str,
    strength: Strength = Strength.QUESTION,
    computed: Expression | None = None,
) -> Relation:
    """Return that two claims tell one number; ``computed`` is the other where it must be turned first."""
    told = Expression.claim(other.ref) if computed is None else computed
    statement = f"{short(stated)} = {short(other)}"
    return relation(Kind.SAME_FACT, stated, told, statement, rule, keys=(other,), strength=strength)


def column_head(claim: Claim) -> str:
    """Return the folded head of the column that a number stands in."""
    return fold(claim.context.rsplit("|", 1)[-1])


def makes(parts: Iterable[Claim], whole: Claim) -> bool:
    """Return whether parts add up to a whole."""
    return total(part.quantity.base for part in parts).meets(whole.quantity.base)


def short(claim: Claim) -> str:
    """Return the name of a claim for a statement; a long one without its middle: rows differ at the end."""
    label = " ".join(claim.label.split()) or claim.metric.id
    return label if len(label) <= _FITS else f"{label[: _FITS // 2 - 1]}…{label[-_FITS // 2 :]}"
