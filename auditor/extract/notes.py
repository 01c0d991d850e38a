"""Footnotes and general notes: what they explain, and whether history was adjusted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.naming import marks
from auditor.lexicon.words.causes import recognise
from auditor.lexicon.words.signs import sign_words
from auditor.model.claim import Note
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Document

_WORDS = sign_words()
#: A line that is a formula of one quotient: turnover rate = leavers ÷ employees × 100%.
_FORMULA = re.compile(
    r"[^\W\d_][^=÷/,.;:。；，：]{2,60}=\s*[^\W\d_][^=÷.;。；]{2,80}÷\s*[^\W\d_][^=÷.;。；]{2,80}"
    r"(?:[.。;；]\s*$|$)"
)


def notes(document: Document) -> tuple[Note, ...]:
    """Return the notes of a document in reading order.

    Every footnote is a note. A paragraph is one, without a mark, when it says that history was or could
    not be adjusted, or when it is the formula of a rate.
    """
    return tuple(_notes(document))


def _notes(document: Document) -> Iterator[Note]:
    listed = False
    for block in document.blocks:
        if block.kind is BlockKind.FURNITURE or not block.text:
            continue
        listed = _heads_notes(block) or (listed and block.kind is not BlockKind.HEADING)
        causes, effect, narrows = recognise(squeeze(fold(block.text.string))[0])
        if block.kind is BlockKind.NOTE:
            yield Note(document.name, _mark(block), _line(block), block.place, causes, effect, narrows)
        elif effect and block.kind is not BlockKind.HEADING:
            mark = _sign(block) or (_number(block) if listed else "")
            yield Note(document.name, mark, _line(block), block.place, causes, effect, narrows)
        elif block.kind is BlockKind.PARAGRAPH and _FORMULA.match(squeeze(fold(block.text.string))[0]):
            yield Note(document.name, "", _line(block), block.place)


def _heads_notes(block: Block) -> bool:
    """Return whether a block opens a list of notes: 附註, 數據表附註：, Notes to the data."""
    folded = fold(block.text.string).strip(" :：")
    return bool(
        re.fullmatch(
            rf".{{0,12}}{_WORDS.note_heads}|{_WORDS.note_folded}|(?:foot)?notes?(?: to the .{{1,30}})?",
            folded,
        )
    )


def _number(block: Block) -> str:
    """Return the number that opens a paragraph of a list of notes, as rows print it."""
    opened = re.match(
        rf"(?:{_WORDS.appended}?{_WORDS.note_folded}\s*)?([0-9]{{1,2}})\s*[.、)]?\s*(?=\D)",
        fold(block.text.string).strip(),
    )
    return opened[1] if opened else ""


def _sign(block: Block) -> str:
    """Return the sign that opens a paragraph, as it stands behind the numbers that it explains."""
    opened = re.match(r"\\?([*†‡#]+)\s", block.text.string)
    return opened[1] if opened else ""


def _line(block: Block) -> str:
    return " ".join(block.text.string.split())


def _mark(block: Block) -> str:
    """Return the mark of a footnote as rows print it: 註1 is 1, ① too."""
    plain = re.sub(
        rf"^[{_WORDS.appended}{_WORDS.kept_beside}]?{_WORDS.note_folded}\s*(?=[0-9])|^notes?\s*(?=[0-9])",
        "",
        fold(block.mark),
    )
    found = marks(block.mark)
    return plain if plain.isdecimal() else found[0] if len(found) == 1 else block.mark


def known_marks(document: Document) -> frozenset[str]:
    """Return the marks for which the document has a note."""
    return frozenset(_mark(block) for block in document.blocks if block.kind is BlockKind.NOTE and block.mark)
