"""Documents that were read before, kept by the hash of their file and by what read them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import suppress
from contextvars import ContextVar
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile

import auditor
from auditor.model.document import Document
from auditor.read.archive import pack
from auditor.read.archive import unpack

#: Names the cache folder; ``off`` reads every file anew.
VARIABLE = "AUDITOR_CACHE"
#: Rooms whose source and words decide how a file is read.
_ROOMS = ("lexicon", "model", "read")
_PACKAGES = (
    *(
        "lxml",
        "opencc",
        "openpyxl",
        "pdfminer.six",
        "pdfplumber",
        "pypdfium2",
        "python-docx",
        "rapidocr",
        "regex",
    ),
)
_BROKEN = (ValueError, KeyError, TypeError, IndexError, RecursionError, UnicodeError)
_on = ContextVar("cache", default=True)


@contextmanager
def no_cache() -> Iterator[None]:
    """Neither look into the cache nor write to it for as long as this lasts."""
    token = _on.set(False)
    try:
        yield
    finally:
        _on.reset(token)


def recall(name: str, digest: str, kind: str) -> Document | None:
    """Return the document of a file that was read before by the same reader, else nothing.

    Args:
        name: what the file is called now.
        digest: hash of its bytes, in hexadecimal.
        kind: which reader it is for.
    """
    folder = _folder()
    if folder is None:
        return None
    try:
        head, _, body = _entry(folder, digest, kind).read_text("utf-8").partition("\n")
        if head != _head(body):
            return None
        return unpack(body, name, digest)
    except (OSError, *_BROKEN):
        return None  # not there, cut off, or of another version: it is read anew


def keep(document: Document, kind: str) -> None:
    """Keep a document; where that is not possible, nothing is said: the next run reads again."""
    folder = _folder()
    if folder is None:
        return
    with suppress(OSError, *_BROKEN):
        body = pack(document)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(_entry(folder, document.sha256, kind), f"{_head(body)}\n{body}")


def _folder() -> Path | None:
    told = os.environ.get(VARIABLE, "")
    if not _on.get() or told == "off":
        return None
    if told:
        return Path(told)
    home = os.environ.get("XDG_CACHE_HOME", "")
    try:
        return (Path(home) if home else Path.home() / ".cache") / "auditor"
    except RuntimeError:  # a user without a home
        return None


def _entry(folder: Path, digest: str, kind: str) -> Path:
    return folder / f"{digest}-{kind}.json"


def _write(path: Path, string: str) -> None:
    """Write a file that another run sees as a whole or not at all."""
    with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, suffix=".part", delete=False) as file:
        part = Path(file.name)
        try:
            file.write(string)
            file.close()
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise


def _head(body: str) -> str:
    """Return the first line of an entry: what read it, and a hash by which a damaged one is known."""
    return f"{reader_version()} {sha256(body.encode()).hexdigest()}"


@cache
def reader_version() -> str:
    """Return one hash over all that decides how a file is read: our source and words, packages."""
    digest = sha256(auditor.__version__.encode())
    home = Path(auditor.__file__).parent
    for room in _ROOMS:
        for path in sorted((home / room).rglob("*")):
            if path.suffix in {".py", ".toml"}:
                digest.update(f"\0{path.relative_to(home).as_posix()}\0".encode() + path.read_bytes())
    for package in _PACKAGES:
        digest.update(f"\0{package} {_version(package)}".encode())
    return digest.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
