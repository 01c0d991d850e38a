"""Provinces and the places in them: ``places.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from auditor.lexicon.load import load

_FILE = "places.toml"


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A place that a text puts into a province where it is not; offsets in the text."""

    province: str
    place: str
    home: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Places:
    """The province of each place, and the pattern of a province with a place right behind it."""

    home: Mapping[str, str]
    _pattern: re.Pattern[str]

    def misplaced(self, folded: str) -> Iterator[Misplaced]:
        """Yield the places of a folded text that stand right behind another province than their own."""
        for found in self._pattern.finditer(folded):
            province, place = found["province"], found["place"]
            if self.home[place] != province:
                yield Misplaced(province, place, self.home[place], found.start(), found.end())


@cache
def places() -> Places:
    """Return the places of ``places.toml``.

    Raises:
        ConfigError: with every fault of the file.
    """
    from auditor.lexicon.schema import PlacesFile

    data = load(_FILE, PlacesFile)
    home = {place: province for province, inside in data.provinces.items() for place in inside}
    provinces = "|".join(sorted(data.provinces, key=lambda name: (-len(name), name)))
    inside = "|".join(sorted(home, key=lambda name: (-len(name), name)))
    pattern = (
        rf"(?P<province>{provinces})(?:省|自治区|(?:壮族|回族|维吾尔)自治区)?\s?(?P<place>{inside})"
        rf"(?!{'|'.join(data.after)})"
    )
    return Places(home, re.compile(pattern))
