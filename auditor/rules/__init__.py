"""Verdicts and restatements become findings: one small file for each finding code."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal

from auditor.config import RuleChoice
from auditor.errors import ConfigError
from auditor.lexicon.tongue import say
from auditor.lexicon.tongue import sentences
from auditor.model.finding import Finding
from auditor.rules.base import Dossier
from auditor.rules.base import Rule
from auditor.rules.base import finding_id
from auditor.rules.narrative import direction_not_supported
from auditor.rules.narrative import place_in_another_province
from auditor.rules.narrative import same_fact_disagrees
from auditor.rules.periods import wrong_reporting_period
from auditor.rules.plausibility import copied_row
from auditor.rules.plausibility import digit_grouping
from auditor.rules.plausibility import impossible_factor
from auditor.rules.plausibility import impossible_sign
from auditor.rules.plausibility import lone_spike
from auditor.rules.plausibility import scale_break
from auditor.rules.plausibility import share_out_of_range
from auditor.rules.plausibility import stale_copy
from auditor.rules.plausibility import unit_missing
from auditor.rules.ratios import growth_does_not_follow
from auditor.rules.ratios import not_a_whole_number
from auditor.rules.ratios import ratio_does_not_follow
from auditor.rules.restatement import before_not_as_told
from auditor.rules.restatement import change_not_explained
from auditor.rules.restatement import consistency_contradicted
from auditor.rules.restatement import disclosed_restatement
from auditor.rules.restatement import growth_not_like_for_like
from auditor.rules.restatement import growth_on_another_base
from auditor.rules.restatement import quoted_before_restatement
from auditor.rules.restatement import silent_restatement
from auditor.rules.restatement import unmoved_despite_note
from auditor.rules.totals import parts_miss_total

#: Every rule, in the order of the codes. A code is never given to another rule.
RULES: tuple[Rule, ...] = (
    same_fact_disagrees,
    direction_not_supported,
    place_in_another_province,
    growth_does_not_follow,
    ratio_does_not_follow,
    not_a_whole_number,
    silent_restatement,
    disclosed_restatement,
    growth_not_like_for_like,
    unmoved_despite_note,
    consistency_contradicted,
    change_not_explained,
    growth_on_another_base,
    before_not_as_told,
    quoted_before_restatement,
    parts_miss_total,
    wrong_reporting_period,
    share_out_of_range,
    impossible_sign,
    scale_break,
    digit_grouping,
    stale_copy,
    copied_row,
    unit_missing,
    lone_spike,
    impossible_factor,
)


def findings(dossier: Dossier) -> tuple[Finding, ...]:
    """Return what all rules that are on have found, sorted by id; every id is there once."""
    off, severity = dossier.choice.disabled, dossier.choice.severity
    found = (item for rule in RULES if rule.CODE not in off for item in rule.check(dossier))
    weighed = [
        replace(
            item,
            severity=severity.get(item.code, item.severity),
            title=say(item.title),
            message=_labelled(item, dossier),
        )
        for item in found
    ]
    return tuple(sorted(_told_apart(weighed, dossier), key=lambda item: item.id))


def _labelled(item: Finding, dossier: Dossier) -> str:
    """Return the message, with a word on a gap that the user calls clearly trivial."""
    claim = dossier.claims.get(item.claims[0]) if item.claims else None
    limits = dossier.thresholds.of(claim.metric.id, claim.quantity.unit.id) if claim else None
    if limits is None or limits.trivial is None or not re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", item.gap):
        return item.message
    small = abs(Decimal(item.gap)) <= limits.trivial
    limit = say("差额不超过明显微小的界限 {limit}。", limit=f"{limits.trivial:f}")
    return sentences(item.message, limit if small else "")


def refuse_unknown(choice: RuleChoice) -> None:
    """Refuse a configuration that names rules which do not exist.

    Raises:
        ConfigError: with every such code.
    """
    codes = [rule.CODE for rule in RULES]
    faults = [
        f"rules: {code}: no such rule; known: {', '.join(codes)}"
        for code in (*choice.disabled, *choice.severity)
        if code not in codes
    ]
    if faults:
        raise ConfigError("configuration", faults)


def _told_apart(found: list[Finding], dossier: Dossier) -> list[Finding]:
    """Return findings with ids of their own: where ids collide, the keys of the claims are added."""
    by_id: defaultdict[str, list[Finding]] = defaultdict(list)
    for item in found:
        by_id[item.id].append(item)
    apart: list[Finding] = []
    for same in by_id.values():
        if len(same) == 1:
            apart += same
            continue
        for item in same:
            keys = (dossier.claims[ref].key for ref in item.claims if ref in dossier.claims)
            apart.append(replace(item, id=finding_id(item.id, "", "", "", item.report, *keys, *item.checks)))
    return list({item.id: item for item in apart}.values())
