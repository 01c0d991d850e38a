"""Shares that a sentence tells of a row and the total of its table: sales to B accounted for 57.3 %.

That a row is a part of a total, the sums of the table prove. A percentage whose words are the name of the row
and words for a share, nothing else, is its share of that total: where it is, it ties; where it is not, and
the sentence names the total too, it is a question. How many points the share moved follows from both years.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Sequence

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.bilingual import halves
from auditor.lexicon.fold import fold
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.english import english_words
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import printed_digits
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.ratios.totalparts import Part
from auditor.relate.ratios.totalparts import bare
from auditor.relate.ratios.totalparts import candidates
from auditor.relate.ratios.totalparts import index
from auditor.relate.ratios.totalparts import parts_of_sums
from auditor.relate.ratios.totalparts import plain_name
from auditor.relate.ratios.totalparts import share_words

#: A share of fewer digits is met by chance among the rows of a report.
_LEAST_DIGITS = 3
#: A shorter name of a total may be anything's.
_LEAST_NAME = 2


def row_shares(facts: Facts, sums: Sequence[Relation], related: frozenset[str]) -> Iterator[Relation]:
    """Propose each share of a sentence against the row and the total that it names.

    ``sums`` are those of tables; a share that is ``related`` otherwise is left to that.
    """
    parts = list(parts_of_sums(facts, sums))
    known = index(parts)
    told = [claim for claim in facts.report.claims if claim.source is not Source.TABLE]
    asked = [(at, claim, candidates(claim, known)) for at, claim in enumerate(told) if _is_share(claim)]
    held = [(at, claim, mine, _held(claim, mine)) for at, claim, mine in asked]
    proved = {
        (claim.sentence, found.whole.ref)
        for _, claim, _, found in held
        if found is not None and printed_digits(claim) >= _LEAST_DIGITS
    }
    for at, claim, mine, found in held:
        if claim.ref not in related:
            sure = {whole for sentence, whole in proved if sentence == claim.sentence >= 0}
            yield from _shares(claim, mine, found, _around(claim, told), sure)
        if found is not None:
            yield from _points(found, parts, told[at + 1 : at + 2])


def _held(claim: Claim, mine: Sequence[Part]) -> Part | None:
    return next((item for item in mine if item.share.meets(claim.quantity.base)), None)


def _around(claim: Claim, told: Sequence[Claim]) -> list[Claim]:
    """Return the numbers of the sentence of a share, of the one before where it tells no amount itself."""
    own = [other for other in told if other.sentence == claim.sentence]
    amounts = [other for other in own if is_level(other) and dimension(other) not in ("percent", "points")]
    if amounts or claim.sentence < 0:
        return own
    return [other for other in told if other.sentence == claim.sentence - 1 and _one_text(other, claim)]


def _one_text(other: Claim, claim: Claim) -> bool:
    return other.heading == claim.heading and other.source is claim.source and other.period == claim.period


def _is_share(claim: Claim) -> bool:
    """Return whether a number is a share of a part that it names: of our pilots names the whole."""
    share = dimension(claim) == "percent" and is_level(claim) and exact(claim) and bool(claim.period)
    return share and not re.match(english_words().of_all, claim.folded)


def _shares(
    claim: Claim,
    mine: Sequence[Part],
    found: Part | None,
    beside: Sequence[Claim],
    sure: Collection[str],
) -> Iterator[Relation]:
    """Yield a share that holds, or that of the one row it names where its sentence names the total.

    Of a total of which the sentence tells another share that holds (``sure``), it must.
    """
    if not mine or not plain_name(bare(claim.folded)):
        return
    if found is not None:
        if printed_digits(claim) >= _LEAST_DIGITS:
            yield _share(claim, found, Strength.TIE)
        return
    rows = {item.row for item in mine}
    told = [item for item in mine if _prints(claim, item.whole, beside)]
    if len(rows) == 1 and _names(claim, mine[0].whole):
        told = list(mine)
    if _says_share(claim) and told and all(_of_one(item, told[0]) for item in told):
        best = max(told, key=_digits)
        yield _share(claim, best, Strength.MUST if best.whole.ref in sure else Strength.QUESTION)


def _says_share(claim: Claim) -> bool:
    """Return whether a sentence says that a number is a share: of which 12 %, made up 12 %."""
    opening = (*arithmetic_words().of_which, *arithmetic_words().of_these)
    return bool(
        re.search(alternation(opening), fold(claim.context)) or share_words().search(fold(claim.context))
    )


def _of_one(item: Part, other: Part) -> bool:
    """Return whether two parts are one row of one total, be it told twice."""
    same = item.part.ref == other.part.ref
    one_row = item.row == other.row and item.whole.ref == other.whole.ref
    return one_row or (same and item.whole.quantity.base.overlaps(other.whole.quantity.base))


def _digits(item: Part) -> int:
    return printed_digits(item.whole)


def _prints(claim: Claim, whole: Claim, beside: Sequence[Claim]) -> bool:
    """Return whether the sentence of a share tells the total by its number."""
    return any(
        dimension(other) == dimension(whole)
        and other.period.year == whole.period.year
        and other.quantity.base.overlaps(whole.quantity.base)
        for other in beside
        if is_level(other) and exact(other) and (other.no < claim.no or _in_one_part(claim, other))
    )


def _in_one_part(claim: Claim, behind: Claim) -> bool:
    """Return whether a number behind a share stands in its part of the sentence, before a semicolon."""
    numbers = (fold(claim.quantity.text), fold(behind.quantity.text))
    parts = fold(claim.context).split(";")
    return claim.no != behind.no and any(all(number in part for number in numbers) for part in parts)


def _names(claim: Claim, whole: Claim) -> bool:
    """Return whether the sentence of a share bears the name of the row of the total."""
    names = [plain_name(half) for half in halves(whole.leaf)]
    return any(len(called) > _LEAST_NAME and called in fold(claim.context) for called in names)


def _share(claim: Claim, item: Part, strength: Strength) -> Relation:
    statement = f"{short(item.part)} / {short(item.whole)} × 100 = {short(claim)}"
    keys = (item.part, item.whole)
    return relation(Kind.SHARE, claim, item.expression, statement, "row:share", keys=keys, strength=strength)


def _points(found: Part, parts: Sequence[Part], behind: Sequence[Claim]) -> Iterator[Relation]:
    """Yield the points by which a share moved that is told right behind it, from the rows of both years."""
    before = [
        item
        for item in parts
        if item.row == found.row and item.part.period.code == found.part.period.shifted(-1).code
    ]
    for claim in behind:
        year = found.part.period.year
        on_year = claim.base and year is not None and claim.base.year == year - 1
        if claim.change is not Change.YOY_POINTS or not on_year or not before or not exact(claim):
            continue
        moved = found.expression - before[0].expression
        low = (found.share - before[0].share).high
        falls = low is not None and low < 0 and claim.quantity.value > 0
        computed = before[0].expression - found.expression if falls else moved
        statement = f"Δ {short(found.part)} / {short(found.whole)} × 100 {found.part.period} = {short(claim)}"
        keys = (found.part, found.whole, before[0].part, before[0].whole)
        yield relation(
            Kind.DIFFERENCE, claim, computed, statement, "row:points", keys=keys, strength=Strength.QUESTION
        )
