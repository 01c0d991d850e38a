"""A number whose thousands are set apart in the wrong places.

What it flags:
    A cell such as `1,23,456`, `12,3456` or `123,45` in a row whose other numbers are set apart in threes, and
    such a number with a unit in a sentence.

Why it matters:
    A digit was lost, doubled or moved while typing; the number cannot be read, so nothing else checks it.

How it decides:
    The cell is a number with commas that are not three digits apart, and another cell of its row is a number
    of as many digits, one more or one less, that is set apart in threes. A number that ends in fewer than
    three digits behind a comma may have been cut by a narrow column or a page break: it is told only where it
    has as many digits as the others and is within twice of one of them. In a sentence the number has five
    digits or more and a unit, and nothing is told one by one (respectively). Lists of pages and of footnote
    marks are neither. A report that prints three or more of them has another custom (lakh and crore).

Example:
    "总用水量 | 123,456 | 1,23,556".

When it is wrong:
    When a column holds lists of numbers of that length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from auditor.lexicon.fold import fold
from auditor.lexicon.fold import fold_width
from auditor.lexicon.labels import label_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.tongue import say
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.claim import Source
from auditor.model.document import Cell
from auditor.model.document import Document
from auditor.model.document import Table
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.rules import wording
from auditor.rules.about import about
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.base import finding_id

CODE = "U204"
SEVERITY = Severity.WARNING
TITLE = "千位分隔有误"
MESSAGE = (
    "{place}“{label}”一行的 {stated} 千位分隔位置有误，而同一行的 {other} 分隔正确；"
    "请核对是否漏写或多写数字。"
)

MESSAGE_TOLD = "{place}的“{stated}”千位分隔位置有误；请核对是否漏写或多写数字。"

_COMMAS = re.compile(r"[-(]?([0-9]+(?:,[0-9]+)+)(?:\.[0-9]+)?\)?")
_THREES = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_LEAST_DIGITS, _LEAST_DIGITS_TOLD = 4, 5
_YEAR = re.compile(r",(?:19|20)[0-9]{2}(?![0-9])")
#: So many in one report are its custom.
_CUSTOM = 3


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each number whose digits are not set apart in threes."""
    told = {report.name: list(_told(report)) for report in dossier.reports}
    for document in dossier.documents:
        slips, sentences = list(_slips(document)), told.get(document.name, [])
        if len(slips) + len(sentences) < _CUSTOM:
            yield from (_finding(document, *slip) for slip in slips)
            yield from (_told_finding(claim, stated) for claim, stated in sentences)


def _slips(document: Document) -> Iterator[tuple[Cell, Cell, str]]:
    for table in (element for element in document.elements if isinstance(element, Table)):
        rows: dict[int, list[Cell]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(cell)
        for row in rows.values():
            grouped = [cell for cell in row if _THREES.fullmatch(_number(cell))]
            for cell in row:
                number = _number(cell)
                if len(_digits(number)) < _LEAST_DIGITS or _THREES.fullmatch(number):
                    continue
                alike = _alike_though_cut if _cut(number) else _alike
                near = [other for other in grouped if alike(number, _number(other))]
                if near:
                    yield cell, near[0], row[0].text.string.strip()


def _told(report: Report) -> Iterator[tuple[Claim, str]]:
    """Yield the claims of sentences whose number is the tail of one with misplaced commas, and all of it."""
    for claim in report.claims:
        if claim.source is not Source.PROSE or not claim.quantity.unit.id:
            continue
        sentence, tail = fold_width(claim.context), fold_width(claim.quantity.text)
        found = re.search(rf"(?<![0-9,.])[1-9][0-9]{{0,2}}(?:,[0-9]+)*,{re.escape(tail)}", sentence)
        if found is not None and _misplaced(found[0]) and not re.search(_respectively(), fold(claim.context)):
            yield claim, found[0]


def _misplaced(told: str) -> bool:
    """Return whether the digits at the head of a text are five or more, not in threes and not cut."""
    found = _COMMAS.match(told)
    number = found[1] if found else ""
    wrong = not _THREES.fullmatch(number) and not _cut(number)
    return wrong and len(_digits(number)) >= _LEAST_DIGITS_TOLD and not _YEAR.search(number)


def _respectively() -> str:
    return alternation(label_words().respectively)


def _number(cell: Cell) -> str:
    """Return the digits and commas of a cell that is one number, empty for any other."""
    found = _COMMAS.fullmatch(fold_width(cell.text.string.strip()))
    return found[1] if found else ""


def _cut(number: str) -> bool:
    """Return whether a number may go on elsewhere: its last digits are fewer than three."""
    return len(number.rsplit(",", 1)[-1]) < 3


def _alike(number: str, other: str) -> bool:
    return abs(len(_digits(number)) - len(_digits(other))) <= 1


def _alike_though_cut(number: str, other: str) -> bool:
    """Return whether a number has all digits of another and is near it, so that nothing was cut off."""
    one, two = int(_digits(number)), int(_digits(other))
    return len(_digits(number)) == len(_digits(other)) and one <= 2 * two and two <= 2 * one


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
        message=say(
            MESSAGE,
            place=wording.place_words(place),
            label=label,
            stated=stated,
            other=other.text.string.strip(),
        ),
        claims=(),
    )


def _told_finding(claim: Claim, stated: str) -> Finding:
    message = say(MESSAGE_TOLD, place=wording.place_words(claim.place), stated=stated)
    return replace(
        about(claim, Heading(CODE, SEVERITY, TITLE, MESSAGE_TOLD), message, claim.key), stated=stated
    )
