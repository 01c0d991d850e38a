"""Footnotes and general notes: what they explain, and whether history was adjusted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.naming import marks
from auditor.lexicon.words.causes import causes
from auditor.lexicon.words.causes import recognise
from auditor.lexicon.words.signs import sign_words
from auditor.model.claim import Note
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Document

_WORDS = sign_words()
#: Effects that a note may have on some years only.
_REACHING = ("adjusted", "not_adjusted")
#: The mark of a further note behind the end of one: [2], ②.
_NEXT = re.compile(r"(?<=[.。])\s*\[?((?<=\[)[0-9]{1,2}(?=\])|[①-⑳])\]?\s*(?=\S)")
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
        if block.kind is BlockKind.NOTE:
            yield from (_note(document, block, *piece) for piece in _pieces(_mark(block), _line(block)))
            continue
        note = _note(document, block, _sign(block) or (_number(block) if listed else ""), _line(block))
        if note.effect and block.kind is not BlockKind.HEADING:
            yield note
        elif block.kind is BlockKind.PARAGRAPH and _FORMULA.match(squeeze(fold(block.text.string))[0]):
            yield Note(document.name, "", _line(block), block.place)


def _note(document: Document, block: Block, mark: str, text: str) -> Note:
    folded = squeeze(fold(text))[0]
    note = Note(document.name, mark, text, block.place, *recognise(folded))
    if note.effect not in _REACHING:
        return note
    reach = causes().reach(folded)
    return replace(note, restated=reach.restated, left=reach.left, passing=reach.passing)


def _pieces(mark: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield the notes that are set one behind the other on a line, each with its mark."""
    begun = 0
    for found in _NEXT.finditer(text):
        if _count(found[1]) == _count(mark) + 1:
            yield mark, text[begun : found.start()].strip()
            mark, begun = found[1], found.end()
    yield mark, text[begun:].strip()


def _count(mark: str) -> int:
    """Return the number that a mark is, 0 where it is a sign."""
    circled = len(mark) == 1 and "①" <= mark <= "⑳"
    return ord(mark) - 0x245F if circled else int(mark) if mark.isdecimal() else 0


def _heads_notes(block: Block) -> bool:
    """Return whether a block opens a list of notes: 附註, 數據表附註：, Notes to the data."""
    folded = fold(block.text.string).strip(" :：")
    english = rf"{_WORDS.notes_english}(?: {_WORDS.to_the} .{{1,30}})?"
    return bool(re.fullmatch(rf".{{0,12}}{_WORDS.note_heads}|{_WORDS.note_folded}|{english}", folded))


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
    """Return the mark of a footnote as rows print it: 註1 is 1, ① stays."""
    plain = re.sub(
        rf"^[{_WORDS.appended}{_WORDS.kept_beside}]?{_WORDS.note_folded}\s*(?=[0-9])|^{_WORDS.note_english}\s*(?=[0-9])",
        "",
        fold(block.mark),
    )
    found = marks(block.mark)
    return plain if plain.isdecimal() else found[0] if len(found) == 1 else block.mark


def known_marks(document: Document) -> frozenset[str]:
    """Return the marks for which the document has a note."""
    marked = (block for block in document.blocks if block.kind is BlockKind.NOTE and block.mark)
    return frozenset(mark for block in marked for mark, _ in _pieces(_mark(block), _line(block)))
