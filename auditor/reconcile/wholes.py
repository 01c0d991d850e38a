"""Numbers that a sentence tells of the whole reporting entity, and not of one of its units."""

from __future__ import annotations

import re

from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.history import history
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.reconcile.tellings import Key
from auditor.reconcile.tellings import Told
from auditor.reconcile.tellings import exact
from auditor.reconcile.tellings import value

#: Fewer digits than these may be any number that a sentence happens to round to.
_LEAST_DIGITS = 4
#: So many characters of its name recognise the entity in a sentence.
_NAME = 4


def whole_in_prose(row: Claim, key: Key, told: Told) -> Claim | None:
    """Return the sentence of a report that tells the fact of a row for the whole entity.

    The lexicon must know the metric, the sentence speak of the entity itself and count it as a whole
    (``我们总共减排 …``), and no sentence of that period may tell more: a part is no whole.
    """
    if not row.metric.known or row.scope:
        return None
    claims = [claim for claim in told.loose.get(key, ()) if claim.source is Source.PROSE]
    wholes = [claim for claim in claims if _is_whole(claim, told.report.organisation)]
    if not wholes or any(value(claim) > value(wholes[0]) for claim in claims):
        return None
    agree = all(claim.quantity.base.overlaps(wholes[0].quantity.base) for claim in wholes)
    return wholes[0] if agree else None


def _is_whole(claim: Claim, organisation: str) -> bool:
    if not exact(claim) or claim.quantity.digits < _LEAST_DIGITS:
        return False
    sentence = fold(claim.context)
    at = sentence.find(fold(claim.quantity.text))
    clause = re.split(r"[,，;；]", sentence[: max(at, 0)])[-1]
    return _speaks_of_entity(sentence[: max(at, 0)], organisation) and _counts_all(clause)


def _speaks_of_entity(words: str, organisation: str) -> bool:
    name = fold(organisation)[:_NAME]
    entity = alternation(label_words().entity)
    return bool(re.search(rf"(?:^|[,，;；]|{particles().year_told})\s*{entity}", words)) or bool(
        name and name in words
    )


def _counts_all(clause: str) -> bool:
    return re.search(alternation(history().whole), clause) is not None
