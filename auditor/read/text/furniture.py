"""What is printed on every page and tells nothing: running heads, page numbers, contents lists."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise

import regex

from auditor.lexicon.fold import fold
from auditor.lexicon.words.reading import reading_words
from auditor.model.document import BlockKind
from auditor.read.text.shape import ends_sentence
from auditor.read.text.shape import folded
from auditor.read.text.shape import is_entry
from auditor.read.text.sheet import Sheet
from auditor.read.text.tables.columns import head_of

_PAGE = r"[0-9]{1,3}(?:\s*[-–—~]\s*[0-9]{1,3})?"
_ENTRY = regex.compile(
    rf"^(?P<title>.*\S)(?:\t+|\s*(?:\.{{3,}}|…{{2,}}|·{{3,}}|\s{{4,}})\s*)(?P<page>{_PAGE})\s*$"
)
_BARE_PAGE = regex.compile(r"^(?:[-–—]\s*)?(?P<page>[0-9]{1,3})(?:\s*[-–—])?$")
_OF_PAGES = regex.compile(r"^(?P<page>[0-9]{1,3})\s?[/／]\s?(?P<pages>[0-9]{1,3})$")
_RANGE = regex.compile(r"^[0-9]{1,3}\s*[-–—]\s*[0-9]{1,3}$")
_ENTRY_LENGTH = 200
#: A contents list ends when this many lines in a row bring no page number.
_REACH = 10
_PAGES = rf"{_PAGE}(?:\s*[、,，]\s*{_PAGE})*"
_PAGES_AT_END = regex.compile(rf"(?:^|(?<=\s)){_PAGES}$")
#: An index ends when this many lines in a row bring no page number.
_INDEX_REACH = 12
_REPEATS = 3
_APART = 12


def take_furniture(sheet: Sheet) -> None:
    """Take contents lists, running heads, page numbers and text that runs down the page."""
    _take_contents(sheet)
    _take_index_pages(sheet)
    _take_running_heads(sheet)
    _take_page_numbers(sheet)
    _take_pages_of(sheet)
    _take_vertical(sheet)


def _entry(string: str) -> regex.Match[str] | None:
    """Return a line of a contents list as title and page, or nothing."""
    return _ENTRY.match(string) if len(string) <= _ENTRY_LENGTH else None


def _take(sheet: Sheet, index: int) -> None:
    sheet.taken.add(index)
    sheet.furniture.add(index)
    sheet.block(BlockKind.FURNITURE, [sheet.fragments(index)])


def _take_contents(sheet: Sheet) -> None:
    for index, line in enumerate(sheet.lines):
        if folded(line.string.lstrip("# ")) in reading_words().contents:
            _take_entries(sheet, index + 1)
    _take_led_entries(sheet)


def _take_entries(sheet: Sheet, start: int) -> None:
    """Take a contents list from its title to its last page number."""
    last = start - 1
    quiet = 0
    for index in range(start, len(sheet.lines)):
        line = sheet.lines[index]
        if line.blank:
            continue
        bare = line.string.strip()
        if _entry(line.string) or _RANGE.match(bare) or regex.fullmatch(r"[-–\s\t|:]+", bare):
            last, quiet = index, 0
        else:
            quiet += 1
        if quiet > _REACH or len(bare) > 80:
            break
    entries = [index for index in range(start, last + 1) if sheet.free(index)]
    sheet.titles.update(_levels([sheet.string(index) for index in entries]))
    for index in entries:
        _take(sheet, index)


def _levels(entries: list[str]) -> dict[str, int]:
    """Return the level of each title of a contents list.

    Titles with a page stand below the titles without one that come before them; of those, the one
    nearest to the pages is the deepest.
    """
    runs: list[list[str]] = [[]]
    paged: list[tuple[int, str]] = []
    for entry in entries:
        match = _entry(entry)
        if match:
            paged.append((len(runs) - 1 if runs[-1] else len(runs) - 2, match["title"]))
            runs += [[]] if runs[-1] else []
        elif regex.search(r"\p{L}", entry):
            runs[-1].append(entry)
    depth = max(map(len, runs))
    levels = {_title(title): (depth if run >= 0 else 0) + 1 for run, title in paged}
    for run in runs:
        levels |= {_title(title): depth - len(run) + place + 1 for place, title in enumerate(run)}
    return levels


def _title(entry: str) -> str:
    """Return a title of a contents list as the text repeats it: without bullet and number."""
    return folded(regex.sub(r"^[\s●•#\-]*(?:[0-9]{1,2}(?:\.[0-9]+)*[.、]?\s+)?", "", entry))


def _take_led_entries(sheet: Sheet) -> None:
    """Take lists of titles with dot leaders and rising page numbers that have no title of their own."""
    run: list[tuple[int, int]] = []
    for index in range(len(sheet.lines) + 1):
        match = _entry(sheet.string(index)) if sheet.free(index) and "\t" not in sheet.string(index) else None
        page = int(regex.match(r"[0-9]+", match["page"])[0]) if match else -1
        if match and (not run or page >= run[-1][1]):
            run.append((index, page))
        elif index == len(sheet.lines) or not sheet.lines[index].blank:
            if len(run) > _REPEATS:
                for entry, _ in run:
                    _take(sheet, entry)
            run = [(index, page)] if match else []


def _take_index_pages(sheet: Sheet) -> None:
    """Put aside the page numbers of an index whose head says that its last column holds them."""
    open_for = 0
    for index, line in enumerate(sheet.lines):
        words = line.string.split()
        if not words or not sheet.free(index) or "\t" in line.string:
            continue
        if len(words) > 1 and folded(words[-1]) in reading_words().page_heads:
            open_for = _INDEX_REACH
        elif open_for:
            open_for = _INDEX_REACH if _put_page_aside(sheet, index) else open_for - 1


def _put_page_aside(sheet: Sheet, index: int) -> bool:
    match = _PAGES_AT_END.search(sheet.string(index).rstrip())
    if not match:
        return False
    if not sheet.string(index)[: match.start()].strip():
        _take(sheet, index)
    else:
        sheet.cut(index, match.start())
    return True


def _take_running_heads(sheet: Sheet) -> None:
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(sheet.lines):
        if sheet.free(index) and "\t" not in line.string and "|" not in line.string:
            places[_without_page(line.string)].append(index)
    for key, indexes in places.items():
        if _runs(key, indexes):
            for index in indexes:
                _take(sheet, index)


def _without_page(string: str) -> str:
    """Return a running head without the page number beside it."""
    return str(regex.sub(r"^[0-9]{1,3}\s+|\s+[0-9]{1,3}$", "", fold(string.strip()))).strip()


def _runs(key: str, indexes: list[int]) -> bool:
    """Return whether a line that comes back at these places is a running head, not a heading."""
    if len(indexes) < _REPEATS or len(key) < 6 or ends_sentence(key):
        return False
    if head_of(key) or is_entry(key.rsplit(maxsplit=1)[-1]):
        return False  # heads and rows of tables come back too
    apart = sum(later - earlier >= _APART for earlier, later in pairwise(indexes))
    if apart < 0.7 * (len(indexes) - 1):
        return False
    named = any(word in key for word in reading_words().running_heads)
    return len(key) >= 12 and (named or len(indexes) > 2 * _REPEATS)


def _take_page_numbers(sheet: Sheet) -> None:
    """Take numbers alone on a line that rise through the report, as page numbers do."""
    found = [
        (index, int(match["page"]))
        for index, line in enumerate(sheet.lines)
        if sheet.free(index)
        and (match := _BARE_PAGE.match(line.string.strip()))
        and _stands_alone(sheet, index)
    ]
    rising = _longest_rise(found)
    few = len(found) > 1 and len(rising) == len(found) and all(_ends_page(sheet, index) for index, _ in found)
    if few or (len(rising) >= _REPEATS and len(rising) >= 0.8 * len(found)):
        for index, _ in rising:
            _take(sheet, index)


def _take_pages_of(sheet: Sheet) -> None:
    """Take page numbers that tell how many pages there are, 2 / 14, where they rise to no more than that."""
    matches = [
        (index, match)
        for index in range(len(sheet.lines))
        if sheet.free(index) and (match := _OF_PAGES.match(sheet.string(index).strip()))
    ]
    pages = [int(match["page"]) for _, match in matches]
    totals = {int(match["pages"]) for _, match in matches}
    rising = all(later > earlier for earlier, later in pairwise(pages))
    if len(pages) > 1 and rising and len(totals) == 1 and pages[-1] <= max(totals):
        for index, _ in matches:
            _take(sheet, index)


def _ends_page(sheet: Sheet, index: int) -> bool:
    """Return whether two or more blank lines part the number from the text above it."""
    return index - sheet.previous_filled(index - 1) > 2


def _stands_alone(sheet: Sheet, index: int) -> bool:
    before = index == 0 or sheet.lines[index - 1].blank or index - 1 in sheet.taken
    after = index + 1 >= len(sheet.lines) or sheet.lines[index + 1].blank or index + 1 in sheet.taken
    return before and after


def _longest_rise(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of strictly rising page numbers, skipping what does not fit."""
    ends: list[int] = []  # position in ``found`` of the smallest last page of a run of each length
    before: list[int] = []
    for position, (_, page) in enumerate(found):
        length = bisect_left(ends, page, key=lambda end: found[end][1])
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [position]
    rising: list[tuple[int, int]] = []
    position = ends[-1] if ends else -1
    while position >= 0:
        rising.append(found[position])
        position = before[position]
    return rising[::-1]


def _take_vertical(sheet: Sheet) -> None:
    """Take runs of lines of one or two characters: text that runs down the page."""
    run: list[int] = []
    for index in range(len(sheet.lines) + 1):
        if sheet.free(index) and len(sheet.string(index).strip()) <= 5:
            run.append(index)
        elif index == len(sheet.lines) or not sheet.lines[index].blank:
            single = sum(len(sheet.string(entry).strip()) == 1 for entry in run)
            if len(run) >= 8 and single >= 0.7 * len(run):
                sheet.taken.update(run)
                sheet.furniture.update(run)
                sheet.block(BlockKind.FURNITURE, [sheet.fragments(entry) for entry in run])
            run = []
