"""Fragments of lines become one text whose characters keep their places."""

from __future__ import annotations

from auditor.model.document import Piece
from auditor.model.document import Text
from auditor.model.place import Place
from auditor.read.text.markup import Fragment
from auditor.read.text.markup import trim

_OPENING = frozenset("(（「『《〈【[“‘")
_CLOSING = frozenset(")）」』》〉】]”’,.;:，。；：、")


def compose(report: str, lines: list[list[Fragment]], *, parted: int = 0) -> Text:
    """Join the fragments of one or more lines.

    Lines meet without a space where Chinese is wrapped, with one between Latin words and numbers.
    The first ``parted`` line breaks become a space in any case: a number and its caption are two things.
    """
    strings: list[str] = []
    pieces: list[Piece] = []
    length = 0
    last = ""
    breaks = 0
    for fragments in lines:
        bare = trim(fragments)
        if not bare:
            continue
        if last:
            breaks += 1
            gap = " " if breaks <= parted else _gap(last, bare[0].string[0])
            strings.append(gap)
            length += len(gap)
        for fragment in bare:
            place = Place(report, line=fragment.line, column=fragment.column)
            pieces.append(Piece(length, place))
            strings.append(fragment.string)
            length += len(fragment.string)
        last = bare[-1].string[-1:]
    return Text("".join(strings), tuple(pieces))


def _gap(before: str, after: str) -> str:
    """Return what parts two characters that a line break stood between."""
    if before in _OPENING or after in _CLOSING:
        return ""
    if before == "-" and after.isalnum():
        return ""
    latin_before = before.isascii() or before.isdigit()
    latin_after = after.isascii()
    return " " if latin_before and latin_after else ""
