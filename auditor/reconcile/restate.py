"""Facts of past periods that two reports both tell: paired, classified, with note and cause."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from collections.abc import Sequence

from auditor.config import Config
from auditor.lexicon.measures.factors import GridFactor
from auditor.lexicon.measures.factors import factors
from auditor.lexicon.tongue import say
from auditor.model.claim import Claim
from auditor.model.claim import Note
from auditor.model.claim import Report
from auditor.model.relation import Judgement
from auditor.model.restatement import Disclosure
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from auditor.reconcile.bridge import bridged
from auditor.reconcile.carried import carried
from auditor.reconcile.cascade import Dependants
from auditor.reconcile.cascade import dependants
from auditor.reconcile.cascade import follows
from auditor.reconcile.disclosure import disclosure
from auditor.reconcile.disclosure import further_causes
from auditor.reconcile.disclosure import noted
from auditor.reconcile.explain import explained
from auditor.reconcile.pairing import Pair
from auditor.reconcile.pairing import pairs
from auditor.reconcile.promises import same_target
from auditor.reconcile.standing import change
from auditor.reconcile.standing import standing
from auditor.reconcile.tellings import Told
from auditor.reconcile.tellings import dimension


def reconcile(
    reports: Sequence[Report], judgements: Sequence[Judgement], config: Config | None = None
) -> tuple[Restatement, ...]:
    """Return every fact that a report and a later one both tell, sorted by key.

    Reports come ordered by period; a fact is held against the latest earlier report that tells it.
    ``config`` may add grid factors among which a switch is looked for, and adjustments that are known. What a
    text about the reports, or another edition of one, says of a number is no consequence of its change.

    Raises:
        ConfigError: when an adjustment is of a fact that was not restated.
    """
    given = config or Config()
    told = [Told(report) for report in reports]
    claims = {claim.ref: claim for report in reports for claim in report.claims}
    judgements = [item for item in judgements if claims.keys() >= set(item.relation.refs)]
    after = dependants(judgements)
    result: list[Restatement] = []
    for number, new in enumerate(told):
        pending = dict(new.sure)
        for old in reversed(told[:number]):
            result.extend(_restatement(pair, new.report, after) for pair in pairs(old, new, pending))
    found = carried(sorted(_once(result), key=lambda item: item.key), judgements, claims)
    grids = (*factors(), *(GridFactor(**dict(item), confirm=True) for item in given.factors))
    return tuple(bridged(tuple(explained(found, reports, judgements, grids)), given.adjustments))


def _once(found: Sequence[Restatement]) -> Iterator[Restatement]:
    """Yield each newer telling once: against the latest earlier report that tells its fact."""
    seen: set[tuple[str, str]] = set()
    for item in found:
        name = (item.new.ref, item.new.label)
        if name not in seen:
            seen.add(name)
            yield item


def _restatement(pair: Pair, report: Report, known: Dependants) -> Restatement:
    old, new = pair.old, pair.new
    found = _class(pair)
    moved, share = (None, None) if found is Standing.DEFINITION else change(old, new)
    told, note, also = _explanation(pair, found, report)
    return Restatement(
        _key(old, new),
        old,
        new,
        found,
        moved,
        share,
        told,
        note,
        follows(new, known) if found is Standing.RESTATED else "",
        say("；").join(_remarks(pair)),
        pair.added,
        also=also,
    )


def _explanation(
    pair: Pair, found: Standing, report: Report
) -> tuple[Disclosure | None, Note | None, tuple[str, ...]]:
    """Return how a change is disclosed, by which note, and the causes of further notes.

    What is said of history explains no target: only a note on it does, or one that says so of targets.
    """
    if pair.promised and found is Standing.RESTATED:
        return (*noted(pair.new, report), ())
    if pair.promised or found not in (Standing.RESTATED, Standing.DEFINITION):
        return (None, None, ())
    told, note = disclosure(pair.new, report, pair.old)
    return (told, note, further_causes(pair.new, report, note))


def _class(pair: Pair) -> Standing:
    """Return the class of a pair; another basis with an equal number is another label of it."""
    met = pair.old.quantity.base.overlaps(pair.new.quantity.base)
    if pair.basis:
        same = met and dimension(pair.old) == dimension(pair.new)
        return Standing.RELABELLED if same and not pair.promised else Standing.DEFINITION
    if pair.promised and not same_target(pair.old, pair.new):
        return Standing.RESTATED
    found = standing(pair.old, pair.new)
    return Standing.RELABELLED if pair.added and found is Standing.UNCHANGED else found


def _key(old: Claim, new: Claim) -> str:
    text = f"{new.metric.id}|{new.scope}|{new.period}|{old.report}|{new.report}|{old.metric.id}"
    return f"r-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _remarks(pair: Pair) -> Iterator[str]:
    """Yield what is to be known of a pair beyond its class."""
    old, new = pair.old, pair.new
    if pair.basis:
        yield f"{old.metric.id} → {new.metric.id}"
    elif old.quantity.unit.id != new.quantity.unit.id:
        yield f"unit: {old.quantity.unit_text} → {new.quantity.unit_text}"
    if pair.added:
        side = old if pair.added[0] == "old" else new
        yield f"{side.report}: {side.quantity.text} = {side.quantity.value:f}"
