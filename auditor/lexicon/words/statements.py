"""The rows of an income statement down to its operating profit, of ``statements.toml``."""

from __future__ import annotations

import re
from functools import cache

from auditor.lexicon.load import contents
from auditor.lexicon.load import folded
from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.quantities import alternation


def statement_row(leaf: str) -> tuple[str, str]:
    """Return what a row of an income statement is (``result``, ``income``, ``costs``...), with its bare name.

    Args:
        leaf: the folded name of the row itself. Both are empty for a row of another kind.
    """
    name = re.sub(r"[(].*$", "", _lead().sub("", re.sub(r"\s+", "", leaf)))
    return (_kinds().get(name, ""), name) if name in _kinds() else ("", "")


@cache
def _kinds() -> dict[str, str]:
    told = contents("statements.toml")["operating_profit"]
    return {name: kind for kind, names in told.items() for name in folded(names)}


@cache
def _lead() -> re.Pattern[str]:
    marks = alternation(folded(contents("statements.toml")["marks"]["lead"]))
    return re.compile(rf"^(?:[{numeral_words().listed}]+、|[(]?[0-9]+[)]?[.、]?|{marks}:)*")
