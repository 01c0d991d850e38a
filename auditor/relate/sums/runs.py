"""Runs: neighbouring lines of a table that make up another line, with the support that chance cannot give.

A run of lines is taken for the parts of a line when its numbers add up, within the intervals, in most of
the positions in which all of them are told. Each position in which they do is worth the digits that had to
agree: a whole of 809,002,058.59 from parts of the same precision is met by chance once in some 10^10 tries,
a whole of 105 from two parts once in some fifty. How much that must be is told in ``support``.

A position may miss only where every line around that speaks has spoken somewhere that the run holds: one that
was silent so far may be one more part. Then it must hold in that position too, unless nothing that the line
may be would make it hold: see ``latecomers``.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from decimal import Decimal
from itertools import product

from auditor.model.claim import Claim
from auditor.relate.lines import Line
from auditor.relate.lines import addable
from auditor.relate.lines import partial
from auditor.relate.lines import stretches
from auditor.relate.sums.balances import backwards
from auditor.relate.sums.carried import readings
from auditor.relate.sums.latecomers import latecomers
from auditor.relate.sums.latecomers import speaks
from auditor.relate.sums.latecomers import unexplained
from auditor.relate.sums.positions import Column
from auditor.relate.sums.positions import columns_of
from auditor.relate.sums.sharecolumns import shared
from auditor.relate.sums.signed import Term
from auditor.relate.sums.support import Run
from auditor.relate.sums.support import accepted
from auditor.relate.sums.support import accepted_signed
from auditor.relate.sums.support import asked
from auditor.relate.sums.support import best
from auditor.relate.sums.support import digits_of
from auditor.relate.sums.support import proved_total
from auditor.relate.sums.support import rank

_LONGEST_RUN = 40
_LONGEST_SIGNED = 4
#: Empty cells stand for nought where so many positions add up without them, or one with the same cells empty.
_BLANKS = 2
_ZERO = Decimal(0)


Marked = Callable[[Run], bool]
_Columns = Mapping[int, Column]


@dataclass(slots=True)
class _Tally:
    """What a run comes to in each position, while lines are added to it."""

    agree: list[int] = field(default_factory=list)
    miss: list[int] = field(default_factory=list)
    blank_agree: dict[int, frozenset[int]] = field(default_factory=dict)
    blank_miss: dict[int, frozenset[int]] = field(default_factory=dict)
    worth: dict[Decimal, Decimal] = field(default_factory=dict)
    proven: set[int] = field(default_factory=set)
    telling: bool = False


def runs(lines: Sequence[Line], marked: Marked) -> list[Run]:
    """Return the best run before and behind each line that has one, of all levels of a table.

    A total may be drawn in two ways: water withdrawn is that of its sources, and what is discharged and used.

    Rows that are parts of a run are left out when the next level is looked at, and rows that split the row
    above them (其中), so that a total of subtotals is found.
    """
    found: dict[tuple[int, bool], Run] = {}
    view = list(lines)
    for _ in range(3):
        for run in (_heard(run, lines, total=marked(run)) for run in _level(view, marked)):
            place = (run.whole.index, run.behind)
            if place not in found or rank(run) < rank(found[place]):
                found[place] = run
        parts = {part.index for run in found.values() for part in run.parts}
        left = [line for line in lines if line.index not in parts and not partial(line)]
        if len(left) == len(view):
            break
        view = left
    return _without_repeats(_one_reading(list(found.values()), marked))


def signed_runs(lines: Sequence[Line], known: Sequence[Run]) -> list[Run]:
    """Return the runs of up to four lines some of which are taken off, where no sum is ``known`` of them."""
    taken = {run.members for run in known}
    best: dict[frozenset[int], Run] = {}
    for at in range(len(lines)):
        for run in _signed(lines, at):
            if run.members not in taken and accepted_signed(run):
                other = best.get(run.members)
                if other is None or _rank_signed(run) < _rank_signed(other):
                    best[run.members] = run
    whole = [run for run in best.values() if not any(run.members < other.members for other in best.values())]
    return [_heard(run, lines) for run in whole]


def _heard(run: Run, lines: Sequence[Line], *, total: bool = False) -> Run:
    """Return a run without the misses at which a line speaks that was silent wherever the run holds.

    Those of a proved total stay that no such line explains.
    """
    strangers = [line for line in lines if line.index not in run.members and addable(run.whole, line)]
    new = {at: latecomers(strangers, run.agree, at) for at in run.miss}
    sure = proved_total(run, marked=total)
    kept = [at for at in run.miss if not new[at] or (sure and _unexplained(run, strangers, at))]
    doubtful = tuple(at for at in kept if new[at] or at in run.doubtful)
    return replace(run, miss=tuple(kept), doubtful=doubtful)


def _unexplained(run: Run, others: Sequence[Line], position: int) -> bool:
    """Return whether a run misses in a position, whatever the lines are that speak only there."""
    terms = list(zip(run.signs, run.parts, strict=True))
    late = latecomers([*run.parts, *others], run.agree, position)
    return unexplained(run.whole, terms, late, position)


def _rank_signed(run: Run) -> tuple[int, int, int, int]:
    """Prefer the reading with fewest misses, fewest lines taken off, and the result behind its parts."""
    behind = run.whole.index > run.parts[0].index
    return (len(run.miss), run.signs.count(-1), not behind, run.whole.index)


def _one_reading(found: Sequence[Run], marked: Marked) -> list[Run]:
    """Return of runs over the same lines the one that is marked, or else that more digits prove.

    Where a + b = c, a + c = b holds only with another sign.
    """
    best: dict[frozenset[int], Run] = {}
    for run in found:
        other = best.setdefault(run.members, run)
        if (marked(run), run.digits) > (marked(other), other.digits):
            best[run.members] = run
    return [run for run in found if best[run.members] is run]


def _without_repeats(found: list[Run]) -> list[Run]:
    """Drop a run that misses where its parts make up another line without a miss."""
    whole = {tuple(part.index for part in run.parts) for run in found if not run.miss}
    return [run for run in found if not run.miss or tuple(part.index for part in run.parts) not in whole]


def _level(lines: Sequence[Line], marked: Marked) -> Iterator[Run]:
    for at in range(len(lines)):
        found = [run for run in _sums(lines, at) if accepted(run, marked=marked(run)) or asked(run)]
        for behind in (False, True):
            yield from best([run for run in found if run.behind is behind])


def _sums(lines: Sequence[Line], at: int) -> Iterator[Run]:
    """Yield the runs right behind and right before a line that could be its parts."""
    for parts, closed in stretches(lines, at, _LONGEST_RUN):
        columns = columns_of(lines[at], parts)
        for signs in readings(parts) if columns else ():
            run = _tried(lines[at], parts, signs, columns, closed=closed)
            if run is not None and not backwards(run.whole, run.parts):
                yield run


def _signed(lines: Sequence[Line], at: int) -> Iterator[Run]:
    for parts, closed in stretches(lines, at, _LONGEST_SIGNED):
        columns = columns_of(lines[at], parts)
        for signs in product((1, -1), repeat=len(parts)) if columns else ():
            run = _tried(lines[at], parts, signs, columns, closed=closed)
            if run is not None and not _is_sum(lines[at], parts, signs):
                yield run


def _is_sum(whole: Line, parts: Sequence[Line], signs: Sequence[int]) -> bool:
    """Return whether the arithmetic says no more than that a line is the sum of those beside it.

    Of ``net = gross - allowance`` that is ``gross``: it stands at the edge, and was tried as a total.
    """
    left = [whole, *(part for part, sign in zip(parts, signs, strict=True) if sign < 0)]
    right = [part for part, sign in zip(parts, signs, strict=True) if sign > 0]
    lone = left if len(left) == 1 else right if len(right) == 1 else []
    edges = {min(line.index for line in (whole, *parts)), max(line.index for line in (whole, *parts))}
    return not right or any(line.index in edges for line in lone)


def _tried(
    whole: Line,
    parts: tuple[Line, ...],
    signs: tuple[int, ...],
    columns: Mapping[int, Column],
    *,
    closed: bool,
) -> Run | None:
    """Return a run with the positions that prove it and those that it misses, None where nothing does."""
    meeting = {position for position, column in columns.items() if column.adds_up(signs)}
    if not meeting:
        return None
    tally = _Tally()
    for position in whole.summable:
        _weigh(tally, position, whole, parts, signs, meets=position in meeting)
    late = [part for at, part in enumerate(parts) if at not in tally.proven and _says_something(part, whole)]
    if not tally.worth or len(tally.proven) < 2:
        return None
    if -1 in signs and not tally.telling:
        return None  # wherever they agree a part says what another line says: the rest only cancels out
    agree = (*tally.agree, *tally.blank_agree)
    miss = (*tally.miss, *_misses_of_blanks(tally))
    worth = tally.worth if -1 in signs else {**shared(whole, parts), **tally.worth}
    run = Run(whole, parts, signs, agree, miss, worth, closed)
    return _with_latecomers(run, late) if late else run


def _says_something(part: Line, whole: Line) -> bool:
    """Return whether a part tells a number other than nought of anything that the whole tells of."""
    return any(speaks(part, at) for at in whole.summable)


def _with_latecomers(run: Run, late: Sequence[Line]) -> Run | None:
    """Return a run some parts of which speak only where it misses, None where one of them explains that."""
    doubtful = tuple(at for at in run.miss if any(speaks(line, at) for line in late))
    silent = all(not speaks(line, at) for line in late for at in run.agree)
    heard = all(any(speaks(line, at) for at in doubtful) for line in late)
    told = silent and heard and all(_unexplained(run, (), at) for at in doubtful)
    return replace(run, doubtful=doubtful) if told else None


def _misses_of_blanks(tally: _Tally) -> list[int]:
    """Return where a run misses though cells are empty that are known to stand for nought."""
    if len(tally.blank_agree) >= _BLANKS:
        return list(tally.blank_miss)
    patterns = set(tally.blank_agree.values())
    return [position for position, told in tally.blank_miss.items() if told in patterns]


def _weigh(  # noqa: PLR0913  # a position of a run has these parts
    tally: _Tally, position: int, whole: Line, parts: Sequence[Line], signs: Sequence[int], *, meets: bool
) -> None:
    told = [(at, part.claims[position]) for at, part in enumerate(parts) if position in part.claims]
    kind = whole.tells[position][0]
    if len(told) < 2 or any(parts[at].tells[position][0] != kind for at, _ in told):
        return
    if len(told) < len(parts):
        (tally.blank_agree if meets else tally.blank_miss)[position] = frozenset(at for at, _ in told)
    else:
        (tally.agree if meets else tally.miss).append(position)
    if not meets:
        return
    claim = whole.claims[position]
    weighty = [at for at, part in told if part.quantity.value]
    if len(weighty) > 1 and claim.quantity.value:
        tally.proven.update(weighty)
        tally.telling |= _tells(claim, [(signs[at], part) for at, part in told])
        tally.worth[claim.quantity.value] = digits_of(claim, [part for _, part in told])


def _tells(whole: Claim, terms: Sequence[Term]) -> bool:
    """Return whether no part says what the whole says, or what another one takes off."""
    added, taken = ({part.quantity.value for sign, part in terms if sign == one} for one in (1, -1))
    return whole.quantity.value not in added | taken and not (added & taken) - {_ZERO}
