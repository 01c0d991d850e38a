"""What each column of a table holds: labels, units, notes, values of a period, or changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex

from auditor.extract.numbers.quantities import parse_cell
from auditor.extract.numbers.quantities import without_share
from auditor.extract.numbers.unittext import UnitText
from auditor.extract.numbers.unittext import bracketed_unit
from auditor.extract.numbers.unittext import trailing_money
from auditor.extract.numbers.unittext import unit_text
from auditor.extract.table.movedcells import parse_moved
from auditor.extract.times.clock import Clock
from auditor.extract.times.periods import distinct
from auditor.extract.times.periods import periods
from auditor.extract.times.periods import single
from auditor.lexicon.facets import scan
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.labels import label_words
from auditor.lexicon.naming import name
from auditor.lexicon.naming import residue
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.reading import reading_words
from auditor.model.document import Cell
from auditor.model.document import Table
from auditor.model.period import NO_PERIOD
from auditor.model.period import Period
from auditor.model.quantity import NO_UNIT

Grid = Sequence[Sequence[Cell | None]]


#: Between two years of a head: the first is set against the second.
_TWO_YEARS = regex.compile(
    r"(?<![0-9])(?P<first>20[0-9]{2})(?:年度?|财年)?(?P<between>\s*[/-]\s*|\s*[a-z.]*\s*(?:与|对比?|较|比|同)?\s*)(?:fy\s?|cy\s?)?(?P<second>20[0-9]{2})(?![0-9])"
)
#: A cell that says of which lines its own is made up: 4=1-2, D=A-B, (3)=(1)+(2).
_WORKED_OUT = regex.compile(
    r"[(]?(?:[a-z]|[0-9]{1,2}|[①-⑳])?[)]?\s*=\s*[(]?(?:[a-z]|[0-9]{1,2}|[①-⑳])[)]?\s*[-+/÷]"
)
_AGAINST = ("vs", "vs.", "v", "对", "对比", "较", "比")


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
    column holds aims.
    """

    role: Role
    head: str = ""
    period: Period = NO_PERIOD
    unit: UnitText | None = None
    name: str = ""
    unsure: bool = False
    target: bool = False


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
        result.append(_column(head, cells, clock, first=index == 0, seen_value=_has_value(result)))
    return tuple(result)


def is_line_number(head: str) -> bool:
    """Return whether a column counts the lines: 行次. Where a cell says 4=1-2, they are part of the names."""
    return regex.sub(r"[\p{P}\s]+", "", fold(head)) in label_words().line_heads


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
    return " / ".join(dict.fromkeys(text for text in texts if text))


def _texts(rows: Grid, index: int) -> list[str]:
    """Return the entries of a column; text over several columns is of none of them."""
    cells = [cell for row in rows if index < len(row) and (cell := row[index])]
    texts = [(cell, cell.text.string.strip()) for cell in cells]
    return [text for cell, text in texts if text and (cell.colspan == 1 or _numeric(text))]


def _column(head: str, cells: list[str], clock: Clock, *, first: bool, seen_value: bool) -> Column:
    folded = squeeze(fold(head))[0]
    words = label_words()
    bare = regex.sub(r"[\p{P}\s⁰-⁹¹²³]+", "", folded)
    if bare in words.unit_heads:
        return Column(Role.UNIT, head)
    if bare in words.note_heads or (not first and _heads_pages(folded)):
        return Column(Role.NOTE, head)
    grown = _grown(folded, clock)
    period = grown or _period(folded, clock)
    numbers = sum(map(_numeric, cells))
    if first and _serial(cells):
        return Column(Role.NOTE, head)
    if first and not period and _all_periods(cells, clock):
        return Column(Role.LABEL, head)
    if not first and not numbers and _mostly_units(cells):
        return Column(Role.UNIT, head)
    is_value = numbers * 2 >= len(_told(cells) if seen_value else cells) and numbers > 0
    if not is_value and not (period and _of_one_period(folded, clock) and not first):
        return Column(Role.TEXT if seen_value else Role.LABEL, head, period)
    if first and not period and numbers * 4 < len(cells) * 3:
        return Column(Role.LABEL, head)
    left = _name(folded, clock)
    unit, named_by_unit, left = _head_unit(head, "%" if grown and "%" in folded else left, left)
    change = bool(grown) or ((seen_value or bool(period)) and _moves(folded, clock, cells))
    unit = unit_text("%") if change and unit is None and "%" in folded else unit
    if not change and left in quantity_words().target_heads:
        return Column(Role.VALUE, head, period, unit, unsure=not period, target=True)
    told = regex.sub(alternation(words.change_heads), "/", left) if change else left
    return Column(
        Role.CHANGE if change else Role.VALUE,
        head,
        period,
        unit,
        "" if (unit and named_by_unit) or not residue(told, [], ()) else left,
        unsure=not change and len(distinct(folded, clock)) > 1,
    )


def _head_unit(head: str, bare: str, left: str) -> tuple[UnitText | None, bool, str]:
    """Return the unit of a head, whether it is all that the head says, and its name without it."""
    unit = bracketed_unit(head)
    if unit is not None:
        return (unit, False, left)
    unit = unit_text(bare) if bare else None
    if unit is not None:
        return (unit, True, left)
    unit = trailing_money(head)
    return (unit, False, left.removesuffix(squeeze(fold(unit.full))[0]).strip(" /") if unit else left)


