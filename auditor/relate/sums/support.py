"""How much speaks for a run: the digits that agreed, and those that one slip leaves where it misses.

Chance makes numbers of four digits agree once in some 10^4 tries. A table of a long report offers about a
hundred thousand runs, but only some thousand that are closed, which no line beyond them could lengthen. So

- a run must be worth six digits, eight where signs were tried out too, or hold in two columns of three
  digits; where the line is marked as a total, or is the parent of the run, one such column will do, and two
  digits where it misses in another;
- so will four digits in all where a closed run is that of a marked total: small counts of several years;
- a position may miss only in a run that is closed, or that is worth nine digits;
- where a line speaks that was silent so far, it may miss only as a closed run that is worth four digits as
  that of a marked total, eight as any other, and only if nothing that the line may be would make it right;
- a closed run that is worth five digits and misses once asks a question, however far off it is;
- where a run misses in one position by one slip of the hand, the digits that the slip leaves in agreement
  count too, less those that chance would find among all slips of all its numbers; two digits with them will
  do where the line is marked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from auditor.model.claim import Claim
from auditor.relate.chance import Support
from auditor.relate.chance import agreed
from auditor.relate.chance import lucky
from auditor.relate.lines import Line
from auditor.relate.slips import agreeing_digits_of

#: Worth of a run in digits: unmarked, of signs tried out, and of one that may miss though it is open.
_PROVED, _PROVED_SIGNED, _PROVED_OPEN = Decimal(6), Decimal(8), Decimal(9)
_PROVED_MARKED = Decimal(2)
#: The same of a marked total which a line may explain that was silent so far.
_PROVED_TOTAL = Decimal(4)
#: Worth of a closed run that may be asked about, however far off it is in its one miss.
_ASKED = Decimal(5)
_BORNE = Support(spared=1)
#: So many different numbers of three digits prove a run too, the second even an open one.
_TWICE, _THRICE = 2, 3
#: Numbers of n digits that one slip makes out of another: some twenty for each digit.
_SLIPS = 20
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that make up another one, each added or taken off (``signs``).

    Attributes:
        agree: positions in which they do.
        miss: positions in which they do not.
        worth: by the number of the whole, the digits that agreed where every part is told.
        closed: no line beyond the run could be one more part.
        doubtful: those of ``miss`` in which a line speaks that is silent wherever the run holds.
    """

    whole: Line
    parts: tuple[Line, ...]
    signs: tuple[int, ...]
    agree: tuple[int, ...]
    miss: tuple[int, ...]
    worth: dict[Decimal, Decimal]
    closed: bool
    doubtful: tuple[int, ...] = ()

    @property
    def digits(self) -> Decimal:
        """Return how many digits agreed in all; columns that repeat a number prove it once."""
        return sum(self.worth.values(), _ZERO)

    @property
    def borne(self) -> bool:
        """Return whether it holds often enough for what it misses."""
        return _BORNE.bears(len(self.agree), len(self.miss))

    @property
    def members(self) -> frozenset[int]:
        """Return the indices of all lines of the run."""
        return frozenset((self.whole.index, *(part.index for part in self.parts)))

    @property
    def behind(self) -> bool:
        """Return whether the parts stand before the whole."""
        return self.parts[0].index < self.whole.index

    def terms(self, position: int) -> list[tuple[int, Claim]]:
        """Return the numbers that are told in a position, each with its sign."""
        pairs = zip(self.signs, self.parts, strict=True)
        return [(sign, part.claims[position]) for sign, part in pairs if position in part.claims]


def accepted(run: Run, *, marked: bool) -> bool:
    """Return whether more speaks for a run than chance could give."""
    if not run.borne or (run.doubtful and not proved_total(run, marked=marked)):
        return False
    proofs = sum(len(number.as_tuple().digits) > 2 for number in run.worth)
    sure = run.digits >= _PROVED
    enough = sure or proofs >= (1 if marked else _TWICE)
    enough = enough or (marked and proved_total(run, marked=True))  # small counts, in three years
    if run.miss and marked:
        enough = run.digits >= _PROVED_MARKED
    if run.miss and not (run.closed and (marked or sure or proofs >= _TWICE)):
        enough = enough and (proofs >= _THRICE or run.digits >= _PROVED_OPEN)
    return enough or slipped(run, _PROVED_MARKED if marked else _PROVED)


