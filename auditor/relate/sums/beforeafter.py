"""A number before and after a change, with what changed between them: 变动前, 变动增减, 变动后.

Heads that differ only in before and after say that each row must hold by itself. Of the columns between
them the one that is called their total is the change, or the only one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from functools import cache

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.labels import label_words
from auditor.lexicon.quantities import alternation
from auditor.model.claim import Claim
from auditor.model.relation import Relation
from auditor.relate.facts import Facts
from auditor.relate.facts import column_head
from auditor.relate.facts import dimension
from auditor.relate.lines import lines
from auditor.relate.lines import says_total
from auditor.relate.lines import tables
from auditor.relate.sums.adjusted import led_to


def changed_columns(facts: Facts) -> Iterator[Relation]:
    """Propose in each row that the number before a change and the change make that after it."""
    for claims in tables(facts):
        for row in lines(claims, down=True):
            told = [row.claims[column] for column in sorted(row.claims)]
            for at, before in enumerate(told):
                after = next((other for other in told[at + 2 :] if _is_after(before, other)), None)
                if after is not None:
                    change = _change(
                        [item for item in told[at + 1 : told.index(after)] if _alike(before, item)]
                    )
                    if change is not None and (before.quantity.value or change.quantity.value):
                        yield led_to(before, change, after, "table:changed")


def _is_after(before: Claim, other: Claim) -> bool:
    """Return whether the heads of two columns are one but for the words before and after a change."""
    head, later = _head(before), _head(other)
    earlier, behind = _before().search(head), _after().search(later)
    if earlier is None or behind is None or not _alike(before, other):
        return False
    return _without(head, earlier) == _without(later, behind)


def _without(head: str, found: re.Match[str]) -> str:
    """Return a head without the word for before or after."""
    return head[: found.end("change")] + "\0" + head[found.end() :]


def _change(between: Sequence[Claim]) -> Claim | None:
    """Return the change: the total of the columns between, or the only one that says change."""
    totals = [claim for claim in between if says_total(_head(claim).rsplit("/", 1)[-1])]
    found = totals or list(between)
    words = alternation(label_words().change_heads)
    return found[0] if len(found) == 1 and re.search(words, _head(found[0])) else None


def _alike(one: Claim, other: Claim) -> bool:
    return dimension(one) == dimension(other) and one.quantity.unit == other.quantity.unit


def _head(claim: Claim) -> str:
    return "".join(column_head(claim).split())


@cache
def _before() -> re.Pattern[str]:
    return _moment(arithmetic_words().change_before)


@cache
def _after() -> re.Pattern[str]:
    return _moment(arithmetic_words().change_after)


def _moment(words: Sequence[str]) -> re.Pattern[str]:
    """Return a word for a change with one for before or after it."""
    return re.compile(rf"(?P<change>{alternation(label_words().change_heads)}){alternation(words)}")
