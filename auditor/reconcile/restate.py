"""Facts of past periods that two reports both tell: paired, classified, with note and cause."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from decimal import Decimal

from auditor.lexicon.metrics import metrics
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.claim import Source
from auditor.model.metric import Metric
from auditor.model.quantity import Bound
from auditor.model.relation import Judgement
from auditor.model.relation import Kind
from auditor.model.relation import Verdict
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from auditor.reconcile.disclosure import disclosure

_RANK = {Source.TABLE: 0, Source.FIGURE: 1, Source.PROSE: 2, Source.FOOTNOTE: 3}
_LEVELS = (Change.LEVEL, Change.FROM, Change.TO)
#: Families in which a change of value means another basis of the same figure.
_BASIS = ("netting", "basis", "age", "vintage", "tenure")
_Key = tuple[str, str, str, str]
_PLACES = Decimal("0.000001")


def reconcile(reports: Sequence[Report], judgements: Sequence[Judgement]) -> tuple[Restatement, ...]:
    """Return every fact that a report and a later one both tell, sorted by key.

    Reports come ordered by period; a fact is held against the latest earlier report that tells it.
    """
    result: list[Restatement] = []
    for later in range(1, len(reports)):
        new = reports[later]
        pending = _facts(new)
        paired: set[_Key] = set()
        for earlier in reversed(reports[:later]):
            old = _facts(earlier)
            both = [key for key in pending if key in old]
            paired.update(both)
            for key in both:
                pair = _pair(old[key], pending.pop(key))
                if pair is not None:
                    result.append(_restated(*pair, new, judgements))
            single = {key: told for key, told in old.items() if key not in paired}
            result.extend(_redefined(single, pending, earlier, new))
    return tuple(sorted(result, key=lambda item: item.key))


_Tellings = tuple[Claim, ...]


def _facts(report: Report) -> dict[_Key, _Tellings]:
    """Return all tellings of every fact, the best first: tables, exact numbers, then as printed."""
    found: dict[_Key, list[Claim]] = {}
    ranked = sorted(report.claims, key=lambda claim: (not _exact(claim), _RANK[claim.source], claim.no))
    for claim in ranked:
        if claim.change in _LEVELS and claim.period and _comparable(claim):
            found.setdefault(_key(claim, report), []).append(claim)
    return {key: tuple(claims) for key, claims in found.items()}


def _pair(olds: _Tellings, news: _Tellings) -> tuple[Claim, Claim] | None:
    """Return the two tellings to hold against each other.

    Two that agree are the fact. When none agree, the fact was restated if each report tells one number
    for it; a report that tells several under one name tells several facts, and nothing can be said.
    """
    for old in olds:
        for new in news:
            if old.quantity.base.overlaps(new.quantity.base):
                return (old, new)
    sure = _of_one_mind(olds) and _of_one_mind(news) and _named_alike(olds[0], news[0])
    return (olds[0], news[0]) if sure else None


def _named_alike(old: Claim, new: Claim) -> bool:
    """Return whether two unlike numbers may be told of one fact.

    Between tables the lexicon, or the same label under the same heading, says so; prose speaks too
    freely, unless the lexicon knows the metric and both sentences give it the same name.
    """
    if old.source is Source.TABLE and new.source is Source.TABLE:
        return new.metric.known or _last(old.heading) == _last(new.heading)
    printed = Source.TABLE in (old.source, new.source)
    return printed and new.metric.known and _plain(old.folded) == _plain(new.folded)


def _last(heading: str) -> str:
    """Return the last heading of a path without its number."""
    return re.sub(r"^[\W\d一二三四五六七八九十附录]+", "", heading.rsplit(" > ", 1)[-1])


def _of_one_mind(tellings: _Tellings) -> bool:
    first = tellings[0].quantity.base
    return all(claim.quantity.base.overlaps(first) for claim in tellings[1:])


def _exact(claim: Claim) -> bool:
    return claim.quantity.bound is Bound.EXACT


def _comparable(claim: Claim) -> bool:
    """Return whether a claim is named well enough to be recognised in another report."""
    if claim.confidence != "strong" or claim.metric.facet("vintage") == "before":
        return False
    if claim.metric.known:
        return True
    return claim.source is Source.TABLE and len(claim.metric.base) > 3


def _key(claim: Claim, report: Report) -> _Key:
    metric = claim.metric.having("vintage", "")
    return (metric.id, claim.scope, _moment(metric, claim, report), _dimension(claim))


def _moment(metric: Metric, claim: Claim, report: Report) -> str:
    if metric.known and metrics().entry(metric.base).nature == "stock":
        return report.calendar.instant(claim.period).code
    return claim.period.code


def _dimension(claim: Claim) -> str:
    unit = claim.quantity.unit
    dimension = unit.dimension.replace("ghg", "mass")
    return f"count:{unit.id}" if dimension == "count" and not claim.metric.known else dimension


def _restated(old: Claim, new: Claim, report: Report, judgements: Sequence[Judgement]) -> Restatement:
    standing = _standing(old, new)
    change, share = _change(old, new)
    told, note = (None, None)
    if standing is Standing.RESTATED:
        told, note = disclosure(new, report)
    return Restatement(
        _restatement_key(old, new),
        old,
        new,
        standing,
        change,
        share,
        told,
        note,
        _follows(new, judgements) if standing is Standing.RESTATED else "",
        _remark(old, new),
    )


def _restatement_key(old: Claim, new: Claim) -> str:
    text = f"{new.metric.id}|{new.scope}|{new.period}|{old.report}|{new.report}|{old.metric.id}"
    return f"r-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _standing(old: Claim, new: Claim) -> Standing:
    mine, theirs = old.quantity.base, new.quantity.base
    if not mine.overlaps(theirs):
        return Standing.RESTATED
    one = old.quantity.value * old.quantity.unit.factor
    other = new.quantity.value * new.quantity.unit.factor
    if one != other or not (_exact(old) and _exact(new)):
        return Standing.ROUNDING
    return Standing.UNCHANGED if _plain(old.folded) == _plain(new.folded) else Standing.RELABELLED


def _plain(label: str) -> str:
    """Return the last part of a folded label without brackets and signs."""
    return re.sub(r"\([^()]*\)|[^\w<>=%]+", "", label)


def _change(old: Claim, new: Claim) -> tuple[Decimal | None, Decimal | None]:
    """Return new - old in the unit of the new report, and the same over the old value."""
    factor = new.quantity.unit.factor
    before = old.quantity.value * old.quantity.unit.factor / factor
    change = new.quantity.value - before
    share = (change / before).quantize(_PLACES) if before else None
    return (change, share)


def _remark(old: Claim, new: Claim) -> str:
    if old.quantity.unit.id != new.quantity.unit.id:
        return f"unit: {old.quantity.unit_text} → {new.quantity.unit_text}"
    return ""


def _follows(new: Claim, judgements: Sequence[Judgement]) -> str:
    """Return whether what depends on a restated number follows it."""
    mine = [
        item
        for item in judgements
        if new.ref in item.relation.refs and item.relation.kind not in (Kind.SAME_FACT, Kind.RESTATEMENT)
    ]
    if any(item.verdict is Verdict.FLAGGED for item in mine):
        return "no"
    decided = any(item.verdict in (Verdict.PASSED, Verdict.ROUNDING) for item in mine)
    return "yes" if decided else "undecided"


def _redefined(
    old: Mapping[_Key, _Tellings], pending: dict[_Key, _Tellings], earlier: Report, later: Report
) -> Iterator[Restatement]:
    """Yield facts that both tell on another basis: gross and net, another age band."""
    theirs: dict[_Key, list[_Key]] = {}
    for key, told in pending.items():
        theirs.setdefault(_loose(told[0], later), []).append(key)
    taken: set[_Key] = set()
    for claim, *_ in old.values():
        if not claim.metric.known or claim.source is not Source.TABLE:
            continue
        for other in theirs.get(_loose(claim, earlier), ()):
            if other in taken or pending[other][0].source is not Source.TABLE:
                continue
            taken.add(other)
            yield _other_basis(claim, pending[other][0], later)
            break
    for key in taken:
        pending.pop(key, None)


def _loose(claim: Claim, report: Report) -> _Key:
    metric = claim.metric
    for family in _BASIS:
        value = metric.facet(family)
        if family == "age" and value:
            metric = metric.having(family, _band(value))
        elif value:
            metric = metric.having(family, "")
    if metric.facet("ghg_scope") == "123":
        metric = metric.having("ghg_scope", "")
    return (metric.id, claim.scope, _moment(metric, claim, report), _dimension(claim))


def _band(value: str) -> str:
    """Return the rough place of an age band: below, between, above."""
    if value.startswith("<"):
        return "lowest"
    return "highest" if value.startswith(">") else "middle"


def _other_basis(old: Claim, new: Claim, report: Report) -> Restatement:
    remark = f"{old.metric.id} → {new.metric.id}"
    key = _restatement_key(old, new)
    if old.quantity.base.overlaps(new.quantity.base):
        change, share = _change(old, new)
        return Restatement(key, old, new, Standing.RELABELLED, change, share, None, None, "", remark)
    told, note = disclosure(new, report)
    return Restatement(key, old, new, Standing.DEFINITION, None, None, told, note, "", remark)
