"""Levels: horizontal rules and edges of shaded areas at one height, and the stacks that they make."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.read.pdf.grid.merged import Level
from auditor.read.pdf.sheet.shapes import Rule
from auditor.read.pdf.sheet.shapes import Shade

_SAME_LEVEL = 1.6
_SAME_END = 5.0
#: Pieces of one rule lie nearer than this.
_PIECES = 8.0
#: A shaded area taller than this (points) is a background, no row.
_TALL = 90.0


def edges(shades: Sequence[Shade]) -> list[Rule]:
    """Return the upper and lower edges of shaded areas that are rows."""
    return [
        Rule(at, shade.x0, shade.x1)
        for shade in shades
        if 5.0 < shade.bottom - shade.top < _TALL
        for at in (shade.top, shade.bottom)
    ]


def make_levels(rules: Sequence[Rule]) -> list[Level]:
    """Return the rules as levels: pieces at one height, next to each other, are one level."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: (rule.at, rule.start)):
        if groups and rule.at - groups[-1][0].at <= _SAME_LEVEL:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return [level for group in groups for level in _level_runs(group)]


def _level_runs(group: list[Rule]) -> list[Level]:
    found: list[Level] = []
    for rule in sorted(group, key=lambda rule: rule.start):
        if found and rule.start - found[-1].x1 <= _PIECES:
            found[-1].x1 = max(found[-1].x1, rule.end)
        else:
            found.append(Level(rule.at, rule.start, rule.end))
        found[-1].ends += [rule.start, rule.end]
    return found


def stacks(levels: Sequence[Level]) -> list[list[Level]]:
    """Return levels of equal ends as stacks, top to bottom."""
    stacks: list[list[Level]] = []
    for level in levels:
        if level.x1 - level.x0 < 60.0:
            continue
        for stack in stacks:
            if abs(stack[-1].x0 - level.x0) < _SAME_END and abs(stack[-1].x1 - level.x1) < _SAME_END:
                if level.at - stack[-1].at > 2.5:
                    stack.append(level)
                else:
                    stack[-1].ends += level.ends
                break
        else:
            stacks.append([level])
    return sorted((s for s in stacks if len(s) > 1), key=lambda s: (-(s[0].x1 - s[0].x0), s[0].at))
