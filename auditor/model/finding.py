"""What a reviewer works through."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from auditor.model.place import Place
from auditor.model.relation import Slip


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Return 0 for the gravest."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the report has to answer for.

    ``id`` is built from rule, metric, period and scope, never from values or order. Numbers are
    already printed strings. ``candidates`` are claims, each with what would be right for it, of which one is
    wrong and nothing printed tells which; the first is the ``suspect`` if it is likelier than all others.
    ``retold`` are the two tellings of each fact that changed between reports, the newer one first.
    """

    id: str
    code: str
    severity: Severity
    title: str
    report: str
    place: Place
    period: str
    metric: str
    stated: str
    expected: str
    gap: str
    message: str
    claims: tuple[str, ...]
    checks: tuple[str, ...] = ()
    suspect: str = ""
    suggested: str = ""
    slip: Slip = Slip.NONE
    status: str = "open"
    candidates: tuple[tuple[str, str], ...] = ()
    retold: tuple[tuple[str, str], ...] = ()
