"""Compound annual growth rates against the first and the last level: (new / old) ^ (1 / years) - 1.

The two levels stand in the sentence of the rate or in the row of its column, or the sentence names the two
years and a table tells the metric for both. The years must be printed: 过去三年 may be two steps or three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.naming import name
from auditor.lexicon.naming import residue
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.metric import Metric
from auditor.model.period import Period
from auditor.model.period import PeriodKind
from auditor.model.quantity import NO_UNIT
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.changes.cells import both_years
from auditor.relate.changes.cells import from_level
from auditor.relate.changes.cells import from_name
from auditor.relate.changes.spans import Span
from auditor.relate.changes.spans import compound_growth
from auditor.relate.evidence import overlap
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level

_ENGLISH = english_words()

_SMALL = particles()

_AMOUNTLESS = frozenset({"percent", "points", "multiple", "ratio", "time", "day", ""})
#: So large a share of the parts of two labels that the lexicon does not know makes them one metric.
_ALIKE = 0.7
#: So many years may a rate run over.
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A claim of a sentence with the place of its digits in the folded sentence."""

    claim: Claim
    at: int


def compounded(claim: Claim) -> bool:
    """Return whether a percentage is a growth for each of several years: 年均复合增长率, CAGR."""
    if dimension(claim) != "percent":
        return False
    if claim.source is Source.TABLE:
        return bool(_words().search(fold(claim.context)))
    text = fold(claim.context)
    return any(_told(text, found.start(), claim) for found in _printed(text, claim))


def compounds(facts: Facts) -> Iterator[Relation]:
    """Propose each compound annual growth rate of a report against its two levels."""
    yield from (compound_growth(claim, span) for claim, span in _in_tables(facts))
    spoken = [claim for claim in facts.report.claims if claim.source is not Source.TABLE]
    for _, group in groupby(spoken, key=lambda claim: (claim.source, claim.sentence, claim.context)):
        sentence = _placed(list(group))
        for at, item in enumerate(sentence):
            if dimension(item.claim) == "percent" and _told(fold(item.claim.context), item.at, item.claim):
                span = _in_sentence(sentence, at) or _in_facts(item.claim, facts)
                span = span or _in_cells(sentence[: at + 1], facts)
                if span is not None and 0 < span.last - span.first <= _LONGEST:
                    yield compound_growth(item.claim, span)


def _printed(text: str, claim: Claim) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<![0-9.,]){re.escape(fold(claim.quantity.text))}(?![0-9])", text)


def _placed(claims: Sequence[Claim]) -> list[_Spoken]:
    """Return the claims of a sentence with their places, from left to right."""
    text, cursor, found = fold(claims[0].context), 0, []
    for claim in sorted(claims, key=lambda claim: claim.order):
        at = text.find(fold(claim.quantity.text), cursor)
        if at >= 0:
            cursor = at + len(claim.quantity.text)
            found.append(_Spoken(claim, at))
    return found


def _told(text: str, at: int, claim: Claim) -> bool:
    """Return whether words for a compound rate stand right before a number, or right behind it."""
    return _before(text, at) or _behind(text, at, claim)


def _before(text: str, at: int) -> bool:
    return bool(re.search(_words().pattern + r"[^0-9%,，。;；]{0,12}$", text[:at]))


def _behind(text: str, at: int, claim: Claim) -> bool:
    rest = text[at + len(claim.quantity.text) :]
    return bool(re.match(rf"\s*{_ENGLISH.percent}?\s*{_SMALL.mean}*\s*" + _words().pattern, rest))


@cache
def _words() -> re.Pattern[str]:
    return re.compile(alternation((*arithmetic_words().compound, *arithmetic_words().yearly_mean)))


def _in_sentence(sentence: Sequence[_Spoken], at: int) -> Span | None:
    """Return the two amounts in front of a rate that is named first, or behind 以 5% 的复合增长率."""
    rate = sentence[at]
    text = fold(rate.claim.context)
    before = [item for item in sentence[:at] if _amount(item.claim)]
    behind = [item for item in sentence[at:] if _amount(item.claim)]
    pair = before[-2:] if _before(text, rate.at) else behind[:2]
    if len(pair) < 2:
        pair = behind[:2]
    if len(pair) < 2 or dimension(pair[0].claim) != dimension(pair[1].claim):
        return None
    moved = (pair[0].claim.change, pair[1].claim.change) == (Change.FROM, Change.TO)
    if pair[0] in behind and not moved:
        return None
    return _dated(rate.claim, pair, text, moved=moved)


def _dated(rate: Claim, pair: Sequence[_Spoken], text: str, *, moved: bool) -> Span | None:
    old, new = pair
    spans = [claim.period for claim in (rate, new.claim) if claim.period.kind is PeriodKind.SPAN]
    ends = both_years(spans[0]) if spans else None
    first = _year(old, text) or _own_year(old.claim) or (ends[0] if ends else None)
    last = _year(new, text) or _own_year(new.claim) or (ends[1] if ends else None)
    if first is None or last is None or str(first) not in text or str(last) not in text:
        return None
    if ends and rate.period is spans[0] and ends != (first, last):
        return None
    same = _one_metric(old.claim, new.claim)
    sure = (moved or same) and _sure(rate) and not _of_another(rate, old.claim)
    aims = any(claim.change is Change.TARGET for claim in (rate, old.claim, new.claim))
    plain = all(exact(claim) for claim in (rate, old.claim, new.claim)) and not aims
    strength = (Strength.MUST if plain else Strength.QUESTION) if sure else Strength.TIE
    return Span(old.claim, new.claim, first, last, strength)


