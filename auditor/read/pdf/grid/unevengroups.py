"""Heads over groups of unlike many columns: each begins with the same head, or each head is in the middle."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from collections.abc import Sequence

from auditor.read.pdf.grid.columns import span_of
from auditor.read.pdf.grid.drafts import DraftCell

#: So many heads over groups are tried at most.
_MOST = 4
#: A head stands in the middle of its columns, give or take so many points.
_MIDDLE = 2.5


def uneven_groups(heads: Sequence[DraftCell], below: Mapping[int, str], cuts: Sequence[float]) -> list[int]:
    """Return where the groups of columns begin under ``heads``, and their end, if the groups are not equal.

    ``below`` are the heads of single columns. Those of a group differ from each other, and all groups say
    some of the same; each head stands over its group.
    """
    columns = len(cuts) - 1
    for first in sorted(below)[:3]:
        starts = [column for column in sorted(below) if below[column] == below[first]]
        edges = [*starts, columns]
        before = {below[column] for column in below if column < first}
        again = any(below[column] in before for column in below if column >= first)
        if first and not again and len(starts) == len(heads) and _fit(heads, edges, below):
            return edges
    return _in_the_middle(heads, below, cuts)


def _in_the_middle(heads: Sequence[DraftCell], below: Mapping[int, str], cuts: Sequence[float]) -> list[int]:
    """Return where groups begin over each of which a head stands right in the middle, and their end.

    Each of their columns has a head of its own; the shortest group says nothing that others do not.
    """
    columns, first = len(cuts) - 1, min(below)
    if len(heads) > _MOST:
        return []
    ways = (
        [start, *inner, columns]
        for start in range(max(first, 1), heads[0].column + 1)
        for inner in itertools.combinations(range(start + 1, columns), len(heads) - 1)
    )
    found = [edges for edges in ways if _centred(heads, edges, cuts)]
    if len(found) != 1:
        return []
    groups = [[below.get(k, "") for k in range(*ends)] for ends in itertools.pairwise(found[0])]
    told = all(all(group) and len(set(group)) == len(group) for group in groups)
    least = min(groups, key=len)
    again = all(set(least) <= set(group) for group in groups)
    return found[0] if told and again and len(set(map(len, groups))) > 1 else []


def _centred(heads: Sequence[DraftCell], edges: Sequence[int], cuts: Sequence[float]) -> bool:
    middles = [sum(span_of(head.words)) / 2 for head in heads]
    groups = [(cuts[start] + cuts[end]) / 2 for start, end in itertools.pairwise(edges)]
    return all(abs(at - middle) < _MIDDLE for at, middle in zip(groups, middles, strict=True))


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
