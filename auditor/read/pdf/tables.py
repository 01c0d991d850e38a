"""Drafts of tables on one sheet, found by rules first, then by half rules and shades, then by alignment."""

from __future__ import annotations

from auditor.read.pdf.borderless import find_borderless
from auditor.read.pdf.drafts import Draft
from auditor.read.pdf.halfruled import find_halfruled
from auditor.read.pdf.lattice import find_lattices
from auditor.read.pdf.rules import join_rules
from auditor.read.pdf.shapes import Rule
from auditor.read.pdf.shapes import Sheet
from auditor.read.pdf.shapes import Word


def find_tables(sheet: Sheet, words: list[Word]) -> tuple[list[Draft], list[Word]]:
    """Return the tables among ``words`` of a sheet, top to bottom, and the words that are in none."""
    drafts = find_lattices(join_rules(sheet.across), join_rules(sheet.down), words)
    words = _outside(drafts, words)
    across = [rule for rule in sheet.across if not any(_within(rule, draft) for draft in drafts)]
    shades = [s for s in sheet.shades if not any(_within(Rule(s.top + 1, s.x0, s.x1), d) for d in drafts)]
    half = find_halfruled(across, shades, words)
    words = _outside(half, words)
    free = find_borderless(words)
    words = _outside(free, words)
    return sorted([*drafts, *half, *free], key=lambda draft: (draft.top, draft.x0)), words


def _outside(drafts: list[Draft], words: list[Word]) -> list[Word]:
    return [word for word in words if not any(draft.holds(word) for draft in drafts)] if drafts else words


def _within(rule: Rule, draft: Draft) -> bool:
    middle = (rule.start + rule.end) / 2
    return draft.top - 2 <= rule.at <= draft.bottom + 2 and draft.x0 - 2 <= middle <= draft.x1 + 2
