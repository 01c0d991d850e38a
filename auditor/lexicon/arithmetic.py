"""The words for what a report works out: rates over years, aims, formulas, parts, schedules of assets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from auditor.lexicon.fold import fold
from auditor.lexicon.load import contents
from auditor.lexicon.load import folded


@dataclass(frozen=True, slots=True)
class ArithmeticWords:
    """Word lists, folded and squeezed, longest first; see ``arithmetic.toml``."""

    compound: tuple[str, ...]
    yearly_mean: tuple[str, ...]
    target_heads: tuple[str, ...]
    reached_heads: tuple[str, ...]
    base_heads: tuple[str, ...]
    reductions: tuple[str, ...]
    done: tuple[str, ...]
    change_forms: tuple[str, ...]
    absolute: tuple[str, ...]
    calculated: tuple[str, ...]
    divided: tuple[str, ...]
    multiplied: tuple[str, ...]
    dividing: tuple[str, ...]
    dividing_by: tuple[str, ...]
    per_number: tuple[str, ...]
    formula_ends: tuple[str, ...]
    change_before: tuple[str, ...]
    change_after: tuple[str, ...]
    change_matters: tuple[str, ...]
    averages: tuple[str, ...]
    both_ends: tuple[str, ...]
    balances: tuple[str, ...]
    kinds: tuple[str, ...]
    of_group: tuple[str, ...]
    rate_times: tuple[str, ...]
    of_which: tuple[str, ...]
    of_these: tuple[str, ...]
    deducting: tuple[str, ...]
    gross: tuple[str, ...]
    set_aside: tuple[str, ...]
    carried: tuple[str, ...]
    unbounded: tuple[str, ...]
    growth_rates: tuple[str, ...]
    fall_rates: tuple[str, ...]
    pay: tuple[str, ...]
    pay_gap: tuple[str, ...]
    pay_ratio: tuple[str, ...]
    sexes: tuple[str, ...]
    medians: tuple[str, ...]
    rate_ends: tuple[str, ...]
    taking_part: tuple[str, ...]
    balanced: tuple[str, ...]
    moves_up: tuple[str, ...]
    moves_down: tuple[str, ...]
    moves_either: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScheduleWords:
    """Patterns for a part of a label, or the head of a column, by what it names; see ``schedules.toml``."""

    blocks: tuple[tuple[str, re.Pattern[str]], ...]
    rows: tuple[tuple[str, re.Pattern[str]], ...]
    columns: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def schedule_words() -> ScheduleWords:
    """Return the words of ``schedules.toml``."""
    data = contents("schedules.toml")
    return ScheduleWords(_patterns(data["blocks"]), _patterns(data["rows"]), _patterns(data["columns"]))


def _patterns(words: dict[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(fold(pattern))) for name, pattern in words.items())


#: Where the file has the words that are nothing but lists.
_LISTS = {
    "compound": ("yearly", "compound"),
    "yearly_mean": ("yearly", "means"),
    "target_heads": ("progress", "targets"),
    "base_heads": ("progress", "bases"),
    "reached_heads": ("progress", "reached"),
    "reductions": ("progress", "reductions"),
    "done": ("progress", "done"),
    "change_forms": ("progress", "change_forms"),
    "absolute": ("progress", "absolute"),
    "calculated": ("formulas", "calculated"),
    "divided": ("formulas", "divided"),
    "multiplied": ("formulas", "multiplied"),
    "dividing": ("formulas", "dividing"),
    "dividing_by": ("formulas", "dividing_by"),
    "per_number": ("formulas", "per"),
    "formula_ends": ("formulas", "ends"),
    "change_before": ("changing", "before"),
    "change_after": ("changing", "after"),
    "change_matters": ("changing", "matters"),
    "averages": ("formulas", "averages"),
    "both_ends": ("formulas", "both_ends"),
    "balances": ("formulas", "balances"),
    "of_group": ("formulas", "of_group"),
    "rate_times": ("formulas", "rate_times"),
    "of_which": ("splits", "of_which"),
    "of_these": ("splits", "of_these"),
    "deducting": ("splits", "deducting"),
    "gross": ("splits", "gross"),
    "set_aside": ("splits", "set_aside"),
    "carried": ("splits", "carried"),
    "unbounded": ("splits", "unbounded"),
    "growth_rates": ("growing", "rates"),
    "fall_rates": ("growing", "falls"),
    "pay": ("pay", "names"),
    "pay_gap": ("pay", "gap"),
    "pay_ratio": ("pay", "ratio"),
    "sexes": ("pay", "sexes"),
    "medians": ("pay", "medians"),
    "rate_ends": ("naming", "ends"),
    "taking_part": ("people", "taking_part"),
    "balanced": ("splits", "balanced"),
    "moves_up": ("moves", "up"),
    "moves_down": ("moves", "down"),
    "moves_either": ("moves", "either"),
}


@cache
def arithmetic_words() -> ArithmeticWords:
    """Return the words of ``arithmetic.toml``."""
    data = contents("arithmetic.toml")
    return ArithmeticWords(
        kinds=tuple(data["formulas"]["kinds"]),
        **{name: folded(data[table][key]) for name, (table, key) in _LISTS.items()},
    )
