"""What goes on over the page: tables with or without their heads, and paragraphs cut by the page's end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Table
from auditor.read.pdf.indents import indented_like
from auditor.read.pdf.overleaf.cutheads import heads_alone
from auditor.read.pdf.overleaf.cutheads import under_heads
from auditor.read.pdf.overleaf.cutrows import carry_group
from auditor.read.pdf.overleaf.cutrows import join_cut_row
from auditor.read.pdf.overleaf.cutrows import labels_twice
from auditor.read.pdf.overleaf.cutrows import says_heads_again
from auditor.read.pdf.signs import is_item
from auditor.read.pdf.signs import is_money
from auditor.read.pdf.signs import section_level
from auditor.read.pdf.typesetting import join

Element = Block | Table
_CLOSED = "。！？；：.!?;:…”」』"
_OPEN_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM)
_ASIDE = (BlockKind.FURNITURE, BlockKind.NOTE)


def mark_continued(elements: Sequence[Element]) -> list[Element]:
    """Return the elements with tables marked that go on from the page before.

    A table goes on when nothing but furniture stands between, it has as many columns, and it has no
    heads of its own or repeats those of the table that it goes on from.
    """
    found = list(elements)
    whole = labels_twice(found)
    gone: set[int] = set()
    at: int | None = None
    last: Table | None = None
    heads: list[str] = []
    for index, following in enumerate(found):
        element = following
        if isinstance(element, Table):
            if last is not None and at is not None and _next_page(last, element):
                if heads_alone(last, element):
                    found[index] = element = under_heads(last, element)
                    gone.add(at)
                    at, last = index, element
                    heads = element.heads
                    continue
                cut = join_cut_row(last, element, whole)
                if cut is not None:
                    found[at], element = cut
                    last = cut[0]
                    if element.rows <= element.header_rows:
                        gone.add(index)
                        continue
            own = element.heads
            if last is not None and _follows(last, element) and (not own or says_heads_again(own, heads)):
                element = _gone_on(last, element)
            elif last is not None and not element.unit and _shares_unit(last, element):
                element = replace(element, unit=last.unit)
            found[index] = element
            heads = own or heads
            at, last = index, element
        elif element.kind is not BlockKind.FURNITURE:
            last = None
    return [element for index, element in enumerate(found) if index not in gone]


def _gone_on(before: Table, table: Table) -> Table:
    """Return a table marked as one that goes on, with what only its first part says: unit, caption, group."""
    carried = indented_like(before, carry_group(before, table))
    caption, unit = table.caption or before.caption, table.unit or before.unit
    return replace(carried, continued=True, caption=caption, unit=unit)


def _follows(before: Table, table: Table) -> bool:
    return table.columns == before.columns and _next_page(before, table)


def _shares_unit(before: Table, table: Table) -> bool:
    """Return whether the unit of a table is also that of the next, between which and it nothing stands.

    It is where both stand in one frame: the title inside it is no text between them. It is too where the
    next is the next part, with heads of its own, of one that goes on: then only the money of accounts is
    told once for all parts, pieces may be counted under other heads.
    """
    if table.caption and table.caption.string != before.caption.string:
        return True
    return (
        before.continued
        and is_money(before.unit)
        and table.columns == before.columns
        and page_of(before) == page_of(table)
    )


def page_of(element: Element) -> int | None:
    """Return the page that an element begins on; its whole place is dear to ask for."""
    texts = [cell.text for cell in element.cells] if isinstance(element, Table) else [element.text]
    return next((text.pieces[0].place.page for text in texts if text.pieces), None)


def _next_page(before: Element, after: Element) -> bool:
    first, second = _last_page(before), page_of(after)
    return first is not None and second is not None and second == first + 1


def _last_page(element: Element) -> int | None:
    """Return the page that the last row of a table, or a block, begins on."""
    if not isinstance(element, Table):
        return page_of(element)
    pages = (cell.text.pieces[0].place.page for cell in element.cells if cell.text.pieces)
    return max((page for page in pages if page is not None), default=None)


def join_parts(elements: Sequence[Element]) -> list[Element]:
    """Return the elements with paragraphs put together that the end of a page or column cuts.

    Furniture and footnotes may stand between the parts.
    """
    found: list[Element] = []
    last: int | None = None
    for element in elements:
        if isinstance(element, Block) and element.kind in _ASIDE:
            found.append(element)
            continue
        before = found[last] if last is not None else None
        if (
            isinstance(before, Block)
            and isinstance(element, Block)
            and last is not None
            and _cut(before, element)
        ):
            found[last] = replace(before, text=join(before.text, element.text))
            continue
        found.append(element)
        last = len(found) - 1
    return found


def _cut(before: Block, after: Block) -> bool:
    """Return whether a sentence of ``before`` goes on in ``after``, the first text of the next part."""
    if before.kind not in _OPEN_KINDS or after.kind is not BlockKind.PARAGRAPH:
        return False
    string, following = before.text.string.rstrip(), after.text.string
    if not _last_page_before(before, after) and not _next_column(before, after):
        return False
    if len(string) < 15 or string[-1] in _CLOSED or is_item(following) or section_level(following):
        return False
    return _full(before) and _like(before, after)


def _last_page_before(before: Block, after: Block) -> bool:
    first, second = before.text.pieces[-1].place.page, page_of(after)
    return first is not None and second == first + 1


def _next_column(before: Block, after: Block) -> bool:
    """Return whether a block stands in the column at the right of another's of two lines or more."""
    last, first = before.text.pieces[-1].place, after.text.pieces[0].place
    if last.page != first.page or last.box is None or first.box is None:
        return False
    boxes = [piece.place.box for piece in before.text.pieces if piece.place.box]
    wrapped = any(box.bottom <= last.box.top + 1.0 for box in boxes)
    return wrapped and first.box.x0 > max(box.x1 for box in boxes) and first.box.bottom < last.box.top


def _full(block: Block) -> bool:
    """Return whether the last line reaches the right edge of the block: it broke for want of room."""
    boxes = [piece.place.box for piece in block.text.pieces if piece.place.box]
    if not boxes:
        return False
    last = boxes[-1]
    return last.x1 > max(box.x1 for box in boxes) - 2 * (last.bottom - last.top)


def _tall(block: Block) -> float:
    """Return the usual height of a block's type; single words may hold a sign of another face."""
    boxes = [piece.place.box for piece in block.text.pieces if piece.place.box]
    return median(box.bottom - box.top for box in boxes)


def _like(before: Block, after: Block) -> bool:
    """Return whether two blocks are set alike: same height of type, same left edge but for an indent."""
    first, second = before.text.pieces[-1].place.box, after.text.pieces[0].place.box
    if first is None or second is None:
        return False
    left = min(piece.place.box.x0 for piece in before.text.pieces if piece.place.box)
    tall, other = _tall(before), _tall(after)
    # a block of one line may be the indented first line of its paragraph
    below = -4.0 * other < second.x0 - left < 1.5 * other or _next_column(before, after)
    return 0.75 < tall / (other or 1.0) < 1.34 and below
