"""The head line of a table whose columns only spaces part, and what it says of the columns."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from auditor.lexicon.fold import fold
from auditor.lexicon.fold import fold_width
from auditor.lexicon.labels import label_words
from auditor.lexicon.words.signs import sign_words
from auditor.read.text.shape import ends_clause
from auditor.read.text.shape import has_inner_stop
from auditor.read.text.shape import is_entry
from auditor.read.text.shape import is_label_head
from auditor.read.text.shape import is_period
from auditor.read.text.shape import is_unit_head
from auditor.read.text.shape import is_value
from auditor.read.text.shape import width

_WORDS = sign_words()

_STRETCH = regex.compile(r"\S+(?:[^\S\f]\S+)*")
_WIDE_GAP = regex.compile(r"\S\s{2,}(?=\S)")
#: A period is one head, though it is printed with spaces inside.
_PERIOD_GAP = regex.compile(
    r"(?:(?<=\b(?:FY|CY|fy|cy))\s(?=[0-9]{2}))"
    rf"|(?:(?<=(?:19|20)[0-9]{{2}})\s(?=[{_WORDS.year_begins}]))|(?:(?<=(?<![0-9])1[0-9]{{2}})\s(?={_WORDS.year}))"
    r"|(?:(?<=[0-9])\s(?=[(（][0-9]+(?:\.[0-9]+)?\s?[%％][)）]))"  # a number and its share are one entry
    rf"|(?:(?<=[0-9]{_WORDS.year})\s?(?=[0-9]{{1,2}}\s?{_WORDS.month}))"
    rf"|(?:(?<=[0-9])\s(?=[{_WORDS.month}{_WORDS.day}]))"
    rf"|(?:(?<={_WORDS.month})\s(?=[0-9]{{1,2}}\s?{_WORDS.day}))"
)


#: A number that cannot be a part of one written with spaces: separators, a decimal point or a percent sign.
_WHOLE = regex.compile(
    r"[-−(（]?(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+)[%％]?[)）]?|[-−]?[0-9]+[%％]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of a line between gaps; ``start`` and ``end`` count code points from 0."""

    string: str
    start: int
    end: int

    def span(self, line: str) -> tuple[int, int]:
        """Return where the token stands in half-width columns of its line."""
        left = width(line[: self.start])
        return left, left + width(self.string)


@dataclass(frozen=True, slots=True)
class Head:
    """The columns that a head line promises, left to right: label, unit (if any), values, unit (if last).

    ``paged`` tells that page numbers stand behind the values; they are no column. Where the head stands on
    several lines, ``own`` and ``groups`` are the parts of each column's head and of the head over its group,
    each with the index of its line, ``last`` is the last of the lines and ``label_line`` that of the label.
    """

    line: str
    label: tuple[Token, ...]
    unit: Token | None
    values: tuple[Token, ...]
    unit_last: bool = False
    paged: bool = False
    own: tuple[tuple[tuple[int, Token], ...], ...] = ()
    groups: tuple[tuple[tuple[int, Token], ...], ...] = ()
    last: int = -1
    label_line: int = -1

    @property
    def sure(self) -> bool:
        """Return whether the head names units, so that one row below is proof enough."""
        return self.unit is not None

    @property
    def names(self) -> tuple[str, ...]:
        """Return what the heads say, to know them again where they come back."""
        return tuple(token.string for token in (*self.label, *self.values))

    def columns_of(self, values: list[Token], line: str) -> list[int]:
        """Return the column of each value by its place on the page, or nothing if that does not tell."""
        if not (is_laid_out(line) and is_laid_out(self.line)):
            return []
        spans = [token.span(self.line) for token in self.values]
        found = []
        for token in values:
            left, right = token.span(line)
            over = [
                column for column, (start, end) in enumerate(spans) if left < end + 2 and right > start - 2
            ]
            if len(over) != 1:
                return []
            found.append(over[0])
        return found if len(set(found)) == len(found) else []


def tokens(line: str) -> list[Token]:
    """Split a line at wide gaps if it has any, else at every space.

    Years or whole numbers that one space parts are columns all the same: the entries are wide.
    """
    return [part for token in _stretches(line) for part in _close_columns(token)]


def words(line: str) -> list[Token]:
    """Split a line at wide gaps only; numbers and periods that one space parts are columns all the same."""
    found = [Token(match[0], match.start(), match.end()) for match in _STRETCH.finditer(line)]
    return [part for token in found for part in _close_columns(token)]


