"""Totals that bear the name of a head: its parts stand below "Gross emissions of fuels", it later.

Neither do the rows below a head without numbers stand beside their total, nor need they be many: that a
total is called as the head is says what it is the total of. It counts where it adds up in one column at
least, and in half of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from functools import cache

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.labels import label_words
from auditor.lexicon.naming import residue
from auditor.lexicon.quantities import any_of
from auditor.model.claim import Claim
from auditor.model.relation import Relation
from auditor.relate.chance import MOSTLY
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import makes
from auditor.relate.facts import sum_of
from auditor.relate.lines import Line
from auditor.relate.lines import additive
from auditor.relate.lines import lines
from auditor.relate.lines import names
from auditor.relate.lines import partial
from auditor.relate.lines import says_total
from auditor.relate.lines import tables

#: A name of fewer words (pairs of characters) may be anything's.
_LEAST_WORDS = 2
#: A head may say these, its total need not.
_WEAK = ("gross", "ghg")


def headed_totals(facts: Facts) -> Iterator[Relation]:
    """Propose that the rows below a head add up to the one later row that is called its total."""
    for claims in tables(facts):
        rows = lines(claims, down=True)
        told = {row.index for row in rows}
        wholes = [row for row in rows if any(map(says_total, names(row)))]
        for head, parts in _groups(rows).items():
            found = [row for row in wholes if row.index > parts[-1].index and _called(row, parts)]
            if head not in told and len(found) == 1:
                yield from _sums(found[0], parts)


def _groups(rows: Sequence[Line]) -> dict[int, list[Line]]:
    """Return the rows below each head, where there are two or more and none splits the one above it."""
    groups: dict[int, list[Line]] = {}
    for row in rows:
        if row.first.seat is not None and row.first.seat.section >= 0:
            groups.setdefault(row.first.seat.section, []).append(row)
    return {head: rows for head, rows in groups.items() if len(rows) > 1 and not any(map(partial, rows))}


def _called(whole: Line, parts: Sequence[Line]) -> bool:
    """Return whether a total is called as the head of its parts; more may stand in a bracket behind it."""
    above = names(parts[0])[:-1]
    common = [name for name in above if all(name in names(part) for part in parts)]
    own = next((name for name in reversed(names(whole)) if says_total(name)), "")
    head = _words(common[-1]) if common else frozenset()
    plain, all_said = _words(re.sub(r"\([^()]*\)", " ", own)), _words(own)
    return len(head) >= _LEAST_WORDS and own not in common and plain <= head <= all_said


@cache
def _words(name: str) -> frozenset[str]:
    """Return the words of a name, of Chinese the pairs of characters, without those of totals."""
    opened = name.replace("(", " ").replace(")", " ")
    bare = any_of((*label_words().totals, *arithmetic_words().of_which, *_WEAK)).sub("|", opened)
    told = residue(bare, [], ())
    han = (run[at : at + 2] for run in re.findall(r"[\u3400-\u9fff]+", told) for at in range(len(run) - 1))
    return frozenset((*re.findall(r"[a-z]+|[0-9]+", told), *han))


def _sums(whole: Line, parts: Sequence[Line]) -> Iterator[Relation]:
    columns = [
        (claim, [part.claims[at] for part in parts])
        for at, claim in whole.claims.items()
        if all(at in part.claims for part in parts)
    ]
    columns = [(claim, told) for claim, told in columns if _may_add(claim, told)]
    agree = [claim for claim, told in columns if makes(told, claim)]
    if MOSTLY.bears(len(agree), len(columns) - len(agree)):
        yield from (sum_of(claim, told, "table:headed") for claim, told in columns)


def _may_add(whole: Claim, parts: Sequence[Claim]) -> bool:
    told = sum(bool(part.quantity.value) for part in parts) > 1
    return told and additive(whole) and all(dimension(part) == dimension(whole) for part in parts)
