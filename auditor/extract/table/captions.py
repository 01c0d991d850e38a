"""What the title of a table says of rows that name no metric themselves: 供应商数量 over 中国大陆."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from auditor.extract.context import Context
from auditor.extract.times.periods import periods
from auditor.lexicon.bilingual import untranslated
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import name
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.clauses import joint
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.signs import sign_words
from auditor.model.document import Table
from auditor.model.metric import Metric
from auditor.model.quantity import Unit

_WORDS = sign_words()

#: A word for table, and by what a title says that its rows are told apart.
_AROUND = regex.compile(
    rf"^{_WORDS.table}\s*(?:[a-z]?[0-9]+(?:[-.][0-9]+)*)?\s*[:：]?"
    rf"|(?<![a-z]){_WORDS.table_english}\s+[a-z]?[0-9]+(?:[-.][0-9]+)*|{_WORDS.parted_by}[^/]{{1,8}}?{_WORDS.parted}|\b{english_words().by}\s+\p{{L}}+$"
)
#: The number of a table, in each of its languages.
_NUMBERED = regex.compile(
    rf"^\s*{_WORDS.table}\s*[a-z]?[0-9]+(?:[-.][0-9]+)*\s*[:：]?"
    rf"|(?<![a-z]){_WORDS.table_english}\s+[a-z]?[0-9]+(?:[-.][0-9]+)*\s*:?"
)


def titled(table: Table, path: Sequence[str], unit: Unit, context: Context) -> tuple[Metric, str] | None:
    """Return metric and scope of a row by the head of its labels, the caption or the heading above.

    The title has to name a metric that is told in ``unit``; a number without a unit can only be a count. The
    row narrows it: by discriminators, else as the scope. A total below which something is taken off is not
    yet what the title names.
    """
    if path and _goes_on(table, path[-1]):
        return None
    above = context.headings[-1] if context.headings else ""
    for title in (_label_head(table), table.caption.string, above):
        named = _named(title, path, unit, context)
        if named is not None:
            return named
    return None


def _named(title: str, path: Sequence[str], unit: Unit, context: Context) -> tuple[Metric, str] | None:
    plain = _plain(title, context)
    alone = name(plain, unit, context.profile.names)
    if alone is None or not _told_in(alone.metric, unit):
        return None
    both = name("/".join((plain, *path)), unit, context.profile.names)
    if both is None or both.metric.base != alone.metric.base:
        return None
    total = regex.search(alternation(label_words().totals), path[-1]) if path else None
    return (both.metric, alone.residue if total else both.residue)


def _goes_on(table: Table, label: str) -> bool:
    """Return whether a label is that of a total, and a row below it says that it is taken off."""
    if not regex.search(alternation(label_words().totals), label):
        return False
    labels = [fold(cell.text.string).strip() for cell in table.cells if cell.column == 0]
    below = labels[labels.index(label) + 1 :] if label in labels else []
    less = regex.compile(alternation(label_words().taken_off) + r"\s*[:：]")
    return any(less.match(other) for other in below)


def _plain(title: str, context: Context) -> str:
    """Return a title folded, without its periods and what its rows are told apart by."""
    folded = fold(untranslated(_unnumbered(title)))
    for mention in reversed(periods(folded, context.profile.clock, bare_years=True)):
        folded = folded[: mention.start] + " " + folded[mention.end :]
    return str(_split().sub("", _AROUND.sub("", clean(folded)))).strip()


@cache
def _split() -> regex.Pattern[str]:
    """By what else a title says that its rows are told apart: 员工数量、专业构成及教育程度."""
    words = label_words()
    return regex.compile(
        rf"(?:{joint()})\s*{alternation(words.split_nouns)}(?:{alternation(words.split_ends)})?(?=$|\W|{joint()})"
    )


def _unnumbered(title: str) -> str:
    """Return a printed title without the number of its table."""
    for found in _NUMBERED.finditer(fold(title)):
        title = title[: found.start()] + " " * (found.end() - found.start()) + title[found.end() :]
    return title.strip()


def _told_in(metric: Metric, unit: Unit) -> bool:
    dimensions = metrics().entry(metric.base).dimensions
    return unit.dimension in dimensions if unit.dimension else "count" in dimensions


def _label_head(table: Table) -> str:
    """Return what stands over the labels of a table: 指标（万吨）, (kt CO2e)."""
    heads = (cell.text.string for cell in table.cells if cell.column == 0 and cell.row < table.header_rows)
    return " ".join(" ".join(head.split()) for head in heads if head.strip())
