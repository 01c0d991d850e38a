"""A findings.csv as a spreadsheet program saved it: encodings, separators, column orders, dates, words."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from io import StringIO
from pathlib import Path

from auditor.errors import MissingFileError
from auditor.errors import UnreadableFileError
from auditor.lexicon.words.dates import date_words
from auditor.lexicon.words.periods import period_words
from auditor.lexicon.words.review import statuses

KEY = "finding_id"
STATUSES = ("open", "confirmed", "accepted", "false_alarm", "closed", "resolved")
_SEPARATORS = (",", "\t", ";")
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
_ENCODINGS = ("utf-8-sig", "gb18030")
_DATES = date_words()
_ZIP = b"PK\x03\x04"

_DATE = re.compile(
    rf"([12][0-9]{{3}})[-/.{_DATES.year}]\s?([0-9]{{1,2}})[-/.{_DATES.month}]\s?([0-9]{{1,2}}){_DATES.day}?"
    r"(\s+0?0:00(:00)?)?"
)
_NAMED_MONTH = re.compile(r"([0-9]{1,2})[- ]([A-Za-z]{3})[a-z]*[- ]([12][0-9]{3})")
#: A spreadsheet shows a date as the days since this day when a column is formatted as a number.
_EPOCH = date(1899, 12, 30)
_SERIAL = re.compile(r"[34][0-9]{4}")

Row = dict[str, str]


def read_findings(path: Path) -> list[Row]:
    """Return the rows of an edited findings.csv, columns by their names in lower case.

    Raises:
        MissingFileError: when there is no such file.
        UnreadableFileError: when it cannot be read: it is never overwritten unread.
    """
    try:
        string = _decoded(path, path.read_bytes())
    except FileNotFoundError:
        raise MissingFileError(path) from None
    except IsADirectoryError:
        raise UnreadableFileError(path, "it is a folder. Name a file in it.") from None
    except OSError as error:
        raise UnreadableFileError(path, str(error.strerror or error)) from None
    try:
        return list(_rows(path, string))
    except csv.Error as error:
        raise UnreadableFileError(path, str(error)) from None


def _decoded(path: Path, data: bytes) -> str:
    if data.startswith(_ZIP):
        raise UnreadableFileError(path, "it is a workbook; save the sheet of findings as CSV")
    for encoding in ("utf-16",) if data.startswith(_WIDE_BOMS) else _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFileError(path, "neither UTF-8, UTF-16 nor GB 18030")


def _rows(path: Path, string: str) -> Iterator[Row]:
    string = re.sub(r"\A(\"?)sep=.\1\r?\n", "", string)
    reader = csv.reader(StringIO(string, newline=""), delimiter=_separator(path, string))
    head = [name.strip().lower() for name in next(reader)]
    for cells in reader:
        row = {name: cell for name, cell in zip(head, cells, strict=False) if name}
        if row.get(KEY, "").strip():
            yield row | {KEY: row[KEY].strip(), "reviewed_on": iso_date(row.get("reviewed_on", ""))}


def _separator(path: Path, string: str) -> str:
    """Return what separates the columns of the first line."""
    first = string.splitlines()[0] if string else ""
    for separator in _SEPARATORS:
        if KEY in (name.strip().lower() for name in next(csv.reader([first], delimiter=separator), [])):
            return separator
    reason = f"no column {KEY}; save it as CSV with its head row, or move it away"
    raise UnreadableFileError(path, reason)


def status_word(told: str) -> str | None:
    """Return the status that a person means, None for a word that is not known."""
    word = re.sub(r"[\s-]+", "_", told.strip().lower())
    return word if word in STATUSES else statuses().get(word)


def iso_date(told: str) -> str:
    """Return ``2025-03-01`` where year, month and day are beyond doubt; any other date as it is."""
    told = told.strip()
    if found := _DATE.fullmatch(told):
        return _day(told, *map(int, found.group(1, 2, 3)))
    if (found := _NAMED_MONTH.fullmatch(told)) and found[2].lower() in period_words().short_months:
        return _day(
            told, int(found[3]), period_words().short_months.index(found[2].lower()) + 1, int(found[1])
        )
    if _SERIAL.fullmatch(told):
        return (_EPOCH + timedelta(days=int(told))).isoformat()
    return told


def _day(told: str, year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return told
