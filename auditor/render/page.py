"""report.html: one file that a reviewer opens, reads, filters and prints; it fetches nothing."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from auditor.lexicon import spoken
from auditor.lexicon.spoken import signed
from auditor.lexicon.tongue import language
from auditor.lexicon.tongue import say
from auditor.lexicon.tongue import tell
from auditor.model.audit import Audit
from auditor.model.claim import Claim
from auditor.model.evidence import Excerpt
from auditor.model.evidence import Excerpts
from auditor.model.quantity import percent_places
from auditor.model.relation import Judgement
from auditor.model.relation import Verdict
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from auditor.render import labels
from auditor.render.bridges import bridges
from auditor.render.bridges import grouped
from auditor.render.cells import rounded
from auditor.render.continuity import Gap
from auditor.render.continuity import continuity
from auditor.render.coverage import coverage
from auditor.render.coverage import untied
from auditor.render.exhibits import PICTURED
from auditor.render.expressions import printed
from auditor.render.findings import Album
from auditor.render.findings import cards
from auditor.render.findings import interval_words
from auditor.render.findings import sum_of
from auditor.render.findings import thousands
from auditor.render.ledger import tellings
from auditor.render.review import Review
from auditor.render.summary import summary
from auditor.render.tables import ordered

#: Rows of the long tables that are in the page; the CSV files have all.
_CLAIMS, _FACTS, _CHECKS = 3000, 2000, 4000
_VERDICTS = (Verdict.FLAGGED, Verdict.UNDECIDED, Verdict.ROUNDING, Verdict.PASSED)
_STANDINGS = tuple(
    Standing[name] for name in ("RESTATED", "DEFINITION", "RELABELLED", "ROUNDING", "UNCHANGED")
)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of a page, in the file once and shown wherever it is needed."""

    number: int
    excerpt: Excerpt
    data: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the vintage ledger; a cell is empty where a report does not tell the fact."""

    claim: Claim
    cells: tuple[str, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class Cut:
    """The rows of a long table that are shown, and how many there are."""

    rows: tuple[Any, ...]
    total: int

    @property
    def left_out(self) -> int:
        """Return how many rows are in the CSV file only."""
        return self.total - len(self.rows)


def page(audit: Audit, review: Review, excerpts: Excerpts, title: str = "") -> str:
    """Return the page; the same audit, decisions and excerpts give the same text."""
    from jinja2 import Environment
    from jinja2 import PackageLoader
    from jinja2 import StrictUndefined

    house = Environment(
        loader=PackageLoader("auditor.render"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    house.globals |= {"_": say, "tell": tell, "lang": language()}
    house.filters |= {
        "frozen": frozenset,
        "interval": interval_words,
        "percent": percent,
        "printed": printed,
        "short": short,
        "signed": partial(signed, zero="±"),
    }
    return house.get_template("report.html.j2").render(**_context(audit, review, excerpts, title))


def _context(audit: Audit, review: Review, excerpts: Excerpts, title: str) -> dict[str, Any]:
    album = Album(excerpts)
    found = cards(audit, review, album)
    return {
        "title": title or _title(audit),
        "audit": audit,
        "counts": summary(audit),
        "labels": labels,
        "spoken": spoken,
        "names": {report.name: report.period.code or report.name for report in audit.reports},
        "coverage": coverage(audit),
        "cards": found,
        "codes": _codes(audit),
        "statuses": sorted({card.decision.status for card in found}, key=_place_of_status),
        "pictured": PICTURED,
        "restated": _by_standing(audit.restatements),
        "finding_of": _finding_of(audit),
        "bridges": list(grouped(bridges(audit))),
        "gaps": _by_kind(continuity(audit)),
        "facts": _facts(audit),
        "checks": list(_checks(audit)),
        "untied": _cut(untied(audit), _CLAIMS),
        "doubts": ordered(audit.doubts),
        "pictures": _pictures(album),
    }


def _finding_of(audit: Audit) -> dict[frozenset[str], str]:
    """Return the finding for each two tellings of a fact; one finding may speak of many."""
    found: dict[frozenset[str], str] = {}
    for item in sorted(audit.findings, key=lambda item: len(item.claims)):
        for pair in item.retold:
            found.setdefault(frozenset(pair), item.id)
    return found


def _title(audit: Audit) -> str:
    return next(
        (report.organisation for report in reversed(audit.reports) if report.organisation),
        say("报告勾稽核对"),
    )


def _place_of_status(status: str) -> tuple[int, str]:
    known = list(labels.STATUSES)
    return known.index(status) if status in known else len(known), status


def _codes(audit: Audit) -> list[tuple[str, str, int]]:
    """Return code, title and count of the rules that found something."""
    titles = {finding.code: finding.title for finding in audit.findings}
    counts = Counter(finding.code for finding in audit.findings)
    return [(code, titles[code], counts[code]) for code in sorted(counts)]


def _by_standing(items: Iterable[Restatement]) -> list[tuple[Standing, list[Restatement]]]:
    groups: dict[Standing, list[Restatement]] = {standing: [] for standing in _STANDINGS}
    for item in sorted(items, key=lambda one: (one.new.report, one.new.place.order, one.key, one.old.ref)):
        groups[item.standing].append(item)
    return [(standing, group) for standing, group in groups.items() if group]


def _by_kind(gaps: Iterable[Gap]) -> list[tuple[str, list[Gap]]]:
    groups: dict[str, list[Gap]] = {}
    for gap in gaps:
        groups.setdefault(gap.kind, []).append(gap)
    return sorted(groups.items())


def _facts(audit: Audit) -> Cut:
    """Return what several reports tell, and of one report what the lexicon knows, in the report's order."""
    names = [report.name for report in audit.reports]
    several = len(names) > 1
    kept = [
        told
        for told in tellings(audit).values()
        if len(told) > 1 or not several or _newest(told, names).metric.known
    ]
    rows = sorted(kept, key=lambda told: _ledger_order(_newest(told, names), told))
    return _cut((_fact(told, names) for told in rows), _FACTS)


