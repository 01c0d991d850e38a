"""A rate of the whole is the mean of its groups, weighted by the shares of heads that are printed.

The populations behind a rate and behind the head count may differ, so a weighted mean is only held
against a report in which it holds in most years, or in another year and for the same rate by another split
(by age, where it fails by gender), and then as a question; elsewhere it may tie, but accuse nobody. By
another split it is enough where that holds in two years or more, or where a rate repeats the number beside
it; and where two splits have one mean, and the whole is another one that repeats the number beside it, lies
beyond all groups, or is told well in another year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from auditor.lexicon.metrics import metrics
from auditor.lexicon.roles import roles
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.interval import total
from auditor.model.metric import Metric
from auditor.model.quantity import significant_digits
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.chance import Support
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import moment
from auditor.relate.facts import relation
from auditor.relate.facts import short

#: Families by which heads are split, and the metrics that tell the weights.
_FAMILIES = ("gender", "age", "region", "rank", "employment")
_WEIGHTS = roles().weights
#: So many years must hold, and two thirds of all, before one that does not is asked about.
_PROVED = Support(results=2, per_miss=2)
#: So many digits are seldom the same in two rows or years.
_LONG = 3
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
    def telling(self) -> bool:
        """Return whether the weights matter: the groups have not all one rate."""
        return any(not rate.quantity.base.overlaps(self.whole.quantity.base) for rate, _ in self.groups)

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
    repeated = _repeated(facts)
    for (base, family), means in found.items():
        others = [mean for key, told in found.items() if key[0] == base and key[1] != family for mean in told]
        for mean in means:
            by_others = confirmed[mean.whole.ref] > mean.holds
            usual = _usual(means) or (by_others and _usual([one for one in others if one.telling]))
            near = any(one.holds for one in means) and (mean.outside or by_others)
            copied = by_others and not repeated.isdisjoint(rate.ref for rate, _ in mean.groups)
            sure = usual or near or copied or _convicted(mean, means, others, repeated)
            yield _relation(mean, Strength.QUESTION if sure else Strength.TIE)


def _convicted(
    mean: _Mean, means: Sequence[_Mean], others: Sequence[_Mean], repeated: AbstractSet[str]
) -> bool:
    """Return whether another split has the same mean, and the whole is one that neither can have."""
    agreed = any(one.whole is mean.whole and one.computed.meets(mean.computed) for one in others)
    elsewhere = any(one.holds and one.telling for one in (*means, *others))
    return agreed and (mean.outside or mean.whole.ref in repeated or elsewhere)


def _usual(means: Sequence[_Mean]) -> bool:
    """Return whether means hold in most years."""
    holding = sum(mean.holds for mean in means)
    return _PROVED.bears(holding, len(means) - holding)


def _repeated(facts: Facts) -> frozenset[str]:
    """Return the numbers of three digits or more that stand once more in the next row or column."""
    seated = {
        (claim.seat.table, claim.seat.row, claim.seat.column): claim for claim in facts.levels if claim.seat
    }
    return frozenset(
        ref
        for (table, row, column), claim in seated.items()
        for other in (seated.get((table, row + 1, column)), seated.get((table, row, column + 1)))
        if other is not None and _same_number(claim, other)
        for ref in (claim.ref, other.ref)
    )


def _same_number(one: Claim, other: Claim) -> bool:
    value = one.quantity.value
    return value == other.quantity.value and significant_digits(value) >= _LONG


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
