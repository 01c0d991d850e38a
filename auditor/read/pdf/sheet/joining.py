"""Pieces of one ruling joined: the lines of a table are often drawn cell by cell."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator

from auditor.read.pdf.sheet.shapes import Rule


def join_rules(rules: Iterable[Rule], near: float = 1.6, reach: float = 1.6) -> list[Rule]:
    """Return the rules with pieces of one line joined.

    Pieces belong to one line within ``near`` points of it; they are joined over gaps up to ``reach``.
    """
    joined: list[Rule] = []
    for group in _levels(sorted(rules, key=lambda rule: (rule.at, rule.start)), near):
        at = sum(rule.at for rule in group) / len(group)
        start, end = None, 0.0
        for rule in sorted(group, key=lambda rule: rule.start):
            if start is None:
                start, end = rule.start, rule.end
            elif rule.start - end <= reach:
                end = max(end, rule.end)
            else:
                joined.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        if start is not None:
            joined.append(Rule(at, start, end))
    return joined


def _levels(rules: list[Rule], near: float) -> Iterator[list[Rule]]:
    group: list[Rule] = []
    for rule in rules:
        if group and rule.at - group[0].at > near:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group
