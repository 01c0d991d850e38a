"""Tie-out coverage: how many of a report's numbers some check reached, and how it ended."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import ROUND_HALF_UP
from decimal import Decimal

from auditor.model.audit import Audit
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.relation import Verdict

_TENTH = Decimal("0.1")
#: The first that holds is what became of a claim.
_GRAVEST = (Verdict.FLAGGED, Verdict.PASSED, Verdict.ROUNDING, Verdict.UNDECIDED)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The claims of one report by what became of them; the four kinds add up to all claims."""

    report: Report
    sources: tuple[tuple[str, int], ...]
    tied: int
    flagged: int
    undecided: int
    untied: int

    @property
    def claims(self) -> int:
        """Return the number of claims."""
        return len(self.report.claims)

    @property
    def percent(self) -> str:
        """Return the share of claims that a check reached with a verdict, in per cent to one digit."""
        return share(self.tied + self.flagged, self.claims)

    @property
    def parts(self) -> tuple[tuple[str, int, str], ...]:
        """Return name, count and per cent of each kind."""
        kinds = ("tied", self.tied), ("flagged", self.flagged), ("undecided", self.undecided)
        return tuple(
            (name, count, share(count, self.claims)) for name, count in (*kinds, ("untied", self.untied))
        )


def share(part: int, whole: int) -> str:
    """Return ``61.3`` for per cent; of nothing, ``0.0``."""
    if not whole:
        return "0.0"
    return str((Decimal(part) * 100 / whole).quantize(_TENTH, rounding=ROUND_HALF_UP))


def coverage(audit: Audit) -> tuple[Coverage, ...]:
    """Return one line for each report, in the order of the audit."""
    ends = _ends(audit)
    return tuple(_of(report, ends) for report in audit.reports)


def untied(audit: Audit) -> list[Claim]:
    """Return the claims that no check reached, in reading order."""
    ends = _ends(audit)
    return [claim for claim in audit.claims if claim.ref not in ends]


def _ends(audit: Audit) -> dict[str, Verdict]:
    """Return the gravest verdict of each claim that takes part in a check."""
    found: dict[str, Verdict] = {}
    for judgement in audit.judgements:
        for ref in judgement.relation.refs:
            before = found.get(ref, judgement.verdict)
            found[ref] = min(before, judgement.verdict, key=_GRAVEST.index)
    return found


def _of(report: Report, ends: dict[str, Verdict]) -> Coverage:
    counts = Counter(ends.get(claim.ref) for claim in report.claims)
    sources = Counter(claim.source.value for claim in report.claims)
    return Coverage(
        report,
        tuple(sorted(sources.items())),
        counts[Verdict.PASSED] + counts[Verdict.ROUNDING],
        counts[Verdict.FLAGGED],
        counts[Verdict.UNDECIDED],
        counts[None],
    )
