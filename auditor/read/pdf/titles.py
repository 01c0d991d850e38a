"""Captions and units that stand beside each other over a table, or over two: each goes with its table."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.model.document import Text
from auditor.read.pdf.blocks import SENTENCE_ENDS
from auditor.read.pdf.blocks import Paragraph
from auditor.read.pdf.grid.columns import Span
from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import is_caption
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.signs import is_currency_line
from auditor.read.pdf.signs import is_unit
from auditor.read.pdf.signs import unit_of_line
from auditor.read.pdf.typesetting import EMPTY
from auditor.read.pdf.typesetting import Composer
from auditor.read.text.shape import caption_kind
from auditor.read.unitlines import lone_measure

#: A caption and its unit are no more lines than these; more of them close together are running text.
_LINES = 3
#: They stand no further above the table than so many type sizes, and reach over its end by no more.
_NEAR, _OVER = 3.5, 3.0
#: Lines of one text lie closer than so many type sizes.
_LEADING = 1.9
#: What ends so is a sentence or a part of one.
_ENDS = "。.；;，,"


def bind_titles(drafts: Sequence[Draft], lines: Sequence[Line]) -> list[Line]:
    """Give tables beside each other, and those with a unit beside their caption, the lines right above them.

    Return the other lines.

    A page is read column by column only where white parts all that stands on it: a unit that reaches
    over the end of its table would leave the captions of both to the first.
    """
    left = list(lines)
    parted = any(_beside(draft, other) for draft in drafts for other in drafts if other is not draft)
    for draft in drafts:
        beside = [other for other in drafts if other is not draft and _beside(draft, other)]
        draft.over = _titles(draft, _room(draft, beside), left) if beside else _opposite(draft, left)
        if not draft.over and not beside:
            draft.over = _numbered(draft, left)
        if not draft.over:
            draft.over = (_stacked(draft, left) if parted else []) or _below_columns(draft, left)
        left = [line for line in left if line not in draft.over]
    return left


def _beside(draft: Draft, other: Draft) -> bool:
    high = min(draft.bottom, other.bottom) - max(draft.top, other.top)
    apart = draft.x1 <= other.x0 + 1 or other.x1 <= draft.x0 + 1
    return apart and 2 * high > min(draft.bottom - draft.top, other.bottom - other.top)


def _room(draft: Draft, beside: Sequence[Draft]) -> Span:
    """Return from where to where lines over a table belong to it."""
    start = max((other.x1 for other in beside if other.x1 <= draft.x0 + 1), default=float("-inf"))
    end = min((other.x0 for other in beside if other.x0 >= draft.x1 - 1), default=float("inf"))
    return start, end


def _titles(draft: Draft, room: Span, lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a table's caption and unit, top to bottom; none where they are running text."""
    found: list[Line] = []
    near = draft.top
    for line in sorted((line for line in lines if line.bottom <= draft.top + 2), key=_base, reverse=True):
        if line.x1 <= room[0] + 2 or line.x0 >= room[1] - 2:
            continue
        within = line.x0 >= draft.x0 - line.size and line.x1 <= min(room[1], draft.x1 + _OVER * line.size)
        if not within or near - line.bottom > _NEAR * line.size or string_of(line.words)[-1] in _ENDS:
            break
        if len(found) == _LINES:
            apart = found[-1].base - line.base > _LEADING * line.size or line.size != found[-1].size
            return found[::-1] if apart else []
        found.append(line)
        near = line.top
    return found[::-1]


def _opposite(draft: Draft, lines: Sequence[Line]) -> list[Line]:
    """Return the caption and the unit of a table that stand on one line above it, at its two ends.

    What ends a paragraph is no caption.
    """
    above = [line for line in lines if line.bottom <= draft.top + 2 and _over(line, draft)]
    last = max(above, key=_base, default=None)
    if last is None or draft.top - last.bottom > _NEAR * last.size:
        return []
    row = sorted((line for line in above if abs(line.base - last.base) < 0.5 * last.size), key=_left)
    if len(row) < 2 or not (unit_of_line(string_of(row[-1].words)) or is_lone_unit(row[-1], draft.x1)):
        return []
    upper = max((line for line in above if line not in row), key=_base, default=None)
    return [] if string_of(row[0].words)[-1] in _ENDS or _goes_on(upper, row[0]) else row


def _numbered(draft: Draft, lines: Sequence[Line]) -> list[Line]:
    """Return the numbered title right above a table: it is no part of what stands beside or above it."""
    above = [line for line in lines if line.bottom <= draft.top + 2 and _over(line, draft)]
    last = max(above, key=_base, default=None)
    near = last is not None and draft.top - last.bottom <= _NEAR * last.size
    return [last] if last is not None and near and is_caption(last) else []


