"""The outline of a table: under which parents a row stands, by depth, indent and what its label says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

import regex

from auditor.extract.numbers.unittext import UnitText
from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.facets import scan
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import Naming
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import name
from auditor.lexicon.naming import residue
from auditor.lexicon.quantities import alternation
from auditor.model.document import Cell
from auditor.model.quantity import NO_UNIT

_TEN = rf"[{numeral_words().listed}]{{1,3}}"
_NUMBERED = regex.compile(rf"({_TEN}[、.])|(\({_TEN}\))|([0-9]{{1,2}}[、.)](?![0-9]))|(\([0-9]{{1,2}}\))")


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
        return (*told, *named[-1:]) if told or _only_parts(named) else named


@dataclass(slots=True)
class _Open:
    """A row under which later rows may stand; ``inner`` if the first row below a head stands further in."""

    row: Row
    indent: float
    bulleted: bool
    fresh: bool = False
    inner: bool = False


@dataclass(slots=True)
class Outline:
    """What stands above a row, kept from one part of a table to the next.

    ``named`` are the last rows that name a metric, each below the one before: of them the heads below
    speak that only say how it is parted; ``block`` are the marks of the section, ``unit`` the one that its
    head prints; ``told`` are the numbers of the parents under which each label stood; ``counted`` is the last
    row of each level of numbers (一、 （一） 1、).
    """

    parents: list[_Open] = field(default_factory=list)
    named: list[_Open] = field(default_factory=list)
    block: tuple[str, ...] = ()
    unit: UnitText | None = None
    told: dict[tuple[str, ...], list[int]] = field(default_factory=dict)
    counted: dict[int, int] = field(default_factory=dict)


def _only_parts(labels: Sequence[str]) -> bool:
    """Return whether the heads of a group only say how it is parted: 性别 over 女性."""
    nouns = label_words().split_nouns
    parted = len(labels) > 1 and all(clean(label) in nouns for label in labels[:-1])
    return parted and bool(scan(clean(labels[-1]))[0])


def splits(label: str) -> bool:
    """Return whether a label only tells how the rows below it are parted: 按性别划分, by gender."""
    plain, words = clean(label), label_words()
    if plain in words.split_nouns:
        return True
    return plain.startswith(words.split_begins) or plain.endswith(words.split_ends)


def placed_in(row: Row, outline: Outline, indent: float, names: tuple[str, ...], *, bulleted: bool) -> Row:
    """Return the row below what it needs to be understood, and open it for the rows below."""
    own = _own(row.labels[-1], row.unit, names) if row.labels else None
    parted = row.section and bool(row.labels) and own is None and splits(row.labels[-1])
    counted = _counted_on(row, outline)
    _close(outline.parents, row, _level_of(indent, bulleted=bulleted))
    whole = [item.row for item in outline.named if _depth(item) <= _level_of(indent, bulleted=bulleted)]
    if parted and whole:
        row = replace(row, labels=tuple(dict.fromkeys((*whole[-1].labels, *row.labels))))
    else:
        row = _under_parent(row, outline.parents, indent, names, bulleted=bulleted)
    if row.section or own or counted:
        _push(outline.parents, _Open(row, indent, bulleted, fresh=row.section))
    if row.section and not parted:
        outline.unit = row.unit
    elif row.unit is None:
        row = replace(row, unit=outline.unit)
    if not parted and own and (row.section or not discriminates(row.labels[-1], names)):
        _push(outline.named, _Open(row, indent, bulleted))
    elif not parted and row.section:
        outline.named.clear()
    return row


def _counted_on(row: Row, outline: Outline) -> bool:
    """Close what a row's number ends: rows of its level and all below them; return whether there were any."""
    level = _level(row)
    if level < 0:
        return False
    before = outline.counted.get(level, row.number)
    ended = (
        at for at, item in enumerate(outline.parents) if _level(item.row) >= level or item.row.number > before
    )
    at = next(ended, len(outline.parents))
    closed = at < len(outline.parents)
    del outline.parents[at:]
    outline.counted = {other: number for other, number in outline.counted.items() if other < level}
    outline.counted[level] = row.number
    return closed


def _close(parents: list[_Open], row: Row, level: tuple[int, int]) -> None:
    """Close the heads whose rows stand further in than they do where a row stands as far out as they."""
    if parents and parents[-1].fresh:
        parents[-1].fresh, parents[-1].inner = False, level > _depth(parents[-1])
    if row.labels and not row.section and not _partial(row.labels[-1]):
        parents[:] = [item for item in parents if not (item.inner and _depth(item) >= level)]


def _level(row: Row) -> int:
    """Return how far down a row's number counts: 一、 then (一) then 1、 then (1); -1 without one."""
    found = _NUMBERED.match(fold(row.labels[-1]).strip()) if row.labels else None
    return found.lastindex - 1 if found and found.lastindex else -1


def discriminates(label: str, names: tuple[str, ...]) -> bool:
    """Return whether a label only tells one group from another: 女性, 女性员工, 30岁以下."""
    told, spans = scan(clean(label))
    return bool(told) and not residue(clean(label), spans, names)


def _own(label: str, unit: UnitText | None, names: tuple[str, ...]) -> Naming | None:
    return name(clean(label), unit.unit if unit else NO_UNIT, names)


def _push(parents: list[_Open], opened: _Open) -> None:
    """Make a row the nearest parent; parents at its depth or deeper are closed."""
    while parents and _depth(parents[-1]) >= _depth(opened):
        parents.pop()
    parents.append(opened)


def _depth(opened: _Open) -> tuple[int, int]:
    return _level_of(opened.indent, bulleted=opened.bulleted)


def _level_of(indent: float, *, bulleted: bool) -> tuple[int, int]:
    return (int(bulleted), round(indent / 4))


def _under_parent(
    row: Row, parents: Sequence[_Open], indent: float, names: tuple[str, ...], *, bulleted: bool
) -> Row:
    """Return the row below the parent that it needs to be understood; itself when it needs none."""
    if not row.labels:
        return row
    leaf = row.labels[-1]
    own = _level_of(indent, bulleted=bulleted)
    deeper = [item for item in parents if _depth(item) < own]
    beside = parents and not row.section and (_heads(parents[-1], own) or _partial(leaf))
    parent = deeper[-1] if deeper else (parents[-1] if beside else None)
    if parent is None:
        return row
    named = _own(leaf, row.unit, names)
    child = bool(deeper) or _partial(leaf) or _group_of(leaf, parent.row, row.unit, names)
    if named and not child:
        return row
    if not named and not (_same_block(row, parent.row) and (child or _parts(leaf, parent, names))):
        return row
    if not named and _leads_on(parent.row) and not (_partial(leaf) or _parts(leaf, parent, names)):
        return row
    generic = _group_of(leaf, parent.row, row.unit, names)
    if named and not generic and not _generic(leaf, parent.row.labels[-1], row.unit, names):
        return _placed(row, parent, ())
    return _placed(row, parent, parent.row.labels)


def _heads(last: _Open, level: tuple[int, int]) -> bool:
    """Return whether a row of a level may stand below the last one: its like, or a head, be it centred.

    Rows that stand further out than 其中 does are no parts of what it opens.
    """
    centred = last.row.section and not _partial(last.row.labels[-1])
    return centred or _depth(last) == level


def _leads_on(parent: Row) -> bool:
    """Return whether a row tells a balance: what is indented below a profit is added to it, no part."""
    told = regex.search(alternation(arithmetic_words().balanced), fold(parent.labels[-1]))
    return not parent.section and bool(told)


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
