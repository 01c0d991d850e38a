"""The label path of each row of a table: what it is called, under which parent it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
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
from auditor.lexicon.facets import scan
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import Naming
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import marks
from auditor.lexicon.naming import name
from auditor.lexicon.naming import residue
from auditor.lexicon.quantities import alternation
from auditor.model.document import Cell
from auditor.model.quantity import NO_UNIT

_BULLET = regex.compile(
    r"^\s*(?:[-–—•·●○▪■◆►*]|\([a-z0-9]\)|（[0-9一二三四五六七八九十]+）|[a-z][.)])\s*", regex.IGNORECASE
)
_MARK = regex.compile(
    r"[⁰¹²³⁴-⁹]+(?:[,，、][⁰¹²³⁴-⁹]+)*|\^\{[^}]*\}|[①-⑳]|[(（\[【](?:附|备|備)?[注註]\s?[0-9]{1,2}[)）\]】]"
    r"|(?:(?<=\p{Han})|(?<=[)）]))\s?[注註]\s?[0-9]{1,2}\s*$"
)
#: Marks on both sides of an equals sign are no footnotes: 净额③=①-②.
_WORKED_OUT = regex.compile(r"=\s*[①-⑳]\s*[-+/÷]")


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its label path.

    ``labels`` are printed labels from the outermost parent that the row needs to the row itself.
    ``index`` is its row in the grid, ``number`` that in the table with its earlier parts; ``parent`` is
    the number of the parent (-1 for none), ``depth`` how far it is below. ``keys`` are the labels that
    only count the row, or say of which rows it is made up.
    """

    index: int
    number: int
    labels: tuple[str, ...]
    cells: tuple[Cell | None, ...]
    unit: UnitText | None
    notes: tuple[str, ...]
    block_notes: tuple[str, ...]
    parent: int = -1
    depth: int = 0
    section: bool = False
    keys: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Return the printed path."""
        return " / ".join(self.labels)

    @property
    def subject(self) -> tuple[str, ...]:
        """Return the labels that tell what is measured: without heads that only say how it is parted."""
        named = tuple(label for label in self.labels if label not in self.keys) or self.labels
        told = tuple(label for label in named[:-1] if not splits(label))
        return (*told, *named[-1:]) if told else named


@dataclass(slots=True)
class _Open:
    """A row under which later rows may stand."""

    row: Row
    indent: float
    bulleted: bool


@dataclass(slots=True)
class Outline:
    """What stands above a row, kept from one part of a table to the next.

    ``named`` is the last row that names a metric, of which the heads below it speak that only say how
    it is parted; ``block`` are the marks of the section, ``unit`` the one that its head prints.
    """

    parents: list[_Open] = field(default_factory=list)
    named: Row | None = None
    block: tuple[str, ...] = ()
    unit: UnitText | None = None


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
    headed = [mark for column in columns if column.role is Role.LABEL for mark in marks(column.head)]
    for index in range(start, len(grid)):
        row = _bare_row(index, above, grid[index], columns, known_marks)
        if row is None:
            continue
        indent, bulleted = _indent(grid[index], columns)
        if row.section and row.notes:
            outline.block = row.notes
        row = _placed_in(row, outline, indent, names, bulleted=bulleted)
        row = replace(row, block_notes=tuple(dict.fromkeys((*row.block_notes, *outline.block, *headed))))
        rows.append(row)
    rows = _told_apart(rows)
    return [_with_unit_of_children(row, rows) for row in rows]


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


def splits(label: str) -> bool:
    """Return whether a label only tells how the rows below it are parted: 按性别划分, by gender."""
    plain, words = clean(label), label_words()
    if plain in words.split_nouns:
        return True
    return plain.startswith(words.split_begins) or plain.endswith(words.split_ends)


def _placed_in(row: Row, outline: Outline, indent: float, names: tuple[str, ...], *, bulleted: bool) -> Row:
    """Return the row below what it needs to be understood, and open it for the rows below."""
    own = _own(row.labels[-1], row.unit, names) if row.labels else None
    parted = row.section and bool(row.labels) and own is None and splits(row.labels[-1])
    if parted and outline.named is not None:
        row = replace(row, labels=tuple(dict.fromkeys((*outline.named.labels, *row.labels))))
    else:
        row = _under_parent(row, outline.parents, indent, names, bulleted=bulleted)
    if row.section or own:
        _push(outline.parents, _Open(row, indent, bulleted))
    if row.section and not parted:
        outline.unit = row.unit
    elif row.unit is None:
        row = replace(row, unit=outline.unit)
    if not parted and (row.section or (own and not discriminates(row.labels[-1], names))):
        outline.named = row if own else None
    return row


def discriminates(label: str, names: tuple[str, ...]) -> bool:
    """Return whether a label only tells one group from another: 女性, 女性员工, 30岁以下."""
    told, spans = scan(clean(label))
    return bool(told) and not residue(clean(label), spans, names)


def _with_unit_of_children(row: Row, rows: Sequence[Row]) -> Row:
    """Return a row that prints no unit in the one that all its children print."""
    if row.unit is not None or row.section:
        return row
    units = [other.unit for other in rows if other.parent == row.number]
    return replace(row, unit=units[0]) if units and all(unit == units[0] for unit in units) else row


def unglue(label: str, known: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """Return a label without a footnote digit glued to its end, and the mark.

    A digit behind a bracket is a mark; one behind a Chinese character only when a note with that mark exists
    and the digit is no part of a discriminator (范围 1).
    """
    found = regex.search(r"(?<=[\p{Han})）])(?<![注註])([0-9]{1,2})$", label.strip())
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
        text = _printed(label)
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
    text = label if _WORKED_OUT.search(fold(label)) else _MARK.sub("", label)
    text = regex.sub(r"(?<=\p{Han})\s+(?=\p{Han})", "", text)
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


def _own(label: str, unit: UnitText | None, names: tuple[str, ...]) -> Naming | None:
    return name(clean(label), unit.unit if unit else NO_UNIT, names)


def _push(parents: list[_Open], opened: _Open) -> None:
    """Make a row the nearest parent; parents at its depth or deeper are closed."""
    while parents and _depth(parents[-1]) >= _depth(opened):
        parents.pop()
    parents.append(opened)


def _depth(opened: _Open) -> tuple[int, int]:
    return (int(opened.bulleted), round(opened.indent / 4))


def _under_parent(
    row: Row, parents: Sequence[_Open], indent: float, names: tuple[str, ...], *, bulleted: bool
) -> Row:
    """Return the row below the parent that it needs to be understood; itself when it needs none."""
    if not row.labels:
        return row
    leaf = row.labels[-1]
    deeper = [item for item in parents if _depth(item) < (int(bulleted), round(indent / 4))]
    parent = deeper[-1] if deeper else (parents[-1] if parents and not row.section else None)
    if parent is None:
        return row
    named = _own(leaf, row.unit, names)
    child = bool(deeper) or _partial(leaf) or _group_of(leaf, parent.row, row.unit, names)
    if named and not child:
        return row
    if not named and not (_same_block(row, parent.row) and (child or _parts(leaf, parent, names))):
        return row
    generic = _group_of(leaf, parent.row, row.unit, names)
    if named and not generic and not _generic(leaf, parent.row.labels[-1], row.unit, names):
        return _placed(row, parent, ())
    return _placed(row, parent, parent.row.labels)


def _parts(leaf: str, parent: _Open, names: tuple[str, ...]) -> bool:
    """Return whether a label that names no metric can part the row above it: a group of it, or the rest."""
    if parent.row.section or clean(leaf) in label_words().rest or discriminates(leaf, names):
        return True
    whole = _own(parent.row.labels[-1], parent.row.unit, names)
    families = metrics().entry(whole.metric.base).families if whole else ()
    return any(value and family in families for family, value in scan(clean(leaf))[0])


def _placed(row: Row, parent: _Open, labels: tuple[str, ...]) -> Row:
    notes = tuple(dict.fromkeys((*parent.row.notes, *parent.row.block_notes)))
    unit = row.unit or (parent.row.unit if not row.section else None)
    return replace(
        row,
        labels=tuple(dict.fromkeys((*labels, *row.labels))),
        unit=unit,
        block_notes=notes,
        parent=parent.row.number,
        depth=parent.row.depth + 1,
    )


def _same_block(row: Row, parent: Row) -> bool:
    """Return whether a row without a metric of its own can belong to a parent: the units agree."""
    if row.unit is None or parent.unit is None:
        return True
    return row.unit.unit == parent.unit.unit


def _generic(leaf: str, parent: str, unit: UnitText | None, names: tuple[str, ...]) -> bool:
    """Return whether a child that has a base of its own is told apart only together with its parent."""
    alone, together = _own(leaf, unit, names), _own(f"{parent}/{leaf}", unit, names)
    same_base = alone and together and alone.metric.base == together.metric.base
    return bool(same_base and alone and together and alone.metric != together.metric)


def _group_of(leaf: str, parent: Row, unit: UnitText | None, names: tuple[str, ...]) -> bool:
    """Return whether a label that only names a group stands under a heading that says of what."""
    if not parent.section or not discriminates(leaf, names):
        return False
    together = _own("/".join((*(label for label in parent.labels if not splits(label)), leaf)), unit, names)
    return together is not None


def _partial(label: str) -> bool:
    return bool(regex.match(alternation(label_words().partial), fold(label).strip()))
