"""Faults of a TOML file, each with its place and the nearest known key."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING
from typing import get_args

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic import ValidationError


def faults(error: ValidationError, schema: type[BaseModel]) -> Iterator[str]:
    """Yield each fault of data that should be as ``schema``, in the words of a user."""
    for fault in error.errors(include_url=False):
        place = _place(fault["loc"])
        if fault["type"] == "extra_forbidden":
            near = _nearest(str(fault["loc"][-1]), _section(fault["loc"][:-1], schema))
            yield f"{place}: unknown key{near}"
        else:
            told = fault["msg"].removeprefix("Value error, ").replace("'', ", "")  # nobody writes it empty
            yield f"{place}: {told[:1].lower()}{told[1:]}"


def _place(loc: Iterable[int | str]) -> str:
    """Return ``unit[3].factor`` for ("unit", 2, "factor"); people count from one."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in loc)
    return "".join(parts).removeprefix(".") or "file"


def _nearest(key: str, section: type[BaseModel]) -> str:
    known = list(section.model_fields)
    close = get_close_matches(key, known, n=1)
    return f"; did you mean {close[0]!r}?" if close else f"; known: {', '.join(known)}"


def _section(loc: Iterable[int | str], schema: type[BaseModel]) -> type[BaseModel]:
    """Return the schema of the section that stands at ``loc``."""
    from pydantic import BaseModel

    for part in loc:
        field = schema.model_fields.get(str(part))
        kinds = (field.annotation, *get_args(field.annotation)) if field else ()
        inner = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]
        schema = inner[0] if inner else schema
    return schema
