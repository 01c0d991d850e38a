"""What a plan hands out: so much for every ten shares, over so many shares, is so much in all.

The table of a plan tells all three, and beside the cash what counts as cash and both together. A sentence
tells the shares in front of the amount, or the sentences right behind it do, as one number or as all shares
less those that the company holds itself: of these ways the one that comes nearest is meant, or, where
none is near, the one that gives the digits of the amount in another place. A sentence that
gives as much for ten as the table in the same year, over shares one slip away from those of the table, tells
the same plan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from itertools import pairwise

from auditor.lexicon.words.dividends import handed_out_in_all
from auditor.lexicon.words.dividends import per_ten_shares
from auditor.lexicon.words.dividends import row_of_plan
from auditor.model.claim import Claim
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import relation
from auditor.relate.facts import same_fact
from auditor.relate.facts import short
from auditor.relate.facts import sum_of
from auditor.relate.slips import agreeing_digits

_TEN = Expression.constant(10)
#: The shares and the amount in all stand in the sentence of the amount for ten, or so many behind it.
_SENTENCES = 2
#: What comes no nearer than this is another number of shares.
_FAR = Decimal(12)
_SHARE = "share"
#: Digits that two numbers of shares have in common but for one slip.
_LEAST_DIGITS = 6

#: The rows of a plan, by what they tell.
_Plan = dict[str, Claim]


@dataclass(frozen=True, slots=True)
class _Way:
    """The shares of a plan: one number, or one less another."""

    shares: tuple[Claim, ...]

    @property
    def size(self) -> Decimal:
        """Return how many they are."""
        first, *rest = (claim.size for claim in self.shares)
        return first - sum(rest, Decimal(0))

    @property
    def expression(self) -> Expression:
        """Return them as arithmetic."""
        first, *rest = (Expression.claim(claim.ref) for claim in self.shares)
        return first - rest[0] if rest else first

    @property
    def name(self) -> str:
        """Return them for a statement."""
        told = " − ".join(short(claim) for claim in self.shares)
        return told if len(self.shares) == 1 else f"({told})"


def dividends(facts: Facts) -> Iterator[Relation]:
    """Propose what each plan of a table or of a sentence hands out in all."""
    told = [claim for claim in facts.report.claims if is_level(claim) and exact(claim)]
    sentences = [claim for claim in told if claim.seat is None and claim.sentence >= 0]
    plans = list(_plans([claim for claim in told if claim.seat]))
    for plan in plans:
        yield from _of_table(plan)
    yield from _of_sentences(sentences)
    yield from _told_again(sentences, [plan for plan in plans if {"base", "per_ten"} <= plan.keys()])


def _plans(told: Sequence[Claim]) -> Iterator[_Plan]:
    """Yield the rows of each plan of a table, those that it tells once."""
    plans: dict[tuple[int, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in told:
        row = _row(claim)
        if row and claim.seat:
            plans[claim.seat.table, claim.period.code][row].append(claim)
    for rows in plans.values():
        yield {row: claims[0] for row, claims in rows.items() if len(claims) == 1}


def _of_table(plan: _Plan) -> Iterator[Relation]:
    if {"cash", "other", "all"} <= plan.keys():
        yield sum_of(plan["all"], (plan["cash"], plan["other"]), "dividends:all")
    if {"cash", "base", "per_ten"} <= plan.keys():
        yield _product(plan["cash"], plan["per_ten"], _Way((plan["base"],)))


def _told_again(told: Sequence[Claim], plans: Sequence[_Plan]) -> Iterator[Relation]:
    """Yield the shares right in front of an amount for ten as those of the plan that a table tells."""
    for shares, per_ten in pairwise(told):
        if not (_is_share(shares) and shares.sentence == per_ten.sentence and _gives_for_ten(per_ten)):
            continue
        for plan in plans:
            base, given = plan["base"], plan["per_ten"]
            one_plan = given.size == per_ten.size and given.period.year == per_ten.period.year
            slipped = agreeing_digits(shares, base) >= _LEAST_DIGITS
            if one_plan and (slipped or shares.quantity.base.overlaps(base.quantity.base)):
                yield same_fact(shares, base, "dividends:base")


def _row(claim: Claim) -> str:
    """Return what a row of a plan tells, empty where it is not counted in what that is counted in."""
    if _gives_for_ten(claim):
        return "per_ten"
    row = row_of_plan(claim.folded)
    return row if _is_share(claim) == (row == "base") and (_is_share(claim) or _is_money(claim)) else ""


def _gives_for_ten(claim: Claim) -> bool:
    return _is_money(claim) and per_ten_shares(claim.folded)


def _is_money(claim: Claim) -> bool:
    return dimension(claim).startswith("money:") and "/" not in dimension(claim)


def _is_share(claim: Claim) -> bool:
    return claim.quantity.unit.id == _SHARE


def _of_sentences(told: Sequence[Claim]) -> Iterator[Relation]:
    """Yield the plans of sentences: one amount for ten, what is handed out in all, and shares about them."""
    per_tens = [claim for claim in told if _gives_for_ten(claim)]
    for per_ten in per_tens:
        about = [claim for claim in told if 0 <= claim.sentence - per_ten.sentence <= _SENTENCES]
        cash = next((claim for claim in about if claim.no > per_ten.no and _in_all(claim)), None)
        if cash is None or any(per_ten.no < other.no < cash.no for other in per_tens):
            continue
        shares = [claim for claim in about if claim.no < cash.no and _is_share(claim) and claim.size > 0]
        way = _nearest([claim for claim in shares if not per_ten_shares(claim.folded)], per_ten, cash)
        if way is not None:
            yield _product(cash, per_ten, way)


def _in_all(claim: Claim) -> bool:
    return _is_money(claim) and handed_out_in_all(claim.folded)


def _nearest(shares: Sequence[Claim], per_ten: Claim, cash: Claim) -> _Way | None:
    """Return the shares that come nearest to what is handed out in all."""
    ways = [_Way((claim,)) for claim in shares]
    ways += [_Way(pair) for pair in combinations(shares, 2) if pair[0].size > pair[1].size]
    if not ways or per_ten.size <= 0 or cash.size <= 0:
        return None
    wanted = cash.size * 10 / per_ten.size
    best = min(ways, key=lambda way: _times(way.size, wanted))
    if _times(best.size, wanted) <= _FAR:
        return best
    return next((way for way in ways if _in_another_unit(way.size * per_ten.size / 10, cash)), None)


def _in_another_unit(product: Decimal, cash: Claim) -> bool:
    """Return whether a product has the digits of an amount and not its place: a unit was lost or added."""
    power = product.adjusted() - cash.size.adjusted()
    return cash.quantity.digits >= _LEAST_DIGITS and product in cash.quantity.base.scale(
        Decimal(1).scaleb(power)
    )


def _times(one: Decimal, other: Decimal) -> Decimal:
    return max(one / other, other / one)


def _product(cash: Claim, per_ten: Claim, way: _Way) -> Relation:
    return relation(
        Kind.RATIO,
        cash,
        way.expression * Expression.claim(per_ten.ref) / _TEN,
        f"{way.name} × {short(per_ten)} / 10 = {short(cash)}",
        "dividends:cash",
        keys=(*way.shares, per_ten),
        strength=Strength.QUESTION,
    )
