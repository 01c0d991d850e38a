"""A file on disk becomes a document, whatever format it is in."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from auditor.errors import MissingFileError
from auditor.errors import UnknownFormatError
from auditor.errors import UnreadableFileError
from auditor.model.document import Document
from auditor.model.file import File

_PDF_HEAD = b"%PDF-"
#: A PDF may begin with some bytes that are not PDF.
_HEAD_REACH = 1024
#: In the trailer of every encrypted PDF.
_ENCRYPTED = b"/Encrypt"
#: Which reader a file is for, by its suffix.
_KINDS = {
    ".pdf": "pdf",
    ".txt": "text",
    ".md": "text",
    ".docx": "docx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}


def identified(path: Path, password: str | None = None) -> File:
    """Return what a file is, without reading what it says; encrypted ones are secret.

    Raises:
        MissingFileError: there is no such file.
        UnknownFormatError: the file is of another kind.
        UnreadableFileError: the file is empty, or not what its name says.
    """
    data = _bytes(path)
    kind = _kind(path, data)
    secret = bool(password) or (kind == "pdf" and _ENCRYPTED in data)
    return File(path, sha256(data).hexdigest(), kind, secret)


def read(path: Path, password: str | None = None) -> Document:
    """Read a report; its name is the file name without the folder.

    Args:
        path: a ``.pdf``, ``.txt``, ``.md``, ``.docx``, ``.xlsx`` or ``.html`` file. A PDF is known by its
            first bytes too.
        password: opens an encrypted PDF.

    Raises:
        MissingFileError: there is no such file.
        UnknownFormatError: the file is of another kind.
        UnreadableFileError: the file is damaged, empty, or not what its name says.
    """
    file = identified(path, password)
    return _read(path, file.kind, file.digest, password)


def _kind(path: Path, data: bytes) -> str:
    """Return which reader a file is for."""
    suffix = path.suffix.lower()
    kind = _KINDS.get(suffix)
    if kind in {"pdf", "text"} and _PDF_HEAD in data[:_HEAD_REACH]:
        return "pdf"
    if kind == "pdf":
        raise UnreadableFileError(path, "it is named .pdf but does not begin as a PDF.")
    if kind is None:
        raise UnknownFormatError(path)
    return kind


def _read(path: Path, kind: str, digest: str, password: str | None) -> Document:
    if kind == "pdf":
        return _read_pdf(path, digest, password)
    if kind == "docx":
        from auditor.read.docx import read_docx

        return read_docx(path, path.name, digest)
    if kind == "xlsx":
        from auditor.read.xlsx import read_xlsx

        return read_xlsx(path, path.name, digest)
    if kind == "html":
        from auditor.read.html import read_html

        return read_html(path, path.name, digest)
    from auditor.read.text import read_text

    return read_text(path, path.name, digest)


def _read_pdf(path: Path, digest: str, password: str | None) -> Document:
    """Return a PDF's document; pages that are pictures are read where the extra for it is installed."""
    from auditor.read.pdf import read_pdf

    document = read_pdf(path, path.name, digest, password)
    if not document.pages_unread:
        return document
    from auditor.read.ocr import with_scanned_pages

    return with_scanned_pages(document, path, password)


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
