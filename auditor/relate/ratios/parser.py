"""The arithmetic of a printed formula, its names replaced by what the report tells for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field
from decimal import Decimal

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import squeeze
from auditor.lexicon.labels import label_words
from auditor.lexicon.measures.units import units
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import Naming
from auditor.lexicon.naming import name
from auditor.lexicon.naming import residue
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.metric import Metric
from auditor.model.quantity import NO_UNIT
from auditor.model.relation import Expression
from auditor.model.relation import Operator
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import moment
from auditor.relate.lines import says_total
from auditor.relate.ratios.wholes import of_all

_SMALL = particles()
_SIGNS = ("+", "-")
_PERCENT = Decimal(100)
_HALF = Expression.constant(2)


class Unprinted(Exception):  # noqa: N818  # a signal to the reader of the formula
    """A quantity of a formula is not told for the period."""


@dataclass(slots=True)
class Parser:
    """Recursive descent over the tokens of one formula for the period of its result.

    ``narrow`` are the discriminators of the group for which the formula is read, none for the whole.

    ``used`` are the claims it found, ``loose`` tells that a name of the formula is narrower than what was
    found for it, ``by_metric`` that some name is no row's, ``scaled`` that it multiplies by more than a
    hundred, ``in_units`` that the unit of the result says so too, ``meant`` that it took a mean of two years.
    """

    tokens: tuple[str, ...]
    stated: Claim
    facts: Facts
    narrow: tuple[tuple[str, str], ...] = ()
    used: list[Claim] = field(default_factory=list)
    loose: bool = False
    by_metric: bool = False
    scaled: bool = False
    in_units: bool = False
    meant: bool = False
    at: int = 0

    def whole(self) -> Expression:
        """Return the expression of all tokens, in per cent where the result is told so.

        Where it multiplies by the hours (or revenue) for which the unit of the result is told, it gives the
        printed number: that of the unit.

        Raises:
            Unprinted: for a token that no arithmetic reads, or a name of which no number is printed.
        """
        result = self._sum()
        if self.at != len(self.tokens):
            message = self.tokens[self.at]
            raise Unprinted(message)
        hundred = any(token.rstrip("% ") == "100" for token in self.tokens)
        percent = dimension(self.stated) == "percent" and not hundred
        if self.in_units:
            return result * Expression.constant(self.stated.quantity.unit.factor)
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
        return self._told(squeeze(part)[0].strip())

    def _number(self, printed: str) -> Expression:
        """Return a number; 100 % is a hundred where the result is told in per cent, else it is one."""
        number = Decimal(printed.rstrip("% ").replace(",", ""))
        if "%" in printed and dimension(self.stated) != "percent":
            number /= _PERCENT
        self.scaled |= number > _PERCENT
        unit = self.stated.quantity.unit
        self.in_units |= "/" in unit.dimension and number > _PERCENT and number * unit.factor == 1
        return Expression.constant(number)

    def _told(self, label: str) -> Expression:
        claim = self._of_group(label) if self.narrow else self._by_name(label)
        if claim is None and averaged(label):
            return self._mean(label)
        if claim is None or not self._usable(claim):
            raise Unprinted(label)
        self.used.append(claim)
        return Expression.claim(claim.ref)

    def _usable(self, claim: Claim) -> bool:
        return exact(claim) and claim.ref != self.stated.ref and not _is_rate(claim)

    def _by_name(self, label: str) -> Claim | None:
        """Return what is called so; of one group, where the result is of one of several."""
        found = self._by_label(label) or self._by_label(_of_all(label))
        if found is not None or self.grouped:
            return found
        return self._by_metric(_of_all(label)) or self._of_total(plain(label))

    def _of_total(self, called: str) -> Claim | None:
        """Return the number of the row of a total in the column that a name tells: 总建筑面积."""
        calendar = self.facts.report.calendar
        when = calendar.instant(self.stated.period)
        found = [
            claim
            for claim in self.facts.levels
            if claim.source is Source.TABLE
            and "/" in claim.folded
            and of_all(claim)
            and calendar.instant(claim.period) == when
            and plain(claim.leaf) in (called, called.removeprefix(_SMALL.total))
        ]
        return found[0] if len({claim.quantity.value for claim in found}) == 1 else None

    @property
    def grouped(self) -> bool:
        """Return whether several are called as the result, and it is not that of all: of men, of women."""
        mine = self.stated
        return not says_total(mine.folded) and any(
            claim.leaf == mine.leaf and claim.period == mine.period and claim.folded != mine.folded
            for claim in self.facts.levels
            if self._beside(claim)
        )

    def _by_label(self, label: str) -> Claim | None:
        """Return the row of the period that is called as the formula calls it."""
        called = plain(label)
        found = [
            claim
            for claim in self.facts.levels
            if claim.source is Source.TABLE and claim.period == self.stated.period
        ]
        named = [claim for claim in found if called and plain(claim.leaf) == called]
        totals = [claim for claim in found if _totals(claim, called)]
        found = self._of_same(named) or self._of_same(totals) or named
        found = [claim for claim in found if self._beside(claim)] or found
        found = self._of_same(found) or ([] if self.grouped else found)
        told = {(claim.metric.id, claim.quantity.value) for claim in found}
        return found[0] if len(told) == 1 and averaged(label) == averaged(found[0].folded) else None

    def _by_metric(self, label: str) -> Claim | None:
        """Return what the report tells of the metric; a mean is not the number at the end of the year."""
        found = name(label, NO_UNIT, any_unit=True)
        claim = self._tell(found.metric) if found else None
        if found is None or claim is None or averaged(label) != averaged(claim.folded):
            return None
        self.loose |= bool(found.residue) and found.residue not in claim.folded
        self.by_metric = True
        return claim

    def _tell(self, metric: Metric, years: int = 0) -> Claim | None:
        """Return what the report tells of a metric, or its one number beside the rate, under a head."""
        period = self.stated.period.shifted(years) if years else self.stated.period
        told = self.facts.tell(metric, "", period)
        if told is not None:
            return told
        found = [
            claim
            for claim in self.facts.by_metric.get(metric.base, ())
            if claim.metric == metric and claim.period == period and self._beside(claim)
        ]
        headed = all(word not in claim.folded for claim in found for word in claim.scope.split())
        return found[0] if len(found) == 1 and headed else None

    def _of_group(self, label: str) -> Claim | None:
        """Return what the report tells of the group; a mean is not the number at the end of the year."""
        found = self._narrowed(label)
        claim = self._tell_group(found.metric) if found else None
        return claim if claim is not None and averaged(label) == averaged(claim.folded) else None

    def _tell_group(self, metric: Metric) -> Claim | None:
        """Return the number of a group; where only a head says that people are counted, the one of that."""
        told = self.facts.tell(metric, "", self.stated.period)
        if told is not None:
            return told
        calendar, units_of = self.facts.report.calendar, units()
        when = moment(metric, self.stated.period, calendar)
        found = [
            claim
            for claim in self.facts.by_metric.get(metric.base, ())
            if claim.metric == metric and moment(metric, claim.period, calendar) == when
            if (unit := units_of.parse(claim.scope)) is not None and unit.dimension == "count"
        ]
        return found[0] if len({claim.quantity.value for claim in found}) == 1 else None

    def _narrowed(self, label: str) -> Naming | None:
        """Return the metric that a name of the formula has for the group, None where it has none."""
        words = re.sub(alternation(arithmetic_words().both_ends), "", _of_all(label))
        found = name(squeeze(words)[0].strip(), NO_UNIT, any_unit=True)
        if found is None or found.residue:
            return None
        families, metric = metrics().entry(found.metric.base).families, found.metric
        for family, value in self.narrow:
            if family not in families:
                return None
            metric = metric.having(family, value)
        return Naming(metric, "", found.alias)

    def _mean(self, label: str) -> Expression:
        """Return the mean of what the report tells of a stock for both ends of the year."""
        found = self._narrowed(label)
        stock = found is not None and metrics().entry(found.metric.base).nature == "stock"
        ends = [self._tell(found.metric, years) for years in (-1, 0) if found is not None and stock]
        told = [claim for claim in ends if claim is not None and self._usable(claim)]
        if len(told) < len(ends) or not ends:
            raise Unprinted(label)
        self.used.extend(told)
        self.meant = True
        return (Expression.claim(told[0].ref) + Expression.claim(told[1].ref)) / _HALF

    def _beside(self, claim: Claim) -> bool:
        seat = self.stated.seat
        return bool(claim.seat and seat and claim.seat.table == seat.table)

    def _of_same(self, found: list[Claim]) -> list[Claim]:
        """Return those of the row of the result, or of the head that it stands under."""
        seats = [(claim, claim.seat) for claim in found if claim.seat and self._beside(claim)]
        mine = self.stated.seat
        if mine is None:
            return []
        in_row = [claim for claim, seat in seats if seat.row == mine.row]
        return in_row or [claim for claim, seat in seats if seat.section == mine.section >= 0]

    def _next(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def _take(self) -> str:
        token = self._next()
        self.at += 1
        return token


def plain(label: str) -> str:
    """Return a folded label without brackets, marks, articles and the words for a number of something."""
    bare = re.sub(r"\([^()]*\)", "", label).strip()
    return residue(re.sub(rf"{particles().note}\s*[0-9]*$", "", bare), [], ())


def _of_all(label: str) -> str:
    """Return a name of a formula without the words that it is that of each group: 该类别离职人数."""
    return re.sub(alternation(arithmetic_words().of_group), "", label).strip()


def averaged(label: str) -> bool:
    """Return whether a label is of a mean."""
    return bool(re.search(alternation(arithmetic_words().averages), label))


def _totals(claim: Claim, called: str) -> bool:
    """Return whether a row is called the total of something: 失能伤害件数合计."""
    bare = re.sub(alternation(label_words().totals), "", claim.leaf)
    return bool(called) and bare != claim.leaf and plain(bare) == called


def _is_rate(claim: Claim) -> bool:
    ratio = claim.metric.known and metrics().entry(claim.metric.base).nature == "ratio"
    return ratio or dimension(claim) == "percent"
