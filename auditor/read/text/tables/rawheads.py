"""Heads of raw PDF text that stand on several lines: periods over words, groups, broken heads."""

from __future__ import annotations

from dataclasses import replace

import regex

from auditor.lexicon.fold import fold
from auditor.lexicon.words.reading import reading_words
from auditor.lexicon.words.signs import sign_words
from auditor.read.text.shape import caption_kind
from auditor.read.text.shape import ends_sentence
from auditor.read.text.shape import folded
from auditor.read.text.shape import is_entry
from auditor.read.text.shape import is_label_head
from auditor.read.text.shape import is_missing
from auditor.read.text.shape import is_period
from auditor.read.text.shape import is_unit
from auditor.read.text.shape import is_unit_head
from auditor.read.text.shape import is_whole
from auditor.read.text.sheet import Sheet
from auditor.read.text.tables.columns import Head
from auditor.read.text.tables.columns import Token
from auditor.read.text.tables.columns import head_of
from auditor.read.text.tables.columns import is_laid_out
from auditor.read.text.tables.columns import tokens
from auditor.read.text.tables.ruled import unit_line

_WORDS = sign_words()

#: A head is broken over no more lines.
_LINES = 24
#: No line of a head is longer.
_LONGEST = 80
#: So many rows below a head are looked at.
_ROWS = 6
_YEARS = regex.compile(
    rf"(?:FY\s?|CY\s?)?(?:(?:19|20)[0-9]{{2}}|1[0-9]{{2}}(?=\s?{_WORDS.year}))\s?{_WORDS.year_head}?"
)
_YEAR = regex.compile(
    rf"(?<![0-9])(?:19|20)[0-9]{{2}}(?![0-9])|{_WORDS.nth}[{_WORDS.quarters}]{_WORDS.quarter}"
)
_YEAR_FIRST = regex.compile(r"(?:FY\s?)?(?:19|20)[0-9]{2}(?![0-9/])")
#: A line of a head that begins so goes on from the line above.
_GOES_ON = regex.compile(r"\p{Ll}|[(（/／]|(?:19|20)[0-9]{2}\s?[/／]\s?(?:19|20)?[0-9]{2}")
#: What a comparison ends in that begins in the line above: 本年比上年, 增减.
_CHANGED = regex.compile(rf"{_WORDS.year_before}?{_WORDS.changed}")
_COMPARED = regex.compile(rf"[{_WORDS.compared}]")
#: A line of a head that ends so goes on in the line below.
_UNFINISHED = regex.compile(rf"(?:[/／\-–]|{_WORDS.unfinished_head})$")

#: A token and the index of its line.
Part = tuple[int, Token]


def stacked_head(sheet: Sheet, index: int) -> Head | None:
    """Return the head of several lines at ``index``: as many columns as the rows below hold values."""
    string = sheet.string(index)
    if unit_line(string) or caption_kind(string) or _GOES_ON.match(string.strip()) or _in_head(sheet, index):
        return None
    first = _first_row(sheet, index)
    wanted = _values_below(sheet, first) if first else 0
    if wanted < 2:
        return None
    if any(unit_line(sheet.string(at)) for at in range(index, first)):
        return None
    lines = [(at, tokens(sheet.string(at))) for at in range(index, first) if sheet.free(at)]
    return _periods_over_words(lines, wanted) or _groups_in_turn(lines, wanted) or _broken(lines, wanted)


def _in_head(sheet: Sheet, index: int) -> bool:
    """Return whether the line directly above is a part of the same head: it ends in periods."""
    if not sheet.free(index - 1):
        return False
    above = tokens(sheet.string(index - 1))
    return len(above) < 7 and is_period(above[-1].string) and not ends_sentence(sheet.string(index - 1))


def _first_row(sheet: Sheet, index: int) -> int:
    """Return the first row of values below the lines of a head, or 0 where other things stand between."""
    for at in range(index, min(index + _LINES, len(sheet.lines))):
        if sheet.lines[at].blank:
            continue
        string = sheet.string(at)
        if not sheet.free(at) or "\t" in string or len(string) > 3 * _LONGEST or is_laid_out(string):
            return 0
        if _trailing(string):
            return at if at > index + 1 else 0
        if len(string) > _LONGEST or ends_sentence(string) or caption_kind(string):
            return 0
    return 0


