"""The search for causes: repair after repair, the one that mends most first."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from auditor.judge.board import Board
from auditor.judge.board import Fact
from auditor.judge.invert import holds
from auditor.judge.odds import odds
from auditor.judge.odds import sign_of
from auditor.judge.possible import impossible
from auditor.judge.repair import Repair
from auditor.judge.repair import repairs
from auditor.judge.rows import row_repairs
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.relation import Kind
from auditor.model.relation import Strength

#: Looking one repair ahead is for small knots; in a large one it would cost more than it tells.
_LARGEST_KNOT = 12
_MOST_EQUALS = 20
#: One sign that chance would seldom give.
_SIGN_OF_A_SLIP = Decimal(6)
#: Of a figure that alone could be wrong, one changed digit is a sign too, where chance gives it more seldom.
_SIGN_OF_A_DIGIT = Decimal(12)
#: A question that a repair answers: chance answers one seldom.
_ANSWER, _MOST_ANSWERS = Decimal(12), 2
#: A figure is named when it is surely more likely the wrong one than all others together.
_CONVINCING, _LEANING = Decimal("0.7"), Decimal("0.5")
#: Of two figures that are the same either may be the copy: that the one has more room tells little.
_SURE_OF_COPIES = Decimal("0.9")
#: Candidates are told down to that share of all; where there are more than so many, none are.
_LEAST_LIKELY = Decimal("0.04")
_MOST_OPEN = 4
#: Evidence against a repair besides its gain: cost of what is left, not complete.
_Evidence = tuple[int, bool]


@dataclass(frozen=True, slots=True)
class Cause:
    """Failures with one repair (None when nothing mends them); ``named`` when evidence tells who.

    ``open`` are the repairs, likeliest first, of which evidence does not tell which it is; ``leaning`` when
    the first is likelier than all others together, if not by so much that it is named.
    """

    mended: tuple[int, ...]
    repair: Repair | None = None
    named: bool = False
    open: tuple[Repair, ...] = ()
    leaning: bool = False

    @property
    def cost(self) -> int:
        """Return what a reader has to believe: one wrong figure, its copies, and all that it breaks."""
        if self.repair is None:
            return len(self.mended)
        return len(self.repair.fact) + self.repair.broken


class Search:
    """Explains failures one cause at a time, each repair taken for printed when the next is sought.

    Repairs of facts on which the last cause has no bearing are remembered: knots of a misread table are
    large, and most of it stays as it was.
    """

    def __init__(
        self,
        board: Board,
        bases: dict[str, Interval],
        failures: Sequence[int],
        *,
        questions: Sequence[int] = (),
        ahead: bool = True,
    ) -> None:
        self.board = board
        self.questions = tuple(questions)
        self.bases = bases
        self.rest = list(failures)
        self._ahead = ahead
        self._found: dict[Fact, tuple[Repair, ...]] = {}

    def causes(self) -> Iterator[Cause]:
        """Return causes until no failure is left."""
        while self.rest:
            cause = self._next()
            self._take(cause)
            yield cause

    def _take(self, cause: Cause) -> None:
        """Go on as if the cause were mended."""
        changed = {ref for at in cause.mended for ref in self.board.relation(at).refs}
        self.rest = [at for at in self.rest if at not in cause.mended]
        if cause.repair is not None:
            self.bases = cause.repair.applied(self.bases)
            changed |= set(self.board.related(cause.repair.fact))
        if cause.named:
            self.board = self.board.settled(cause.mended)
        self._found = {fact: kept for fact, kept in self._found.items() if changed.isdisjoint(fact)}

    def _next(self) -> Cause:
        options = self._options()
        if not options:
            return Cause((self.rest[0],))
        best = min((-item.gain, item.broken) for item in options)
        level = [item for item in options if (-item.gain, item.broken) == best]
        if level[0].gain > 0:
            return self._likeliest(level)
        # whatever is changed breaks as much as it mends: rather the relation is in doubt than a figure
        return Cause(min(level, key=lambda item: _habit(self.board, item)).mended)

    def _options(self) -> list[Repair]:
        facts = self.board.facts(self.rest)
        for fact in facts:
            if fact not in self._found:
                self._found[fact] = tuple(repairs(self.board, self.bases, self.rest, fact))
        single = [repair for fact in facts for repair in self._found[fact]]
        return [*single, *row_repairs(self.board, self.bases, self.rest)] if self._ahead else single

    def _likeliest(self, level: Sequence[Repair]) -> Cause:
        """Return the repair with least against it, named when no other could be it as well."""
        weights = [self._evidence(item, crowd=len(level)) for item in level]
        equals = [item for item, weight in zip(level, weights, strict=True) if weight == min(weights)]
        first = min(equals, key=lambda item: _habit(self.board, item))
        if not self._ahead or len(equals) == 1:
            alone = not any(_rival(first, item) for item in equals)
            return Cause(first.mended, first, _accusable(self.board, first, alone=alone))
        shown = {id(item): self._odds(item) for item in equals}
        ranked = sorted(equals, key=lambda item: (-shown[id(item)], _habit(self.board, item)))
        first = ranked[0]
        ranked = [first, *(item for item in ranked if _rival(first, item))]
        if len(ranked) == 1:
            return Cause(first.mended, first, _accusable(self.board, first, alone=True))
        against = sum((shown[id(item)] for item in ranked[1:]), Decimal(0))
        share = shown[id(first)] / ((shown[id(first)] + against) or 1)
        sure = _SURE_OF_COPIES if _copies(self.board, ranked) else _CONVINCING
        if share >= sure and (_accusable(self.board, first) or _one_digit_off(self.board, first)):
            return Cause(first.mended, first, named=True)
        least = _LEAST_LIKELY * (shown[id(first)] + against)
        alike = (item for item in ranked if item.mended == first.mended and shown[id(item)] >= least)
        return Cause(first.mended, first, open=_open(self.board, tuple(alike)), leaning=share > _LEANING)

    def _odds(self, repair: Repair) -> Decimal:
        """Return the odds of a repair; each open question that it answers speaks for it."""
        after = ChainMap(repair.applied({}), self.bases)
        relations = [self.board.relation(at) for at in self.questions]
        own = [item for item in relations if not set(repair.fact).isdisjoint(item.refs)]
        answered = sum(holds(item, after) for item in own)
        return odds(self.board, repair) * _ANSWER ** min(answered, _MOST_ANSWERS)

    def _evidence(self, repair: Repair, *, crowd: int) -> _Evidence:
        look = self._ahead and 1 < crowd <= _MOST_EQUALS and len(self.rest) <= _LARGEST_KNOT
        return self._cost_after(repair) if look else 0, not repair.complete

    def _cost_after(self, repair: Repair) -> int:
        """Return what the failures that a repair leaves would cost to explain."""
        further = Search(self.board, self.bases, self.rest, ahead=False)
        further._found = dict(self._found)  # what is known so far holds there too
        further._take(Cause(repair.mended, repair))
        return sum(cause.cost for cause in further.causes())


def _habit(board: Board, repair: Repair) -> tuple[bool, bool, int, tuple[str, str]]:
    """Return what decides the order where evidence does not: it names nobody by itself."""
    claim = board.claims[repair.fact[0]]
    stated = {board.relation(at).stated for at in repair.mended}
    witnesses = sum(len(board.held.get(ref, ())) for ref in repair.fact)
    return claim.source is not Source.PROSE, claim.ref not in stated, witnesses, (claim.key, claim.ref)


def _open(board: Board, repairs: tuple[Repair, ...]) -> tuple[Repair, ...]:
    """Return the repairs of which any may be the right one, none where it may be none of them."""
    told = all(item.suits and not item.broken for item in repairs)
    relations = [board.relation(at) for item in repairs for at in item.mended]
    certain = all(item.strength is Strength.MUST or item.kind is Kind.SAME_FACT for item in relations)
    # two rows that tell the same are a sign too
    signs = (
        item.row or sign_of(board, item) >= _SIGN_OF_A_SLIP or _one_digit_off(board, item) for item in repairs
    )
    # a part that is more than its whole: one of the two is wrong
    certain = certain or any(signs) or all(item.computed.partial for item in relations)
    return repairs if told and certain and 1 < len(repairs) <= _MOST_OPEN else ()


def _rival(one: Repair, other: Repair) -> bool:
    """Return whether two repairs are alternatives: unlike claims that mend a failure in common."""
    apart = not set(one.fact) & set(other.fact)
    return apart and bool(set(one.mended) & set(other.mended))


def _copies(board: Board, ranked: Sequence[Repair]) -> bool:
    """Return whether the two likeliest figures are the same number, neither of which is a whole row."""
    if len(ranked) < 2 or ranked[0].row or ranked[1].row:
        return False
    one, two = (board.claims[item.fact[0]].quantity for item in ranked[:2])
    return one.value == two.value and one.unit == two.unit


def _accusable(board: Board, repair: Repair, *, alone: bool = False) -> bool:
    """Return whether some failure must hold: one open question accuses nobody who shows no sign of a slip.

    Whether two tellings are one fact is another question: where copies or sums confirm one side and the
    other stands ``alone``, that is the odd one out.
    """
    relations = [board.relation(at) for at in repair.mended]
    if len(relations) > 1 or relations[0].strength is not Strength.QUESTION:
        return True
    if len(relations[0].refs) == 1:
        return True  # a figure that its own words work out: there is no other
    if repair.row or any(impossible(board.claims[ref]) for ref in repair.fact):
        return True
    if alone and (relations[0].kind is Kind.SAME_FACT or _one_digit_off(board, repair)):
        return True
    return sign_of(board, repair) >= _SIGN_OF_A_SLIP


def _one_digit_off(board: Board, repair: Repair) -> bool:
    """Return whether one digit, or another slip, leads from the repair to what is printed, not chance."""
    return repair.suits and not repair.broken and sign_of(board, repair, unnamed=True) >= _SIGN_OF_A_DIGIT
