"""A number whose thousands are set apart in the wrong places.

What it flags:
    A cell such as `1,23,456` or `12,3456` in a row whose other numbers are set apart in threes.

Why it matters:
    A digit was lost, doubled or moved while typing; the number cannot be read, so nothing else checks it.

How it decides:
    The cell is a number with commas that are not three digits apart, and another cell of its row is a number
    of as many digits, one more or one less, that is set apart in threes. A number that ends in fewer than
    three digits behind a comma is left alone: a narrow column or a page break may have cut it. Lists of pages
    and of footnote marks have no such neighbour. A report that prints three or more of them has another
    custom (lakh and crore).

Example:
    "总用水量 | 123,456 | 1,23,556".

When it is wrong:
    When a column holds lists of numbers of that length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.lexicon.fold import fold_width
from auditor.model.document import Cell
from auditor.model.document import Document
from auditor.model.document import Table
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.rules import wording
from auditor.rules.base import Dossier
from auditor.rules.base import finding_id

CODE = "U204"
SEVERITY = Severity.WARNING
TITLE = "千位分隔有误"
MESSAGE = (
    "{place}“{label}”一行的 {stated} 千位分隔位置有误，而同一行的 {other} 分隔正确；"
    "请核对是否漏写或多写数字。"
)

_COMMAS = re.compile(r"[-(]?([0-9]+(?:,[0-9]+)+)(?:\.[0-9]+)?\)?")
_THREES = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_LEAST_DIGITS = 4
#: So many in one report are its custom.
_CUSTOM = 3


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each cell whose digits are not set apart in threes."""
    for document in dossier.documents:
        found = list(_slips(document))
        if len(found) < _CUSTOM:
            yield from (_finding(document, *slip) for slip in found)


def _slips(document: Document) -> Iterator[tuple[Cell, Cell, str]]:
    for table in (element for element in document.elements if isinstance(element, Table)):
        rows: dict[int, list[Cell]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(cell)
        for row in rows.values():
            grouped = [cell for cell in row if _THREES.fullmatch(_number(cell))]
            for cell in row:
                number = _number(cell)
                if len(_digits(number)) < _LEAST_DIGITS or _THREES.fullmatch(number) or _cut(number):
                    continue
                near = [other for other in grouped if _alike(number, _number(other))]
                if near:
                    yield cell, near[0], row[0].text.string.strip()


def _number(cell: Cell) -> str:
    """Return the digits and commas of a cell that is one number, empty for any other."""
    found = _COMMAS.fullmatch(fold_width(cell.text.string.strip()))
    return found[1] if found else ""


def _cut(number: str) -> bool:
    """Return whether a number may go on elsewhere: its last digits are fewer than three."""
    return len(number.rsplit(",", 1)[-1]) < 3


def _alike(number: str, other: str) -> bool:
    return abs(len(_digits(number)) - len(_digits(other))) <= 1


def _digits(number: str) -> str:
    return number.replace(",", "")


def _finding(document: Document, cell: Cell, other: Cell, label: str) -> Finding:
    place, stated = cell.text.place(0, len(cell.text.string)), cell.text.string.strip()
    return Finding(
        id=finding_id(CODE, label, "", "", document.name, str(cell.column)),
        code=CODE,
        severity=SEVERITY,
        title=TITLE,
        report=document.name,
        place=place,
        period="",
        metric=label,
        stated=stated,
        expected="",
        gap="",
        message=MESSAGE.format(
            place=wording.place_words(place), label=label, stated=stated, other=other.text.string.strip()
        ),
        claims=(),
    )
