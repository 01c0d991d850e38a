"""Arithmetic over claims, written out: with printed numbers for people, with cells for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping

from auditor.lexicon.spoken import with_unit
from auditor.model.claim import Claim
from auditor.model.relation import Expression
from auditor.model.relation import Operator
from auditor.render.cells import plain

#: Writes a leaf: a claim by its ref or a number.
Leaf = Callable[[Expression], str]

PEOPLE = {Operator.ADD: " + ", Operator.SUBTRACT: " − ", Operator.MULTIPLY: " × ", Operator.DIVIDE: " ÷ "}
SPREADSHEET = {Operator.ADD: "+", Operator.SUBTRACT: "-", Operator.MULTIPLY: "*", Operator.DIVIDE: "/"}
_SUMS = (Operator.ADD, Operator.SUBTRACT)


def written(expression: Expression, leaf: Leaf, signs: Mapping[Operator, str]) -> str:
    """Return the arithmetic with as few brackets as it needs."""
    if expression.leaf:
        return leaf(expression)
    if expression.operator is Operator.ROOT:
        return f"({written(expression.operands[0], leaf, signs)})^(1/{plain(expression.number)})"
    parts = (
        _operand(expression, operand, leaf, signs, first=not place)
        for place, operand in enumerate(expression.operands)
    )
    return signs[expression.operator].join(parts)


def _operand(
    outer: Expression, inner: Expression, leaf: Leaf, signs: Mapping[Operator, str], *, first: bool
) -> str:
    text = written(inner, leaf, signs)
    atom = inner.leaf or inner.operator is Operator.ROOT
    same = outer.operator is inner.operator is Operator.ADD
    leading = first and (inner.operator not in _SUMS or outer.operator in _SUMS)
    return text if atom or same or leading else f"({text})"


def in_print(expression: Expression, claims: Mapping[str, Claim]) -> str:
    """Return an expression with the numbers as printed: ``474,324 + 1,920,925``."""

    def leaf(item: Expression) -> str:
        if item.operator is Operator.NUMBER:
            return plain(item.number)
        if item.operator is Operator.REST:
            return "…"
        claim = claims.get(item.ref)
        return "?" if claim is None else _signed(printed_number(claim))

    return written(expression, leaf, PEOPLE)


def printed_number(claim: Claim) -> str:
    """Return the digits and scale word as printed, with a per cent sign where the unit is one."""
    text = claim.quantity.text
    return f"{text}%" if claim.quantity.unit.id == "%" and "%" not in text else text


def printed(claim: Claim) -> str:
    """Return a number as printed with its unit, which is not told twice."""
    quantity = claim.quantity
    unit = quantity.full_unit or quantity.unit_text
    if not unit or quantity.text.endswith(unit):
        return quantity.text
    return with_unit(quantity.text, unit, "" if unit in {"%", "％"} else " ")


def _signed(text: str) -> str:
    return f"({text})" if text.startswith(("-", "−")) else text
