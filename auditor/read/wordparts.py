"""What the parts of a Word file beside its text say: the styles of paragraphs, the notes and their marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from typing import Any

from auditor.lexicon.words.signs import sign_words
from auditor.read.text.markup import raised

#: The name space of all elements of a Word file's text.
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


class Styles:
    """What the paragraph styles of a file say, each through the styles that it is based on."""

    def __init__(self, file: Any) -> None:  # noqa: ANN401
        self._styles = {
            style.get(f"{WORD}styleId"): style for style in file.styles.element.iter(f"{WORD}style")
        }

    def find(self, paragraph: Any, *path: str) -> Any:  # noqa: ANN401
        """Return a property of a paragraph: its own, else that of its style or of a style below that."""
        where = "/".join(f"{WORD}{name}" for name in path)
        properties = paragraph.find(f"{WORD}pPr")
        if (
            properties is not None
            and (found := properties.find(where.removeprefix(f"{WORD}pPr/"))) is not None
        ):
            return found
        for style in self._chain(paragraph):
            if (found := style.find(where)) is not None:
                return found
        return None

    def names(self, paragraph: Any) -> list[str]:  # noqa: ANN401
        """Return the names of a paragraph's style and of the styles below it, in lower case."""
        found = [style.find(f"{WORD}name") for style in self._chain(paragraph)]
        return [str(name.get(f"{WORD}val", "")).lower() for name in found if name is not None]

    def level(self, paragraph: Any) -> int:  # noqa: ANN401
        """Return the level of a heading from 1, 0 for all else."""
        outline = self.find(paragraph, "pPr", "outlineLvl")
        if outline is not None and (value := outline.get(f"{WORD}val", "9")).isdigit() and int(value) < 9:
            return int(value) + 1
        for name in self.names(paragraph):
            if name == "title":
                return 1
            head, _, number = name.rpartition(" ")
            if head in {"heading", sign_words().heading_style} and number.isdigit():
                return int(number)
        return 0

    def _chain(self, paragraph: Any) -> Iterator[Any]:  # noqa: ANN401
        told = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
        name = told.get(f"{WORD}val") if told is not None else None
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(str(name))
            yield self._styles[name]
            based = self._styles[name].find(f"{WORD}basedOn")
            name = based.get(f"{WORD}val") if based is not None else None


@dataclass(slots=True)
class Notes:
    """The footnotes and endnotes of a file by kind and id, and the marks given to them so far."""

    elements: dict[tuple[str, str], Any]
    circled: bool = False
    counts: dict[str, int] = field(default_factory=dict)
    due: list[tuple[str, Any]] = field(default_factory=list)

    def cite(self, kind: str, number: str, own_mark: str) -> str:
        """Return the mark of a note that is cited here, and keep it until its text is due."""
        note = self.elements.get((kind, number))
        if own_mark:
            mark = own_mark
        else:
            self.counts[kind] = self.counts.get(kind, 0) + 1
            mark = self._mark(kind, self.counts[kind])
        if note is not None:
            self.due.append((mark, note))
        return raised(mark) if mark.isdigit() else mark

    def _mark(self, kind: str, count: int) -> str:
        if kind == "endnote" and count < len(_ROMAN) and ("footnote" in self.counts):
            return _ROMAN[count]
        return chr(0x245F + count) if self.circled and count <= 20 else str(count)


def notes_of(file: Any) -> Notes:  # noqa: ANN401
    """Return the footnotes and endnotes of a file; separators are none."""
    from lxml import etree

    elements = {}
    parser = etree.XMLParser(resolve_entities=False)
    for relation in file.part.rels.values():
        kind = relation.reltype.rsplit("/", 1)[-1].removesuffix("s")
        if kind not in {"footnote", "endnote"} or relation.is_external:
            continue
        for note in etree.fromstring(relation.target_part.blob, parser).iter(f"{WORD}{kind}"):
            if note.get(f"{WORD}type", "normal") == "normal":
                elements[kind, note.get(f"{WORD}id")] = note
    forms = (form.get(f"{WORD}val", "") for form in file.element.body.iter(f"{WORD}numFmt"))
    return Notes(elements, circled=any("EnclosedCircle" in form for form in forms))
