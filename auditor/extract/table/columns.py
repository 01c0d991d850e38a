"""What each column of a table holds: labels, units, notes, values of a period, or changes."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from enum import StrEnum

import regex

from auditor.extract.numbers.cells import parse_cell
from auditor.extract.numbers.cells import without_share
from auditor.extract.numbers.unittext import UnitText
from auditor.extract.numbers.unittext import bracketed_unit
from auditor.extract.numbers.unittext import trailing_money
from auditor.extract.numbers.unittext import unit_counted
from auditor.extract.numbers.unittext import unit_text
from auditor.extract.table.changeheads import grown
from auditor.extract.table.changeheads import head_name
from auditor.extract.table.changeheads import moves
from auditor.extract.table.changeheads import told_in
from auditor.extract.table.codes import are_classes
from auditor.extract.table.codes import are_codes
from auditor.extract.table.codes import counts_rows
from auditor.extract.table.datedcells import without_year
from auditor.extract.table.movedcells import parse_moved
from auditor.extract.times.clock import Clock
from auditor.extract.times.heads import alone
from auditor.extract.times.heads import distinct
from auditor.extract.times.heads import once
from auditor.extract.times.periods import periods
from auditor.lexicon.bilingual import untranslated
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.labels import label_words
from auditor.lexicon.naming import residue
from auditor.lexicon.naming import unmarked
from auditor.lexicon.quantities import any_of
from auditor.lexicon.quantities import quantity_words
from auditor.model.document import Cell
from auditor.model.document import Table
from auditor.model.period import NO_PERIOD
from auditor.model.period import Period

Grid = Sequence[Sequence[Cell | None]]


#: A cell that says of which lines its own is made up: 4=1-2, D=A-B, (3)=(1)+(2).
_WORKED_OUT = regex.compile(
    r"[(]?(?:[a-z]|[0-9]{1,2}|[①-⑳])?[)]?\s*=\s*[(]?(?:[a-z]|[0-9]{1,2}|[①-⑳])[)]?\s*[-+/÷]"
)
#: Between two languages of a head.
#: A level of a head that begins or ends with the sign of its unit: ``% of total``, ``占比%``.
_PERCENT_OF = regex.compile(r"(?:^|/)\s*%|%\s*(?:/|$)")
_LANGUAGES = regex.compile(r"\s*[/(|]\s*|(?<=\p{Han})\s*(?=[a-z])")
#: What is no part of a head's name: its marks and spaces, and what hangs on the number of a cell.
_MARKS = regex.compile(r"[\p{P}\s]+")
_ALL_MARKS = regex.compile(r"[\p{P}\s⁰-⁹¹²³]+")
#: Between a word and its last letter on a line of its own: Employee, s.
_LONE_S = regex.compile(r"(?<=\p{Ll}{3})-?\s+(?=s$)")
_A_YEAR = regex.compile(r"(?:19|20)[0-9]{2}(?:\D{1,4}(?:19|20)[0-9]{2})?\p{Han}?")
_CELL_MARKS = regex.compile(r"[⁰¹²³⁴-⁹,*†‡]|\^\{[^}]*\}")


class Role(StrEnum):
    """What a column holds."""

    LABEL = "label"
    UNIT = "unit"
    NOTE = "note"
    VALUE = "value"
    CHANGE = "change"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``head`` as printed, its period, its unit when the head names one.

    ``name`` is what of the folded head is left without period and unit: a business, 调整前, a metric.
    ``unsure`` tells that the head names several periods, so that none can be chosen; ``target`` that the
    column holds aims; ``counts`` that the numbers of a column of labels only count its rows; ``currency`` is
    that of the signs at some of its numbers.
    """

    role: Role
    head: str = ""
    period: Period = NO_PERIOD
    unit: UnitText | None = None
    name: str = ""
    unsure: bool = False
    target: bool = False
    counts: bool = False
    currency: UnitText | None = None


