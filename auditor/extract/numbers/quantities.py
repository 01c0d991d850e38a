"""Find the quantities of a sentence: number, unit and bound; leave out what only looks like one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import regex

from auditor.extract.numbers.bounds import Limit
from auditor.extract.numbers.bounds import kind_behind
from auditor.extract.numbers.bounds import limit_before
from auditor.extract.numbers.bounds import limited
from auditor.extract.numbers.letters import end_of_unit
from auditor.extract.numbers.letters import scale_letter
from auditor.extract.numbers.letters import told_points
from auditor.extract.numbers.lookalikes import is_date
from auditor.extract.numbers.lookalikes import is_manner
from auditor.extract.numbers.lookalikes import is_name
from auditor.extract.numbers.lookalikes import is_word
from auditor.extract.numbers.lookalikes import looks_like_year
from auditor.extract.numbers.lookalikes import name_spans
from auditor.extract.numbers.lookalikes import names_a_year
from auditor.extract.numbers.money import currency_before
from auditor.extract.numbers.money import in_currency
from auditor.extract.numbers.money import minus_before
from auditor.extract.numbers.money import scale_of_amount
from auditor.extract.numbers.money import scaled
from auditor.extract.numbers.numerals import Numeral
from auditor.extract.numbers.numerals import numerals
from auditor.extract.numbers.numerals import plain
from auditor.extract.numbers.ranges import Mention
from auditor.extract.numbers.ranges import apart
from auditor.extract.numbers.ranges import ranges
from auditor.extract.numbers.separators import separated
from auditor.lexicon.additions import kept
from auditor.lexicon.fold import squeeze
from auditor.lexicon.measures.currencies import sign_of_currency
from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.measures.unitreader import printed_as
from auditor.lexicon.measures.units import units
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.lookalikes import lookalike_words
from auditor.model.interval import Interval
from auditor.model.quantity import NO_UNIT
from auditor.model.quantity import Bound
from auditor.model.quantity import Quantity
from auditor.model.quantity import Unit

_WORDS, _NUMERALS = lookalike_words(), numeral_words()
_PERCENT = Unit("%", "percent")
#: 成 behind a number is a tenth, unless it begins a word.
_TENTHS = regex.compile(
    rf"\s*{_WORDS.tenth}(?!{_WORDS.member}(?!{_WORDS.staff})|[{_WORDS.not_tenths}])([0-9{_NUMERALS.counted}])?"
)
_UNIT_WINDOW = 48
_HYPHENATED = regex.compile(r"-[a-z]")
#: Below this a whole count is exact; larger ones may be rounded.
_SMALL_COUNT = 1000


def mentions(original: str, folded: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[Mention, ...]:
    """Return the quantities of a text; ``taken`` are spans (periods) that hold none."""
    told = separated(original, folded)
    spans = [*taken, *name_spans(original, told)]
    found: list[Mention] = []
    for numeral in numerals(told):
        if any(numeral.start < end and start < numeral.end for start, end in spans):
            continue
        mention = _mention(original, folded, numeral)
        if mention is not None:
            found.append(mention)
    return ranges(tuple(apart(found, folded)), folded)


def negated(quantity: Quantity, text: str) -> Quantity:
    """Return a quantity below zero, printed as ``text``."""
    return replace(quantity, text=text, value=-quantity.value, interval=-quantity.interval)


def _mention(original: str, folded: str, numeral: Numeral) -> Mention | None:
    if numeral.ordinary:
        return _arabic(original, folded, numeral)
    return _chinese(original, folded, numeral)


def _arabic(original: str, folded: str, numeral: Numeral) -> Mention | None:
    if is_name(folded, numeral):
        return None
    start, end = numeral.start, numeral.end
    if folded[:start].endswith(_NUMERALS.percent):
        return _built(original, folded, numeral, _PERCENT, start - len(_NUMERALS.percent), end, end)
    currency, sign = currency_before(folded, start)
    letter = scale_letter(folded, end) if currency is NO_UNIT else None
    if letter is not None:
        numeral, end = scaled(numeral, letter[0]), letter[1]
    unit, unit_end = _unit(folded, end)
    if currency is not NO_UNIT and (
        unit.dimension.startswith("money:CNY") or unit.id in {"", "m", currency.id}
    ):
        return _money(original, folded, numeral, currency, sign)
    if unit is not NO_UNIT and not printed_as(unit, original[end:unit_end]):
        unit, unit_end = NO_UNIT, end
    if unit.dimension == "count" and looks_like_year(folded, numeral) and names_a_year(folded[end:unit_end]):
        return None
    if unit is not NO_UNIT:
        unit = _as_printed(unit, original[end:unit_end])
        manner = is_manner(folded, numeral, unit, unit_end)
        return None if manner else _built(original, folded, numeral, unit, start, end, unit_end)
    tenths = _TENTHS.match(folded[end:])
    if tenths:
        return _tenths(original, folded, numeral, tenths)
    return _without_unit(original, folded, numeral, end)


def _without_unit(original: str, folded: str, numeral: Numeral, end: int) -> Mention | None:
    """Return a number behind which no unit stands; points of a percentage need not say so."""
    points = told_points(folded, end)
    if points:
        return _built(original, folded, numeral, units().parse("pp") or NO_UNIT, numeral.start, end, points)
    if regex.match(r"\.?[a-z]", folded[end:]) or looks_like_year(folded, numeral):
        return None
    return _built(original, folded, numeral, NO_UNIT, numeral.start, end, end)


def _chinese(original: str, folded: str, numeral: Numeral) -> Mention | None:
    """Return a Chinese numeral when a counted noun, 成 or 百分之 shows that it counts."""
    start, end = numeral.start, numeral.end
    if folded[:start].endswith(_NUMERALS.percent):
        return _built(original, folded, numeral, _PERCENT, start - len(_NUMERALS.percent), end, end)
    if is_word(folded, numeral) or is_date(folded, numeral):
        return None
    text = folded[start:end]
    tenths = _TENTHS.match(folded[end:])
    if tenths and len(text) == 1:
        return _tenths(original, folded, numeral, tenths)
    unit, unit_end = _unit(folded, end)
    if not _counts(folded, numeral, unit) or is_manner(folded, numeral, unit, unit_end):
        return None
    return _built(original, folded, numeral, unit, start, end, unit_end)


def _counts(folded: str, numeral: Numeral, unit: Unit) -> bool:
    """Return whether a Chinese numeral can be a count: no 一, no 二 (两 counts), no span of years."""
    text = folded[numeral.start : numeral.end]
    if text in tuple(_NUMERALS.digits[1:3]) or unit.id == "year":
        return False
    if set(text) <= set(_NUMERALS.places):
        before = folded[max(numeral.start - 6, 0) : numeral.start]
        return numeral.more or bool(regex.search(rf"[{_WORDS.just}]\s?$", before))
    return unit is not NO_UNIT or (len(text) > 1 and text[-1] in _NUMERALS.myriads)


def _tenths(original: str, folded: str, numeral: Numeral, found: regex.Match[str]) -> Mention:
    """Return 三成五 as 35 %: one 成 is a tenth."""
    digits = {char: index for index, char in enumerate(_NUMERALS.digits)}
    extra = digits.get(found[1], found[1]) if found[1] else None
    step = Decimal(10) if extra is None else Decimal(1)
    value = numeral.value * 10 + (Decimal(0) if extra is None else Decimal(str(extra)))
    end = numeral.end + found.end()
    tens = replace(numeral, value=plain(value, step), step=step, digit=step, end=end)
    return _built(original, folded, tens, _PERCENT, numeral.start, end, end)


def _unit(folded: str, start: int) -> tuple[Unit, int]:
    """Return the unit that stands at ``start`` and where it ends; a hyphen may join it: 350-square-foot."""
    start += _HYPHENATED.match(folded, start) is not None
    squeezed, offsets = squeeze(folded[start : start + _UNIT_WINDOW])
    lead = len(squeezed) - len(squeezed.lstrip())
    found = units().prefix(squeezed.lstrip())
    if found is None:
        return (NO_UNIT, start)
    unit, length = found
    end = start + offsets[lead + length - 1] + 1
    kept = end_of_unit(folded[start:end])
    if kept < end - start:
        return (units().parse(folded[start : start + kept]) or NO_UNIT, start + kept)
    return (unit, end)


def _as_printed(unit: Unit, printed: str) -> Unit:
    """Return a unit that folding has made ambiguous as its capitals tell it: ML is no mL."""
    return (units().parse(printed.strip()) or unit) if unit.id.startswith("mL") and "ML" in printed else unit


def _money(original: str, folded: str, numeral: Numeral, currency: Unit, sign: int) -> Mention:
    """Return an amount of the currency in front of it: 新台币63,872百万元, US$26.9m, HK$3 million."""
    end = numeral.end
    scale = scale_of_amount(folded, end)
    if scale:
        numeral, end = scaled(numeral, scale[0]), scale[1]
    yuan = regex.match(rf"\s?{_WORDS.currencies}?{_WORDS.yuan}", folded[end:])
    below, below_end = _unit(folded, end)
    if not scale and below.dimension.startswith("money:") and "/" in below.dimension:
        behind = in_currency(below, currency)
        return _built(original, folded, numeral, behind, sign, numeral.end, below_end)
    if yuan:
        return _built(original, folded, numeral, currency, sign, numeral.end, end + yuan.end())
    return _built(original, folded, numeral, currency, sign, end, end)


def _built(  # noqa: PLR0913, PLR0917  # the offsets of one match
    original: str, folded: str, numeral: Numeral, unit: Unit, start: int, number_end: int, end: int
) -> Mention:
    limit, first = limit_before(folded, start)
    after, last = kind_behind(folded, end)
    if limit.bound is Bound.EXACT and after is not Bound.EXACT:
        limit = Limit(after)
    if limit.bound is Bound.EXACT and numeral.more:
        limit = Limit(Bound.OVER)
    number = original[numeral.start : number_end].strip()
    unit_text = original[number_end:end].strip() or original[start : numeral.start].strip()
    quantity = quantity_of(numeral, number, unit, unit_text, limit)
    if numeral.value > 0 and (_told_negative(folded[:start]) or _minus(original, unit, start)):
        quantity = negated(quantity, number)
    return Mention(first, numeral.start, max(last, end), quantity, bare=unit is NO_UNIT)


def _told_negative(before: str) -> bool:
    """Return whether a word makes the amount behind it negative: 净利为负2.1亿元, negative US$24 million."""
    return _negative().search(before) is not None


def _minus(original: str, unit: Unit, start: int) -> bool:
    """Return whether the currency of an amount stands at ``start`` behind a minus."""
    return unit.dimension.startswith("money:") and minus_before(original, start)


@kept
def _negative() -> regex.Pattern[str]:
    return regex.compile(rf"{alternation(quantity_words().negatives)}\s*{sign_of_currency()}?\s*$")


def quantity_of(numeral: Numeral, text: str, unit: Unit, unit_text: str, limit: Limit) -> Quantity:
    """Return the quantity of a number with its unit and its bound."""
    counted = Quantity(
        text, numeral.value, limited(numeral, limit), numeral.step, unit, unit_text, limit.bound
    )
    return as_count(counted)


def as_count(quantity: Quantity) -> Quantity:
    """Return a quantity with a small count taken as exact: nobody rounds two deaths."""
    small = quantity.step == 1 and abs(quantity.value) < _SMALL_COUNT
    if quantity.unit.dimension == "count" and small and quantity.bound is Bound.EXACT:
        return replace(quantity, interval=Interval.exactly(quantity.value))
    return quantity
