"""A claim: a metric, a scope, a period and a number, at a place in a report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from auditor.model.metric import Metric
from auditor.model.period import NO_PERIOD
from auditor.model.period import Calendar
from auditor.model.period import Period
from auditor.model.period import PeriodKind
from auditor.model.place import Place
from auditor.model.quantity import Quantity

_STROKE = re.compile(r"/(?![^()]*[)])")


class Source(StrEnum):
    """What kind of text a claim was read from."""

    TABLE = "table"
    PROSE = "prose"
    FIGURE = "figure"
    FOOTNOTE = "footnote"


class Change(StrEnum):
    """What a claim says of a change; empty for a level.

    A decline is told by a word (下降 5.0%: the number is 5.0) or by a minus (-5.0% in a column of changes:
    the number is -5.0, as printed).
    """

    LEVEL = ""
    YOY_GROWTH = "yoy_growth"
    YOY_DECLINE = "yoy_decline"
    YOY_POINTS = "yoy_points"
    BASE_YEAR_DECLINE = "base_year_decline"
    FROM = "from"
    TO = "to"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a table claim sits: the table's ordinal in its report, grid row and column.

    ``section`` is the row of the last parent or section label above (-1 for none), ``depth`` the
    depth of the row below it: 0 for a row on the table's own level.
    """

    table: int
    row: int
    column: int
    section: int = -1
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """One number that a report states.

    Attributes:
        ref: ``report#no``, unique in a run.
        key: stable key within its report.
        label: the name as printed, parent and child joined by `` / ``.
        folded: the label folded for matching.
        scope: what narrows the fact beyond the metric; empty is the reporting entity.
        base: for a change, the period that it is measured against.
        sentence: ordinal of the sentence (prose) that holds it, -1 for tables.
        order: ordinal of the claim within its sentence or row.
        heading: the folded heading path above it.
        block_notes: footnote marks on the heading, section or table head that it stands under.
        confidence: ``strong`` when metric and scope are named beside the number, ``weak`` when they
            were carried over from further away.
    """

    ref: str
    no: int
    key: str
    report: str
    source: Source
    place: Place
    label: str
    folded: str
    metric: Metric
    scope: str
    period: Period
    quantity: Quantity
    change: Change = Change.LEVEL
    base: Period = NO_PERIOD
    notes: tuple[str, ...] = ()
    context: str = ""
    sentence: int = -1
    order: int = 0
    seat: Seat | None = None
    heading: str = ""
    block_notes: tuple[str, ...] = ()
    confidence: str = "strong"

    @property
    def size(self) -> Decimal:
        """Return the number as printed, in the base unit of its dimension."""
        return self.quantity.size

    @property
    def leaf(self) -> str:
        """Return the folded name of the row itself, without the names above it."""
        return self.path[-1]

    @property
    def path(self) -> tuple[str, ...]:
        """Return the folded names from the outermost to the row's own; a stroke in a bracket parts none."""
        return tuple(_STROKE.split(self.folded))

    @property
    def level(self) -> bool:
        """Return whether the claim states a level and not a change or target."""
        return self.change is Change.LEVEL


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or general note that explains claims; a general one has no mark.

    ``causes`` are restatement causes recognised in it, ``effect`` is ``adjusted`` (history was changed),
    ``not_adjusted`` (history could not be changed), ``consistent`` (it says that nothing was changed) or
    empty. ``restated`` are the years that alone it says were adjusted, ``left`` those that alone were not;
    ``passing`` the sentences that say it of the one number that they tell, folded and squeezed.
    """

    report: str
    mark: str
    text: str
    place: Place
    causes: tuple[str, ...] = ()
    effect: str = ""
    narrows: bool = False
    restated: tuple[int, ...] = ()
    left: tuple[int, ...] = ()
    passing: tuple[str, ...] = ()

    def effect_on(self, period: Period) -> str:
        """Return the effect on the numbers of a period; a note that names years says nothing of others."""
        if self.left and _among(self.left, period):
            return "not_adjusted"
        named = self.restated if self.effect == "adjusted" else self.left
        return self.effect if _among(named, period) else ""


def _among(years: tuple[int, ...], period: Period) -> bool:
    """Return whether a period is of some years, all where none are named.

    What is told for a day within a year may be of a year that is called after its first day.
    """
    year = period.year
    if not years or year is None or year in years:
        return True
    inside = period.kind is PeriodKind.INSTANT and not period.code.endswith("-12-31")
    return inside and year - 1 in years


@dataclass(frozen=True, slots=True)
class Report:
    """What a document turned out to be, and all that it claims.

    ``press`` marks a text about the reports: its figures are tied to theirs, it is not audited itself.
    ``edition`` marks the same report in another language: it is held against the first one.
    """

    name: str
    sha256: str
    format: str
    language: str
    organisation: str
    period: Period
    calendar: Calendar
    claims: tuple[Claim, ...]
    notes: tuple[Note, ...]
    pages: int
    pages_unread: tuple[int, ...]
    lines: int
    press: bool = False
    edition: bool = False

    @property
    def audited(self) -> bool:
        """Return whether it is a report of its own, and no text about one or another edition of one."""
        return not (self.press or self.edition)

    def note(self, mark: str, claim: Claim) -> Note | None:
        """Return the note with a mark that belongs to a claim: the nearest, rather behind than before.

        Marks begin anew on a page or under a table, or run through a chapter whose notes stand on an
        earlier page. ① and 1 are two marks of a report that has a note for each, else one.
        """
        alike = [note for note in self.notes if _plain(note.mark) == _plain(mark)]
        found = [note for note in alike if note.mark == mark] or alike
        return min(found, key=lambda note: _distance(claim.place, note.place), default=None)


def _plain(mark: str) -> str:
    """Return a mark as digits where it is a number in a circle."""
    return str(ord(mark) - 0x245F) if len(mark) == 1 and "①" <= mark <= "⑳" else mark


def _distance(place: Place, note: Place) -> int:
    """Return how far a note stands from a place, in pages or lines.

    A page back counts double. Notes of a text stand below what they explain, so a line back counts ten.
    """
    if place.page is not None:
        pages = (note.page or 0) - place.page
        return 2 * pages if pages >= 0 else -2 * pages + 1
    lines = (note.line or 0) - (place.line or 0)
    return lines if lines >= 0 else -10 * lines
