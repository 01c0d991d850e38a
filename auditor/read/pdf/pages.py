"""Sheets become the elements of a document in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Doubt
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.read.pdf.blocks import Faces
from auditor.read.pdf.blocks import Paragraph
from auditor.read.pdf.blocks import make_block
from auditor.read.pdf.blocks import make_paragraphs
from auditor.read.pdf.furniture import split_furniture
from auditor.read.pdf.grid.columns import Span
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.grid.frames import part_frames
from auditor.read.pdf.grid.frames import widen_heads
from auditor.read.pdf.grid.panels import Strip
from auditor.read.pdf.grid.panels import find_strips
from auditor.read.pdf.grid.tables import find_tables
from auditor.read.pdf.grid.tiles import part_tiles
from auditor.read.pdf.headers import finish
from auditor.read.pdf.leading import Pitches
from auditor.read.pdf.notes import set_notes
from auditor.read.pdf.order import reading_order
from auditor.read.pdf.overleaf.carry import carry
from auditor.read.pdf.overleaf.carry import heads_before
from auditor.read.pdf.overleaf.continuation import join_parts
from auditor.read.pdf.overleaf.continuation import mark_continued
from auditor.read.pdf.overleaf.unitlines import units_overleaf
from auditor.read.pdf.sheet.justified import stretches
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Sheet
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.sheet.words import make_lines
from auditor.read.pdf.signs import is_currency_line
from auditor.read.pdf.signs import is_item
from auditor.read.pdf.signs import is_value
from auditor.read.pdf.signs import note_mark
from auditor.read.pdf.signs import unit_of_line
from auditor.read.pdf.titles import bind_titles
from auditor.read.pdf.titles import is_figure_title
from auditor.read.pdf.titles import title_of
from auditor.read.pdf.typesetting import EMPTY
from auditor.read.pdf.typesetting import Composer
from auditor.read.pdf.typesetting import beside
from auditor.read.pdf.unmarked import unmarked
from auditor.read.pdf.unsure import draft_doubts
from auditor.read.pdf.unsure import table_doubts

Element = Block | Table
#: So many characters of running text tell the size of the body.
_PROSE = 600
#: The level of a heading that its size does not tell.
_LOWEST = 6


@dataclass(slots=True)
class _Report:
    """What is known of the whole report, and what is gathered."""

    name: str
    faces: list[Faces]
    vocabulary: frozenset[str]
    pitches: Pitches
    elements: list[Element] = field(default_factory=list)
    print_sizes: dict[int, float] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)


@dataclass(slots=True)
class _Layout:
    """One sheet taken apart: drafts of tables, boxes of figures, the lines that are in none, furniture."""

    sheet: Sheet
    drafts: list[Draft]
    strips: list[Strip]
    lines: list[Line]
    margin: Sequence[Line]


def assemble(sheets: Sequence[Sheet], name: str) -> tuple[list[Element], list[Doubt]]:
    """Return the elements of all sheets in reading order, and the doubts of the layout."""
    layouts = _layouts(sheets)
    pitches = Pitches([layout.lines for layout in layouts])
    report = _Report(name, _faces(sheets, layouts), _vocabulary(sheets), pitches)
    for layout in layouts:
        _add_sheet(report, layout)
    elements = set_notes(unmarked(report.elements, report.print_sizes), report.print_sizes)
    whole = mark_continued(units_overleaf(join_parts(elements)))
    return whole, [*report.doubts, *table_doubts(whole)]


def _layouts(sheets: Sequence[Sheet]) -> list[_Layout]:
    found: list[_Layout] = []
    last: Draft | None = None
    goes_on = False
    for sheet, (words, margin) in zip(sheets, split_furniture(sheets), strict=True):
        strips, free = find_strips(sheet.boxes, words)
        drafts, rest = find_tables(sheet, free)
        tiles, drafts = part_tiles(drafts)
        strips, drafts = strips + tiles, part_frames(drafts, last)
        lines = make_lines(rest)
        if last is not None:
            drafts, lines = carry(last, drafts, lines, rows=goes_on)
        if found and drafts and not any(line.bottom <= drafts[0].top for line in lines):
            _set_heads_before(found[-1], drafts[0])
        parts = [Line(group) for line in lines for group in _stretches(line)]
        found.append(_Layout(sheet, drafts, strips, bind_titles(drafts, parts), margin))
        if goes_on and drafts and last is not None:
            found[-2].drafts = [
                widen_heads(item, drafts[0]) if item is last else item for item in found[-2].drafts
            ]
        last = max(drafts, key=lambda draft: draft.bottom, default=None)
        goes_on = last is not None and not any(line.top > last.bottom for line in lines)
    return found


def _set_heads_before(layout: _Layout, draft: Draft) -> None:
    """Make the last lines of a page a table where they are the heads of the one that begins the next page."""
    last = max((line.top for line in layout.lines), default=0.0)
    if not layout.lines or any(item.bottom > last for item in layout.drafts):
        return
    heads = heads_before(layout.lines, draft)
    if heads is not None:
        layout.drafts.append(heads[0])
        layout.lines = heads[1]


def _faces(sheets: Sequence[Sheet], layouts: Sequence[_Layout]) -> list[Faces]:
    """Return the type sizes for each page.

    The body is what most of the running text is set in; the tables of an appendix may be longer.
    """
    pages = [_sizes(sheet.words) for sheet in sheets]
    whole: Counter[float] = Counter()
    for page in pages:
        whole.update(page)
    prose = _sizes(word for lay in layouts for line in lay.lines if _is_prose(line) for word in line.words)
    body = _commonest(prose if prose.total() >= _PROSE else whole, 10.0)
    heads = tuple(sorted((size for size in whole if size > 1.1 * body), reverse=True))
    return [Faces(body, min(body, _commonest(page, body)), heads) for page in pages]


def _commonest(sizes: Counter[float], otherwise: float) -> float:
    return max(sizes, key=lambda size: (sizes[size], size), default=otherwise)


def _sizes(words: Iterable[Word]) -> Counter[float]:
    """Return the characters by type size, in half points."""
    count: Counter[float] = Counter()
    for word in words:
        count[round(word.size * 2) / 2] += len(word.string)
    return count


def _is_prose(line: Line) -> bool:
    """Return whether a line is long enough to be running text."""
    return line.x1 - line.x0 > 15 * line.size


def _add_sheet(report: _Report, layout: _Layout) -> None:
    sheet, drafts = layout.sheet, layout.drafts
    composer = Composer(report.name, sheet.number, report.vocabulary)
    above = [line for line in layout.margin if line.base < sheet.height / 2]
    _add_furniture(report, above, composer)
    items: list[Line | Draft | Strip] = [*layout.lines, *drafts, *layout.strips]
    for column in reading_order(items):
        _add_column(report, column, composer)
    _add_furniture(report, [line for line in layout.margin if line.base >= sheet.height / 2], composer)
    for draft in drafts:
        report.doubts.extend(draft_doubts(draft, report.name, sheet.number))


def _vocabulary(sheets: Sequence[Sheet]) -> frozenset[str]:
    """Return the report's Latin words in lower case; parts of divided words are not among them."""
    return frozenset(
        word.string.lower().strip(".,;:()\"'")
        for sheet in sheets
        for word in sheet.words
        if len(word.string) > 2
        and word.string[0].isascii()
        and word.string[0].isalpha()
        and word.string[-1] != "-"
    )


