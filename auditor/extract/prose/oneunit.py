"""Units that a sentence prints once for several numbers: 6,512 people, up from 6,340; (2023: 2.35)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import regex

from auditor.extract.numbers.quantities import as_count
from auditor.extract.numbers.ranges import Mention
from auditor.extract.prose.changes import direction
from auditor.extract.prose.sentences import Span
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.measures.units import units
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.clauses import joint
from auditor.lexicon.words.clauses import near
from auditor.lexicon.words.clauses import of_whole
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.particles import particles
from auditor.lexicon.words.periods import period_words
from auditor.model.quantity import NO_UNIT
from auditor.model.quantity import Quantity

_ENGLISH = english_words()
_TO = regex.compile(rf"\s*{_ENGLISH.to}\s+")

_SMALL = particles()

#: What a rate is told over in front of it may be so many characters away from its number.
_REACH = 40
_PERSON = "person"


def in_one_unit(found: Sequence[Mention], folded: str, span: Span) -> list[Mention]:
    """Return the quantities of a sentence, those without a unit of their own in that of their neighbour."""
    result: list[Mention] = []
    found = _listed(found, folded, span)
    for at, mention in enumerate(found):
        last = _antecedent(result, mention, folded)
        following = found[at + 1] if at + 1 < len(found) else None
        whole = _per_unit(mention, last, folded, span)
        source = whole or (_source(mention, last, following, folded, span) if mention.bare else None)
        result.append(mention if source is None else _in_unit(mention, source))
    return result


def _antecedent(before: Sequence[Mention], mention: Mention, folded: str) -> Mention | None:
    """Return the number before one; of whom are people: 240 staff in 6 countries, of whom 31 are over 60."""
    last = before[-1] if before else None
    if last is None or not _of_people().search(folded[last.end : mention.start]):
        return last
    return next((item for item in reversed(before) if item.quantity.unit.id == _PERSON), None)


def _listed(found: Sequence[Mention], folded: str, span: Span) -> list[Mention]:
    """Return the quantities, those of a list in the unit behind its last: 分别下降1.1及0.6个百分点."""
    result = list(found)
    if not regex.search(alternation(label_words().respectively), folded[span.start : span.end]):
        return result
    for at in range(len(result) - 2, -1, -1):
        one, other = result[at], result[at + 1]
        joined = regex.fullmatch(
            rf"\s*{joint()}\s*(?:{alternation(near())})?\s*", folded[one.end : other.start]
        )
        if joined and one.bare and not other.bare and _scaled(one) is _scaled(other):
            result[at] = _in_unit(one, other.quantity)
    return result


def _in_unit(mention: Mention, source: Quantity) -> Mention:
    told = replace(mention.quantity, unit=source.unit, unit_text=source.unit_text)
    return replace(mention, quantity=as_count(told), bare=False)


def _source(
    mention: Mention, last: Mention | None, following: Mention | None, folded: str, span: Span
) -> Quantity | None:
    """Return the quantity whose unit a bare number shares: the one held against it or told of more."""
    towards = direction(folded, span, mention)
    if last is not None and last.quantity.unit is not NO_UNIT:
        between = folded[last.end : mention.start]
        counted = last.quantity.unit.dimension == "count"
        if counted and (_whom(between) or ((towards.origin or towards.against) and not _other(between))):
            return last.quantity
        if counted and regex.fullmatch(r"\s*,\s*", between) and _than().match(folded, mention.end, span.end):
            return last.quantity
        if of_another_year(folded, last.end, mention) and not _scaled(last):
            return last.quantity
    if last is not None and last.quantity.unit.dimension == "count" and _of_all(last, mention, folded, span):
        return last.quantity
    counted = following is not None and following.quantity.unit.dimension == "count"
    if following is not None and counted and whole_opens().fullmatch(folded[mention.end : following.start]):
        return following.quantity
    if (
        following is None
        or not towards.origin
        or following.bare
        or _scaled(following) is not _scaled(mention)
    ):
        return None
    between = folded[mention.end : following.start]
    ends = direction(folded, span, following).reached and not regex.search(r"[，,。;；]", between)
    return following.quantity if ends or _TO.fullmatch(between) else None


@cache
def _than() -> regex.Pattern[str]:
    """Return what stands behind by how many more there are than there were: 4,113 people, 147 more than."""
    words = english_words()
    return regex.compile(rf"\s(?:{words.more}|{words.less})\s{_ENGLISH.than}\s")


def of_another_year(folded: str, start: int, mention: Mention) -> bool:
    """Return whether a number is that of another year in a bracket behind the one that ends at ``start``."""
    shut = regex.match(r"\s*\)", folded[mention.end :])
    return bool(shut) and bool(_year_opens().fullmatch(folded[start : mention.start]))


def _of_all(last: Mention, mention: Mention, folded: str, span: Span) -> bool:
    """Return whether a number is a part of one that opens its sentence: of our 1,217 suppliers, 431 were."""
    opened = regex.fullmatch(rf"\s*{of_whole()}", folded[span.start : last.start])
    return bool(opened) and bool(regex.fullmatch(r"[a-z -]{0,40},\s*", folded[last.end : mention.start]))


@cache
def whole_opens() -> regex.Pattern[str]:
    """Return a pattern of what stands between a number and the whole that it is a part of: 62 of our 90."""
    return regex.compile(rf"\s+(?:{_ENGLISH.out} )?{of_whole()}")


def _scaled(mention: Mention) -> bool:
    """Return whether a word of scale, which the other number need not share, is part of a number."""
    return not regex.fullmatch(r"[0-9., ]+", fold(mention.quantity.text))


def _other(between: str) -> bool:
    """Return whether the words between a count and a number begin to tell of something else."""
    return bool(_named_apart().search(between))


@cache
def _named_apart() -> regex.Pattern[str]:
    origins = alternation(quantity_words().origins)
    return regex.compile(rf"[；;]|[，,]\s*\p{{Han}}[\p{{Han}}a-z()]{{2,}}?{origins}")


def _whom(between: str) -> bool:
    """Return whether the words between a count and a number say that it counts some of the same."""
    return bool(_of_whom().fullmatch(between) or _of_people().search(between))


@cache
def _of_whom() -> regex.Pattern[str]:
    whom = alternation(clause_words().relative)
    return regex.compile(rf"(?:\s*\([^()]{{0,24}}\)|\s*\))?[^0-9.;()]{{0,24}}\s{_ENGLISH.of} {whom}\s+")


@cache
def _of_people() -> regex.Pattern[str]:
    return regex.compile(rf"\s{_ENGLISH.of} {alternation(clause_words().whom)}\s+$")


@cache
def _year_opens() -> regex.Pattern[str]:
    """What stands between a number and the one of another year in a bracket behind it: (2023: 2.35)."""
    day = rf"(?:{_ENGLISH.day_led} )?(?:[0-9]{{1,2}} )?(?:[a-z]{{3,9}} (?:[0-9]{{1,2}}, )?)?"
    before = alternation(period_words().previous)
    year = rf"(?:{day}(?:fy|cy)?\s?20[0-9]{{2}}|1[0-9]{{2}}(?={_SMALL.year})|{before})"
    ends = (
        rf"(?:{_SMALL.years_in_brackets}|{_SMALL.year}\s?[0-9]{{1,2}}\s?{_SMALL.month}"
        rf"(?:\s?[0-9]{{1,2}}\s?{_SMALL.day}|{_SMALL.month_ends})?|{_SMALL.year})?"
    )
    return regex.compile(rf"[^0-9.,;()。；，]{{0,40}}\(\s*{year}\s*{ends}\s*[::]\s*")


def _per_unit(mention: Mention, last: Mention | None, folded: str, span: Span) -> Quantity | None:
    """Return a quantity with what it is told over: 每平方米 52 公斤, 每百万元营收之密集度为 52 公斤.

    The number that the change ends at is told over the same, and so is the one it is held against.
    """
    quantity = mention.quantity
    if quantity.unit.id in ("", "year") or "/" in quantity.unit.dimension:
        return None
    over = _over().search(folded[max(span.start, mention.start - _REACH) : mention.start])
    if over:
        return _compound(quantity, over["over"])
    return last.quantity if last and _over_the_same(last, mention, folded, span) else None


def _over_the_same(last: Mention, mention: Mention, folded: str, span: Span) -> bool:
    """Return whether a number is held against one that is told over something, and is of what that is of.

    每百万元收入 4.02 吨二氧化碳当量，较上年的 6.20 吨: the gas is named but once.
    """
    towards = direction(folded, span, mention)
    moved = direction(folded, span, last).origin and towards.reached
    held = (towards.against or towards.origin) and _holds().match(folded[last.end : mention.start])
    if not (moved or held):
        return False
    printed, over = (fold(item.quantity.unit_text) for item in (mention, last))
    head, slash, _ = last.quantity.unit.id.partition("/")
    of_one = head == mention.quantity.unit.id or over.partition("/")[0].startswith(printed)
    return bool(slash) and "/" in last.quantity.unit.dimension and of_one


@cache
def _holds() -> regex.Pattern[str]:
    """What holds a number against the one right in front of it: , 较2022年的; down from."""
    words, changes = quantity_words(), (*quantity_words().up, *quantity_words().down)
    held = (*words.measured, *words.origins, *period_words().compared, *changes)
    return regex.compile(rf"\s*[，,(]?\s*{alternation(held)}")


def _compound(quantity: Quantity, told: str) -> Quantity | None:
    """Return a quantity over the longest beginning of what is told that is an area or an amount of money."""
    for end in range(len(told), 0, -1):
        unit = units().parse(f"{quantity.unit_text}/{told[:end]}")
        if unit is not None and regex.search(r"/(?:area|money)", unit.dimension):
            return replace(quantity, unit=unit, unit_text=f"{quantity.unit_text}/{told[:end]}")
    return None


@cache
def _over() -> regex.Pattern[str]:
    """What a number is told over, right in front of it or in the name of the intensity that it is."""
    over = rf"{_SMALL.per}(?P<over>[^,，。;；、:0-9{_SMALL.per}]{{1,24}}?)"
    date = rf"(?:[{_SMALL.since}]?\s*(?:20|1)[0-9]{{1,2}}\s*{_SMALL.year}[{_SMALL.of_year}]?)?"
    rate, words = alternation(clause_words().rate_names), clause_words()
    told = alternation((*quantity_words().origins, *words.told, *words.going_on))
    return regex.compile(rf"{over}(?:{rate}(?:{told}|\s)*{date})?{_SMALL.of}?\s*$")
