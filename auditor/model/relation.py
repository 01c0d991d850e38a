"""A relation between claims: a stated number and the arithmetic that should give it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from auditor.model.interval import Interval
from auditor.model.period import Period
from auditor.model.saying import Saying


class Kind(StrEnum):
    """What is checked."""

    SAME_FACT = "same_fact"
    RESTATEMENT = "restatement"
    SUM = "sum"
    DIFFERENCE = "difference"
    RATIO = "ratio"
    GROWTH = "growth"
    SHARE = "share"
    PERCENT_SUM = "percent_sum"
    DEFINITION = "definition"
    SHARED_DENOMINATOR = "shared_denominator"
    WHOLE_NUMBER = "whole_number"
    ROLLFORWARD = "rollforward"


class Operator(StrEnum):
    """How an `Expression` joins its operands."""

    CLAIM = "claim"
    NUMBER = "number"
    REST = "rest"
    ROOT = "root"
    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"


@dataclass(frozen=True, slots=True)
class Expression:
    """Arithmetic over claims; every claim is taken in the base unit of its dimension.

    A leaf is a claim (``ref``), a number, or the rest of a sum that nobody tells: any number from zero up.
    An inner node joins two or more operands, subtracting or dividing the first by all that follow; a root
    has one operand, and its degree is ``number``.
    """

    operator: Operator
    operands: tuple[Expression, ...] = ()
    ref: str = ""
    number: Decimal = Decimal(0)

    @classmethod
    def claim(cls, ref: str) -> Expression:
        """Return a leaf for a claim."""
        return cls(Operator.CLAIM, ref=ref)

    @classmethod
    def constant(cls, number: Decimal | int) -> Expression:
        """Return a leaf for a number that is exact."""
        return cls(Operator.NUMBER, number=Decimal(number))

    @classmethod
    def rest(cls) -> Expression:
        """Return a leaf for what a sum holds besides: any number from zero up."""
        return cls(Operator.REST)

    def root(self, degree: int) -> Expression:
        """Return the root of a number that is not below zero."""
        return Expression(Operator.ROOT, (self,), number=Decimal(degree))

    @property
    def adds_only(self) -> bool:
        """Return whether it is a claim or a sum of claims."""
        return self.operator is Operator.CLAIM or (
            self.operator is Operator.ADD and all(operand.adds_only for operand in self.operands)
        )

    def __add__(self, other: Expression) -> Expression:
        return Expression(Operator.ADD, (self, other))

    def __sub__(self, other: Expression) -> Expression:
        return Expression(Operator.SUBTRACT, (self, other))

    def __mul__(self, other: Expression) -> Expression:
        return Expression(Operator.MULTIPLY, (self, other))

    def __truediv__(self, other: Expression) -> Expression:
        return Expression(Operator.DIVIDE, (self, other))

    @property
    def leaf(self) -> bool:
        """Return whether it joins nothing."""
        return not self.operands

    @property
    def partial(self) -> bool:
        """Return whether it holds an untold rest: then it says how small a result may be, and no more."""
        return self.operator is Operator.REST or any(operand.partial for operand in self.operands)

    @property
    def refs(self) -> tuple[str, ...]:
        """Return the claims in the expression, left to right."""
        if self.operator is Operator.CLAIM:
            return (self.ref,)
        return tuple(ref for operand in self.operands for ref in operand.refs)


def addition(refs: tuple[str, ...]) -> Expression:
    """Return the sum of claims."""
    return Expression(Operator.ADD, tuple(Expression.claim(ref) for ref in refs))


class Strength(StrEnum):
    """How sure it is that the relation must hold.

    ``must``: a gap is an error. ``question``: a gap asks for an explanation (a footnote narrows one
    of the inputs, or the definition is ours). ``tie``: proposed because the numbers agree; it can
    only pass.
    """

    MUST = "must"
    QUESTION = "question"
    TIE = "tie"


@dataclass(frozen=True, slots=True)
class Relation:
    """``stated`` should equal ``computed``.

    Attributes:
        id: stable: kind, period and the keys of the claims, not their values.
        stated: ref of the claim that states the result.
        computed: the arithmetic that should give it, in base units of the stated claim's dimension.
        statement: reads as arithmetic with names.
        blocked: a reason why the relation cannot be judged; none when it can.
        rule: which proposer made it, e.g. ``identity:ghg_scopes``.
    """

    id: str
    kind: Kind
    report: str
    period: Period
    statement: str
    stated: str
    computed: Expression
    strength: Strength = Strength.MUST
    blocked: Saying | None = None
    rule: str = ""

    @property
    def refs(self) -> tuple[str, ...]:
        """Return all claims of the relation, the stated one first, none twice."""
        return tuple(dict.fromkeys((self.stated, *self.computed.refs)))


class Verdict(StrEnum):
    """How a relation ends."""

    PASSED = "passed"
    ROUNDING = "rounding"
    FLAGGED = "flagged"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A relation and its verdict.

    ``stated`` and ``computed`` are intervals in the unit of the stated claim; ``gap`` is the distance
    between them, ``gap_in_units`` the same in units of its last printed digit.
    """

    relation: Relation
    verdict: Verdict
    stated: Interval
    computed: Interval | None
    gap: Decimal = Decimal(0)
    gap_in_units: Decimal = Decimal(0)
    reason: Saying | None = None


class Slip(StrEnum):
    """What kind of slip a wrong number looks like."""

    NONE = ""
    TRANSPOSED_DIGITS = "transposed_digits"
    DROPPED_DIGIT = "dropped_digit"
    SCALE = "scale"
    SIGN = "sign"
    STALE_PERIOD = "stale_period"
    COPIED_ROW = "copied_row"
    WRONG_UNIT = "wrong_unit"
    ROUNDING = "rounding"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that may be the wrong one, and what it would be then; see `Diagnosis`."""

    suspect: str
    repair: Interval
    slip: Slip
    suggested: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One cause behind one or several flagged judgements.

    ``suspect`` is the most likely wrong claim (empty when the relations cannot tell), ``repair`` the
    interval that would satisfy all its relations, in the unit of the suspect. ``suggested`` is what to
    print for it: one number, or ``low..high`` where several fit; empty without a repair.
    ``candidates`` are the claims of which any one may be wrong where there is no suspect: the repair of
    each satisfies all relations, and nothing printed tells them apart; the likeliest is first, and
    ``leaning`` says that it is likelier than all others together.
    """

    failures: tuple[Judgement, ...]
    suspect: str = ""
    repair: Interval | None = None
    slip: Slip = Slip.NONE
    suggested: str = ""
    candidates: tuple[Candidate, ...] = ()
    leaning: bool = False
