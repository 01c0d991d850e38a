"""What tests of the readers need: say what was read in few words."""

from __future__ import annotations

from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.model.document import Table


def said(document: Document, kind: BlockKind) -> list[str]:
    """Return what the blocks of one kind say."""
    return [block.text.string for block in document.blocks if block.kind is kind]


def rows(table: Table) -> list[list[str]]:
    """Return what the cells of a table say; a merged cell stands at each position."""
    return [[cell.text.string if cell else "?" for cell in row] for row in table.grid()]


def lines(table: Table) -> list[int]:
    """Return the line of each row, by its first filled cell."""
    return [next(cell.text.place().line for cell in row if cell and cell.text) for row in table.grid()]


def codes(document: Document) -> list[tuple[str, int | None]]:
    """Return the code of each doubt and its line or page."""
    return [(doubt.code, doubt.place.line or doubt.place.page) for doubt in document.doubts]