def _ledger_order(claim: Claim, told: dict[str, Claim]) -> tuple[bool, str, str, str, str]:
    return len(told) == 1, claim.metric.base, claim.metric.id, claim.scope, claim.period.code


def _newest(told: dict[str, Claim], names: list[str]) -> Claim:
    return next(told[name] for name in reversed(names) if name in told)


def _fact(told: dict[str, Claim], names: list[str]) -> Fact:
    bases = [claim.quantity.base for claim in told.values()]
    differs = any(not bases[0].overlaps(base) for base in bases[1:])
    cells = tuple(printed(told[name]) if name in told else "" for name in names)
    return Fact(_newest(told, names), cells, differs)


def _checks(audit: Audit) -> Iterator[tuple[str, Counter[Verdict], Cut]]:
    """Yield kind, counts and rows of the checks; what failed stands first."""
    claims = {claim.ref: claim for claim in audit.claims}
    kinds: dict[str, list[Judgement]] = {}
    for judgement in audit.judgements:
        kinds.setdefault(judgement.relation.kind.value, []).append(judgement)
    for kind, group in sorted(kinds.items()):
        group.sort(key=lambda one: (_VERDICTS.index(one.verdict), one.relation.id))
        rows = ((one, sum_of(one, claims), gap_words(one, claims)) for one in group)
        yield kind, Counter(one.verdict for one in group), _cut(rows, _CHECKS)


def percent(value: Decimal) -> str:
    """Return a per cent number with its sign: ``−21.0``, ``−0.05``."""
    return f"{value:+.{percent_places(value)}f}".replace("-", "−")


def short(text: str, most: int = 12) -> str:
    """Return text that fits into a drawing; narrow characters count half."""
    width = 0.0
    for place, char in enumerate(text):
        width += 0.55 if char.isascii() else 1.0
        if width > most:
            return f"{text[: max(place - 1, 1)]}…"
    return text


def gap_words(judgement: Judgement, claims: dict[str, Claim]) -> str:
    """Return the gap in the unit of the stated claim; empty when there is none."""
    step = claims[judgement.relation.stated].quantity.step
    return thousands(rounded(judgement.gap, step)) if judgement.gap else ""


def _cut(rows: Iterable[Any], most: int) -> Cut:
    every = tuple(rows)
    return Cut(every[:most], len(every))


def _pictures(album: Album) -> list[Picture]:
    return [
        Picture(number, excerpt, b64encode(excerpt.png).decode()) for excerpt, number in album.numbers.items()
    ]