def _stretches(line: Line) -> list[list[Word]]:
    """Return the parts of a line that wide gaps part; a mark stays with its text, currency with unit."""
    groups = stretches(line.words)
    if len(groups) > 1 and is_currency_line(string_of(groups[-1])) and unit_of_line(string_of(groups[-2])):
        groups = [*groups[:-2], [*groups[-2], *groups[-1]]]
    if len(groups) > 1 and len(groups[0]) == 1 and len(groups[0][0].string) <= 4:
        mark, text = groups[0][0], groups[1][0]
        lead = not is_value(mark.string) or not is_value(string_of(groups[1]))
        if (
            lead
            and text.x0 - mark.x1 < 4 * text.size
            and (mark.mark or note_mark(mark.string + " x", strict=False)[0] or is_item(mark.string + " x"))
        ):
            return [[*groups[0], *groups[1]], *groups[2:]]
    return groups


def _add_furniture(report: _Report, lines: Sequence[Line], composer: Composer) -> None:
    report.elements.extend(Block(BlockKind.FURNITURE, composer.lines([line])) for line in lines)


def _add_column(report: _Report, column: Sequence[Line | Draft | Strip], composer: Composer) -> None:
    lines: list[Line] = []
    edges = min(item.x0 for item in column), max(item.x1 for item in column)
    paragraphs: list[Paragraph] = []
    last: Draft | Strip | None = None
    title: tuple[Text, str] = EMPTY, ""
    for item in column:
        if isinstance(item, Line):
            lines.append(item)
            continue
        if lines or last is None or item.top >= last.bottom:  # else a table beside the last one
            paragraphs = _add_lines(report, lines, composer, edges)
        lines, last = [], item
        if isinstance(item, Strip):
            _add_strip(report, item, paragraphs, composer)
            continue
        if item.over:
            over = _add_lines(report, item.over, composer, (item.x0, item.x1))
        else:
            over = [paragraph for paragraph in paragraphs if _over(paragraph, column) in (item, None)]
        title = (
            (composer.cell(item.title, item.x1 - item.x0), title[1])
            if item.title
            else title_of(over, item, composer)
        )
        report.elements.extend(finish(item, composer, *title))
    _add_lines(report, lines, composer, edges)


