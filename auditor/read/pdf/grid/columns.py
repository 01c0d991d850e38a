"""Columns of a table without vertical rules: white rivers between the words of its rows."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from bisect import bisect_right
from collections.abc import Sequence

from auditor.lexicon.words.signs import sign_words
from auditor.read.pdf.grid.signcolumns import before_numbers
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.sheet.words import needs_space
from auditor.read.pdf.signs import is_data
from auditor.read.pdf.signs import is_period
from auditor.read.pdf.signs import is_unit
from auditor.read.pdf.signs import is_value
from auditor.read.text.shape import caption_kind

Span = tuple[float, float]
#: Words nearer than this share of their size belong to one cell.
_CELL_GAP = 0.7
#: Two numbers so far apart, as a share of their size, may stand in two columns.
_NUMBER_GAP = 0.35
#: So far apart two heads stand, as a share of their size, over white that runs down through all rows.
_WORD_GAP = 0.43
#: So far apart words stand in two columns where the white between these runs down through all rows.
_HEAD_GAP = 0.5
#: Columns set flush left begin within so many points, after white of this share of the type size.
FLUSH, NARROW = 1.5, 0.14
#: So near, as a share of the type size, text may stand to the numbers of the column before.
_BESIDE = 2.0
#: So many stretches that begin below each other tell a column.
_THREE = 3
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9])")
#: Signs that stand where there is no number.
_NO_NUMBER = frozenset(("-", "–", "—", "/", "N/A"))
#: A number that nothing could be a part of: with a decimal point, separators, or a percent sign.
_WHOLE = re.compile(
    r"[(（]?[-−–+]?(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+|[0-9]+(?=%))%?[)）]?"
)


def segments(words: Sequence[Word], gap: float = _CELL_GAP) -> list[list[Word]]:
    """Return the words of one line in groups parted by more than ``gap`` of the type size."""
    groups: list[list[Word]] = []
    ordered = sorted(words, key=lambda word: word.x0)
    signs = before_numbers([word.string for word in ordered])
    for index, word in enumerate(ordered):
        last = groups[-1][-1] if groups else None
        if index - 1 in signs and len(groups[-1]) == 1:
            groups[-1].append(word)
            continue
        wide = index in signs or last is None or word.x0 - last.x1 > gap * max(word.size, last.size)
        if (
            wide
            or (last is not None and _two_numbers(last, word, ordered[index + 1 : index + 2]))
            or _two_years(groups[-1], word)
        ):
            groups.append([word])
        else:
            groups[-1].append(word)
    return groups


def groups_of(line: Line) -> list[list[Word]]:
    """Return the words of a line in groups as `segments` does; they are kept with the line."""
    kept: list[list[Word]] | None = line.__dict__.get("parts")
    if kept is None:
        kept = line.__dict__["parts"] = segments(line.words)
    return kept


def part(line: Line, groups: list[list[Word]]) -> None:
    """Part the words of a line in other groups; what was known of the former ones is forgotten."""
    line.__dict__["parts"] = groups
    line.__dict__.pop("valued", None)


def has_data(line: Line) -> bool:
    """Return whether a number stands behind the label of a line."""
    return any(is_data(string_of(group)) for group in groups_of(line)[1:])


def is_plain(line: Line) -> bool:
    """Return whether a line is running text: one stretch, or a mark of a note and a stretch."""
    kept: bool | None = line.__dict__.get("plain")
    if kept is None:
        groups = segments(line.words, 1.0)
        kept = len(groups) == 1 or (len(groups) == 2 and len(string_of(groups[0])) <= 3)
        line.__dict__["plain"] = kept
    return kept


def is_caption(line: Line) -> bool:
    """Return whether a line is the numbered title of a table or a figure: nothing of one stands over it."""
    return is_plain(line) and caption_kind(string_of(line.words)) != ""


def line_of(groups: Sequence[list[Word]]) -> Line:
    """Return a line whose words are parted as given."""
    line = Line([word for group in groups for word in group])
    line.__dict__["parts"] = list(groups)
    return line


def _two_numbers(word: Word, after: Word, following: Sequence[Word]) -> bool:
    """Return whether two words close to each other are the numbers of two columns.

    Between them is more than the space that parts thousands (``1 234 567``), and each has a decimal
    point or separators of its own, or is a sign for no number that begins no range (``1.2 - 3.4``).
    """
    gap = (after.x0 - word.x1) / after.size
    if gap < _NUMBER_GAP or after.mark:
        return False
    if word.string in _NO_NUMBER:
        return gap >= _HEAD_GAP and bool(_WHOLE.fullmatch(after.string))
    if not _WHOLE.fullmatch(word.string):
        return False
    if after.string in _NO_NUMBER:
        return not any(other.x0 - after.x1 < _CELL_GAP * after.size for other in following)
    return bool(_WHOLE.fullmatch(after.string))


def _two_years(words: Sequence[Word], after: Word) -> bool:
    """Return whether a year in full (``2023 年``) and a word that begins another head two columns."""
    named = words[-1].string[-1] in sign_words().annual and _YEAR.match(after.string) is not None
    return named and is_period(string_of(words))


def rejoin(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of one column with parts of one base line put together again.

    Two type sizes keep parts apart, and one where the type changes: a heading beside the text.
    """
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and _same_line(last, line):
            joined[-1] = Line([*last.words, *line.words])
        else:
            joined.append(line)
    return joined


