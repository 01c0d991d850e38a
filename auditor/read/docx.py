"""A Word file becomes a document: paragraphs by style, tables with spans, footnotes by mark."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from auditor.errors import UnreadableFileError
from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.model.saying import saying
from auditor.read.grids import WrittenCell
from auditor.read.manuscript import Manuscript
from auditor.read.text.markup import lowered
from auditor.read.text.markup import raised
from auditor.read.wordparts import WORD
from auditor.read.wordparts import Notes
from auditor.read.wordparts import Styles
from auditor.read.wordparts import notes_of

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: Elements whose content stands in the place of the element itself.
_TRANSPARENT = frozenset(
    f"{WORD}{name}"
    for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple")
) | {f"{_MC}AlternateContent", f"{_MC}Choice"}
_TWIPS = 20
#: Signs moved by so many half points or more are raised or lowered ones.
_LEAST_MOVE = 4


def read_docx(path: Path, name: str, sha256: str) -> Document:
    """Return a Word file (.docx) as a document named ``name``.

    A place is a line: the ordinal of the paragraph or table row that is not blank, from 1.

    Raises:
        UnreadableFileError: the file is no Word file, is damaged or encrypted.
    """
    file = _open(path)
    manuscript = Manuscript(name)
    reader = _Reader(manuscript, Styles(file), notes_of(file))
    reader.furniture("header", file)
    reader.body(file.element.body)
    reader.furniture("footer", file)
    reader.tell_changes()
    return manuscript.document(sha256, "docx")


def _open(path: Path) -> Any:  # noqa: ANN401  # python-docx is hardly typed
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        return docx.Document(BytesIO(path.read_bytes()))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, XMLSyntaxError, OSError) as error:
        raise UnreadableFileError(
            path, "it is no Word file, damaged or encrypted. Save it as .docx."
        ) from error


def _moved(run: Any) -> str:  # noqa: ANN401
    """Return whether a run stands above or below its line by a position of its own, in half points."""
    position = run.find(f"{WORD}rPr/{WORD}position")
    told = str(position.get(f"{WORD}val", "")) if position is not None else ""
    if not told.lstrip("-").isdigit() or abs(int(told)) < _LEAST_MOVE:
        return ""
    return "subscript" if told.startswith("-") else "superscript"


class _Reader:
    """Walks the elements of a file in document order."""

    def __init__(self, manuscript: Manuscript, styles: Styles, notes: Notes) -> None:
        self._manuscript = manuscript
        self._styles = styles
        self._notes = notes
        self._changes = 0
        self._hidden = 0

    def body(self, container: Any) -> None:  # noqa: ANN401
        """Add the paragraphs and tables of a container."""
        for element in container:
            if element.tag == f"{WORD}p":
                self._paragraph(element)
            elif element.tag == f"{WORD}tbl":
                self._table(element)
            elif element.tag in _TRANSPARENT:
                self.body(element)
            self._due_notes()

    def furniture(self, end: str, file: Any) -> None:  # noqa: ANN401
        """Add what stands in the page heads or page feet, each text once."""
        told: dict[str, None] = {}
        for section in file.sections:
            part = getattr(section, end)
            if not part.is_linked_to_previous:
                told |= dict.fromkeys(paragraph.text.strip() for paragraph in part.paragraphs)
        for string in told:
            self._manuscript.passage([string], kind=BlockKind.FURNITURE)

    def tell_changes(self) -> None:
        """Doubt a file with changes that nobody accepted yet, or with hidden text."""
        if self._changes:
            detail = saying("有 {count} 处修订删除尚未接受：按已接受读取", count=self._changes)
            self._manuscript.doubt("tracked_changes", 1, detail)
        if self._hidden:
            self._manuscript.doubt(
                "text_hidden", 1, saying("有 {count} 处文字被隐藏，未读取", count=self._hidden)
            )

    # paragraphs -----------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Any) -> None:  # noqa: ANN401
        boxes = [box for box in paragraph.iter(f"{WORD}txbxContent") if not _is_fallback(box)]
        lines = self._text(paragraph).split("\n")
        level = self._styles.level(paragraph)
        names = self._styles.names(paragraph)
        if any(name.startswith(("toc ", "table of figures")) for name in names):
            self._manuscript.passage(lines, kind=BlockKind.FURNITURE)
        elif level:
            self._manuscript.passage(lines, kind=BlockKind.HEADING, level=level)
        elif self._styles.find(paragraph, "pPr", "numPr") is not None:
            self._manuscript.passage(lines, kind=BlockKind.ITEM)
        else:
            self._manuscript.passage(lines, titled=_is_bold(paragraph))
        for box in boxes:
            self.body(box)

    def _text(self, element: Any) -> str:  # noqa: ANN401
        return "".join(self._strings(element))

    def _strings(self, element: Any) -> Iterator[str]:  # noqa: ANN401
        for child in element:
            if child.tag == f"{WORD}r":
                yield from self._run(child)
            elif child.tag in {f"{WORD}del", f"{WORD}moveFrom"}:
                self._changes += 1
            elif child.tag in _TRANSPARENT:
                yield from self._strings(child)

    def _run(self, run: Any) -> Iterator[str]:  # noqa: ANN401
        vanish = run.find(f"{WORD}rPr/{WORD}vanish")
        if vanish is not None and vanish.get(f"{WORD}val", "1") not in {"0", "false"}:
            self._hidden += 1
            return
        string = "".join(self._signs(run))
        aligned = run.find(f"{WORD}rPr/{WORD}vertAlign")
        way = aligned.get(f"{WORD}val") if aligned is not None else _moved(run)
        yield {"superscript": raised, "subscript": lowered}.get(way, str)(string)

    def _signs(self, run: Any) -> Iterator[str]:  # noqa: ANN401
        for sign in run:
            name = sign.tag.removeprefix(WORD) if isinstance(sign.tag, str) else ""
            if name == "t":
                yield sign.text or ""
            elif name in {"footnoteReference", "endnoteReference"}:
                custom = sign.get(f"{WORD}customMarkFollows", "0") not in {"0", "false"}
                own = "".join(text.text or "" for text in run.iter(f"{WORD}t")) if custom else ""
                mark = self._notes.cite(name.removesuffix("Reference"), sign.get(f"{WORD}id"), own)
                yield "" if custom else mark
            else:
                yield {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(name, "")

    def _due_notes(self) -> None:
        """Add the notes that were cited since the last paragraph or table."""
        due, self._notes.due = self._notes.due, []
        for mark, note in due:
            lines = [self._text(paragraph).strip() for paragraph in note.iter(f"{WORD}p")]
            self._manuscript.passage(lines, kind=BlockKind.NOTE, mark=mark)

    # tables ---------------------------------------------------------------------------------------

    def _table(self, table: Any) -> None:  # noqa: ANN401
        if next(table.iterdescendants(f"{WORD}tbl"), None) is not None or _is_frame(table):
            for cell in _cells(table):
                self.body(cell)
            return
        written: list[WrittenCell] = []
        above: dict[int, int] = {}
        rows = [row for row in _inside(table, f"{WORD}tr") if row.find(f"{WORD}trPr/{WORD}del") is None]
        for number, row in enumerate(rows):
            column = _number(row, f"{WORD}trPr/{WORD}gridBefore")
            for cell in _inside(row, f"{WORD}tc"):
                wide = _number(cell, f"{WORD}tcPr/{WORD}gridSpan") or 1
                merge = cell.find(f"{WORD}tcPr/{WORD}vMerge")
                if merge is not None and merge.get(f"{WORD}val") != "restart" and column in above:
                    owner = written[above[column]]
                    written[above[column]] = WrittenCell(
                        owner.row,
                        owner.column,
                        owner.lines,
                        number - owner.row + 1,
                        owner.colspan,
                        owner.indent,
                    )
                else:
                    above[column] = len(written)
                    written.append(self._cell(cell, number, column, wide))
                column += wide
        heads = next((i for i, row in enumerate(rows) if row.find(f"{WORD}trPr/{WORD}tblHeader") is None), 0)
        self._manuscript.table(written, heads=heads)

    def _cell(self, cell: Any, row: int, column: int, wide: int) -> WrittenCell:  # noqa: ANN401
        paragraphs = list(_inside(cell, f"{WORD}p"))
        lines = tuple(line for paragraph in paragraphs for line in self._text(paragraph).split("\n"))
        indent = self._styles.find(paragraphs[0], "pPr", "ind") if paragraphs else None
        left = "0" if indent is None else indent.get(f"{WORD}left") or indent.get(f"{WORD}start") or "0"
        points = int(left) / _TWIPS if left.isdigit() else 0.0
        return WrittenCell(row, column, lines or ("",), 1, wide, points)


def _inside(element: Any, tag: str) -> Iterator[Any]:  # noqa: ANN401
    """Yield the children of one kind, those in content controls too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _inside(child, tag)


def _cells(table: Any) -> Iterator[Any]:  # noqa: ANN401
    return (cell for row in _inside(table, f"{WORD}tr") for cell in _inside(row, f"{WORD}tc"))


def _is_frame(table: Any) -> bool:  # noqa: ANN401
    """Return whether a table is a frame around text: it has one cell."""
    return len(list(_cells(table))) == 1


def _number(element: Any, where: str) -> int:  # noqa: ANN401
    found = element.find(where)
    value = found.get(f"{WORD}val", "0") if found is not None else "0"
    return int(value) if value.isdigit() else 0


def _is_bold(paragraph: Any) -> bool:  # noqa: ANN401
    """Return whether every run with text is set in bold."""
    runs = [
        run for run in paragraph.iter(f"{WORD}r") if any((t.text or "").strip() for t in run.iter(f"{WORD}t"))
    ]
    bold = [run.find(f"{WORD}rPr/{WORD}b") for run in runs]
    return bool(runs) and all(
        mark is not None and mark.get(f"{WORD}val", "1") not in {"0", "false"} for mark in bold
    )


def _is_fallback(box: Any) -> bool:  # noqa: ANN401
    return any(parent.tag == f"{_MC}Fallback" for parent in box.iterancestors())
