"""Numbers of a year that are last year's, digit for digit.

What it flags:
    Rows of one table that tell the same number for two years in succession, to the last digit, while other
    rows of the table moved; and rows whose number for this year is the one that the report of last year told
    for last year.

Why it matters:
    A template is filled in from last year's file. What nobody replaced looks like a figure of this year and
    agrees with everything that was copied with it.

How it decides:
    Chance does not repeat many digits: three rows with three digits or more and eleven in all, or two rows
    with five or more and fourteen in all. Of what the lexicon knows as used or emitted over a year it takes
    three rows with three digits each, two with four, or one with six. Where no row of the table moved it
    takes four rows and sixteen digits. Zeros at the end of a number do not count. Nor do balances, shares,
    rows whose label names what may well stay (targets, limits, factors, capacity, areas, rent, depreciation;
    see `plausible.toml`), money that the lexicon does not know as a flow, and rows that are the same in all
    of three or more years.

Example:
    Diesel 128.42, natural gas 54,310 and steam 7,708 for 2023 and again for 2024, while electricity moved.

When it is wrong:
    When the figures were estimated and the estimate was kept, or the rows tell what was agreed for years.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from itertools import pairwise

from auditor.lexicon.measures.plausible import plausible
from auditor.lexicon.metrics import metrics
from auditor.lexicon.quantities import alternation
from auditor.lexicon.tongue import say
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.relation import Slip
from auditor.rules import wording
from auditor.rules.about import about
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.plausibility.yearly import YearRow
from auditor.rules.plausibility.yearly import year_rows

CODE = "U205"
SEVERITY = Severity.WARNING
TITLE = "数字与上年逐位相同"
MESSAGE = (
    "{place}的表中，有 {count} 行在 {period} 的数字与{before} 的逐位相同（{rows}），"
    "{rest}；可能沿用了上年数字，请核对。"
)

_SHOWN = 5
#: So many rows, with so many digits each, and in all, are no chance; fewer of what is known to be used up.
_SUPPORT = ((3, 3, 11), (2, 5, 14))
_SUPPORT_USED = ((3, 3, 9), (2, 4, 8), (1, 6, 6))
#: Where nothing in the table moved, a whole column may have been read twice: more is asked for.
_WHOLE = (4, 3, 16)
#: Years that are all the same are a constant and no copy.
_CONSTANT = 3


@dataclass(frozen=True, slots=True)
class _Pair:
    """What a row tells for one year, and what was told for the year before."""

    before: Claim
    after: Claim

    @property
    def same(self) -> bool:
        """Return whether one number is printed in two places."""
        one, other = self.before.quantity, self.after.quantity
        alike = one.value == other.value and one.step == other.step and one.unit == other.unit
        return alike and self.before.place != self.after.place

    def told_by(self, blamed: Collection[str]) -> bool:
        """Return whether another finding blames one of the two for what is wrong."""
        return self.before.ref in blamed or self.after.ref in blamed

    @property
    def moved(self) -> bool:
        """Return whether the number changed."""
        return self.before.quantity.value != self.after.quantity.value


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each table and pair of years with numbers that were left as they were."""
    blamed = {diagnosis.suspect for diagnosis in dossier.diagnoses}
    blamed |= {item.suspect for diagnosis in dossier.diagnoses for item in diagnosis.candidates}
    for group in (*_within(dossier), *_across(dossier)):
        same = [pair for pair in group if pair.same and not pair.told_by(blamed) and _moves(pair.after)]
        moved = any(pair.moved for pair in group)
        proved = _supported(same) if moved else _enough(same, *_WHOLE)
        if proved:
            yield _finding(proved, moved=moved)


def _within(dossier: Dossier) -> Iterator[list[_Pair]]:
    """Yield the pairs of neighbouring years of each table of each report."""
    for report in dossier.reports:
        found: defaultdict[tuple[int, int, int], list[_Pair]] = defaultdict(list)
        for row in year_rows(report):
            for before, after in _neighbours(row):
                found[row.table, before, after].append(_Pair(row.years[before], row.years[after]))
        yield from found.values()