def _trailing(string: str) -> int:
    """Return how many values a line ends in, 0 where it is no row: fewer than two, or years alone."""
    parts = tokens(string)
    count = 0
    while count < len(parts) and is_whole(parts[-1 - count].string):
        count += 1
    values = [part.string for part in parts[len(parts) - count :]]
    sure = any(not _YEARS.fullmatch(value) and not is_missing(value) for value in values)
    return count if count > 1 and sure else 0


def _values_below(sheet: Sheet, first: int) -> int:
    """Return the number of values that the rows from ``first`` on hold, where they agree."""
    counts: list[int] = []
    for at in range(first, min(first + 3 * _ROWS, len(sheet.lines))):
        if sheet.free(at) and head_of(sheet.string(at)) and not _trailing(sheet.string(at)):
            break
        if sheet.free(at) and (count := _trailing(sheet.string(at))) and len(counts) < _ROWS:
            counts.append(count)
    same = max(set(counts), key=counts.count)
    return same if len(counts) > 1 and 3 * counts.count(same) > 2 * len(counts) else 0


# periods over words ---------------------------------------------------------------------------------


def _periods_over_words(lines: list[tuple[int, list[Token]]], wanted: int) -> Head | None:
    """Return the head of a line of periods over one that says the same words below each of them."""
    if len(lines) < 2 or not lines[0][1]:
        return None
    (top, above), (index, below) = lines[:2]
    periods = _years(above)
    if len(periods) < 2 or wanted % len(periods) or len(below) < wanted:
        return None
    size = wanted // len(periods)
    label, leaves = below[: len(below) - wanted], below[len(below) - wanted :]
    strings = [leaf.string for leaf in leaves]
    if size < 2 or strings != strings[:size] * len(periods) or len(set(strings[:size])) < size:
        return None
    if any(map(is_entry, strings)) or len(label) > 4:
        return None
    own = tuple(((index, leaf),) for leaf in leaves)
    groups = tuple(((top, period),) for period in periods for _ in range(size))
    return _head(index, label, own, groups)


def _years(line: list[Token]) -> list[Token]:
    """Return the periods that a line consists of, or nothing where it says anything else."""
    string = " ".join(token.string for token in line)
    found = list(_YEARS.finditer(string))
    rest = _YEARS.sub("", string).strip()
    distinct = len({match[0] for match in found}) == len(found)
    if rest or not distinct or string != " ".join(string.split()):
        return []
    start = line[0].start
    return [Token(match[0].strip(), start + match.start(), start + match.end()) for match in found]


# groups in turn -------------------------------------------------------------------------------------


