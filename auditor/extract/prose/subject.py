"""The subject of a quantity: its metric and scope as the words around it give them."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.extract.prose.labelled import of_managers
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import facets_of
from auditor.model.metric import Metric
from auditor.model.quantity import Unit


@dataclass(frozen=True, slots=True)
class Subject:
    """The metric and scope of a quantity; ``strong`` when named beside it."""

    label: str
    metric: Metric
    scope: str
    strong: bool


def narrowed(label: str, last: Subject | None, unit: Unit, *, apart: bool = False) -> Subject | None:
    """Return the metric before as narrowed by a label that names discriminators only: 租赁数据中心.

    A metric that is never told in the unit is not meant. ``apart`` tells that the label stands beside the
    one before and not below it: what that one narrows does not hold for it.
    """
    facets = {family: value for family, value in facets_of(clean(label)) if value}
    if last is None or not last.metric.known or not facets:
        return None
    entry = metrics().entry(last.metric.base)
    if not all(family in entry.families for family in facets):
        return None
    if unit.dimension and unit.dimension not in entry.dimensions:
        return None
    metric = last.metric
    for family, _ in facets_of(clean(last.label)) if apart else ():
        metric = metric.having(family, "")
    for family, value in facets.items():
        metric = metric.having(family, value)
    return Subject(label, of_managers(metric), "" if apart else last.scope, last.strong)


def sharing(metric: Metric, last: Subject) -> Metric:
    """Return the metric of a share with what narrows the amount that it is the share of a whole of."""
    families = metrics().entry(metric.base).families
    for family, value in last.metric.facets:
        if family in families and not metric.facet(family):
            metric = metric.having(family, value)
    return of_managers(metric)
