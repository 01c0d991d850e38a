"""When a reading of numbers that was found by trying is believed, and how many may miss in one that is.

A proposer tries readings that nothing printed names: these rows make up that one, this column is that one by
a third. A long report offers some hundred to some hundred thousand, and some of them hold by chance.
Three things together chance cannot give:

- digits. A number of n digits comes out by chance once in 10^n, unlike ones of d digits together once in
  10^d: six are beyond most that is tried, nine beyond all; few do where a name or the layout leaves few ways.
- results. One number meets another for reasons of its own (it was copied, both are 100 %), so unlike ones
  count, each once.
- so many that hold for each that misses. A reading that holds by chance misses nearly everywhere else, while
  the hand slips in a few numbers of a thousand: where one in two misses the table means something else,
  whatever agrees. Two slips in one table are seldom, so one may be spared where little else is told.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Context
from decimal import Decimal

_LOG = Context(prec=6)
_NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Support:
    """How much must hold for a reading to be believed.

    Attributes:
        results: so many that hold.
        digits: so many must agree in them together.
        per_miss: so many that hold for each that misses.
        spared: so many may miss however few hold.
    """

    results: int = 0
    digits: Decimal = _NONE
    per_miss: int = 3
    spared: int = 0

    def proves(self, digits: Collection[Decimal | int]) -> bool:
        """Return whether unlike results, each of so many digits, are more than chance gives."""
        return len(digits) >= self.results and sum(digits) >= self.digits

    def bears(self, held: int, missed: int) -> bool:
        """Return whether a reading that holds so often may miss so often."""
        return held >= self.results and missed <= max(self.spared, held // self.per_miss)


#: What leaves no question how a table or a formula is meant.
SHOWN = Support(results=3)
#: What does for a reading that a head or a label names: it holds more often than not.
MOSTLY = Support(results=1, per_miss=1)


def agreed(size: Decimal, room: Decimal) -> Decimal:
    """Return in how many digits a number had to agree that would have done anywhere in ``room``."""
    return max(_LOG.log10(_LOG.divide(size, room)), _NONE) if size and room else _NONE


def lucky(tries: int) -> Decimal:
    """Return how many digits agree by chance in the best of so many tries."""
    return _LOG.log10(Decimal(tries))