def columns(table: Table, grid: Grid, clock: Clock) -> tuple[Column, ...]:
    """Return the columns of a table, left to right."""
    body = grid[table.header_rows :]
    result: list[Column] = []
    texts = [_texts(body, index) for index in range(table.columns)]
    worked_out = any(is_worked_out(text) for cells in texts for text in cells)
    for index, cells in enumerate(texts):
        head = _head(grid[: table.header_rows], index)
        if is_line_number(head):
            result.append(Column(Role.LABEL if worked_out else Role.NOTE, head))
            continue
        own = _head(_below_title(grid[: table.header_rows]), index)
        result.append(_column(head, own, cells, clock, first=index == 0, seen_value=_has_value(result)))
    return tuple(_with_shares(result))


def _with_shares(found: Sequence[Column]) -> Iterator[Column]:
    """Yield the columns; what stands under one head behind each period is of it: 2024, 占比, 2023, 占比."""
    again = Counter(column.head for column in found if column.role is Role.VALUE and not column.period)
    dated = {column.period for column in found if column.role is Role.VALUE and column.period}
    last = NO_PERIOD
    for column in found:
        shared = again[column.head] > 1 and len(dated) > 1 and column.role is Role.VALUE
        if shared and column.head and not column.period and not column.unsure:
            yield replace(column, period=last)
        else:
            yield column
        last = column.period or last


def is_line_number(head: str) -> bool:
    """Return whether a column counts the lines: 行次. Where a cell says 4=1-2, they are part of the names."""
    return _MARKS.sub("", fold(head)) in label_words().line_heads


def is_worked_out(text: str) -> bool:
    """Return whether a cell says of which lines its own is made up: 4=1-2, =(1)+(2)."""
    return bool(_WORKED_OUT.match(fold(text).strip()))


def heads_again(columns_before: Sequence[Column], row: Sequence[Cell | None], clock: Clock) -> bool:
    """Return whether a body row repeats the heads of its table (the same periods over the values)."""
    again = total = 0
    for column, cell in zip(columns_before, row, strict=False):
        if column.role is Role.VALUE and column.period:
            total += 1
            again += cell is not None and bool(_period(squeeze(fold(cell.text.string))[0], clock))
    return total > 0 and again == total


def _has_value(found: Sequence[Column]) -> bool:
    return any(column.role in (Role.VALUE, Role.CHANGE) for column in found)


def _head(rows: Grid, index: int) -> str:
    """Return the head of a column: its header cells from top to bottom, none twice."""
    texts = [row[index].text.string.strip() for row in rows if index < len(row) and row[index]]  # type: ignore[union-attr]
    texts = [_LONE_S.sub("", text) for text in texts]
    return " / ".join(dict.fromkeys(text for text in texts if text))


def _below_title(rows: Grid) -> Grid:
    """Return the header rows without those of which one cell heads all columns: the title of the table."""
    plain = [
        row for row in rows if len(row) < 2 or len({cell.text.string if cell else "" for cell in row}) > 1
    ]
    return plain or rows


def _texts(rows: Grid, index: int) -> list[str]:
    """Return the entries of a column; text over several columns is of none of them."""
    cells = [cell for row in rows if index < len(row) and (cell := row[index])]
    texts = [(cell, cell.text.string.strip()) for cell in cells]
    return [text for cell, text in texts if text and (cell.colspan == 1 or _numeric(text))]


def _column(  # noqa: PLR0913  # what a column shows
    head: str, own: str, cells: list[str], clock: Clock, *, first: bool, seen_value: bool
) -> Column:
    """Return what a column holds; that numbers moved, its ``own`` head must say and not the table's title."""
    folded = squeeze(fold(head))[0]
    words = label_words()
    bare = _ALL_MARKS.sub("", folded)
    if _heads(folded, words.unit_heads):
        return Column(Role.UNIT, head)
    if (
        tells_years(folded, cells)
        or bare in words.note_heads
        or (not first and _heads(folded, (*words.page_heads, *words.code_heads)))
    ):
        return Column(Role.NOTE, head)
    grew = grown(folded, clock)
    period = grew or _period(folded, clock)
    numbers = 0 if are_classes(cells) else sum(map(_numeric, cells))
    one = _heads(folded, words.period_heads)
    if first and not period and _all_periods(cells, clock, least=1 if one else 2):
        return Column(Role.LABEL, head)
    if first and counts_rows(cells):
        return Column(Role.NOTE if all(map(str.isdigit, cells)) else Role.LABEL, head, counts=True)
    if not first and not numbers and _mostly_units(cells):
        return Column(Role.UNIT, head)
    is_value = numbers * 2 >= len(cells if first else told_in(cells)) and numbers > 0
    dated = period and _of_one_period(folded, clock) and not first and not are_codes(cells)
    if not is_value and not dated:
        return Column(Role.TEXT if seen_value else Role.LABEL, head, period)
    if first and not period and numbers * 4 < len(cells) * 3:
        return Column(Role.LABEL, head)
    moved = (seen_value or bool(period)) and moves(squeeze(fold(own))[0], clock, cells)
    return _of_values(head, period, clock, grew=bool(grew), moved=moved)


