"""The folder of what is kept: one file for each thing, whole or not there, known by its key and a hash."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

#: Names the cache folder; ``off`` makes everything anew.
VARIABLE = "AUDITOR_CACHE"
#: Bytes that the folder may hold; beyond it the oldest entries go.
LARGEST = 1_000_000_000
_on = ContextVar("cache", default=True)


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the folder, named by what is kept there, and the key of what it is made of.

    An entry whose key has changed is replaced, so there is one for each thing and not one for each setting.
    """

    name: str
    key: str


@contextmanager
def no_cache() -> Iterator[None]:
    """Neither look into the cache nor write to it for as long as this lasts."""
    token = _on.set(False)
    try:
        yield
    finally:
        _on.reset(token)


def recall(entry: Entry) -> str | None:
    """Return what is kept under a name when it was made under the same key, else nothing."""
    folder = _folder()
    if folder is None:
        return None
    try:
        head, _, body = _path(folder, entry).read_text("utf-8").partition("\n")
    except (OSError, UnicodeError):
        return None  # not there, or damaged: it is made anew
    return body if head == _head(entry, body) else None


def is_on() -> bool:
    """Return whether anything is kept at all."""
    return _folder() is not None


def keep(entry: Entry, body: str) -> None:
    """Keep a string; where that is not possible, nothing is said: the next run makes it again."""
    folder = _folder()
    if folder is None:
        return
    with suppress(OSError, UnicodeError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(_path(folder, entry), f"{_head(entry, body)}\n{body}")
        _make_room(folder)


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


def _path(folder: Path, entry: Entry) -> Path:
    return folder / f"{entry.name}.json"


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


def _head(entry: Entry, body: str) -> str:
    """Return the first line of a file: what it is made of, and a hash by which a damaged one is known."""
    return f"{entry.key} {sha256(body.encode()).hexdigest()}"


def _make_room(folder: Path) -> None:
    """Remove the entries that were written longest ago, until the rest is no larger than it may be."""
    files = [(found.stat(), found.path) for found in os.scandir(folder) if found.name.endswith(".json")]
    size = sum(told.st_size for told, _ in files)
    for told, path in sorted(files, key=lambda file: (file[0].st_mtime, file[1])):
        if size <= LARGEST:
            return
        with suppress(OSError):  # another run removed it
            Path(path).unlink()
        size -= told.st_size
