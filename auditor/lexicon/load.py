"""Read a lexicon file: TOML in, a checked schema out, every fault told at once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from importlib.resources import files
from typing import TYPE_CHECKING
from typing import TypeVar
from typing import get_args

from auditor.errors import ConfigError

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic import ValidationError

_Schema = TypeVar("_Schema", bound="BaseModel")
_Loc = tuple[int | str, ...]


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
        raise ConfigError(path, list(_faults(error, schema))) from None


def _faults(error: ValidationError, schema: type[BaseModel]) -> Iterator[str]:
    for fault in error.errors(include_url=False):
        place = _place(fault["loc"])
        if fault["type"] == "extra_forbidden":
            yield f"{place}: unknown key{_nearest(str(fault['loc'][-1]), fault['loc'][:-1], schema)}"
        else:
            yield f"{place}: {fault['msg'].removeprefix('Value error, ')}"


def _place(loc: _Loc) -> str:
    """Return ``unit[3].factor`` for ("unit", 2, "factor"); people count from one."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in loc)
    return "".join(parts).removeprefix(".") or "file"


def _nearest(key: str, loc: _Loc, schema: type[BaseModel]) -> str:
    known = list(_section(loc, schema).model_fields)
    close = get_close_matches(key, known, n=1)
    return f"; did you mean {close[0]!r}?" if close else f"; known: {', '.join(known)}"


def _section(loc: _Loc, schema: type[BaseModel]) -> type[BaseModel]:
    """Return the schema of the section that stands at ``loc``."""
    from pydantic import BaseModel

    for part in loc:
        field = schema.model_fields.get(str(part))
        kinds = (field.annotation, *get_args(field.annotation)) if field else ()
        inner = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]
        schema = inner[0] if inner else schema
    return schema
