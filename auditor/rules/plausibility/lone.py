"""What rules about a number by itself have in common: which numbers they may doubt, and their finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from auditor.lexicon.measures.plausible import plausible
from auditor.lexicon.quantities import alternation
from auditor.lexicon.tongue import say
from auditor.model.claim import Claim
from auditor.model.finding import Finding
from auditor.model.quantity import Bound
from auditor.model.relation import Relation
from auditor.model.relation import Slip
from auditor.model.relation import Strength
from auditor.model.relation import Verdict
from auditor.rules import wording
from auditor.rules.about import about
from auditor.rules.base import Dossier
from auditor.rules.base import Heading

_HELD = (Verdict.PASSED, Verdict.ROUNDING)


def doubtful(dossier: Dossier, *, named: bool = True) -> Iterator[Claim]:
    """Yield the levels, told exactly and named beside the number, that no arithmetic confirms or disputes.

    Those named further away too where they need not be ``named`` there. A number in a column without a head
    may be a change, or of another unit: nothing can be said of it.
    """
    settled = {
        ref
        for item in dossier.judgements
        if item.verdict is Verdict.FLAGGED or (item.verdict in _HELD and _confirms(item.relation))
        for ref in item.relation.refs
    }
    for report in dossier.reports:
        for claim in report.claims if not report.press else ():
            exact = claim.quantity.bound is Bound.EXACT and (claim.confidence == "strong" or not named)
            headed = claim.seat is None or bool(claim.period)
            if claim.level and exact and headed and claim.ref not in settled:
                yield claim


def _confirms(relation: Relation) -> bool:
    """Return whether a relation that holds says how large its numbers are, and holds by no choice of ours."""
    return relation.strength is not Strength.TIE and not relation.computed.partial


def difference(claim: Claim) -> bool:
    """Return whether label or unit tell of a difference, which may be below nought or beyond the whole."""
    if claim.quantity.unit.dimension == "points":
        return True
    return bool(re.search(alternation(plausible().differences), claim.folded))


def finding(
    claim: Claim, heading: Heading, *, others: str = "", suggested: str = "", slip: Slip = Slip.NONE
) -> Finding:
    """Return the finding about a number; ``others`` are the words for ``{others}`` of the message."""
    message = say(
        heading.message,
        metric=claim.label,
        period=claim.period.code or say("期间不详"),
        place=wording.place_words(claim.place),
        stated=wording.printed(claim),
        others=others,
    )
    return replace(about(claim, heading, message), suspect=claim.ref, suggested=suggested, slip=slip)
