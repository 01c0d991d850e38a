"""The result of a benchmark as a table to read and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from collections.abc import Sequence

from auditor.model.audit import Audit
from auditor.model.finding import Severity
from tests.bench.score import FAINT
from tests.bench.score import FIRM
from tests.bench.score import NONE
from tests.bench.score import TIE
from tests.bench.score import TWIN
from tests.bench.score import Outcome

_HEADS = (
    "class",
    "where",
    "planted",
    "silent",
    "faint",
    "found",
    "twin",
    "found",
    "tie",
    "found",
    "firm",
    "found",
    "recall",
    "culprit",
    "repair",
    "either",
    "untold",
    "extra",
    "known",
    "split",
)
_CSV = (
    "case", "class", "where", "report", "place", "metric", "period", "old", "new", "detectable", "read",
    "found", "code", "severity", "culprit", "repair", "suspect", "suggested", "slip", "extra", "either", "told",
)  # fmt: skip


def summary(outcomes: Sequence[Outcome], clean: Sequence[tuple[str, Audit]]) -> str:
    """Return the table: a line for each class and place, then all together, then the clean reports.

    ``silent`` break no printed relation, ``tie`` only one that was proposed because numbers agreed, ``faint``
    only ties that chance may have made, ``twin`` none, but a reader would find the number elsewhere. Recall is of
    ``twin``, ``tie`` and ``firm`` together; culprit and repair are of what was found, save for ``either``: found,
    and undecidable by the rule of `score`; the repair also save for ``untold``. ``extra`` are new findings
    elsewhere, ``known`` those of the clean report with another suspect, ``split`` further ones on the same error.
    """
    keys = list(dict.fromkeys((item.plant.kind, item.plant.where) for item in outcomes))
    rows = [
        (*key, *_counts([item for item in outcomes if (item.plant.kind, item.plant.where) == key]))
        for key in keys
    ]
    rows.extend(
        ("all", where, *_counts([item for item in outcomes if item.plant.where == where]))
        for where in dict.fromkeys(item.plant.where for item in outcomes)
    )
    rows.append(("all", "", *_counts(outcomes)))
    return "\n".join((*_aligned([_HEADS, *rows]), "", *_precision(outcomes), "", *_clean(clean))) + "\n"


def as_csv(outcomes: Iterable[Outcome]) -> str:
    """Return a record for each planted error."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_CSV)
    writer.writerows(_record(item) for item in outcomes)
    return out.getvalue()


def _record(item: Outcome) -> tuple[str, ...]:
    claim = next(iter(item.plant.claims.values()))
    first = item.named[0] if item.named else None
    return (
        item.case,
        item.plant.kind,
        item.plant.where,
        claim.report,
        str(claim.place),
        claim.label,
        claim.period.code,
        item.plant.old,
        item.plant.new,
        item.detectable,
        _word(item.read),
        _word(item.found),
        first.code if first else "",
        first.severity.value if first else "",
        _word(item.culprit),
        _word(item.repair),
        first.suspect if first else "",
        first.suggested if first else "",
        first.slip.value if first else "",
        ";".join(f"{other.code} {other.place} {other.metric}" for other in item.others),
        _word(item.undecidable),
        _word(item.told),
    )


def _word(truth: bool) -> str:
    return "yes" if truth else "no"


def _counts(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    firm = [item for item in outcomes if item.detectable == FIRM]
    tie = [item for item in outcomes if item.detectable == TIE]
    twin = [item for item in outcomes if item.detectable == TWIN]
    faint = [item for item in outcomes if item.detectable == FAINT]
    found = [item for item in firm if item.found]
    named = [item for item in outcomes if item.found and not item.undecidable]
    return (
        str(len(outcomes)),
        str(sum(item.detectable == NONE for item in outcomes)),
        str(len(faint)),
        str(sum(item.found for item in faint)),
        str(len(twin)),
        str(sum(item.found for item in twin)),
        str(len(tie)),
        str(sum(item.found for item in tie)),
        str(len(firm)),
        str(len(found)),
        share(sum(item.found for item in (*twin, *tie, *firm)), len(twin) + len(tie) + len(firm)),
        share(sum(item.culprit for item in named), len(named)),
        share(sum(item.repair for item in named if item.told), sum(item.told for item in named)),
        str(sum(item.undecidable for item in outcomes)),
        str(sum(item.found and not item.told for item in outcomes)),
        str(sum(len(item.others) for item in outcomes)),
        str(sum(len(item.known) for item in outcomes)),
        str(sum(max(len(item.named) - 1, 0) for item in outcomes)),
    )


def share(part: int, whole: int) -> str:
    """Return a share of a whole in percent, ``-`` of nothing."""
    return f"{100 * part / whole:.0f}%" if whole else "-"


def _precision(outcomes: Sequence[Outcome]) -> Iterable[str]:
    right = sum(len(item.named) for item in outcomes)
    extra = sum(len(item.others) for item in outcomes)
    errors = sum(other.severity is Severity.ERROR for item in outcomes for other in item.others)
    audits = sum(item.detectable != NONE for item in outcomes)
    yield f"precision: {share(right, right + extra)} ({right} new findings name the error, {extra} do not)"
    yield f"new errors elsewhere: {errors} in {audits} audits"
    yield f"planted numbers not read again: {sum(not item.read for item in outcomes)}"


def _clean(clean: Sequence[tuple[str, Audit]]) -> Iterable[str]:
    yield "findings on the clean originals"
    for name, audit in clean:
        counts = [f"{sum(f.severity is level for f in audit.findings)} {level.value}" for level in Severity]
        size = f"{sum(1 for _ in audit.claims)} claims, {len(audit.judgements)} checks"
        yield f"  {name}: {', '.join(counts)}; {size}"
        for item in audit.findings:
            if item.severity is not Severity.NOTE:
                where = f"{item.report} {item.place} {item.metric} ({item.period})"
                yield f"    {item.code} {item.severity.value} {where}: {item.stated} / {item.expected}"


def _aligned(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        cells = [
            cell.ljust(width) if at < 2 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()
