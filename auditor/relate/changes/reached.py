"""How much of an aimed change is reached, told in rows in per cent: cut by 12 % of the 30 % aimed at.

A row tells by how much it moved since its base, by how much it shall move, and the progress, which is the
one over the other. Where it tells its base and actual number too and nothing but a word for a fall heads
what it moved by, that is the change from the base. Progress may be drawn in other ways, so a gap is a
question only where another row of the table is drawn so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.movements import against_base
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.evaluate import worked_out
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.changes.baseyears import head
from auditor.relate.changes.baseyears import under_base
from auditor.relate.changes.progress import is_aim
from auditor.relate.changes.progress import is_rate
from auditor.relate.changes.progress import is_start
from auditor.relate.facts import HUNDRED
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short

_ONE = Expression.constant(1)


@dataclass(frozen=True, slots=True)
class _Case:
    """A number of a row with what gives it, ``keys`` its inputs."""

    stated: Claim
    computed: Expression
    keys: tuple[Claim, ...]
    words: str
    kind: Kind

    @property
    def holds(self) -> bool:
        """Return whether the inputs give the number."""
        result = worked_out(self.computed, {claim.ref: claim.quantity.base for claim in self.keys})
        return result is not None and result.meets(self.stated.quantity.base)


def reached(facts: Facts) -> Iterator[Relation]:
    """Propose each progress of a table over the change aimed at, and each fall from its base."""
    found = [case for row in facts.rows.values() for case in _cases(row, facts)]
    for _, alike in groupby(sorted(found, key=_table), key=_table):
        yield from _judged(list(alike))


def _table(case: _Case) -> tuple[str, int]:
    return (case.kind.value, case.stated.seat.table if case.stated.seat else -1)


def _judged(cases: Sequence[_Case]) -> Iterator[Relation]:
    """Yield the relations of one table; a gap asks where as many other rows are drawn so."""
    proofs = len({case.stated.quantity.value for case in cases if case.holds})
    shown = proofs > 0 and proofs >= sum(not case.holds for case in cases)
    strength = Strength.QUESTION if shown else Strength.TIE
    for case in cases:
        yield relation(
            case.kind,
            case.stated,
            case.computed,
            case.words,
            "progress:reached",
            keys=case.keys,
            strength=strength,
        )


def _cases(row: Sequence[Claim], facts: Facts) -> Iterator[_Case]:
    year = facts.report.period.year
    levels = [claim for claim in row if exact(claim) and dimension(claim) not in ("percent", "points", "")]
    shares = [claim for claim in row if exact(claim) and dimension(claim) == "percent"]
    moved = [claim for claim in shares if _moved(claim) and claim.period.year == year]
    progress = [claim for claim in shares if is_rate(claim)]
    aims = [claim for claim in shares if is_aim(claim) and claim not in progress]
    if len(moved) != 1 or not levels:
        return
    if len(aims) == len(progress) == 1 and aims[0].quantity.value * moved[0].quantity.value > 0:
        yield _of_aim(progress[0], moved[0], aims[0])
    bases = [claim for claim in levels if under_base(claim) or is_start(claim)]
    actual = [claim for claim in levels if claim not in bases and _is_actual(claim, year)]
    if len(bases) == len(actual) == 1 and _falls_plainly(moved[0]) and moved[0].quantity.value > 0:
        yield from _of_base(moved[0], actual[0], bases[0])


def _of_aim(progress: Claim, moved: Claim, aim: Claim) -> _Case:
    computed = Expression.claim(moved.ref) / Expression.claim(aim.ref) * HUNDRED
    words = f"{short(moved)} / {short(aim)} × 100 = {short(progress)}"
    return _Case(progress, computed, (moved, aim), words, Kind.RATIO)


def _of_base(moved: Claim, actual: Claim, base: Claim) -> Iterator[_Case]:
    if dimension(actual) == dimension(base) and base.quantity.value > 0:
        computed = (_ONE - Expression.claim(actual.ref) / Expression.claim(base.ref)) * HUNDRED
        words = f"(1 - {short(actual)} {actual.period} / {base.period}) × 100 = {moved.quantity.text}%"
        yield _Case(moved, computed, (actual, base), words, Kind.GROWTH)


def _is_actual(claim: Claim, year: int | None) -> bool:
    return claim.change is Change.LEVEL and claim.period.year == year and not is_aim(claim)


def _moved(claim: Claim) -> bool:
    """Return whether a head tells by how much something moved since its base, and not what it aims at."""
    return (bool(against_base().search(head(claim))) or _falls_plainly(claim)) and not is_aim(claim)


def _falls_plainly(claim: Claim) -> bool:
    """Return whether a head says nothing but that something fell: 已减少（%）, reduction."""
    falls = alternation((*quantity_words().down, *arithmetic_words().reductions))
    done = alternation(arithmetic_words().done)
    told = re.sub(r"[(（][^()（）]*[)）]|%", "", head(claim))
    return bool(re.fullmatch(rf"(?:\s*{done}?\s*{falls})+\s*", told))
