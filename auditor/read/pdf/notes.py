"""Footnotes: small print with a mark, or marked lines directly below a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Table
from auditor.read.pdf.overleaf.continuation import page_of
from auditor.read.pdf.signs import lettered_marks
from auditor.read.pdf.signs import note_mark
from auditor.read.pdf.signs import raised_marks
from auditor.read.pdf.typesetting import cut

#: Small print is smaller than most of its page by this ratio.
_SMALL_PRINT = 0.92
_CIRCLED = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
Element = Block | Table


def marks_in(elements: Sequence[Element]) -> set[str]:
    """Return every footnote mark that is printed in the report's tables and text."""
    marks: set[str] = set()
    for element in elements:
        tabled = isinstance(element, Table)
        texts = [cell.text for cell in element.cells] if isinstance(element, Table) else [element.text]
        for text in texts:
            marks.update(raised_marks(text.string))
            marks.update(lettered_marks(text.string) if tabled else ())
    return marks


def set_notes(elements: Sequence[Element], sizes: dict[int, float]) -> list[Element]:
    """Return the elements with footnotes recognised.

    ``sizes`` is the type size of a block, by its id, as a share of its page's usual size.

    A line that begins with a mark is a note when it is small print, when it stands below a table or
    another note, and, for plain numbers, when that number is a mark somewhere in the report.
    """
    marks = marks_in(elements)
    on_page = _marks_by_page(elements)
    found: list[Element] = []
    after_table, last_mark = False, ""
    for element in elements:
        if isinstance(element, Table):
            after_table, last_mark = True, ""
            found.append(element)
            continue
        if element.kind is BlockKind.FURNITURE:
            found.append(element)
            continue
        small = sizes.get(id(element), 1.0) < _SMALL_PRINT
        near = on_page.get(page_of(element) or 0, set())
        note = _note(element, _Context(small, after_table, last_mark, marks, near))
        if note is None:
            after_table, last_mark = False, ""
            found.append(element)
        else:
            last_mark = note.mark
            found.append(note)
    return found


@dataclass(frozen=True, slots=True)
class _Context:
    """Where a block stands: small print, below a table, after which note, marks of report and page."""

    small: bool
    below: bool
    last: str
    marks: set[str]
    near: set[str]


def _marks_by_page(elements: Sequence[Element]) -> dict[int, set[str]]:
    pages: dict[int, list[Element]] = {}
    for element in elements:
        pages.setdefault(page_of(element) or 0, []).append(element)
    return {page: marks_in(group) for page, group in pages.items()}


def _note(block: Block, at: _Context) -> Block | None:
    string = block.text.string
    mark, start = note_mark(string, strict=True)
    if mark:
        sure = at.small or at.below or bool(at.last) or _names_note(mark) or mark in at.marks - _CIRCLED
        return _as_note(block, mark, start) if sure and block.kind is not BlockKind.HEADING else None
    mark, start = note_mark(string, strict=False)
    if not mark:
        return None
    follows = at.last.isdecimal() and mark.isdecimal() and int(mark) == int(at.last) + 1
    if mark in at.marks and (at.below or follows):
        return _as_note(block, mark, start)
    if at.small and (at.below or follows or mark in at.near):
        return _as_note(block, mark, start)
    return None


def _names_note(mark: str) -> bool:
    """Return whether a mark can be nothing but a note's: a star, 注. Circled numbers also count items."""
    return not mark.isdecimal() and mark not in _CIRCLED


def _as_note(block: Block, mark: str, start: int) -> Block:
    return replace(
        block, kind=BlockKind.NOTE, text=cut(block.text, _begin(block.text.string, start)), mark=mark, level=0
    )


def _begin(string: str, start: int) -> int:
    return start + len(string[start:]) - len(string[start:].lstrip())
