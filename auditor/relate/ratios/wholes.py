"""The row of a table that bears the name of a total: 占总用电量 is a share of the row 总用电量."""

from __future__ import annotations

import re

from auditor.lexicon.fold import squeeze
from auditor.lexicon.labels import label_words
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import residue
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Claim
from auditor.relate.facts import Facts
from auditor.relate.facts import exact
from auditor.relate.facts import is_level


def named_whole(words: str, cell: Claim, facts: Facts) -> Claim | None:
    """Return the one number of the table and period of a cell whose row bears the name behind 占."""
    links = re.match(alternation(label_words().share_links), clean(words))
    name = _plain(clean(words)[links.end() :]) if links else ""
    if len(name) < 2 or cell.seat is None:
        return None
    found = [
        item
        for item in facts.levels
        if item.seat is not None
        and item.seat.table == cell.seat.table
        and item.seat.row != cell.seat.row
        and item.period == cell.period
        and is_level(item)
        and exact(item)
        and row_name(item) == name
    ]
    return found[0] if len({item.quantity.value for item in found}) == 1 else None


def _plain(label: str) -> str:
    """Return a name without the words of shares and totals at its ends, and without fillers."""
    words = label_words()
    ends = alternation((*words.share_nouns, *words.totals, particles().which))
    return residue(re.sub(rf"{ends}+$", "", label), [], ())


def row_name(item: Claim) -> str:
    """Return the last part of the label of a row, without brackets and words of totals."""
    return _plain(re.split(r"[:(]", squeeze(item.leaf)[0], maxsplit=1)[0])


def of_all(item: Claim) -> bool:
    """Return whether nothing but the name of a total stands above the last part of a label: 合计/不良率."""
    return not any(_plain(squeeze(part)[0]) for part in item.path[:-1])
