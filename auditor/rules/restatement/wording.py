"""A comparative that changed, as the facts of a message and the cells of a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.lexicon.spoken import decimal_words
from auditor.lexicon.spoken import signed
from auditor.lexicon.tongue import say
from auditor.lexicon.tongue import sentences
from auditor.model.bridge import Bridge
from auditor.model.claim import Note
from auditor.model.finding import Finding
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from auditor.rules import wording
from auditor.rules.about import about
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.restatement.threshold import threshold


def finding(dossier: Dossier, item: Restatement, heading: Heading) -> Finding:
    """Return the finding for one changed comparative; it points at the newer report."""
    return replace(
        _finding(item, heading, _message(dossier, item, heading)),
        expected=wording.printed(item.old),
        gap="" if item.change is None else f"{item.change:f}",
        checks=checks_of(dossier, item),
    )


def noted(item: Restatement, heading: Heading, note: Note) -> Finding:
    """Return the finding for a fact that a note speaks of; it points at the newer report."""
    return _finding(
        item,
        heading,
        say(
            heading.message,
            metric=item.new.label,
            period=item.new.period.code,
            place_old=wording.place_words(item.old.place, name=True),
            place_new=wording.place_words(item.new.place, name=True),
            new=wording.printed(item.new),
            note_place=wording.place_words(note.place),
            note=note.text,
        ),
    )


def remainder(item: Restatement, bridge: Bridge, heading: Heading) -> Finding:
    """Return the finding for a bridge that leaves something over."""
    steps = say("，").join(f"{step.label} {signed(step.change)}" for step in bridge.steps)
    message = say(
        heading.message,
        metric=item.new.label,
        period=item.new.period.code,
        old=wording.printed(item.old),
        new=wording.printed(item.new),
        change=_change(item),
        steps=steps,
        rest=wording.with_unit(signed(bridge.rest), item.new),
    )
    return replace(_finding(item, heading, message), gap=f"{bridge.rest:f}")


def _finding(item: Restatement, heading: Heading, message: str) -> Finding:
    """Return a finding about both tellings of a fact, at the place of the newer one."""
    new, old = item.new, item.old
    return told_of(about(new, heading, message, old.report), [item])


def told_of(found: Finding, items: Sequence[Restatement]) -> Finding:
    """Return a finding that speaks of both tellings of each fact, and of nothing else."""
    pairs = tuple((item.new.ref, item.old.ref) for item in items)
    return replace(found, claims=tuple(ref for pair in pairs for ref in pair), retold=pairs)


def checks_of(dossier: Dossier, item: Restatement) -> tuple[str, ...]:
    """Return the judged relation between the two tellings, when there is one."""
    pair = {item.old.ref, item.new.ref}
    return tuple(one.relation.id for one in dossier.judgements if set(one.relation.refs) == pair)


def _message(dossier: Dossier, item: Restatement, heading: Heading) -> str:
    old, new, note = item.old, item.new, item.note
    told = say(
        heading.message,
        metric=new.label,
        period=new.period.code,
        place_old=wording.place_words(old.place, name=True),
        place_new=wording.place_words(new.place, name=True),
        old=wording.printed(old),
        new=wording.printed(new),
        change=_change(item),
        weight=_weight(dossier, item),
        note_place=wording.place_words(note.place, name=note.report != new.report) if note else "",
        note=note.text if note else "",
    )
    hint = say("从数字看：{remark}。", remark=item.remark) if item.hints and item.remark else ""
    left = say("依赖该数字的合计、比率或增长率未随之更新。") if item.follows == "no" else ""
    return sentences(told, left, hint)


def _change(item: Restatement) -> str:
    """Return ``减少 2,788,719 吨（−21.0%）``."""
    if item.change is None:
        return say("口径不同" if item.standing is Standing.DEFINITION else "幅度无法计算")
    amount = wording.with_unit(decimal_words(abs(item.change)), item.new)
    told = {"amount": amount, "share": wording.percent_words(item.share)}
    return (
        say("减少 {amount}（{share}）", **told)
        if item.change < 0
        else say("增加 {amount}（{share}）", **told)
    )


def _weight(dossier: Dossier, item: Restatement) -> str:
    """Return on which side of the materiality threshold the change lies."""
    limits = dossier.thresholds.of(item.new.metric.id, item.new.quantity.unit.id)
    if limits is not None and limits.amount is not None and item.change is not None:
        limit = wording.with_unit(decimal_words(limits.amount), item.new)
        return _side(abs(item.change) >= limits.amount, limit)
    if item.share is None:
        return say("重要性无法判断")
    least = limits.share if limits and limits.share is not None else threshold(dossier, item.new.report)
    return _side(abs(item.share) >= least, f"{decimal_words(least * 100)}%")


def _side(reached: bool, limit: str) -> str:  # what is told
    return say("达到 {limit} 的重要性水平" if reached else "低于 {limit} 的重要性水平", limit=limit)
