"""Arithmetic that a sentence states: amounts and their sum, a count and its share of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from decimal import ROUND_HALF_UP
from decimal import Decimal
from functools import cache
from itertools import groupby

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.evidence import of_other_group
from auditor.relate.evidence import own_group
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import makes
from auditor.relate.facts import percent_of
from auditor.relate.facts import percentage
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.facts import sum_of
from auditor.relate.slips import agreeing_digits_of
from auditor.relate.sums.lonetotals import one_slip_from

_SMALL = particles()

_PER_CENT = Decimal(100)
_HUNDRED = Expression.constant(_PER_CENT)
_SMALL_WHOLE = 200
_LOOK_BACK = 8
#: Characters between a share and the words that tell it.
_NEARBY = 30
#: Digits that agree but for one slip, and places that are taken for each other.
_SLIP_DIGITS = 3
_PLACES = (1, 2, 3, 4)


def sentence_arithmetic(facts: Facts) -> Iterator[Relation]:
    """Propose sums over the amounts just named, shares of counts, and shares of small wholes."""
    told = [
        claim
        for claim in facts.levels
        if claim.source in (Source.PROSE, Source.FIGURE, Source.FOOTNOTE) and exact(claim)
    ]
    told.sort(key=lambda claim: claim.no)
    yield from _sums(told)
    for _, group in groupby(told, key=lambda claim: claim.sentence):
        claims = list(group)
        yield from _shares(claims)
        yield from _slipped_shares(claims)
        yield from _whole_numbers(claims)
        yield from _in_words(claims)


def _sums(told: Sequence[Claim]) -> Iterator[Relation]:
    """Propose each amount that a word such as 共计 sums up over the amounts in front of it.

    Where none of them give it, it is asked about when one slip or a copy keeps it from those of its sentence.
    """
    for at, claim in enumerate(told):
        if not _sums_up(claim):
            continue
        before = [other for other in told[max(at - _LOOK_BACK, 0) : at] if _addable(other, claim)]
        tries = (before[-size:] for size in range(2, min(len(before), 6) + 1))
        parts = next((found for found in tries if makes(found, claim)), None)
        if parts is not None:
            yield sum_of(claim, parts, "prose:sum", Strength.TIE)
            continue
        meant = _meant(told[:at], claim)
        if len(meant) > 1 and (one_slip_from(claim, meant, _SLIP_DIGITS) or _copied(claim, meant)):
            yield sum_of(claim, meant, "prose:sum", Strength.QUESTION)


def _copied(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Return whether the list of a sentence tells one long number twice: one of the two was copied."""
    listed = all(part.sentence == whole.sentence >= 0 for part in parts)
    long = {part.quantity.value for part in parts if part.quantity.digits > _SLIP_DIGITS}
    twice = [part for part in parts if part.quantity.value in long]
    return listed and len(twice) > len(long)


def _meant(before: Sequence[Claim], whole: Claim) -> Sequence[Claim]:
    """Return the amounts of the sentence of a sum, or the last two in front of it where it has no other."""
    near = [part for part in before[-_LOOK_BACK:] if _addable(part, whole, slipped=True)]
    own = [part for part in near if part.sentence == whole.sentence >= 0]
    return own or near[-2:]


def _sums_up(claim: Claim) -> bool:
    context = fold(claim.context)
    at = context.find(fold(claim.quantity.text))
    words = alternation((*label_words().totals, *clause_words().summing))
    return at >= 0 and bool(re.search(words + r"[^，。；,;0-9]{0,12}$", context[:at]))


def _addable(part: Claim, whole: Claim, *, slipped: bool = False) -> bool:
    """Return whether a number may be a part: less than the whole, save where one of the two is wrong."""
    one, other = part.quantity.unit, whole.quantity.unit
    rescaled = slipped and one.dimension == other.dimension != "count"
    same = dimension(part) == dimension(whole) and (one.id == other.id or rescaled)
    near = part.heading == whole.heading and whole.sentence - part.sentence <= 4
    less = slipped or part.size < whole.size
    return same and near and part.period == whole.period and less


