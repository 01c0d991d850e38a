"""Rates told behind the count that they are of, under its name: 发放问卷 500 份，回收 481 份，回收率 96.2 %.

A rate that repeats the word of the number right in front of it, with one number of the same kind in front of
that, is the quotient of the two. A gap is a question: the rate may be drawn over other things. A part that is
more than its whole accuses only where a slip explains it, for the number in front may then be no whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import fold
from auditor.lexicon.identities import identities
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.clauses import joint_word
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Claim
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.adjoining import Spans
from auditor.relate.adjoining import told_sentences
from auditor.relate.adjoining import words_between
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import percentage
from auditor.relate.ratios.portions import share_of
from auditor.relate.slips import agreeing_digits_of

#: A number that one slip keeps from its right value agrees with it in so many digits.
_SLIP_DIGITS = 3
#: Places by which a count may be too large.
_POWERS = (1, 2, 3, 4)
_HUNDRED = Decimal(100)
_STOP = r"[，,。;；、:：()]"


def named_rates(facts: Facts) -> Iterator[Relation]:
    """Propose each rate as the quotient of the count that it is named after and the count before that."""
    for claims, spans in told_sentences(facts.report):
        levels = [claim for claim in claims if is_level(claim) and exact(claim) and claim.quantity.value > 0]
        for at, rate in enumerate(levels):
            whole, part = levels[at - 2 : at] if at > 1 else (rate, rate)
            if (
                _of_one_kind(part, whole, rate)
                and _named(part, rate, spans)
                and _can_hold(whole, part, rate, spans)
                and _plausible(rate, part, whole)
                and not any(_gives(part, other, rate) for other in levels[: at - 2])
            ):
                yield share_of(rate, part, whole, Strength.QUESTION)


def _of_one_kind(part: Claim, whole: Claim, rate: Claim) -> bool:
    """Return whether two counts of one noun, and the rate, are of one time."""
    counts = dimension(part) == dimension(whole) == "count" and dimension(rate) == "percent"
    same = counts and part.quantity.unit.id == whole.quantity.unit.id
    return same and part.period == whole.period == rate.period


def _named(part: Claim, rate: Claim, spans: Spans) -> bool:
    """Return whether nothing but a rate under a word of the part's clause stands behind the part."""
    if part.ref not in spans or rate.ref not in spans:
        return False
    text = fold(rate.context)
    start, end = spans[part.ref]
    found = _name_of_rate().fullmatch(text[end : spans[rate.ref][0]])
    if found is None:
        return False
    clause = re.split(_STOP, text[:start])[-1] + text[start:end] + found["rest"]
    return found["stem"] in clause


def _can_hold(whole: Claim, part: Claim, rate: Claim, spans: Spans) -> bool:
    """Return whether a number may be what the part is a part of.

    None that stands in one list with the part (入库 310 件、出库 274 件), and where the lexicon tells what a
    rate is drawn over, none of anything else: a rate of leavers is drawn over the staff.
    """
    between = words_between(whole, part, spans)
    if between is None or re.match(rf"\s*(?:、|{joint_word()})", between):
        return False
    over = {
        member.metric
        for identity in identities()
        if identity.whole is not None and rate.metric.known and identity.whole.metric == rate.metric.base
        for member in identity.divisors
    }
    return not over or whole.metric.base in over


@cache
def _name_of_rate() -> re.Pattern[str]:
    """A rest of the part's own clause, a comma, the word and 率, and what links it to its number."""
    links = alternation((*quantity_words().linking, *clause_words().to_rate))
    done = alternation(arithmetic_words().rate_ends)
    return re.compile(
        rf"(?P<rest>[^，,。;；、:：()（）0-9%]{{0,16}})[，,、]\s*(?P<stem>[^，,。;；、:：()（）0-9%]{{2,6}}?){done}?{particles().rate}(?:{links}|\s)*"
    )


def _gives(part: Claim, whole: Claim, rate: Claim) -> bool:
    """Return whether two numbers give the rate."""
    same = dimension(whole) == dimension(part)
    return same and percentage(part, whole).meets(rate.quantity.base)


def _plausible(rate: Claim, part: Claim, whole: Claim) -> bool:
    """Return whether the part is less than its whole, or one slip away from the part that the rate gives."""
    told, a, b = (item.quantity.value for item in (rate, part, whole))
    if a <= b or _gives(part, whole, rate):
        return True
    quotient = percentage(part, whole)
    moved = any(quotient.scale(Decimal(1).scaleb(-power)).meets(rate.quantity.base) for power in _POWERS)
    tries = ((a, told * b / _HUNDRED, part), (b, a * _HUNDRED / told, whole))
    return moved or any(
        agreeing_digits_of(printed, right, item.quantity.step) >= _SLIP_DIGITS
        for printed, right, item in tries
    )