def _one_metric(old: Claim, new: Claim) -> bool:
    if old.metric.known or new.metric.known:
        return old.metric == new.metric
    return overlap(old, new) >= _ALIKE


def _of_another(rate: Claim, level: Claim) -> bool:
    """Return whether a rate names something else than the amounts beside it: 净利润复合增长率."""
    if rate.metric.known and level.metric.known:
        return rate.metric != level.metric
    mine, theirs = (residue(_subject(claim), [], ()) for claim in (rate, level))
    return bool(mine and theirs) and mine not in theirs and theirs not in mine


def _subject(claim: Claim) -> str:
    """Return a folded label without the words that make it one of a rate."""
    label = re.sub(
        rf"{_SMALL.a_year}*{_words().pattern}(?:{_SMALL.rate}|\s*{_ENGLISH.rate})?|{_SMALL.by}$|^{_SMALL.by}",
        "",
        claim.folded,
    )
    return re.sub(alternation(quantity_words().up), "", label).strip()


def _sure(rate: Claim) -> bool:
    """Return whether the rate says that it compounds: a mean may be one of the rates of the years."""
    return bool(re.search(alternation(arithmetic_words().compound), fold(rate.context)))


def _year(item: _Spoken, text: str) -> int | None:
    """Return the year printed right in front of a number: 2020 年的 100 亿, or right behind: in 2020."""
    found = re.search(
        rf"((?:19|20)[0-9]{{2}})\s*{_SMALL.years_long}?{_SMALL.at_end}?[^0-9,，。;；]{{0,4}}$",
        text[: item.at],
    )
    rest = text[item.at + len(item.claim.quantity.text) :]
    found = found or re.match(
        rf"[^0-9,.;]{{0,16}}\s{_ENGLISH.inside}\s(?:fy)?((?:19|20)[0-9]{{2}})(?![0-9])", rest
    )
    return int(found[1]) if found else None


def _own_year(claim: Claim) -> int | None:
    """Return the year of an amount; of one that a change starts from it may only be supposed."""
    named = claim.period.kind is PeriodKind.YEAR and claim.change is not Change.FROM
    return claim.period.year if named else None


def _amount(claim: Claim) -> bool:
    return dimension(claim) not in _AMOUNTLESS and claim.quantity.value > 0


def _in_facts(rate: Claim, facts: Facts) -> Span | None:
    """Return what tables tell of the metric for the first and the last year that a sentence names."""
    ends, codes = both_years(rate.period), rate.period.code.split("..")
    if ends is None or any(str(year) not in rate.context for year in ends):
        return None
    metric = metric_of(rate)
    if metric is None:
        return None
    old, new = (facts.tell(metric, "", Period(code)) for code in codes)
    if old is None or new is None or not comparable(old, new):
        return None
    strong = rate.confidence == "strong" and _sure(rate) and rate.change is not Change.TARGET
    return Span(old, new, *ends, Strength.MUST if strong else Strength.TIE)


def _in_cells(sentence: Sequence[_Spoken], facts: Facts) -> Span | None:
    """Return the cells of the row that a rate is named after, else of the level told in front of it."""
    rate = sentence[-1].claim
    ends = both_years(rate.period)
    if ends is None or any(str(year) not in rate.context for year in ends):
        return None
    before = [item.claim for item in sentence[:-1] if _amount(item.claim) and exact(item.claim)]
    subject = residue(squeeze(_subject(rate))[0], [], ()).strip(f"{_SMALL.of_which} ")
    pair = from_name(subject, *ends, facts) if subject else from_level(before, *ends, facts)
    if pair is None or not comparable(pair[1], pair[0]):
        return None
    plain = _sure(rate) and rate.change is not Change.TARGET and exact(rate)
    return Span(pair[1], pair[0], *ends, Strength.QUESTION if plain else Strength.TIE)


def metric_of(rate: Claim) -> Metric | None:
    """Return the metric that a rate is named after, where the lexicon knows all of its name."""
    found = name(squeeze(_subject(rate))[0].strip(), NO_UNIT, any_unit=True)
    return found.metric if found is not None and not found.residue else None


def comparable(old: Claim, new: Claim) -> bool:
    """Return whether two amounts of tables may be the ends of a rate."""
    tables = old.source is new.source is Source.TABLE and exact(old) and exact(new)
    return tables and dimension(old) == dimension(new) and _amount(old) and _amount(new)


def _in_tables(facts: Facts) -> Iterator[tuple[Claim, Span]]:
    """Yield each rate of a table with the levels of its row for the years of its head; else the outermost."""
    for row in facts.rows.values():
        for rate in row:
            span = _in_row(rate, row) if compounded(rate) else None
            if span is not None:
                yield rate, span


def _in_row(rate: Claim, row: Sequence[Claim]) -> Span | None:
    told = [claim for claim in row if is_level(claim) and claim.period.kind is PeriodKind.YEAR]
    told = [claim for claim in told if exact(claim) and dimension(claim) not in _AMOUNTLESS]
    levels = {claim.period.year: claim for claim in reversed(told)}
    years = sorted(filter(None, levels))
    ends = both_years(rate.period)
    first, last = ends or ((years[0], years[-1]) if years else (0, 0))
    if first not in levels or last not in levels or last - first < 2:
        return None
    old, new = levels[first], levels[last]
    sure = bool(ends) and _sure(rate) and len(told) == len(levels)
    strength = Strength.MUST if sure else Strength.TIE
    return Span(old, new, first, last, strength) if comparable(old, new) else None