def _add_strip(report: _Report, strip: Strip, before: Sequence[Paragraph], composer: Composer) -> None:
    """Add the boxes of a figure; the short line right above them is its title."""
    if before and is_figure_title(before[-1], strip.top):
        title = report.elements[-1]
        if isinstance(title, Block) and title.kind is BlockKind.PARAGRAPH:
            report.elements[-1] = replace(title, kind=BlockKind.HEADING, level=_LOWEST)
    for box in strip.boxes:
        if pair := box.pair:
            text = beside(composer.lines(pair[0]), composer.lines(pair[1]))
            report.elements.append(Block(BlockKind.FIGURE, text))
        elif box.tile:
            report.elements.append(Block(BlockKind.FIGURE, composer.lines(box.lines)))
        else:
            _add_lines(report, box.lines, composer, (box.x0, box.x1))


def _add_lines(report: _Report, lines: Sequence[Line], composer: Composer, edges: Span) -> list[Paragraph]:
    faces = report.faces[composer.page - 1]
    paragraphs = make_paragraphs(lines, faces.body, edges, report.pitches.of(composer.page, lines))
    for paragraph in paragraphs:
        block = make_block(paragraph, composer, faces)
        report.print_sizes[id(block)] = paragraph.size / (faces.page or 1.0)
        report.elements.append(block)
    return paragraphs


def _over(paragraph: Paragraph, column: Sequence[Line | Draft | Strip]) -> Draft | None:
    """Return which of the tables that begin beside each other below it a paragraph stands over, if any do."""
    below = [item for item in column if isinstance(item, Draft) and item.top >= paragraph.lines[0].top]
    first = min(below, key=lambda draft: draft.top, default=None)
    beside = [draft for draft in below if first is not None and draft.top < first.bottom]
    middle = (paragraph.lines[0].x0 + paragraph.lines[0].x1) / 2
    if len(beside) < 2:
        return None
    return min(beside, key=lambda draft: max(draft.x0 - middle, middle - draft.x1, 0.0))
