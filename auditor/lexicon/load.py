"""Read a lexicon file: TOML in, a checked schema out, every fault told at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import fields
from importlib.resources import files
from typing import TYPE_CHECKING
from typing import Any
from typing import TypeVar

from auditor.errors import ConfigError
from auditor.lexicon.faults import faults
from auditor.lexicon.fold import fold

if TYPE_CHECKING:
    from pydantic import BaseModel

_Schema = TypeVar("_Schema", bound="BaseModel")
_Words = TypeVar("_Words")


def load(name: str, schema: type[_Schema]) -> _Schema:
    """Return the lexicon file ``name`` of this package as ``schema``.

    Raises:
        ConfigError: with every fault of the file, each with its place and the nearest known key.
    """
    return check(_text(name), schema, f"lexicon/{name}")


def contents(name: str) -> dict[str, Any]:
    """Return the lexicon file ``name`` of this package as it stands, for a loader that types it itself."""
    return tomllib.loads(_text(name))


def folded(words: Iterable[str]) -> tuple[str, ...]:
    """Return words folded, none twice, the longest first: so the longest is matched where several begin."""
    return tuple(sorted({fold(word) for word in words}, key=lambda word: (-len(word), word)))


def pieces(name: str, kind: type[_Words]) -> _Words:
    """Return the lexicon file ``name`` as the dataclass ``kind``, whose fields are pieces of patterns.

    A list is the pattern of one of its words (`one_of`); a string stands as it is, such as characters of a
    set.

    Raises:
        ConfigError: when the file and the fields do not name the same.
    """
    data = contents(name)
    wanted = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    if wanted != data.keys():
        path = f"lexicon/{name}"
        raise ConfigError(path, sorted(wanted ^ data.keys()))
    return kind(**{key: told if isinstance(told, str) else one_of(told) for key, told in data.items()})


def one_of(words: Sequence[str]) -> str:
    """Return the pattern of one of ``words``, the first first: a set where each is one character."""
    if all(len(word) == 1 for word in words):
        return "[" + "".join(map(re.escape, words)) + "]"
    return "(?:" + "|".join(map(re.escape, words)) + ")"


def _text(name: str) -> str:
    return files("auditor.lexicon").joinpath(name).read_text("utf-8")


def check(text: str, schema: type[_Schema], path: str) -> _Schema:
    """Return TOML ``text`` as ``schema``; ``path`` names it in faults.

    Raises:
        ConfigError: with every fault of the text.
    """
    from pydantic import ValidationError

    try:
        return schema.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(path, [str(error)]) from None
    except ValidationError as error:
        raise ConfigError(path, list(faults(error, schema))) from None
