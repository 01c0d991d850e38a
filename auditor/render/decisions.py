"""What a reviewer wrote into workpaper.xlsx lives on in the next run, as what stands in findings.csv does."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from auditor.errors import UnreadableFileError
from auditor.render.review import COLUMNS
from auditor.render.review import Remembered
from auditor.render.review import Review

#: The sheet that keeps the decisions as the tool wrote them; what differs was edited.
AS_WRITTEN = "as_written"
_FINDINGS = "findings"

Row = dict[str, str]


def with_workbook(review: Review, path: Path) -> Review:
    """Return decisions with those over them that were edited in the workbook of an earlier run.

    Where another file was edited too and does not agree, that one counts and the workbook's decision is
    quoted in the comment: nothing that a person wrote is lost.

    Raises:
        UnreadableFileError: when the workbook cannot be read: it is never overwritten unread.
    """
    rows = dict(review.rows)
    for key, edited, written in _edits(path):
        standing = rows.get(key)
        if standing is None or standing.prior:
            rows[key] = Remembered(edited)
            continue
        decision = standing.decision
        if all(_cell(standing.cells, name) == _cell(written, name) for name in COLUMNS):
            decision = Remembered(edited).decision
        cells = dict(zip(COLUMNS, decision.beside(Remembered(edited).decision).cells, strict=True))
        rows[key] = replace(standing, cells={**standing.cells, **cells})
    return replace(review, rows=rows)


def _edits(path: Path) -> Iterator[tuple[str, Row, Row]]:
    """Yield finding id, row as it is and row as written, for rows with a decision that changed."""
    if not path.exists():
        return
    sheets = _read(path)
    written = {row.get("finding_id", ""): row for row in sheets.get(AS_WRITTEN, ())}
    for row in sheets.get(_FINDINGS, ()):
        key = row.get("finding_id", "")
        before = written.get(key)
        if key and before is not None and any(_cell(row, name) != _cell(before, name) for name in COLUMNS):
            yield key, row, before


def _cell(row: Mapping[str, str], name: str) -> str:
    # the guard against formulas that a CSV needs is no difference
    return (row.get(name) or "").strip().removeprefix("'")


def _read(path: Path) -> dict[str, list[Row]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # openpyxl lets through whatever its parsers raise
        raise UnreadableFileError(path, "it is no workbook any more; move it away") from error
    try:
        return {name: _rows(book[name]) for name in (_FINDINGS, AS_WRITTEN) if name in book.sheetnames}
    finally:
        book.close()


def _rows(sheet: Any) -> list[Row]:  # noqa: ANN401  # openpyxl is untyped
    lines = sheet.iter_rows(values_only=True)
    heads = [str(cell or "") for cell in next(lines, ())]
    return [
        {head: _text(cell) for head, cell in zip(heads, line, strict=False) if head}
        for line in lines
        if any(cell is not None for cell in line)
    ]


def _text(cell: object) -> str:
    """Return a cell as text; a date that the spreadsheet made of ``2026-01-31`` is that again."""
    if cell is None:
        return ""
    text = cell.isoformat() if hasattr(cell, "isoformat") else str(cell)
    return text.removesuffix("T00:00:00")
