"""What tests of the text reader need: write a report, read it, say what was read in few words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.read.text import read_text

_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")


@pytest.fixture
def reading(tmp_path: Path) -> Callable[[str], Document]:
    """Return a function that reads a report from its text."""

    def read(text: str) -> Document:
        path = tmp_path / "report.txt"
        path.write_text(text, encoding="utf-8", newline="")
        return read_text(path, "report.txt", "0" * 64)

    return read


def said(document: Document, kind: BlockKind) -> list[str]:
    """Return what the blocks of one kind say."""
    return [block.text.string for block in document.blocks if block.kind is kind]


def rows(table: Table) -> list[list[str]]:
    """Return what the cells of a table say; a merged cell stands at each position."""
    return [[cell.text.string if cell else "" for cell in row] for row in table.grid()]


def texts(document: Document) -> list[Text]:
    """Return every text of a document: blocks, captions, cells."""
    found: list[Text] = []
    for element in document.elements:
        if isinstance(element, Block):
            found.append(element.text)
        else:
            found.extend([element.caption, *(cell.text for cell in element.cells)])
    return found


def misplaced(document: Document, lines: list[str]) -> list[str]:
    """Return the stretches that do not stand in the source where their place says."""
    wrong = []
    for text in texts(document):
        ends = [*(piece.start for piece in text.pieces[1:]), len(text.string)][: len(text.pieces)]
        for piece, end in zip(text.pieces, ends, strict=True):
            stretch = text.string[piece.start : end].rstrip()
            source = lines[piece.place.line - 1][piece.place.column :]
            if not source.startswith((stretch, stretch.translate(_PLAIN))) and not stretch.isspace():
                wrong.append(f"{piece.place}: {stretch!r} for {source[:30]!r}")
    return wrong


def lines_read(document: Document) -> set[int]:
    """Return the numbers of the lines of which something was read."""
    return {piece.place.line for text in texts(document) for piece in text.pieces}
