"""A web page becomes a document: headings, paragraphs, list items and tables in written order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import regex

from auditor.errors import UnreadableFileError
from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.read.grids import WrittenCell
from auditor.read.manuscript import Manuscript
from auditor.read.text.markup import lowered
from auditor.read.text.markup import raised
from auditor.read.text.source import decode

_NOT_SHOWN = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "svg",
        "iframe",
        "object",
        "select",
        "button",
        "textarea",
    )
)
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt"),
        *(
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
        ),
        *("html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul", "caption"),
        *("thead", "tbody", "tfoot", "tr", "td", "th"),
    )
)
_FURNITURE = frozenset(("nav", "footer"))
_HIDDEN = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", regex.IGNORECASE)
_RAISED = regex.compile(r"vertical-align\s*:\s*super", regex.IGNORECASE)
_LOWERED = regex.compile(r"vertical-align\s*:\s*sub", regex.IGNORECASE)
_INDENT = regex.compile(
    r"(?:padding|margin)-left\s*:\s*(?P<size>[0-9]+(?:\.[0-9]+)?)(?P<unit>px|pt|em|rem)", regex.IGNORECASE
)
_POINTS = {"px": 0.75, "pt": 1.0, "em": 12.0, "rem": 12.0}
_CHARSET = regex.compile(
    rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)", regex.IGNORECASE
)
#: How pages name the text of a footnote, so that its mark can lead to it.
_NOTE = regex.compile(
    r"(?:^|[-_:])(?:fn|foot-?note|end-?note|note)[-_:]?(?P<mark>[0-9]{1,2})$", regex.IGNORECASE
)
#: White space that a page folds into one space; the others (no-break, ideographic) are meant.
_SPACE = regex.compile(r"[ \t\r\n\f]+")
#: No table is wider; a larger span is a slip of the page.
_WIDEST = 1000


def read_html(path: Path, name: str, sha256: str) -> Document:
    """Return a web page as a document named ``name``.

    A place is a line: the ordinal of the paragraph or table row that is not blank, from 1.

    Raises:
        UnreadableFileError: the file is no text, or there is nothing in it.
    """
    from lxml import etree
    from lxml import html

    string = _decoded(path, path.read_bytes())
    # the parser refuses a string that names an encoding of its own
    string = regex.sub(r"^\s*<\?xml[^>]*\?>", "", string)
    try:
        root = html.document_fromstring(string, parser=html.HTMLParser(remove_comments=True, remove_pis=True))
    except (etree.ParserError, ValueError) as error:
        raise UnreadableFileError(path, "it holds no web page.") from error
    manuscript = Manuscript(name)
    reader = _Reader(manuscript)
    reader.walk(root)
    reader.flush()
    return manuscript.document(sha256, "html")


def _decoded(path: Path, data: bytes) -> str:
    """Return the text of a page: in the encoding that it names, if its bytes are valid in it."""
    named = _CHARSET.search(data[:4096])
    encoding = named[1].decode("ascii").lower() if named else ""
    if encoding in {"gb2312", "gbk", "gb18030", "big5"} or encoding.startswith(("iso-8859", "windows-125")):
        try:
            return data.decode("gb18030" if encoding.startswith("gb") else encoding)
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(path, data)


class _Reader:
    """Walks the elements of a page; text outside of blocks is gathered into paragraphs."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._loose: list[str] = []
        self._kind: BlockKind | None = None
        self._titled = True

    def walk(self, element: Any) -> None:  # noqa: ANN401  # lxml is untyped
        """Add what stands in an element."""
        self._text(element.text or "")
        for child in element:
            if isinstance(child.tag, str) and not _hidden(child):
                self._element(child)
            self._text(child.tail or "")

    def flush(self, **told: Any) -> None:  # noqa: ANN401  # what the file says of the paragraph
        """Add the gathered text as a paragraph."""
        lines = [_SPACE.sub(" ", line).strip(" ") for line in "".join(self._loose).split("\v")]
        self._loose = []
        titled = self._titled
        self._titled = True
        if self._kind is not None:
            told = {"kind": self._kind}
        self._manuscript.passage([line for line in lines if line.strip()], titled=titled, **told)

    def _text(self, string: str, *, bold: bool = False) -> None:
        self._loose.append(string)
        if string.strip() and not bold:
            self._titled = False

    def _element(self, element: Any) -> None:  # noqa: ANN401
        name = element.tag.lower()
        if name not in _BLOCKS:
            bold = name in {"b", "strong"}
            self._text(_inline(element), bold=bold) if _is_inline(element) else self.walk(element)
            return
        self.flush()
        if name == "table":
            self._table(element)
            return
        before, self._kind = self._kind, BlockKind.FURNITURE if name in _FURNITURE else self._kind
        self.walk(element)
        told: dict[str, Any] = {}
        if regex.fullmatch(r"h[1-6]", name):
            told = {"kind": BlockKind.HEADING, "level": int(name[1])}
        elif name == "li" and (note := _NOTE.search(element.get("id", ""))):
            told = {"kind": BlockKind.NOTE, "mark": note["mark"]}
        elif name == "li" or (name == "p" and element.getparent().tag == "li"):
            told = {"kind": BlockKind.ITEM}
        self.flush(**told)
        self._kind = before

    # tables ---------------------------------------------------------------------------------------

    def _table(self, table: Any) -> None:  # noqa: ANN401
        rows = list(_rows(table))
        if any(True for row in rows for _ in row.iter("table")) or sum(len(_cells(row)) for row in rows) == 1:
            for row in rows:
                for cell in _cells(row):
                    self.walk(cell)
                    self.flush()
            return
        for caption in table.iterchildren("caption"):
            self._manuscript.passage(_lines(caption), titled=True)
        self._manuscript.table(list(_written(rows)), heads=_heads(rows))


