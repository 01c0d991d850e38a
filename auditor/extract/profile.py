"""Recognise what a document is: language, organisation, reporting period, calendar."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice

import regex

from auditor.extract.times.calendars import recognised
from auditor.extract.times.clock import Clock
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import fold_width
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.model.period import Period

_HAN = regex.compile(r"\p{Han}")
_LATIN = regex.compile(r"[a-z]")
_COMPANY = regex.compile(
    r"(?P<name>[\p{Han}A-Za-z·&]{2,24}?(?:股份有限公司|有限責任公司|有限责任公司|有限公司|集[團团](?!\p{Han}{0,6}公司)))"
    r"|(?P<latin>[A-Z][A-Za-z.&' -]{2,40}? (?:Limited|Ltd|Inc|Corporation|Group|plc|PLC|AG|Trust))\b"
)
#: Words that stand between a verb or another name and the name of the company.
_CONNECTIVES = regex.compile(r"[以為为是由和與与及對对受在於于的]|(?:^The )")
_GENERIC = regex.compile(r"业务|業務|产业|產業|各|本|该|該|上市|所属|所屬")
_OPENING_BLOCKS = 400


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
    """Return the name that stands most often, running heads and legal names counted more."""
    counts: Counter[str] = Counter()
    for block in islice(document.blocks, _OPENING_BLOCKS):
        weight = 4 if block.kind is BlockKind.FURNITURE else 1
        for found in _COMPANY.finditer(block.text.string):
            name = _CONNECTIVES.split(found["name"] or found["latin"])[-1].strip()
            if len(name) > 3 and not _GENERIC.match(name):
                counts[name] += weight * (3 if name.endswith("公司") else 1)
    best = max(counts.items(), key=lambda item: (item[1], -len(item[0]), item[0]), default=("", 0))
    return best[0]


def _names(organisation: str) -> tuple[str, ...]:
    """Return the organisation's name and its shorter forms, folded, longest first."""
    name = fold(organisation)
    short = regex.sub(
        r"(股份|控股)?(有限责任公司|有限公司)$|集团$| (limited|ltd|inc|corporation|group|plc|ag)$", "", name
    )
    shorter = regex.sub(r"(集团)?(控股)?(信息技术|科技|控股|集团)?$", "", short)
    return tuple(
        sorted(
            {item for item in (name, short, shorter) if len(item) > 1}, key=lambda item: (-len(item), item)
        )
    )


def english(text: str) -> bool:
    """Return whether a text is mostly Latin letters."""
    return len(_HAN.findall(text)) * 5 < len(_LATIN.findall(fold_width(text).lower()))