def _neighbours(row: YearRow) -> Iterator[tuple[int, int]]:
    years = list(row.years)
    values = {claim.quantity.value for claim in row.years.values()}
    if len(values) > 1 or len(years) < _CONSTANT:
        yield from pairwise(years)


def _across(dossier: Dossier) -> Iterator[list[_Pair]]:
    """Yield the pairs of this year's rows that tell no other year with those of last year's report."""
    for older, newer in pairwise(dossier.reports):
        if (older.period.year or 0) < (newer.period.year or 0):
            yield from _since(older, newer)


def _since(older: Report, newer: Report) -> Iterator[list[_Pair]]:
    told = _told(older)
    found: defaultdict[int, list[_Pair]] = defaultdict(list)
    for row in year_rows(newer):
        known = told.get(_name(row.latest))
        if known is not None and list(row.years) == [newer.period.year]:
            found[row.table].append(_Pair(known, row.latest))
    yield from found.values()


def _told(report: Report) -> Mapping[tuple[str, str, str], Claim]:
    """Return what a report tells of its own year, by name; a name that comes twice is left out."""
    found: dict[tuple[str, str, str], list[Claim]] = {}
    for row in year_rows(report):
        claim = row.years.get(report.period.year or 0)
        if claim is not None:
            found.setdefault(_name(claim), []).append(claim)
    return {name: claims[0] for name, claims in found.items() if len(claims) == 1}


def _name(claim: Claim) -> tuple[str, str, str]:
    return claim.metric.id, claim.scope, claim.folded


def _moves(claim: Claim) -> bool:
    """Return whether a number is of a kind that is never the same for two years."""
    dimension = claim.quantity.unit.dimension
    if dimension == "shares" or re.search(alternation(plausible().constants), claim.folded):
        return False
    nature = metrics().entry(claim.metric.base).nature if claim.metric.known else ""
    if not dimension or dimension.startswith("money"):
        return nature == "flow"
    return True


def _supported(pairs: Sequence[_Pair]) -> list[_Pair]:
    """Return the pairs of which so many digits are the same that it is no chance."""
    used = [pair for pair in pairs if _used(pair.after)]
    proofs = [(pairs, support) for support in _SUPPORT] + [(used, support) for support in _SUPPORT_USED]
    proved = [pair for told, support in proofs for pair in _enough(told, *support)]
    return [pair for pair in pairs if pair in proved]


def _enough(pairs: Sequence[_Pair], rows: int, each: int, total: int) -> list[_Pair]:
    """Return the pairs with enough digits where there are enough of them; one number counts once."""
    enough = [pair for pair in pairs if pair.after.quantity.digits >= each]
    told = {pair.after.quantity.value: pair.after.quantity.digits for pair in enough}
    return enough if len(told) >= rows and sum(told.values()) >= total else []


def _used(claim: Claim) -> bool:
    """Return whether the lexicon knows a number as an amount of a year that is no money."""
    flow = claim.metric.known and metrics().entry(claim.metric.base).nature == "flow"
    dimension = claim.quantity.unit.dimension
    return flow and bool(dimension) and not dimension.startswith("money")


def _finding(pairs: Sequence[_Pair], *, moved: bool) -> Finding:
    first = pairs[0].after
    claims = tuple(claim.ref for pair in pairs for claim in (pair.after, pair.before))
    message = _message(pairs, moved=moved)
    return replace(
        about(first, Heading(CODE, SEVERITY, TITLE, MESSAGE), message),
        claims=claims,
        suspect=first.ref,
        slip=Slip.STALE_PERIOD,
    )


def _message(pairs: Sequence[_Pair], *, moved: bool) -> str:
    first, before = pairs[0].after, pairs[0].before
    rows = say("；").join(f"{pair.after.label} {wording.printed(pair.after)}" for pair in pairs[:_SHOWN])
    elsewhere = before.report != first.report
    return say(
        MESSAGE,
        place=wording.place_words(first.place),
        count=len(pairs),
        period=first.period.code,
        before=f"{wording.place_words(before.place, name=True) if elsewhere else ''} {before.period.code}",
        rows=rows if len(pairs) <= _SHOWN else say("{rows} 等", rows=rows),
        rest=say("而同表其他行有变动" if moved else "同表各行均无变动"),
    )