def _groups_in_turn(lines: list[tuple[int, list[Token]]], wanted: int) -> Head | None:
    """Return the head of groups, each followed by the same units: Turnover, EUR m %, CapEx, EUR m %."""
    for skip in (0, 1):
        pairs = lines[skip:]
        units = _units(pairs[1][1]) if len(pairs) > 3 else []
        if len(units) < 2 or wanted % len(units):
            continue
        pairs = pairs[: 2 * wanted // len(units)]
        names = [_whole(line) for _, line in pairs[::2]]
        parts = [_units(line) for _, line in pairs[1::2]]
        alike = all([part.string for part in line] == [part.string for part in units] for line in parts)
        if (
            len(parts) * len(units) != wanted
            or not alike
            or len({name.string for name in names}) < len(names)
        ):
            continue
        own = tuple(((pairs[2 * at + 1][0], part),) for at, line in enumerate(parts) for part in line)
        groups = tuple(((pairs[2 * at][0], names[at]),) for at, line in enumerate(parts) for _ in line)
        label = lines[0][1] if skip else []
        return _head(pairs[-1][0], label, own, groups, label_line=lines[0][0])
    return None


def _units(line: list[Token]) -> list[Token]:
    """Return the units that a line consists of, the longest first, or nothing where it says anything else."""
    found: list[Token] = []
    at = 0
    while at < len(line):
        for size in (2, 1):
            part = _whole(line[at : at + size])
            if len(line[at : at + size]) == size and is_unit(part.string):
                found.append(part)
                break
        else:
            return []
        at += size
    return found


def _whole(line: list[Token]) -> Token:
    return Token(" ".join(token.string for token in line), line[0].start, line[-1].end)


# broken heads ---------------------------------------------------------------------------------------


def _broken(lines: list[tuple[int, list[Token]]], wanted: int) -> Head | None:
    """Return the head whose parts, joined where a line goes on, make as many columns as there are values."""
    heads: list[list[Part]] = []
    for at, (index, line) in enumerate(lines):
        for place, token in enumerate(_cells(line)):
            before = heads[-1][-1][1].string if heads else ""
            if place == 0 and heads and _goes_on(before, token.string):
                heads[-1].append((index, token))
            else:
                heads.append([(index, token)])
        rest = [_whole(below).string for _, below in lines[at + 1 :]]
        if at > 0 and not any(map(_heads, rest)) and (head := _complete(heads, wanted, index)):
            return head
    return None


def _heads(string: str) -> bool:
    """Return whether a line can be a part of a head: a period, a change, an aim, or the rest of one."""
    bare = folded(string)
    words = reading_words().period_words
    return bool(_GOES_ON.match(string) or _YEAR.search(string)) or any(word in bare for word in words)


def _goes_on(before: str, string: str) -> bool:
    """Return whether the head that ends in ``before`` goes on in the line that begins with ``string``."""
    if _UNFINISHED.search(before) or (_CHANGED.match(string) and _COMPARED.search(before)):
        return True
    return bool(_GOES_ON.match(string)) and not _YEAR_FIRST.match(string)


def _cells(line: list[Token]) -> list[Token]:
    """Return the cells of a line of heads: periods apart, Latin words together, else as spaces part them."""
    found: list[Token] = []
    for token in line:
        latin = found and token.string.isascii() and found[-1].string.isascii()
        apart = found and (
            _is_year(found[-1].string) or _is_year(token.string) or found[-1].string[-1:] == ")"
        )
        if latin and not apart:
            found[-1] = _whole([found[-1], token])
        else:
            found.append(token)
    return found


def _is_year(string: str) -> bool:
    return _YEARS.fullmatch(fold(string)) is not None


def _complete(heads: list[list[Part]], wanted: int, last: int) -> Head | None:
    """Return the head if its parts are a label at most and as many columns as wanted, periods among them."""
    labels = len(heads) - wanted
    if labels not in (0, 1, 2):
        return None
    label, own = heads[:labels], heads[labels:]
    strings = ["".join(token.string for _, token in parts) for parts in own]
    if not all(is_period(string) or _heads(string) for string in strings) or len(set(strings)) < len(strings):
        return None
    named = [_is_label(parts) for parts in label]
    if label and label[0][0][0] < own[0][0][0] and not _names_column(label[0][0][1].string):
        return None  # a title that stands alone above the heads
    if not all(named) or (labels == 2 and not is_unit_head(label[1][0][1].string)):
        return None
    unit = label[-1][0][1] if label and is_unit_head(label[-1][0][1].string) else None
    words = [token for parts in label[: labels - (unit is not None)] for _, token in parts]
    first = label[0][0][0] if label else last
    head = _head(last, words, tuple(map(tuple, own)), (), label_line=first)
    return replace(head, unit=unit)


def _names_column(string: str) -> bool:
    return is_label_head(string) or is_unit_head(string)


def _is_label(parts: list[Part]) -> bool:
    return len(parts) == 1 and not is_entry(parts[0][1].string) and not is_period(parts[0][1].string)


def _head(
    last: int,
    label: list[Token],
    own: tuple[tuple[Part, ...], ...],
    groups: tuple[tuple[Part, ...], ...],
    *,
    label_line: int = -1,
) -> Head:
    values = tuple(parts[0][1] for parts in own)
    at = label_line if label_line >= 0 else last
    return Head("", tuple(label), None, values, own=own, groups=groups, last=last, label_line=at)