def _close_columns(token: Token) -> list[Token]:
    """Return the columns that stand one space apart: ``2024年 2023年``, ``18,942 19,377``; else the token."""
    parts = [
        Token(
            token.string[found.start() : found.end()], token.start + found.start(), token.start + found.end()
        )
        for found in regex.finditer(r"\S+", _joined(token.string))
    ]
    alike = all(is_period(part.string) for part in parts) or all(
        _WHOLE.fullmatch(part.string) for part in parts
    )
    return parts if len(parts) > 1 and alike else [token]


def _joined(string: str) -> str:
    """Return the string with a character that is no space inside entries printed with spaces."""
    return str(_PERIOD_GAP.sub(lambda match: "\u2060" * len(match[0]), string))


def _stretches(line: str) -> list[Token]:
    gap = r"\s{2,}" if is_laid_out(line) else r"\s+"
    found = []
    start = 0
    joined = _joined(line)
    for match in regex.finditer(rf"{gap}|$", joined):
        if match.start() > start and joined[start : match.start()].strip():
            left = start + len(joined[start : match.start()]) - len(joined[start : match.start()].lstrip())
            found.append(
                Token(
                    line[left : match.start()].rstrip(), left, left + len(line[left : match.start()].rstrip())
                )
            )
        start = match.end()
    return found


def is_laid_out(line: str) -> bool:
    """Return whether wide gaps keep the columns of the page."""
    return _WIDE_GAP.search(line.rstrip()) is not None


def head_of(line: str, *, captioned: bool = False) -> Head | None:
    """Return the columns that a line heads, or nothing if it heads none.

    Units, or periods at the end, make a head; under a table's caption any three words do.
    """
    bare = fold_width(line).strip()
    if not 2 <= len(bare) <= 160 or "\t" in line or ends_clause(bare) or has_inner_stop(bare):
        return None
    parts = tokens(line)
    if len(parts) < 2 or any(len(part.string) > 40 for part in parts):
        return None
    return (
        _with_unit(line, parts)
        or _with_periods(line, parts)
        or (_with_words(line, parts) if captioned else None)
    )


def _with_unit(line: str, parts: list[Token]) -> Head | None:
    at = next(
        (
            index
            for index, part in enumerate(parts)
            if is_unit_head(part.string) and part.string[-1] not in ":："
        ),
        -1,
    )
    if at < 0:
        return None
    after = parts[at + 1 :]
    before, heads = parts[:at], _without_pages(after)
    paged = len(heads) < len(after)
    unit = parts[at]
    if heads and is_unit_head(heads[0].string):  # in two languages
        second = heads.pop(0)
        unit = Token(line[unit.start : second.end], unit.start, second.end)
    if heads:
        clear = not any(is_value(part.string) and not is_period(part.string) for part in heads)
        return Head(line, tuple(before), unit, tuple(heads), paged=paged) if clear else None
    periods = _trailing_periods(before)
    if not periods:
        return None
    label = before[: len(before) - len(periods)]
    return Head(line, tuple(label), unit, tuple(periods), unit_last=True)


def _without_pages(heads: list[Token]) -> list[Token]:
    """Return heads without those at the end that stand over page numbers: Report Pages."""
    for size in (3, 2, 1):
        name = " ".join(fold(token.string) for token in heads[-size:])
        if len(heads) > size and name in label_words().page_heads:
            return heads[:-size]
    return list(heads)


def _with_periods(line: str, parts: list[Token]) -> Head | None:
    periods = _trailing_periods(parts)
    label = parts[: len(parts) - len(periods)]
    if len({part.string for part in periods}) < len(periods):
        return None  # the axis of a chart
    if len(periods) < 2 and not (len(periods) == 1 and len(label) == 1 and is_label_head(label[0].string)):
        return None
    if any(is_entry(part.string) for part in label) or len(label) > 6:
        return None
    return Head(line, tuple(label), None, tuple(periods))


def _trailing_periods(parts: list[Token]) -> list[Token]:
    found: list[Token] = []
    for part in reversed(parts):
        if not is_period(part.string):
            break
        found.insert(0, part)
    return found


def _with_words(line: str, parts: list[Token]) -> Head | None:
    """Return heads that are plain words: the first over the labels, the others over values."""
    if len(parts) < 3 or any(regex.search(r"[0-9]", part.string) or len(part.string) > 16 for part in parts):
        return None
    return Head(line, (parts[0],), None, tuple(parts[1:]))
