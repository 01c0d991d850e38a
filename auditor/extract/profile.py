"""Recognise what a document is: language, organisation, reporting period, calendar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import regex

from auditor.extract.times.calendars import recognised
from auditor.extract.times.clock import Clock
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import fold_width
from auditor.lexicon.words.company import company_words
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.model.period import Period

_WORDS = company_words()

_HAN = regex.compile(r"\p{Han}")
_LATIN = regex.compile(r"[a-z]")
_CAPITAL = r"[A-Z][\w.&'-]*"
_COMPANY = regex.compile(
    rf"(?P<name>[\p{{Han}}A-Za-z·&]{{2,24}}?"
    rf"(?:{_WORDS.forms}|{_WORDS.group}[{_WORDS.group_ends}](?!\p{{Han}}{{0,6}}{_WORDS.company})))"
    rf"|(?P<latin>{_CAPITAL}(?:,? (?:{_CAPITAL}|{_WORDS.latin_joints})){{0,6}}?,? "
    rf"(?:{_WORDS.latin_forms}|{_WORDS.latin_group}))(?![\w-])"
)
_ASSURER = regex.compile(_WORDS.assurers)
_LEGAL = regex.compile(rf"{_WORDS.company}$| {_WORDS.latin_forms}$")
#: Words that stand between a verb or another name and the name of the company.
_CONNECTIVES = regex.compile(rf"[{_WORDS.connectives}]|(?:^The )")
_GENERIC = regex.compile(_WORDS.generic)
_OPENING_BLOCKS = 400
#: How much more a name counts in a running head, and one that tells the form of a company.
_HEAD, _LEGAL_NAME = 4, 3
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Profile:
    """What a document is; ``names`` are the words by which it calls the reporting entity, folded."""

    language: str
    organisation: str
    names: tuple[str, ...]
    clock: Clock

    @property
    def period(self) -> Period:
        """Return the period that the report covers."""
        return self.clock.current


def profile(document: Document, *, language: str = "", organisation: str = "", period: str = "") -> Profile:
    """Recognise the document; what is given overrides what is found."""
    texts = _texts(document)
    heads = [head for table in document.tables for head in table.heads]
    clock = recognised(document.name, texts, heads, period)
    organisation = organisation or _organisation(document)
    return Profile(language or _language(texts), organisation, _names(organisation), clock)


def _texts(document: Document) -> list[str]:
    texts = [item.text.string for item in document.elements if isinstance(item, Block)]
    return [*texts, *(cell.text.string for table in document.tables for cell in table.cells)]


def _language(texts: list[str]) -> str:
    sample = "".join(islice(texts, 3000))
    han = _HAN.findall(sample)
    if len(han) * 5 < len(regex.findall(r"\p{L}", sample)):
        return "en"
    plain = "".join(han)
    changed = sum(1 for old, new in zip(plain, fold(plain), strict=True) if old != new)
    return "zh-Hant" if changed * 20 > len(plain) else "zh-Hans"


def _organisation(document: Document) -> str:
    """Return the name that stands most often, running heads and legal names counted more.

    A name counts for all that share its short form, and so does every running head in which that stands.
    """
    counts: Counter[str] = Counter()
    heads: list[str] = []
    for block in islice(document.blocks, _OPENING_BLOCKS):
        in_head = block.kind is BlockKind.FURNITURE
        heads.extend([fold(block.text.string)] if in_head else [])
        for name in _companies(block.text.string):
            counts[name] += (_HEAD if in_head else 1) * (_LEGAL_NAME if _LEGAL.search(name) else 1)
    families: Counter[str] = Counter()
    for name, count in counts.items():
        families[_family(name)] += count
    for family in families:
        families[family] += _HEAD * sum(family in head for head in heads)
    return min(
        counts, key=lambda name: (-families[_family(name)], -counts[name], len(name), name), default=""
    )


def _companies(text: str) -> Iterator[str]:
    for found in _COMPANY.finditer(text):
        name = _CONNECTIVES.split(found["name"] or found["latin"])[-1].strip()
        if len(name) > _SHORTEST and not _GENERIC.match(name) and not _ASSURER.search(fold(name)):
            yield name


def _family(name: str) -> str:
    """Return the shortest form of a name, folded."""
    return min(_names(name), key=len, default=name)


def _names(organisation: str) -> tuple[str, ...]:
    """Return the organisation's name and its shorter forms, folded, longest first."""
    name = fold(organisation)
    short = regex.sub(
        rf"{_WORDS.shares}?{_WORDS.limited}$|{_WORDS.a_group}$|,? {_WORDS.latin_ends}$", "", name
    )
    shorter = regex.sub(rf"(?:{_WORDS.a_group})?(?:{_WORDS.holding})?{_WORDS.business}?$", "", short)
    return tuple(
        sorted(
            {item for item in (name, short, shorter) if len(item) > 1}, key=lambda item: (-len(item), item)
        )
    )


def english(text: str) -> bool:
    """Return whether a text is mostly Latin letters."""
    return len(_HAN.findall(text)) * 5 < len(_LATIN.findall(fold_width(text).lower()))
