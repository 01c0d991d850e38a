"""How much of a target is reached, in the row of a table that tells base, actual and target.

What was to be gained is the way from the base to the target; what is reached is the way gone so far. Where no
base stands in the row, the rate can only tie as the actual number over the target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.quantities import alternation
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.changes.baseyears import head
from auditor.relate.changes.baseyears import measured_on_base
from auditor.relate.changes.baseyears import under_base
from auditor.relate.facts import HUNDRED
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import percent_of
from auditor.relate.facts import percentage
from auditor.relate.facts import relation
from auditor.relate.facts import short


def progress(facts: Facts) -> Iterator[Relation]:
    """Propose each rate of completion of a row against its base, its actual number and its target."""
    for row in facts.rows.values():
        rates = [claim for claim in row if is_rate(claim)]
        amounts = [claim for claim in row if claim not in rates and _is_amount(claim)]
        bases = [claim for claim in amounts if under_base(claim) or is_start(claim)]
        aims = [claim for claim in amounts if is_aim(claim)]
        actual = [claim for claim in amounts if claim not in (*bases, *aims) and _current(claim, facts)]
        if len(rates) == len(aims) == len(actual) == 1 and len(bases) < 2:
            yield from _relations(rates[0], actual[0], aims[0], bases)


def is_rate(claim: Claim) -> bool:
    """Return whether a percentage stands under a head that tells how much of an aim is reached."""
    told = re.search(alternation(arithmetic_words().reached_heads), head(claim))
    return bool(told) and dimension(claim) == "percent" and exact(claim)


def is_aim(claim: Claim) -> bool:
    """Return whether a number stands under a head that names an aim."""
    return bool(re.search(alternation(arithmetic_words().target_heads), head(claim)))


def is_start(claim: Claim) -> bool:
    """Return whether a head ends in a word for what an aim starts from: 2020 年基准（吨）."""
    told = re.sub(r"[(（][^()（）]*[)）]", "", head(claim)).strip()
    return bool(re.search(rf"{alternation(arithmetic_words().base_heads)}$", told)) and not is_aim(claim)


def _is_amount(claim: Claim) -> bool:
    plain = claim.change in (Change.LEVEL, Change.TARGET) and not measured_on_base(claim)
    return plain and bool(dimension(claim)) and exact(claim) and claim.quantity.value > 0


def _current(claim: Claim, facts: Facts) -> bool:
    return claim.period.year == facts.report.period.year


def _relations(rate: Claim, actual: Claim, aim: Claim, bases: Sequence[Claim]) -> Iterator[Relation]:
    if any(dimension(claim) != dimension(actual) for claim in (aim, *bases)):
        return
    now, target = Expression.claim(actual.ref), Expression.claim(aim.ref)
    yield percent_of(rate, actual, aim, "progress", Strength.TIE, kind=Kind.RATIO)
    for base in bases:
        start = Expression.claim(base.ref)
        gone = (start - now) / (start - target) * HUNDRED
        names = tuple(short(claim) for claim in (base, actual, aim))
        words = f"({names[0]} − {names[1]}) / ({names[0]} − {names[2]}) × 100 = {short(rate)}"
        strength = Strength.TIE if _meets_directly(rate, actual, aim) else Strength.QUESTION
        yield relation(Kind.RATIO, rate, gone, words, "progress", keys=(base, actual, aim), strength=strength)


def _meets_directly(rate: Claim, actual: Claim, aim: Claim) -> bool:
    """Return whether the rate is plainly the actual number over the target."""
    return percentage(actual, aim).meets(rate.quantity.base)
