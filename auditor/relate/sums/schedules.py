"""Schedules of assets: blocks from an opening to a closing balance, and what is left of the cost.

一、账面原值 (1.期初余额, 2.本期增加金额, 3.本期减少金额, 4.期末余额), 二、累计折旧, 四、账面价值. What
was added is told part by part between those rows, so that they are no run of neighbours: the labels say what
they are. A table of which a quarter or more does not hold is laid out otherwise, or was misread.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from functools import cache
from itertools import compress
from itertools import product

from auditor.lexicon.arithmetic import schedule_words
from auditor.lexicon.measures.numerals import numeral_words
from auditor.model.claim import Claim
from auditor.model.interval import total
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.relate.chance import SHOWN
from auditor.relate.facts import Facts
from auditor.relate.facts import column_head
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.lines import tables
from auditor.relate.sums.signed import Term
from auditor.relate.sums.signed import comes_out
from auditor.relate.sums.signed import comes_to
from auditor.relate.sums.signed import in_words
from auditor.relate.sums.signed import worked_out

#: What a row is that only tells a part of what was added or taken off.
_PART = "part "
_MOST_PARTS = 6
#: A row has a label of its own under that of its block.
_OWN = 2
_NUMBER = re.compile(rf"^\s*(?:[(]?[0-9{numeral_words().listed}]+[)]?\s*[、.．:)]?\s*)")
#: Kind and name of a block of a schedule, as the lexicon and the report call it, and the kind of its row.
_Row = tuple[str, str, str]
#: A number and those that make it up, each with its sign.
_Sum = tuple[Claim, tuple[Term, ...]]


def schedules(facts: Facts) -> Iterator[Relation]:
    """Propose the balances of every schedule of assets, down each of its columns."""
    for claims in tables(facts):
        found = [item for column in _columns(claims) for item in _of_column(column)]
        held = [item for item in found if comes_out(*item)]
        if SHOWN.bears(len(held), len(found) - len(held)):
            yield from (_relation(*item) for item in found)


def _columns(claims: Sequence[Claim]) -> Iterator[dict[_Row, Claim]]:
    """Yield the columns of a schedule; nothing where a row of it stands twice.

    A row without the name of a block is one of the block above it.
    """
    block = ("", "")
    rows: dict[int, _Row] = {}
    columns: dict[int, dict[_Row, Claim]] = {}
    for claim in claims:
        own = _own(claim.folded, column_head(claim).strip())
        block = _block(own[0]) or block
        row = own[1] if _block(own[0]) and len(own) == _OWN else own[0]
        kind = _kind(row) if len(own) == 1 or _block(own[0]) else ""
        if block[0] and claim.seat is not None:
            if kind and len(own) <= _OWN:
                rows[claim.seat.row] = (*block, kind)
            row_of = rows.get(claim.seat.row, (*block, f"{_PART}{claim.seat.row}"))
            columns.setdefault(claim.seat.column, {})[row_of] = claim
    if max(Counter(rows.values()).values(), default=0) == 1:
        yield from columns.values()


@cache
def _own(folded: str, head: str) -> tuple[str, ...]:
    """Return the parts of a row's label without their numbers; the head of the column may end it."""
    parts = [_NUMBER.sub("", part).strip() for part in folded.split("/")]
    return tuple(parts[:-1] if len(parts) > 1 and parts[-1] == head else parts)


def _block(part: str) -> tuple[str, str] | None:
    """Return the kind of block that a part of a label names, with its name."""
    kind = next((kind for kind, pattern in schedule_words().blocks if pattern.fullmatch(part)), "")
    return (kind, part) if kind else None


def _kind(part: str) -> str:
    """Return the kind of row that a part of a label names, empty for any other."""
    return next((kind for kind, pattern in schedule_words().rows if pattern.fullmatch(part)), "")


def _of_column(told: Mapping[_Row, Claim]) -> Iterator[_Sum]:
    """Yield the balances of one column, and what is left at either end; empty cells are nought."""
    blocks = dict.fromkeys((block, name) for block, name, _ in told)
    for block, name in blocks:
        closing = told.get((block, name, "closing"))
        signs = (("opening", 1), ("more", 1), ("less", -1))
        parts = [(sign, told[block, name, kind]) for kind, sign in signs if (block, name, kind) in told]
        if block == "net" or closing is None or not parts:
            continue
        if comes_out(closing, parts) or not _in_other_rows(closing, parts, told, (block, name)):
            yield closing, tuple(parts)
    for end in ("opening", "closing"):
        net = [claim for (block, _, kind), claim in told.items() if (block, kind) == ("net", end)]
        cost = [claim for (block, _, kind), claim in told.items() if (block, kind) == ("cost", end)]
        off = [claim for (block, _, kind), claim in told.items() if (block, kind) == ("taken_off", end)]
        if len(net) == len(cost) == 1 and off:
            yield net[0], ((1, cost[0]), *((-1, claim) for claim in off))


def _in_other_rows(
    closing: Claim, terms: Sequence[Term], told: Mapping[_Row, Claim], block: tuple[str, str]
) -> bool:
    """Return whether rows whose names say nothing tell what was added or taken off, in whole or in part."""
    unnamed = any(
        row[:2] == block and row[2].startswith(_PART) and claim.quantity.value for row, claim in told.items()
    )
    return (len(terms) == 1 and unnamed) or _told_in_parts(closing, terms, told, block)


def _told_in_parts(
    closing: Claim, terms: Sequence[Term], told: Mapping[_Row, Claim], block: tuple[str, str]
) -> bool:
    """Return whether a sum misses by parts of what was added or taken off, of which the whole is not told."""
    parts = [claim for row, claim in told.items() if row[:2] == block and row[2].startswith(_PART)][
        :_MOST_PARTS
    ]
    gap = closing.quantity.base - comes_to(terms)
    return any(
        (-some).meets(gap) or some.meets(gap)
        for taken in product((True, False), repeat=min(len(parts), _MOST_PARTS))
        if any(taken)
        for some in [total(claim.quantity.base for claim in compress(parts, taken))]
    )


def _relation(whole: Claim, parts: Sequence[Term]) -> Relation:
    rolled = len({part.period for _, part in parts} | {whole.period}) > 1
    kind = Kind.ROLLFORWARD if rolled else Kind.DIFFERENCE
    statement = f"{in_words(parts)} = {short(whole)}"
    keys = tuple(part for _, part in parts)
    return relation(kind, whole, worked_out(parts), statement, "table:schedule", keys=keys)