def _shares(claims: Sequence[Claim]) -> Iterator[Relation]:
    """Propose a percentage as the quotient of two counts of its sentence, when it is."""
    counts = [
        claim for claim in claims if dimension(claim) == "count" and not claim.quantity.interval.may_be_zero
    ]
    for claim in claims:
        if dimension(claim) != "percent":
            continue
        for part in own_group(claim, counts) or counts:
            for whole in counts:
                small = part.quantity.value < whole.quantity.value
                if not small or part.quantity.unit.id != whole.quantity.unit.id:
                    continue
                if not percentage(part, whole).meets(claim.quantity.base):
                    continue
                yield percent_of(claim, part, whole, "prose:share", Strength.TIE)


def _slipped_shares(claims: Sequence[Claim]) -> Iterator[Relation]:
    """Propose a share under the name of a count of its sentence that one slip keeps from being that share.

    One slip in the share, the part or the whole that leaves three digits: chance gives that once in some
    hundred, and only of shares that name their part again.
    """
    counts = [claim for claim in claims if dimension(claim) == "count" and claim.quantity.value > 0]
    for share in claims:
        named = [part for part in counts if _names_again(part, share)]
        if dimension(share) != "percent" or len(named) != 1 or share.quantity.value <= 0:
            continue
        part = named[0]
        wholes = [
            whole
            for whole in counts
            if whole is not part
            and part.quantity.unit == whole.quantity.unit
            and not of_other_group(part, whole)
        ]
        if any(percentage(part, whole).meets(share.quantity.base) for whole in wholes):
            continue
        found = [whole for whole in wholes if _one_slip(share, part, whole)]
        if len(found) == 1:
            yield percent_of(share, part, found[0], "prose:slip")


def _names_again(part: Claim, share: Claim) -> bool:
    """Return whether a share follows a count under the same name: 技术人员 120 名，技术人员占比 8 %."""
    text = fold(part.context)
    start, end = (text.find(fold(item.quantity.text)) for item in (part, share))
    words = text[start + len(part.quantity.text) : end] if 0 <= start < end else ""
    found = re.fullmatch(
        rf"[^，,。；;0-9]{{0,4}}[，,]\s*([^，,。；;0-9]{{2,12}}?){alternation(label_words().share_nouns)}[{_SMALL.told}]?\s*",
        words,
    )
    return found is not None and part.folded.endswith(found[1].strip())


def _one_slip(share: Claim, part: Claim, whole: Claim) -> bool:
    """Return whether one of the three is one slip away from what makes the share right."""
    told, a, b = (item.quantity.value for item in (share, part, whole))
    tries = (
        (told, a * _PER_CENT / b, share.quantity.step),
        (a, told * b / _PER_CENT, part.quantity.step),
        (b, a * _PER_CENT / told, whole.quantity.step),
    )
    digits = any(agreeing_digits_of(printed, right, step) >= _SLIP_DIGITS for printed, right, step in tries)
    return digits or _misplaced(share, percentage(part, whole))


def _misplaced(share: Claim, right: Interval) -> bool:
    """Return whether some powers of ten make a share of three digits or more the right one."""
    powers = (Decimal(1).scaleb(power) for place in _PLACES for power in (place, -place))
    long = share.quantity.digits >= _SLIP_DIGITS
    return long and any(right.scale(power).meets(share.quantity.base) for power in powers)


def _whole_numbers(claims: Sequence[Claim]) -> Iterator[Relation]:
    """Propose that a share of a small whole named in its sentence is reached by a whole number."""
    wholes = [claim for claim in claims if _small_whole(claim)]
    if len(wholes) != 1:
        return
    whole = wholes[0]
    for claim in claims:
        if dimension(claim) != "percent" or claim.no < whole.no or not _speaks_of_members(claim, whole):
            continue
        count = (claim.quantity.value * whole.quantity.value / 100).quantize(Decimal(1), ROUND_HALF_UP)
        computed = Expression.constant(count) / Expression.claim(whole.ref) * _HUNDRED
        statement = f"{count} / {short(whole)} × 100 = {short(claim)}"
        yield relation(Kind.WHOLE_NUMBER, claim, computed, statement, "prose:whole", keys=(whole,))


