"""Labels in two languages at once: 女性员工 Female employees. The second half says the first again.

The Latin half counts as a translation when the lexicon knows each of its words and it tells nothing that the
Chinese half does not: no other metric, no further discriminator (数据中心 PUE keeps its half).
"""

from __future__ import annotations

import regex

from auditor.lexicon.additions import kept
from auditor.lexicon.facets import facets
from auditor.lexicon.facets import scan
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics

_BEHIND = regex.compile(r"^(?P<first>.*[\p{Han}）)])\s*(?P<second>[A-Z0-9][^\p{Han}]*)$", regex.DOTALL)
_AHEAD = regex.compile(r"^\s*(?P<second>[A-Z0-9][^\p{Han}]*?)\s*(?P<first>\p{Han}.*)$", regex.DOTALL)
_TWO = regex.compile(r"^(?P<first>[^a-z]*[\p{Han}）)])\s*(?P<second>[a-z][^\p{Han}]{2,})$", regex.DOTALL)
#: Words and no abbreviations: Rate, male; 30 to 50.
_WORDS = regex.compile(r"[a-z]{3}|[0-9] to [0-9]")
_WORD = regex.compile(r"[a-z]+")
#: A single character echoes nothing.
_HAN = regex.compile(r"\p{Han}{2,}")
_LETTER = regex.compile(r"\p{Han}")
_BRACKETS = regex.compile(r"[(（][^()（）]*[)）]")


@kept
def untranslated(label: str) -> str:
    """Return a printed label without the translation behind it, or in front of it."""
    for pattern in (_BEHIND, _AHEAD) if not label.isascii() else ():
        halves = pattern.match(label)
        if halves is None or not _WORDS.search(halves["second"]):
            continue
        if not _LETTER.search(_BRACKETS.sub("", halves["first"])):
            continue
        first, second = (squeeze(fold(half))[0].strip() for half in (halves["first"], halves["second"]))
        if _translates(first, second):
            return str(halves["first"])
    return label


def halves(folded: str) -> tuple[str, ...]:
    """Return what a folded label says in each of its languages, the label itself where it has but one."""
    found = _TWO.match(folded)
    return (found["first"].strip(), found["second"].strip()) if found else (folded,)


def without_echo(left: str, alias: str, key: str) -> str:
    """Return what narrows a metric without Han words that only say its Latin name again: leavers 离职."""
    if not alias.isascii():
        return left
    named = _echoes().get(_base(key), "")
    return " ".join(part for part in left.split(" ") if not _HAN.fullmatch(part) or part not in named)


@kept
def _echoes() -> dict[str, str]:
    """Return the Han names of each metric, parted by spaces."""
    table, found = metrics(), dict[str, list[str]]()
    for alias, key in (*table.aliases.items(), *table.whole.items()):
        if _LETTER.search(alias):
            found.setdefault(_base(key), []).append(alias)
    return {base: " ".join(aliases) for base, aliases in found.items()}


def _translates(first: str, second: str) -> bool:
    words = _WORD.findall(_BRACKETS.sub(" ", second))
    return all(word in _vocabulary() for word in words) and not _adds(first, second)


def _adds(first: str, second: str) -> bool:
    """Return whether the second half names a metric or a discriminator of which the first knows nothing."""
    told, again = dict(scan(first)[0]), dict(scan(second)[0])
    if any(told.get(family) != value for family, value in again.items() if value):
        return True
    named = max(metrics().mentions(second), key=lambda found: found.end - found.start, default=None)
    return named is not None and _base(named.value) not in _named(first)


def _named(label: str) -> set[str]:
    """Return the metrics that a label names, be it by a short name that seldom says enough: 员工概况."""
    table = metrics()
    short = (key for alias, key in table.whole.items() if alias in label)
    return {_base(key) for key in (*(found.value for found in table.mentions(label)), *short)}


def _base(key: str) -> str:
    return metrics().entry(key).id


@kept
def _vocabulary() -> frozenset[str]:
    """Return the Latin words of the lexicon."""
    table, labels = metrics(), label_words()
    phrases = (
        *table.aliases,
        *table.whole,
        *facets().phrases,
        *labels.fillers,
        *labels.totals,
        *labels.rest,
        *labels.split_nouns,
    )
    return frozenset(word for phrase in (*phrases, *labels.translating) for word in _WORD.findall(phrase))