def _rows(table: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield the rows of a table that are shown, heads first, those of tables inside left out."""
    parts = [part for part in table if part.tag in {"thead", "tbody", "tr"} and not _hidden(part)]
    parts += [part for part in table if part.tag == "tfoot"]
    for part in sorted(parts, key=lambda part: part.tag != "thead"):
        rows = [part] if part.tag == "tr" else part.iterchildren("tr")
        yield from (row for row in rows if not _hidden(row))


def _cells(row: Any) -> list[Any]:  # noqa: ANN401
    return [cell for cell in row if cell.tag in {"td", "th"} and not _hidden(cell)]


def _heads(rows: list[Any]) -> int:
    """Return how many leading rows are heads: in the head of the table, or of head cells only."""
    count = 0
    for row in rows:
        cells = _cells(row)
        if row.getparent().tag != "thead" and not (cells and all(cell.tag == "th" for cell in cells)):
            break
        count += 1
    return count


def _written(rows: list[Any]) -> Iterator[WrittenCell]:
    """Yield the cells, each past those that reach into its row from above."""
    covered: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in _cells(row):
            while (number, column) in covered:
                column += 1
            wide = min(_size(cell, "colspan"), _WIDEST)
            high = min(_size(cell, "rowspan") or len(rows), len(rows) - number)
            covered |= {(number + y, column + x) for y in range(high) for x in range(wide)}
            lines = tuple(_lines(cell)) or ("",)
            yield WrittenCell(number, column, lines, high, wide, _indent(cell))
            column += wide


def _size(cell: Any, name: str) -> int:  # noqa: ANN401
    told = str(cell.get(name, "1")).strip()
    size = int(told) if told.isascii() and told.isdigit() and len(told) < 5 else 1
    return size if size or name == "rowspan" else 1


def _indent(cell: Any) -> float:  # noqa: ANN401
    """Return in points how far a cell's text is moved in, by its own style or that of its first part."""
    styles = [
        cell.get("style", ""),
        *(child.get("style", "") for child in list(cell)[:1] if child.tag != "br"),
    ]
    match = next((found for style in styles if (found := _INDENT.search(style))), None)
    return float(match["size"]) * _POINTS[match["unit"].lower()] if match else 0.0


# text ---------------------------------------------------------------------------------------------


def _hidden(element: Any) -> bool:  # noqa: ANN401
    if not isinstance(element.tag, str) or element.tag.lower() in _NOT_SHOWN or ":header" in element.tag:
        return True
    return "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")) is not None


def _is_inline(element: Any) -> bool:  # noqa: ANN401
    return not any(isinstance(child.tag, str) and child.tag.lower() in _BLOCKS for child in element.iter())


def _lines(element: Any) -> list[str]:  # noqa: ANN401
    """Return the lines that an element shows."""
    lines = (_SPACE.sub(" ", line).strip(" ") for line in _inline(element).split("\v"))
    return [line for line in lines if line.strip()]


def _inline(element: Any) -> str:  # noqa: ANN401
    """Return the text of an element; a line break in it is a vertical tab."""
    if element.tag == "br":
        return "\v"
    parts = [element.text or ""]
    for child in element:
        if not _hidden(child):
            inner = _inline(child)
            parts.append(f"\v{inner}\v" if child.tag in _BLOCKS else inner)
        parts.append(child.tail or "")
    string = "".join(parts)
    style = element.get("style", "")
    if element.tag == "sup" or _RAISED.search(style):
        return raised(string.strip())
    if element.tag == "sub" or _LOWERED.search(style):
        return lowered(string.strip())
    return string