def _small_whole(claim: Claim) -> bool:
    return claim.quantity.unit.id == "person" and 1 < claim.quantity.value <= _SMALL_WHOLE


def _speaks_of_members(claim: Claim, whole: Claim) -> bool:
    """Return whether the share is one of the members just counted: board, directors."""
    members = ("board", "director")
    return any(word in claim.metric.base for word in members) and any(
        word in whole.metric.base or word in whole.folded or _SMALL.directors in whole.folded
        for word in members
    )


def _in_words(claims: Sequence[Claim]) -> Iterator[Relation]:
    """Propose the share that words tell: 63 %, five of the eight; 4 of the 9 seats (44 %)."""
    shares = [claim for claim in claims if dimension(claim) == "percent"]
    context = fold(shares[0].context) if shares else ""
    told = [*_PART_OF_WHOLE.finditer(context), *_whole_with_part().finditer(context)]
    if len(told) != 1:
        return
    bracketed = [share for share in shares if _in_bracket_behind(share, context, told[0])]
    near = [share for share in shares if len(shares) == 1 and _beside(share, context, told[0])]
    if told[0].re is _whole_with_part():
        bracketed, near = [share for share in bracketed if _alone_in_bracket(share, context, told[0])], []
    part, whole = _count(told[0]["part"]), _count(told[0]["whole"])
    for share in (bracketed or near)[:1]:
        if 1 < part <= whole:  # one of the three is seldom a share
            computed = Expression.constant(part) / Expression.constant(whole) * _HUNDRED
            statement = f"{part} / {whole} × 100 = {short(share)}"
            yield relation(Kind.SHARE, share, computed, statement, "prose:words", strength=Strength.QUESTION)


def _in_bracket_behind(claim: Claim, context: str, words: re.Match[str]) -> bool:
    """Return whether a percentage is told in the first bracket behind the words, nothing else between."""
    at = context.find(fold(claim.quantity.text), words.end())
    return at >= 0 and bool(_UP_TO_BRACKET.fullmatch(context[words.end() : at]))


def _alone_in_bracket(claim: Claim, context: str, words: re.Match[str]) -> bool:
    """Return whether a bracket closes behind a percentage: (44.4%), and not (70% of output)."""
    end = context.find(fold(claim.quantity.text), words.end()) + len(claim.quantity.text)
    return re.match(rf"\s?{english_words().percent}\s*[)]", context[end:]) is not None


def _beside(claim: Claim, context: str, words: re.Match[str]) -> bool:
    """Return whether a percentage stands beside the words: they are the caption of its figure, or near it."""
    at = context.find(fold(claim.quantity.text))
    gap = max(at - words.end(), words.start() - at - len(claim.quantity.text))
    return claim.source is Source.FIGURE or (at >= 0 and gap <= _NEARBY)


#: What whole is meant, up to the bracket with its share.
_UP_TO_BRACKET = re.compile(r"[^0-9,;.()]{0,80}[(]\s*")
_NUMBER = rf"(?:[0-9]+|{alternation(label_words().counts)})"
_PART_OF_WHOLE = re.compile(
    rf"\b(?P<part>{_NUMBER}) {alternation(label_words().part_of)} (?P<whole>{_NUMBER})\b"
)


@cache
def _whole_with_part() -> re.Pattern[str]:
    """Return a whole told in words with its part behind it: nine directors, four of whom."""
    few, of_them = alternation(label_words().counts), alternation(arithmetic_words().of_these)
    return re.compile(rf"\b(?P<whole>{few}) [a-z][a-z -]{{2,40}}, (?P<part>{few}) {of_them}(?![a-z])")


def _count(word: str) -> int:
    return int(word) if word.isdigit() else label_words().counts.index(word) + 1
