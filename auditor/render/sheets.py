"""A table of text, ready to be written to a file or into the workbook."""

from __future__ import annotations

from dataclasses import dataclass

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table, ready to be written: every row has one cell for each column."""

    name: str
    columns: Row
    rows: tuple[Row, ...]
