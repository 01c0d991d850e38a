"""Sums of the groups under a head that only parts them: by gender, by region, each over the same whole.

The rows of such a group need not stand beside their total, so no run of neighbours finds them; the labels
do: those of a group begin with the label of the row that it parts. So do the metrics: all of a group are that
of the row, narrowed in one way (headcount by education).
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.metric import Metric
from auditor.model.relation import Relation
from auditor.relate.chance import MOSTLY
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import makes
from auditor.relate.facts import sum_of
from auditor.relate.lines import additive

_Group = tuple[int, int, str]


def parted_groups(facts: Facts) -> Iterator[Relation]:
    """Propose that the rows of a parted group add up to the row above that they part.

    A group counts where it adds up in one column at least, to a number of three digits, and in more
    columns than not: then it is told in full, and a column that it misses is at fault.
    """
    wholes = {
        (claim.seat.table, claim.label, claim.seat.column): claim
        for claim in reversed(facts.levels)
        if claim.source is Source.TABLE and claim.seat is not None
    }
    for (table, _, label), columns in _groups(facts).items():
        pairs = [
            (wholes[table, label, column], parts)
            for column, parts in sorted(columns.items())
            if (table, label, column) in wholes
        ]
        pairs = [(whole, parts) for whole, parts in pairs if _may_add(whole, parts)]
        if _proved(pairs):
            yield from (sum_of(whole, parts, "table:group") for whole, parts in pairs)


def narrowed_groups(facts: Facts) -> Iterator[Relation]:
    """Propose that the rows under one head, one metric narrowed in one way, add up to the row of the metric.

    A group counts as that of `parted_groups` does, in the columns in which it is told in full.
    """
    groups: dict[tuple[int, int], dict[int, list[Claim]]] = {}
    for claim in sorted(facts.levels, key=lambda claim: claim.no):
        if claim.seat is not None and claim.source is Source.TABLE and claim.seat.section >= 0:
            columns = groups.setdefault((claim.seat.table, claim.seat.section), {})
            columns.setdefault(claim.seat.column, []).append(claim)
    for columns in groups.values():
        most = max(len(parts) for parts in columns.values())
        told = [parts for parts in columns.values() if len(parts) == most > 1]
        pairs = [(whole, parts) for parts in told if (whole := _whole_of(facts, parts)) is not None]
        pairs = [(whole, parts) for whole, parts in pairs if _may_add(whole, parts)]
        if _proved(pairs):
            yield from (sum_of(whole, parts, "table:group") for whole, parts in pairs)


def _whole_of(facts: Facts, parts: Sequence[Claim]) -> Claim | None:
    """Return the one number of the same column and table that tells what the parts narrow in one way."""
    first, metrics = parts[0], [part.metric for part in parts]
    apart = len({metric.id for metric in metrics}) < len(parts) or len({part.scope for part in parts}) > 1
    if not first.metric.known or apart:
        return None
    common = set(first.metric.facets).intersection(*(metric.facets for metric in metrics))
    rest = [set(metric.facets) - common for metric in metrics]
    families = {tuple(family for family, _ in facets) for facets in rest}
    if len(families) != 1 or any(len(facets) != 1 for facets in rest):
        return None
    sought = Metric(first.metric.base, tuple(sorted(common)))
    found = [claim for claim in facts.by_metric.get(sought.base, ()) if _tells(claim, sought, first)]
    return found[0] if len(found) == 1 else None


def _tells(claim: Claim, metric: Metric, part: Claim) -> bool:
    """Return whether a number tells a metric in the column of a part; its head may read as its scope."""
    here, there = claim.seat, part.seat
    same = claim.metric == metric and claim.period == part.period and claim.scope in {"", part.scope}
    return bool(same and here and there and (here.table, here.column) == (there.table, there.column))


def _groups(facts: Facts) -> dict[_Group, dict[int, list[Claim]]]:
    """Return the claims of each group by column; a group is a table, its head's row, and what it parts."""
    groups: dict[_Group, dict[int, list[Claim]]] = {}
    for claim in sorted(facts.levels, key=lambda claim: claim.no):
        if claim.seat is None or claim.seat.section < 0 or claim.label.count(" / ") < 2:
            continue
        label = claim.label.rsplit(" / ", 2)[0]
        columns = groups.setdefault((claim.seat.table, claim.seat.section, label), {})
        columns.setdefault(claim.seat.column, []).append(claim)
    return groups


def _may_add(whole: Claim, parts: Sequence[Claim]) -> bool:
    if len(parts) < 2 or not additive(whole):
        return False
    return all(exact(claim) and dimension(claim) == dimension(whole) for claim in (whole, *parts))


def _proved(pairs: Sequence[tuple[Claim, Sequence[Claim]]]) -> bool:
    agree = [whole for whole, parts in pairs if makes(parts, whole)]
    long = any(len(whole.quantity.value.as_tuple().digits) > 2 for whole in agree)
    return long and MOSTLY.bears(len(agree), len(pairs) - len(agree))
