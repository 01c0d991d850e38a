"""Running heads, navigation bars and page numbers: what the margins repeat from page to page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.signs import sign_words
from auditor.read.pdf.grid.columns import segments
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Sheet
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.sheet.words import make_lines
from auditor.read.pdf.signs import is_period
from auditor.read.pdf.signs import is_unit
from auditor.read.pdf.signs import is_value

_WORDS = sign_words()

#: The share of the page height, above and below, where furniture stands.
_MARGIN = 0.1
#: The lines of one head stand nearer to each other than so many type sizes.
_LEADING = 1.4
_NUMBER = re.compile(
    rf"[-–—|]?\s*(?:{_WORDS.page_printed}\s*)?(?:{_WORDS.nth}\s*)?([0-9]{{1,4}}|[ivxlc]{{1,6}})\s*[{_WORDS.page}]?"
    rf"\s*(?:[/／|]\s*(?:{_WORDS.of_all}\s*)?[0-9]{{1,4}}\s*[{_WORDS.page}]?"
    rf"|{english_words().of} [0-9]{{1,4}})?\s*[-–—|]?"
)
Key = tuple[str, int]


def split_furniture(sheets: Sequence[Sheet]) -> list[tuple[list[Word], list[Line]]]:
    """Return for each sheet its body words and its furniture lines."""
    margins = [_margin_segments(sheet) for sheet in sheets]
    seen = Counter(key for groups in margins for key in {_key(group) for group in groups})
    least = 3 if len(sheets) > 5 else 2
    found = []
    for sheet, groups in zip(sheets, margins, strict=True):
        out = [group for group in groups if _is_furniture(group, sheet, seen[_key(group)] >= least)]
        out += [group for group in groups if group not in out and _beside(group, out)]
        out += _foot_number(sheet)
        gone = {id(word) for group in out for word in group}
        body = [word for word in sheet.words if id(word) not in gone]
        found.append((body, make_lines({id(word): word for group in out for word in group}.values())))
    return found


def _margin_segments(sheet: Sheet) -> list[list[Word]]:
    depth = _MARGIN * sheet.height
    words = [
        word
        for word in sheet.words
        if (word.bottom < depth or word.top > sheet.height - depth)
        and not any(rule.start < word.centre < rule.end for rule in sheet.down)
    ]
    lines = [(line, segments(line.words, 1.5)) for line in make_lines(words)]
    top = make_lines(word for word in sheet.words if word.top < 2 * depth)
    rows = [line for line in top if _is_row(segments(line.words, 1.5))]
    return [g for line, groups in lines if not _is_row(groups) and not _leads(line, rows) for g in groups]


def _is_row(groups: Sequence[Sequence[Word]]) -> bool:
    """Return whether a line in the margin is a row or a head of a table: of two numbers, years or units."""
    strings = [string_of(group).strip() for group in groups]
    return sum(is_period(string) or is_value(string) or is_unit(string) for string in strings) > 1


def _leads(line: Line, rows: Sequence[Line]) -> bool:
    """Return whether a line stands so close above a row of a table that it begins one of its heads."""
    return any(
        0 < row.base - line.base < _LEADING * line.size
        and row.x0 - line.size < line.x0
        and line.x1 < row.x1 + line.size
        for row in rows
    )


def _foot_number(sheet: Sheet) -> list[list[Word]]:
    """Return the page's number where it is the last of the page, however wide the margin (turned pages)."""
    last = max(sheet.words, key=lambda word: word.base, default=None)
    if last is None or last.string != str(sheet.number) or last.centre < 0.8 * sheet.height:
        return []
    alone = all(word is last or word.bottom <= last.top for word in sheet.words)
    return [[last]] if alone else []


def _beside(group: Sequence[Word], found: Sequence[Sequence[Word]]) -> bool:
    """Return whether text stands beside furniture, set alike: the running head of one chapter."""
    word = group[0]
    return any(
        abs(word.base - other[0].base) < 0.5
        and abs(word.size - other[0].size) < 0.3
        and len(string_of(other)) > 3
        for other in found
    )


def _key(group: Sequence[Word]) -> Key:
    return re.sub(r"[0-9]+", "#", string_of(group)), round(group[0].base / 4)


def _is_furniture(group: Sequence[Word], sheet: Sheet, repeated: bool) -> bool:
    string = string_of(group).strip()
    if repeated:
        return not is_period(string) or len(string) <= 3
    if string == str(sheet.number):
        return True
    edge = group[0].centre < 0.08 * sheet.height or group[0].centre > 0.92 * sheet.height
    return edge and bool(_NUMBER.fullmatch(string)) and not is_period(string)
