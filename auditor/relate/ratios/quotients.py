"""Ratios among the lines of a table, found by their numbers: shares of a total, and quotients of two lines.

A column of percentages beside a column of amounts tells each amount's share of the total, or its ratio to
another column; a row of ratios is the quotient of two rows. Which one it is, the numbers say: it must hold,
within the intervals, wherever it can be worked out but once, and the digits that agreed must be more than
chance could give among the lines that were tried (some thousands for a long table). Right beside a column of
amounts, with 100 % in the row to which these add up, or in that of a total where the head says that it tells
shares, a column of percentages can hardly be anything else: there two results that hold are enough, and one
may miss for two that do. So are they in a row whose name is that of one of two other rows (share of renewable
electricity; electricity, of which renewable).
"""

from __future__ import annotations

from bisect import bisect_left
from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context
from decimal import Decimal
from itertools import permutations

from auditor.lexicon.labels import label_words
from auditor.lexicon.likeness import parts
from auditor.lexicon.quantities import any_of
from auditor.lexicon.words.rates import above_name
from auditor.model.claim import Claim
from auditor.model.interval import total
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.chance import Support
from auditor.relate.chance import agreed
from auditor.relate.facts import HUNDRED
from auditor.relate.facts import Facts
from auditor.relate.facts import column_head
from auditor.relate.facts import dimension
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.lines import Line
from auditor.relate.lines import additive
from auditor.relate.lines import lines
from auditor.relate.lines import partial
from auditor.relate.lines import says_total
from auditor.relate.lines import tables
from auditor.relate.lines import tells_mean
from auditor.relate.ratios.intensities import numerator_bases

_WIDE = Context(prec=20)
_ONE = Expression.constant(1)
_PROVED = Support(results=2, digits=Decimal(9))
#: The same where a column of percentages that ends in 100 % stands beside its amounts, and of a row of
#: percentages that is called as the row above its line.
_BARS = {
    "table:share:beside": Support(results=2, digits=Decimal("3.5"), per_miss=2),
    "table:quotient:named": Support(results=2, digits=Decimal("4.5"), per_miss=2),
}
#: Lines further away than this are not tried.
_NEAR = 8


@dataclass(frozen=True, slots=True)
class _Case:
    """A printed ratio with what should be above and below its line; ``less``: 1 - above / below."""

    stated: Claim
    above: Claim
    below: Claim
    less: bool = False

    @property
    def holds(self) -> bool:
        """Return whether the quotient gives the ratio, half a step of each number either way."""
        above, below = self.above.size, self.below.size
        quotient = _WIDE.divide(above, below)
        rounding = abs(quotient) * (_half(self.above) / abs(above) + _half(self.below) / abs(below))
        told = (1 - quotient if self.less else quotient) * _scale(self.stated)
        room = _half(self.stated) + rounding * _scale(self.stated)
        return abs(told - self.stated.size) <= room

    @property
    def plugged(self) -> bool:
        """Return whether the ratio misses by less than one unit of its last digit."""
        told = _WIDE.divide(self.above.size, self.below.size) * _scale(self.stated)
        return not self.holds and abs(told - self.stated.size) < 2 * _half(self.stated)

    @property
    def least(self) -> bool:
        """Return whether a ratio above nought that rounds to nought is told as one unit of its last digit."""
        told = _WIDE.divide(self.above.size, self.below.size) * _scale(self.stated)
        return 0 < told < _half(self.stated) and self.stated.size == 2 * _half(self.stated)

    @property
    def digits(self) -> Decimal:
        """Return how many digits of the ratio had to agree."""
        return agreed(abs(self.stated.size), 2 * _half(self.stated))

    @property
    def expression(self) -> Expression:
        """Return the arithmetic."""
        quotient = Expression.claim(self.above.ref) / Expression.claim(self.below.ref)
        result = _ONE - quotient if self.less else quotient
        return result * HUNDRED if dimension(self.stated) == "percent" else result


def table_ratios(facts: Facts) -> Iterator[Relation]:
    """Propose the shares and quotients of every table of a report, down its rows and across its columns."""
    for claims in tables(facts):
        for down in (False, True):
            found = lines(claims, down=down)
            amounts = [line for line in found if additive(line.first)]
            for at, line in enumerate(found):
                if _is_rate(line.first):
                    yield from _best(_readings(line, found, amounts, at, down=down))


