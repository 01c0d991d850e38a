"""Drafts of tables on one sheet, found by rules first, then by half rules and shades, then by alignment."""

from __future__ import annotations

from auditor.read.pdf.grid.borderless import find_borderless
from auditor.read.pdf.grid.drafts import Draft
from auditor.read.pdf.grid.halfruled import find_halfruled
from auditor.read.pdf.grid.lattice import find_lattices
from auditor.read.pdf.grid.mosaic import mosaic_rules
from auditor.read.pdf.grid.rimless import encloses_heads
from auditor.read.pdf.grid.rimless import with_heads
from auditor.read.pdf.sheet.joining import join_rules
from auditor.read.pdf.sheet.shapes import Rule
from auditor.read.pdf.sheet.shapes import Shade
from auditor.read.pdf.sheet.shapes import Sheet
from auditor.read.pdf.sheet.shapes import Word

#: A shaded area of at least this width and height (points) is a panel of the page.
_PANEL = 90.0


def find_tables(sheet: Sheet, words: list[Word]) -> tuple[list[Draft], list[Word]]:
    """Return the tables among ``words`` of a sheet, top to bottom, and the words that are in none."""
    level, upright = mosaic_rules(sheet.shades, sheet.down, words)
    drafts = find_lattices(join_rules([*sheet.across, *level]), join_rules([*sheet.down, *upright]), words)
    free = _outside(drafts, words)
    drafts = [with_heads(draft, free, sheet.shades) for draft in drafts if not encloses_heads(draft, free)]
    words = _outside(drafts, words)
    across = [rule for rule in sheet.across if not any(_within(rule, draft) for draft in drafts)]
    shades = [s for s in sheet.shades if not any(_within(Rule(s.top + 1, s.x0, s.x1), d) for d in drafts)]
    half = find_halfruled(across, shades, words, drafts)
    words = _outside(half, words)
    bare = [draft for group in _panels(sheet, words) for draft in find_borderless(group)]
    words = _outside(bare, words)
    return sorted([*drafts, *half, *bare], key=lambda draft: (draft.top, draft.x0)), words


def _panels(sheet: Sheet, words: list[Word]) -> list[list[Word]]:
    """Return the words by the shaded panel that they stand on; those on none first.

    What stands on a panel and beside it never makes one table.
    """
    panels = [
        shade
        for shade in sheet.shades
        if shade.bottom - shade.top > _PANEL
        and shade.x1 - shade.x0 > _PANEL
        and shade.x1 - shade.x0 < 0.95 * sheet.width
    ]
    panels.sort(key=lambda shade: (shade.x1 - shade.x0) * (shade.bottom - shade.top))
    groups: list[list[Word]] = [[] for _ in range(len(panels) + 1)]
    for word in words:
        groups[_panel_of(word, panels)].append(word)
    return [groups[-1], *groups[:-1]]


def _panel_of(word: Word, panels: list[Shade]) -> int:
    for index, shade in enumerate(panels):
        if shade.x0 <= word.middle <= shade.x1 and shade.top <= word.centre <= shade.bottom:
            return index
    return len(panels)


def _outside(drafts: list[Draft], words: list[Word]) -> list[Word]:
    return [word for word in words if not any(draft.holds(word) for draft in drafts)] if drafts else words


def _within(rule: Rule, draft: Draft) -> bool:
    middle = (rule.start + rule.end) / 2
    return draft.top - 2 <= rule.at <= draft.bottom + 2 and draft.x0 - 2 <= middle <= draft.x1 + 2
