"""The words of ``rates.toml`` on dividends: so much for every ten shares, over how many, how much in all."""

from __future__ import annotations

import re
from functools import cache

from auditor.lexicon.load import contents
from auditor.lexicon.load import folded
from auditor.lexicon.quantities import alternation

#: What the rows of a plan tell, that of which the name holds another one's first.
_ROWS = ("base", "all", "other", "cash")


def per_ten_shares(label: str) -> bool:
    """Return whether a folded label tells what is handed out for every ten shares."""
    return _search("per_ten", label) is not None


def row_of_plan(label: str) -> str:
    """Return what a row of a plan tells: ``base``, ``all``, ``other``, ``cash`` or nothing of these.

    The label is folded; its row is named by how the last of its parts begins.
    """
    own = _squeezed(label).rsplit("/", 1)[-1]
    return next((name for name in _ROWS if re.match(_words(name), own)), "")


def handed_out_in_all(label: str) -> bool:
    """Return whether a folded label of a sentence names what is handed out in all."""
    return _search("handed_out", label) is not None


def _search(name: str, label: str) -> re.Match[str] | None:
    return re.search(_words(name), _squeezed(label))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@cache
def _words(name: str) -> str:
    return alternation(folded(contents("rates.toml")["dividends"][name]))