def proved_total(run: Run, *, marked: bool) -> bool:
    """Return whether a run is that of a total, and proved where it holds, so that it must hold elsewhere."""
    return run.closed and run.digits >= (_PROVED_TOTAL if marked else _PROVED_SIGNED)


def asked(run: Run) -> bool:
    """Return whether a closed run that misses once is near enough to proof to ask about the miss."""
    return not run.doubtful and run.closed and len(run.miss) == 1 and run.digits >= _ASKED


def accepted_signed(run: Run) -> bool:
    """Return whether more speaks for a run with signs tried out than chance could give."""
    if not run.borne:
        return False
    return run.digits >= _PROVED_SIGNED or slipped(run, _PROVED_SIGNED)


def slipped(run: Run, wanted: Decimal) -> bool:
    """Return whether a run misses once, by one slip, which together with what agrees proves it."""
    if len(run.miss) != 1 or not run.worth:
        return False
    wanted = wanted if run.closed else max(wanted, _PROVED_OPEN)
    return run.digits + slip_digits(run, run.miss[0]) >= wanted


def slip_digits(run: Run, position: int) -> Decimal:
    """Return how many digits one slip of one number leaves in agreement, more than chance would find."""
    terms = [(-1, run.whole.claims[position]), *run.terms(position)]
    step = max(claim.quantity.step * claim.quantity.unit.factor for _, claim in terms)
    gap = sum((sign * claim.size for sign, claim in terms), _ZERO)
    pairs = [(claim.size, claim.size - sign * gap) for sign, claim in terms]
    changed = max(agreeing_digits_of(printed, wanted, step) for printed, wanted in pairs)
    turned = max(_turned(printed, wanted, step) for printed, wanted in pairs)
    return max(_surplus(changed, _SLIPS * changed * len(pairs)), _surplus(turned, len(pairs)))


def _surplus(digits: int, tries: int) -> Decimal:
    """Return the digits that agree beyond those that chance would find in so many tries."""
    return max(digits - lucky(tries), _ZERO) if digits else _ZERO


def _turned(printed: Decimal, wanted: Decimal, step: Decimal) -> int:
    """Return the digits of a number that would be right with the other sign."""
    if not printed or abs(printed + wanted) > step:
        return 0
    return len(f"{(abs(printed) / step).to_integral_value():f}".rstrip("0"))


def rank(run: Run) -> tuple[int, int, int]:
    """Prefer fewest misses, then what holds most often, then the shortest run."""
    return (len(run.miss), -len(run.agree), len(run.parts))


def best(found: Sequence[Run]) -> list[Run]:
    """Return the best of several runs beside a line, or none.

    Where that leaves lines out, which with it are a closed run that holds for more numbers and misses once,
    it only leaves them out where the table is wrong.
    """
    first = min(found, key=rank, default=None)
    if first is None or first.closed:
        return [first] if first else []
    fuller = [run for run in found if run.closed and len(run.miss) == 1 and _holds_for_more(run, first)]
    return [min(fuller, key=rank, default=first)]


def _holds_for_more(run: Run, other: Run) -> bool:
    """Return whether a run holds wherever another does of which it has all parts, and for more numbers."""
    return other.members < run.members and {*other.agree} < {*run.agree} and len(run.worth) > len(other.worth)


def digits_of(whole: Claim, parts: list[Claim]) -> Decimal:
    """Return how many digits of a whole had to agree with its parts: what is counted is not rounded."""
    room = sum((_room(item) for item in (whole, *parts)), _ZERO)
    room = max(room, whole.quantity.step * whole.quantity.unit.factor)
    return agreed(abs(whole.size), room)


def _room(claim: Claim) -> Decimal:
    return claim.quantity.base.width or _ZERO
