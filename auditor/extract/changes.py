"""Change words around a number: direction, from and to, what it is measured against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from functools import cache

import regex

from auditor.extract.quantities import as_count
from auditor.extract.ranges import Mention
from auditor.extract.sentences import Span
from auditor.lexicon.labels import label_words
from auditor.lexicon.periods import period_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words

#: So many characters in front of a number may tell how it moved.
_REACH = 100


@dataclass(frozen=True, slots=True)
class Direction:
    """How a number is tied to a change.

    ``sign`` is 1 for growth, -1 for decline, 0 for none. ``origin`` marks the value that a change starts
    from, ``reached`` the one it ends at; ``yearly`` a change on the year before, ``base_year`` one on a
    base year or another named year. ``against`` marks the value that another one is held against.
    """

    sign: int = 0
    origin: bool = False
    reached: bool = False
    yearly: bool = False
    base_year: bool = False
    against: bool = False


def direction(folded: str, sentence: Span, mention: Mention) -> Direction:
    """Return how the words in front of a quantity tie it to a change."""
    window = folded[max(sentence.start, mention.start - _REACH) : mention.start]
    tail = folded[mention.end : min(sentence.end, mention.end + 16)]
    if _origin().search(window) and _leads_on().match(tail):
        return Direction(origin=True)
    if _moved_from().search(window):
        return Direction(origin=True)
    if _measured_against().search(window):
        return Direction(against=True)
    reached = _reached().search(window)
    if reached:
        return Direction(sign=_sign(reached["word"]), reached=True)
    found = _towards().search(window) or _shared(window, tail) or _off().search(window)
    behind = None if found else _more_than().match(tail)
    if not found and not behind:
        return Direction()
    return Direction(
        sign=_sign(found["word"]) if found else 1 if behind and behind["more"] else -1,
        yearly=_yearly(folded, sentence, mention),
        base_year=_base_year(folded, sentence, mention),
    )


def in_one_unit(found: Sequence[Mention], folded: str, span: Span) -> list[Mention]:
    """Return the quantities, a bare one in the unit of that held against it: 6,512 people, up from 6,340."""
    result: list[Mention] = []
    for mention in found:
        last = result[-1] if result else None
        towards = direction(folded, span, mention)
        counted = last is not None and last.quantity.unit.dimension == "count"
        if last is not None and counted and mention.bare and (towards.origin or towards.against):
            unit = last.quantity
            told = replace(mention.quantity, unit=unit.unit, unit_text=unit.unit_text)
            result.append(replace(mention, quantity=as_count(told), bare=False))
        else:
            result.append(mention)
    return result


def _sign(word: str) -> int:
    words = (*quantity_words().up, *quantity_words().more)
    return 1 if regex.fullmatch(alternation(words), " ".join(word.split())) else -1


@cache
def _words() -> str:
    return alternation(
        tuple(sorted((*quantity_words().up, *quantity_words().down), key=lambda word: -len(word)))
    )


@cache
def _origin() -> regex.Pattern[str]:
    """A number right behind 从/由, a period or a metric may stand between; 来自 and 自身 are other words."""
    origins = rf"(?<![来各亲独]){alternation(quantity_words().origins)}(?![身主营有建然动己])"
    return regex.compile(origins + r"[^，,。;；]{0,28}$")


@cache
def _leads_on() -> regex.Pattern[str]:
    """What follows a value that a change starts from: 降至, 提升到, to."""
    reached = alternation(quantity_words().reached)
    return regex.compile(
        rf"[^0-9，。]{{0,6}}?(?:(?:{_words()})\s*了?\s*(?:{reached})|[至到]|(?<![a-z])to(?![a-z]))"
    )


@cache
def _reached() -> regex.Pattern[str]:
    reached = alternation(quantity_words().reached)
    year = r"(?:\s*20[0-9]{2}\s*(?:财年|年度|年)?末?的?)?"
    return regex.compile(rf"(?P<word>{_words()})\s*(?:了)?\s*{reached}{year}[^0-9，,。]{{0,6}}$")


@cache
def _towards() -> regex.Pattern[str]:
    """A direction right in front of the number, adverbs and bounds between left open."""
    moving = rf"(?<![新转定])(?P<word>{_words()})"
    between = "了|约|超过|超|近|逾|超出|幅度|比例|率|达|为"
    between += "|by|of|about|nearly|over|more than|approximately"
    moved = (
        rf"(?P<word>{_words()})\s[^,.;:%]{{1,90}}\sby(?:\s(?:about|nearly|over|more than|approximately))?\s*$"
    )
    made_up = r"(?<!\bma[dk]e )(?<!\bmakes )(?<!\bmaking )"
    return regex.compile(rf"{made_up}{moving}(?:{between}|\s)*$|{moved}")


@cache
def _off() -> regex.Pattern[str]:
    """More or fewer than a base: 较去年多 4.1 百万, 比2023年低 0.5 个百分点; or than the level."""
    words = alternation((*quantity_words().more, *quantity_words().fewer))
    base = r"(?:较|比|相较于?|相比)[^0-9，,。；;]{0,10}(?:20[0-9]{2}[^0-9，,。；;]{0,6})?"
    return regex.compile(rf"(?:{base}|[，,]\s*(?:即|亦|也)?)(?P<word>{words})(?:了|约|\s)*$")


@cache
def _moved_from() -> regex.Pattern[str]:
    """Up from, down from: the value that a change starts from, told behind the one that it ends at."""
    reached = r"(?<![a-z])to\s+[$€£a-z]{0,4}[0-9][0-9,.]*[^0-9,.;]{0,24}"
    near = r"(?:\s+(?:about|nearly|over|around))?\s*[$€£a-z]{0,4}"
    return regex.compile(rf"(?:(?<![a-z])(?:{_words()})|{reached})\s+from{near}$")


@cache
def _measured_against() -> regex.Pattern[str]:
    """The value that another is held against: 较2023年的65.6小时, compared with 0.96."""
    end = "(?:度|末|底|同期)?"
    year = rf"(?:(?:20[0-9]{{2}}\s*|(?:上|去|前)(?:一|个)*)(?:财政|财)?年{end}|同期)\s*的?\s*"
    told = rf"(?:较|比|相较于?|相比于?|高于|低于|多于|少于)\s*{year}(?:约|近)?\s*$"
    likened = alternation(period_words().likened)
    latin = rf"(?<![a-z]){likened}\s+(?:about |nearly )?(?:[a-z]{{0,3}}[$€£]\s*)?$"
    return regex.compile(f"{told}|{latin}")


def _shared(window: str, tail: str) -> regex.Match[str] | None:
    """Return the one direction of a list of numbers: 分别增长3.89%和6.64%, grew by 3% and 6% respectively."""
    words = alternation(label_words().respectively)
    found = _shared_out().search(window)
    led = found and regex.search(rf"{words}[^0-9。；;]{{0,8}}$", window[: found.start()])
    return found if found and (led or regex.match(rf"[^.;。；]{{0,24}}{words}", tail)) else None


@cache
def _shared_out() -> regex.Pattern[str]:
    """A direction in front of the first of several numbers."""
    number = r"[0-9][0-9,.]*\s*(?:%|[\p{Han}][\p{Han}a-z0-9]{0,7}?|[a-z][a-z0-9]{0,11})?\s*"
    parted = r"(?:[、,，]\s*and|[、,，]|和|及|与|以及|\band\b)\s*"
    return regex.compile(rf"(?P<word>{_words()})(?:了|约|by|\s)*(?:{number}{parted})+(?:约|近|by|\s)*$")


@cache
def _more_than() -> regex.Pattern[str]:
    """A direction right behind the number: 12% more than in the previous year."""
    return regex.compile(r"\s*(?:(?P<more>more|higher|greater)|less|fewer|lower)\s+than(?![a-z])")


def _yearly(folded: str, sentence: Span, mention: Mention) -> bool:
    """Return whether the change is on the year before: said in its clause or anywhere before it."""
    before = folded[sentence.start : mention.start]
    after = folded[mention.end : min(sentence.end, mention.end + 40)]
    pattern = alternation(quantity_words().year_bases)
    return (
        bool(regex.search(pattern, before[-60:]))
        or bool(regex.match(r"[^,.，。]{0,8}" + pattern, after))
        or bool(_on_named_year().match(after))
        or _last_year(before)
    )


@cache
def _on_named_year() -> regex.Pattern[str]:
    """A year that English names behind a change as its base: down 2.3% on 2024, 156 more than in 2024."""
    return regex.compile(
        r"[^,.;0-9]{0,16}\b(?:than(?: in)?|from|on|over|compared (?:with|to)|relative to|versus|vs\.?)"
        r"\s(?:fy|cy|financial year |fiscal year )?\s?20[0-9]{2}(?![0-9])"
    )


def _last_year(before: str) -> bool:
    return bool(regex.search(r"(?:较|比|相比|相较于?)\s*(?:20[0-9]{2})\s*(?:财年|年)", before[-40:]))


def _base_year(folded: str, sentence: Span, mention: Mention) -> bool:
    before = folded[sentence.start : mention.start]
    return bool(regex.search(alternation(quantity_words().base_year), before[-30:]))
