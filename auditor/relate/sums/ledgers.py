"""Rows that lead from an opening to a closing balance, told in the columns between them.

期初持股数, 本期增持, 本期减持, 其他增减变动, 期末持股数. The heads say what each column does to the balance,
so that every row must come out, however few numbers it has. What is called a change of another kind may point
either way, the same way in all rows. A table of which a quarter or more does not come out is laid out
otherwise; one with a single row is asked about where its heads leave nothing open.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from auditor.lexicon.arithmetic import schedule_words
from auditor.model.claim import Claim
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.chance import SHOWN
from auditor.relate.chance import Support
from auditor.relate.facts import Facts
from auditor.relate.facts import column_head
from auditor.relate.facts import dimension
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.lines import Line
from auditor.relate.lines import additive
from auditor.relate.lines import lines
from auditor.relate.lines import tables
from auditor.relate.sums.signed import Term
from auditor.relate.sums.signed import comes_out
from auditor.relate.sums.signed import in_words
from auditor.relate.sums.signed import worked_out

#: What leaves a question how a table is laid out.
_ASKED = Support()
_MOST_OPEN = 3
_SIGNS = {"more": 1, "less": -1}


@dataclass(frozen=True, slots=True)
class _Ledger:
    """The columns of a table: its balances, and what stands between them with the sign, 0 for either."""

    opening: int
    closing: int
    between: Mapping[int, int]

    @property
    def open(self) -> list[int]:
        """Return the columns whose heads leave their sign open."""
        return [column for column, sign in self.between.items() if not sign]


def ledgers(facts: Facts, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Propose the closing balance of each row, but for those that ``relations`` work out already."""
    known = {frozenset(item.refs) for item in relations}
    for claims in tables(facts):
        rows, columns = lines(claims, down=True), lines(claims, down=False)
        for ledger in _ledgers(columns):
            yield from (item for item in _of_rows(rows, ledger) if frozenset(item.refs) not in known)


def _ledgers(columns: Sequence[Line]) -> Iterator[_Ledger]:
    """Yield each opening balance with the columns up to the next closing one, where all say what they are."""
    kinds = {column.index: _kind(_head(column.first)) for column in columns if additive(column.first)}
    starts = [at for at, kind in kinds.items() if kind == "opening"]
    for start in starts:
        end = next((at for at, kind in kinds.items() if at > start and kind in {"opening", "closing"}), None)
        between = {at: kind for at, kind in kinds.items() if end is not None and start < at < end}
        if end is not None and kinds[end] == "closing" and between and all(between.values()):
            signs = {at: _SIGNS.get(kind, 0) for at, kind in between.items()}
            yield _Ledger(start, end, signs)


@cache
def _kind(head: str) -> str:
    """Return what a column does to the balance, empty where its head does not say."""
    return next((kind for kind, pattern in schedule_words().columns if pattern.search(head)), "")


def _head(claim: Claim) -> str:
    return "".join(column_head(claim).split())


def _of_rows(rows: Sequence[Line], ledger: _Ledger) -> Iterator[Relation]:
    """Yield the relation of each row, with those signs for the open columns by which most rows come out."""
    if len(ledger.open) > _MOST_OPEN:
        return
    tries = []
    for signs in product((1, -1), repeat=len(ledger.open)):
        sign_of = {**ledger.between, **dict(zip(ledger.open, signs, strict=True))}
        told = [sums for row in rows if (sums := _sum(row, ledger, sign_of)) is not None]
        tries.append((told, [comes_out(*sums) for sums in told if _tells(*sums)]))
    told, held = max(tries, key=lambda item: sum(item[1]))
    strength = _strength(sum(held), len(held) - sum(held), ledger)
    if strength is not None:
        yield from (_relation(closing, terms, strength) for closing, terms in told)


_Terms = tuple[Term, ...]


def _sum(row: Line, ledger: _Ledger, signs: Mapping[int, int]) -> tuple[Claim, _Terms] | None:
    """Return the closing balance of a row with what leads to it; empty cells are nought."""
    closing = row.claims.get(ledger.closing)
    terms = tuple(
        (sign, row.claims[at]) for at, sign in {ledger.opening: 1, **signs}.items() if at in row.claims
    )
    if closing is None or len(terms) < 2:
        return None
    alike = all(
        dimension(part) == dimension(closing) and part.quantity.unit == closing.quantity.unit
        for _, part in terms
    )
    return (closing, terms) if alike else None


def _tells(closing: Claim, terms: _Terms) -> bool:
    """Return whether a row says something: one that is nought throughout proves nothing."""
    return any(part.quantity.value for part in (closing, *(part for _, part in terms)))


def _strength(held: int, missed: int, ledger: _Ledger) -> Strength | None:
    """Return how sure it is that each row must come out, None where the table is laid out otherwise."""
    if _ASKED.bears(held, missed):
        return Strength.MUST if SHOWN.bears(held, missed) else Strength.QUESTION
    alone = held + missed == 1 and not ledger.open and set(ledger.between.values()) == {1, -1}
    return Strength.QUESTION if alone else None


def _relation(closing: Claim, terms: _Terms, strength: Strength) -> Relation:
    statement = f"{in_words(terms)} = {short(closing)}"
    keys = tuple(part for _, part in terms)
    return relation(
        Kind.ROLLFORWARD, closing, worked_out(terms), statement, "table:ledger", keys=keys, strength=strength
    )
