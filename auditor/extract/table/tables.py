"""Claims from tables: every cell that holds a number, with label path, unit, period and marks."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace

import regex

from auditor.extract.context import Context
from auditor.extract.numbers.cells import parse_cell
from auditor.extract.numbers.cells import without_share
from auditor.extract.numbers.quantities import as_count
from auditor.extract.numbers.unittext import in_unit
from auditor.extract.numbers.unittext import unit_text
from auditor.extract.table.cellunits import cell_unit
from auditor.extract.table.cellunits import unit_beside
from auditor.extract.table.columns import Column
from auditor.extract.table.columns import Role
from auditor.extract.table.columns import columns
from auditor.extract.table.columns import heads_again
from auditor.extract.table.currencies import in_column_currency
from auditor.extract.table.currencies import with_currencies
from auditor.extract.table.datedcells import without_year
from auditor.extract.table.datedcells import year_of
from auditor.extract.table.groupheads import with_groups
from auditor.extract.table.groupsdown import with_groups_down
from auditor.extract.table.headcounts import as_named
from auditor.extract.table.headcounts import as_people
from auditor.extract.table.movedcells import parse_moved
from auditor.extract.table.outline import Outline
from auditor.extract.table.outline import Row
from auditor.extract.table.rows import label_rows
from auditor.extract.table.rows import unglue
from auditor.extract.table.threes import in_threes
from auditor.extract.table.what import metric_of
from auditor.extract.table.when import period_and_label
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.naming import marks
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Seat
from auditor.model.claim import Source
from auditor.model.document import Cell
from auditor.model.document import Table
from auditor.model.quantity import Quantity

_VALUES = (Role.VALUE, Role.CHANGE)
#: What no number begins with: it is the end of one.
_END_OF_NUMBER = regex.compile(r"(?:\.[0-9]+|0[0-9]+(?:\.[0-9]+)?)$")


def table_claims(  # noqa: PLR0913, PLR0917  # a table, and what it may go on with
    table: Table,
    number: int,
    context: Context,
    before: Sequence[Column] = (),
    outline: Outline | None = None,
    above: int = 0,
) -> tuple[tuple[Claim, ...], tuple[Column, ...]]:
    """Return the claims of a table in reading order, and its columns.

    ``number`` is the table's ordinal, ``before`` the columns of the table that this one may continue,
    ``outline`` what stands above its first row, ``above`` the number of rows that its earlier parts
    have: rows are counted through.
    """
    table = in_threes(_with_corner(table))
    grid = table.grid()
    clock = context.profile.clock
    heads = with_groups(columns(table, grid, clock))
    headless = table.continued or not table.header_rows
    if headless and not any(head.period for head in heads):
        heads = _heads_before(heads, before, goes_on=table.continued)
    start = table.header_rows
    heads = with_currencies(_without_heads(heads), grid[start:])
    grid = with_groups_down(grid, heads, start)
    claims: list[Claim] = []
    for first, last in _pieces(table, heads, context):
        outline = outline if outline is not None and first <= start else Outline()
        rows = label_rows(
            grid[:last], heads, max(first, start), context.profile.names, context.marks, outline, above
        )
        for row in rows:
            claims.extend(_row_claims(row, heads, table, number, context))
    return (tuple(qualified(claims)), heads)


def _with_corner(table: Table) -> Table:
    """Return a table with the unit that the head of its labels is: ``tCO2e`` in the corner.

    A corner that says only that years stand below it (Year) is none.
    """
    corner = next((cell for cell in table.cells if cell.column == 0 and cell.row < table.header_rows), None)
    unit = unit_text(corner.text.string) if corner and corner.text and not table.unit else None
    if corner is None or unit is None or not unit.unit.dimension or _heads_periods(corner.text.string):
        return table
    return replace(table, unit=corner.text.string.strip())


def _heads_periods(corner: str) -> bool:
    return fold(corner).strip() in label_words().period_heads


def _heads_before(
    heads: tuple[Column, ...], before: Sequence[Column], *, goes_on: bool
) -> tuple[Column, ...]:
    """Return the heads of the part before; where they do not fit, no period can be told.

    Numbers below a head over words stand in a table of their own, unless it is known that this one goes on.
    """
    values = [head for head in heads if head.role in _VALUES]
    if len(before) != len(heads):
        alone = not goes_on and len(values) == 1
        return tuple(replace(head, unsure=not alone) if head in values and before else head for head in heads)
    both = list(zip(heads, before, strict=True))
    if not goes_on and any(own.role in _VALUES and above.role not in _VALUES for own, above in both):
        return heads
    return tuple(
        replace(above, role=own.role) if own.role in _VALUES and above.role is Role.TEXT else above
        for own, above in both
    )


def _without_heads(heads: tuple[Column, ...]) -> tuple[Column, ...]:
    """Return the columns; where two of values or more have no head, none of them can be of one period."""
    bare = [head for head in heads if head.role is Role.VALUE and not head.head]
    if len(bare) < 2:
        return heads
    return tuple(replace(head, unsure=True) if head in bare else head for head in heads)


def _pieces(table: Table, heads: Sequence[Column], context: Context) -> list[tuple[int, int]]:
    """Return the stretches of rows between heads that are repeated inside the table."""
    grid = table.grid()
    cuts = [
        index
        for index in range(table.header_rows, table.rows)
        if heads_again(heads, grid[index], context.profile.clock)
    ]
    edges = [table.header_rows, *(index + 1 for index in cuts)]
    ends = [*cuts, table.rows]
    return [(first, last) for first, last in zip(edges, ends, strict=True) if first < last]


def _row_claims(
    row: Row, heads: Sequence[Column], table: Table, number: int, context: Context
) -> Iterator[Claim]:
    if _ends_numbers(row):
        return
    order = 0
    for index, (column, cell) in enumerate(zip(heads, row.cells, strict=False)):
        if column.role not in (Role.VALUE, Role.CHANGE) or cell is None or cell.column != index:
            continue
        parsed = parse_cell(cell.text.string)
        if parsed is None and column.role is Role.CHANGE:
            parsed = parse_moved(cell.text.string)
        if parsed is None or cell.row != row.index:
            continue
        claim = _cell_claim(row, column, cell, parsed, table, context)
        if claim is not None:
            seat = Seat(number, row.number, index, row.parent, row.depth)
            yield replace(claim, seat=seat, order=order)
            order += 1


def _ends_numbers(row: Row) -> bool:
    """Return whether a row holds the ends of numbers that a page break cut: ``.77`` beside ``016.70``."""
    return any(cell is not None and _END_OF_NUMBER.match(cell.text.string.strip()) for cell in row.cells[1:])


def _cell_claim(  # noqa: PLR0913, PLR0917  # all that a cell's meaning hangs on
    row: Row, column: Column, cell: Cell, parsed: tuple[Quantity, str], table: Table, context: Context
) -> Claim | None:
    quantity, rest = parsed[0], without_share(without_year(parsed[1]))
    unit, rest_marks = cell_unit(rest)
    if rest and unit is None and not rest_marks:
        return None
    unit = unit or unit_beside(row, column, table, context)
    unit = in_column_currency(quantity, unit, row, column, context.profile.names)
    if unit is not None:
        quantity = as_count(in_unit(quantity, unit))
    period, label = period_and_label(row, column, table, context)
    metric, scope, folded = metric_of(row, column, quantity, table, context)
    if not (label or row.labels or metric.known):
        return None
    change = _change(quantity, column)
    if change is Change.LEVEL:
        named = as_named(quantity, column.head, row.labels[-1] if row.labels else "")
        quantity = as_people(named, metric, column.head)
    return Claim(
        ref="",
        no=0,
        key="",
        report=context.report,
        source=Source.TABLE,
        place=cell.text.place(0, len(cell.text.string)),
        label=label,
        folded=folded,
        metric=metric,
        scope=scope,
        period=year_of(parsed[1], context.profile.clock) or period,
        quantity=quantity,
        change=change,
        notes=tuple(dict.fromkeys((*row.notes, *rest_marks))),
        block_notes=_block_notes(row, column, table, context),
        context=f"{label} | {' '.join(column.head.split())}",
        heading=fold(context.heading),
    )


def _change(quantity: Quantity, column: Column) -> Change:
    """Return what a cell tells; a change below zero is a decline, and keeps the minus of its print."""
    if column.role is not Role.CHANGE:
        return Change.TARGET if column.target else Change.LEVEL
    if quantity.unit.dimension == "points":
        return Change.YOY_POINTS
    return Change.YOY_DECLINE if quantity.value < 0 else Change.YOY_GROWTH


def _block_notes(row: Row, column: Column, table: Table, context: Context) -> tuple[str, ...]:
    heading = context.headings[-1] if context.headings else ""
    glued = (mark for part in column.head.split(" / ") for mark in unglue(part, context.marks)[1])
    found = (*row.block_notes, *marks(column.head), *glued, *marks(table.caption.string), *marks(heading))
    return tuple(dict.fromkeys(mark for mark in found if mark not in row.notes))


def qualified(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Tell apart rows of one table that would be one fact with unlike numbers, by their labels."""
    seen: dict[tuple[str, str, str, str, str], set[str]] = {}
    for claim in claims:
        seen.setdefault(_identity(claim), set()).add(claim.folded)
    for claim in claims:
        if len(seen[_identity(claim)]) > 1 and claim.metric.known:
            yield replace(claim, scope=" ".join(part for part in (claim.scope, claim.folded) if part))
        else:
            yield claim


def _identity(claim: Claim) -> tuple[str, str, str, str, str]:
    return (
        claim.metric.id,
        claim.scope,
        claim.period.code,
        claim.change.value,
        claim.quantity.unit.dimension,
    )