def _same_line(last: Line, line: Line) -> bool:
    before, word = last.words[-1], line.words[0]
    size = min(before.size, word.size)
    if abs(last.base - line.base) > 0.3 * size or word.x0 < before.x1:
        return False
    other = not 0.87 < word.size / before.size < 1.15 or word.bold != before.bold
    return word.x0 - before.x1 <= (1.1 if other and not word.mark and not before.mark else 2.0) * size


def string_of(words: Sequence[Word]) -> str:
    """Return the words of one line as a string."""
    string = ""
    before: Word | None = None
    for word in words:
        string += (" " if before is not None and needs_space(before, word) else "") + word.string
        before = word
    return string


def is_value_line(line: Line) -> bool:
    """Return whether a line of a table holds a value beside its label; the answer is kept with the line."""
    kept: bool | None = line.__dict__.get("valued")
    if kept is None:
        kept = line.__dict__["valued"] = _holds_value(groups_of(line))
    return kept


def _holds_value(groups: Sequence[Sequence[Word]]) -> bool:
    return any(is_value(string_of(group)) for group in groups[1:]) or (
        len(groups) == 1 and is_value(string_of(groups[0]))
    )


def span_of(words: Sequence[Word]) -> Span:
    """Return the horizontal extent of words."""
    return min(word.x0 for word in words), max(word.x1 for word in words)


def flush_starts(lines: Sequence[Line]) -> list[float]:
    """Return where columns begin that are set flush left: most of some lines have a part that begins there.

    Beside such a start the white may be narrow: the widest entry of the column before nearly reaches it.
    """
    starts = sorted(
        word.x0
        for line in lines
        for index, group in enumerate(groups_of(line))
        for at, word in enumerate(group)
        if (_begins_number(group[at - 1], word) if at else index or is_value(string_of(group)))
    )
    found = _often(starts, len(lines) // 2 + 1, [])
    behind = sorted(
        word.x0
        for line in lines
        for before, word in itertools.pairwise([w for w in line.words if not w.mark])
        if _follows_number(before, word)
    )
    free = [
        x
        for x in behind
        if not any(word.x0 < x - FLUSH and word.x1 > x for line in lines for word in line.words)
    ]
    return [*found, *_often(free, len(lines) // 4, found)]


def _often(starts: Sequence[float], least: int, known: Sequence[float]) -> list[float]:
    """Return the places at which so many of some stretches, three or more, begin, and none that are known."""
    found: list[float] = []
    for start in starts:
        alike = [other for other in starts if 0 <= other - start < FLUSH]
        new = all(abs(start - other) > FLUSH for other in (*known, *found))
        if len(alike) >= max(_THREE, least) and new:
            found.append(start)
    return found


def _follows_number(before: Word, word: Word) -> bool:
    """Return whether other text stands apart from a number before it: a remark, no unit or mark."""
    apart = _HEAD_GAP * word.size < word.x0 - before.x1 < _BESIDE * word.size
    return apart and is_data(before.string) and not is_value(word.string) and not is_unit(word.string)


def _begins_number(before: Word, word: Word) -> bool:
    """Return whether a whole number stands apart from the text before it by more than a space."""
    return word.x0 - before.x1 > _NUMBER_GAP * word.size and bool(_WHOLE.fullmatch(word.string))


def split_flush(line: Line, starts: Sequence[float]) -> None:
    """Part the groups of a line where a column begins flush and at least a little white stands before it."""
    parted: list[list[Word]] = []
    for group in groups_of(line):
        for index, word in enumerate(group):
            begins = index and any(-0.5 < word.x0 - start < FLUSH for start in starts)
            if not index or (begins and word.x0 - group[index - 1].x1 > NARROW * word.size):
                parted.append([word])
            else:
                parted[-1].append(word)
    part(line, parted)


def split_white(lines: Sequence[Line], found: Sequence[Span]) -> None:
    """Part the groups of lines where white, wider than between words, stands over a river of the table."""
    for line in lines:
        parted: list[list[Word]] = []
        for group in groups_of(line):
            for index, word in enumerate(group):
                if not index or _is_white((group[index - 1].x1, word.x0), word.size, found):
                    parted.append([word])
                else:
                    parted[-1].append(word)
        part(line, parted)


def _is_white(gap: Span, size: float, found: Sequence[Span]) -> bool:
    wide = gap[1] - gap[0]
    return wide >= _WORD_GAP * size and any(
        min(gap[1], end) - max(gap[0], start) > 0.5 * wide for start, end in found
    )


def column_span(cuts: Sequence[float], span: Span) -> tuple[int, int]:
    """Return first and last column (inclusive) that a stretch of text lies in.

    A column counts when the text reaches into it by more than a quarter of the text's width and
    more than 3 points, or holds most of the text.
    """
    left, right = span
    first, end = max(bisect_right(cuts, left) - 1, 0), min(bisect_left(cuts, right), len(cuts) - 1)
    if end - first < 2:
        return (first, first) if first < end else (0, 0)
    shares = [min(right, cuts[k + 1]) - max(left, cuts[k]) for k in range(first, end)]
    best, enough = shares.index(max(shares)), max(3.0, 0.25 * max(right - left, 0.1))
    hit = [k for k, share in enumerate(shares, start=first) if share > enough or k == first + best]
    return hit[0], hit[-1]
