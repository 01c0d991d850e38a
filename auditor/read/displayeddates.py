"""Dates and times as a spreadsheet program shows them (ECMA-376 part 1, 18.8.30)."""

from __future__ import annotations

from datetime import datetime

import regex

from auditor.lexicon.words.signs import sign_words

_WORDS = sign_words()

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def is_minutes(codes: list[str], index: int) -> bool:
    """Return whether ``m`` stands for minutes: after hours or before seconds."""
    named = [(place, code) for place, code in enumerate(codes) if code]
    at = next((number for number, (place, _) in enumerate(named) if place == index), -1)
    if at < 0 or not named[at][1].startswith("m") or len(named[at][1]) > 2:
        return False
    before = named[at - 1][1] if at else ""
    after = named[at + 1][1] if at + 1 < len(named) else ""
    return before.startswith("h") or after.startswith("s")


def date_part(match: regex.Match[str], moment: datetime, *, minutes: bool, halved: bool) -> str:
    """Return what one code of a date format shows; hours count to twelve where the day is ``halved``."""
    if match["half"]:
        early, late = match["half"].split("/")
        return str(early if moment.hour < 12 else late)
    code = (match["code"] or "").lower()
    if not code:
        return str(match["quoted"] or match["escaped"] or match["plain"] or "")
    if code[0] in "ye":
        return f"{moment.year % 100:02d}" if code == "yy" else str(moment.year)
    if code[0] == "a":
        return (_WORDS.weekday if len(code) == 4 else "") + _WORDS.week[moment.weekday()]
    if code[0] in "md" and len(code) > 2 and not minutes:
        return _named(code, moment)
    hour = (moment.hour % 12 or 12) if halved else moment.hour
    number = {"m": moment.minute if minutes else moment.month, "d": moment.day, "h": hour}.get(
        code[0], moment.second
    )
    return f"{number:02d}" if len(code) > 1 else str(number)


def _named(code: str, moment: datetime) -> str:
    """Return the name of a month or weekday, in full for four letters, else in three, or one for five."""
    name = _MONTHS[moment.month - 1] if code[0] == "m" else _DAYS[moment.weekday()]
    return {3: name[:3], 5: name[:1]}.get(len(code), name)
