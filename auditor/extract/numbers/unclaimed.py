"""Numbers that became no claim: what looks like a figure and was not read is listed, never passed over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from auditor.extract.charts import in_charts
from auditor.extract.numbers.cells import parse_cell
from auditor.extract.numbers.lookalikes import is_name
from auditor.extract.numbers.lookalikes import looks_like_year
from auditor.extract.numbers.lookalikes import name_spans
from auditor.extract.numbers.lookalikes import right_before
from auditor.extract.numbers.numerals import Numeral
from auditor.extract.numbers.numerals import numerals
from auditor.lexicon.fold import fold
from auditor.lexicon.measures.units import units
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.model.claim import Claim
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.model.document import Doubt
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.model.place import Place
from auditor.model.saying import saying

#: A doubt quotes no more numbers than these.
_QUOTED = 8
#: Blocks that hold no statements.
_NO_STATEMENTS = (BlockKind.FURNITURE, BlockKind.HEADING)
_DIGIT = regex.compile(r"[0-9]")
#: Digits with separators of thousands.
_GROUPED = regex.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
#: A decimal number without a unit is a figure with so many digits, or above the number of any section.
_LONG, _MOST_SECTIONS = 4, 20
#: A few of these are a way of speaking: 3 years, 5 items.
_COUNTED = frozenset(("", "count", "time", "day", "month"))
#: Digits in the number of a section, a standard, a version or a paragraph, or in a formula: C-1.5, × 100%.
_NUMBERED_BEFORE = regex.compile(r"[0-9A-Za-z]\.$|[A-Za-z]-?$|[(（]$|§\s?$|[×*÷/]\s*[(（]?$")
_NUMBERED_AFTER = regex.compile(r"\.[0-9]|[)）][^%％]|\s*[-–]\s*[0-9]+\.[0-9]+\.")


@dataclass(frozen=True, slots=True)
class _Found:
    """A number as printed, and where its digits stand."""

    string: str
    place: Place


def unclaimed(document: Document, claims: Sequence[Claim]) -> tuple[Doubt, ...]:
    """Return one doubt for each block or table with numbers that look like figures and became no claim."""
    taken, charts = _Taken(claims), in_charts(document.elements)
    doubts = []
    for index, element in enumerate(document.elements):
        figures = _of_chart(element) if index in charts else _figures(element, taken)
        left = [found for found in figures if not taken.holds(found.place)]
        if left:
            quoted = "; ".join(found.string for found in left[:_QUOTED])
            more = len(left) - _QUOTED
            words = (
                "未能读懂数字 {quoted} 及另 {more} 处；请人工核对"
                if more > 0
                else "未能读懂数字 {quoted}；请人工核对"
            )
            detail = saying(words, quoted=quoted, more=more)
            doubts.append(Doubt("number_not_read", left[0].place, detail))
    return tuple(doubts)


def nothing_read(document: Document, claims: Sequence[Claim]) -> tuple[Doubt, ...]:
    """Return a doubt on a document from which no number at all was read."""
    if claims:
        return ()
    detail = saying("未从该文件读到任何数字；请确认它是报告，且有文字层")
    return (Doubt("nothing_read", Place(document.name), detail),)


class _Taken:
    """The places that claims were read from."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._pages: defaultdict[int, list[Place]] = defaultdict(list)
        self._columns: defaultdict[int, set[int]] = defaultdict(set)
        for claim in claims:
            place = claim.place
            if place.page is not None:
                self._pages[place.page].append(place)
            elif place.line is not None:
                start = place.column or 0
                self._columns[place.line].update(range(start - 2, start + len(claim.quantity.text) + 1))

    def holds(self, place: Place) -> bool:
        """Return whether a claim was read from a place."""
        if place.page is None:
            return (place.column or 0) in self._columns[place.line or 0]
        box = place.box
        if box is None:
            return True
        x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
        return any(
            own is not None and own.x0 - 2 <= x <= own.x1 + 2 and own.top - 2 <= y <= own.bottom + 2
            for own in (other.box for other in self._pages[place.page])
        )


def _figures(element: Block | Table, taken: _Taken) -> Iterator[_Found]:
    """Yield the figures of an element: what looks like one, and all numbers in rows and columns of claims."""
    if isinstance(element, Block):
        if element.kind not in _NO_STATEMENTS:
            yield from _in_text(element.text)
        return
    body = [cell for cell in element.cells if cell.row >= element.header_rows and cell.text]
    numbers = [cell for cell in body if parse_cell(cell.text.string) is not None]
    claimed = [cell for cell in numbers if taken.holds(cell.text.place())]
    rows, columns = {cell.row for cell in claimed}, {cell.column for cell in claimed}
    for cell in body:
        if cell.row in rows and cell.column in columns and parse_cell(cell.text.string) is not None:
            yield _Found(cell.text.string.strip(), cell.text.place())
        elif units().split(cell.text.string) is None:
            yield from _in_text(cell.text)


def _of_chart(element: Block | Table) -> Iterator[_Found]:
    """Yield the number of a chart over years: it is a figure, however few digits it has."""
    if isinstance(element, Block):
        yield _Found(element.text.string.strip(), element.text.place(0, len(element.text.string)))


def _in_text(text: Text) -> Iterator[_Found]:
    folded = fold(text.string)
    names = name_spans(text.string, folded)
    for numeral in numerals(folded):
        named = any(start <= numeral.start < end for start, end in names)
        if not named and _is_figure(folded, numeral):
            place = text.place(numeral.start, numeral.end)
            end = numeral.end + (text.string[numeral.end : numeral.end + 1] in ("%", "％"))
            yield _Found(text.string[numeral.start : end], place)


def _is_figure(folded: str, numeral: Numeral) -> bool:
    """Return whether a numeral is the figure of something: it has the shape of one, or a unit of measure."""
    digits, behind = folded[numeral.start : numeral.end], folded[numeral.end :]
    if not _DIGIT.match(digits) or looks_like_year(folded, numeral) or is_name(folded, numeral):
        return False
    if _NUMBERED_BEFORE.search(right_before(folded, numeral.start)) or _NUMBERED_AFTER.match(behind):
        return False
    unit = units().prefix(behind.lstrip())
    measured = unit is not None and unit[0].dimension not in _COUNTED
    scaled = _scale().match(behind) is not None
    return measured or scaled or behind[:1] == "%" or _has_shape(digits)


@cache
def _scale() -> regex.Pattern[str]:
    return regex.compile(alternation(tuple(quantity_words().scales)))


def _has_shape(digits: str) -> bool:
    """Return whether bare digits can be nothing but a figure: no number of a section, a list or a target."""
    if "," in digits:
        return bool(_GROUPED.fullmatch(digits))
    whole, _, part = digits.partition(".")
    return bool(part) and (len(whole) + len(part) >= _LONG or int(whole) >= _MOST_SECTIONS)
