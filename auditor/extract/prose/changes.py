"""Change words around a number: direction, from and to, what it is measured against."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from auditor.extract.numbers.ranges import Mention
from auditor.extract.prose.measured import first_years
from auditor.extract.prose.measured import held_against
from auditor.extract.prose.measured import is_on_base_year
from auditor.extract.prose.measured import is_yearly
from auditor.extract.prose.sentences import Span
from auditor.extract.prose.turned import turn_of
from auditor.lexicon.additions import kept
from auditor.lexicon.labels import label_words
from auditor.lexicon.measures.currencies import before_amount
from auditor.lexicon.measures.currencies import sign_of_currency
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import name
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.clauses import joint
from auditor.lexicon.words.clauses import near
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.particles import particles
from auditor.lexicon.words.periods import period_words
from auditor.model.quantity import NO_UNIT

_SMALL = particles()

#: So many characters behind a number may tell by how much it moved.
_ONWARD = 48
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


@kept
def direction(folded: str, sentence: Span, mention: Mention) -> Direction:
    """Return how the words in front of a quantity tie it to a change."""
    if turned := turn_of(mention):
        yearly, base = is_yearly(folded, sentence, mention), is_on_base_year(folded, sentence, mention)
        return Direction(sign=turned, yearly=yearly, base_year=base)
    window = folded[max(sentence.start, mention.start - _REACH) : mention.start]
    tail = folded[mention.end : min(sentence.end, mention.end + 16)]
    onward = folded[mention.end : min(sentence.end, mention.end + _ONWARD)]
    if _is_origin(window) and (_leads_on().match(tail) or _moves_on().match(onward)):
        return Direction(origin=True)
    if _moved_from().search(window):
        return Direction(origin=True)
    if _measured_against().search(window):
        return Direction(against=True)
    reached = _reached().search(window)
    if reached:
        return Direction(sign=_sign(reached["word"]), reached=True)
    found = _towards().search(window) or _shared(window, tail) or _again().search(window)
    found = found or _off().search(window) or moved_object(window, mention)
    behind = None if found else _more_than().match(folded[mention.end : min(sentence.end, mention.end + 60)])
    if not found and not behind and _single().search(window):
        behind = _noun_behind().match(folded[mention.end : sentence.end])
    if not found and not behind and _in_bracket(folded, mention):
        return Direction(sign=1, yearly=is_yearly(folded, sentence, mention))
    if not found and not behind:
        return Direction()
    return Direction(
        sign=_sign(found["word"]) if found else _sign_behind(behind),
        yearly=is_yearly(folded, sentence, mention),
        base_year=is_on_base_year(folded, sentence, mention),
    )


def _in_bracket(folded: str, mention: Mention) -> bool:
    """Return whether a change stands with its sign in a bracket of its own: CHF 1,284.6 million (+5.3%)."""
    signed = (
        mention.quantity.text[:1] in ("+", "-", "−", "–") and mention.quantity.unit.dimension == "percent"
    )
    ahead, behind = folded[: mention.start].rstrip(), folded[mention.end :].lstrip()
    return signed and ahead.endswith("(") and behind[:1] in (")", ",", ";")


@cache
def _noun_behind() -> regex.Pattern[str]:
    """A noun right behind a number that tells a change: a 4.2% reduction, a 0.7% year-on-year decrease."""
    nouns = quantity_words().change_nouns
    up = tuple(word for word in nouns if word in quantity_words().rising)
    years = alternation(quantity_words().year_bases)
    aims = alternation(quantity_words().aim_nouns)
    return regex.compile(
        rf"\s(?:{years}\s)?(?:(?P<up>{alternation(up)})|{alternation(nouns)})(?![a-z-])(?!\s{aims})"
    )


def _sign_behind(found: regex.Match[str] | None) -> int:
    """Return whether words behind a number tell a growth: 12% more than, 9% above, 15% up on."""
    groups = found.groupdict() if found else {}
    return 1 if any(groups.get(name) for name in ("more", "above", "up")) else -1


def _sign(word: str) -> int:
    words = (*quantity_words().up, *quantity_words().more)
    return 1 if regex.fullmatch(alternation(words), " ".join(word.split())) else -1


@cache
def _to_number() -> str:
    """What may stand between a word of change and its number: 了, by, and what bounds the number."""
    return alternation((*clause_words().ended, *near()))


@cache
def _words() -> str:
    return alternation(
        tuple(sorted((*quantity_words().up, *quantity_words().down), key=lambda word: -len(word)))
    )


@cache
def _origin() -> regex.Pattern[str]:
    """A number right behind 从/由, a period or a metric may stand between; 来自 and 自身 are other words."""
    origins = (
        rf"(?<![{_SMALL.not_from}]){alternation(quantity_words().origins)}(?![{_SMALL.not_from_behind}])"
    )
    return regex.compile(origins + r"[^，,。;；]{0,28}$")


def _is_origin(window: str) -> bool:
    """Return whether a change starts from a number: behind 由22.1%上升 stands the change itself."""
    found = _origin().search(window)
    told = rf"[0-9%][^0-9]*{_words()}|[a-z]\s{_words()}(?:\s{english_words().by})?\s+$"
    return found is not None and not regex.search(told, found[0])


@cache
def _single() -> regex.Pattern[str]:
    return regex.compile(rf"(?<![a-z]){english_words().single}\s$")


@cache
def _moves_on() -> regex.Pattern[str]:
    """What follows a value that a change starts from where the change is told too: 上升0.5个百分点至."""
    number = r"[^0-9，,。;；]{0,8}[0-9][0-9,.]*\s*(?:%|\p{Han}{1,8}?)?"
    return regex.compile(rf"\s*(?:{_words()}){number}(?:{_SMALL.either}{number})?\s*[{_SMALL.to}]")


@cache
def _leads_on() -> regex.Pattern[str]:
    """What follows a value that a change starts from: 降至, 提升到, to."""
    reached = alternation(quantity_words().reached)
    return regex.compile(
        rf"[^0-9，。]{{0,6}}?(?:(?:{_words()})\s*{_SMALL.done}?\s*(?:{reached})|[{_SMALL.to}]|(?<![a-z]){english_words().to}(?![a-z]))"
    )


@cache
def _reached() -> regex.Pattern[str]:
    reached = alternation(quantity_words().reached)
    number = rf"(?:20[0-9]{{2}}|1[0-9]{{2}}(?=\s*{_SMALL.year}))"
    year = rf"(?:\s*{number}\s*{_SMALL.years}?{_SMALL.ends}?{_SMALL.of}?)?"
    rate = rf"(?:\s{english_words().by}\s[0-9][0-9.]*\s?{english_words().percent})?"
    led = rf"(?P<word>{_words()})(?<!{_SMALL.not_reached})\s*{_SMALL.done}?{rate}\s*"
    return regex.compile(rf"{led}{reached}{year}[^0-9，,。]{{0,6}}$")


@cache
def _towards() -> regex.Pattern[str]:
    """A direction right in front of the number, adverbs and bounds between left open."""
    moving = rf"(?<![{_SMALL.not_rising}])(?P<word>{_words()})"
    between = alternation((*clause_words().ended, *clause_words().numbered, *near()))
    moved = rf"(?P<word>{_words()})\s[^,.;:%]{{1,90}}\s{english_words().by}(?:\s{alternation(near())})?\s*$"
    made_up = rf"(?<!\b{english_words().made} )"
    return regex.compile(rf"{made_up}{moving}(?:{between}|\s)*$|{moved}")


@cache
def _off() -> regex.Pattern[str]:
    """More or fewer than a base: 较去年多 4.1 百万, 比2023年低 0.5 个百分点; or than the level."""
    words = alternation((*quantity_words().more, *quantity_words().fewer))
    base = rf"{alternation(held_against())}[^0-9，,。；;]{{0,10}}(?:20[0-9]{{2}}[^0-9，,。；;]{{0,6}})?"
    spent = rf"(?:{alternation(quantity_words().spent)})?"
    return regex.compile(rf"(?:{base}|[，,]\s*{_SMALL.also}?)(?P<word>{words}){spent}(?:{_to_number()}|\s)*$")


@kept
def _moved_from() -> regex.Pattern[str]:
    """Up from, down from: the value that a change starts from, told behind the one that it ends at."""
    reached = rf"(?<![a-z]){english_words().to}\s+{before_amount()}[0-9][0-9,.]*[^0-9,.;]{{0,24}}"
    about = rf"(?:\s+{alternation(near())})?\s*{before_amount()}"
    return regex.compile(rf"(?:(?<![a-z])(?:{_words()})|{reached})\s+{english_words().origin}{about}$")


@kept
def _measured_against() -> regex.Pattern[str]:
    """The value that another is held against: 较2023年的65.6小时, compared with 0.96."""
    which = rf"(?:20[0-9]{{2}}\s*|[{_SMALL.before_year}][{_SMALL.one}]*)"
    year = rf"{which}{_SMALL.fiscal}?{_SMALL.year}{_SMALL.closing}?"
    year = rf"(?:{year}|{_SMALL.same_time})\s*[{_SMALL.of_which}]?\s*"
    held = alternation((*held_against(), *period_words().compared))
    first = rf"(?:{alternation(quantity_words().base_year_names)}\s*)?"
    told = rf"{held}\s*{first}{year}(?:{alternation(near())})?\s*$"
    likened = alternation(period_words().likened)
    latin = rf"(?<![a-z]){likened}\s+(?:{alternation(near())}\s)?{before_amount()}$"
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
    about = rf"(?:{_to_number()}|\s)*"
    return regex.compile(rf"(?P<word>{_words()}){about}(?:{number}{joint()}\s*)+{about}$")


def moved_object(window: str, mention: Mention) -> regex.Match[str] | None:
    """Return a verb and the amount that it moves by a percentage: 降低用电量12.5%; not 提升女性占比30%."""
    found = _object().search(window) if mention.quantity.unit.id == "%" else None
    named = name(found["noun"], NO_UNIT, any_unit=True) if found else None
    if named is None or named.residue or "percent" in metrics().entry(named.metric.base).dimensions:
        return None
    return found


@cache
def _object() -> regex.Pattern[str]:
    noun = rf"(?P<noun>(?!{_SMALL.of})\p{{Han}}{{2,10}}?)"
    return regex.compile(
        rf"(?<![{_SMALL.not_rising}])(?P<word>{_words()}){_SMALL.done}?{noun}(?:{_SMALL.reached}|{alternation(near())}|\s)*$"
    )


@kept
def _again() -> regex.Pattern[str]:
    """A direction in front of the same change in another unit: 减少约9.3百万港元或8.5%."""
    unit = r"(?:[\p{Han}]{1,8}|[a-z0-9]{1,8}(?: [a-z]{2,8}){0,2}|%)?"
    number = rf"{before_amount()}[0-9][0-9,.]*\s*{unit}\s*"
    about = rf"(?:{english_words().of}|{_to_number()}|{sign_of_currency()}|\s)*"
    other = alternation(clause_words().alternatives)
    return regex.compile(rf"(?P<word>{_words()}){about}{number}(?:,\s)?{other}{about}$")


@cache
def _more_than() -> regex.Pattern[str]:
    """A direction right behind the number: 12% more than in the previous year, 9% below the base year."""
    words = english_words()
    named = rf"{alternation(period_words().previous)}|{words.year_before}|{first_years()}"
    year = rf"(?:(?:fy|cy)?\s?20[0-9]{{2}}|{named})"
    base = rf"(?:{words.which}\s)?(?:{words.levels}\s)?(?:{words.the}\s)?{year}"
    than = rf"(?:(?P<more>{words.more})|{words.less})\s+{words.than}(?![a-z])"
    moved = rf"(?:(?P<up>{words.up})|{words.down})\s{words.on_before}\s{base}(?![a-z])"
    apart = rf"(?:(?P<above>{words.above})|{words.below})\s{base}(?![a-z])"
    return regex.compile(rf"\s*(?:{than}|{moved}|{apart})")
