"""The label path of each row of a table: what it is called, under which parent it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace

import regex

from auditor.extract.numbers.unittext import UnitText
from auditor.extract.numbers.unittext import bracketed_unit
from auditor.extract.numbers.unittext import unit_text
from auditor.extract.table.columns import Column
from auditor.extract.table.columns import Grid
from auditor.extract.table.columns import Role
from auditor.extract.table.columns import is_line_number
from auditor.extract.table.columns import is_worked_out
from auditor.extract.table.outline import Outline
from auditor.extract.table.outline import Row
from auditor.extract.table.outline import placed_in
from auditor.lexicon.facets import scan
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import marks
from auditor.lexicon.naming import unmarked
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.signs import sign_words
from auditor.model.document import Cell
from auditor.model.quantity import NO_UNIT

_WORDS, _NUMERALS = sign_words(), numeral_words()

_BULLET = regex.compile(
    rf"^\s*(?:[-–—•·●○▪■◆►*]|\([a-z0-9]\)|（[0-9{_NUMERALS.listed}]+）|[a-z][.)])\s*", regex.IGNORECASE
)
#: Marks on both sides of an equals sign are no footnotes: 净额③=①-②.
_WORKED_OUT = regex.compile(r"=\s*[①-⑳]\s*[-+/÷]")


#: A label comes again.
_REPEATED = 2
#: A cell of labels in which nothing stands: the name beside a total.
_NOTHING = regex.compile(r"\s*[-–—―/／]+\s*")
_GLUED = regex.compile(rf"(?<=[\p{{Han}})）])(?<![{_WORDS.note}])([0-9]{{1,2}})$")
#: A note's letter or number in brackets behind a name: Depot services(a), Freight (b), Other(2).
_BEHIND = regex.compile(r"(?<=[\p{L})])(?:\s?\(([a-z])\)|\(([0-9]{1,2})\))$")
#: A note's sign behind a name or in front of its unit: Depot density* (t/m2).
_STARRED = regex.compile(r"(?<=[\p{L})）])\s?([*†‡]{1,3})(?=\s*(?:[(（][^()（）]*[)）])?$)")
_GAP = regex.compile(r"(?<=\p{Han})\s+(?=\p{Han})")


def label_rows(  # noqa: PLR0913, PLR0917  # all that a row's label hangs on
    grid: Grid,
    columns: Sequence[Column],
    start: int,
    names: tuple[str, ...],
    known_marks: frozenset[str],
    outline: Outline,
    above: int = 0,
) -> list[Row]:
    """Return the rows from ``start`` on, each with its path, unit and marks; ``above`` rows precede."""
    rows: list[Row] = []
    sections: dict[int, Row] = {item.row.number: item.row for item in outline.parents if item.row.section}
    headed = [mark for column in columns if column.role is Role.LABEL for mark in marks(column.head)]
    for index in range(start, len(grid)):
        row = _bare_row(index, above, grid[index], columns, known_marks)
        if row is None:
            continue
        indent, bulleted = _indent(grid[index], columns)
        if row.section and row.notes:
            outline.block = row.notes
        row = placed_in(row, outline, indent, names, bulleted=bulleted)
        row = replace(row, block_notes=tuple(dict.fromkeys((*row.block_notes, *outline.block, *headed))))
        rows.append(row)
        sections |= {row.number: row} if row.section else {}
        if not row.section:
            outline.told.setdefault(row.labels, []).append(row.parent)
    rows = _told_apart([_of_section(row, sections, outline) for row in rows])
    return [_with_unit_of_children(row, rows) for row in rows]


def _of_section(row: Row, sections: Mapping[int, Row], outline: Outline) -> Row:
    """Return a row with the name of its section, where each row of its label stands in another section."""
    places = outline.told.get(row.labels, [])
    head = sections.get(row.parent)
    if row.section or head is None or len(places) < _REPEATED or len(set(places)) < len(places):
        return row
    return replace(row, labels=tuple(dict.fromkeys((*head.labels, *row.labels))))


def _told_apart(rows: Sequence[Row]) -> list[Row]:
    """Return the rows; a label that comes again stands under the last row whose label comes only once.

    Business by business a table repeats the same rows: each needs the business to be understood.
    """
    times = Counter(row.labels for row in rows if not row.section)
    result: list[Row] = []
    head: Row | None = None
    for row in rows:
        again = times[row.labels] > 1 and not row.section and bool(row.labels)
        if again and head is not None and row.depth == head.depth:
            labels = tuple(dict.fromkeys((*head.labels, *row.labels)))
            result.append(replace(row, labels=labels, parent=head.number, depth=head.depth + 1))
            continue
        head = head if again else row
        result.append(row)
    return result


def _with_unit_of_children(row: Row, rows: Sequence[Row]) -> Row:
    """Return a row that prints no unit in the one that all its children print; a total ends its rows."""
    if row.unit is not None or row.section or any(_is_total(label) for label in row.labels):
        return row
    units = [other.unit for other in rows if other.parent == row.number]
    return replace(row, unit=units[0]) if units and all(unit == units[0] for unit in units) else row


def _is_total(label: str) -> bool:
    return bool(regex.search(alternation(label_words().totals) + "$", clean(label)))


def unglue(label: str, known: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """Return a label without a footnote digit glued to its end, and the mark.

    A digit behind a bracket is a mark; one behind a Chinese character only when a note with that mark exists
    and the digit is no part of a discriminator (范围 1). So is a sign, or a letter or a
    number in brackets, of which there is a note.
    """
    starred = _STARRED.search(label.strip())
    if starred and starred[1] in known:
        return (label.strip()[: starred.start()] + label.strip()[starred.end() :], (starred[1],))
    behind = _BEHIND.search(label.strip())
    if behind and (behind[1] or behind[2]) in known:
        return (label.strip()[: behind.start()].rstrip(), (behind[1] or behind[2],))
    found = _GLUED.search(label.strip())
    behind_bracket = found is not None and label.strip()[found.start() - 1] in ")）"
    if not found or (found[1] not in known and not behind_bracket):
        return (label, ())
    facets, spans = scan(clean(label))
    if any(end == len(clean(label)) for _, end in spans) and facets:
        return (label, ())
    return (label.strip()[: found.start()], (found[1],))


def _bare_row(
    index: int, above: int, cells: Sequence[Cell | None], columns: Sequence[Column], known: frozenset[str]
) -> Row | None:
    printed: list[str] = []
    notes: list[str] = []
    keys: list[str] = []
    for column, cell in zip(columns, cells, strict=False):
        if column.role is not Role.LABEL or cell is None or not cell.text:
            continue
        label, glued = unglue(cell.text.string.strip(), known)
        notes.extend((*marks(label), *glued))
        text = "" if column.counts and label.isdigit() else _printed(label)
        if text and text not in printed:
            printed.append(text)
            keys.extend([text] if is_line_number(column.head) or is_worked_out(text) else [])
    unit = _unit(cells, columns, printed)
    has_values = any(_filled(columns, cells))
    if not printed and not has_values:
        return None
    return Row(
        index,
        above + index,
        tuple(printed),
        tuple(cells),
        unit,
        tuple(notes),
        (),
        section=not has_values,
        keys=tuple(keys),
    )


def _printed(label: str) -> str:
    """Return a label on one line without marks and bullet."""
    if _NOTHING.fullmatch(label):
        return ""
    text = label if _WORKED_OUT.search(fold(label)) else unmarked(label)
    text = _GAP.sub("", text)
    return str(_BULLET.sub("", " ".join(text.split()))).strip(" :：")


def _filled(columns: Sequence[Column], cells: Sequence[Cell | None]) -> Iterator[bool]:
    """Yield for each column whether a value stands in it; a label that spans the row is none."""
    for index, (column, cell) in enumerate(zip(columns, cells, strict=False)):
        value = column.role in (Role.VALUE, Role.CHANGE)
        yield value and cell is not None and cell.column == index and bool(cell.text)


def _unit(cells: Sequence[Cell | None], columns: Sequence[Column], labels: Sequence[str]) -> UnitText | None:
    for index, (column, cell) in enumerate(zip(columns, cells, strict=False)):
        if column.role is Role.UNIT and cell is not None and cell.column == index and cell.text:
            found = unit_text(cell.text.string)
            if found is not None:
                return _by_label(found, labels)
            return UnitText(NO_UNIT, " ".join(cell.text.string.split()))
    heads = [column.head for column in columns if column.role is Role.LABEL]
    return next((unit for label in (*reversed(labels), *heads) if (unit := bracketed_unit(label))), None)


def _by_label(unit: UnitText, labels: Sequence[str]) -> UnitText:
    """Return a unit with the scale word that its label alone prints: Hours worked (million)."""
    scale = bracketed_unit(labels[-1]) if labels and unit.scale == 1 else None
    if scale is None or scale.unit.dimension or scale.unit.id or scale.scale == 1:
        return unit
    return replace(unit, scale=scale.scale, full=f"{scale.full} {unit.text}")


def _indent(cells: Sequence[Cell | None], columns: Sequence[Column]) -> tuple[float, bool]:
    for column, cell in zip(columns, cells, strict=False):
        if column.role is Role.LABEL and cell is not None and cell.text:
            return (cell.indent, bool(_BULLET.match(cell.text.string)))
    return (0.0, False)
