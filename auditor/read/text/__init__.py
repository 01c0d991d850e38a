"""A text or markdown file becomes a document; ``read_text`` is the door."""

from __future__ import annotations

from pathlib import Path

from auditor.model.document import Document
from auditor.read.text.furniture import take_furniture
from auditor.read.text.prose import ProseReader
from auditor.read.text.sheet import Sheet
from auditor.read.text.source import read_lines
from auditor.read.text.tables.laid import take_laid
from auditor.read.text.tables.ruled import take_ruled
from auditor.read.text.tables.spaced import take_spaced
from auditor.read.text.tables.tagged import take_tagged

__all__ = ["read_text"]


def read_text(path: Path, name: str, sha256: str) -> Document:
    """Read a plain text or markdown report.

    Args:
        path: the file.
        name: what the report is called in places and outputs.
        sha256: hash of the file's bytes, in hexadecimal.

    Returns:
        The document; every character's place is a line (1-based) and a column (code points from 0).

    Raises:
        UnreadableFileError: the file is no text in UTF-8, GB 18030 or Big5.
    """
    sheet = Sheet(name, read_lines(path))
    take_furniture(sheet)
    take_tagged(sheet)
    take_ruled(sheet)
    take_laid(sheet)
    take_spaced(sheet)
    ProseReader(sheet).read()
    doubts = tuple(sorted(sheet.doubts, key=lambda doubt: doubt.place.order))
    return Document(name, sha256, "text", sheet.elements(), doubts, lines=len(sheet.lines))
