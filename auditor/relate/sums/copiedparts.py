"""Totals that miss in every column because one of their rows was printed over another.

A sum is proved by the columns in which it holds. Where a row is the copy of the row beside it none holds, and
nothing but the word total says what the rows are. That a row repeats its neighbour number by number, in two
columns or more, and that each total leaves room for another row, makes it a question.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations
from itertools import pairwise

from auditor.lexicon.labels import label_words
from auditor.lexicon.quantities import alternation
from auditor.model.claim import Claim
from auditor.model.quantity import significant_digits
from auditor.relate.lines import Line
from auditor.relate.lines import additive
from auditor.relate.lines import names
from auditor.relate.lines import partial
from auditor.relate.lines import says_total
from auditor.relate.lines import sibling
from auditor.relate.lines import stretches
from auditor.relate.sums.instances import Instance

_LONGEST_RUN = 20
#: A row is a copy by so many unlike numbers with so many digits in all, among so many parts; by two of them
#: it takes more digits.
_LEAST_NUMBERS, _LEAST_DIGITS, _LEAST_PARTS = 3, 12, 4
_PAIR_DIGITS = 14
#: The same where the parts are known for what they are.
_NAMED_NUMBERS, _NAMED_DIGITS = 2, 6


def repeats_a_part(found: Sequence[Instance]) -> bool:
    """Return whether a total is missed in all its years because one of its parts was printed as another.

    In each of two years or more the same two parts tell the same number, and the total leaves room for
    another one in place of either.
    """
    rows: list[set[tuple[str, str]]] = []
    told: set[Decimal] = set()
    for instance in found:
        parts = [claim for sign, claim in instance.parts if sign > 0]
        equal = [(one, two) for one, two in combinations(parts, 2) if _one_number(one, two)]
        rows.append({(one.metric.id, two.metric.id) for one, two in equal})
        told |= {one.quantity.value for one, _ in equal}
        left = instance.stated.size - sum((part.size for part in parts), Decimal(0))
        if instance.divisors or not equal or any(left + one.size <= 0 for one, _ in equal):
            return False
    digits = sum(map(significant_digits, told))
    return len(told) >= _NAMED_NUMBERS and digits >= _NAMED_DIGITS and bool(set.intersection(*rows))


def _one_number(one: Claim, two: Claim) -> bool:
    same = one.quantity.value == two.quantity.value and one.quantity.unit == two.quantity.unit
    return same and bool(one.quantity.value) and one.place != two.place


def copied_parts(lines: Sequence[Line], known: Collection[int]) -> Iterator[tuple[Claim, list[Claim]]]:
    """Yield each number of a total with its parts, where one part is the copy of the one beside it."""
    view = [line for line in lines if not partial(line)]
    for at, line in enumerate(view):
        if line.index in known or not says_total(line.first.folded):
            continue
        for parts, closed in stretches(view, at, _LONGEST_RUN):
            before = closed and len(parts) >= _LEAST_PARTS and parts[0].index < line.index
            named = before and ((_is_total(line) and _of_one_rank(line, parts)) or _is_of_head(line, parts))
            copy = _copy(parts) if named else None
            if copy is not None and _leaves_room(line, parts, copy[1]) and not _splits(*copy):
                yield from _totals(line, parts)


def _is_total(line: Line) -> bool:
    """Return whether a row is called nothing but a total, and its unit."""
    return bool(re.fullmatch(rf"{alternation(label_words().totals)}\s*(?:\([^()]*\))?", _own_names(line)[-1]))


def _is_of_head(line: Line, parts: Sequence[Line]) -> bool:
    """Return whether a row is called the total of the head that all the rows before it stand below."""
    sections = {part.first.seat.section if part.first.seat else -1 for part in parts}
    heads = {name for part in parts for name in _own_names(part)[:-1]}
    own = {_own_names(part)[-1] for part in parts}
    called = any(_own_names(line)[-1] == head + word for head in heads for word in label_words().totals)
    return called and len(sections) == 1 and -1 not in sections and own.isdisjoint(heads)


def _own_names(line: Line) -> list[str]:
    """Return the label of a row without the heads of its columns."""
    told = [{name.strip() for name in claim.folded.split("/")} for claim in line.claims.values()]
    return [name for name in names(line) if all(name in one for one in told)] or names(line)


def _of_one_rank(line: Line, parts: Sequence[Line]) -> bool:
    """Return whether all rows stand under the parent of the total, or under one of themselves.

    A row with an empty cell may have been taken for the head of the one below.
    """
    rows = {part.index for part in parts}
    return all(sibling(line, part) or (part.first.seat and part.first.seat.section in rows) for part in parts)


def _splits(one: Line, two: Line) -> bool:
    """Return whether one row is a split of the other: an only part repeats its whole rightly."""
    mine, theirs = _own_names(one), _own_names(two)
    return mine[-1] in theirs[:-1] or theirs[-1] in mine[:-1]


def _copy(parts: Sequence[Line]) -> tuple[Line, Line] | None:
    """Return the one part that repeats the part before it, behind that one; None where none or several do."""
    found = [(one, two) for one, two in pairwise(parts) if _repeats(one, two)]
    return found[0] if len(found) == 1 else None


def _repeats(one: Line, two: Line) -> bool:
    if one.claims.keys() != two.claims.keys() or not all(map(additive, two.claims.values())):
        return False
    told = {claim.quantity.value for claim in two.claims.values() if claim.quantity.value}
    same = all(one.claims[at].quantity.value == claim.quantity.value for at, claim in two.claims.items())
    digits = sum(significant_digits(value) for value in told)
    wanted = _LEAST_DIGITS if len(told) >= _LEAST_NUMBERS else _PAIR_DIGITS
    return same and len(told) > 1 and digits >= wanted


def _leaves_room(line: Line, parts: Sequence[Line], copy: Line) -> bool:
    """Return whether every total is more than its parts without the copy, and none is all of them."""
    rooms = [
        claim.size - sum((part.claims[at].size for part in parts if at in part.claims), Decimal(0))
        for at, claim in line.claims.items()
    ]
    copies = [copy.claims[at].size if at in copy.claims else Decimal(0) for at in line.claims]
    return all(room != 0 and room + own > 0 for room, own in zip(rooms, copies, strict=True))


def _totals(line: Line, parts: Sequence[Line]) -> Iterator[tuple[Claim, list[Claim]]]:
    for at, claim in line.claims.items():
        told = [part.claims[at] for part in parts if at in part.claims]
        if len(told) > 1:
            yield claim, told
