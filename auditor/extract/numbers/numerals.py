"""Numbers as printed: Arabic with separators and scale words, Chinese numerals.

Everything works on folded text, whose offsets are those of the original. Values are `Decimal`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import regex

from auditor.lexicon.additions import kept
from auditor.lexicon.measures.currencies import code_of_currency
from auditor.lexicon.measures.currencies import sign_of_currency
from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.model.interval import Interval

_WORDS = numeral_words()
_DIGITS = {char: index for index, char in enumerate(_WORDS.digits)} | dict.fromkeys(_WORDS.noughts, 0)
_DIGITS[_WORDS.pair] = 2
_PLACES = {_WORDS.ten: 10, _WORDS.hundred: 100, _WORDS.thousand: 1000}
_MYRIADS = {_WORDS.myriad: 10**4, _WORDS.hundred_million: 10**8}
#: The characters of a number; the circle of ○ may be a mark of a list.
_CHARACTERS = "".join(char for char in (*_DIGITS, *_PLACES, *_MYRIADS) if char != _WORDS.noughts[1])
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a string.

    ``text[start:end]`` holds sign, digits and scale word. ``step`` is one unit of the last printed digit
    and ``digit`` one unit of the last digit that is not zero, both after the scale word. ``more`` tells
    that 餘/多/+ stands inside; ``ordinary`` that it is written with Arabic digits.
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    digit: Decimal
    more: bool = False
    ordinary: bool = True

    def interval(self) -> Interval:
        """Return all numbers that are printed so; with 餘/多, up to the next of its digit."""
        if self.more:
            return Interval(self.value, self.value + self.digit, high_open=True)
        return Interval.around(self.value, self.step * _HALF)


def numerals(folded: str) -> Iterator[Numeral]:
    """Yield the numbers of a folded string from left to right, none inside another."""
    end = 0
    for found in _pattern().finditer(folded):
        if found.start() < end:
            continue
        numeral = _arabic(found) if found["digits"] else _chinese(found)
        if numeral is not None:
            end = numeral.end
            yield numeral


@kept
def _pattern() -> regex.Pattern[str]:
    words = quantity_words()
    scale = alternation(tuple(words.scales))
    exception = "|".join(map(regex.escape, words.scale_exceptions))
    more = "|".join(map(regex.escape, words.bounds[0].inside))
    # ' ' only before a scale word or a word for more; 千瓦 and its like are units
    joint = r"(?:\s|-(?=[a-z]))?"
    tail = (
        rf"(?:\s?(?P<more>{more}))?(?:{joint}(?!{exception})(?P<scale>{scale})(?P<after>{_WORDS.more}|\+)?)?"
    )
    # a code may run on into its number: RMB5; and brackets behind a currency are a minus: US$(1.2) million
    below = rf"(?<={sign_of_currency()})\((?=[0-9,]*[.,][0-9]+\)|[0-9]+\)\s?{scale})"
    arabic = (
        rf"(?:(?<![0-9a-z_#@.])|(?<={code_of_currency()}))(?P<sign>(?<![0-9a-z)%])[-−+]|(?P<bracket>{below}))?"
        r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(?!\.?[0-9])(?(bracket)\))"
    )
    chinese = rf"(?P<chinese>[{_CHARACTERS}]+)(?P<later>{_WORDS.more})?"
    return regex.compile(f"{arabic}{tail}|{chinese}")


#: Digits of the longest number, its scale word written out.
_LONGEST = 26


def _arabic(found: regex.Match[str]) -> Numeral | None:
    """Return a number in digits; so many that nothing is measured or counted with them are a code."""
    digits = found["digits"].replace(",", "")
    scale = quantity_words().scales[" ".join(found["scale"].split())] if found["scale"] else Decimal(1)
    sign = -1 if found["sign"] in ("-", "−", "(") else 1
    mantissa = Decimal(digits)
    step = Decimal(1).scaleb(-_decimals(digits)) * scale
    if len(digits) + max(scale.adjusted(), 0) > _LONGEST:
        return None
    return Numeral(
        found.start(),
        found.end(),
        plain(mantissa * scale * sign, step),
        step,
        _last_digit(mantissa) * scale,
        more=bool(found["more"] or found["after"]),
    )


def plain(value: Decimal, step: Decimal) -> Decimal:
    """Return ``value`` without an exponent, keeping the zeros that ``step`` makes significant."""
    if step >= 1:
        return value.quantize(Decimal(1))
    return value.quantize(Decimal(1).scaleb(step.adjusted()))


def _decimals(digits: str) -> int:
    return len(digits.partition(".")[2])


def _last_digit(mantissa: Decimal) -> Decimal:
    """Return one unit of the last digit that is not zero; 1 for zero."""
    if not mantissa:
        return Decimal(1)
    exponent = mantissa.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def _chinese(found: regex.Match[str]) -> Numeral | None:
    text = found["chinese"]
    parsed = chinese_value(text)
    if parsed is None:
        return None
    value, digit = parsed
    return Numeral(
        found.start(),
        found.end(),
        Decimal(value),
        Decimal(1),
        Decimal(digit),
        more=bool(found["later"]),
        ordinary=False,
    )


def chinese_value(text: str) -> tuple[int, int] | None:
    """Return the value of a Chinese numeral and one unit of its last place; None when it is none.

    Both ``二千零二十四`` and digit strings such as ``二零二四`` are read; ``两千三`` is 2300.
    """
    if all(char in _DIGITS for char in text):
        return (int("".join(str(_DIGITS[char]) for char in text)), 1)
    for mark, size in reversed(_MYRIADS.items()):
        head, found, tail = text.rpartition(mark)
        if found:
            return _joined(chinese_value(head) if head else (1, 1), size, tail)
    return _below_myriad(text)


def _joined(head: tuple[int, int] | None, size: int, tail: str) -> tuple[int, int] | None:
    """Return head times ``size`` plus tail; a single digit behind counts tenths: 两万三."""
    if head is None:
        return None
    value, digit = head[0] * size, head[1] * size
    if not tail:
        return (value, digit)
    rest = chinese_value(tail.removeprefix(_WORDS.digits[0]))
    if rest is None:
        return None
    if len(tail) == 1:
        return (value + rest[0] * size // 10, size // 10)
    return (value + rest[0], rest[1])


def _below_myriad(text: str) -> tuple[int, int] | None:
    value, digit, number = 0, 1, None
    for char in text:
        if char in _PLACES:
            digit = _PLACES[char]
            value += (number or 1) * digit
            number = None
        elif number:
            return None
        else:
            number = _DIGITS[char]
    if number is None:
        return (value, digit)
    digit = digit // 10 if text[-2] in _PLACES else 1
    return (value + number * digit, digit)
