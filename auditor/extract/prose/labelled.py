"""Name the metric of a number by the label that a sentence gives it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import regex

from auditor.extract.context import Context
from auditor.extract.numbers.ranges import Mention
from auditor.extract.prose.bases import is_multiple
from auditor.extract.prose.bases import multiple_base
from auditor.extract.prose.changes import direction
from auditor.extract.prose.oneunit import of_another_year
from auditor.extract.prose.sentences import Sentence
from auditor.extract.prose.sentences import Span
from auditor.extract.prose.wording import says_something
from auditor.extract.prose.wording import words_behind
from auditor.extract.prose.wording import words_between
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.measures.currencies import before_amount
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import Naming
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import facets_of
from auditor.lexicon.naming import name
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.roles import roles
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.particles import particles
from auditor.model.metric import Metric
from auditor.model.quantity import Unit

_ENGLISH = english_words()

_SMALL = particles()

#: Units that count events.
_EVENTS = frozenset({"times", "session"})


def naming(label: str, sentence: Sentence, index: int, unit: Unit, context: Context) -> Naming | None:
    """Return the metric of a label; of 女性员工占 35 % that of 女性员工占比."""
    change = is_change(sentence, sentence.mentions[index])
    names = context.profile.names
    found = name(clean(label), unit, names, any_unit=change)
    if found is None and unit.dimension == "percent" and _is_share(sentence, sentence.mentions[index]):
        shares = (name(clean(label) + share, unit, names) for share in clause_words().share_names)
        found = next((share for share in shares if share), None) or _share_of_staff(label)
    moved = starts_or_ends(sentence, sentence.mentions[index])
    if found is None or _never_counted_so(found.metric, sentence.mentions[index], change=change, moved=moved):
        return None
    return replace(found, metric=of_managers(found.metric))


def _share_of_staff(label: str) -> Naming | None:
    """Return the share of a group of employees: women representing 52 % of all employees."""
    facets = {family: value for family, value in facets_of(clean(label)) if value}
    if "gender" not in facets or not ("rank" in facets or of_staff(label)):
        return None
    families = metrics().entry(roles().staff_share).families
    kept = tuple(sorted((family, value) for family, value in facets.items() if family in families))
    return Naming(Metric(roles().staff_share, kept), "", label)


def of_staff(label: str) -> bool:
    """Return whether a label says that it is employees that are told of."""
    return bool(_staff().search(fold(label)))


@cache
def _staff() -> regex.Pattern[str]:
    return regex.compile(alternation(label_words().staff))


def _is_share(sentence: Sentence, mention: Mention) -> bool:
    """Return whether a percentage is one of what is named; 全体员工 100% 覆盖 tells how much of an act."""
    before = sentence.folded[sentence.span.start : mention.start]
    after = sentence.folded[mention.end : sentence.span.end]
    words = clause_words()
    attached = regex.search(r"\p{Han}$", before) and not before.endswith(words.told)
    return not (attached and regex.match(r"[\p{Han}a-z]", after) and not after.startswith(words.going_on))


def _never_counted_so(metric: Metric, mention: Mention, *, change: bool, moved: bool) -> bool:
    """Return whether a number cannot be one of the metric: 6 次 of suppliers, a mass without a unit.

    Hours and days may go without their unit where they are ``moved`` from one number to another.
    """
    entry = metrics().entry(metric.base)
    if mention.bare and not change:
        told = {kind.partition("/")[0] for kind in entry.dimensions} if moved else set(entry.dimensions)
        return not ({"ratio", "count", "time", "day"} if moved else {"ratio", "count"}) & told
    unit = mention.quantity.unit
    if unit.dimension == "count" and entry.counts and unit.id not in entry.counts:
        return True
    return unit.id in _EVENTS and entry.nature == "stock"


def of_managers(metric: Metric) -> Metric:
    """Return the share of women among employees of a rank as the metric that reports have for it."""
    if metric.base != roles().staff_share or metric.facet("gender") != "female" or not metric.facet("rank"):
        return metric
    families = metrics().entry(roles().women_of_rank).families
    return Metric(roles().women_of_rank, tuple(facet for facet in metric.facets if facet[0] in families))


def is_change(sentence: Sentence, mention: Mention) -> bool:
    """Return whether the number states a change and not a level of its metric: a percentage, or an amount."""
    towards = direction(sentence.folded, sentence.span, mention)
    if is_multiple(mention):
        return towards.sign > 0 or multiple_base(sentence, mention) is not None
    if not towards.sign or towards.reached:
        return False
    return mention.quantity.unit.id in ("%", "pp", "bp", "") or is_amount(sentence, mention)


def is_amount(sentence: Sentence, mention: Mention) -> bool:
    """Return whether a number is by how much a level moved: 较上年增加 494.16 亿元, an increase of 197.

    It is one when its base is told, or when it stands right behind its level: 11,729人，减少197人.
    """
    if mention.quantity.unit.id in ("%", "pp", "bp", "times_multiple"):
        return False
    towards = direction(sentence.folded, sentence.span, mention)
    if not towards.sign or towards.reached:
        return False
    if based(sentence, mention) or _right_behind_level(sentence, mention):
        return True
    before, behind = sentence.folded[sentence.span.start : mention.start], sentence.folded[mention.end :]
    arrives = regex.match(
        rf"\s*{_ENGLISH.to}\s+{before_amount()}[0-9]", behind
    ) and mention.quantity.unit.dimension.startswith("money")
    return bool(regex.search(rf"(?<![a-z]){_ENGLISH.by}\s+$", before)) or bool(arrives)


def based(sentence: Sentence, mention: Mention) -> bool:
    """Return whether the clause of a change says what it is measured against."""
    starts = [clause.start for clause in sentence.clauses if clause.start <= mention.start]
    own = direction(sentence.folded, Span(max(starts), sentence.span.end), mention)
    return own.yearly or own.base_year


def _right_behind_level(sentence: Sentence, mention: Mention) -> bool:
    index = sentence.mentions.index(mention)
    before = sentence.mentions[index - 1] if index else None
    if before is None or before.quantity.unit != mention.quantity.unit:
        return False
    return not says_something(words_between(sentence, before.end, mention.start)) and not words_behind(
        sentence, index
    )


def goes_on(sentence: Sentence, mention: Mention) -> bool:
    """Return whether a number tells more of what the one before it told: its change, its end."""
    towards = direction(sentence.folded, sentence.span, mention)
    more = (
        towards.origin
        or towards.against
        or is_for_better(sentence, mention)
        or again_in_bracket(sentence, mention)
    )
    return more or is_change(sentence, mention) or ends_change(sentence, mention)


def again_in_bracket(sentence: Sentence, mention: Mention) -> bool:
    """Return whether a number is that of another year in a bracket: 8,214 people (2023: 8,002)."""
    index = sentence.mentions.index(mention)
    return bool(index) and of_another_year(sentence.folded, sentence.mentions[index - 1].end, mention)


def ends_change(sentence: Sentence, mention: Mention) -> bool:
    """Return whether a number is where a change ended that the one before began: from 3.13 to 2.82."""
    index = sentence.mentions.index(mention)
    before = sentence.mentions[index - 1] if index else None
    if before is None or not direction(sentence.folded, sentence.span, before).origin:
        return False
    led, year = alternation(clause_words().dates_numbers), rf"(?:fy|cy)?\s?(?:20[0-9]{{2}}|{_ENGLISH.year})"
    dated = rf"(?:{led}\s(?:[a-z]+\s){{0,4}}{year}\s)?"
    between = sentence.folded[before.end : mention.start]
    return bool(regex.fullmatch(rf"\s*{dated}{_SMALL.to_any}\s*", between))


def starts_or_ends(sentence: Sentence, mention: Mention) -> bool:
    """Return whether a change starts from a number or ends at it: from 18.2 to 21.7, to 412 from 503."""
    towards = direction(sentence.folded, sentence.span, mention)
    return towards.origin or towards.reached or ends_change(sentence, mention)


def is_progress(sentence: Sentence, mention: Mention) -> bool:
    """Return whether a percentage tells how much of an aim is reached: 相当于2030年目标进度的26%."""
    if mention.quantity.unit.id != "%":
        return False
    before = sentence.folded[sentence.span.start : mention.start]
    tail = sentence.folded[mention.end : sentence.span.end]
    words, told = quantity_words(), alternation((*clause_words().told, *clause_words().going_on))
    led = regex.search(rf"{alternation(words.progress)}(?:{told}|:)*\s*$", before)
    return bool(led) or bool(
        regex.match(rf"\s*{_ENGLISH.of_the} (?:\w+ )?{alternation(words.progress_behind)}", tail)
    )


def is_for_better(sentence: Sentence, mention: Mention) -> bool:
    """Return whether points are told as a change for the better or the worse: 改善1.1个百分点."""
    words = alternation((*quantity_words().better, *quantity_words().worse))
    before = sentence.folded[sentence.span.start : mention.start]
    return mention.quantity.unit.dimension == "points" and bool(
        regex.search(rf"{words}{_SMALL.done}?$", before)
    )


def has_better(metric: Metric) -> bool:
    """Return whether the lexicon knows which way is the better one for a metric."""
    return metric.known and bool(metrics().entry(metric.base).better)
