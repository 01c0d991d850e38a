"""Things joined in pairs, in groups of such as are joined directly or through others."""

from __future__ import annotations

from collections.abc import Iterable


def joined(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the numbers below ``count`` in groups; groups and members in the order of their first number."""
    parent = list(range(count))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for one, other in pairs:
        parent[root(one)] = root(other)
    groups: dict[int, list[int]] = {}
    for node in range(count):
        groups.setdefault(root(node), []).append(node)
    return list(groups.values())
