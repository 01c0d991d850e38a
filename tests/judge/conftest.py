"""Small reports made of claims: a table of rows and years, sentences, and the relations between them."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence
from decimal import Decimal

import pytest

from auditor.model.claim import Claim
from auditor.model.claim import Seat
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.metric import Metric
from auditor.model.period import Period
from auditor.model.place import Place
from auditor.model.quantity import Bound
from auditor.model.quantity import Quantity
from auditor.model.quantity import Unit
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.model.relation import addition
from auditor.model.saying import Saying

TONNE = Unit("t", "mass")
PERSON = Unit("person", "count")
KILOGRAM = Unit("kg", "mass", Decimal("0.001"))
PERCENT = Unit("%", "%")
HUNDRED = Expression.constant(100)
ONE = Expression.constant(1)


def quantity(text: str, unit: Unit, scale: str, bound: Bound) -> Quantity:
    """Read ``1,324.9`` with a scale of 10000 as a report prints it."""
    digits = text.replace(",", "")
    value = Decimal(digits) * Decimal(scale)
    decimals = len(digits.partition(".")[2])
    step = Decimal(1).scaleb(-decimals) * Decimal(scale)
    interval = Interval.around(value, step / 2)
    if bound is Bound.OVER:
        interval = Interval(value, None)
    if bound is Bound.UNDER:
        interval = Interval(None, value)
    return Quantity(text, value, interval, step, unit, unit.id, bound)


class Book:
    """A report under construction: claims by short names, relations between them."""

    def __init__(self, name: str = "report") -> None:
        self.name = name
        self.claims: dict[str, Claim] = {}
        self.relations: list[Relation] = []

    def say(
        self,
        ref: str,
        text: str,
        unit: Unit = TONNE,
        *,
        scale: str = "1",
        bound: Bound = Bound.EXACT,
        metric: str = "",
        period: str = "FY2025",
        seat: tuple[int, int] | None = None,
    ) -> str:
        """Put a number into the report: in a table where it has a seat (row, column), else in prose."""
        self.claims[ref] = Claim(
            ref=ref,
            no=len(self.claims) + 1,
            key=ref,
            report=self.name,
            source=Source.PROSE if seat is None else Source.TABLE,
            place=Place(self.name, line=len(self.claims) + 1),
            label=ref,
            folded=ref,
            metric=Metric(metric or f"?{ref}"),
            scope="",
            period=Period(period),
            quantity=quantity(text, unit, scale, bound),
            seat=Seat(1, *seat) if seat else None,
        )
        return ref

    def table(self, rows: Sequence[Sequence[str]], unit: Unit = TONNE) -> None:
        """Put a grid into the report; the cell in row 1, column 2 is called ``1.2``."""
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                year = f"FY{2020 + column}"
                self.say(f"{row}.{column}", text, unit, metric=f"row{row}", period=year, seat=(row, column))

    def relate(
        self,
        kind: Kind,
        stated: str,
        computed: Expression,
        strength: Strength = Strength.MUST,
        blocked: Saying | None = None,
        *,
        named: str = "",
    ) -> Relation:
        """State that a number should equal some arithmetic; ``named`` is how other columns state it too."""
        relation = Relation(
            id=f"{kind.value}|{stated}|{'|'.join(computed.refs)}",
            kind=kind,
            report=self.name,
            period=Period("FY2025"),
            statement=named or f"{'+'.join(computed.refs)} = {stated}",
            stated=stated,
            computed=computed,
            strength=strength,
            blocked=blocked,
        )
        self.relations.append(relation)
        return relation

    def sum(self, stated: str, parts: Iterable[str]) -> Relation:
        """State a footing."""
        return self.relate(Kind.SUM, stated, addition(tuple(parts)))

    def same(self, one: str, other: str, strength: Strength = Strength.MUST) -> Relation:
        """State that two claims tell one fact."""
        return self.relate(Kind.SAME_FACT, one, Expression.claim(other), strength)

    def growth(self, stated: str, new: str, old: str) -> Relation:
        """State a year-on-year growth in percent."""
        rate = (Expression.claim(new) / Expression.claim(old) - ONE) * HUNDRED
        return self.relate(Kind.GROWTH, stated, rate)

    def share(self, stated: str, part: str, whole: str) -> Relation:
        """State a share of a whole in percent."""
        return self.relate(Kind.SHARE, stated, Expression.claim(part) / Expression.claim(whole) * HUNDRED)

    def cross_foot(self, size: int) -> None:
        """State that in a square table the last row and column are totals."""
        last = size - 1
        for line in range(size):
            self.sum(f"{line}.{last}", (f"{line}.{column}" for column in range(last)))
            self.sum(f"{last}.{line}", (f"{row}.{line}" for row in range(last)))


@pytest.fixture
def book() -> Book:
    return Book()
