"""Our nouns as JSON and back again: only dataclasses of the model that a type names come out, no code.

A thing is written as one table for each class of noun in it, column by column; a noun is told by its row, so
what was one object comes back as one object.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import fields
from dataclasses import is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

_PLAIN = frozenset((str, int, float, bool))
_Turn = Callable[[Any], Any]


def pack(thing: object, form: object) -> str:
    """Return a thing of a form (a noun's class, or a tuple of such) as JSON.

    Raises:
        TypeError, ValueError: when it is of another form.
    """
    writer = _Writer()
    root = writer.told(form)(thing)
    return json.dumps([root, writer.tables()], separators=(",", ":"), allow_nan=False)


def unpack(string: str, form: object) -> Any:  # noqa: ANN401  # of the form that is asked for
    """Return the thing that `pack` wrote.

    Raises:
        ValueError, KeyError, TypeError, IndexError, ArithmeticError: when the string is not what it writes.
    """
    root, tables = json.loads(string)
    made: dict[type, list[Any]] = {}
    for noun in order(form):
        made[noun] = []
        _fill(noun, tables.get(noun.__name__, []), made)
    return _reader(form, made)(root)


def _fill(noun: type, columns: list[list[Any]], made: dict[type, list[Any]]) -> None:
    """Make the nouns of one table; one that holds its own kind stands behind what it holds."""
    types_of = _forms(noun)
    turns = [_reader(form, made) for form in types_of.values()]
    if any(noun in _nouns(form) for form in types_of.values()):
        for row in zip(*columns, strict=True):
            made[noun].append(noun(*(turn(cell) for turn, cell in zip(turns, row, strict=True))))
        return
    turned = [map(turn, column) for turn, column in zip(turns, columns, strict=bool(columns))]
    made[noun].extend(map(noun, *turned) if turned else ())


class _Writer:
    """Gives each noun a row in the table of its class, once."""

    def __init__(self) -> None:
        self._rows: dict[type, list[list[Any]]] = {}
        self._places: dict[int, int] = {}
        self._turns: dict[object, _Turn] = {}

    def tables(self) -> dict[str, list[list[Any]]]:
        """Return the columns of each class."""
        return {noun.__name__: list(map(list, zip(*rows, strict=True))) for noun, rows in self._rows.items()}

    def told(self, form: object) -> _Turn:
        """Return how a thing of a form is written."""
        if form not in self._turns:
            self._turns[form] = self._turn(form)
        return self._turns[form]

    def _turn(self, form: object) -> _Turn:
        kind, parts = _shape(form)
        if kind == "maybe":
            inner = self.told(parts[0])
            return lambda thing: None if thing is None else inner(thing)
        if kind == "many":
            each = self.told(parts[0])
            return lambda thing: [each(one) for one in thing]
        if kind == "some":
            turns = [self.told(part) for part in parts]
            return lambda thing: [turn(one) for turn, one in zip(turns, thing, strict=True)]
        if kind == "noun":
            return self._noun(parts[0])
        return _WRITTEN[kind]

    def _noun(self, noun: type) -> _Turn:
        names = list(_forms(noun).items())
        turns: list[tuple[str, _Turn]] = []

        def written(thing: object) -> int:
            if id(thing) in self._places:
                return self._places[id(thing)]
            if not turns:
                turns.extend((name, self.told(form)) for name, form in names)
            if type(thing) is not noun:
                message = f"{type(thing).__name__} stands where a {noun.__name__} is told"
                raise TypeError(message)
            row = [turn(getattr(thing, name)) for name, turn in turns]
            rows = self._rows.setdefault(noun, [])
            rows.append(row)
            self._places[id(thing)] = len(rows) - 1
            return len(rows) - 1

        return written


def _reader(form: object, made: dict[type, list[Any]]) -> _Turn:
    """Return how a thing of a form is read, from the nouns made so far."""
    kind, parts = _shape(form)
    if kind in {"maybe", "many"}:
        inner = _reader(parts[0], made)
        if kind == "maybe":
            return lambda cell: None if cell is None else inner(cell)
        return tuple if inner is _same else lambda cell: tuple(map(inner, cell))
    if kind == "some":
        turns = [_reader(part, made) for part in parts]
        return lambda cell: tuple([turn(one) for turn, one in zip(turns, cell, strict=True)])
    if kind == "noun":
        return made[parts[0]].__getitem__
    if kind == "enum":
        return {member.value: member for member in parts[0]}.__getitem__
    return Decimal if kind == "decimal" else _same


@cache
def _shape(form: object) -> tuple[str, tuple[Any, ...]]:
    """Return what kind of form it is, and its parts.

    Raises:
        TypeError: when no noun should have such a field.
    """
    origin, parts = typing.get_origin(form), typing.get_args(form)
    if origin in {typing.Union, types.UnionType} and type(None) in parts and len(parts) == 2:
        return "maybe", tuple(part for part in parts if part is not type(None))
    if origin is tuple:
        return ("many", parts[:1]) if parts[1:] == (...,) else ("some", parts)
    if isinstance(form, type):
        if form in _PLAIN:
            return "plain", ()
        if form is Decimal:
            return "decimal", ()
        if issubclass(form, Enum):
            return "enum", (form,)
        if is_dataclass(form) and form.__module__.startswith("auditor.model."):
            return "noun", (form,)
    message = f"{form!r} is nothing that is kept"
    raise TypeError(message)


@cache
def _forms(noun: type) -> dict[str, object]:
    hints = typing.get_type_hints(noun)
    return {field.name: hints[field.name] for field in fields(noun)}


@cache
def _nouns(form: object) -> tuple[type, ...]:
    """Return the nouns that a form names itself."""
    kind, parts = _shape(form)
    if kind == "noun":
        return parts
    return tuple(noun for part in parts for noun in _nouns(part)) if kind in {"maybe", "many", "some"} else ()


def order(form: object) -> tuple[type, ...]:
    """Return all nouns in a form, each behind those that it holds."""
    return tuple(dict.fromkeys(_inner_first(_nouns(form), ())))


def _inner_first(nouns: Iterable[type], above: tuple[type, ...]) -> Iterator[type]:
    for noun in nouns:
        if noun not in above:
            held = (inner for form in _forms(noun).values() for inner in _nouns(form))
            yield from _inner_first(held, (*above, noun))
            yield noun


def _same(thing: Any) -> Any:  # noqa: ANN401  # text and numbers are what they are
    return thing


def _value(thing: Any) -> Any:  # noqa: ANN401
    return thing.value


_WRITTEN: dict[str, _Turn] = {"plain": _same, "decimal": str, "enum": _value}
