"""Tables whose cells are parted by tabs or by the bars of markdown."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.signs import sign_words
from auditor.model.document import BlockKind
from auditor.model.document import Text
from auditor.model.saying import saying
from auditor.read.text.compose import compose
from auditor.read.text.headings import is_bare_heading
from auditor.read.text.headings import markdown_heading
from auditor.read.text.headings import numbered_level
from auditor.read.text.markup import clean
from auditor.read.text.markup import plain
from auditor.read.text.notes import note_start
from auditor.read.text.shape import caption_kind
from auditor.read.text.shape import is_entry
from auditor.read.text.shape import is_period
from auditor.read.text.shape import is_unit
from auditor.read.text.sheet import Sheet
from auditor.read.text.tables.bars import open_bars
from auditor.read.text.tables.grid import Row
from auditor.read.text.tables.grid import Title
from auditor.read.text.tables.grid import build
from auditor.read.text.tables.grid import header_count
from auditor.read.text.tables.grid import is_header
from auditor.read.text.tables.grid import is_title
from auditor.read.text.tables.grid import only_first
from auditor.read.unitlines import unit_above

_WORDS = sign_words()

_LED = regex.compile(
    r"^\s*(?:[•●○■□▪◆▶➤·*\-–—]|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.．、)]?|[(（][0-9a-z]{1,3}[)）]|[①-⑳]"
    rf"|{_WORDS.nth}?[{numeral_words().listed}]+[、{_WORDS.listed_chapters}])\t+\s*"
)
_BULLET_INSIDE = regex.compile(r"[•●○▪◆▶➤]\t")
#: A title stands at most this many lines above its table.
_NEAR = 4
_LIST = regex.compile(r"^\s*[-–—*•]\s")
_BAR_RULE = regex.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_UNIT_LINE = regex.compile(
    rf"^[(（]?\s*(?:{_WORDS.unit_of_measure}|{_WORDS.unit_printed})\s*[:：]\s*(?P<unit>[^)）]{{1,40}}?)\s*[)）]?$"
)
#: A line below a caption that tells the unit in words: in tonnes.
_IN_UNIT = regex.compile(
    rf"^[(（]?\s*(?:{_WORDS.all_figures}\s+)?{english_words().inside}\s+"
    r"(?P<unit>[^\s()（）]{1,12}(?:\s[^\s()（）]{1,12})?)\s*[)）]?$",
    regex.IGNORECASE,
)
_UNIT_STATED = regex.compile(rf"(?:{_WORDS.unit}|\b{_WORDS.unit_printed})\s*[:：]")
_STATED_UNIT = regex.compile(
    rf"[(（]\s*(?:{_WORDS.unit}|{_WORDS.unit_printed})\s*[:：]\s*(?P<unit>[^)）]{{1,40}}?)\s*[)）]"
)


def is_tab_row(string: str) -> bool:
    """Return whether the line is a row of a tab table, not a numbered or bulleted line."""
    bare = string.strip("\r\n ")
    if "\t" not in bare or _BULLET_INSIDE.search(bare):
        return False
    led = _LED.match(bare)
    return not led or "\t" in bare[led.end() :] or is_entry(bare[led.end() :])


def unit_line(string: str) -> str:
    """Return the unit of a line that does nothing but state one (``單位: 萬噸``), else nothing."""
    if match := _UNIT_LINE.match(string.strip()):
        return str(regex.split(rf"\s{{2,}}|\s*{_WORDS.currency_kind}", match["unit"])[0])
    match = _IN_UNIT.match(string.strip())
    return str(match["unit"]) if match and is_unit(match["unit"]) else ""


def states_unit(string: str) -> bool:
    """Return whether a line says somewhere that it tells a unit: … 单位：万元 币种：人民币."""
    return _UNIT_STATED.search(string) is not None


def stated_line(string: str) -> str:
    """Return the unit that a line right above a table states, in whatever words, else nothing."""
    return unit_line(string) or unit_above(string)


def take_ruled(sheet: Sheet) -> None:
    """Take tab tables and bar tables."""
    for indexes, rows in list(_runs(sheet)):
        if _is_prose(rows):
            continue
        sheet.taken.update(indexes)
        for piece in pieces(rows):
            _add(sheet, piece)


def _is_prose(rows: list[Row]) -> bool:
    """Return whether the rows are paragraphs that a page frame was taken for a table around."""
    alone = sum(only_first(row) for row in rows)
    values = any(is_entry(string) for row in rows for string in row.strings if string)
    return len(rows) > 2 and alone >= 0.8 * len(rows) and not values


def _runs(sheet: Sheet) -> Iterator[tuple[list[int], list[Row]]]:
    """Yield the lines of each table and its rows; a rule of dashes makes no row."""
    index = 0
    bars = open_bars(sheet)
    while index < len(sheet.lines):
        split = _splitter(sheet, index, bars)
        if split is None:
            index += 1
            continue
        indexes = []
        while sheet.free(index) and _splitter(sheet, index, bars) == split:
            indexes.append(index)
            index = _step(sheet, index, split, bars)
        rows = [_row(sheet, entry, split) for entry in indexes if not _BAR_RULE.match(sheet.string(entry))]
        filled = [row for row in rows if any(row.strings)]
        if filled:
            yield indexes, filled


def _step(sheet: Sheet, index: int, split: str, bars: frozenset[int]) -> int:
    """Return the line of the next row; a file that puts a blank line after every row is followed."""
    ahead = index + 2
    single = not sheet.free(index + 1) and not sheet.free(index - 1)
    apart = single and sheet.free(ahead) and not sheet.free(ahead + 1)
    if not (apart and _splitter(sheet, ahead, bars) == split):
        return index + 1
    same = sheet.string(index).count(split) == sheet.string(ahead).count(split)
    return ahead if same else index + 1


def _splitter(sheet: Sheet, index: int, bars: frozenset[int]) -> str | None:
    """Return what parts the cells of a line, None when it is no row; ``bars`` are rows without outer bars."""
    if not sheet.free(index):
        return None
    string = sheet.string(index)
    if is_tab_row(string):
        return "\t"
    bare = string.strip()
    return "|" if index in bars or (bare.startswith("|") and bare.count("|") > 2) else None


def _row(sheet: Sheet, index: int, split: str) -> Row:
    line = sheet.lines[index]
    string = line.string
    start, end = 0, len(string)
    if split == "|":
        start = string.index("|") + 1 if string.lstrip().startswith("|") else 0
        end = len(string.rstrip()) - string.rstrip().endswith("|")
    cells = []
    for part in regex.split(r"(?<!\\)\|" if split == "|" else r"\t", string[start:end]):
        cells.append([clean(part, line.number, start)])
        start += len(part) + 1
    return Row.of(cells)


def pieces(rows: list[Row]) -> Iterator[list[Row]]:
    """Yield the tables in a run of rows: a new one begins with heads, or with a title over heads."""
    piece: list[Row] = []
    for index, row in enumerate(rows):
        titled = is_title(row) and index + 1 < len(rows) and is_header(rows[index + 1])
        headed = is_header(row) and not (
            piece and (is_header(piece[-1]) or (len(piece) == 1 and is_title(piece[0])))
        )
        if piece and (titled or headed):
            yield piece
            piece = []
        piece.append(row)
    if piece:
        yield piece


def _add(sheet: Sheet, rows: list[Row]) -> None:
    title = title_above(sheet, rows[0].first().line - 1)
    if len(rows) > 1 and is_title(rows[0]) and is_header(rows[1]):
        caption = compose(sheet.report, [list(line) for line in rows[0].cells[0]])
        title = Title(caption, title.unit or stated_unit(caption))
        rows = rows[1:]
    heads, start = header_count(rows), rows[0].first().line - 1
    title = Title(title.caption, title.unit, heads > 0 and continues(sheet, rows, title, start))
    sheet.add(start, build(sheet.report, rows, title, header_rows=heads))
    sheet.table_end = rows[-1].first().line - 1
    _doubt_lost_values(sheet, rows, heads)


def title_above(sheet: Sheet, index: int) -> Title:
    """Return the title line and the unit line that stand directly above the table at ``index``."""
    unit = ""
    above = sheet.previous_filled(index - 1)
    if above >= 0 and above not in sheet.taken and (stated := stated_line(sheet.string(above))):
        unit = stated
        sheet.taken.add(above)
        sheet.block(BlockKind.FIGURE, [sheet.fragments(above)])
        above = sheet.previous_filled(above - 1)
    if above < 0 or above in sheet.taken or index - above > _NEAR:
        return Title(unit=unit)
    fragments = sheet.fragments(above, markdown_heading(sheet.string(above))[1])
    caption = compose(sheet.report, [fragments]) if is_title_line(plain(fragments)) else Text("")
    return Title(caption, unit or stated_unit(caption))


def stated_unit(caption: Text) -> str:
    """Return the unit that a caption states in brackets (``（單位：萬噸）``), else nothing."""
    match = _STATED_UNIT.search(caption.string)
    return str(match["unit"]) if match else ""


def is_title_line(string: str) -> bool:
    """Return whether the line above a table is its title."""
    if caption_kind(string) or numbered_level(string):
        return True
    return is_bare_heading(string) and note_start(string) is None and not _LIST.match(string)


def continues(sheet: Sheet, rows: list[Row], title: Title, index: int) -> bool:
    """Return whether the table at ``index`` goes on from the one before.

    Its heads come again, it has no title of its own, and nothing but notes and furniture stands between.
    """
    before = sheet.last_table()
    if before is None or not before.header_rows or title.caption:
        return False
    if rows[0].strings != [cell.text.string for cell in before.cells if cell.row == 0]:
        return False
    between = [entry for entry in range(sheet.table_end + 1, index) if sheet.free(entry)]
    if any(_parts(sheet, entry) for entry in between):
        return False
    return not between or note_start(plain(sheet.fragments(between[0]))) is not None


def _parts(sheet: Sheet, index: int) -> bool:
    """Return whether a line between two tables begins something of its own."""
    string = plain(sheet.fragments(index))
    return bool(markdown_heading(sheet.string(index))[0] or numbered_level(string) or caption_kind(string))


def _doubt_lost_values(sheet: Sheet, rows: list[Row], heads: int) -> None:
    """Doubt rows that hold a unit where the heads promise a value: the row was shifted, its value lost."""
    if not heads:
        return
    due = [column for column, name in enumerate(rows[heads - 1].strings) if is_period(name)]
    for row in rows[heads:]:
        strings = row.strings
        for column in due:
            if column < len(strings) and not is_entry(strings[column]) and is_unit(strings[column]):
                detail = saying("应为数值之处却是“{cell}”：该行缺了数值。请核对原文。", cell=strings[column])
                sheet.doubt("value_missing", row.cells[column][0][0], detail)
