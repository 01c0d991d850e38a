"""What lies on a page before it is understood: words, rules, shaded areas, and the sheet that holds them.

All measures are points, origin at the top left of the visible page, ``top`` growing downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from auditor.model.place import Box


class Glyph(NamedTuple):
    """One character. A named tuple, because a report has hundreds of thousands of them."""

    char: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    turn: int
    bold: bool


class Word(NamedTuple):
    """A run of characters without a gap. A named tuple, because a report has tens of thousands of them.

    ``base`` is the base line (a raised or lowered word has that of its host), ``size`` the type
    size, ``spaced`` says that white space was printed before it, ``turn`` is the reading direction
    in degrees counter-clockwise (0, 90, 180, 270), ``mark`` that it is a raised or lowered sign.
    """

    string: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    bold: bool = False
    spaced: bool = False
    turn: int = 0
    mark: bool = False

    @property
    def box(self) -> Box:
        """Return the word's box."""
        return Box(self.x0, self.top, self.x1, self.bottom)

    @property
    def middle(self) -> float:
        """Return the horizontal middle."""
        return (self.x0 + self.x1) / 2

    @property
    def centre(self) -> float:
        """Return the vertical middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight piece of ruling: at ``at`` (y of a horizontal, x of a vertical one), from start to end."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Shade:
    """A filled rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float
    colour: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as printed.

    ``lost`` counts characters for which the file gives no meaning, ``pictures`` the images,
    ``hidden`` says that the text is an invisible layer, ``boxes`` are rectangles that may hold text.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()
    shades: tuple[Shade, ...] = ()
    lost: int = 0
    characters: int = 0
    pictures: int = 0
    hidden: bool = False
    boxes: tuple[Shade, ...] = ()


class Line:
    """Words on one base line, left to right; its measures are taken once, when first asked for.

    ``unsure`` says that it may as well begin a row of a table as go on with the row above.
    """

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.unsure = False

    @cached_property
    def x0(self) -> float:
        """Return the left end."""
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        """Return the right end."""
        return max([word.x1 for word in self.words])

    @cached_property
    def top(self) -> float:
        """Return the upper edge."""
        return min([word.top for word in self.words])

    @cached_property
    def bottom(self) -> float:
        """Return the lower edge."""
        return max([word.bottom for word in self.words])

    @cached_property
    def base(self) -> float:
        """Return the base line."""
        return max(self.words, key=_weight).base

    @cached_property
    def size(self) -> float:
        """Return the type size of most of its characters."""
        return max(self.words, key=_weight).size

    @cached_property
    def bold(self) -> bool:
        """Return whether most of its characters are bold."""
        bold = sum([len(word.string) for word in self.words if word.bold])
        return bold * 2 > sum([len(word.string) for word in self.words])


def _weight(word: Word) -> float:
    return 0.0 if word.mark else len(word.string) * word.size
