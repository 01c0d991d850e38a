"""What a sentence tells of that begins with a word for the thing of the one before: Its margin was 24%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from auditor.lexicon.words.english import english_words
from auditor.model.claim import Claim
from auditor.model.metric import Metric


def with_owner(claims: Sequence[Claim], before: Sequence[Claim]) -> list[Claim]:
    """Return the claims of a sentence, under the name of the one thing that the sentence before told of.

    Only where all its numbers are of that thing nobody else can be meant.
    """
    scopes = {claim.scope for claim in before}
    owner = next(iter(scopes)) if len(scopes) == 1 and all(claim.metric.known for claim in before) else ""
    return [_of(claim, owner) if owner else claim for claim in claims]


def _of(claim: Claim, owner: str) -> Claim:
    opened = re.match(rf"{english_words().its}\s", claim.folded)
    if opened is None:
        return claim
    rest = claim.folded[opened.end() :]
    scope = " ".join(owner if word == opened[0].strip() else word for word in claim.scope.split())
    metric = claim.metric if claim.metric.known else Metric(f"?{owner} {rest}")
    return replace(claim, folded=f"{owner} {rest}", scope=scope, metric=metric)
