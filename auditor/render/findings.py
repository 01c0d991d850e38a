"""A finding as a reviewer sees it: its words, its arithmetic, its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.lexicon import spoken
from auditor.lexicon.fold import fold
from auditor.lexicon.spoken import span_words
from auditor.lexicon.tongue import say
from auditor.model.audit import Audit
from auditor.model.claim import Claim
from auditor.model.evidence import Excerpt
from auditor.model.evidence import Excerpts
from auditor.model.finding import Finding
from auditor.model.place import Box
from auditor.model.relation import Judgement
from auditor.render.cells import ends
from auditor.render.exhibits import Exhibit
from auditor.render.exhibits import by_gravity
from auditor.render.exhibits import exhibits
from auditor.render.expressions import in_print
from auditor.render.expressions import printed
from auditor.render.passages import Line
from auditor.render.passages import passage
from auditor.render.review import Decision
from auditor.render.review import Review

_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Outline:
    """A highlighted box on a picture, in points of the page."""

    role: str
    box: Box


@dataclass(frozen=True, slots=True)
class Evidence:
    """One exhibit ready to be shown: a picture with outlines, or lines; neither when it cannot be shown."""

    anchor: str
    title: str
    picture: int | None
    frame: Box | None
    outlines: tuple[Outline, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One claim of a finding, with the anchor of its evidence."""

    role: str
    claim: Claim
    printed: str
    place: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Sum:
    """One check of a finding as arithmetic with printed numbers."""

    id: str
    kind: str
    verdict: str
    statement: str
    numbers: str
    stated: str
    computed: str


@dataclass(frozen=True, slots=True)
class Card:
    """All that is shown of a finding."""

    finding: Finding
    decision: Decision
    parts: tuple[Part, ...]
    sums: tuple[Sum, ...]
    evidence: tuple[Evidence, ...]
    searched: str


class Album:
    """The pictures of a page, each once, in the order in which they are first needed."""

    def __init__(self, excerpts: Excerpts) -> None:
        self.excerpts = excerpts
        self.numbers: dict[Excerpt, int] = {}

    def number(self, excerpt: Excerpt) -> int | None:
        """Return the number of a picture, None when there is none."""
        if not excerpt.png or excerpt.box is None:
            return None
        return self.numbers.setdefault(excerpt, len(self.numbers) + 1)


def cards(audit: Audit, review: Review, album: Album) -> tuple[Card, ...]:
    """Return the findings, gravest first."""
    claims = {claim.ref: claim for claim in audit.claims}
    checks = {judgement.relation.id: judgement for judgement in audit.judgements}
    shown = exhibits(audit)
    return tuple(
        _card(finding, review.decision(finding), claims, checks, shown[finding.id], album)
        for finding in by_gravity(audit.findings)
    )


def _card(  # noqa: PLR0913, PLR0917  # the six things that a card is made of
    finding: Finding,
    decision: Decision,
    claims: Mapping[str, Claim],
    checks: Mapping[str, Judgement],
    shown: tuple[Exhibit, ...],
    album: Album,
) -> Card:
    evidence = tuple(
        _evidence(f"{finding.id}-e{number}", exhibit, album) for number, exhibit in enumerate(shown, 1)
    )
    parts = tuple(_parts(finding, claims, shown))
    sums = tuple(sum_of(checks[one], claims) for one in finding.checks if one in checks)
    words = f"{finding.id} {finding.code} {finding.title} {finding.metric} {finding.message}"
    return Card(finding, decision, parts, sums, evidence, f"{words} {fold(words)}".lower())


def _parts(finding: Finding, claims: Mapping[str, Claim], shown: tuple[Exhibit, ...]) -> Iterator[Part]:
    for number, exhibit in enumerate(shown, 1):
        for mark in exhibit.marks:
            if mark.ref in claims:
                claim = claims[mark.ref]
                anchor = f"{finding.id}-e{number}"
                yield Part(mark.role, claim, printed(claim), spoken.place_words(claim.place), anchor)
    pictured = {mark.ref for exhibit in shown for mark in exhibit.marks}
    for ref in finding.claims:
        if ref in claims and ref not in pictured:
            claim = claims[ref]
            role = "suspect" if ref == finding.suspect else "input"
            yield Part(role, claim, printed(claim), spoken.place_words(claim.place), "")


def _evidence(anchor: str, exhibit: Exhibit, album: Album) -> Evidence:
    site = exhibit.site
    excerpt = album.excerpts.get(site, Excerpt())
    where = spoken.place_words(exhibit.marks[0].place) if site.page else _lines_words(site.first, site.last)
    outlines = tuple(Outline(mark.role, mark.place.box) for mark in exhibit.marks if mark.place.box)
    return Evidence(
        anchor,
        f"{site.report} · {where}",
        album.number(excerpt),
        excerpt.box,
        outlines,
        tuple(passage(exhibit, excerpt)),
    )


def _lines_words(first: int, last: int) -> str:
    if first == last:
        return say("第 {line} 行", line=first)
    return say("第 {first}–{last} 行", first=first, last=last)


def sum_of(judgement: Judgement, claims: Mapping[str, Claim]) -> Sum:
    """Return a check as arithmetic with printed numbers."""
    relation, stated = judgement.relation, claims[judgement.relation.stated]
    return Sum(
        relation.id,
        relation.kind.value,
        judgement.verdict.value,
        relation.statement,
        in_print(relation.computed, claims),
        printed(stated),
        between(*ends(judgement.computed, stated.quantity.step)),
    )


def between(low: str, high: str) -> str:
    """Return an interval in words; an empty end is unbounded."""
    return span_words(*(thousands(end) if end else "" for end in (low, high)))


def interval_words(cell: str) -> str:
    """Return a cell of findings.csv for reading: ``[1000, 2000]`` as ``1,000 至 2,000``; words stay."""
    if _PLAIN.fullmatch(cell):
        return thousands(cell)
    low, comma, high = cell.removeprefix("[").removesuffix("]").partition(", ")
    ended = cell.startswith("[") and comma and all(not end or _PLAIN.fullmatch(end) for end in (low, high))
    return between(low, high) if ended else cell


def thousands(number: str) -> str:
    """Return a plain decimal with thousands separators and a true minus sign."""
    sign = "−" if number.startswith("-") else ""
    whole, point, fraction = number.removeprefix("-").partition(".")
    return f"{sign}{int(whole or 0):,}{point}{fraction}"
