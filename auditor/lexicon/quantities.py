"""The words around numbers: scales, bounds, changes, bases, and what only looks like a quantity."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import regex

from auditor.lexicon.fold import fold
from auditor.lexicon.load import contents
from auditor.lexicon.load import folded
from auditor.model.quantity import Bound


@dataclass(frozen=True, slots=True)
class BoundWords:
    """The words of one bound, by where they stand."""

    bound: Bound
    before: tuple[str, ...]
    inside: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """All words around numbers, folded; see ``quantities.toml`` for what each list means."""

    scales: dict[str, Decimal]
    scale_exceptions: tuple[str, ...]
    bounds: tuple[BoundWords, ...]
    near: tuple[str, ...]
    up: tuple[str, ...]
    down: tuple[str, ...]
    more: tuple[str, ...]
    fewer: tuple[str, ...]
    better: tuple[str, ...]
    worse: tuple[str, ...]
    reached: tuple[str, ...]
    steady: tuple[str, ...]
    year_bases: tuple[str, ...]
    base_year: tuple[str, ...]
    remnants: tuple[str, ...]
    against: tuple[str, ...]
    measured: tuple[str, ...]
    base_year_names: tuple[str, ...]
    since: tuple[str, ...]
    since_ends: tuple[str, ...]
    each_year: tuple[str, ...]
    spent: tuple[str, ...]
    change_nouns: tuple[str, ...]
    rising: tuple[str, ...]
    aim_nouns: tuple[str, ...]
    multiple_verbs: tuple[str, ...]
    base_levels: tuple[str, ...]
    times_what: tuple[str, ...]
    times_more: tuple[str, ...]
    doubled: tuple[str, ...]
    tripled: tuple[str, ...]
    quadrupled: tuple[str, ...]
    halved: tuple[str, ...]
    targets: tuple[str, ...]
    firm_targets: tuple[str, ...]
    progress: tuple[str, ...]
    progress_behind: tuple[str, ...]
    target_heads: tuple[str, ...]
    origins: tuple[str, ...]
    range_signs: tuple[str, ...]
    linking: tuple[str, ...]
    adverbs: tuple[str, ...]
    openers: tuple[str, ...]
    adverbial: tuple[str, ...]
    abbreviated: tuple[str, ...]
    empty: tuple[str, ...]
    bare_nouns: tuple[str, ...]
    negatives: tuple[str, ...]
    spaced_before: tuple[str, ...]
    spaced_behind: tuple[str, ...]
    joints: tuple[str, ...]
    points: tuple[str, ...]
    scores: tuple[str, ...]
    names_before: tuple[str, ...]
    names_after: tuple[str, ...]
    abstract_nouns: tuple[str, ...]
    number_words: tuple[str, ...]
    counting: tuple[str, ...]


#: Where the file has the words that are nothing but lists.
_LISTS = {
    "near": ("near", "words"),
    "up": ("changes", "up"),
    "down": ("changes", "down"),
    "more": ("changes", "more"),
    "fewer": ("changes", "fewer"),
    "better": ("changes", "better"),
    "worse": ("changes", "worse"),
    "reached": ("changes", "reached"),
    "steady": ("changes", "steady"),
    "year_bases": ("bases", "year"),
    "base_year": ("bases", "base_year"),
    "remnants": ("bases", "remnants"),
    "against": ("bases", "against"),
    "measured": ("bases", "measured"),
    "base_year_names": ("bases", "base_year_names"),
    "since": ("bases", "since"),
    "since_ends": ("bases", "since_ends"),
    "each_year": ("bases", "each_year"),
    "spent": ("changes", "spent"),
    "change_nouns": ("changes", "nouns"),
    "rising": ("changes", "rising"),
    "aim_nouns": ("changes", "aim_nouns"),
    "multiple_verbs": ("multiples", "verbs"),
    "base_levels": ("multiples", "levels"),
    "times_what": ("multiples", "what"),
    "times_more": ("multiples", "more"),
    "doubled": ("turned", "doubled"),
    "tripled": ("turned", "tripled"),
    "quadrupled": ("turned", "quadrupled"),
    "halved": ("turned", "halved"),
    "targets": ("targets", "words"),
    "firm_targets": ("targets", "firm"),
    "progress": ("targets", "progress"),
    "progress_behind": ("targets", "progress_behind"),
    "target_heads": ("targets", "heads"),
    "origins": ("from_to", "from"),
    "range_signs": ("ranges", "signs"),
    "linking": ("verbs", "linking"),
    "adverbs": ("verbs", "adverbs"),
    "openers": ("verbs", "openers"),
    "adverbial": ("verbs", "adverbial"),
    "abbreviated": ("verbs", "abbreviated"),
    "empty": ("verbs", "empty"),
    "bare_nouns": ("verbs", "bare_nouns"),
    "negatives": ("negatives", "words"),
    "spaced_before": ("spaced", "before"),
    "spaced_behind": ("spaced", "behind"),
    "joints": ("spaced", "joints"),
    "points": ("spaced", "points"),
    "scores": ("spaced", "scores"),
    "names_before": ("not_quantities", "before"),
    "names_after": ("not_quantities", "after"),
    "abstract_nouns": ("not_quantities", "nouns"),
    "number_words": ("not_quantities", "words"),
    "counting": ("not_quantities", "counting"),
}


@cache
def quantity_words() -> QuantityWords:
    """Return the words of ``quantities.toml``, folded, longest first."""
    data = contents("quantities.toml")
    exceptions = [word for words in data["scale_exceptions"].values() for word in words]
    return QuantityWords(
        scales={fold(word): Decimal(value) for word, value in data["scales"].items()},
        scale_exceptions=folded(exceptions),
        bounds=tuple(
            BoundWords(Bound(name), folded(words["before"]), folded(words["inside"]), folded(words["after"]))
            for name, words in data["bounds"].items()
        ),
        **{name: folded(data[table][key]) for name, (table, key) in _LISTS.items()},
    )


@cache
def alternation(words: tuple[str, ...]) -> str:
    """Return a regex group for the words, longest first; Latin words only match whole."""
    # no place begins both a Latin word and another, so these may go first: it is looked behind them once
    latin = "|".join(_closed(word) for word in words if _is_letter(word[0]))
    other = "|".join(_closed(word) for word in words if not _is_letter(word[0]))
    return "(?:" + "|".join(part for part in (f"(?<![a-z])(?:{latin})" if latin else "", other) if part) + ")"


def _closed(word: str) -> str:
    pattern: str = regex.escape(word).replace(r"\ ", r"\s+")
    return pattern + r"(?![a-z])" if _is_letter(word[-1]) else pattern


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


@cache
def any_of(words: tuple[str, ...]) -> regex.Pattern[str]:
    """Return the pattern of `alternation`, compiled."""
    return regex.compile(alternation(words))
