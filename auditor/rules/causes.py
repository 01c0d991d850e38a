"""One cause, one finding: flagged judgements by what is behind them."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterator

from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.relation import Candidate
from auditor.model.relation import Diagnosis
from auditor.model.relation import Judgement
from auditor.model.relation import Kind
from auditor.model.relation import Strength
from auditor.model.relation import Verdict
from auditor.rules.base import Dossier

#: Of several failures behind one cause the first of these speaks for all: it is the plainest arithmetic.
_ORDER = (
    Kind.SUM,
    Kind.ROLLFORWARD,
    Kind.DIFFERENCE,
    Kind.PERCENT_SUM,
    Kind.SAME_FACT,
    Kind.GROWTH,
    Kind.SHARE,
    Kind.RATIO,
    Kind.DEFINITION,
    Kind.SHARED_DENOMINATOR,
    Kind.WHOLE_NUMBER,
    Kind.RESTATEMENT,
)

#: What tells how a level moved.
CHANGES = (Change.YOY_GROWTH, Change.YOY_DECLINE, Change.YOY_POINTS, Change.BASE_YEAR_DECLINE)


def causes(dossier: Dossier, kinds: Collection[Kind]) -> Iterator[Diagnosis]:
    """Return each cause whose leading failure is of one of ``kinds``.

    A flagged judgement that no diagnosis explains is a cause of its own. A figure of a text that a report has
    restated since is no failure.
    """
    explained = {item.relation.id for cause in dossier.diagnoses for item in cause.failures}
    lone = (
        Diagnosis((item,))
        for item in dossier.judgements
        if item.verdict is Verdict.FLAGGED and item.relation.id not in explained
    )
    excused = {item.judgement.relation.stated for item in dossier.replaced}
    for cause in (*dossier.diagnoses, *lone):
        told = leading(cause).relation if cause.failures else None
        if told is not None and told.kind in kinds and told.stated not in excused:
            yield cause


def of_change(dossier: Dossier, cause: Diagnosis) -> bool:
    """Return whether a cause is of how a level moved, in points or by an amount: a difference, no total."""
    relation = leading(cause).relation
    stated = dossier.claims[relation.stated]
    return relation.kind is Kind.DIFFERENCE and stated.change in CHANGES


def leading(cause: Diagnosis) -> Judgement:
    """Return the failure that speaks for a cause: one that must hold, the plainest, by id."""
    return min(cause.failures, key=_precedence)


def _precedence(judgement: Judgement) -> tuple[bool, int, str]:
    relation = judgement.relation
    return relation.strength is not Strength.MUST, _ORDER.index(relation.kind), relation.id


def culprit(dossier: Dossier, cause: Diagnosis) -> Claim:
    """Return the claim at which a finding points: the likeliest suspect, or the stated result."""
    return dossier.claims[likeliest(cause).suspect or leading(cause).relation.stated]


def likeliest(cause: Diagnosis) -> Diagnosis | Candidate:
    """Return who is most likely wrong: the suspect, or of several one likelier than all others."""
    return cause.candidates[0] if cause.leaning else cause
