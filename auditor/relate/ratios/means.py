"""A rate of the whole is the mean of its groups, weighted by the shares of heads that are printed.

The populations behind a rate and behind the head count may differ, so a weighted mean is only held
against a report in which it holds in most years, or in another year and for the same rate by another split
(by age, where it fails by gender), and then as a question; elsewhere it may tie, but accuse nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.lexicon.metrics import metrics
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.interval import total
from auditor.model.metric import Metric
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import moment
from auditor.relate.facts import relation
from auditor.relate.facts import short

#: Families by which heads are split, and the metrics that tell the weights.
_FAMILIES = ("gender", "age", "region", "rank", "employment")
_WEIGHTS = ("headcount_share", "headcount")
#: So many years must hold, and two thirds of all, before one that does not is asked about.
_ENOUGH = 2
_RATES = ("percent", "time", "ratio", "duration")


@dataclass(frozen=True, slots=True)
class _Mean:
    """A rate with the rates of its groups and the weight of each."""

    whole: Claim
    groups: tuple[tuple[Claim, Claim], ...]

    @property
    def computed(self) -> Interval:
        """Return the weighted mean, in base units."""
        weights = total(weight.quantity.base for _, weight in self.groups)
        return total(rate.quantity.base * weight.quantity.base for rate, weight in self.groups) / weights

    @property
    def holds(self) -> bool:
        """Return whether the rate of the whole is the mean."""
        return self.computed.meets(self.whole.quantity.base)

    @property
    def outside(self) -> bool:
        """Return whether the whole lies beyond all its groups: no weights can give that."""
        rates = [rate.quantity.base for rate, _ in self.groups]
        lows, highs = [rate.low for rate in rates], [rate.high for rate in rates]
        low = None if None in lows else min(low for low in lows if low is not None)
        high = None if None in highs else max(high for high in highs if high is not None)
        return not Interval(low, high).meets(self.whole.quantity.base)


def weighted_means(facts: Facts) -> Iterator[Relation]:
    """Propose the rate of a whole as the weighted mean of its groups, family by family."""
    found: dict[tuple[str, str], list[_Mean]] = {}
    for base in sorted(facts.tellings):
        if base.startswith("?") or base in _WEIGHTS or metrics().entry(base).nature != "ratio":
            continue
        for whole in facts.tellings[base]:
            for family in _FAMILIES:
                mean = _mean(whole, family, facts)
                if mean is not None:
                    found.setdefault((base, family), []).append(mean)
    confirmed = Counter(mean.whole.ref for means in found.values() for mean in means if mean.holds)
    for means in found.values():
        holding = sum(mean.holds for mean in means)
        usual = holding >= _ENOUGH and 3 * holding >= 2 * len(means)
        for mean in means:
            known = holding > 0 and (mean.outside or confirmed[mean.whole.ref] > mean.holds)
            yield _relation(mean, Strength.QUESTION if usual or known else Strength.TIE)


def _mean(whole: Claim, family: str, facts: Facts) -> _Mean | None:
    """Return the groups of a rate in one family, None when rates and weights are not of the same groups."""
    if whole.metric.facet(family) or whole.scope or dimension(whole) not in _RATES or whole.seat is None:
        return None
    rates = _by_value(whole.metric, whole, family, facts)
    for base in _WEIGHTS:
        weights = _by_value(Metric(base), whole, family, facts)
        if len(rates) > 1 and set(rates) == set(weights):
            pairs = tuple((rates[value], weights[value]) for value in sorted(rates))
            usable = all(not weight.quantity.interval.may_be_zero for _, weight in pairs)
            return _Mean(whole, pairs) if usable else None
    return None


def _by_value(metric: Metric, whole: Claim, family: str, facts: Facts) -> dict[str, Claim]:
    """Return the claims of a metric narrowed in one family only, at the whole's moment, by value."""
    found: dict[str, Claim] = {}
    when = moment(whole.metric, whole.period, facts.report.calendar)
    for claim in facts.tellings.get(metric.base, ()):
        value = claim.metric.facet(family)
        narrowed = claim.metric == metric.having(family, value)
        told = moment(claim.metric, claim.period, facts.report.calendar)
        same = claim.period == whole.period or told == when
        if value and narrowed and same and not claim.scope and exact(claim) and claim.seat is not None:
            found.setdefault(value, claim)
    return found


def _relation(mean: _Mean, strength: Strength) -> Relation:
    weighted = [Expression.claim(rate.ref) * Expression.claim(weight.ref) for rate, weight in mean.groups]
    weights = [Expression.claim(weight.ref) for _, weight in mean.groups]
    computed = _sum(weighted) / _sum(weights)
    terms = " + ".join(f"{short(rate)} × {short(weight)}" for rate, weight in mean.groups)
    keys = [claim for pair in mean.groups for claim in pair]
    heads = " + ".join(short(weight) for _, weight in mean.groups)
    below = "100 %" if dimension(mean.groups[0][1]) == "percent" else f"({heads})"
    statement = f"({terms}) / {below} = {short(mean.whole)}"
    return relation(Kind.RATIO, mean.whole, computed, statement, "mean", keys=keys, strength=strength)


def _sum(terms: list[Expression]) -> Expression:
    result, *rest = terms
    for term in rest:
        result = result + term
    return result
