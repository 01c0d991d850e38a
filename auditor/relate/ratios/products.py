"""Amounts times factors: activity x emission factor = emission, energy x conversion = coal, number x price.

A column (or row) whose head names a factor multiplies another one into a third. Which ones, the numbers say:
the product must hold as printed, moved by one power of ten for the whole table, and the digits that agreed
must be more than chance could give. Units of a single column are seldom told, so the printed numbers are
multiplied; where a line only holds with another power of ten, or with the weight of carbon dioxide for that
of carbon, its units differ and nothing is said of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context
from decimal import Decimal
from functools import cached_property
from itertools import permutations

from auditor.lexicon.fold import fold_width
from auditor.lexicon.fold import grouped
from auditor.lexicon.labels import label_words
from auditor.lexicon.quantities import alternation
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.chance import Support
from auditor.relate.chance import agreed
from auditor.relate.facts import Facts
from auditor.relate.facts import column_head
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.lines import Line
from auditor.relate.lines import lines
from auditor.relate.lines import tables

_WIDE = Context(prec=20)
_LOG = Context(prec=6)
_PROVED = Support(results=2, digits=Decimal(6), per_miss=2)
_MOST_POWER = 9
#: Lines further away than this are not tried.
_NEAR = 6
#: Carbon told as carbon dioxide.
_CARBON = Interval(_WIDE.divide(Decimal("43.9"), Decimal(12)), _WIDE.divide(Decimal("44.1"), Decimal(12)))
_DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


@dataclass(frozen=True)
class _Product:
    """A number that should be an amount times a factor."""

    stated: Claim
    amount: Claim
    factor: Claim

    @cached_property
    def quotient(self) -> Interval:
        """Return the stated number over the product, all as printed."""
        return _printed(self.stated) / (_printed(self.amount) * _printed(self.factor))

    @property
    def power(self) -> int:
        """Return the power of ten nearest to the quotient."""
        middle = self.quotient.middle
        return int(_LOG.log10(middle).to_integral_value()) if middle and middle > 0 else _MOST_POWER + 1

    def holds(self, power: int) -> bool:
        """Return whether the product gives the number, moved by a power of ten."""
        return Decimal(1).scaleb(power) in self.quotient

    def in_other_units(self) -> bool:
        """Return whether the number holds when its units are others than those of the table."""
        within = abs(self.power) <= _MOST_POWER and self.holds(self.power)
        return within or self.quotient.meets(_CARBON)

    @property
    def digits(self) -> Decimal:
        """Return how many digits of the stated number had to agree."""
        return agreed(self.quotient.middle or Decimal(1), self.quotient.width or Decimal(0))


def factor_products(facts: Facts) -> Iterator[Relation]:
    """Propose the products of every table of a report that has a column or row of factors."""
    for claims in tables(facts):
        for down in (False, True):
            found = lines(claims, down=down)
            names = [_name(line, down=down) for line in found]
            for at, factor in enumerate(found):
                if re.search(alternation(label_words().factors), names[at]):
                    near = found[max(0, at - _NEAR) : at + _NEAR + 1]
                    yield from _best(factor, [line for line in near if line is not factor])


def _name(line: Line, *, down: bool) -> str:
    """Return what a line is called: a column by its head, a row by its label."""
    return line.first.folded if down else column_head(line.first)


def _best(factor: Line, others: Sequence[Line]) -> Iterator[Relation]:
    """Yield the relations of the product that holds most often, where its digits prove it."""
    proved: list[tuple[int, int, list[_Product]]] = []
    for stated, amount in permutations(others, 2):
        products = list(_products(stated, amount, factor))
        powers = Counter(product.power for product in products)
        power = powers.most_common(1)[0][0] if powers else _MOST_POWER + 1
        holding = [product for product in products if product.holds(power)]
        told = [product for product in products if product in holding or not product.in_other_units()]
        if _proves(holding) and _PROVED.bears(len(holding), len(told) - len(holding)):
            proved.append((len(holding), power, told))
    if proved:
        _, power, told = max(proved, key=lambda item: item[0])
        yield from filter(None, (_relation(product, power) for product in told))


def _products(stated: Line, amount: Line, factor: Line) -> Iterator[_Product]:
    for position, claim in stated.claims.items():
        if position in amount.claims and position in factor.claims:
            product = _Product(claim, amount.claims[position], factor.claims[position])
            if all(_usable(item) for item in (product.stated, product.amount, product.factor)):
                yield product


def _usable(claim: Claim) -> bool:
    return claim.quantity.value > 0 and not claim.quantity.interval.may_be_zero and bool(_scale(claim))


def _proves(holding: Sequence[_Product]) -> bool:
    """Return whether products agree in enough digits; a factor or an amount of one proves nothing."""
    worth = {
        product.stated.quantity.value: product.digits
        for product in holding
        if product.stated.quantity.value not in (product.amount.quantity.value, product.factor.quantity.value)
    }
    return _PROVED.proves(worth.values())


def _relation(product: _Product, power: int) -> Relation | None:
    """Return the relation in base units, None where the units of its numbers do not divide evenly."""
    above = _scale(product.stated) * Decimal(1).scaleb(power)
    below = _scale(product.amount) * _scale(product.factor)
    units = _WIDE.divide(above, below)
    if units * below != above:
        return None
    computed = Expression.claim(product.amount.ref) * Expression.claim(product.factor.ref)
    return relation(
        Kind.RATIO,
        product.stated,
        computed if units == 1 else computed * Expression.constant(units),
        f"{short(product.amount)} × {short(product.factor)} = {short(product.stated)}",
        "table:product",
        keys=(product.amount, product.factor),
        strength=Strength.QUESTION,
    )


def _scale(claim: Claim) -> Decimal:
    """Return how many base units one of the printed digits is worth, 0 where they cannot be told."""
    found = _DIGITS.search(fold_width(grouped(claim.quantity.text)))
    number = Decimal(found[0].replace(",", "")) if found else Decimal(0)
    return _WIDE.divide(claim.size, number) if number else Decimal(0)


def _printed(claim: Claim) -> Interval:
    """Return the interval of the digits as printed, without scale word and unit."""
    return claim.quantity.base / Interval.exactly(_scale(claim))
