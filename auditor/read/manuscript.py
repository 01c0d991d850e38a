"""What a structured file (Word, HTML, workbook) holds, gathered in its order, and what each part of it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.model.document import Doubt
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.model.place import Place
from auditor.model.saying import Saying
from auditor.read.grids import Grid
from auditor.read.grids import WrittenCell
from auditor.read.grids import make_grid
from auditor.read.grids import make_table
from auditor.read.grids import split
from auditor.read.text.compose import compose
from auditor.read.text.figures import is_number_line
from auditor.read.text.figures import is_pair
from auditor.read.text.groups import BULLET
from auditor.read.text.headings import BARE_LEVEL
from auditor.read.text.headings import is_bare_heading
from auditor.read.text.headings import numbered_level
from auditor.read.text.markup import Fragment
from auditor.read.text.markup import drop
from auditor.read.text.markup import plain
from auditor.read.text.markup import trim
from auditor.read.text.notes import Citations
from auditor.read.text.notes import bare_note_start
from auditor.read.text.notes import citations
from auditor.read.text.notes import note_start
from auditor.read.text.shape import caption_kind
from auditor.read.text.sheet import Sheet
from auditor.read.text.source import Line
from auditor.read.text.tables.grid import Contents
from auditor.read.text.tables.grid import Title
from auditor.read.text.tables.ruled import is_title_line
from auditor.read.text.tables.ruled import stated_line
from auditor.read.text.tables.ruled import stated_unit
from auditor.read.text.tables.ruled import unit_line

_DEEPEST = 6
#: No caption of a number is longer.
_CAPTION = 110


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph; ``kind`` is what the file says it is, None when it does not say.

    ``level`` is that of a heading, ``mark`` that of a footnote, ``titled`` says that it may be a title
    by the look of it: bold, or alone on its line of a sheet.
    """

    lines: Contents
    kind: BlockKind | None = None
    level: int = 0
    mark: str = ""
    titled: bool = False

    @property
    def string(self) -> str:
        """Return what it says."""
        return " ".join(plain(line) for line in self.lines)


class Manuscript:
    """Gathers paragraphs and tables in document order; each paragraph and table row counts as one line."""

    def __init__(self, report: str) -> None:
        self.report = report
        self.line = 0
        self.doubts: list[Doubt] = []
        self._items: list[Passage | Grid] = []

    def passage(  # noqa: PLR0913  # what a file may say of a paragraph
        self,
        lines: Sequence[str],
        *,
        kind: BlockKind | None = None,
        level: int = 0,
        mark: str = "",
        titled: bool = False,
        line: int | None = None,
    ) -> None:
        """Add a paragraph unless it is blank; ``line`` replaces the count."""
        if not any(string.strip() for string in lines):
            return
        number = self._next(line)
        contents, column = [], 0
        for string in lines:
            contents.append(trim([Fragment(string, number, column)]))
            column += len(string) + 1
        self._add(Passage([part for part in contents if part], kind, level, mark, titled))

    def table(
        self, cells: Sequence[WrittenCell], *, heads: int = 0, numbers: dict[int, int] | None = None
    ) -> None:
        """Add a table; rows that stand over or under it in its frame become paragraphs.

        ``heads`` rows are heads by the file's own word; ``numbers`` replaces the count of its rows.
        """
        if numbers is None:
            numbers = {row: self._next(None) for row in sorted({cell.row for cell in cells if cell.filled})}
        over = True
        for part in split(make_grid(cells, numbers, heads)):
            if isinstance(part, Grid):
                self._items.append(part)
                over = False
                continue
            for cell in part.cells:
                if cell:
                    self._add(Passage([list(line) for line in cell], titled=over))

    def doubt(self, code: str, line: int, detail: Saying) -> None:
        """Record something of which the reading is not sure."""
        self.doubts.append(Doubt(code, Place(self.report, line=line), detail))

    def document(self, sha256: str, form: str, lines: int | None = None) -> Document:
        """Return the document; ``lines`` replaces the count of lines."""
        elements = _Setter(self.report, self._items).elements()
        doubts = tuple(sorted(self.doubts, key=lambda doubt: doubt.place.order))
        return Document(self.report, sha256, form, elements, doubts, lines=lines or self.line)

    def _next(self, line: int | None) -> int:
        self.line = line if line is not None else self.line + 1
        return self.line

    def _add(self, passage: Passage) -> None:
        if any(passage.lines):
            self._items.append(passage)


