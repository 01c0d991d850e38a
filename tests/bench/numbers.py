"""Printed numbers and the slips of a hand that turn one into another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from decimal import Decimal
from random import Random

from auditor.extract.numbers.quantities import as_count
from auditor.model.interval import Interval
from auditor.model.quantity import Quantity

#: Sign, digits with thousands, decimals; a scale word may follow.
_PRINTED = re.compile(
    r"(?P<lead>[(（]?[-−–]?\s*)(?P<digits>[0-9][0-9,]*)(?:\.(?P<decimals>[0-9]+))?(?P<tail>.*)", re.DOTALL
)
_SCALE_WORDS = {"万": "亿", "萬": "億", "亿": "万", "億": "萬"}


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as its characters: ``lead`` holds a minus or bracket, ``tail`` a scale word or bracket."""

    lead: str
    digits: str
    decimals: str
    tail: str
    grouped: bool

    def __str__(self) -> str:
        whole = f"{int(self.digits):,}" if self.grouped else self.digits
        return self.lead + whole + (f".{self.decimals}" if self.decimals else "") + self.tail

    @property
    def number(self) -> Decimal:
        """Return the digits as a number, with the sign and without the scale word."""
        value = Decimal(f"{self.digits}.{self.decimals}" if self.decimals else self.digits)
        return -value if self.lead.strip() else value

    def having(self, digits: str, places: int) -> Printed | None:
        """Return the number with other digits, the last ``places`` of them decimals.

        None where nobody would print it so: a zero in front, no digit before the point.
        """
        whole, decimals = (digits[:-places], digits[-places:]) if places else (digits, "")
        if not whole or (len(whole) > 1 and whole.startswith("0")):
            return None
        grouped = self.grouped or (len(whole) > 3 >= len(self.digits))
        return replace(self, digits=whole, decimals=decimals, grouped=grouped)


def printed(text: str) -> Printed | None:
    """Return a number with Arabic digits, None for any other."""
    found = _PRINTED.fullmatch(text)
    if found is None:
        return None
    digits = found["digits"]
    return Printed(
        found["lead"], digits.replace(",", ""), found["decimals"] or "", found["tail"], "," in digits
    )


def reread(quantity: Quantity, text: str) -> Quantity | None:
    """Return the quantity that a claim would have with another number in its place, same unit and scale."""
    old, new = printed(quantity.text), printed(text)
    if old is None or new is None:
        return None
    scale = quantity.step.scaleb(len(old.decimals)) * _scale_of(new.tail) / _scale_of(old.tail)
    step = Decimal(1).scaleb(-len(new.decimals)) * scale
    flipped = old.number * quantity.value < 0
    value = (-new.number if flipped else new.number) * scale
    told = replace(quantity, text=text, value=value, step=step, interval=Interval.around(value, step / 2))
    return as_count(told)


def _scale_of(tail: str) -> Decimal:
    powers = {"万": 4, "萬": 4, "亿": 8, "億": 8}
    return Decimal(1).scaleb(sum(powers.get(char, 0) for char in tail))


def transposed(number: Printed, rng: Random) -> Iterator[Printed]:
    """Swap two digits that stand side by side."""
    digits = number.digits + number.decimals
    for at in _order(len(digits) - 1, rng):
        swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        yield from _changed(number, swapped, len(number.decimals))


def digit_changed(number: Printed, rng: Random) -> Iterator[Printed]:
    """Print one digit as another one."""
    digits = number.digits + number.decimals
    for at in _order(len(digits), rng):
        other = rng.choice([char for char in "0123456789" if char != digits[at]])
        yield from _changed(number, digits[:at] + other + digits[at + 1 :], len(number.decimals))


def leading_digit_changed(number: Printed, rng: Random) -> Iterator[Printed]:
    """Print one of the first two digits as another one."""
    digits = number.digits + number.decimals
    for at in _order(min(2, len(digits)), rng):
        other = rng.choice([char for char in "123456789" if char != digits[at]])
        yield from _changed(number, digits[:at] + other + digits[at + 1 :], len(number.decimals))


def dropped_digit(number: Printed, rng: Random) -> Iterator[Printed]:
    """Leave out a digit in front of the decimal point."""
    for at in _order(len(number.digits), rng):
        left = number.digits[:at] + number.digits[at + 1 :] + number.decimals
        yield from _changed(number, left, len(number.decimals))


def doubled_digit(number: Printed, rng: Random) -> Iterator[Printed]:
    """Print a digit in front of the decimal point twice."""
    for at in _order(len(number.digits), rng):
        more = number.digits[: at + 1] + number.digits[at:] + number.decimals
        yield from _changed(number, more, len(number.decimals))


def ten_fold(number: Printed, rng: Random) -> Iterator[Printed]:
    """Move the decimal point by one place."""
    yield from _moved(number, rng.choice((1, -1)))


def myriad(number: Printed, rng: Random) -> Iterator[Printed]:
    """Take 万 for 亿, or forget or add the factor 万 where no scale word stands."""
    for old, new in _SCALE_WORDS.items():
        if old in number.tail:
            yield replace(
                number, tail=rng.choice((number.tail.replace(old, new), number.tail.replace(old, "")))
            )
            return
    yield from _moved(number, 4 if len(number.digits) < 5 else -4)


def sign(number: Printed, _rng: Random) -> Iterator[Printed]:
    """Lose or add a minus."""
    if number.number != 0:
        bare = replace(number, lead="", tail=number.tail.strip(")）"))
        yield bare if number.lead.strip() else replace(number, lead="-")


def _moved(number: Printed, power: int) -> Iterator[Printed]:
    digits, places = number.digits + number.decimals, len(number.decimals) - power
    if places < 0:
        digits, places = digits + "0" * -places, 0
    if len(digits) <= places:
        digits = "0" * (places + 1 - len(digits)) + digits
    digits = digits.lstrip("0").rjust(places + 1, "0")
    yield from _changed(number, digits, places)


def _changed(number: Printed, digits: str, places: int) -> Iterator[Printed]:
    changed = number.having(digits, places)
    if changed is not None and changed.number != number.number:
        yield changed


def _order(length: int, rng: Random) -> list[int]:
    places = list(range(max(length, 0)))
    rng.shuffle(places)
    return places
