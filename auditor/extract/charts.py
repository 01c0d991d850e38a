"""Charts over years: the numbers of bars and rings stand over, or under, the year that they are of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from functools import cache

import regex

from auditor.extract.numbers.unittext import UnitText
from auditor.extract.numbers.unittext import bracketed_unit
from auditor.extract.numbers.unittext import unit_text
from auditor.lexicon.fold import fold
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.reading import reading_words
from auditor.lexicon.words.signs import sign_words
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Table
from auditor.model.place import Box

_WORDS = sign_words()

#: A year alone, as the axis of a chart prints it, with a mark at most.
_YEAR = regex.compile(
    rf"\s*(?:fy\s?)?(?P<year>(?:19|20)[0-9]{{2}})(?:[{_WORDS.fiscal_begins}]?{_WORDS.year_told})?[⁰¹²³⁴-⁹*]*\s*"
)
#: A number alone, as a chart prints it.
_NUMBER = regex.compile(r"\s*[-−+]?[0-9][0-9,]*(?:\.[0-9]+)?\s*[%％]?\s*")
#: Labels of one axis stand on one line (points), at steps that differ by no more than this share.
_LEVEL, _UNEVEN = 2.0, 0.2
#: The middle of a number lies within this share of a step of that of its year: bars stand beside each other.
_BESIDE = 0.35
#: A chart is no higher than so many steps of its axis.
_HIGH = 5.0
#: The unit of an axis stands no further from its first year.
_ASIDE = 1.6


@dataclass(frozen=True, slots=True)
class Dated:
    """A number of a chart: the year that it stands over, as printed.

    A chart with one number a year has a title, and a unit where it prints one beside its axis. ``named`` is
    the title without the number of the figure.
    """

    year: str
    title: str = ""
    unit: UnitText | None = None

    @property
    def named(self) -> str:
        """Return what the title names: 图2 用水量 names 用水量."""
        found = _number().match(fold(self.title))
        return self.title[found.end() :] if found else self.title


@dataclass(frozen=True, slots=True)
class _Label:
    """The label of a year on an axis."""

    year: int
    string: str
    page: int
    box: Box

    @property
    def middle(self) -> float:
        """Return the horizontal middle, in points."""
        return _middle(self.box)


@dataclass(frozen=True, slots=True)
class _Page:
    """What stands on a page: numbers, each with its place in the document, blocks of text, years alone."""

    numbers: list[tuple[int, Box]] = field(default_factory=list)
    texts: list[tuple[str, Box]] = field(default_factory=list)
    labels: list[_Label] = field(default_factory=list)


def in_charts(elements: Sequence[Block | Table]) -> Mapping[int, Dated]:
    """Return the numbers of charts over years, by their place in the document."""
    found: dict[int, Dated] = {}
    for page in _pages(elements):
        for level in _levels(page.labels):
            for axis in _axes(level):
                found.update(_on_axis(axis, page))
    return found


def _pages(elements: Sequence[Block | Table]) -> Iterable[_Page]:
    """Return the pages with years alone on them."""
    pages: defaultdict[int, _Page] = defaultdict(_Page)
    for index, block in enumerate(elements):
        if not isinstance(block, Block) or block.kind is BlockKind.FURNITURE:
            continue
        string = block.text.string
        place = block.text.place(0, len(string))
        if place.page is None or place.box is None:
            continue
        page, folded = pages[place.page], fold(string)
        if year := _YEAR.fullmatch(folded):
            page.labels.append(_Label(int(year["year"]), string.strip(), place.page, place.box))
        elif block.kind is not BlockKind.FIGURE:
            page.texts.append((" ".join(string.split()), place.box))
        elif _NUMBER.fullmatch(folded):
            page.numbers.append((index, place.box))
    return [page for page in pages.values() if len(page.labels) > 1]


def _levels(labels: Iterable[_Label]) -> Iterator[list[_Label]]:
    """Yield the labels of years that stand on one line of a page, left to right."""
    level: list[_Label] = []
    for label in sorted(labels, key=lambda label: label.box.bottom):
        if level and label.box.bottom - level[0].box.bottom > _LEVEL:
            yield sorted(level, key=lambda label: label.middle)
            level = []
        level.append(label)
    yield sorted(level, key=lambda label: label.middle)


def _axes(level: Sequence[_Label]) -> Iterator[list[_Label]]:
    """Yield the axes on a line: years one after the other, or one before the other, at even steps."""
    axis: list[_Label] = []
    for label in level:
        if axis and not _goes_on(axis, label):
            yield axis
            axis = []
        axis.append(label)
    yield axis


def _goes_on(axis: Sequence[_Label], label: _Label) -> bool:
    onward = label.year - axis[-1].year
    if abs(onward) != 1 or (len(axis) > 1 and onward != axis[-1].year - axis[-2].year):
        return False
    step = label.middle - axis[-1].middle
    return len(axis) < 2 or abs(step - _step(axis)) <= _UNEVEN * _step(axis)


def _step(axis: Sequence[_Label]) -> float:
    return (axis[-1].middle - axis[0].middle) / (len(axis) - 1)


def _on_axis(axis: Sequence[_Label], page: _Page) -> dict[int, Dated]:
    """Return the numbers that stand over the years of an axis."""
    if len(axis) < 2:
        return {}
    found = {
        index: label
        for label in axis
        for index, box in page.numbers
        if abs(label.middle - _middle(box)) < _BESIDE * _step(axis) and _is_over(box, label, axis, page)
    }
    alone = sorted(label.year for label in found.values()) == sorted(label.year for label in axis)
    top = min((box.top for index, box in page.numbers if index in found), default=0.0)
    title, unit = _told(axis, top, page) if alone else ("", None)
    return {index: Dated(label.string, title, unit) for index, label in found.items()}


def _is_over(box: Box, label: _Label, axis: Sequence[_Label], page: _Page) -> bool:
    """Return whether a number stands over a year with no text and no other year between them."""
    if not 0 <= label.box.top - box.bottom < _HIGH * _step(axis):
        return False
    others = (*(text for _, text in page.texts), *(other.box for other in page.labels))
    return not any(
        box.bottom <= other.top and other.bottom <= label.box.top and other.x0 < label.middle < other.x1
        for other in others
    )


def _told(axis: Sequence[_Label], top: float, page: _Page) -> tuple[str, UnitText | None]:
    """Return the text right above the numbers of a chart, and the unit that stands beside them."""
    titles = [
        (text.bottom, text.top, string)
        for string, text in page.texts
        if text.bottom <= top and text.x0 < axis[-1].middle and axis[0].middle < text.x1
    ]
    if not titles:
        return ("", None)
    _, upper, title = max(titles)
    reach = _ASIDE * _step(axis)
    left, right, lower = axis[0].middle - reach, axis[-1].middle + reach, axis[0].box.bottom
    beside = {
        unit
        for string, text in page.texts
        if left < text.x0 and text.x1 < right and upper <= text.top and text.bottom <= lower
        if (unit := unit_text(string)) is not None
    }
    return (title, bracketed_unit(title) or (beside.pop() if len(beside) == 1 else None))


@cache
def _number() -> regex.Pattern[str]:
    words = reading_words()
    heads = alternation((*words.figure_captions, *words.captions))
    number = r"(?:[a-z]-?)?[0-9]{1,3}(?:[.-][0-9]{1,3}){0,2}"
    return regex.compile(rf"\s*{heads}\s*{number}\s*[:：.、]?\s*(?=\S)")


def _middle(box: Box) -> float:
    return (box.x0 + box.x1) / 2
