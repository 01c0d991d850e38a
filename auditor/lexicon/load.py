"""Read a lexicon file: TOML in, a checked schema out, every fault told at once."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING
from typing import TypeVar

from auditor.errors import ConfigError
from auditor.lexicon.faults import faults

if TYPE_CHECKING:
    from pydantic import BaseModel

_Schema = TypeVar("_Schema", bound="BaseModel")


def load(name: str, schema: type[_Schema]) -> _Schema:
    """Return the lexicon file ``name`` of this package as ``schema``.

    Raises:
        ConfigError: with every fault of the file, each with its place and the nearest known key.
    """
    text = files("auditor.lexicon").joinpath(name).read_text("utf-8")
    return check(text, schema, f"lexicon/{name}")


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
