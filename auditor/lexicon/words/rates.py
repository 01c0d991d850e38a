"""The words of ``rates.toml``: names of numbers that are so much of one thing for each of another."""

from __future__ import annotations

import re
from functools import cache

from auditor.lexicon.load import contents
from auditor.lexicon.load import folded
from auditor.lexicon.quantities import alternation


def above_name(label: str) -> str:
    """Return what a folded label of a rate names as divided: 人均办公用电 is 办公用电 per head."""
    plain = without_over(re.sub(r"[(（][^()（）]*[)）]", " ", label))
    plain = re.sub(r"\bper (?!cent\b)[a-z].*$", " ", plain)
    return re.sub(alternation(_read("rates")), " ", plain).strip()


def without_over(label: str) -> str:
    """Return a folded label without what it is told for each of: 单位周转量能耗 is 能耗 for each of it."""
    over = alternation((*_read("outputs"), *_read("areas")))
    return re.sub(rf"{alternation(_read('each'))}[^/()（）\s]{{0,2}}?{over}", " ", label)


def names_area(label: str) -> bool:
    """Return whether a folded label names an area to divide by."""
    return bool(re.search(alternation(_read("areas")), label))


def names_output(label: str) -> bool:
    """Return whether a folded label names what was produced."""
    return bool(re.search(alternation(_read("outputs")), label))


def is_divisor(scope: str) -> bool:
    """Return whether what narrows a number only says that rates are drawn from it: 强度指标所用收入."""
    return bool(re.fullmatch(alternation(_read("used")), scope))


def per_area(label: str) -> bool:
    """Return whether a folded label says that it is told for an area: 每平方米用电."""
    return bool(re.search(alternation(_read("per_areas")), label))


def of_each(label: str) -> bool:
    """Return whether a folded label tells so much for each of something: per ton, 人均; not per cent."""
    return bool(re.search(alternation(_read("marks")), label.replace("per cent", "percent")))


def names_weighted_shares(label: str) -> bool:
    """Return whether a folded label names the weighted average number of shares."""
    told = all(re.search(alternation(_read(name, "weighted_shares")), label) for name in ("means", "shares"))
    return told and not re.search(alternation(_read("others", "weighted_shares")), label)


def share_kind(label: str) -> str:
    """Return whether a folded label tells basic or diluted shares, empty where it says neither."""
    kinds = ("diluted", "basic")
    told = [kind for kind in kinds if re.search(alternation(_read(kind, "weighted_shares")), label)]
    return told[0] if len(told) == 1 else ""


def names_capital_share(label: str) -> bool:
    """Return whether a folded label tells a share of all shares of a company: 占总股本的比例."""
    return bool(re.search(alternation(_read("shares", "capital")), label))


@cache
def _read(name: str, section: str = "names") -> tuple[str, ...]:
    data = contents("rates.toml")
    return folded(data[section][name])
