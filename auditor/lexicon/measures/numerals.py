"""How Chinese writes numbers, of ``numerals.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from auditor.lexicon.load import pieces


@dataclass(frozen=True, slots=True)
class NumeralWords:
    """Characters and pieces of patterns of numbers in words; see ``numerals.toml`` for what each means."""

    digits: str
    noughts: str
    pair: str
    ten: str
    hundred: str
    thousand: str
    myriad: str
    hundred_million: str
    nth: str
    more: str
    parted: str
    point: str
    percent: str

    @property
    def counted(self) -> str:
        """The characters of one to nine."""
        return self.digits[1:]

    @property
    def listed(self) -> str:
        """The characters that number the items of a list: one to ten."""
        return self.counted + self.ten

    @property
    def myriads(self) -> str:
        """The characters by which numbers are grouped: ten thousand and its square."""
        return self.myriad + self.hundred_million

    @property
    def places(self) -> str:
        """The characters of ten and its powers."""
        return self.hundred + self.thousand + self.myriads + self.ten

    @property
    def nought_to_nine(self) -> str:
        """Every character of a digit but the pair, nought first."""
        return self.noughts + self.digits


@cache
def numeral_words() -> NumeralWords:
    """Return the characters of ``numerals.toml``."""
    return pieces("numerals.toml", NumeralWords)
