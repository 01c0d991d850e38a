"""A finding about arithmetic that does not hold, from its cause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from decimal import Decimal

from auditor.lexicon.spoken import SLIPS
from auditor.lexicon.spoken import decimal_words
from auditor.lexicon.tongue import say
from auditor.lexicon.tongue import sentences
from auditor.model.claim import Claim
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.interval import Interval
from auditor.model.relation import Candidate
from auditor.model.relation import Diagnosis
from auditor.model.relation import Expression
from auditor.model.relation import Judgement
from auditor.model.relation import Operator
from auditor.model.relation import Slip
from auditor.model.relation import Strength
from auditor.rules import wording
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.base import finding_id
from auditor.rules.causes import culprit
from auditor.rules.causes import leading
from auditor.rules.causes import likeliest

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
#: Up to this width, in units of the last printed digit, a repair is told as one number.
_NARROW = 10


def finding(dossier: Dossier, cause: Diagnosis, heading: Heading) -> Finding:
    """Return the finding for one cause; it points at the suspect, or at the stated result."""
    lead, pointed, blamed = leading(cause), culprit(dossier, cause), likeliest(cause)
    stated = dossier.claims[lead.relation.stated]
    step = stated.quantity.step
    return Finding(
        id=finding_id(heading.code, stated.metric.id, _period(lead, stated), stated.scope, stated.report),
        code=heading.code,
        severity=_severity(heading, lead),
        title=heading.title,
        report=pointed.report,
        place=pointed.place,
        period=_period(lead, stated),
        metric=stated.label,
        stated=wording.printed(stated),
        expected=wording.interval_cell(lead.computed, step),
        gap=decimal_words(_shown(lead.gap, step), ""),
        message=_message(dossier, cause, heading, pointed.report),
        claims=_claims(cause),
        checks=tuple(dict.fromkeys(item.relation.id for item in cause.failures)),
        suspect=blamed.suspect,
        suggested=_suggested(dossier, blamed),
        slip=blamed.slip,
        candidates=tuple((item.suspect, item.suggested) for item in cause.candidates),
    )


def _period(lead: Judgement, stated: Claim) -> str:
    return lead.relation.period.code or stated.period.code


def _severity(heading: Heading, lead: Judgement) -> Severity:
    """Return the rule's severity; what need not hold is a question, so at most a warning."""
    if lead.relation.strength is Strength.MUST:
        return heading.severity
    return max(heading.severity, Severity.WARNING, key=lambda item: item.rank)


def _claims(cause: Diagnosis) -> tuple[str, ...]:
    """Return all claims of a cause, those of the leading failure first."""
    failures = (leading(cause), *cause.failures)
    return tuple(dict.fromkeys(ref for item in failures for ref in item.relation.refs))


def _shown(gap: Decimal, step: Decimal) -> Decimal:
    """Return a gap to a hundredth of the last printed digit, or as it is when that would hide it."""
    shown = gap.quantize(Decimal(1).scaleb(min(step.adjusted(), 0) - 2))
    return shown or gap


def _message(dossier: Dossier, cause: Diagnosis, heading: Heading, home: str) -> str:
    """Return what a finding says; places in another report than its own, its ``home``, are named with it."""
    lead = leading(cause)
    relation, claims = lead.relation, dossier.claims
    stated = claims[relation.stated]
    inputs = [claims[ref] for ref in relation.computed.refs if ref != relation.stated]
    step = stated.quantity.step
    told = say(
        heading.message,
        metric=stated.label,
        period=_period(lead, stated) or say("期间不详"),
        place=_place(stated, home),
        stated=wording.printed(stated),
        statement=relation.statement,
        arithmetic=_inputs(relation.computed, claims),
        computed=_computed(lead, stated),
        gap=wording.told(Interval.exactly(_shown(lead.gap, step)), stated),
        places=wording.places_of(inputs, home) or _place(stated, home),
    )
    return sentences(told, *_advice(dossier, cause, home))


