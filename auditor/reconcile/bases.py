"""Facts that two reports tell on another basis: gross and net, market-based, another age band."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.metric import Metric
from auditor.reconcile.tellings import Key
from auditor.reconcile.tellings import Tellings
from auditor.reconcile.tellings import Told
from auditor.reconcile.tellings import dimension

#: Families in which a change of value means another basis of the same figure.
_BASIS = ("netting", "basis", "vintage", "tenure", "intensity")
#: Ages beyond these are no ages of employees: the open ends of the lowest and the highest band.
_YOUNGEST, _OLDEST = 16, 70
#: Two bands are one band drawn anew when they have so much of their years in common.
_SAME_BAND = 0.6


def redefined(
    old: Told, new: Told, left: Mapping[Key, Tellings], right: Mapping[Key, Tellings]
) -> Iterator[tuple[Key, Key]]:
    """Yield the keys of rows that tell one figure on two bases, none twice, nearest bands first."""
    theirs: dict[Key, list[Key]] = {}
    for key, told in right.items():
        if told[0].source is Source.TABLE:
            theirs.setdefault(_loose(told[0], new), []).append(key)
    mine = [key for key, told in left.items() if _basic(told[0])]
    near = [
        (1 - _band_overlap(left[key][0], right[other][0]), first, second, key, other)
        for first, key in enumerate(mine)
        for second, other in enumerate(theirs.get(_loose(left[key][0], old), ()))
    ]
    taken: set[Key] = set()
    for distance, _, _, key, other in sorted(near, key=lambda item: item[:3]):
        if distance <= 1 - _SAME_BAND and key not in taken and other not in taken:
            taken |= {key, other}
            yield key, other


def _basic(claim: Claim) -> bool:
    return claim.metric.known and claim.source is Source.TABLE


def _loose(claim: Claim, told: Told) -> Key:
    """Return the fact of a claim without what may change with the basis."""
    metric = _without_basis(claim.metric)
    measured = dimension(claim)
    if claim.metric.facet("intensity"):
        measured = measured.partition("/")[0]
    return (metric.id, claim.scope, told.moment(metric, claim), measured)


def _without_basis(metric: Metric) -> Metric:
    for family in _BASIS:
        metric = metric.having(family, "")
    if metric.facet("age"):
        metric = metric.having("age", "band")
    return metric.having("ghg_scope", "") if metric.facet("ghg_scope") == "123" else metric


def _band_overlap(old: Claim, new: Claim) -> float:
    """Return the years that two age bands have in common over the years of both; 1 without bands."""
    one, other = old.metric.facet("age"), new.metric.facet("age")
    if not (one and other):
        return 1.0
    (low, high), (bottom, top) = _years(one), _years(other)
    common = min(high, top) - max(low, bottom)
    whole = max(high, top) - min(low, bottom)
    return max(common, 0) / whole if whole else 1.0


def _years(band: str) -> tuple[int, int]:
    """Return the first and the last year of a band: ``<35`` is (16, 35), ``35-49`` is (35, 49)."""
    ages = [int(age) for age in re.findall(r"[0-9]+", band)]
    if not ages:
        return (_YOUNGEST, _OLDEST)
    if len(ages) > 1:
        return (ages[0], ages[-1])
    return (_YOUNGEST, ages[0]) if band.startswith("<") else (ages[0], _OLDEST)