class _Setter:
    """Says of each part of a manuscript what it is."""

    def __init__(self, report: str, items: Sequence[Passage | Grid]) -> None:
        self._report = report
        self._items = items
        self._elements: list[Block | Table] = []
        self._taken: set[int] = set()
        self._citations = _citations(report, items)
        self._depth = 0
        self._after_table = False

    def elements(self) -> tuple[Block | Table, ...]:
        for index, item in enumerate(self._items):
            if isinstance(item, Grid):
                self._table(index, item)
            elif index not in self._taken:
                self._passage(index, item)
        return tuple(self._elements)

    # tables ---------------------------------------------------------------------------------------

    def _table(self, index: int, grid: Grid) -> None:
        title = self._title(index)
        table = make_table(self._report, grid, title)
        continued = not title.caption and self._continues(table)
        self._elements.append(replace(table, continued=True) if continued else table)
        self._after_table = True

    def _title(self, index: int) -> Title:
        """Return the caption and the unit that stand directly above a table."""
        unit, caption = "", Text("")
        for above in (index - 1, index - 2):
            passage = self._items[above] if above >= 0 else None
            if not isinstance(passage, Passage) or passage.kind in {BlockKind.NOTE, BlockKind.FURNITURE}:
                break
            if not unit and (found := stated_line(passage.string)):
                unit = found
            elif caption or not (passage.kind is BlockKind.HEADING or is_title_line(passage.string)):
                break
            else:
                caption = compose(self._report, passage.lines)
        return Title(caption, unit or stated_unit(caption))

    def _continues(self, table: Table) -> bool:
        """Return whether a table goes on from the last: as wide, its heads or none, only notes between."""
        between: list[Block] = []
        for element in reversed(self._elements):
            if isinstance(element, Block):
                between.append(element)
                continue
            if any(block.kind not in {BlockKind.NOTE, BlockKind.FURNITURE} for block in between):
                return False
            same = element.heads == table.heads or not table.header_rows
            return same and element.columns == table.columns
        return False

    # paragraphs -----------------------------------------------------------------------------------

    def _passage(self, index: int, passage: Passage) -> None:
        if passage.kind is BlockKind.HEADING:
            self._heading(passage, passage.level)
        elif passage.kind is not None:
            self._block(passage.kind, passage.lines, mark=passage.mark)
        elif not (self._note(passage) or self._figure(index, passage)):
            self._prose(passage)
        if passage.kind not in {BlockKind.NOTE, BlockKind.FURNITURE, None}:
            self._after_table = False

    def _note(self, passage: Passage) -> bool:
        start = note_start(passage.string)
        bare = bare_note_start(passage.string) if start is None else None
        told = start or bare
        if told is None:
            return False
        cited = self._citations.above(told.mark, passage.lines[0][0].line)
        title = passage.titled and is_bare_heading(passage.string[told.length :])
        if not (told.certain or cited or (start and self._after_table and not title)):
            return False
        lines = [drop(passage.lines[0], told.length), *passage.lines[1:]]
        self._block(BlockKind.NOTE, lines, mark=told.mark)
        return True

    def _figure(self, index: int, passage: Passage) -> bool:
        """Set a number with the caption below it, a label with its number, or a stated unit."""
        string = passage.string
        if unit_line(string) or is_pair(string):
            self._block(BlockKind.FIGURE, passage.lines)
            return True
        if not is_number_line(string):
            return False
        below = self._items[index + 1] if index + 1 < len(self._items) else None
        lines = passage.lines
        if isinstance(below, Passage) and below.kind is None and _is_caption(below.string):
            self._taken.add(index + 1)
            lines = [*lines, *below.lines]
        self._block(BlockKind.FIGURE, lines, parted=1)
        return True

    def _prose(self, passage: Passage) -> None:
        string = passage.string
        level = numbered_level(string)
        if caption_kind(string):
            self._block(BlockKind.PARAGRAPH, passage.lines)
        elif level or (passage.titled and is_bare_heading(string)):
            self._heading(passage, level)
        elif match := BULLET.match(string):
            lines = [drop(passage.lines[0], match.end()), *passage.lines[1:]]
            self._block(BlockKind.ITEM, lines)
        else:
            self._block(BlockKind.PARAGRAPH, passage.lines)
        self._after_table = False

    def _heading(self, passage: Passage, level: int) -> None:
        """Set a heading; one whose level nothing tells stands below the last whose level something does."""
        if level:
            self._depth = level
        elif self._depth:
            level = self._depth + 1
        level = min(level or BARE_LEVEL, _DEEPEST)
        self._elements.append(Block(BlockKind.HEADING, compose(self._report, passage.lines), level))

    def _block(self, kind: BlockKind, lines: Contents, *, mark: str = "", parted: int = 0) -> None:
        text = compose(self._report, lines, parted=parted)
        if text:
            self._elements.append(Block(kind, text, 0, mark))


def _is_caption(string: str) -> bool:
    told = note_start(string) or unit_line(string) or numbered_level(string) or caption_kind(string)
    return not told and not is_number_line(string) and len(string) <= _CAPTION


def _citations(report: str, items: Sequence[Passage | Grid]) -> Citations:
    """Return the raised marks in paragraphs and cells, each with its line."""
    lines: list[Line] = []
    for item in items:
        rows = item.rows if isinstance(item, Grid) else ()
        contents = [*(cell for row in rows for cell in row.cells)]
        parts = [part for cell in contents for line in cell for part in line]
        if isinstance(item, Passage):
            parts = [part for line in item.lines for part in line]
        lines.extend(Line(part.line, part.string) for part in parts)
    return citations(Sheet(report, lines))
