"""The small words that hold the numbers of a sentence together, of ``clauses.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from auditor.lexicon.load import contents
from auditor.lexicon.load import folded
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Word lists, folded, longest first; see ``clauses.toml`` for what each one means."""

    joints: tuple[str, ...]
    inside_words: tuple[str, ...]
    alternatives: tuple[str, ...]
    ended: tuple[str, ...]
    numbered: tuple[str, ...]
    just: tuple[str, ...]
    own: tuple[str, ...]
    before_whole: tuple[str, ...]
    relative: tuple[str, ...]
    whom: tuple[str, ...]
    again: tuple[str, ...]
    both: tuple[str, ...]
    insides: tuple[str, ...]
    placed: tuple[str, ...]
    being: tuple[str, ...]
    foremost: tuple[str, ...]
    leading: tuple[str, ...]
    remaining: tuple[str, ...]
    bare_totals: tuple[str, ...]
    holding: tuple[str, ...]
    done: tuple[str, ...]
    to_share: tuple[str, ...]
    to_rate: tuple[str, ...]
    to_mean: tuple[str, ...]
    being_there: tuple[str, ...]
    summing: tuple[str, ...]
    degrees: tuple[str, ...]
    rates: tuple[str, ...]
    onto: tuple[str, ...]
    times: tuple[str, ...]
    level_nouns: tuple[str, ...]
    opens: tuple[str, ...]
    closes: tuple[str, ...]
    turning: tuple[str, ...]
    tells: tuple[str, ...]
    dates_numbers: tuple[str, ...]
    dates_labels: tuple[str, ...]
    date_ends: tuple[str, ...]
    articles: tuple[str, ...]
    since: tuple[str, ...]
    until: tuple[str, ...]
    among: tuple[str, ...]
    circumstances: tuple[str, ...]
    events: tuple[str, ...]
    turns: tuple[str, ...]
    turns_inside: tuple[str, ...]
    within: tuple[str, ...]
    classifiers: tuple[str, ...]
    people: tuple[str, ...]
    verbs: tuple[str, ...]
    told: tuple[str, ...]
    going_on: tuple[str, ...]
    share_names: tuple[str, ...]
    rate_names: tuple[str, ...]
    former: tuple[str, ...]
    latter: tuple[str, ...]


#: Where the file has each list.
_LISTS = {
    "joints": ("joints", "words"),
    "inside_words": ("joints", "inside"),
    "alternatives": ("joints", "or"),
    "ended": ("towards", "ended"),
    "numbered": ("towards", "numbered"),
    "just": ("towards", "just"),
    "own": ("wholes", "own"),
    "before_whole": ("wholes", "before"),
    "relative": ("wholes", "relative"),
    "whom": ("wholes", "whom"),
    "again": ("wholes", "again"),
    "both": ("wholes", "both"),
    "insides": ("wholes", "inside"),
    "placed": ("wholes", "placed"),
    "being": ("wholes", "being"),
    "foremost": ("wholes", "foremost"),
    "leading": ("wholes", "leading"),
    "remaining": ("wholes", "remaining"),
    "bare_totals": ("wholes", "bare_totals"),
    "holding": ("wholes", "holding"),
    "done": ("wholes", "done"),
    "to_share": ("wholes", "to_share"),
    "to_rate": ("wholes", "to_rate"),
    "to_mean": ("wholes", "to_mean"),
    "being_there": ("wholes", "there"),
    "summing": ("wholes", "summing"),
    "degrees": ("compared", "degrees"),
    "rates": ("compared", "rates"),
    "onto": ("compared", "onto"),
    "times": ("compared", "times"),
    "level_nouns": ("compared", "nouns"),
    "opens": ("compared", "opens"),
    "closes": ("compared", "closes"),
    "turning": ("compared", "turning"),
    "tells": ("compared", "tells"),
    "dates_numbers": ("dated", "numbers"),
    "dates_labels": ("dated", "labels"),
    "date_ends": ("dated", "ends"),
    "articles": ("dated", "articles"),
    "since": ("dated", "from"),
    "until": ("dated", "until"),
    "among": ("dated", "among"),
    "circumstances": ("labels", "circumstances"),
    "events": ("labels", "events"),
    "turns": ("labels", "turning"),
    "turns_inside": ("labels", "turning_inside"),
    "within": ("labels", "inside"),
    "classifiers": ("labels", "classifiers"),
    "people": ("labels", "people"),
    "verbs": ("labels", "verbs"),
    "told": ("labels", "told"),
    "going_on": ("labels", "going_on"),
    "share_names": ("labels", "share_names"),
    "rate_names": ("rates", "names"),
    "former": ("referring", "first"),
    "latter": ("referring", "last"),
}


@cache
def clause_words() -> ClauseWords:
    """Return the words of ``clauses.toml``."""
    data = contents("clauses.toml")
    return ClauseWords(**{name: folded(data[table][key]) for name, (table, key) in _LISTS.items()})


@cache
def joint() -> str:
    """Return a group of a pattern for what stands between two items of a list, commas too."""
    words = alternation(clause_words().joints)
    return rf"(?:[,，、]\s*and|[,，、]|{words})"


@cache
def joint_word() -> str:
    """Return a group of a pattern for the words that join two items, where they are words of their own."""
    return "(?:" + "|".join(_apart(word) for word in clause_words().joints) + ")"


def _apart(word: str) -> str:
    """Return a joint that is no part of another word: 及 of 涉及 and 及时 joins nothing."""
    if word.isascii():
        return rf"\b{word}\b"
    others = [other.partition(word) for other in clause_words().inside_words if word in other]
    before = "".join(rf"(?<!{regex.escape(first)})" for first, _, last in others if first and not last)
    behind = "".join(rf"(?!{regex.escape(last)})" for first, _, last in others if last and not first)
    return f"{before}{word}{behind}"


@cache
def near() -> tuple[str, ...]:
    """Return the words that bound a number or say that it is just that."""
    bounds = (word for words in quantity_words().bounds for word in words.before)
    return folded((*bounds, *clause_words().just))


@cache
def of_whole() -> str:
    """Return a pattern of what stands in front of the whole that something is one of: of our total of."""
    words = clause_words()
    before = rf"(?:{alternation(words.before_whole)} )?"
    return rf"of (?:{alternation(words.own)} ){{0,2}}{before}"
