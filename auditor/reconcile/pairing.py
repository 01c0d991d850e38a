"""Which claim of an older report and which of a newer one tell the same fact.

Two directions, with different standards of proof: claims whose numbers meet are paired on modest
evidence of meaning; claims whose numbers do not meet only when metric, scope, period and dimension
are the same beyond doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field

from auditor.lexicon.labels import label_words
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.reconcile.bases import redefined
from auditor.reconcile.composed import composed
from auditor.reconcile.namedalike import last_heading
from auditor.reconcile.namedalike import named_alike
from auditor.reconcile.naming import common
from auditor.reconcile.naming import likeness
from auditor.reconcile.onerow import follow
from auditor.reconcile.parted import parted
from auditor.reconcile.promises import promises
from auditor.reconcile.retold import besides
from auditor.reconcile.retold import retold
from auditor.reconcile.tellings import Key
from auditor.reconcile.tellings import Tellings
from auditor.reconcile.tellings import Told
from auditor.reconcile.tellings import exact
from auditor.reconcile.tellings import plain
from auditor.reconcile.tellings import value
from auditor.reconcile.unitless import unmeasured
from auditor.reconcile.wholes import whole_in_prose

#: So many digits must agree before numbers alone tell that two labels name one fact.
_CERTAIN_DIGITS = 4
#: So large a share of the shorter name must stand in the longer one when the lexicon knows neither.
_RENAMED = 0.75


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings of one fact; ``basis`` says that the second one measures it on another basis.

    ``added`` names the rows whose sum stands for one of the two, as ``old`` or ``new`` and their refs;
    ``promised`` says that both are targets.
    """

    old: Claim
    new: Claim
    basis: bool = False
    added: tuple[str, ...] = ()
    promised: bool = False


@dataclass(slots=True)
class Open:
    """The facts of both reports that have no partner yet."""

    old: Told
    new: Told
    left: dict[Key, Tellings] = field(default_factory=dict)
    right: dict[Key, Tellings] = field(default_factory=dict)

    def take(self, old: Key, new: Key) -> None:
        """Close a fact on both sides."""
        self.left.pop(old, None)
        self.right.pop(new, None)


def pairs(old: Told, new: Told, right: dict[Key, Tellings]) -> Iterator[Pair]:
    """Yield the facts that two reports both tell; ``right`` holds what the newer one still has to pair.

    What is paired leaves ``right``.
    """
    left = {key: told for key, told in old.sure.items() if key in right or key not in new.sure}
    facts = Open(old, new, left, right)
    for stage in (_unmeasured, _same, _carried, _renamed, _summed, _based, _prose):
        yield from stage(facts)
    yield from (Pair(*told) for told in retold(old, new))
    for claim, other, rebased in promises(old, new):
        yield Pair(claim, other, basis=rebased, promised=True)


def _same(facts: Open) -> Iterator[Pair]:
    """Yield the facts that both name alike."""
    for key in [key for key in facts.right if key in facts.left]:
        found = best(facts.left[key], facts.right[key])
        olds, news = facts.left[key], facts.right[key]
        facts.take(key, key)
        if found is not None:
            yield found
        yield from (Pair(*told) for told in besides(olds, news, (found.old, found.new) if found else ()))


def _unmeasured(facts: Open) -> Iterator[Pair]:
    """Yield rows of which one report does not print the unit."""
    for old, new in unmeasured(facts.left, facts.right):
        claims = facts.left[old][0], facts.right[new][0]
        facts.take(old, new)
        yield Pair(*claims)


def best(olds: Tellings, news: Tellings) -> Pair | None:
    """Return the two tellings to hold against each other.

    Two that agree are the fact, unless they are sentences and the rows disagree: then prose was left behind.
    When none agree, the fact was restated if each report tells one number for it, or one in the row of that
    label under that heading; a report that tells several under one name tells several facts, and nothing can
    be said.
    """
    agreeing = _meeting(olds, news)
    if agreeing is not None and agreeing.new.source is not Source.TABLE:
        rows = _restated(_printed(olds), _printed(news))
        return agreeing if rows is None or not rows.new.metric.known else rows
    return agreeing or _restated(olds, news) or _restated_row(olds, news)


def _printed(tellings: Tellings) -> Tellings:
    return tuple(claim for claim in tellings if claim.source is Source.TABLE and exact(claim))


def _restated(olds: Tellings, news: Tellings) -> Pair | None:
    """Return the pair of two reports that each tell one number, and not the same one."""
    if not olds or not news or not (_of_one_mind(olds) and _of_one_mind(news)):
        return None
    apart = _meeting(olds, news) is None and named_alike(olds[0], news[0])
    return Pair(olds[0], news[0]) if apart else None


def _restated_row(olds: Tellings, news: Tellings) -> Pair | None:
    """Return the first row of a known metric that both reports print, each with one number of its own."""
    if _meeting(olds, news) is not None:
        return None
    for row in dict.fromkeys(_row(claim) for claim in _printed(news) if claim.metric.known):
        found = _restated(*(_of_row(told, row) for told in (olds, news)))
        if found is not None:
            return found
    return None


def _of_row(tellings: Tellings, row: tuple[str, str]) -> Tellings:
    return tuple(claim for claim in _printed(tellings) if _row(claim) == row)