def _stacked(draft: Draft, lines: Sequence[Line]) -> list[Line]:
    """Return the caption of a table and the unit at its right end on the line below the caption.

    Where tables stand beside each other on the page, white parts the one from the other.
    """
    above = [line for line in lines if line.bottom <= draft.top + 2 and _over(line, draft)]
    last = sorted(above, key=_base)[-3:]
    if len(last) < 2:
        return []
    unit, title = last[-1], last[-2]
    near = draft.top - unit.bottom <= _NEAR * unit.size and unit.top - title.bottom <= _NEAR * unit.size
    told = unit_of_line(string_of(unit.words)) and abs(draft.x1 - unit.x1) < _OVER * unit.size
    begins = title.x0 < draft.x0 + title.size and title.x1 < unit.x0 and title.base < unit.base
    return [title, unit] if near and told and begins and not _is_text(title, last[:-2]) else []


def _below_columns(draft: Draft, lines: Sequence[Line]) -> list[Line]:
    """Return the caption of a table and the unit under it, both from its left end on, below columns of text.

    They would be read with the first column.
    """
    above = sorted((line for line in lines if line.bottom <= draft.top + 2 and _over(line, draft)), key=_base)
    if len(above) < 2:
        return []
    title, unit = above[-2:]
    near = draft.top - unit.bottom <= _NEAR * unit.size and unit.base - title.base <= _NEAR * unit.size
    left = max(abs(line.x0 - draft.x0) for line in (title, unit)) < title.size
    beside = any(
        line.x0 >= title.x1 and 0 < title.base - line.base <= 2 * _NEAR * title.size for line in above[:-2]
    )
    told = unit_of_line(string_of(unit.words))
    return [title, unit] if near and left and beside and told and not _is_text(title, above[:-2]) else []


def _is_text(title: Line, above: Sequence[Line]) -> bool:
    """Return whether a line ends text, or goes on with the text above it."""
    return string_of(title.words)[-1] in _ENDS or _goes_on(above[-1] if above else None, title)


def _over(line: Line, draft: Draft) -> bool:
    return line.x0 < draft.x1 and draft.x0 < line.x1


def _goes_on(upper: Line | None, line: Line) -> bool:
    """Return whether a line goes on with the text of the one above it."""
    if upper is None or upper.size != line.size or string_of(upper.words)[-1] in "。.":
        return False
    return line.base - upper.base <= _LEADING * line.size


def is_lone_unit(line: Line, right: float) -> bool:
    """Return whether a line is nothing but the unit of a table that ends at ``right``, set flush with it."""
    flush = abs(right - line.x1) < 1.5 * line.size
    return flush and len(groups_of(line)) == 1 and is_unit(string_of(line.words))


def title_of(paragraphs: Sequence[Paragraph], draft: Draft, composer: Composer) -> tuple[Text, str]:
    """Return the caption right above a table and the unit given beside or under the caption."""
    unit = ""
    near = draft.top
    for paragraph in reversed(_units_last(paragraphs[-4:])):
        last = paragraph.lines[-1]
        if near - last.bottom > 3.5 * last.size:
            break
        string = paragraph.string.strip()
        found = unit_of_line(string) or (string if is_lone_unit(last, draft.x1) else lone_measure(string))
        if found and not unit:
            unit = found
            if caption_kind(string):
                return composer.lines(paragraph.lines), unit
            # caption and unit may share the line: the caption is what stands before the unit
            near = paragraph.lines[0].top
            continue
        if is_currency_line(string):
            near = paragraph.lines[0].top
            continue
        if "□" in string or "☑" in string or "☐" in string:
            continue  # a box to tick is no title
        if len(string) <= 80 and len(paragraph.lines) <= 2 and string[-1] not in "。；;，,":
            return composer.lines(paragraph.lines), unit
        break
    return EMPTY, unit


def _units_last(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the lines above a table in their order, a unit behind the caption that it stands beside."""
    found = list(paragraphs)
    for at in range(len(found) - 1):
        unit, title = found[at], found[at + 1]
        beside = abs(unit.lines[-1].base - title.lines[-1].base) < 0.5 * title.lines[-1].size
        if beside and unit_of_line(unit.string.strip()) and not unit_of_line(title.string.strip()):
            found[at], found[at + 1] = title, unit
    return found


def is_figure_title(paragraph: Paragraph, top: float) -> bool:
    """Return whether a paragraph is the title of a figure whose upper edge is at ``top``."""
    string, last = paragraph.string, paragraph.lines[-1]
    near = 0 <= top - last.bottom + last.size < 4.0 * last.size
    ended = string[-1] in SENTENCE_ENDS or string[-1] in "，,："
    return near and not ended and len(paragraph.lines) <= 2 and len(string) <= 60


def _base(line: Line) -> float:
    return line.base


def _left(line: Line) -> float:
    return line.x0
