"""A comparative that changed without a word.

What it flags:
    A number for a past period that a later report tells differently, beyond rounding, while no note
    on the row, its block or the report says so.

Why it matters:
    A reader who compares this year with last year compares it with a number that was replaced. The
    standards of reporting ask for the new figure, the difference and the reason.

How it decides:
    The two tellings are the same metric, scope, basis and period; their rounding intervals, in one
    unit, do not meet; and no note explains it. The size of the change is told against the
    materiality threshold (5 % unless set), which labels it and hides nothing. Numbers of one table that
    all moved by the same power of ten are one finding, and so are rows that moved by one amount of six digits
    or more: a part and its total, or what was taken from one row and put into another. Where many rows of a
    report moved one way against the report before, that is one finding too, on their common cause; a row that
    moved the other way, that looks like a slip or that its totals do not follow stays a finding of its own.
    A total, share or ratio that follows from the numbers that changed, by a relation that holds before and
    after, is told with them and is no finding of its own.

Example:
    FY2022 was 400 in the report on FY2022 and is 380 in the report on FY2023, with no footnote.

When it is wrong:
    When the explanation stands in words that were not recognised as a note, or the definition of the
    row changed in a way that its label does not show.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from auditor.lexicon.tongue import say
from auditor.lexicon.tongue import sentences
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.quantity import significant_digits
from auditor.model.restatement import Disclosure
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from auditor.rules import wording
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.restatement.consequences import consequences
from auditor.rules.restatement.together import common
from auditor.rules.restatement.together import joint
from auditor.rules.restatement.wording import finding
from auditor.rules.restatement.wording import told_of

CODE = "S101"
SEVERITY = Severity.WARNING
TITLE = "比较数字变动而未说明"
MESSAGE = (
    "{metric}（{period}）在{place_old}列示为 {old}，在{place_new}改为 {new}，"
    "{change}，{weight}；未见任何说明。"
)


#: A change in numbers of so many digits that comes again is the same change.
_DIGITS = 6


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each restated fact that no note covers; a number told again is one fact."""
    heading = Heading(CODE, SEVERITY, TITLE, MESSAGE)
    silent = [item for item in dossier.restatements if _silent(item)]
    following = consequences(dossier, silent)
    along = _along(silent, following)
    silent = [item for item in silent if item.new.ref not in following]
    together = common(item for item in silent if not _power(item))
    yield from (joint(dossier, items, heading) for items in together)
    spoken = {item.new.ref for items in together for item in items}
    told: dict[object, list[Restatement]] = {}
    for item in silent:
        if item.new.ref not in spoken:
            told.setdefault(_moved(item), []).append(item)
    causes: dict[object, list[list[Restatement]]] = {}
    for items in told.values():
        causes.setdefault(_shifted(items[0]), []).append(items)
    for groups in causes.values():
        (first, *again), *others = sorted(groups, key=lambda items: items[0].new.no)
        rows = [item for items in others for item in items]
        told_too = [item for one in (first, *again, *rows) for item in along.get(one.new.ref, ())]
        found = told_of(finding(dossier, first, heading), [first, *again, *rows, *told_too])
        found = _with_rows(_with_others(found, again), rows, say("以同一金额变动的还有：{rows}。"))
        yield _with_rows(found, told_too, say("随之变动的还有：{rows}。"))


def _along(
    silent: Sequence[Restatement], following: Mapping[str, tuple[Restatement, ...]]
) -> dict[str, list[Restatement]]:
    """Return what follows from each silent change that follows from none, by its newer number.

    What follows from changes that the report explains is explained with them.
    """
    found: dict[str, list[Restatement]] = {}
    for item in silent:
        if item.new.ref in following:
            roots = [root for root in _roots(item, following) if _silent(root)]
            if roots:
                found.setdefault(max(roots, key=_size).new.ref, []).append(item)
    return found


def _roots(item: Restatement, following: Mapping[str, tuple[Restatement, ...]]) -> list[Restatement]:
    """Return the changes from which one follows in the end, itself where it follows from none."""
    causes = following.get(item.new.ref, ())
    return [root for cause in causes for root in _roots(cause, following)] if causes else [item]


def _size(item: Restatement) -> Decimal:
    return abs(item.change or Decimal(0))


def _silent(item: Restatement) -> bool:
    return item.standing is Standing.RESTATED and item.disclosure in {None, Disclosure.NONE}


def _moved(item: Restatement) -> object:
    """Return what makes two changes one: the same long numbers before and after, for the same period.

    So are the numbers of one table that are all told ten, a hundred or a thousand times as large.
    """
    power, seat = _power(item), item.new.seat
    if power and seat is not None:
        return (item.old.report, item.new.report, item.new.period.code, seat.table, power)
    values = [claim.size for claim in (item.old, item.new)]
    if any(significant_digits(value) < _DIGITS for value in values):
        return item.new.ref
    return (item.old.report, item.new.report, item.new.period.code, *values)


def _shifted(item: Restatement) -> object:
    """Return what rows of one table share that were moved by one amount of many digits, either way."""
    seat = item.new.seat
    if item.change is None or seat is None or significant_digits(item.change) < _DIGITS:
        return item.new.ref
    unit = item.new.quantity.unit.id
    return (item.old.report, item.new.report, item.new.period.code, seat.table, unit, abs(item.change))


def _power(item: Restatement) -> int:
    """Return the power of ten by which a number was moved, 0 where it changed otherwise."""
    old, new = (claim.size for claim in (item.old, item.new))
    same = old.normalize().as_tuple().digits == new.normalize().as_tuple().digits
    return new.adjusted() - old.adjusted() if old and new and same and (old > 0) == (new > 0) else 0


def _with_others(found: Finding, others: Sequence[Restatement]) -> Finding:
    """Return a finding that names the other places of its change."""
    if not others:
        return found
    places = say("、").join(dict.fromkeys(wording.place_words(item.new.place, name=False) for item in others))
    message = sentences(found.message, say("同一变动另见{places}。", places=places))
    return replace(found, message=message)


def _with_rows(found: Finding, others: Sequence[Restatement], words: str) -> Finding:
    """Return a finding that names the other rows which moved by its amount, or along with it."""
    if not others:
        return found
    rows = say("、").join(
        f"{wording.place_words(item.new.place, name=False)} {item.new.label}"
        f" ({wording.printed(item.old)} → {wording.printed(item.new)})"
        for item in others
    )
    message = sentences(found.message, words.format(rows=rows))
    return replace(found, message=message)
