"""Numbers that stand alone, and are one slip away from one that is told under the same words.

A figure that ties with nothing is held against those that it should have tied with: of one dimension and
moment, told in a sentence that says the same, or in a row that the sentence names. That their numbers are
one slip of the hand apart is what makes it more than a likeness; how many digits must agree depends on how
alike the words are. It is a question: only the words say that the two are one fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from decimal import Decimal

from auditor.lexicon.fold import fold
from auditor.lexicon.likeness import parts
from auditor.lexicon.naming import residue
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.period import Calendar
from auditor.model.quantity import significant_digits
from auditor.relate.evidence import clauses
from auditor.relate.evidence import clauses_alike
from auditor.relate.evidence import shared
from auditor.relate.evidence import told_of
from auditor.relate.evidence import vetoed
from auditor.relate.facts import exact
from auditor.relate.facts import printed_digits
from auditor.relate.retold.partners import TIE_PARTS
from auditor.relate.slips import agreeing_digits
from auditor.relate.slips import agreeing_in_place
from auditor.relate.slips import moved
from auditor.relate.slips import one_digit_apart
from auditor.relate.slips import swapped_digits
from auditor.relate.slips import taken_off_in_row

#: Digits that must agree when the words are alike, and when they are the same.
_ALIKE_DIGITS, _SAME_DIGITS, _NAMED_DIGITS = 3, 1, 4
_ALIKE_WORDS, _SAME_WORDS, _ONE_WORDING = 0.65, 0.75, 0.95
#: The same for words that are akin.
_AKIN_WORDS = 0.35
#: How alike the words must be, and how many digits there are, where all agree and only their place does not.
_MOVED = ((0.5, 3), (_AKIN_WORDS, _NAMED_DIGITS))
#: Digits that agree by no chance at all.
_LONG_DIGITS = 7
#: The same where all digits agree and two of them are swapped.
_SWAPPED_WORDS = 0.4
#: Label parts that two numbers share where their sentences tell a long number besides.
_SAME_NOUN = 2
#: A number by its dimension, moment and size.
_Number = tuple[str, str, Decimal]
#: A number of one digit is a slip away from nine others: there another number must be told in both sentences.
_LEAST_LENGTH = 2
#: A name of fewer characters may be anything's.
_LEAST_NAME = 4


def slipped(
    groups: Mapping[tuple[str, str], Sequence[Claim]], tied: set[str], calendar: Calendar
) -> Iterator[tuple[Claim, Claim]]:
    """Yield each number that ties with nothing with the one that it was most likely meant to be."""
    told = _long_numbers(groups)
    for claims in (*groups.values(), *_figures(groups), *_counts(groups, calendar)):
        loose = [item for item in claims if item.ref not in tied and item.source is not Source.TABLE]
        for claim in loose:
            if not exact(claim):
                continue
            # of two that both tie with nothing the later one is held against the earlier
            others = [item for item in claims if item.ref in tied or item.no < claim.no or item.seat]
            found = [
                (digits, -other.no, other)
                for other in others
                if (digits := worth(claim, other, claims) or _beside_one_number(claim, other, claims, told))
            ]
            if found:
                yield claim, max(found, key=lambda item: item[:2])[2]


def _long_numbers(groups: Mapping[tuple[str, str], Sequence[Claim]]) -> dict[int, frozenset[_Number]]:
    """Return by sentence the numbers of two digits that it tells, with their dimension and moment."""
    found: dict[int, set[_Number]] = {}
    for (measured, when), claims in groups.items():
        for claim in claims:
            if claim.source is Source.PROSE and claim.quantity.digits >= _LEAST_LENGTH:
                found.setdefault(claim.sentence, set()).add((measured, when, claim.size))
    return {sentence: frozenset(numbers) for sentence, numbers in found.items()}


def _beside_one_number(
    claim: Claim, other: Claim, claims: Sequence[Claim], told: Mapping[int, frozenset[_Number]]
) -> int:
    """Return the digits that agree where two sentences tell one long number besides.

    为 317 个小学捐书 48,610 册; 受益小学 37 个，收到 48,610 册. Of two digits more must agree: 占地 12 亩.
    """
    if not _stands_apart(claim, other):
        return 0
    both = told.get(claim.sentence, frozenset()) & told.get(other.sentence, frozenset())
    long = any(significant_digits(size) >= _ALIKE_DIGITS for _, _, size in both)
    digits = agreeing_digits(claim, other) if both and shared(claim, other) >= _SAME_NOUN else 0
    if digits < (_LEAST_LENGTH if long else _NAMED_DIGITS) or min(_length(claim), _length(other)) < 2:
        return 0
    return digits if not vetoed(claim, other) and not told_beside(claim, other, claims) else 0


def _stands_apart(claim: Claim, other: Claim) -> bool:
    """Return whether two exact numbers of one unit stand in two sentences."""
    two = claim.source is other.source is Source.PROSE and other.sentence != claim.sentence
    return two and exact(other) and _one_unit(claim, other)


def _counts(groups: Mapping[tuple[str, str], Sequence[Claim]], calendar: Calendar) -> list[list[Claim]]:
    """Return what is counted by the last day of its period: a table tells the year, a sentence its end."""
    found: dict[str, list[Claim]] = {}
    for (measured, _), claims in groups.items():
        for claim in claims:
            if measured == "count" and claim.period and not claim.metric.known:
                found.setdefault(calendar.instant(claim.period).code, []).append(claim)
    return [claims for claims in found.values() if len({claim.period.code for claim in claims}) > 1]


def _figures(groups: Mapping[tuple[str, str], Sequence[Claim]]) -> list[list[Claim]]:
    """Return the numbers of each figure: its caption may name a metric where its head does not."""
    found: dict[tuple[int, str], list[Claim]] = {}
    for (measured, _), claims in groups.items():
        for claim in claims:
            if claim.source is Source.FIGURE and claim.sentence >= 0:
                found.setdefault((claim.sentence, measured), []).append(claim)
    return [sorted(claims, key=lambda claim: claim.no) for claims in found.values()]


def worth(claim: Claim, other: Claim, claims: Sequence[Claim]) -> int:
    """Return the digits that speak for one fact, 0 where words or digits do not."""
    if other.ref == claim.ref or not exact(other) or _one_unit(claim, other) is False:
        return 0
    if other.sentence == claim.sentence and claim.sentence >= 0 and not _drawn(claim, other):
        return 0
    digits = agreeing_digits(claim, other)
    if digits < _SAME_DIGITS or vetoed(claim, other) or told_beside(claim, other, claims):
        return 0
    if taken_off_in_row(claim, other) or _of_another_row(claim, other, claims):
        return 0
    if digits >= _LONG_DIGITS and shared(claim, other) >= TIE_PARTS and not one_digit_apart(claim, other):
        return digits  # words that would tie the two if they were equal
    alike = _likeness(claim, other, digits)
    long = min(_length(claim), _length(other)) >= _LEAST_LENGTH or _one_narrow_metric(claim, other)
    if (alike >= _SAME_WORDS and long) or (alike >= _ONE_WORDING and _both_tell(claim, other, claims)):
        return digits
    if digits >= _telling(claim, other, alike) and moved(claim, other):
        return digits  # the very digits, in another place
    least = _SWAPPED_WORDS if digits < _NAMED_DIGITS else _AKIN_WORDS
    if alike >= least and digits >= _ALIKE_DIGITS and swapped_digits(claim, other):
        return digits
    return digits if alike >= _ALIKE_WORDS and digits >= _ALIKE_DIGITS else 0


def _one_narrow_metric(claim: Claim, other: Claim) -> bool:
    """Return whether two numbers tell one metric of the lexicon, narrowed in one way: the women."""
    return claim.metric.known and claim.metric == other.metric and bool(claim.metric.facets)


def _telling(claim: Claim, other: Claim, alike: float) -> int:
    """Return how many digits must agree wholly for the words about them: fewer where they name one metric."""
    if claim.metric.known and claim.metric == other.metric and alike >= _ALIKE_WORDS:
        return _LEAST_LENGTH
    return next((digits for words, digits in _MOVED if alike >= words), _LONG_DIGITS + 1)


def _both_tell(claim: Claim, other: Claim, claims: Sequence[Claim]) -> bool:
    """Return whether the sentences of two claims tell another number alike, in two digits or more."""
    mine, theirs = (
        {
            (item.quantity.value, item.quantity.unit)
            for item in claims
            if item.sentence == one.sentence >= 0 and item.ref != one.ref and _length(item) >= _LEAST_LENGTH
        }
        for one in (claim, other)
    )
    return not mine.isdisjoint(theirs)


def _length(claim: Claim) -> int:
    return sum(char.isdigit() for char in fold(claim.quantity.text))


def _one_unit(claim: Claim, other: Claim) -> bool:
    """Return whether two units can be one: what is counted must be the same noun."""
    mine, theirs = claim.quantity.unit, other.quantity.unit
    return mine.id == theirs.id or mine.factor != theirs.factor or mine.dimension != "count"


def told_beside(claim: Claim, other: Claim, claims: Sequence[Claim]) -> bool:
    """Return whether some sentence tells both numbers: then they are two facts. A coarse one may be either.

    A figure says its large number once more in its caption: there one may be wrong and the other right.
    """
    mine, theirs = (
        {
            item.sentence
            for item in claims
            if item.sentence >= 0
            and exact(item)
            and not _range(item)
            and item.quantity.base.overlaps(told)
            and not item.quantity.base.overlaps(untold)
        }
        for told, untold in (
            (claim.quantity.base, other.quantity.base),
            (other.quantity.base, claim.quantity.base),
        )
    )
    drawn = {claim.sentence} if claim.source is Source.FIGURE else set()
    return bool((mine & theirs) - drawn)


def _range(claim: Claim) -> bool:
    """Return whether a claim tells from where to where, and no number."""
    return (claim.quantity.interval.width or 0) > claim.quantity.step


def _of_another_row(claim: Claim, row: Claim, claims: Sequence[Claim]) -> bool:
    """Return whether another row of a table tells just that number for the time: the total under a caption.

    A number of fewer digits is met by chance.
    """
    return printed_digits(claim) > _LEAST_LENGTH and any(
        item.seat is not None
        and row.seat is not None
        and item.seat.table == row.seat.table
        and item.seat.row != row.seat.row
        and item.quantity.base.overlaps(claim.quantity.base)
        for item in claims
    )


def _drawn(claim: Claim, other: Claim) -> bool:
    """Return whether both stand in a figure: its large number is told once more in its caption."""
    figure = claim.source is other.source is Source.FIGURE
    return figure and claim.sentence == other.sentence and claim.quantity.unit == other.quantity.unit


def _likeness(claim: Claim, other: Claim, digits: int) -> float:
    """Return how alike two tellings name their number, 0 to 1."""
    if other.source is Source.TABLE:
        return _ALIKE_WORDS if _row_named(claim, other, digits) else 0.0
    if _drawn(claim, other):
        return _ALIKE_WORDS
    if claim.metric.known and claim.metric == other.metric:
        plain = bool(claim.metric.facets) and not claim.scope and not other.scope
        if digits >= (_ALIKE_DIGITS if plain else _NAMED_DIGITS):
            return _ALIKE_WORDS
        if moved(claim, other) and not claim.scope and not other.scope:
            return _SAME_WORDS  # nothing but the place of the point tells them apart
    return clauses_alike(claim, other)


def _row_named(claim: Claim, row: Claim, digits: int) -> bool:
    """Return whether a sentence names a row; where five digits agree, a word of it in its clause will do."""
    if told_of(row, claim) or _one_name(claim, row):
        return True
    if claim.metric.known:
        moved = digits >= _NAMED_DIGITS and not agreeing_in_place(claim, row)
        wholly = moved and claim.metric == row.metric
        return shared(claim, row) >= (1 if wholly else 2) and claim.metric.base == row.metric.base
    named = any(parts(row.folded) & clause for clause in clauses(claim))
    return digits > _NAMED_DIGITS and named and not _is_tenth(claim, row)


def _is_tenth(claim: Claim, row: Claim) -> bool:
    """Return whether one number is a tenth of the other: a tenth of all shares is placed by itself."""
    small, large = sorted((abs(claim.quantity.value), abs(row.quantity.value)))
    return large // 10 == small or (large == 10 * small and not small % 1)


def _one_name(claim: Claim, row: Claim) -> bool:
    """Return whether nothing but fillers and the entity tell two names apart: 本行营业网点, 营业网点总数."""
    names = [residue(item.leaf, [], ()) for item in (claim, row)]
    return names[0] == names[1] and len(names[0]) >= _LEAST_NAME and claim.period.year == row.period.year
