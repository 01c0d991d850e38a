"""Where the digits of a claim stand in a document as read, and the document with others in their place."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

from auditor.model.claim import Claim
from auditor.model.document import Block
from auditor.model.document import Cell
from auditor.model.document import Document
from auditor.model.document import Piece
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.model.place import Place


@dataclass(frozen=True, slots=True)
class Spot:
    """Characters of a block (``cell`` is -1) or of a table's cell."""

    element: int
    cell: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """Other characters for those of a spot; without a spot's end the whole block is taken out."""

    document: str
    spot: Spot
    new: str


def find(document: Document, claim: Claim) -> Spot | None:
    """Return where the number of a claim is printed; None where that is not certain."""
    spots = list(_spots(document, claim))
    return spots[0] if len(spots) == 1 else None


def unit_cell(document: Document, claim: Claim, number: Spot) -> Spot | None:
    """Return the cell of the claim's own row that holds its unit and nothing else."""
    table = document.elements[number.element]
    if not isinstance(table, Table) or number.cell < 0 or not claim.quantity.full_unit:
        return None
    row = table.cells[number.cell].row
    for at, cell in enumerate(table.cells):
        if (
            cell.row == row
            and cell.rowspan == 1
            and cell.text.string.strip() == claim.quantity.full_unit.strip()
        ):
            return Spot(number.element, at, 0, len(cell.text.string))
    return None


def text_at(document: Document, spot: Spot) -> Text:
    """Return the text that a spot is in."""
    element = document.elements[spot.element]
    return element.cells[spot.cell].text if isinstance(element, Table) else element.text


def edited(document: Document, edits: Sequence[Edit]) -> Document:
    """Return the document with the edits made; places of all other characters stay as they are."""
    elements: list[Block | Table | None] = list(document.elements)
    # from the back, so that the offsets of edits in one text stay right
    for edit in sorted(
        edits, key=lambda item: (item.spot.element, item.spot.cell, item.spot.start), reverse=True
    ):
        element = elements[edit.spot.element]
        if element is not None:
            elements[edit.spot.element] = _edited(element, edit)
    return replace(document, elements=tuple(item for item in elements if item is not None))


def _edited(element: Block | Table, edit: Edit) -> Block | Table | None:
    spot = edit.spot
    if spot.end < 0:
        return None
    if isinstance(element, Block):
        return replace(element, text=_replaced(element.text, spot, edit.new))
    cells = list(element.cells)
    cell = cells[spot.cell]
    cells[spot.cell] = replace(cell, text=_replaced(cell.text, spot, edit.new))
    return replace(element, cells=tuple(cells))


def _replaced(text: Text, spot: Spot, new: str) -> Text:
    delta = len(new) - (spot.end - spot.start)
    string = text.string[: spot.start] + new + text.string[spot.end :]
    return Text(string, tuple(_shifted(piece, spot, delta) for piece in text.pieces))


def _shifted(piece: Piece, spot: Spot, delta: int) -> Piece:
    if piece.start <= spot.start:
        return piece
    if piece.start >= spot.end:
        return replace(piece, start=piece.start + delta)
    # a word inside the number keeps behind its first character, so that the number begins where it did
    return replace(piece, start=max(min(piece.start, spot.end + delta), spot.start + 1))


def _spots(document: Document, claim: Claim) -> Iterator[Spot]:
    wanted = claim.quantity.text
    for at, element in enumerate(document.elements):
        for cell, text in _texts(element):
            if wanted not in text.string or not _near(text, claim.place):
                continue
            whole = isinstance(element, Table) and claim.seat is not None
            for start in _starts(text.string, wanted):
                end = start + len(wanted)
                place = text.place(0, len(text.string)) if whole else text.place(start, end)
                if _same_start(place, claim.place):
                    yield Spot(at, cell, start, end)


def _texts(element: Block | Table) -> Iterator[tuple[int, Text]]:
    if isinstance(element, Block):
        yield -1, element.text
    else:
        yield from ((at, cell.text) for at, cell in enumerate(element.cells))


def _near(text: Text, place: Place) -> bool:
    return any(piece.place.page == place.page for piece in text.pieces)


def _starts(string: str, wanted: str) -> Iterator[int]:
    """Return where the number stands that is not part of a longer one."""
    start = string.find(wanted)
    while start >= 0:
        before, after = string[start - 1 : start], string[start + len(wanted) : start + len(wanted) + 1]
        if not (before.isdigit() or (before in {".", ","} and start > 1)) and not (
            after.isdigit() and wanted[-1].isdigit()
        ):
            yield start
        start = string.find(wanted, start + 1)


def _same_start(one: Place, other: Place) -> bool:
    if one.line is not None or other.line is not None:
        return (one.line, one.column) == (other.line, other.column)
    if one.page != other.page or one.box is None or other.box is None:
        return False
    return (one.box.x0, one.box.top) == (other.box.x0, other.box.top)


def cell_of(document: Document, spot: Spot) -> Cell | None:
    """Return the table cell that a spot is in, None for a block."""
    element = document.elements[spot.element]
    return element.cells[spot.cell] if isinstance(element, Table) else None
