"""What is made once: taken from the folder where it was made before of the same, else made and kept."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from typing import Any
from typing import TypeVar

from auditor.kept import documents
from auditor.kept import nouns
from auditor.kept.store import Entry
from auditor.kept.store import is_on
from auditor.kept.store import keep
from auditor.kept.store import recall
from auditor.kept.version import READERS
from auditor.kept.version import version
from auditor.model.document import Document

_Made = TypeVar("_Made")
_BROKEN = (ValueError, KeyError, TypeError, IndexError, RecursionError, ArithmeticError)


def entry(what: str, digests: Iterable[str], made_of: Iterable[str]) -> Entry:
    """Return the place of a thing.

    Args:
        what: the step that makes it.
        digests: hashes of the files that it is made of: they name the place.
        made_of: all else that it depends on besides the tool itself.
    """
    key = _hash((version(), *made_of))
    return Entry(f"{_hash(digests)}-{what}", key)


def kept(place: Entry | None, form: object, make: Callable[[], _Made]) -> _Made:
    """Return a thing of a form of `auditor.kept.nouns`; without a place it is made, and not kept."""
    if place is None or not is_on():
        return make()
    return _kept(place, make, lambda made: nouns.pack(made, form), lambda body: nouns.unpack(body, form))


def kept_document(digest: str, kind: str, name: str, make: Callable[[], Document]) -> Document:
    """Return the document of a file, under the name that it has now; it is made by the readers alone."""
    if not is_on():
        return make()
    place = Entry(f"{digest}-{kind}", version(READERS))
    return _kept(place, make, documents.pack, lambda body: documents.unpack(body, name, digest))


def _kept(
    place: Entry, make: Callable[[], _Made], pack: Callable[[_Made], str], unpack: Callable[[str], Any]
) -> _Made:
    body = recall(place)
    if body is not None:
        with suppress(*_BROKEN):  # of another form than its key says: it is made anew
            found: _Made = unpack(body)
            return found
    made = make()
    with suppress(*_BROKEN):
        keep(place, pack(made))
    return made


def _hash(parts: Iterable[str]) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
