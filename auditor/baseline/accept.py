"""Drift that people accept, one kind at a time; what changed only with a reason."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence

from auditor.baseline.drift import Drift
from auditor.baseline.drift import Kind
from auditor.baseline.rows import Rows
from auditor.errors import UsageError

#: Columns of ``reasons.csv``; rows are added at its end and never taken away.
REASON_COLUMNS = ("table", "key", "figure", "place", "column", "accepted", "now", "reason")

Reason = dict[str, str]


def chosen(drift: Iterable[Drift], kinds: Collection[Kind], only: Sequence[str]) -> tuple[Drift, ...]:
    """Return the drift to accept: of these kinds and, with ``only``, of these keys, families or tables.

    Raises:
        UsageError: when a name in ``only`` meets nothing that has drifted.
    """
    drift = tuple(drift)
    known = {name for item in drift for name in _names(item)}
    strange = [name for name in only if name not in known]
    if strange:
        message = f"--only {strange[0]}: nothing by this key, metric family or table has drifted"
        raise UsageError(message)
    return tuple(
        item for item in drift if item.kind in kinds and (not only or _names(item).intersection(only))
    )


def _names(item: Drift) -> set[str]:
    return {item.table, item.family, item.key}


def refuse_unreasoned(kinds: Collection[Kind], reason: str) -> None:
    """Refuse to accept changed figures without a reason.

    Raises:
        UsageError: when ``changed`` is to be accepted and the reason is empty.
    """
    if Kind.CHANGED in kinds and not reason.strip():
        message = "--accept changed needs --reason TEXT: why the figure differs; it is kept in reasons.csv"
        raise UsageError(message)


def merged(accepted: Rows, now: Rows, drift: Iterable[Drift]) -> Rows:
    """Return the accepted rows of one table with its chosen drift taken over, all other rows as they were."""
    rows = dict(accepted)
    for item in drift:
        rows.pop(item.was, None)
        if item.kind is Kind.GONE:
            rows.pop(item.key, None)
        else:
            rows[item.key] = now[item.key]
    return rows


def with_reasons(
    kept: Sequence[Mapping[str, str]], drift: Iterable[Drift], reason: str
) -> tuple[list[Reason], int]:
    """Return all reasons, the new ones last, and how many are new; one that is kept already is not added.

    (A run that was killed between the reasons and the tables is done again and says the same.)
    """
    reasons = [dict(row) for row in kept]
    last = {_cell(row): row for row in reasons}
    added = [row for row in _reasons(drift, reason) if last.get(_cell(row)) != row]
    return reasons + added, len(added)


def _cell(row: Mapping[str, str]) -> tuple[str, ...]:
    return row["table"], row["key"], row["column"]


def _reasons(drift: Iterable[Drift], reason: str) -> Iterable[Reason]:
    for item in drift:
        if item.kind is not Kind.CHANGED:
            continue
        for change in item.changes:
            cells = (
                item.table,
                item.key,
                item.figure,
                item.place,
                change.column,
                change.accepted,
                change.now,
            )
            yield dict(zip(REASON_COLUMNS, (*cells, " ".join(reason.split())), strict=True))
