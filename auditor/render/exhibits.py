"""Which places of the reports a finding is shown with: its exhibits."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model.audit import Audit
from auditor.model.claim import Claim
from auditor.model.evidence import Site
from auditor.model.finding import Finding
from auditor.model.place import Box
from auditor.model.place import Place
from auditor.model.restatement import Restatement

#: Findings that come with pictures of pages; the rest tells its places in words.
PICTURED = 200
#: Points, or lines, between two places that are still shown together, and their greatest reach.
_NEAR, _REACH = 60.0, 240.0
_NEAR_LINES, _REACH_LINES = 3, 12


@dataclass(frozen=True, slots=True)
class Mark:
    """One number to be highlighted: ``role`` is ``suspect``, ``stated``, ``input`` or ``note``."""

    role: str
    place: Place
    ref: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A site and what is highlighted on it."""

    site: Site
    marks: tuple[Mark, ...]


def by_gravity(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with the gravest first, then by report and place."""
    return sorted(
        findings, key=lambda item: (item.severity.rank, item.report, item.place.order, item.code, item.id)
    )


def exhibits(audit: Audit) -> dict[str, tuple[Exhibit, ...]]:
    """Return for each finding, by id, the places that it is shown with."""
    claims = {claim.ref: claim for claim in audit.claims}
    told_twice = {frozenset((item.old.ref, item.new.ref)): item for item in audit.restatements}
    shown: dict[str, tuple[Exhibit, ...]] = {}
    for rank, finding in enumerate(by_gravity(audit.findings)):
        marks = list(_marks(finding, claims, told_twice.get(frozenset(finding.claims))))
        if rank >= PICTURED:
            marks = [mark for mark in marks if mark.place.line is not None]
        shown[finding.id] = tuple(_grouped(marks))
    return shown


def sites(audit: Audit) -> dict[str, list[Site]]:
    """Return for each report the sites that its findings are shown with."""
    wanted: dict[str, list[Site]] = {}
    for group in exhibits(audit).values():
        for exhibit in group:
            wanted.setdefault(exhibit.site.report, []).append(exhibit.site)
    return wanted


def _marks(finding: Finding, claims: Mapping[str, Claim], told: Restatement | None) -> Iterator[Mark]:
    for number, ref in enumerate(finding.claims):
        claim = claims.get(ref)
        if claim is not None:
            role = "suspect" if ref == finding.suspect else "input" if number else "stated"
            yield Mark(role, claim.place, ref, claim.quantity.text)
    if not finding.claims:
        yield Mark("stated", finding.place)
    if told is not None and told.note is not None:
        yield Mark("note", told.note.place)


def _grouped(marks: Iterable[Mark]) -> Iterator[Exhibit]:
    """Yield marks that stand near to each other together, in the order of the finding."""
    groups: list[list[Mark]] = []
    for mark in marks:
        if not (mark.place.box or mark.place.line):
            continue
        near = next((group for group in groups if _near(group, mark)), None)
        if near is None:
            groups.append([mark])
        else:
            near.append(mark)
    for group in groups:
        yield Exhibit(_site(group), tuple(group))


def _near(group: list[Mark], mark: Mark) -> bool:
    first, place = group[0].place, mark.place
    if (first.report, first.page) != (place.report, place.page):
        return False
    top, bottom = _extent([one.place for one in group])
    low, high = _extent([place])
    gap = max(low - bottom, top - high)
    reach = max(bottom, high) - min(top, low)
    paged = place.page is not None
    return gap <= (_NEAR if paged else _NEAR_LINES) and reach <= (_REACH if paged else _REACH_LINES)


def _extent(places: list[Place]) -> tuple[float, float]:
    """Return the first and last line, or the top and bottom in points."""
    tops = [place.box.top if place.box else float(place.line or 0) for place in places]
    bottoms = [place.box.bottom if place.box else float(place.line or 0) for place in places]
    return min(tops), max(bottoms)


def _site(group: list[Mark]) -> Site:
    first = group[0].place
    if first.page is None:
        lines = [mark.place.line or 0 for mark in group]
        return Site(first.report, first=min(lines), last=max(lines))
    boxes = [mark.place.box for mark in group if mark.place.box]
    around = Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )
    return Site(first.report, page=first.page, box=around)