def _is_rate(claim: Claim) -> bool:
    """Return whether a line may tell quotients: rates do, and means told in the unit of what they divide."""
    mean = additive(claim) and tells_mean(claim) and not dimension(claim).startswith("count")
    return mean or (not additive(claim) and dimension(claim) != "points")


def _divided_by(rate: Line, amount: Line) -> bool:
    """Return whether the unit of a rate names what an amount is told in, above its line or below it."""
    over, slash, under = dimension(rate.first).partition("/")
    return bool(slash) and (dimension(amount.first) or under) in (over, under)


def _of_kind(rate: Claim, above: Claim, below: Claim) -> bool:
    """Return whether two amounts may give a rate: unlike ones a number, alike ones a share, hours a mean."""
    over, under = dimension(above), dimension(below)
    if additive(rate):
        return over == dimension(rate) and under.startswith("count") and not tells_mean(above)
    return (dimension(rate) == "percent") == (over == under)


def _readings(
    line: Line, found: Sequence[Line], amounts: Sequence[Line], at: int, *, down: bool
) -> Iterator[tuple[str, list[_Case]]]:
    """Yield every way in which a line of ratios may have been worked out."""
    near = [other for other in amounts if abs(found.index(other) - at) <= _NEAR or _divided_by(line, other)]
    percent = dimension(line.first) == "percent"
    for above, below in permutations(near, 2):
        if line not in (above, below) and _of_kind(line.first, above.first, below.first):
            named = _called(line.first, above.first, below.first, down=down)
            called = percent and (named or (down and _of_which(line.first, above, below, found)))
            yield "table:quotient:named" if called else "table:quotient", _cases(line, above, below)
            if percent:
                yield "table:quotient", _cases(line, above, below, less=True)
    if percent:
        for amount in near:
            wholes = sorted(position for position in _wholes(line) if position in amount.claims)
            for blocks in _blocks(line, wholes):
                split = all(
                    _is_split(amount, *block) or _named(line, amount, block[0]) for block in blocks.items()
                )
                beside = found.index(amount) + 1 == at and split
                cases = [case for block in blocks.items() for case in _shares(line, amount, *block)]
                yield "table:share:beside" if beside else "table:share", cases


def _called(rate: Claim, above: Claim, below: Claim, *, down: bool) -> bool:
    """Return whether percentages are called as one of two rows or columns, the other being the whole."""
    if not down and len({rate.leaf, above.leaf, below.leaf}) < len((rate, above, below)):
        return False  # no head names the column
    mine, whole_name = (parts(claim.folded if down else claim.leaf) for claim in (above, below))
    told = parts(above_name(rate.leaf))
    by_name = bool(told) and 2 * sum(_said(word, mine) for word in told) >= len(told)
    by_metric = above.metric.base in numerator_bases().get(rate.metric.base, ())
    whole = (down and says_total(below.folded)) or bool(mine & whole_name)
    return (by_name or by_metric) and whole and above.size <= below.size


def _of_which(rate: Claim, above: Line, below: Line, found: Sequence[Line]) -> bool:
    """Return whether a row of percentages is called as the row of which, whose whole is the row before it."""
    told, mine = parts(above_name(rate.leaf)), parts(above.first.folded)
    alike = bool(told) and 2 * len(told & mine) >= len(told)
    return alike and partial(above) and found.index(below) + 1 == found.index(above)


def _said(word: str, others: frozenset[str]) -> bool:
    """Return whether a word is among others, in one of its forms: audit, audited."""
    return any(word == other or (word.isascii() and other.startswith(word)) for other in others)


def _is_split(amount: Line, whole: int, among: Sequence[int]) -> bool:
    """Return whether all other amounts of a block are the parts of one that is called their total."""
    parts = [amount.claims[at].quantity.base for at in among if at != whole and at in amount.claims]
    told = amount.claims[whole]
    return len(parts) > 1 and says_total(told.folded) and total(parts).meets(told.quantity.base)


