"""Heads that count in one table name a group in another: Employees beside Contractors and Total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.extract.table.columns import Column
from auditor.extract.table.columns import Role
from auditor.extract.table.outline import discriminates
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.naming import clean


def with_groups(heads: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns; a head that only counts names a group where those beside it do."""
    return tuple(_as_group(head) if _is_group(head, heads) else head for head in heads)


def _as_group(head: Column) -> Column:
    return replace(head, unit=None, name=clean(_last(head)))


def _is_group(head: Column, heads: Sequence[Column]) -> bool:
    counted = head.unit is not None and head.unit.unit.dimension == "count" and not head.name
    if not counted or head.role is not Role.VALUE:
        return False
    beside = [other for other in heads if other is not head and other.role is Role.VALUE]
    beside = [other for other in beside if other.period == head.period]
    groups = [discriminates(_last(other), ()) for other in beside if not _is_total(other)]
    return bool(groups) and all(groups) and not any(other.unit for other in beside)


def _is_total(head: Column) -> bool:
    return fold(_last(head)).strip() in label_words().totals


def _last(head: Column) -> str:
    return head.head.split(" / ")[-1]
