"""The accepted files of a case: ``baselines/<case>/<table>.csv`` and ``reasons.csv``."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO
from pathlib import Path

from auditor.baseline.layout import LAYOUTS
from auditor.baseline.layout import Layout
from auditor.baseline.rows import Rows
from auditor.errors import UnreadableFileError

REASONS = "reasons"
_CONFIG = "auditor.toml"
_FILES = {f"{layout.table}.csv" for layout in LAYOUTS} | {f"{REASONS}.csv"}


def read_accepted(folder: Path) -> dict[str, Rows]:
    """Return the accepted tables that are there, rows by key.

    Raises:
        UnreadableFileError: when a file is not one that was accepted here.
    """
    found = ((layout, folder / f"{layout.table}.csv") for layout in LAYOUTS)
    return {layout.table: _rows(path) for layout, path in found if path.exists()}


def _rows(path: Path) -> Rows:
    rows: Rows = {}
    for row in read_rows(path):
        if row["key"] in rows:
            raise UnreadableFileError(path, f"the key {row['key']} is there twice")
        rows[row["key"]] = row
    return rows


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of an accepted file; none when there is no such file.

    Raises:
        UnreadableFileError: when it is no CSV in UTF-8 with a column ``key`` and whole rows.
    """
    if not path.exists():
        return []
    try:
        reader = csv.DictReader(StringIO(path.read_text("utf-8-sig"), newline=""))
        rows = list(reader)
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnreadableFileError(path, str(error)) from None
    if "key" not in (reader.fieldnames or ()):
        raise UnreadableFileError(path, "no column key; restore it from your version control")
    for number, row in enumerate(rows, 2):
        if None in row or None in row.values():
            raise UnreadableFileError(path, f"row {number} has not as many cells as the head")
    return rows


def table(layout: Layout, rows: Rows) -> tuple[tuple[str, ...], ...]:
    """Return the rows of an accepted file, ordered by what they are about: a new row moves no other."""
    order = sorted(rows.values(), key=lambda row: (*(row.get(name, "") for name in layout.named), row["key"]))
    return tuple(tuple(row.get(column, "") for column in layout.columns) for row in order)


def cases(reports: Path) -> list[str]:
    """Return the names of the case folders: those with an ``auditor.toml``."""
    return sorted(path.parent.name for path in reports.glob(f"*/{_CONFIG}"))


def orphans(baselines: Path, reports: Path) -> tuple[str, ...]:
    """Return what is kept in the baselines and belongs to no case, or is none of the accepted files."""
    if not baselines.is_dir():
        return ()
    known = set(cases(reports))
    return tuple(sorted(_orphans(baselines, known)))


def _orphans(baselines: Path, known: set[str]) -> Iterable[str]:
    for path in baselines.iterdir():
        if path.name.startswith("."):
            continue
        if not path.is_dir() or path.name not in known:
            yield path.name
        else:
            yield from (f"{path.name}/{item.name}" for item in path.iterdir() if _strange(item))


def _strange(path: Path) -> bool:
    return path.name not in _FILES and not path.name.startswith(".")
