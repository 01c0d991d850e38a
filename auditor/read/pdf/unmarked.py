"""Marks of Markdown that a page prints because nobody rendered them: 超过 **13,000 项**, [13,000](#).

Stars are marks only in pairs around words; where a cell of a table ends with them they are a footnote's, and
all stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from auditor.model.document import Block
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.read.pdf.typesetting import parts_of

_STARS = "**"
_CITES = re.compile(r"[^\s*]\s?\*\*$")
_MARKS = re.compile(
    r"\*\*(?=[^\s*])(?P<bold>[^*]+)(?<=[^\s*])\*\*(?!\*)"
    r"|(?<=[。：:！？」])\*\*(?P<none>)(?=\w)"
    r"|!?\[(?P<linked>[^\[\]]*)\]\((?:\#|https?://)[^()\s]*\)"
)


def unmarked(elements: Sequence[Block | Table], sizes: dict[int, float]) -> list[Block | Table]:
    """Return the elements without marks of Markdown in their text; all other characters keep their places.

    ``sizes``, by the id of a block, takes in those of the new ones.
    """
    tables = (item for item in elements if isinstance(item, Table))
    if any(_CITES.search(cell.text.string) for table in tables for cell in table.cells):
        return list(elements)
    found = [_of_element(item) for item in elements]
    told = zip(elements, found, strict=True)
    sizes.update({id(new): sizes[id(old)] for old, new in told if new is not old and id(old) in sizes})
    return found


def _of_element(element: Block | Table) -> Block | Table:
    if isinstance(element, Block):
        plain = _plain(element.text)
        return element if plain is element.text else replace(element, text=plain)
    cells = tuple(replace(cell, text=_plain(cell.text)) for cell in element.cells)
    return element if cells == element.cells else replace(element, cells=cells)


def _plain(text: Text) -> Text:
    if _STARS not in text.string and "](" not in text.string:
        return text
    marks = list(_marks(text.string))
    ends = [(0, 0), *marks, (len(text.string), len(text.string))]
    return parts_of(text, [(one[1], two[0]) for one, two in pairwise(ends)]) if marks else text


def _marks(string: str) -> Iterator[tuple[int, int]]:
    for found in _MARKS.finditer(string):
        inner = found.span(found.lastgroup or 0)
        yield found.start(), inner[0]
        yield inner[1], found.end()
