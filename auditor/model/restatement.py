"""A fact for a past period that two reports both tell."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from auditor.model.bridge import Bridge
from auditor.model.claim import Claim
from auditor.model.claim import Note
from auditor.model.relation import Judgement


class Standing(StrEnum):
    """What became of the fact."""

    UNCHANGED = "unchanged"
    ROUNDING = "rounding"
    RESTATED = "restated"
    DEFINITION = "definition"
    RELABELLED = "relabelled"


class Disclosure(StrEnum):
    """How a change was disclosed."""

    ROW = "row"
    GENERAL = "general"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Replaced:
    """A figure of a text that a report has restated since, and the note that says so."""

    judgement: Judgement
    note: Note


@dataclass(frozen=True, slots=True)
class Restatement:
    """Two tellings of one fact.

    ``change`` is new - old in the unit of the new report, ``share`` the same over the old value
    (None when that may be zero). ``follows`` is ``yes``, ``no`` or ``undecided``: do the totals, ratios
    and growth that depend on the fact follow the new value. ``added`` is empty, or names a side (``old``
    or ``new``) and the refs of the rows whose sum stands for its telling. ``hints`` are causes that the
    arithmetic gives away, ``also`` those of further notes on the row; ``bridge`` lays the known
    adjustments end to end.
    """

    key: str
    old: Claim
    new: Claim
    standing: Standing
    change: Decimal | None
    share: Decimal | None
    disclosure: Disclosure | None
    note: Note | None
    follows: str = ""
    remark: str = ""
    added: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    bridge: Bridge | None = None

    @property
    def causes(self) -> tuple[str, ...]:
        """Return the causes that the note names, those that the arithmetic gives away where it names none."""
        told = (*(self.note.causes if self.note else ()), *self.also)
        return tuple(dict.fromkeys(told)) or self.hints
