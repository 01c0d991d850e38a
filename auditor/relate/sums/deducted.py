"""What a sentence leaves of a number without another one: 募集资金 A 万元, after costs of B 万元, C 万元.

Three amounts of one unit and a word that takes one of them off may be told with a fourth that is not printed,
interest or tax. So a sentence whose arithmetic misses is asked about only where one slip of the hand in one
of the three would make it right. A balance, its allowance and what it is carried at leave nothing out, nor do
shares of one capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import fold
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.slips import powers_of_ten
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import total
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.adjoining import told_sentences
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.sums.lonetotals import one_slip_from

#: What is compared is told in so many digits, and so many must agree but for the slip.
_LEAST_DIGITS, _SLIP_DIGITS = 3, 3
#: Where the point of one may have moved, all are told in so many.
_MOVED_DIGITS = 4
#: Of a capital no more than one part in so many is taken off, and one in so many may be missing.
_FEW, _ABOUT = 10, 20
_SHARE = "share"
_COUNTED = frozenset({"percent", "points", "ratio", "", "duration"})


def deducted(facts: Facts) -> Iterator[Relation]:
    """Propose the third of three amounts of a sentence as the first without the second."""
    words = re.compile(alternation(arithmetic_words().deducting))
    for claims, _ in told_sentences(facts.report):
        if claims[0].source is not Source.PROSE:
            continue
        yield from _carried(claims)
        for found in _by_dimension(claims) if words.search(fold(claims[0].context)) else ():
            yield from _taken_off(found)


def _carried(claims: Sequence[Claim]) -> Iterator[Relation]:
    """Propose what a balance is carried at as the balance without the allowance, told one by one."""
    words = arithmetic_words()
    kinds = [
        re.compile(alternation(names) + "[^/]{0,2}$")
        for names in (words.gross, words.set_aside, words.carried)
    ]
    told = [claim for claim in claims if is_level(claim)]
    for three in zip(told, told[1:], told[2:], strict=False):
        named = all(kind.search(claim.folded) for kind, claim in zip(kinds, three, strict=True))
        if named and all(map(exact, three)) and _alike(three) and len({claim.period for claim in three}) == 1:
            yield _relation(*three)


def _alike(told: Sequence[Claim]) -> bool:
    """Return whether amounts are told in one unit, for one year."""
    units = {(dimension(claim), claim.quantity.unit.id) for claim in told}
    return len(units) == 1 and len({claim.period.year for claim in told}) == 1


def _by_dimension(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Yield the amounts of one dimension, where a sentence tells three of it."""
    told = [claim for claim in claims if is_level(claim)]
    for measured in dict.fromkeys(dimension(claim) for claim in told):
        found = [claim for claim in told if dimension(claim) == measured]
        if measured not in _COUNTED and len(found) == 3 and all(map(_usable, found)):
            yield found


def _usable(claim: Claim) -> bool:
    return exact(claim) and claim.quantity.value > 0 and claim.quantity.digits >= _LEAST_DIGITS


def _taken_off(told: Sequence[Claim]) -> Iterator[Relation]:
    whole, less, rest = told
    if not _alike(told):
        return
    if _near(whole, (less, rest)) or _of_one_capital(whole, less, rest):
        yield _relation(whole, less, rest)


def _of_one_capital(whole: Claim, less: Claim, rest: Claim) -> bool:
    """Return whether three numbers of shares are told of one capital: few taken off, about the rest left.

    Shares bear no interest: nothing untold stands between them.
    """
    if not all(claim.quantity.unit.id == _SHARE for claim in (whole, less, rest)):
        return False
    gap = abs(whole.size - less.size - rest.size)
    return less.size * _FEW <= whole.size and gap * _ABOUT <= whole.size


def _near(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Return whether parts make up a whole, or would but for one slip or the place of one number."""
    made = total(part.quantity.base for part in parts)
    if whole.quantity.base.meets(made) or one_slip_from(whole, parts, _SLIP_DIGITS):
        return True
    gap = whole.quantity.base - made
    wanted = [(whole, made), *((part, part.quantity.base + gap) for part in parts)]
    return any(
        claim.quantity.base.meets(base.scale(Decimal(1).scaleb(power)))
        for claim, base in wanted
        if all(item.quantity.digits >= _MOVED_DIGITS for item in (whole, *parts))
        for size in powers_of_ten()
        for power in (size, -size)
    )


def _relation(whole: Claim, less: Claim, rest: Claim) -> Relation:
    return relation(
        Kind.DIFFERENCE,
        rest,
        Expression.claim(whole.ref) - Expression.claim(less.ref),
        f"{short(whole)} − {short(less)} = {short(rest)}",
        "prose:deducted",
        keys=(whole, less),
        strength=Strength.QUESTION,
    )
