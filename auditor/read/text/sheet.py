"""The lines of a report while they are read: which are taken, and what they became."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field

from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Doubt
from auditor.model.document import Table
from auditor.model.place import Place
from auditor.model.saying import Saying
from auditor.read.text.compose import compose
from auditor.read.text.markup import Fragment
from auditor.read.text.markup import clean
from auditor.read.text.source import Line


@dataclass(slots=True)
class Sheet:
    """The lines of one report and the elements made of them so far.

    ``cuts`` says at which column the end of a line was put aside, ``titles`` the level of each title in
    the contents list (folded), ``table_end`` where the last table ends. Each pass takes the lines that it
    understands; what is left is prose.
    """

    report: str
    lines: list[Line]
    taken: set[int] = field(default_factory=set)
    furniture: set[int] = field(default_factory=set)
    cuts: dict[int, int] = field(default_factory=dict)
    titles: dict[str, int] = field(default_factory=dict)
    table_end: int = -1
    doubts: list[Doubt] = field(default_factory=list)
    _elements: list[tuple[int, int, Block | Table]] = field(default_factory=list)

    def free(self, index: int) -> bool:
        """Return whether the line at ``index`` (0-based) exists, is not blank and not yet taken."""
        return 0 <= index < len(self.lines) and index not in self.taken and not self.lines[index].blank

    def string(self, index: int) -> str:
        """Return the line at ``index`` as printed, without what was cut off its end."""
        return self.lines[index].string[: self.cuts.get(index)]

    def fragments(self, index: int, start: int = 0) -> list[Fragment]:
        """Return the readable characters of a line from column ``start`` on."""
        return clean(self.string(index)[start:], self.lines[index].number, start)

    def cut(self, index: int, column: int) -> None:
        """Put what stands from ``column`` on aside as furniture (the page number of an index line)."""
        self.block(BlockKind.FURNITURE, [self.fragments(index, column)])
        self.cuts[index] = column

    def add(self, index: int, element: Block | Table) -> None:
        """Put an element where the line at ``index`` stands."""
        self._elements.append((index, len(self._elements), element))

    def block(
        self,
        kind: BlockKind,
        fragments: list[list[Fragment]],
        *,
        level: int = 0,
        mark: str = "",
        parted: int = 0,
    ) -> None:
        """Add a block of the given fragments of lines, if there is any text in them."""
        text = compose(self.report, fragments, parted=parted)
        if text:
            first = next(fragment.line for line in fragments for fragment in line)
            self.add(first - 1, Block(kind, text, level, mark))

    def doubt(self, code: str, fragment: Fragment, detail: Saying) -> None:
        """Record something of which the reading is not sure."""
        place = Place(self.report, line=fragment.line, column=fragment.column)
        self.doubts.append(Doubt(code, place, detail))

    def next_filled(self, index: int) -> int:
        """Return the index of the first line at or after ``index`` that is not blank, or the end."""
        while index < len(self.lines) and self.lines[index].blank:
            index += 1
        return index

    def previous_filled(self, index: int) -> int:
        """Return the index of the last line at or before ``index`` that is not blank, or -1."""
        while index >= 0 and self.lines[index].blank:
            index -= 1
        return index

    def last_table(self) -> Table | None:
        """Return the table that was added last."""
        return next((entry[2] for entry in reversed(self._elements) if isinstance(entry[2], Table)), None)

    def elements(self) -> tuple[Block | Table, ...]:
        """Return the elements in reading order."""
        return tuple(element for _, _, element in sorted(self._elements, key=lambda entry: entry[:2]))
