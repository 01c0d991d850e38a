"""The words of ``rates.toml``: names of numbers that are so much of one thing for each of another."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from auditor.lexicon.fold import fold
from auditor.lexicon.quantities import alternation


def above_name(label: str) -> str:
    """Return what a folded label of a rate names as divided: 人均办公用电 is 办公用电 per head."""
    plain = re.sub(r"[(（][^()（）]*[)）]", " ", label)
    return re.sub(alternation(_read("rates")), " ", plain).strip()


def names_area(label: str) -> bool:
    """Return whether a folded label names an area to divide by."""
    return bool(re.search(alternation(_read("areas")), label))


def names_output(label: str) -> bool:
    """Return whether a folded label names what was produced."""
    return bool(re.search(alternation(_read("outputs")), label))


def per_area(label: str) -> bool:
    """Return whether a folded label says that it is told for an area: 每平方米用电."""
    return bool(re.search(alternation(_read("per_areas")), label))


def of_each(label: str) -> bool:
    """Return whether a folded label tells so much for each of something: per ton, 人均; not per cent."""
    return bool(re.search(alternation(_read("marks")), label.replace("per cent", "percent")))


@cache
def _read(name: str) -> tuple[str, ...]:
    data = tomllib.loads(files("auditor.lexicon").joinpath("rates.toml").read_text("utf-8"))
    return tuple(sorted({fold(word) for word in data["names"][name]}, key=lambda word: (-len(word), word)))
