"""Currencies in front of amounts (RMB 5 million, HK$5, 人民币5万元), by their names of ``units.toml``."""

from __future__ import annotations

import re

from auditor.lexicon.additions import kept
from auditor.lexicon.fold import fold
from auditor.lexicon.measures.units import units
from auditor.lexicon.quantities import alternation
from auditor.model.quantity import Unit

#: Signs that more than one currency is printed with.
_SHARED = frozenset("$¥")


@kept
def leading() -> tuple[str, ...]:
    """Return all that names a currency in front of an amount, folded, longest first."""
    return tuple(sorted(units().leading, key=lambda name: (-len(name), name)))


@kept
def sign_of_currency() -> str:
    """Return a group of a pattern for whatever names a currency in front of an amount, in folded text."""
    return alternation(leading())


@kept
def code_of_currency() -> str:
    """Return a group of a pattern for the names that a number may follow without a space: RMB5, EUR1.2bn."""
    return alternation(tuple(name for name in leading() if name.isascii() and name.isalpha()))


def before_amount() -> str:
    """Return a group of a pattern for the currency that may stand in front of the digits of an amount."""
    return rf"(?:{sign_of_currency()}\s?)?"


@kept
def leading_of(id_: str) -> tuple[str, ...]:
    """Return what names one currency in front of an amount."""
    return tuple(name for name in leading() if units().leading[name].id == id_)


def currency_named(sign: str) -> Unit | None:
    """Return the currency that a folded name in front of an amount stands for."""
    return units().leading.get(sign)


def is_shared(sign: str) -> bool:
    """Return whether a sign is that of several currencies: $ of dollars, ¥ of yuan and yen."""
    return sign in _SHARED


def without_currency(text: str) -> str:
    """Return a text without the currency in front of its number: US$ 5, (RMB 5), ≥HK$5."""
    found = None if text[:1].isdigit() else _in_front().match(fold(text))
    return text[: found.start("sign")] + text[found.end("sign") :].lstrip() if found else text


@kept
def _in_front() -> re.Pattern[str]:
    before, behind = r"\s*[<>≤≥~≈约]?=?\s*[(]?[-+]?\s*", r"(?=\s*[(]?[-+]?\s*[0-9.])"
    return re.compile(rf"{before}(?P<sign>{sign_of_currency()}){behind}")
