"""A file on disk becomes a document, whatever format it is in."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from auditor.errors import MissingFileError
from auditor.errors import UnknownFormatError
from auditor.errors import UnreadableFileError
from auditor.model.document import Document

_PDF_HEAD = b"%PDF-"
#: A PDF may begin with some bytes that are not PDF.
_HEAD_REACH = 1024
_TEXT_SUFFIXES = frozenset({".txt", ".md"})


def read(path: Path, password: str | None = None) -> Document:
    """Read a report; its name is the file name without the folder.

    Args:
        path: a ``.pdf``, ``.txt`` or ``.md`` file. A PDF is known by its first bytes too.
        password: opens an encrypted PDF.

    Raises:
        MissingFileError: there is no such file.
        UnknownFormatError: the file is of another kind.
        UnreadableFileError: the file is damaged, empty, or not what its name says.
    """
    data = _bytes(path)
    digest = sha256(data).hexdigest()
    suffix = path.suffix.lower()
    if _PDF_HEAD in data[:_HEAD_REACH] and suffix in _TEXT_SUFFIXES | {".pdf"}:
        from auditor.read.pdf import read_pdf

        return read_pdf(path, path.name, digest, password)
    if suffix == ".pdf":
        raise UnreadableFileError(path, "it is named .pdf but does not begin as a PDF.")
    if suffix in _TEXT_SUFFIXES:
        from auditor.read.text import read_text

        return read_text(path, path.name, digest)
    raise UnknownFormatError(path)


def _bytes(path: Path) -> bytes:
    if not path.exists():
        raise MissingFileError(path)
    if path.is_dir():
        raise UnreadableFileError(path, "it is a folder. Name a file in it.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or "the system refused") from error
    if not data:
        raise UnreadableFileError(path, "it is empty.")
    return data