def _row(claim: Claim) -> tuple[str, str]:
    return plain(claim.folded), last_heading(claim.heading)


def _meeting(olds: Tellings, news: Tellings) -> Pair | None:
    for old in olds:
        for new in news:
            if old.quantity.base.overlaps(new.quantity.base):
                return Pair(old, new)
    return None


def _of_one_mind(tellings: Tellings) -> bool:
    first = tellings[0].quantity.base
    return all(claim.quantity.base.overlaps(first) for claim in tellings[1:])


def _carried(facts: Open) -> Iterator[Pair]:
    """Yield facts whose numbers meet, where one report carries name or period over from further away."""
    loose, backward = facts.old.loose, facts.new.loose
    paired = [key for key in facts.right if key in loose and key not in facts.left]
    for key in (*paired, *(key for key in facts.left if key in backward and key not in facts.right)):
        found = _meeting(_telling(loose[key]), _telling(backward[key]))
        if found is not None and Source.TABLE in (found.old.source, found.new.source):
            facts.take(key, key)
            yield found


def _telling(tellings: Tellings) -> Tellings:
    """Return the tellings whose digits say more than chance does."""
    return tuple(claim for claim in tellings if exact(claim) and claim.quantity.digits > 1)


def _renamed(facts: Open) -> Iterator[Pair]:
    """Yield rows that go by another label: the same number, period and unit, and much of the name.

    Where rows are called the same under another heading, its other numbers follow them.
    """
    found = list(_relabelled(facts))
    yield from found
    for old, new in list(follow([(pair.old, pair.new) for pair in found], facts.left, facts.right)):
        yield Pair(facts.left[old][0], facts.right[new][0])
        facts.take(old, new)


def _relabelled(facts: Open) -> Iterator[Pair]:
    lefts, rights = _by_moment(facts.left), _by_moment(facts.right)
    for key, told in list(facts.right.items()):
        near = [
            other for other in lefts.get(key[2:], ()) if other in facts.left and _retold(facts, other, key)
        ]
        old = _nearest(told[0], [(other, facts.left[other][0]) for other in near])
        if old is None:
            continue
        rivals = [rival for rival in rights[key[2:]] if rival in facts.right and _retold(facts, old, rival)]
        if _nearest(facts.left[old][0], [(rival, facts.right[rival][0]) for rival in rivals]) == key:
            claim = facts.left[old][0]
            facts.take(old, key)
            yield Pair(claim, told[0])


def _nearest(claim: Claim, others: list[tuple[Key, Claim]]) -> Key | None:
    """Return the fact whose name is most like a claim's, None where two are equally like it."""
    ranked = sorted(
        ((likeness(claim.folded, other.folded), key) for key, other in others), key=lambda item: item[0]
    )
    if not ranked or (len(ranked) > 1 and ranked[-1][0] == ranked[-2][0]):
        return None
    return ranked[-1][1]


def _by_moment(told: Mapping[Key, Tellings]) -> Mapping[tuple[str, ...], list[Key]]:
    """Return the facts by moment and dimension: only those can be one."""
    found: dict[tuple[str, ...], list[Key]] = {}
    for key in told:
        found.setdefault(key[2:], []).append(key)
    return found


def _retold(facts: Open, left: Key, right: Key) -> bool:
    """Return whether two rows of tables tell one number under two labels.

    Of two metrics that the lexicon knows only the words that narrow them may differ.
    """
    old, new = facts.left[left][0], facts.right[right][0]
    known = old.metric.known and new.metric.known
    if left[0] != right[0] if known else left[1] != right[1]:
        return False
    if old.source is not Source.TABLE or new.source is not Source.TABLE:
        return False
    if min(old.quantity.digits, new.quantity.digits) < _CERTAIN_DIGITS or not (exact(old) and exact(new)):
        return False
    if _totals(old.folded) != _totals(new.folded):
        return False
    return value(old) == value(new) and common(old.folded, new.folded) >= _RENAMED


def _totals(label: str) -> bool:
    """Return whether a part of a label is the name of a total and nothing else."""
    return any(part in label_words().totals for part in re.split(r"\s*/\s*", label))


def _summed(facts: Open) -> Iterator[Pair]:
    """Yield facts that are one row in one report and the sum of rows in the other."""
    for find in (composed, parted):
        for old, new, keys, added in find(facts.old, facts.new, facts.left, facts.right):
            facts.take(*keys)
            yield Pair(old, new, added=added)


def _based(facts: Open) -> Iterator[Pair]:
    """Yield facts that both tell on another basis: gross and net, another age band."""
    for old, new in redefined(facts.old, facts.new, facts.left, facts.right):
        facts.take(old, new)
        yield Pair(facts.old.sure[old][0], facts.new.sure[new][0], basis=True)


def _prose(facts: Open) -> Iterator[Pair]:
    """Yield rows whose fact the other report tells in a sentence about the whole entity."""
    for key in list(facts.right):
        told = facts.right[key][0]
        old = whole_in_prose(told, key, facts.old) if told.source is Source.TABLE else None
        if old is not None:
            facts.take(key, key)
            yield Pair(old, told)
    for key in list(facts.left):
        told = facts.left[key][0]
        new = whole_in_prose(told, key, facts.new) if told.source is Source.TABLE else None
        if new is not None:
            facts.take(key, key)
            yield Pair(told, new)
