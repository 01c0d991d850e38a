"""Name the metric of a label: a base and facets from the lexicon, and what of the label is left.

Similarity never decides: a base is an alias that stands in the label, a facet a phrase that does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from functools import lru_cache

import regex

from auditor.lexicon.additions import kept
from auditor.lexicon.bilingual import untranslated
from auditor.lexicon.bilingual import without_echo
from auditor.lexicon.facets import scan
from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import Entry
from auditor.lexicon.metrics import metrics
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import any_of
from auditor.lexicon.quantities import quantity_words
from auditor.model.metric import Metric
from auditor.model.quantity import Unit

_MARKS = regex.compile(
    r"[(（\[【⁽](?:附|备|備)?[注註]\s?(?:[0-9]{1,2}|[⁰¹²³⁴-⁹]+)[)）\]】⁾]"
    r"|(?<=[^\s附备備])\s?[注註][⁰¹²³⁴-⁹]+(?:[,，、][注註]?[⁰¹²³⁴-⁹]+)*"
    r"|\[[⁰¹²³⁴-⁹]+\]|[⁰¹²³⁴-⁹⁽⁾]+(?:[,，、][⁰¹²³⁴-⁹]+)*|\^\{[^}]*\}|\[[0-9]{1,2}\]|[①-⑳]"
    r"|(?:(?<=\p{Han})|(?<=[)）]))\s?[注註]\s?[0-9]{1,2}\s*$"
)
_BRACKETS = regex.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_PUNCTUATION = regex.compile(r"[\p{P}\p{S}\s₀-₉]+")
#: Codes of disclosures in front of a label: B5, KPI A1.2, GRI 305-1, ESRS E1-6.
_CODES = regex.compile(
    r"(?<![a-z0-9])(?:kpi\s?)?[a-egs][1-9](?:[.-][0-9]{1,2})?(?![0-9a-z.])|gri\s?[0-9]{1,3}-[0-9]{1,2}"
)
_PARTED = regex.compile(r"\|+|[\p{P}\s]+")
_SPACES = regex.compile(r"\s+")
#: What opens a line of a statement or a chapter without naming it: 一、营业收入, 42、管理费用, 减:营业成本.
_NUMERAL = r"(?:^|(?<=/))\s*[一二三四五六七八九十]{1,3}、|^\s*[0-9]{1,3}(?:、|\.(?![0-9]))"
#: Families whose phrases hold digits.
_NUMBERED = frozenset({"ghg_scope", "age", "quarter"})
#: Short words that are cut from the ends of a longer rest.
_PARTICLES = frozenset("的和与及或等在于为是对由从自到至将已")


@dataclass(frozen=True, slots=True)
class Naming:
    """The metric of a label; ``residue`` is what narrows it beyond base and facets, folded."""

    metric: Metric
    residue: str
    alias: str


@kept
def clean(label: str) -> str:
    """Return a label folded and squeezed, without its translation, footnote marks and the particle 的."""
    plain = untranslated(unmarked(label))
    squeezed = squeeze(_MARKS.sub("", fold(plain)).strip())[0].strip()
    return squeezed.replace("的", "")


def unmarked(label: str) -> str:
    """Return a printed label without the footnote marks on it, which may stand between two languages."""
    return str(_MARKS.sub("", label)).strip()


def marks(text: str) -> tuple[str, ...]:
    """Return the footnote marks printed in a text, as plain digits, circled ones or signs, in order."""
    found = [part for mark in _MARKS.findall(text) for part in _plain_marks(mark)]
    return tuple(dict.fromkeys(found))


def _plain_marks(mark: str) -> Sequence[str]:
    plain = mark.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))
    return [found[0] for found in regex.finditer(r"[①-⑳]|[0-9]+|[a-z*†‡]", plain)]


@kept
def name(label: str, unit: Unit, names: tuple[str, ...] = (), *, any_unit: bool = False) -> Naming | None:
    """Return the metric that a folded and squeezed label names, None when the lexicon has none.

    A base whose dimensions do not admit ``unit`` is passed over unless ``any_unit``. ``names`` are
    the words for the reporting entity, which narrow nothing.
    """
    best = _best_alias(_unbracketed(label), unit, any_unit=any_unit) or _best_alias(
        _unsigned(label), unit, any_unit=any_unit
    )
    if best is None:
        return _wholly(label, unit, names, any_unit=any_unit)
    start, end, entry = best
    facets, spans = scan(label)
    taken = [span for (family, _), span in zip(facets, spans, strict=True) if family in entry.families]
    chosen = {family: value for family, value in reversed(facets) if family in entry.families and value}
    if "intensity" in entry.families:
        chosen |= _denominator(unit)
    metric = Metric(entry.id, tuple(sorted((family, value) for family, value in chosen.items() if value)))
    again = [(other.start, other.end) for other in metrics().mentions(label) if other.value == entry.id]
    left = residue(label, [(start, end), *again, *taken], names)
    left = without_echo(left, label[start:end], entry.id)
    return Naming(metric, _over_nothing(left) if metric.facet("intensity") else left, label[start:end])


def _over_nothing(left: str) -> str:
    """Return what narrows an intensity without what it is told over, as its unit says: 每百万元营收."""
    parts = (
        part
        for part in left.split(" ")
        if not regex.fullmatch(r"每[^每]{0,12}(?:元|米|尺|呎)(?:营收|收入)?之?", part)
    )
    return " ".join(parts)


def _wholly(label: str, unit: Unit, names: tuple[str, ...], *, any_unit: bool) -> Naming | None:
    """Return the metric of a label that says nothing beside a short name and its facets: 员工, 女性雇员."""
    table = metrics()
    told, spans = ((), []) if label in table.whole else scan(label)
    left = residue(label, spans, names, kept=_short_names())
    entry = table.entry(table.whole[left]) if left in table.whole else None
    if entry is None or not (any_unit or unit.dimension in entry.dimensions):
        return None
    if not all(value and family in entry.families for family, value in told):
        return None
    return Naming(Metric(entry.id, tuple(sorted(dict(told).items()))), "", left)


@kept
def _short_names() -> frozenset[str]:
    return frozenset(metrics().whole)


def _unbracketed(label: str) -> str:
    """Return a label with the inside of its brackets blanked, offsets kept."""
    return str(_BRACKETS.sub(lambda found: "|" * len(found[0]), label))


def _unsigned(label: str) -> str:
    """Return a label with brackets blanked that only tell its other sign, offsets kept: 财务支出/(收入)."""
    return str(_other_sign().sub(lambda found: "|" * len(found[0]), label))


@cache
def _other_sign() -> regex.Pattern[str]:
    return regex.compile(rf"\(\s*{alternation(label_words().signs)}\s*\)")


def _denominator(unit: Unit) -> dict[str, str]:
    """Return what an intensity is per, as its unit says it; nothing when the unit does not."""
    _, slash, below = unit.dimension.partition("/")
    if not slash:
        return {}
    below, _, narrower = below.rstrip(")").partition("(")
    if narrower:
        return {"intensity": narrower}
    kind, _, counted = below.partition(":")
    return {"intensity": "revenue" if kind == "money" else counted or kind}


def unnamed(label: str) -> Metric:
    """Return the metric of a label that the lexicon does not know: its own folded words."""
    return Metric("?" + _SPACES.sub(" ", label).strip())


def facets_of(label: str) -> tuple[tuple[str, str], ...]:
    """Return the discriminators that a folded and squeezed label names."""
    return tuple(scan(label)[0])


def numbered_facets(folded: str) -> list[tuple[int, int]]:
    """Return where in a folded text digits belong to a discriminator: 范围 1 和 2, 36-50 岁."""
    squeezed, offsets = squeeze(folded)
    spans = (span for (family, _), span in zip(*scan(squeezed), strict=True) if family in _NUMBERED)
    return [(offsets[start], offsets[end - 1] + 1) for start, end in spans]


def _best_alias(label: str, unit: Unit, *, any_unit: bool) -> tuple[int, int, Entry] | None:
    """Return the longest alias in the label that fits the unit; of equals, the last."""
    best: tuple[int, int, Entry] | None = None
    table = metrics()
    for found in table.mentions(label):
        entry = table.entry(found.value)
        fits = any_unit or not unit.dimension or unit.dimension.partition("(")[0] in entry.dimensions
        if fits and (best is None or found.end - found.start >= best[1] - best[0]):
            best = (found.start, found.end, entry)
    return best


def residue(
    label: str,
    spans: Sequence[tuple[int, int]],
    names: tuple[str, ...],
    kept: frozenset[str] = frozenset(),
) -> str:
    """Return what is left of a folded label without the given spans, brackets, fillers and the entity.

    Words that are ``kept`` are not taken for the entity.
    """
    left = label
    for start, end in spans:
        left = left[:start] + "|" * (end - start) + left[end:]
    left = _openings().sub("|", _BRACKETS.sub("|", left))
    if names:
        left = any_of(names).sub("|", left)
    left = _entity(kept).sub("|", left)
    parts = [_strip(part) for part in _PARTED.split(_CODES.sub("|", left))]
    return _strip(" ".join(part for part in parts if part))  # a filler may be of several words


@lru_cache(maxsize=64)
def _entity(kept: frozenset[str]) -> regex.Pattern[str]:
    """Return the words for the entity that are not kept."""
    return any_of(tuple(word for word in label_words().entity if word not in kept))


@cache
def _openings() -> regex.Pattern[str]:
    words = label_words()
    return regex.compile(rf"{_NUMERAL}|(?:^|(?<=/))\s*{alternation((*words.taken_off, *words.put_on))}\s*:")


@lru_cache(maxsize=65536)
def _strip(part: str) -> str:
    """Return a part without the fillers at its ends; short ones go only when nothing else is left."""
    plain = _PUNCTUATION.sub(" ", part).strip()
    if _nothing().fullmatch(plain):
        return ""
    before = None
    while plain != before:
        before = plain
        plain = _at_ends().sub("", plain).strip()
    return "" if _parted_by().fullmatch(plain) else str(plain)


@cache
def _nothing() -> regex.Pattern[str]:
    """Return what is made up of fillers only."""
    empty = (*label_words().fillers, *label_words().alone)
    return regex.compile(rf"(?:{alternation(empty)}|\s)*")


@cache
def _parted_by() -> regex.Pattern[str]:
    return regex.compile(rf"(?:按照?|依照?){alternation(label_words().split_ways)}")


@cache
def _at_ends() -> regex.Pattern[str]:
    """Verbs and fillers of more than one character, at either end of a label."""
    verbs = tuple(word for word in quantity_words().linking if len(word) > 1)
    fillers = tuple(word for word in label_words().fillers if len(word) > 1 or word in _PARTICLES)
    longer = alternation(tuple(sorted({*verbs, *fillers}, key=lambda word: (-len(word), word))))
    return regex.compile(rf"^{longer}|{longer}$")