def _place(claim: Claim, home: str) -> str:
    return wording.place_words(claim.place, name=claim.report != home)


def _inputs(computed: Expression, claims: Mapping[str, Claim]) -> str:
    """Return the arithmetic as printed; one number alone with its unit, which may be another one."""
    if computed.operator is Operator.CLAIM:
        return wording.printed(claims[computed.ref])
    return wording.arithmetic(computed, claims)


def _computed(lead: Judgement, stated: Claim) -> str:
    if lead.computed is None:
        return say("无法计算的数")
    return wording.told(lead.computed, stated)


def _advice(dossier: Dossier, cause: Diagnosis, home: str) -> Iterator[str]:
    """Yield how much more has this cause, who is the likely culprit, its repair and what it looks like."""
    more = len({item.relation.id for item in cause.failures}) - 1
    if more:
        yield say("同一原因另涉及 {more} 项核对。", more=more)
    if cause.suspect:
        yield _suspicion(cause, dossier.claims[cause.suspect], home)
    if cause.slip is not Slip.NONE:
        yield say("形似{slip}。", slip=say(SLIPS[cause.slip.value]))
    yield _either(dossier, cause, home)


def _suspicion(cause: Diagnosis, suspect: Claim, home: str) -> str:
    told = {
        "place": _place(suspect, home),
        "label": suspect.label,
        "stated": wording.printed(suspect),
    }
    if not cause.repair:
        return say("最可疑的是{place}“{label}”的 {stated}。", **told)
    repair = _repair_words(cause, suspect)
    return say("最可疑的是{place}“{label}”的 {stated}，若为 {repair} 则上述关系成立。", **told, repair=repair)


def _either(dossier: Dossier, cause: Diagnosis, home: str) -> str:
    """Return the claims of which one is wrong, where nothing printed tells which, each with its repair."""
    told = [_candidate_words(dossier.claims[item.suspect], item, home) for item in cause.candidates]
    return (
        say("仅凭所列数字不能断定哪一个有误：{candidates}。", candidates=say("；").join(told)) if told else ""
    )


def _candidate_words(claim: Claim, candidate: Candidate, home: str) -> str:
    slip = (
        say("（形似{slip}）", slip=say(SLIPS[candidate.slip.value]))
        if candidate.slip is not Slip.NONE
        else ""
    )
    return say(
        "或{place}“{label}”的 {stated} 应为 {repair}{slip}",
        place=_place(claim, home),
        label=claim.label,
        stated=wording.printed(claim),
        repair=_repair_words(candidate, claim),
        slip=slip,
    )


def _repair_words(cause: Diagnosis | Candidate, suspect: Claim) -> str:
    """Return the repair as words, in the scale and unit of the suspect; one number where one is suggested."""
    if _NUMBER.fullmatch(cause.suggested):
        return wording.told_number(Decimal(cause.suggested), suspect)
    repair = cause.repair or Interval(None, None)
    nearest = _nearest(repair, suspect.quantity.step)
    return wording.told(repair, suspect) if nearest is None else wording.told_number(nearest, suspect)


def _suggested(dossier: Dossier, cause: Diagnosis | Candidate) -> str:
    """Return the repair in the unit of the suspect, printed as finely as the suspect where that will do."""
    if not cause.suspect or cause.repair is None:
        return ""
    if cause.suggested:
        return cause.suggested
    step, repair = dossier.claims[cause.suspect].quantity.step, cause.repair
    nearest = _nearest(repair, step)
    return wording.interval_cell(repair, step) if nearest is None else f"{nearest:f}"


def _nearest(repair: Interval, step: Decimal) -> Decimal | None:
    """Return the number of whole steps in the middle of a narrow repair that could be printed for it."""
    width, middle = repair.width, repair.middle
    if width is None or middle is None or width > step * _NARROW:
        return None
    number = (middle / step).to_integral_value() * step
    return number if Interval.around(number, step / 2).meets(repair) else None
