"""Accepted rows against the rows of now: drift, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from enum import StrEnum

from auditor.baseline.layout import LAYOUTS
from auditor.baseline.layout import Layout
from auditor.baseline.renamed import rekeyed
from auditor.baseline.renamed import renamings
from auditor.baseline.rows import Rows


class Kind(StrEnum):
    """How a row drifted.

    ``moved`` says that a row stands at another place and is the same otherwise; it is told and fails nothing.
    """

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    REWORDED = "reworded"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One cell, as accepted and as it is now."""

    column: str
    accepted: str
    now: str


@dataclass(frozen=True, slots=True)
class Drift:
    """One row that is not as accepted.

    ``place`` is where it stands now (of a gone row: where it stood), ``was`` the key of a reworded row
    under which it was accepted, where that was another.
    """

    table: str
    kind: Kind
    key: str
    family: str
    figure: str
    place: str
    changes: tuple[Change, ...]
    was: str = ""


def compare(accepted: Mapping[str, Rows], now: Mapping[str, Rows]) -> tuple[Drift, ...]:
    """Return all drift, table by table, the gravest kind first."""
    found: list[Drift] = []
    claims: dict[str, str] = {}
    for layout in LAYOUTS:
        mine, theirs = accepted.get(layout.table, {}), now.get(layout.table, {})
        renamed = renamings(layout, mine, theirs, claims)
        claims = claims or renamed  # the table of claims comes first
        drifted = _drifted(layout, rekeyed(layout, mine, renamed, claims), theirs, renamed)
        found += sorted(drifted, key=lambda item: (list(Kind).index(item.kind), item.place, item.key))
    return tuple(found)


def failing(drift: tuple[Drift, ...]) -> tuple[Drift, ...]:
    """Return the drift that a check fails for."""
    return tuple(item for item in drift if item.kind is not Kind.MOVED)


def _drifted(layout: Layout, accepted: Rows, now: Rows, renamed: Mapping[str, str]) -> Iterator[Drift]:
    """Return the rows that differ. Rows are dictionaries of strings by key: ``1.20`` is not ``1.2``."""
    from deepdiff import DeepDiff

    # equal rows say nothing, and deepdiff would walk through them
    unlike = {key for key in accepted.keys() | now.keys() if accepted.get(key) != now.get(key)}
    before = {key: row for key, row in accepted.items() if key in unlike}
    after = {key: row for key, row in now.items() if key in unlike}
    tree = DeepDiff(before, after, view="tree", verbose_level=2, threshold_to_diff_deeper=0)
    cells: dict[str, list[Change]] = {}
    for level in (item for levels in tree.values() for item in levels):
        key, *column = level.path(output_format="list")
        changes = cells.setdefault(str(key), [])
        if column:
            changes.append(Change(str(column[0]), _cell(level.t1), _cell(level.t2)))
    old = {new: old for old, new in renamed.items()}
    for key, changes in cells.items():
        drift = _drift(layout, key, before.get(key), after.get(key), changes)
        yield replace(drift, was=old.get(key, ""))


def _cell(value: object) -> str:
    """Return a cell as text; a column that one side does not have is empty."""
    return value if isinstance(value, str) else ""


def _drift(
    layout: Layout, key: str, before: dict[str, str] | None, after: dict[str, str] | None, cells: list[Change]
) -> Drift:
    kind = _kind(layout, before, after, {change.column for change in cells})
    row = after or before or {}
    if kind in {Kind.NEW, Kind.GONE}:
        told, untold = row[layout.headline], ""
        sides = (untold, told) if kind is Kind.NEW else (told, untold)
        cells = [Change(layout.headline, *sides)]
    known = (cell for cell in cells if cell.column in layout.columns)
    changes = tuple(sorted(known, key=lambda cell: layout.columns.index(cell.column)))
    shown = _told(kind, layout, changes)
    return Drift(layout.table, kind, key, row["family"], row["figure"], row["place"], shown)


def _facts(layout: Layout) -> tuple[str, ...]:
    return (*layout.named, *layout.figures, "family")


def _told(kind: Kind, layout: Layout, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return the cells that say what changed: of a changed row its figures, not its place or wording."""
    telling = {Kind.CHANGED: _facts(layout), Kind.REWORDED: layout.wording, Kind.MOVED: ("place",)}
    wanted = telling.get(kind)
    return tuple(change for change in changes if change.column in wanted) if wanted else changes


def _kind(
    layout: Layout, before: dict[str, str] | None, after: dict[str, str] | None, columns: set[str]
) -> Kind:
    if before is None or after is None:
        return Kind.NEW if before is None else Kind.GONE
    if columns.intersection(_facts(layout)):
        return Kind.CHANGED
    return Kind.REWORDED if columns & {*layout.wording} else Kind.MOVED
