"""Tiles whose caption stands above the number: the two are read as one text."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace

import regex

from auditor.extract.numbers.quantities import mentions
from auditor.extract.numbers.unittext import unit_text
from auditor.extract.profile import english
from auditor.extract.prose.wording import says_something
from auditor.lexicon.fold import fold
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Table
from auditor.model.document import Text

#: A caption is no longer than this.
_LONGEST = 80
#: So many heights of the number may lie between it and its caption.
_GAP = 1.5


def captioned(elements: Sequence[Block | Table]) -> Mapping[int, Text]:
    """Return, by the place in the document, the tiles that have their caption above, as one text each.

    Several numbers below one caption are the labels of a chart.
    """
    found: dict[int, Text] = {}
    for index in range(1, len(elements)):
        above, number = elements[index - 1], elements[index]
        if not isinstance(above, Block) or not isinstance(number, Block) or not _is_number(number):
            continue
        if above.kind is not BlockKind.PARAGRAPH or not _is_caption(above.text.string):
            continue
        if _tells_number(above.text.string):
            continue
        if _is_above(above.text, number.text) and not _goes_on(elements[index + 1 : index + 2]):
            found[index] = _as_one(above.text, number.text)
    return found


def _is_number(block: Block) -> bool:
    """Return whether a figure is a number with its unit and nothing else."""
    string = block.text.string
    if block.kind is not BlockKind.FIGURE:
        return False
    told = mentions(string, fold(string))
    if len(told) != 1 or (told[0].bare and "," not in told[0].quantity.text):
        return False
    return not (string[: told[0].start] + string[told[0].end :]).strip()


def _tells_number(caption: str) -> bool:
    """Return whether a caption tells a number itself: that of the tile above it (佔比提升至 100%)."""
    return any(not mention.bare for mention in mentions(caption, fold(caption)))


def _goes_on(following: Sequence[Block | Table]) -> bool:
    return any(isinstance(block, Block) and _is_number(block) for block in following)


def _is_caption(string: str) -> bool:
    """Return whether a paragraph can be the caption of a tile: short, no sentence, no unit, no number."""
    plain = string.strip()
    told = not regex.search(r"[。！？；：，!?;:]|[.,]\s", plain) and not plain.endswith(".")
    told = told and all(mention.bare for mention in mentions(string, fold(string)))
    return told and len(plain) <= _LONGEST and says_something(plain) and unit_text(plain) is None


def _is_above(caption: Text, number: Text) -> bool:
    """Return whether a caption stands right above a number."""
    above, below = (text.place(0, len(text.string)) for text in (caption, number))
    if above.box is None or below.box is None or above.page != below.page:
        return False
    gap = below.box.top - above.box.bottom
    height = below.box.bottom - below.box.top
    beside = min(above.box.x1, below.box.x1) - max(above.box.x0, below.box.x0) > 0
    return beside and -0.5 * height < gap < _GAP * height


def _as_one(caption: Text, number: Text) -> Text:
    """Return caption and number in the order in which a sentence has them: English counts in front."""
    first, last = (number, caption) if english(fold(caption.string)) else (caption, number)
    moved = tuple(replace(piece, start=piece.start + len(first.string) + 1) for piece in last.pieces)
    return Text(f"{first.string} {last.string}", first.pieces + moved)
