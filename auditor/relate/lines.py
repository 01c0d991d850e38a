"""The lines of a table: its rows with the numbers by column, or its columns with the numbers by row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from functools import cached_property

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.particles import particles
from auditor.lexicon.words.rates import of_each
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.metric import Metric
from auditor.relate.facts import Facts
from auditor.relate.facts import column_head
from auditor.relate.facts import dimension
from auditor.relate.facts import exact

#: How emissions are drawn: from the market, or from the place.
_BASIS = "basis"
_NOT_ADDITIVE = ("percent", "points", "ratio", "score", "multiple", "temperature")
#: A year in a label: at 31 December 2024.
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
#: What stands in front of the first rows of an outline.
_ENUMERATED = re.compile(rf"[(（]?[{numeral_words().listed}]{{1,2}}[)）、.．]")


@dataclass(frozen=True)
class Line:
    """A row (or a column) of a table: its claims by the position across.

    What is asked again and again of one line, as run after run is tried, is worked out once.
    """

    index: int
    claims: dict[int, Claim]

    @cached_property
    def first(self) -> Claim:
        """Return the first claim of the line."""
        return next(iter(self.claims.values()))

    @cached_property
    def kind(self) -> tuple[str, bool, str]:
        """Return what kind of thing the line tells: lines of one kind may be parts of each other."""
        claim = self.first
        return self._dimension(claim), tells_mean(claim), claim.metric.facet("vintage")

    @cached_property
    def tells(self) -> dict[int, tuple[str, Interval]]:
        """Return the dimension and the interval, in its base unit, of each number."""
        return {at: (self._dimension(claim), claim.quantity.base) for at, claim in self.claims.items()}

    def _dimension(self, claim: Claim) -> str:
        """Return the dimension of a number; without a unit it is a count where one beside it is."""
        told = dimension(claim)
        counted = not told and claim.metric.known and claim.metric in self._counted
        return "count" if counted else told

    @cached_property
    def _counted(self) -> frozenset[Metric]:
        return frozenset(claim.metric for claim in self.claims.values() if dimension(claim) == "count")

    @cached_property
    def summable(self) -> tuple[int, ...]:
        """Return the positions whose numbers can be sums.

        Where a table tells means among its amounts, as a row of hours per head of men, of women and of all,
        these are no sums.
        """
        mixed = not all(map(tells_mean, self.claims.values()))
        told = self.claims.items()
        return tuple(at for at, claim in told if additive(claim) and not (mixed and tells_mean(claim)))

    @cached_property
    def sign(self) -> int:
        """Return -1 for a line whose label says that it is taken off, 1 for any other."""
        return -1 if taken_off(self) else 1


def tables(facts: Facts) -> Iterator[list[Claim]]:
    """Yield the exact level claims of each table of a report, in reading order."""
    found: dict[int, list[Claim]] = {}
    for claim in facts.levels:
        if claim.source is Source.TABLE and claim.seat is not None and exact(claim):
            found.setdefault(claim.seat.table, []).append(claim)
    for number in sorted(found):
        yield sorted(found[number], key=lambda claim: claim.no)


def lines(claims: Sequence[Claim], *, down: bool) -> list[Line]:
    """Return the rows of a table from top to bottom, or its columns from left to right."""
    found: dict[int, dict[int, Claim]] = {}
    for claim in claims:
        assert claim.seat is not None  # noqa: S101  # only seated claims come here
        index, position = (claim.seat.row, claim.seat.column) if down else (claim.seat.column, claim.seat.row)
        found.setdefault(index, {})[position] = claim
    return [Line(index, found[index]) for index in sorted(found)]


def measures(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Yield the numbers of each measure of a table whose columns tell several, year by year.

    Of chargers and of sites one may add up to a total, and the other not.
    """
    found: dict[str, dict[int, list[Claim]]] = {}
    for claim in claims:
        column = claim.seat.column if claim.seat else -1
        found.setdefault(measure(claim), {}).setdefault(column, []).append(claim)
    if len(found) > 1 and all(len(columns) > 1 for columns in found.values()):
        yield from ([claim for column in columns.values() for claim in column] for columns in found.values())


def measure(claim: Claim) -> str:
    """Return what the head of the column of a number says besides the year."""
    head = column_head(claim)
    bare = re.sub(rf"(?:fy|cy)?\s*(?:19|20)[0-9]{{2}}{particles().year_or_fiscal}?", " ", head)
    return " ".join(bare.replace("/", " ").split())


def addable(whole: Line, part: Line) -> bool:
    """Return whether two lines tell one kind of thing, drawn in one way: one may be a part of the other."""
    bases = {line.first.metric.facet(_BASIS) for line in (whole, part)} - {""}
    return whole.kind == part.kind and len(bases) < 2