def _heads_pages(folded: str) -> bool:
    """Return whether a head stands over page numbers or chapters; two languages may say so."""
    pages = label_words().page_heads
    parts = [part.strip(" .:") for part in regex.split(r"\s*/\s*|(?<=\p{Han})\s*(?=[a-z])", folded)]
    return bool(folded) and all(part in pages for part in parts)


def _all_periods(cells: Sequence[str], clock: Clock) -> bool:
    """Return whether the cells are the periods of the rows, each another one."""
    named = [periods(squeeze(fold(cell))[0].strip(), clock, bare_years=True) for cell in cells]
    alone = all(
        len(found) == 1 and found[0].end - found[0].start == len(squeeze(fold(cell))[0].strip())
        for found, cell in zip(named, cells, strict=True)
    )
    return alone and len({found[0].period for found in named if found}) == len(cells) > 1


def _sets_years_off(folded: str) -> bool:
    """Return whether a head sets one year against another: % 2025/2024, 2025 vs 2024, Δ%, +/-%."""
    told = regex.sub(r"\s+", "", folded)
    if regex.fullmatch(r"[(]?(?:[Δδ∆△±]|\+/?-|\+\|-|-/\+)[)]?[(]?%?[)]?", told) and told != "-":
        return True
    years = _TWO_YEARS.search(folded)
    if years is None:
        return False
    against = regex.search(alternation((*quantity_words().against, *_AGAINST)), years["between"])
    return bool(against) or (int(years["first"]) > int(years["second"]) and "%" in folded)


def _moves(folded: str, clock: Clock, cells: Sequence[str]) -> bool:
    """Return whether a head stands over how numbers moved from one year to another."""
    return _tells_change(folded, clock, cells) or _sets_years_off(folded) or _on_year_before(folded, cells)


def _on_year_before(folded: str, cells: Sequence[str]) -> bool:
    """Return whether a head says nothing but that shares are told against the year before: 较上年（%）."""
    bases = alternation(quantity_words().year_bases)
    told = regex.sub(r"[\p{P}\p{Z}%]+", "", regex.sub(bases, "", folded))
    return not told and bool(regex.search(bases, folded)) and _shares(folded, cells)


def _shares(folded: str, cells: Sequence[str]) -> bool:
    """Return whether a head or most of its cells tell shares of a hundred."""
    told = _told(cells)
    return "%" in folded or sum(text.rstrip().endswith(("%", "％")) for text in told) * 2 > len(told)


def _told(cells: Sequence[str]) -> list[str]:
    """Return the entries of a column that tell something; a dash or N/A tells nothing."""
    return [text for text in cells if fold(text).strip() not in reading_words().missing]


def _tells_change(folded: str, clock: Clock, cells: Sequence[str]) -> bool:
    """Return whether a head names a change on the year before: 增减, 比重增减（%）; not 公允价值变动."""
    words = label_words().change_heads
    if not regex.search(alternation(words), folded):
        return False
    if regex.search(alternation(quantity_words().year_bases), folded):
        return True
    told = regex.sub(alternation(words), "|", _name(folded, clock))
    left = residue(told, scan(told)[1], ())
    return not left or _shares(folded, cells) or name(left, NO_UNIT, any_unit=True) is not None


def _period(folded: str, clock: Clock) -> Period:
    named = distinct(folded, clock)
    return next(iter(named)) if len(named) == 1 else NO_PERIOD


def _of_one_period(folded: str, clock: Clock) -> bool:
    """Return whether a head names one period, be it only to compare with it."""
    return len({mention.period for mention in periods(folded, clock, bare_years=True)}) == 1


def _grown(folded: str, clock: Clock) -> Period:
    """Return the year whose change on the one before a head tells by naming both: % 2025/2024."""
    years = r"(?P<{}>(?:fy\s*'?)?(?:20)?[0-9]{{2}}(?:年度?|财年)?)"
    found = regex.search(years.format("one") + r"\s*(?:/|vs\.?|versus)\s*" + years.format("two"), folded)
    if not found or not regex.search(r"%|" + alternation(label_words().change_heads), folded):
        return NO_PERIOD
    one, two = single(found["one"], clock), single(found["two"], clock)
    return one if two and two.shifted(1) == one else NO_PERIOD


def _name(folded: str, clock: Clock) -> str:
    """Return a head without its periods, brackets and marks."""
    left = folded
    for mention in reversed(periods(folded, clock, bare_years=True)):
        left = left[: mention.start] + "/" + left[mention.end :]
    left = regex.sub(r"\([^()]*\)|[⁰¹²³⁴-⁹]|\^\{[^}]*\}", "", left)
    if left != folded and not regex.search(alternation(quantity_words().against), folded):
        left = regex.sub(alternation(quantity_words().base_year_names), "/", left)
    parts = [part.strip() for part in left.split("/")]
    return " / ".join(dict.fromkeys(part for part in parts if regex.search(r"\p{L}", part)))


def _numeric(text: str) -> bool:
    parsed = parse_cell(text) or parse_moved(text)
    if parsed is None:
        return False
    rest = regex.sub(r"[⁰¹²³⁴-⁹,*†‡]|\^\{[^}]*\}", "", without_share(parsed[1]))
    return not rest or unit_text(rest) is not None


def _mostly_units(cells: Sequence[str]) -> bool:
    known = sum(1 for text in cells if unit_text(text) is not None)
    return known > 0 and known * 10 >= len(cells) * 6


def _serial(cells: Sequence[str]) -> bool:
    """Return whether a column counts its rows 1, 2, 3."""
    return len(cells) > 2 and cells == [str(number) for number in range(1, len(cells) + 1)]
