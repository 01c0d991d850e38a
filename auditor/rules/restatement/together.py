"""Many rows of a report that moved one way without a note: one cause is missing, not a note for each."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from auditor.lexicon.metrics import metrics
from auditor.lexicon.tongue import say
from auditor.lexicon.tongue import sentences
from auditor.model.claim import Claim
from auditor.model.finding import Finding
from auditor.model.restatement import Restatement
from auditor.rules import wording
from auditor.rules.about import about
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.base import finding_id
from auditor.rules.restatement.wording import checks_of
from auditor.rules.restatement.wording import told_of

#: So many rows do not move one way by so many slips.
_ROWS = 8
#: Of the amounts that moved, one in so many may have gone the other way, as a finding of its own.
_STRAY = 8
_ADDED_UP = ("flow", "stock")
#: What looks like a slip of one number has a cause of its own.
_SLIPS = frozenset({"error", "unit"})


def common(silent: Iterable[Restatement]) -> list[list[Restatement]]:
    """Return the changes of each pair of reports that one cause can have made, in reading order.

    Amounts that moved one way, and the ratios, which go either way with them.
    """
    pairs: dict[tuple[str, str], list[Restatement]] = {}
    for item in silent:
        if item.share is not None and item.follows != "no" and not _SLIPS.intersection(item.hints):
            pairs.setdefault((item.old.report, item.new.report), []).append(item)
    found = (sorted(_one_way(items), key=lambda item: item.new.no) for items in pairs.values())
    return [items for items in found if items]


def joint(dossier: Dossier, items: Sequence[Restatement], heading: Heading) -> Finding:
    """Return the one finding for changes with a common cause; it names them all, and its id none of them."""
    first = items[0]
    periods = {item.new.period.code for item in items}
    found = about(first.new, heading, _message(items))
    return replace(
        told_of(found, items),
        id=finding_id(heading.code, "", "", "", first.new.report, first.old.report),
        metric=say("多项指标"),
        period=first.new.period.code if len(periods) == 1 else "",
        stated="",
        checks=tuple(dict.fromkeys(check for item in items for check in checks_of(dossier, item))),
    )


def _one_way(items: Sequence[Restatement]) -> list[Restatement]:
    """Return the amounts that moved with most and the ratios; none where few moved or ways parted."""
    amounts = [item for item in items if _amount(item.new)]
    fell = [item for item in amounts if _share(item) < 0]
    rose = [item for item in amounts if _share(item) > 0]
    most, fewest = (fell, rose) if len(fell) > len(rose) else (rose, fell)
    rows = {(item.new.metric.id, item.new.scope) for item in most}
    if len(rows) < _ROWS or len(fewest) * _STRAY > len(amounts):
        return []
    return [*most, *(item for item in items if not _amount(item.new))]


def _amount(claim: Claim) -> bool:
    """Return whether a number adds up over the parts of a group, as no ratio or average does."""
    if claim.metric.known:
        return metrics().entry(claim.metric.base).nature in _ADDED_UP
    unit = claim.quantity.unit.id
    return unit not in {"%", "pp"} and "/" not in unit


def _share(item: Restatement) -> Decimal:
    return item.share or Decimal(0)


def _message(items: Sequence[Restatement]) -> str:
    amounts = [item for item in items if _amount(item.new)]
    ratios = [item for item in items if not _amount(item.new)]
    shares = sorted((_share(item) for item in amounts), key=abs)
    told = say(
        "《{new}》中 {rows} 项指标的 {count} 个比较数字与《{old}》所列不同，同向{moved}（{low} 至 {high}），"
        "未见任何说明；形似出于同一原因（如合并范围、口径或方法变化），请说明原因与影响。涉及：{told}。",
        new=items[0].new.report,
        old=items[0].old.report,
        rows=len({(item.new.metric.id, item.new.scope) for item in amounts}),
        count=len(amounts),
        moved=say("减少") if shares[0] < 0 else say("增加"),
        low=wording.percent_words(shares[0]),
        high=wording.percent_words(shares[-1]),
        told=say("、").join(_rows(amounts)),
    )
    after = say("其比率随之变动：{told}。", told=say("、").join(_rows(ratios))) if ratios else ""
    return sentences(told, after)


def _rows(items: Sequence[Restatement]) -> Iterator[str]:
    """Yield each row: where it stands, what it is, and both numbers of each period."""
    for (place, label), row in groupby(items, key=_row):
        yield f"{place} {label} ({say('；').join(map(_moved, row))})"


def _row(item: Restatement) -> tuple[str, str]:
    return wording.place_words(item.new.place), item.new.label


def _moved(item: Restatement) -> str:
    same = item.old.quantity.unit_text == item.new.quantity.unit_text
    old = item.old.quantity.text if same else wording.printed(item.old)
    return f"{item.new.period.code} {old} → {wording.printed(item.new)}"
