"""Points that a sentence tells of the rate of the sentence before: the improvement of 87 basis points.

The sentence before tells one rate for two years. The points are what lies between them, up or down as the
noun says. They are worked out on unrounded rates: the printed ones give the room within which they must lie.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from itertools import pairwise

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import fold
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.adjoining import told_sentences
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import relation
from auditor.relate.facts import short

_SMALL = particles()


def named_points(facts: Facts) -> Iterator[Relation]:
    """Propose the points that open a sentence as the change of the one rate of the sentence before."""
    told = [claims for claims, _ in told_sentences(facts.report)]
    for before, claims in pairwise(told):
        points = claims[0]
        if dimension(points) != "points" or points.change is Change.TARGET or not exact(points):
            continue
        rates = _rates(before) if _follows(before[-1], points) else None
        direction = _direction(points, *rates) if rates is not None else 0
        if rates is not None and direction:
            yield _relation(points, *rates, direction)


def _rates(claims: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """Return the newer and the older of the two rates of a sentence, None where it tells others too."""
    found = [claim for claim in claims if dimension(claim) == "percent"]
    if len(found) != 2 or not all(is_level(claim) and exact(claim) and claim.period for claim in found):
        return None
    new, old = found
    alike = new.folded == old.folded and new.quantity.step == old.quantity.step
    return (new, old) if alike and old.period == new.period.shifted(-1) else None


def _direction(points: Claim, new: Claim, old: Claim) -> int:
    """Return 1 where the noun in front of the points says up, -1 for down, 0 where no noun stands there.

    What is better may be more or less: it is as the two rates are printed.
    """
    text = fold(points.context)
    ahead = text[: max(text.find(fold(points.quantity.text)), 0)]
    words = arithmetic_words()
    moves = ((1, words.moves_up), (-1, words.moves_down), (_as_printed(new, old), words.moves_either))
    return next((sign for sign, nouns in moves if re.fullmatch(_opening(nouns), ahead)), 0)


def _opening(nouns: Sequence[str]) -> str:
    """Return a pattern of what opens a sentence in front of its points: the improvement of."""
    return rf"\s*{_SMALL.this}\s*{alternation(nouns)}\s*{_SMALL.told_as}?\s*"


def _as_printed(new: Claim, old: Claim) -> int:
    return 1 if new.size >= old.size else -1


def _follows(last: Claim, points: Claim) -> bool:
    return points.sentence == last.sentence + 1 and points.heading == last.heading


def _relation(points: Claim, new: Claim, old: Claim, direction: int) -> Relation:
    moved = Expression.claim(new.ref) - Expression.claim(old.ref)
    fallen = Expression.claim(old.ref) - Expression.claim(new.ref)
    statement = (
        f"Δ {short(new)} {new.period} / {old.period} = {points.quantity.text} {points.quantity.unit_text}"
    )
    return relation(
        Kind.DIFFERENCE,
        points,
        moved if direction > 0 else fallen,
        statement,
        "namedpoints",
        keys=(new, old),
        strength=Strength.QUESTION,
    )
