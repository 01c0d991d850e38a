"""The words of ``arithmetic.toml`` for what a report works out: rates over years, aims, formulas, parts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze


@dataclass(frozen=True, slots=True)
class ArithmeticWords:
    """Word lists, folded and squeezed, longest first; see ``arithmetic.toml``."""

    compound: tuple[str, ...]
    yearly_mean: tuple[str, ...]
    target_heads: tuple[str, ...]
    reached_heads: tuple[str, ...]
    change_forms: tuple[str, ...]
    absolute: tuple[str, ...]
    calculated: tuple[str, ...]
    divided: tuple[str, ...]
    multiplied: tuple[str, ...]
    dividing: tuple[str, ...]
    dividing_by: tuple[str, ...]
    per_number: tuple[str, ...]
    formula_ends: tuple[str, ...]
    averages: tuple[str, ...]
    both_ends: tuple[str, ...]
    balances: tuple[str, ...]
    kinds: tuple[str, ...]
    of_group: tuple[str, ...]
    of_which: tuple[str, ...]
    of_these: tuple[str, ...]
    unbounded: tuple[str, ...]
    growth_rates: tuple[str, ...]
    fall_rates: tuple[str, ...]
    pay: tuple[str, ...]
    pay_gap: tuple[str, ...]
    pay_ratio: tuple[str, ...]
    sexes: tuple[str, ...]
    medians: tuple[str, ...]


@cache
def arithmetic_words() -> ArithmeticWords:
    """Return the words of ``arithmetic.toml``."""
    data = tomllib.loads(files("auditor.lexicon").joinpath("arithmetic.toml").read_text("utf-8"))
    yearly, progress, formulas = data["yearly"], data["progress"], data["formulas"]
    return ArithmeticWords(
        compound=_folded(yearly["compound"]),
        yearly_mean=_folded(yearly["means"]),
        target_heads=_folded(progress["targets"]),
        reached_heads=_folded(progress["reached"]),
        change_forms=_folded(progress["change_forms"]),
        absolute=_folded(progress["absolute"]),
        calculated=_folded(formulas["calculated"]),
        divided=_folded(formulas["divided"]),
        multiplied=_folded(formulas["multiplied"]),
        dividing=_folded(formulas["dividing"]),
        dividing_by=_folded(formulas["dividing_by"]),
        per_number=_folded(formulas["per"]),
        formula_ends=_folded(formulas["ends"]),
        averages=_folded(formulas["averages"]),
        both_ends=_folded(formulas["both_ends"]),
        balances=_folded(formulas["balances"]),
        kinds=tuple(formulas["kinds"]),
        of_group=_folded(formulas["of_group"]),
        of_which=_folded(data["splits"]["of_which"]),
        of_these=_folded(data["splits"]["of_these"]),
        unbounded=_folded(data["splits"]["unbounded"]),
        growth_rates=_folded(data["growing"]["rates"]),
        fall_rates=_folded(data["growing"]["falls"]),
        pay=_folded(data["pay"]["names"]),
        pay_gap=_folded(data["pay"]["gap"]),
        pay_ratio=_folded(data["pay"]["ratio"]),
        sexes=_folded(data["pay"]["sexes"]),
        medians=_folded(data["pay"]["medians"]),
    )


def _folded(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted({squeeze(fold(word))[0] for word in words}, key=lambda word: (-len(word), word)))
