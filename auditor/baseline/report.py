"""Drift told to people, to spreadsheets and to scripts."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from auditor.baseline.drift import Change
from auditor.baseline.drift import Drift
from auditor.baseline.drift import Kind
from auditor.baseline.drift import failing
from auditor.baseline.layout import LAYOUTS

COLUMNS = ("case", "table", "kind", "key", "family", "figure", "place", "column", "accepted", "now")
#: Rows of one table that a terminal shows; the other forms tell all.
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Result:
    """What one check of a case found. ``accepted`` is False when nothing was ever accepted."""

    case: str
    drift: tuple[Drift, ...]
    orphans: tuple[str, ...] = ()
    accepted: bool = True

    @property
    def clean(self) -> bool:
        """Return whether all is as accepted, and no baseline is without its case."""
        return self.accepted and not self.orphans and not failing(self.drift)

    @property
    def moved(self) -> int:
        """Return the number of rows that only stand elsewhere."""
        return len(self.drift) - len(failing(self.drift))


def sentence(item: Drift) -> str:
    """Return one line: figure, place, accepted and new value."""
    told = "; ".join(map(_cells, _telling(item)))
    sides = {Kind.NEW: f"new: {_sides(item)[1]}", Kind.GONE: f"gone; accepted {_sides(item)[0]}"}
    return f"{item.figure}  ({item.place})  {sides.get(item.kind, told)}"


def _telling(item: Drift) -> tuple[Change, ...]:
    """Return the cells to tell: not those that only follow the headline."""
    layout = next(layout for layout in LAYOUTS if layout.table == item.table)
    columns = {change.column for change in item.changes}
    derived = layout.derived if layout.headline in columns else ()
    return tuple(change for change in item.changes if change.column not in derived)


def _sides(item: Drift) -> tuple[str, str]:
    return item.changes[0].accepted or "(empty)", item.changes[0].now or "(empty)"


def _cells(change: Change) -> str:
    return f"{change.column}: accepted {change.accepted or '(empty)'}, now {change.now or '(empty)'}"


def lines(result: Result) -> Iterator[str]:
    """Return what a terminal shows."""
    if not result.accepted:
        todo = "read the results, then: auditor baseline accept CASE --accept new"
        yield f"{result.case}: nothing accepted yet; {todo}"
        yield from _counted(result.drift)
    else:
        yield from _told(result.drift)
    for orphan in result.orphans:
        yield f"orphan        {orphan}: no case for it; remove it, or bring the case back"
    if result.moved:
        yield f"moved         {result.moved} rows stand elsewhere and are the same (no drift)"
    yield f"{result.case}: {'as accepted' if result.clean else 'not as accepted'}"


def _counted(drift: Sequence[Drift]) -> Iterator[str]:
    for (table, kind), count in Counter((item.table, item.kind) for item in failing(tuple(drift))).items():
        yield f"{table:<13} {count} {kind.value}"


def _told(drift: Sequence[Drift]) -> Iterator[str]:
    told = failing(tuple(drift))
    for table in dict.fromkeys(item.table for item in told):
        rows = [item for item in told if item.table == table]
        counts = Counter(item.kind.value for item in rows)
        yield f"{table:<13} {', '.join(f'{count} {kind}' for kind, count in counts.items())}"
        yield from (f"  {item.kind.value:<9} {sentence(item)}" for item in rows[:_SHOWN])
        if len(rows) > _SHOWN:
            yield f"  ... and {len(rows) - _SHOWN} more; --format csv tells all"


def as_csv(results: Sequence[Result]) -> str:
    """Return one record for each cell that changed, one for each row that is new or gone, LF."""
    buffer = StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for result in results:
        for item in failing(result.drift):
            about = (result.case, item.table, item.kind.value, item.key, item.family, item.figure, item.place)
            writer.writerows((*about, cell.column, cell.accepted, cell.now) for cell in item.changes)
        writer.writerows((result.case, "", "orphan", name, *[""] * 6) for name in result.orphans)
    return buffer.getvalue()


def as_json(results: Sequence[Result]) -> str:
    """Return a list of one object for each case, keys sorted."""
    return json.dumps([_object(result) for result in results], ensure_ascii=False, indent=2, sort_keys=True)


def _object(result: Result) -> dict[str, Any]:
    return {
        "case": result.case,
        "accepted": result.accepted,
        "clean": result.clean,
        "moved": result.moved,
        "orphans": list(result.orphans),
        "drift": [_drift(item) for item in failing(result.drift)],
    }


def _drift(item: Drift) -> dict[str, Any]:
    cells = [{"column": cell.column, "accepted": cell.accepted, "now": cell.now} for cell in item.changes]
    return {
        "table": item.table,
        "kind": item.kind.value,
        "key": item.key,
        "family": item.family,
        "figure": item.figure,
        "place": item.place,
        "message": sentence(item),
        "changes": cells,
    }
