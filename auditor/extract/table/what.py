"""What a cell tells of: metric and scope, by its row, its head and the title of the table."""

from __future__ import annotations

import regex

from auditor.extract.context import Context
from auditor.extract.table.aimed import without_aim
from auditor.extract.table.captions import titled
from auditor.extract.table.columns import Column
from auditor.extract.table.columns import Role
from auditor.extract.table.outline import Row
from auditor.extract.table.when import only_period
from auditor.lexicon.facets import scan
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import facets_of
from auditor.lexicon.naming import name
from auditor.lexicon.naming import residue
from auditor.lexicon.naming import unnamed
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.model.document import Table
from auditor.model.metric import Metric
from auditor.model.quantity import NO_UNIT
from auditor.model.quantity import Quantity


def metric_of(
    row: Row, column: Column, quantity: Quantity, table: Table, context: Context
) -> tuple[Metric, str, str]:
    """Return metric, scope and folded label of a cell."""
    unit, names = quantity.unit, context.profile.names
    any_unit = column.role is Role.CHANGE
    part = _part(column)
    path = _without_period(row, context)
    if part and all(only_period(label, context.profile.clock) for label in row.labels):
        path, part = [part], ""
    naming = None
    aimed = [without_aim(label) for label in path]
    for depth in range(len(path)):
        naming = name("/".join(aimed[len(path) - 1 - depth :]), unit, names, any_unit=any_unit)
        if naming:
            break
    folded = "/".join((*path, part)) if part else "/".join(path)
    if naming is None and part:
        naming = name(part, unit, names, any_unit=any_unit) and name(folded, unit, names, any_unit=any_unit)
    named = [label for label in path if not only_period(label, context.profile.clock)]
    told = (naming.metric, naming.residue) if naming else titled(table, named, unit, context)
    if told is None or _of_another(column):
        return (_with_vintage(unnamed(folded), column), "", folded)
    metric, scope = told
    for family, value in facets_of("/".join(path)):
        if not metric.facet(family) and family in _families(metric):
            metric = metric.having(family, value)
    if part:
        metric, scope = _across(metric, scope, column)
    return (_with_vintage(metric, column), scope, folded)


def _part(column: Column) -> str:
    """Return what a head names beside its period; that its numbers were adjusted makes no other fact."""
    told = dict(facets_of(column.name))
    adjusted = told.keys() == {"vintage"} and not residue(column.name, scan(column.name)[1], ())
    return "" if adjusted else column.name


def _of_another(column: Column) -> bool:
    """Return whether a change is that of something else than its row tells: 比重增减, of a share."""
    if column.role is not Role.CHANGE or not column.name:
        return False
    if regex.search(alternation(quantity_words().year_bases), column.name):
        return False
    told = regex.sub(alternation(label_words().change_heads), "/", column.name)
    return bool(residue(told, scan(told)[1], ())) and name(told, NO_UNIT, any_unit=True) is None


def _families(metric: Metric) -> tuple[str, ...]:
    return tuple(metrics().entry(metric.base).families)


def _without_period(row: Row, context: Context) -> list[str]:
    """Return the folded labels of a row, those that only name a period left out."""
    clock = context.profile.clock
    path = [clean(label) for label in row.subject if not only_period(label, clock)]
    return path or [clean(label) for label in row.labels]


def _across(metric: Metric, scope: str, column: Column) -> tuple[Metric, str]:
    """Return metric and scope narrowed by a head that names a part (a business, a gender, a total)."""
    told = regex.sub(alternation(label_words().totals), "/", column.name)
    if column.role is Role.CHANGE or not residue(told, [], ()):
        return (metric, scope)
    alone = name(told, NO_UNIT, any_unit=True)
    left = alone.residue if alone and alone.metric.base == metric.base else residue(told, [], ())
    for family, value in facets_of(told):
        if family == "vintage":
            left = ""
        elif family in _families(metric):
            metric = metric.having(family, value)
            left = ""
    return (metric, " ".join(part for part in (scope, left) if part))


def _with_vintage(metric: Metric, column: Column) -> Metric:
    """Return the metric marked as told before an adjustment; what was adjusted is the number itself."""
    vintage = dict(facets_of(clean(column.head))).get("vintage", "")
    return metric.having("vintage", vintage) if vintage == "before" else metric
