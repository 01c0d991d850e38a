"""The unit of a table's cell: behind its number, in its row, over its column, or for all."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import regex

from auditor.extract.context import Context
from auditor.extract.numbers.unittext import UnitText
from auditor.extract.numbers.unittext import bracketed_unit
from auditor.extract.numbers.unittext import trailing_measure
from auditor.extract.numbers.unittext import unit_text
from auditor.extract.table.columns import Column
from auditor.extract.table.columns import Role
from auditor.extract.table.outline import Row
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import facets_of
from auditor.lexicon.naming import marks
from auditor.lexicon.quantities import alternation
from auditor.model.document import Table
from auditor.model.quantity import Unit

#: What a cell prints behind a multiple: net debt of 0.4x EBITDA.
_MULTIPLE, _MULTIPLES = Unit("times_multiple", "multiple"), ("x", "×")


def cell_unit(rest: str) -> tuple[UnitText | None, tuple[str, ...]]:
    """Return the unit and the marks that stand behind the number in its cell."""
    if not rest:
        return (None, ())
    found = marks(rest) or tuple(regex.findall(r"[*†‡#]+", rest)) or _restated(rest)
    plain = regex.sub(r"[⁰¹²³⁴-⁹,，*†‡①-⑳]+|\^\{[^}]*\}", "", rest).strip()
    if plain in _MULTIPLES:
        return (UnitText(_MULTIPLE, plain), tuple(mark for mark in found if mark != plain))
    return (unit_text(plain) if plain else None, found)


def _restated(rest: str) -> tuple[str, ...]:
    """Return what says behind a number that it was restated, as a mark: ``(restated)``, ``R``."""
    said = rest == "R" or dict(facets_of(clean(rest))).get("vintage") == "after"
    return (rest,) if said else ()


def unit_beside(row: Row, column: Column, table: Table, context: Context) -> UnitText | None:
    """Return the nearest unit: row, column, table, caption, heading; of a change or rate that of its head."""
    if column.unit is not None and (column.role is Role.CHANGE or _tells_rate(column)):
        return column.unit
    if row.unit is not None:
        return row.unit
    if column.unit is not None:
        return column.unit
    unit = _of_table(table, context)
    if unit is None or _of_others(unit, row, column):
        return None
    return replace(unit, scale=Decimal(1)) if _is_per_share(row, column) else unit


def _tells_rate(column: Column) -> bool:
    """Return whether a head names a rate or share of a hundred, whatever its rows are told in: 占比（%）.

    So it does of aims: 2030 target (%).
    """
    if column.unit is None or column.unit.unit.id != "%":
        return False
    return bool(
        column.name
        or column.target
        or regex.search(alternation(label_words().share_nouns), fold(column.head))
    )


def _of_table(table: Table, context: Context) -> UnitText | None:
    if table.unit:
        return unit_text(table.unit)
    above = context.headings[-1] if context.headings else ""
    caption = table.caption.string
    return bracketed_unit(caption) or trailing_measure(caption) or bracketed_unit(above)


def _is_per_share(row: Row, column: Column) -> bool:
    """Return whether a row or column tells amounts per share, which the scale of a table leaves out."""
    words = alternation(label_words().per_share)
    return bool(regex.search(words, fold(f"{row.label} / {column.head}")))


def _of_others(unit: UnitText, row: Row, column: Column) -> bool:
    """Return whether the money or shares that a table is told in are not meant for heads or ages in it."""
    if unit.unit.dimension != "shares" and not unit.unit.dimension.startswith("money:"):
        return False
    ends = alternation(label_words().unlike)
    told = (*row.labels[-1:], *column.head.split(" / ")[-1:])
    return any(regex.search(rf"{ends}\s*(?:[(（][^()（）]*[)）]\s*)*$", fold(text).strip()) for text in told)
