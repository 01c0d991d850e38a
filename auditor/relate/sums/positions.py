"""What a whole and its parts tell in each position, as ends that are added up again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from auditor.model.interval import Interval
from auditor.relate.lines import Line

_ZERO = Decimal(0)
_NOUGHT = Interval.exactly(0)

_Ends = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Column:
    """What is told in one position: the ends of the whole, and each part's as added and as taken off."""

    whole: _Ends
    parts: tuple[tuple[_Ends, _Ends], ...]

    def adds_up(self, signs: Sequence[int]) -> bool:
        """Return whether the parts come to the whole."""
        low = high = _ZERO
        for sign, (added, taken) in zip(signs, self.parts, strict=True):
            least, most = added if sign > 0 else taken
            low += least
            high += most
        return low <= self.whole[1] and self.whole[0] <= high


def columns_of(whole: Line, parts: Sequence[Line]) -> dict[int, Column]:
    """Return the positions in which whole and parts are of one kind; empty cells stand for nought."""
    found: dict[int, Column] = {}
    for position in whole.summable:
        kind, wanted = whole.tells[position]
        told = [part.tells.get(position, (kind, _NOUGHT)) for part in parts]
        ends = tuple(pair for other, base in told if other == kind and (pair := _ends(base)))
        if wanted.low is not None and wanted.high is not None and len(ends) == len(parts):
            found[position] = Column((wanted.low, wanted.high), ends)
    return found


def _ends(base: Interval) -> tuple[_Ends, _Ends] | None:
    """Return the ends of a part as added and as taken off, None where one is unbounded."""
    if base.low is None or base.high is None:
        return None
    return (base.low, base.high), (-base.high, -base.low)