def sibling(line: Line, part: Line) -> bool:
    """Return whether a line could be one more part: it stands under the same parent, of one kind."""
    one, other = line.first, part.first
    same_parent = bool(one.seat and other.seat and one.seat.section == other.seat.section)
    return same_parent and addable(line, part)


def one_time(one: Line, other: Line) -> bool:
    """Return whether two lines tell the same period somewhere, or nothing in one place."""
    both = [position for position in one.claims if position in other.claims]
    return not both or any(one.claims[at].period == other.claims[at].period for at in both)


def stretches(lines: Sequence[Line], at: int, most: int) -> Iterator[tuple[tuple[Line, ...], bool]]:
    """Yield the two or more lines beside a line, one way and the other, and whether they are closed."""
    whole = lines[at]
    for step in (1, -1):
        parts: list[Line] = []
        for offset in range(1, most + 1):
            place = at + step * offset
            if not 0 <= place < len(lines) or not addable(whole, lines[place]):
                break
            parts.append(lines[place])
            beyond = place + step
            closed = not 0 <= beyond < len(lines) or not _one_more(lines[beyond], parts[-1], whole)
            if len(parts) > 1:
                yield tuple(parts[::step]), closed


def _one_more(line: Line, part: Line, whole: Line) -> bool:
    """Return whether a line could be one more part: where whole and part tell one time, of that time.

    What bears a number (二、) as the whole does, and the part does not, stands beside the whole.
    """
    heads = enumerated(line) and enumerated(whole) and not enumerated(part)
    return sibling(line, part) and not heads and (not one_time(whole, part) or one_time(line, part))


def additive(claim: Claim) -> bool:
    """Return whether numbers of this kind can be added: amounts can, rates cannot."""
    return dimension(claim) not in _NOT_ADDITIVE and "/" not in dimension(claim)


def tells_mean(claim: Claim) -> bool:
    """Return whether a number is a mean or so much for each of something: 平均, 人均, per employee."""
    ratio = claim.metric.known and metrics().entry(claim.metric.base).nature == "ratio"
    return ratio or _names_mean(claim.folded)


@cache
def _names_mean(label: str) -> bool:
    words = arithmetic_words()
    mean = re.search(alternation(words.averages), label)
    balance = re.search(alternation(words.balances), label)
    return of_each(label) or (bool(mean) and not balance)


def says_total(folded: str) -> bool:
    """Return whether a folded label names a total."""
    return bool(re.search(alternation(label_words().totals), folded))


def names_total(line: Line, parts: Sequence[Line] = ()) -> bool:
    """Return whether a part of the label of a line, under which its parts do not stand, names a total."""
    common = set(names(parts[0])).intersection(*(names(part) for part in parts)) if parts else set()
    return any(says_total(name) for name in names(line) if name not in common)


def names(line: Line) -> list[str]:
    """Return the folded label of a line, from the outermost head to its own name."""
    return [part.strip() for part in line.first.folded.split("/")]


def own_name(claim: Claim) -> str:
    """Return the folded label of a row without what the head of its column says, and without years."""
    head = column_head(claim).strip()
    heads = {head, *(part.strip() for part in head.split("/"))}
    parts = [part.strip() for part in claim.folded.split("/")]
    own = [part for part in parts if part not in heads] or parts
    return " / ".join(" ".join(_YEAR.sub(" ", part).split()) for part in own)


def heads_between(before: Sequence[Line], line: Line) -> bool:
    """Return whether a line stands below a head of its own, which the lines before it stand above."""
    seat = line.first.seat
    return seat is not None and seat.section >= 0 and all(part.index < seat.section for part in before)


def partial(line: Line) -> bool:
    """Return whether a row is an unfinished split of the row above it: 其中."""
    return opens_with(line, alternation(label_words().partial))


def enumerated(line: Line) -> bool:
    """Return whether the name of a row bears its number in a list: 二、其他."""
    return bool(_ENUMERATED.match(line.first.folded.rsplit("/", 1)[-1].strip()))


def taken_off(line: Line) -> bool:
    """Return whether the label of a line says that it is taken off: 减: ..., less: ...."""
    return opens_with(line, alternation(label_words().taken_off) + r"\s*[:：]")


def put_on(line: Line) -> bool:
    """Return whether the label of a line says that it is put on: 加: ..., plus: ...."""
    return opens_with(line, alternation(label_words().put_on) + r"\s*[:：]")


def opens_with(line: Line, pattern: str) -> bool:
    """Return whether the own label of a row begins with a pattern."""
    return bool(re.match(pattern, fold(line.first.label.rsplit(" / ", 1)[-1])))
