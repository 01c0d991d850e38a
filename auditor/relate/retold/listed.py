"""Names that a sentence lists, each with its number, against the rows of a table: 甲、乙分别为 4 吨及 5 吨.

Where the rows of most names print the numbers of the list in one column, the list is that column told again.
A name whose row prints another number there is then a question; of two names only where one slip of the hand
parts the two numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from itertools import groupby

from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.naming import residue
from auditor.lexicon.quantities import any_of
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.adjoining import told_sentences
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import printed_digits
from auditor.relate.facts import same_fact
from auditor.relate.slips import agreeing_digits

#: A shorter name may be anything's; numbers of fewer digits agree by chance.
_LEAST_NAME, _LEAST_DIGITS = 2, 3
#: So many names must have their number in the column before another one is asked about.
_PROVED = 2

#: The rows of one section of a table in one column, by their names.
_Column = Mapping[str, Claim]


def listed_rows(facts: Facts) -> Iterator[Relation]:
    """Propose that the numbers of a list are those of the rows of its names, where most of them are."""
    told_columns = columns(facts)
    for claims, _ in told_sentences(facts.report):
        if not any_of(label_words().respectively).search(fold(claims[0].context)):
            continue
        for told in lists(claims):
            yield from _best([_matched(told, column, facts) for column in told_columns])


def columns(facts: Facts) -> list[_Column]:
    """Return the columns of all tables, section by section; a name that stands twice in one tells nothing."""
    found: dict[tuple[int, int, int], list[Claim]] = defaultdict(list)
    for claim in facts.levels:
        if claim.source is Source.TABLE and claim.seat is not None and exact(claim):
            seat = claim.seat
            found[seat.table, seat.column, seat.section].append(claim)
    return [_by_name(claims) for _, claims in sorted(found.items())]


def _by_name(claims: Sequence[Claim]) -> dict[str, Claim]:
    """Return the numbers of a column by the names of their rows, in front of what the head calls them all."""
    headed = len({claim.leaf for claim in claims}) == 1 and all(len(claim.path) > 1 for claim in claims)
    rows: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        rows[_name(claim.path[-2 if headed else -1])].append(claim)
    return {own: same[0] for own, same in rows.items() if own and len(same) == 1}


def _name(label: str) -> str:
    plain = residue(label, [], ())
    return plain if len(plain) >= _LEAST_NAME else ""


def lists(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Yield the levels of a sentence that stand side by side and are of one kind and time."""
    levels = [claim for claim in claims if is_level(claim) and exact(claim)]
    for _, group in groupby(levels, key=lambda claim: (dimension(claim), claim.period.code)):
        told = list(group)
        if len(told) >= _PROVED:
            yield told


def _matched(told: Sequence[Claim], column: _Column, facts: Facts) -> list[tuple[Claim, Claim]]:
    """Return each number of a list with the cell of the row of its name, not that of what all names share."""
    names = [_name(claim.folded) for claim in told]
    rows = {name: cell for name, cell in column.items() if not all(name in own for own in names)}
    found = []
    for claim, own in zip(told, names, strict=True):
        cells = [cell for name, cell in rows.items() if own and (own in name or name in own)]
        if len(cells) == 1 and of_one_kind(claim, cells[0], facts):
            found.append((claim, cells[0]))
    return found if len({cell.ref for _, cell in found}) == len(found) else []


def of_one_kind(claim: Claim, cell: Claim, facts: Facts) -> bool:
    """Return whether a number and a cell are of one dimension and year."""
    calendar = facts.report.calendar
    years = {calendar.instant(item.period).year if item.period else None for item in (claim, cell)}
    return dimension(claim) == dimension(cell) and len(years) == 1 and None not in years


def _best(found: Sequence[Sequence[tuple[Claim, Claim]]]) -> Iterator[Relation]:
    """Yield the relations of the column that agrees with most names of a list."""
    matched = max(found, key=lambda pairs: sum(_agree(*pair) for pair in pairs), default=[])
    agreeing = [pair for pair in matched if _agree(*pair)]
    missing = [pair for pair in matched if pair not in agreeing]
    telling = [pair for pair in agreeing if printed_digits(pair[0]) >= _LEAST_DIGITS]
    if not telling or len(missing) >= len(agreeing) + (len(matched) == _PROVED):
        return
    for claim, cell in agreeing:
        yield same_fact(claim, cell, "same:listed", Strength.TIE)
    for claim, cell in missing:
        proved = len(telling) >= _PROVED or agreeing_digits(claim, cell) >= _LEAST_DIGITS
        if proved and not any(
            _agree(claim, pair[1]) for pairs in found for pair in pairs if pair[0] is claim
        ):
            yield same_fact(claim, cell, "same:listed")


def _agree(claim: Claim, cell: Claim) -> bool:
    return claim.quantity.base.overlaps(cell.quantity.base)
