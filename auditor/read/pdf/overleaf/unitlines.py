"""The unit of a table that begins a page, where its line ends the page before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Table
from auditor.model.place import Box
from auditor.read.pdf.signs import is_currency_line
from auditor.read.pdf.signs import is_money
from auditor.read.pdf.signs import is_unit
from auditor.read.pdf.signs import unit_of_line

Element = Block | Table
#: A unit alone on its line ends where its table does, give or take so many points.
_FLUSH = 25.0


def units_overleaf(elements: Sequence[Element]) -> list[Element]:
    """Return the elements; a table at the top of a page has the unit that ends the page before.

    So have those right below it under the same heads; money is told once for all parts of accounts.
    """
    found = list(elements)
    told: list[Block] = []
    unit = ""
    page: int | None = None
    heads: list[str] = []
    for index, element in enumerate(found):
        if isinstance(element, Table):
            below = not told and element.place.page == page and (is_money(unit) or element.heads == heads)
            unit, page = _unit_before(told, element) or (unit if below else ""), element.place.page
            found[index] = replace(element, unit=element.unit or unit)
            heads = element.heads
            told = []
        elif element.kind is not BlockKind.FURNITURE:
            told = [*told[-1:], element]
    return found


def _unit_before(blocks: Sequence[Block], table: Table) -> str:
    """Return the unit of the last line of the page before a table, if nothing else stands between."""
    lines = [block for block in blocks if not is_currency_line(block.text.string)]
    if not lines or not lines[-1].text.pieces:
        return ""
    last = lines[-1].text
    page, string = last.pieces[-1].place.page, last.string.strip()
    if page is None or page + 1 != table.place.page:
        return ""
    return unit_of_line(string) or (string if is_unit(string) and _flush(last.place().box, table) else "")


def _flush(box: Box | None, table: Table) -> bool:
    """Return whether a line ends where the texts of a table do."""
    boxes = [piece.place.box for cell in table.cells for piece in cell.text.pieces if piece.place.box]
    right = max((other.x1 for other in boxes), default=0.0)
    return box is not None and abs(box.x1 - right) < _FLUSH
