"""Heads over groups of unlike many columns, each of which begins with the same head (five, then three)."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from collections.abc import Sequence

from auditor.read.pdf.grid.drafts import DraftCell


def uneven_groups(heads: Sequence[DraftCell], below: Mapping[int, str], columns: int) -> list[int]:
    """Return where the groups of columns begin under ``heads``, and their end, if the groups are not equal.

    ``below`` are the heads of single columns. Those of a group differ from each other, and all groups say
    some of the same; each head stands over its group.
    """
    for first in sorted(below)[:3]:
        starts = [column for column in sorted(below) if below[column] == below[first]]
        edges = [*starts, columns]
        before = {below[column] for column in below if column < first}
        again = any(below[column] in before for column in below if column >= first)
        if first and not again and len(starts) == len(heads) and _fit(heads, edges, below):
            return edges
    return []


def _fit(heads: Sequence[DraftCell], edges: Sequence[int], below: Mapping[int, str]) -> bool:
    groups = [[below.get(k, "") for k in range(*ends)] for ends in itertools.pairwise(edges)]
    if len(groups[-1]) == max(map(len, groups)):  # all equal, or a column of remarks behind the last
        return False
    within = all(
        start <= head.column and head.column + head.colspan <= end
        for head, (start, end) in zip(heads, itertools.pairwise(edges), strict=True)
    )
    told = all(all(group) and len(set(group)) == len(group) > 1 for group in groups)
    least = min(groups, key=len)
    return within and told and all(set(least) <= set(group) for group in groups)


def widen(cells: Sequence[DraftCell], heads: Sequence[DraftCell], edges: Sequence[int]) -> list[DraftCell]:
    """Return the cells with heads over the whole of their groups; what was empty beside them is gone."""
    own = {id(head) for head in heads}
    kept = [cell for cell in cells if id(cell) in own or cell.row or not edges[0] <= cell.column < edges[-1]]
    for head, (start, end) in zip(heads, itertools.pairwise(edges), strict=True):
        head.column, head.colspan = start, end - start
    return kept
