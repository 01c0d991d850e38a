"""Which way a change goes: the words beside its number say it, or a minus does."""

from __future__ import annotations

import re

from auditor.lexicon.metrics import metrics
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.relate.adjoining import words_ahead
from auditor.relate.changes.baseyears import says_fall

DECLINE = (Change.YOY_DECLINE, Change.BASE_YEAR_DECLINE)


def falls(claim: Claim) -> bool:
    """Return whether a change is told as a fall: 下降 7.9 个百分点; a minus makes it a growth."""
    if claim.change is not Change.YOY_POINTS or claim.quantity.value < 0:
        return claim.change in DECLINE and claim.quantity.value >= 0
    if claim.source is Source.TABLE:
        return says_fall(claim)
    ahead = words_ahead(claim)
    moved = re.search(
        rf"{alternation((*quantity_words().better, *quantity_words().worse))}{particles().done}?$", ahead
    )
    if moved and claim.metric.known:
        good = moved[0].rstrip(particles().done) in quantity_words().better
        return good is (metrics().entry(claim.metric.base).better == "down")
    return bool(re.search(alternation(quantity_words().down) + r"[^，。,0-9]{0,6}$", ahead))
