"""Signs in columns of their own: of currency before the numbers of a column, of percent behind them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from auditor.read.pdf.signs import is_currency_sign
from auditor.read.pdf.signs import is_data
from auditor.read.pdf.signs import is_value


def before_numbers(words: Sequence[str]) -> frozenset[int]:
    """Return which words of a line are signs of currency that each stand before a number of its own.

    A single one may be the unit of all numbers behind it.
    """
    found = [
        k
        for k, (word, after) in enumerate(itertools.pairwise(words))
        if is_currency_sign(word) and is_data(after)
    ]
    return frozenset(found) if len(found) > 1 else frozenset()


def parted_from_signs(columns: Sequence[Sequence[str]]) -> set[int]:
    """Return behind which columns a border parts numbers from their signs only.

    ``columns`` are the texts below the heads. One column of signs beside several of numbers is one of
    units: most columns of numbers have their own.
    """
    numbers = sum(_are_values(own) for own in columns)
    money = [k for k, own in enumerate(columns[:-1]) if k and own and all(map(is_currency_sign, own))]
    shares = [
        k
        for k, own in enumerate(columns)
        if k > 1 and own and all(text in {"%", "％"} for text in own) and _are_values(columns[k - 1])
    ]
    found = set(money) if len(money) * 2 > numbers else set()
    return found | {k - 1 for k in shares} if len(shares) * 2 > numbers else found


def _are_values(texts: Sequence[str]) -> bool:
    return sum(map(is_value, texts)) * 2 > len(texts)