def tells_years(folded: str, cells: Sequence[str]) -> bool:
    """Return whether a column only says in which year something was: 出生年, year appointed."""
    dated = any(map(_A_YEAR.fullmatch, cells)) and all(
        _A_YEAR.fullmatch(cell) or not _numeric(cell) for cell in cells
    )
    return dated and bool(any_of(label_words().year_heads).search(folded))


def _of_values(head: str, period: Period, clock: Clock, *, grew: bool, moved: bool) -> Column:
    """Return a column of numbers: levels, aims or changes; ``grew`` where its head sets two years off."""
    folded, change = squeeze(fold(_in_one_language(head)))[0], grew or moved
    left = head_name(folded, clock)
    unit, named_by_unit, left = _head_unit(head, "%" if "%" in folded and (grew or not left) else left, left)
    unit = unit_text("%") if change and unit is None and "%" in folded else unit
    if not change and _heads(left, quantity_words().target_heads):
        return Column(Role.VALUE, head, period, unit, unsure=not period, target=True)
    told = any_of(label_words().change_heads).sub("/", left) if change else left
    return Column(
        Role.CHANGE if change else Role.VALUE,
        head,
        period,
        unit,
        "" if (unit and named_by_unit) or not residue(told, [], ()) else left,
        unsure=not change and len(distinct(folded, clock)) > 1,
    )


def _in_one_language(head: str) -> str:
    """Return a head with no level said again in another language behind its marks: 流失率² Rate²."""
    return " / ".join(untranslated(unmarked(level)) for level in head.split(" / "))


def _head_unit(head: str, bare: str, left: str) -> tuple[UnitText | None, bool, str]:
    """Return the unit of a head, whether it is all that the head says, and its name without it."""
    unit = bracketed_unit(head)
    if unit is not None:
        return (unit, False, left)
    unit = unit_text(bare) if bare else None
    if unit is not None:
        return (unit, True, left)
    unit = unit_counted(bare)
    if unit is not None:
        return (unit, False, left)
    unit = trailing_money(head)
    if unit is None and _PERCENT_OF.search(fold(head)):
        return (unit_text("%"), False, left)
    return (unit, False, left.removesuffix(squeeze(fold(unit.full))[0]).strip(" /") if unit else left)


def _heads(folded: str, words: Sequence[str]) -> bool:
    """Return whether a head says nothing but one of some words; two languages may say so."""
    parts = [part.strip(" .:()") for part in _LANGUAGES.split(folded)]
    return bool(folded) and all(part in words for part in parts)


def _all_periods(cells: Sequence[str], clock: Clock, least: int) -> bool:
    """Return whether the cells are the periods of rows or groups of rows, ``least`` so many, none again."""
    groups = [cell for cell, _ in itertools.groupby(cells)]
    named = {alone(squeeze(fold(cell))[0].strip(), clock) for cell in groups}
    return len(named) == len(groups) >= least and all(named)


def _period(folded: str, clock: Clock) -> Period:
    named = distinct(folded, clock)
    return next(iter(named)) if len(named) == 1 else NO_PERIOD


def _of_one_period(folded: str, clock: Clock) -> bool:
    """Return whether a head names one period, be it only to compare with it."""
    return len(once(mention.period for mention in periods(folded, clock, bare_years=True))) == 1


def _numeric(text: str) -> bool:
    parsed = parse_cell(text) or parse_moved(text)
    if parsed is None:
        return False
    rest = _CELL_MARKS.sub("", without_share(without_year(parsed[1])))
    return not rest or unit_text(rest) is not None


def _mostly_units(cells: Sequence[str]) -> bool:
    known = sum(1 for text in cells if unit_text(text) is not None)
    return known > 0 and known * 10 >= len(cells) * 6
