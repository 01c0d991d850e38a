"""Rows that stand under another heading in the newer report: numbers prove the heading, others follow."""

from __future__ import annotations

from collections import Counter
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.reconcile.tellings import Key
from auditor.reconcile.tellings import Tellings
from auditor.reconcile.tellings import exact

#: Numbers that rows under two headings must share before the headings are one.
_PROVED = 2
#: The table of a row and its heading, or the whole label.
_Place = tuple[int, str]
#: A name below a place, with moment and dimension.
_Named = tuple[_Place, str, tuple[str, ...]]


def follow(
    proved: Sequence[tuple[Claim, Claim]], left: Mapping[Key, Tellings], right: Mapping[Key, Tellings]
) -> Iterator[tuple[Key, Key]]:
    """Yield the facts of rows that are called the same below a heading whose other numbers are the same.

    One number of a row proves it for its other periods, two of a section all its rows; each row must tell one
    number for the period, in one dimension.
    """
    olds, news = _named(left), _named(right)
    for (old, name, moment), keys in olds.items():
        for place in _places(old, name, proved):
            others = news.get((place, name, moment), [])
            if len(keys) == len(others) == 1:
                yield keys[0], others[0]
                break


def _places(old: _Place, name: str, proved: Sequence[tuple[Claim, Claim]]) -> list[_Place]:
    """Return the headings that stand in the newer report for an older one, as far as a row of a name goes."""
    met = Counter(
        _place(new)
        for one, new in proved
        if one.seat and new.seat and _place(one) == old and _name(one) == _name(new)
    )
    own = [_place(new) for one, new in proved if _place(one) == old and _name(one) == _name(new) == name]
    return list(dict.fromkeys([*own, *(place for place, often in met.items() if often >= _PROVED)]))


def _place(claim: Claim) -> _Place:
    return (claim.seat.table if claim.seat else -1, claim.folded.rpartition("/")[0].strip())


def _name(claim: Claim) -> str:
    return claim.leaf.strip()


def _named(told: Mapping[Key, Tellings]) -> Mapping[_Named, list[Key]]:
    """Return the facts that rows of tables tell once, by heading, name, moment and dimension."""
    found: defaultdict[_Named, list[Key]] = defaultdict(list)
    for key, claims in told.items():
        if claims[0].source is Source.TABLE and exact(claims[0]) and len(claims) == 1:
            found[_place(claims[0]), _name(claims[0]), key[2:]].append(key)
    return found
