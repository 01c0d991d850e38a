"""What the reports alone say of a change, beyond their notes: put into words, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace

from auditor.lexicon.measures.factors import GridFactor
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.relation import Judgement
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from auditor.reconcile.accounts import accounted
from auditor.reconcile.blocks import block_words
from auditor.reconcile.blocks import gathered
from auditor.reconcile.blocks import is_power
from auditor.reconcile.blocks import joined
from auditor.reconcile.cascade import base_words
from auditor.reconcile.cascade import dependants
from auditor.reconcile.signals import Scene
from auditor.reconcile.signals import Signal
from auditor.reconcile.signals import neighbours
from auditor.reconcile.signals import signals
from auditor.reconcile.signals import swapped


def explained(
    items: Sequence[Restatement],
    reports: Sequence[Report],
    judgements: Sequence[Judgement],
    factors: Sequence[GridFactor],
) -> Iterator[Restatement]:
    """Yield the restatements with what the arithmetic says of each.

    A cause that the arithmetic gives away counts where no note names one.
    """
    by_name = {report.name: report for report in reports}
    around, after = gathered(block_words(items, judgements)), dependants(judgements)
    claims = {claim.ref: claim for report in reports for claim in report.claims}
    for at, item in enumerate(items):
        found = (*_signals(item, items, by_name, factors), *swapped(item, items))
        words: tuple[str, ...] = (item.remark, *(signal.words for signal in found), *around.get(at, ()))
        if item.standing is Standing.RESTATED:
            words += (accounted(item, by_name[item.old.report]), *base_words(item, after, claims))
        hints = tuple(dict.fromkeys(signal.cause for signal in found))
        yield replace(item, remark=joined(words), hints=hints)


def _signals(
    item: Restatement,
    items: Sequence[Restatement],
    reports: dict[str, Report],
    factors: Sequence[GridFactor],
) -> Iterator[Signal]:
    if item.standing is not Standing.RESTATED or item.added:
        return
    near = neighbours(item.old, reports[item.old.report].claims)
    power = next((other for other in items if _powers(other, item)), None)
    told: tuple[Claim | None, Claim | None] = (power.old, power.new) if power else (None, None)
    yield from signals(Scene(item.old, item.new, near, *told, factors))


def _powers(other: Restatement, item: Restatement) -> bool:
    """Return whether a pair tells the electricity behind the emissions of another."""
    same = (other.old.report, other.new.report) == (item.old.report, item.new.report)
    timed = other.new.period == item.new.period and other.new.scope == item.new.scope
    return same and timed and is_power(other.new)
