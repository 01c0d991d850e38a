"""Two language editions of one report: the same figures in the same places, under other names.

Names help little across languages. Rows of tables are aligned by the numbers that they share and by the
rows around them; then every other cell of an aligned row must agree too. What the lexicon knows by name
is held against each other as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.claim import Source
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import same_fact

#: A row of a table: the table's ordinal and the row's.
_Row = tuple[int, int]
#: So many cells of a row must agree before one that does not is a disagreement.
_CERTAIN = 2


def edition_ties(edition: Report, reports: Sequence[Report]) -> Iterator[Relation]:
    """Propose each figure of an edition against that of the report which it is an edition of."""
    original = _original(edition, reports)
    if original is None:
        return
    seen: set[str] = set()
    for proposer in (_aligned, _named):
        for claim, other, strength in proposer(edition.claims, original.claims):
            if claim.ref not in seen:
                seen.add(claim.ref)
                yield same_fact(claim, other, "edition", strength)


def _original(edition: Report, reports: Sequence[Report]) -> Report | None:
    """Return the report of the same period, the newest where none is."""
    same = [report for report in reports if report.period == edition.period]
    return (same or list(reports))[-1] if reports else None


_Tie = tuple[Claim, Claim, Strength]


def _aligned(mine: Iterable[Claim], theirs: Iterable[Claim]) -> Iterator[_Tie]:
    """Yield the cells of rows that are one row in both editions."""
    rows, others = _rows(mine), _rows(theirs)
    paired = _by_numbers(rows, others)
    paired |= _between(rows, others, paired)
    for row, other in sorted(paired.items()):
        yield from _cells(rows[row], others[other], surrounded=True)


def _rows(claims: Iterable[Claim]) -> Mapping[_Row, tuple[Claim, ...]]:
    found: dict[_Row, list[Claim]] = {}
    for claim in claims:
        if claim.seat is not None and exact(claim):
            found.setdefault((claim.seat.table, claim.seat.row), []).append(claim)
    return {row: tuple(cells) for row, cells in found.items()}


def _by_numbers(
    rows: Mapping[_Row, tuple[Claim, ...]], others: Mapping[_Row, tuple[Claim, ...]]
) -> dict[_Row, _Row]:
    """Return the rows that share numbers in the same periods, each with the one that shares most."""
    places: dict[tuple[str, str, str], set[_Row]] = {}
    for row, cells in others.items():
        for cell in cells:
            places.setdefault(_figure(cell), set()).add(row)
    paired: dict[_Row, _Row] = {}
    for row, cells in rows.items():
        shared = Counter(other for cell in cells if _telling(cell) for other in places.get(_figure(cell), ()))
        ranked = shared.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            paired[row] = ranked[0][0]
    taken = Counter(paired.values())
    return {row: other for row, other in paired.items() if taken[other] == 1}


def _figure(claim: Claim) -> tuple[str, str, str]:
    """Return period, dimension and size of a number."""
    size = claim.size
    return (claim.period.code, dimension(claim), f"{size.normalize():f}")


def _telling(claim: Claim) -> bool:
    """Return whether a number has digits enough not to be met by chance."""
    return len(claim.quantity.value.normalize().as_tuple().digits) > 1


def _between(
    rows: Mapping[_Row, tuple[Claim, ...]],
    others: Mapping[_Row, tuple[Claim, ...]],
    paired: Mapping[_Row, _Row],
) -> dict[_Row, _Row]:
    """Return rows that stand between two aligned ones in both editions: the same row, whatever it says."""
    order = {row: at for at, row in enumerate(sorted(others))}
    mine, taken = sorted(rows), set(paired.values())
    found: dict[_Row, _Row] = {}
    for before, row, after in zip(mine, mine[1:], mine[2:], strict=False):
        above, below = paired.get(before), paired.get(after)
        if row in paired or above is None or below is None or order[below] - order[above] != 2:
            continue
        middle = sorted(others)[order[above] + 1]
        if middle not in taken and middle[0] == above[0] == below[0]:
            found[row] = middle
    return found


def _cells(cells: Sequence[Claim], others: Sequence[Claim], *, surrounded: bool) -> Iterator[_Tie]:
    """Yield the cells of one row; what disagrees must agree where enough of the row does."""
    pairs = [(cell, other) for cell in cells for other in _partners(cell, others)]
    agreed = sum(_agree(cell, other) for cell, other in pairs)
    alike = all(_same_name(cell, other) for cell, other in pairs)
    sure = agreed >= _CERTAIN or (alike and surrounded)
    for cell, other in pairs:
        if _agree(cell, other):
            yield cell, other, Strength.TIE
        elif dimension(cell) == dimension(other):
            yield cell, other, Strength.MUST if sure else Strength.QUESTION


def _partners(cell: Claim, others: Sequence[Claim]) -> list[Claim]:
    """Return the only cell of the other row for the same period and kind of number."""
    vintage = cell.metric.facet("vintage")
    same = [
        other
        for other in others
        if other.period == cell.period
        and other.change == cell.change
        and other.metric.facet("vintage") == vintage
    ]
    return same if len(same) == 1 else []


def _agree(cell: Claim, other: Claim) -> bool:
    return dimension(cell) == dimension(other) and cell.quantity.base.overlaps(other.quantity.base)


def _same_name(cell: Claim, other: Claim) -> bool:
    return cell.metric.known and cell.metric == other.metric


def _named(mine: Iterable[Claim], theirs: Iterable[Claim]) -> Iterator[_Tie]:
    """Yield facts that the lexicon knows by name, told by each edition with one number."""
    facts, others = _facts(mine), _facts(theirs)
    for key, told in facts.items():
        for claim in told:
            agreeing = next((other for other in others.get(key, ()) if _agree(claim, other)), None)
            if agreeing is not None:
                yield claim, agreeing, Strength.TIE
        rival = others.get(key, ())
        if _one_number(told) and rival and _one_number(rival) and not _agree(told[0], rival[0]):
            both = Source.TABLE is told[0].source is rival[0].source
            yield told[0], rival[0], Strength.MUST if both else Strength.QUESTION


def _facts(claims: Iterable[Claim]) -> Mapping[tuple[str, str, str, str], tuple[Claim, ...]]:
    found: dict[tuple[str, str, str, str], list[Claim]] = {}
    for claim in claims:
        if claim.metric.known and not claim.scope and claim.period and claim.confidence == "strong":
            key = (claim.metric.id, claim.period.code, claim.change.value, dimension(claim))
            found.setdefault(key, []).append(claim)
    return {key: tuple(told) for key, told in found.items()}


def _one_number(told: Sequence[Claim]) -> bool:
    return all(exact(claim) and claim.quantity.base.overlaps(told[0].quantity.base) for claim in told)
