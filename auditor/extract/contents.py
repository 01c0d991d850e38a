"""Lines of contents: the number before or behind the title of a chapter is the page on which it begins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Sequence

import regex

from auditor.lexicon.fold import fold
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Table

#: A printed page number is this far from the page of the file at most: cover and contents may not be counted.
_APART = 6
#: A line of contents, be it of a whole part, is no longer than this.
_LONGEST = 300
#: The number of a page; dots may lead to it.
_PAGE = regex.compile(r"(?<![^\s.…·])[0-9]{1,3}(?![^\s.…·])")
_EDGES = " -–—|:.…·"
_LETTER = regex.compile(r"\p{L}")


def contents_lines(elements: Sequence[Block | Table]) -> frozenset[int]:
    """Return the blocks, by their place in the document, that hold nothing but titles with their pages.

    A title is one where a heading on that page, or near it, says the same.
    """
    titles = _titles(elements)
    return frozenset(
        index
        for index, element in enumerate(elements)
        if isinstance(element, Block) and _is_contents(element, titles)
    )


def _titles(elements: Sequence[Block | Table]) -> Mapping[str, set[int]]:
    """Return the pages of every heading by what it says."""
    titles: dict[str, set[int]] = defaultdict(set)
    for element in elements:
        if isinstance(element, Block) and element.kind is BlockKind.HEADING and element.text.pieces:
            page = element.text.pieces[0].place.page
            if page is not None:
                titles[_plain(element.text.string)].add(page)
    return titles


def _plain(string: str) -> str:
    return " ".join(fold(string).split()).strip(_EDGES)


def _is_contents(block: Block, titles: Mapping[str, set[int]]) -> bool:
    string = fold(block.text.string)
    if block.kind is BlockKind.HEADING or len(string) > _LONGEST:
        return False
    pages = [int(found[0]) for found in _PAGE.finditer(string)]
    named = [part for part in map(_plain, _PAGE.split(string)) if _LETTER.search(part)]
    begins = [titles.get(part, set()) for part in named]
    near = (any(abs(at - page) <= _APART for at in one for page in pages) for one in begins)
    return bool(named) and all(near)
