"""Labels and units that raw PDF text breaks over lines: which lines belong together."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from itertools import pairwise

import regex

from auditor.lexicon.words.signs import sign_words
from auditor.read.text.markup import Fragment
from auditor.read.text.markup import plain
from auditor.read.text.shape import is_unit
from auditor.read.text.shape import is_value
from auditor.read.text.shape import leaves_open
from auditor.read.text.shape import names_group
from auditor.read.text.shape import width
from auditor.read.text.tables.columns import Token
from auditor.read.text.tables.grid import Contents

_WORDS = sign_words()

_LINKS = regex.compile(rf"[/╱／(（]|{_WORDS.links}\b|{_WORDS.per}|[a-z]")
#: A column of labels that breaks them is at least so wide, in half-width columns.
_COLUMN = 18
#: No label begins so; it goes on from the line above.
_CONTINUES = _WORDS.goes_on + "、）)」》〉"
_UNFINISHED = regex.compile(rf"(?:[、，,\-–—(（/╱]|{_WORDS.unfinished_label}|\b{_WORDS.unfinished_english})$")


@dataclass(slots=True)
class Pending:
    """Lines of a table that hold no values yet.

    ``full`` is the width of the widest such line so far: a line about as wide was broken by the
    column, a narrower one ended there. ``spread`` says that blank lines part the rows of the table.
    """

    full: int = 0
    spread: bool = False
    lines: list[tuple[list[Fragment], str, bool]] = field(default_factory=list)
    _parted: bool = False

    def __bool__(self) -> bool:
        return bool(self.lines)

    def add(self, fragments: list[Fragment], string: str) -> None:
        """Add a line; ``string`` is the line as printed, whose trailing space says that it was broken."""
        self.lines.append((fragments, string, self._parted))
        self.full = max(self.full, width(string.strip()))
        self._parted = False

    def part(self) -> None:
        """Note that a blank line or furniture stands here."""
        self._parted = True
        self.spread = True

    def groups(self) -> list[Contents]:
        """Return the lines gathered into labels: broken lines together, each label by itself."""
        found: list[Contents] = []
        before = ""
        for fragments, string, parted in self.lines:
            together = self.spread and not parted
            if found and (together or self._broken(before) or string.strip()[:1] in _CONTINUES):
                found[-1].append(fragments)
            else:
                found.append([fragments])
            before = string
        return found

    def runs_into(self, label: str) -> bool:
        """Return whether the last line goes on in the label of the row below it."""
        string = self.lines[-1][1]
        if self._parted:
            return leaves_open(string)
        if string.endswith(" ") or leaves_open(string) or unfinished(string):
            return True
        if label[:1].islower() or label[:1] in _CONTINUES:
            return True
        return (
            not label[:1].isupper()
            and not names_group(string)
            and width(string.strip()) >= max(self.full - 3, _COLUMN)
        )

    def _broken(self, string: str) -> bool:
        return (
            string.endswith(" ")
            or leaves_open(string)
            or unfinished(string)
            or width(string.strip()) >= self.full - 2
        )


def unfinished(string: str) -> bool:
    """Return whether a label ends in a word or sign that something follows."""
    return _UNFINISHED.search(string.strip()) is not None


def split_unit(left: list[Token], *, labelled: bool) -> tuple[list[Token], list[Token]]:
    """Split what stands before the values into label and unit.

    ``labelled`` says that lines above can give the label, so all of it may be the unit.
    """
    for size in range(min(5, len(left)), 0, -1):
        unit, label = left[-size:], left[:-size]
        if not (label or labelled) or not _is_unit_run(unit):
            continue
        if label and unfinished(label[-1].string):
            return left, []  # the rate per million hours
        if not (label and _is_number(label[-1])):
            return _with_other_language(label, unit)
    if (
        len(left) > 1
        and not is_value(left[-2].string)
        and len(left[-1].string) <= 12
        and not is_value(left[-1].string)
    ):
        return left[:-1], left[-1:]
    return left, []


def _is_number(token: Token) -> bool:
    """Return whether a token is a number by itself, not the end of a bracket: the 1) of (Scope 1)."""
    return is_value(token.string) and token.string.count("(") == token.string.count(")")


def _with_other_language(label: list[Token], unit: list[Token]) -> tuple[list[Token], list[Token]]:
    """Return label and unit, the same unit in another script in front of it counted in: Hours 小時."""
    if len(label) < 2 or not _is_unit_run(label[-1:]):
        return label, unit
    scripts = {token.string.isascii() for token in (label[-1], unit[0])}
    return (label[:-1], [label[-1], *unit]) if len(scripts) > 1 else (label, unit)


def _is_unit_run(run: list[Token]) -> bool:
    """Return whether tokens read as one unit: it begins as a unit, and each next one is tied to it."""
    if not is_unit(run[0].string):
        return False
    return all(
        _LINKS.match(token.string.lower()) or before.string.endswith(("/", "╱", _WORDS.per))
        for before, token in pairwise(run)
    )


def split_label_and_unit(lines: Contents) -> tuple[Contents, Contents]:
    """Split lines that stand above the values into the label's and the unit's."""
    for at in range(len(lines)):
        if is_unit(plain(lines[at])) and all(len(plain(line)) <= 12 for line in lines[at:]):
            return lines[:at], lines[at:]
    return lines, []
