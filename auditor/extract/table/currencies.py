"""A currency printed at some amounts of a column, as accounts print it at the first row and the totals."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace

import regex

from auditor.extract.numbers.cells import parse_cell
from auditor.extract.numbers.unittext import UnitText
from auditor.extract.table.columns import Column
from auditor.extract.table.columns import Grid
from auditor.extract.table.columns import Role
from auditor.extract.table.outline import Row
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import name
from auditor.lexicon.quantities import alternation
from auditor.model.quantity import NO_UNIT
from auditor.model.quantity import Quantity

_MONEY = "money:"


def with_currencies(heads: Sequence[Column], body: Grid) -> tuple[Column, ...]:
    """Return the columns, each with the one currency that signs in its cells name."""
    return tuple(_with_currency(head, body, index) for index, head in enumerate(heads))


def in_column_currency(
    quantity: Quantity, unit: UnitText | None, row: Row, column: Column, names: Sequence[str]
) -> UnitText | None:
    """Return the unit of a number that has at most a scale, in the currency of its column.

    Not where the row counts heads, shares or tells a ratio: the column holds more than amounts then.
    """
    told = unit is not None and unit.unit.dimension != ""
    if column.currency is None or told or quantity.unit is not NO_UNIT or not _is_amount(row, names):
        return unit
    if unit is None:
        return column.currency
    full = f"{column.currency.text} {unit.full}" if unit.full else ""
    return replace(column.currency, scale=unit.scale, full=full)


def _with_currency(head: Column, body: Grid, index: int) -> Column:
    if head.role is not Role.VALUE or head.unit is not None:
        return head
    signs = {quantity.unit: quantity.unit_text for quantity in _amounts(body, index)}
    if len(signs) != 1:
        return head
    unit, text = signs.popitem()
    return replace(head, currency=UnitText(unit, text))


def _amounts(body: Grid, index: int) -> Iterator[Quantity]:
    for cells in body:
        cell = cells[index]
        parsed = parse_cell(cell.text.string) if cell is not None else None
        if parsed and parsed[0].unit.dimension.startswith(_MONEY):
            yield parsed[0]


def _is_amount(row: Row, names: Sequence[str]) -> bool:
    folded = fold(row.label)
    if regex.search(alternation(label_words().no_money), folded):
        return False
    named = name(fold(row.labels[-1]) if row.labels else "", NO_UNIT, tuple(names), any_unit=True)
    if named is None or not named.metric.known:
        return True
    return any(told.startswith(_MONEY) for told in metrics().entry(named.metric.base).dimensions)