def _named(line: Line, amount: Line, whole: int) -> bool:
    """Return whether the head of a line says that it tells shares, of what is called a total."""
    head = column_head(line.first)
    return bool(any_of(label_words().share_heads).search(head)) and says_total(amount.claims[whole].folded)


def _wholes(line: Line) -> list[int]:
    """Return the positions at which a line of percentages tells 100 %."""
    return [position for position, claim in line.claims.items() if claim.quantity.value == 100]


def _blocks(line: Line, wholes: Sequence[int]) -> Iterator[dict[int, list[int]]]:
    """Yield for each way to part a line its wholes, each with the positions of what it tells the whole of."""
    positions, last = sorted(line.claims), len(wholes) - 1
    for whole in wholes:
        yield {whole: positions}
    if last > 0:
        ended = {at: wholes[min(bisect_left(wholes, at), last)] for at in positions}
        begun = {at: wholes[max(bisect_right(wholes, at) - 1, 0)] for at in positions}
        for told in (ended, begun):
            yield {whole: [at for at in positions if told[at] == whole] for whole in wholes}


def _cases(line: Line, above: Line, below: Line, *, less: bool = False) -> list[_Case]:
    return [
        _Case(claim, above.claims[position], below.claims[position], less)
        for position, claim in line.claims.items()
        if _alike(claim, line) and _usable(above, position) and _usable(below, position)
    ]


def _shares(line: Line, amount: Line, whole: int, among: Sequence[int]) -> list[_Case]:
    """Return the shares of a whole; a single one that is rounded so that all make 100 accuses nobody.

    Nor does one that is told as the least that can be told, for it is too little to be told at all.
    """
    below = amount.claims[whole]
    cases = [
        _Case(line.claims[at], amount.claims[at], below)
        for at in among
        if at != whole and _alike(line.claims[at], line) and _usable(amount, at) and _usable(amount, whole)
    ]
    cases = [case for case in cases if not case.least]
    made = (
        sum((case.stated.quantity.value for case in cases), Decimal(0)) == line.claims[whole].quantity.value
    )
    plugged = [case for case in cases if made and case.plugged]
    return [case for case in cases if case not in plugged] if len(plugged) == 1 else cases


def _alike(claim: Claim, line: Line) -> bool:
    """Return whether a number is of the kind of its line: a misread head mixes amounts and rates."""
    return dimension(claim) == dimension(line.first)


def _usable(line: Line, position: int) -> bool:
    claim = line.claims.get(position)
    return claim is not None and _alike(claim, line) and not claim.quantity.interval.may_be_zero


def _best(readings: Iterator[tuple[str, list[_Case]]]) -> Iterator[Relation]:
    """Yield the relations of the reading that holds most often, where its digits prove it."""
    proved: list[tuple[int, str, list[_Case]]] = []
    for rule, cases in readings:
        holding = [case for case in cases if case.holds]
        worth = {case.stated.quantity.value: case.digits for case in holding}
        misses = len(cases) - len(holding)
        support = _BARS.get(rule, _PROVED)
        if support.proves(worth.values()) and support.bears(len(holding), misses):
            proved.append((len(holding) - misses, rule, cases))
    if proved:
        _, rule, cases = max(proved, key=lambda item: item[0])
        strength = Strength.QUESTION if rule.endswith(":named") else Strength.MUST
        yield from (_relation(case, ":".join(rule.split(":")[:2]), strength) for case in cases)


def _relation(case: _Case, rule: str, strength: Strength) -> Relation:
    names = f"{short(case.above)} / {short(case.below)}"
    percent = " × 100" if dimension(case.stated) == "percent" else ""
    text = f"(1 − {names}){percent}" if case.less else f"{names}{percent}"
    return relation(
        Kind.SHARE if percent else Kind.RATIO,
        case.stated,
        case.expression,
        f"{text} = {short(case.stated)}",
        rule,
        keys=(case.above, case.below),
        strength=strength,
    )


def _half(claim: Claim) -> Decimal:
    base = claim.quantity.base
    return (base.high - base.low) / 2 if base.high is not None and base.low is not None else Decimal(0)


def _scale(claim: Claim) -> int:
    return 100 if dimension(claim) == "percent" else 1
