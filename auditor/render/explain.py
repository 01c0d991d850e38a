"""One finding, line by line, from the files that a run wrote."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from collections.abc import Mapping
from io import StringIO
from itertools import zip_longest
from pathlib import Path

from auditor.errors import MissingFileError
from auditor.errors import UsageError
from auditor.render.recall import FINDINGS
from auditor.render.review import Remembered
from auditor.render.reviewfile import Row
from auditor.render.reviewfile import read_findings

_Claims = Mapping[str, Row]


def explain(folder: Path, told: str) -> Iterator[str]:
    """Return the lines that explain a finding, by its id or the beginning of it.

    Raises:
        MissingFileError: when the folder holds no results.
        UsageError: when no finding, or more than one, has such an id.
    """
    finding = find(folder, told)
    claims = {f"{row['report']}#{row['claim_no']}": row for row in _table(folder / "claims.csv")}
    checks = {row["check_id"]: row for row in _table(folder / "checks.csv")}
    yield f"{finding['finding_id']}  {finding['code']}  {finding['severity']}  {finding['title']}"
    yield finding["message"]
    yield from _claims(finding, claims)
    for check in (checks[name] for name in _names(finding["checks"]) if name in checks):
        yield from _check(check, claims)
    yield from _restatements(finding, claims, _table(folder / "restatements.csv"))
    yield from _repair(finding, claims)
    yield from _review(finding)


def find(folder: Path, told: str) -> Row:
    """Return the row of one finding.

    Raises:
        MissingFileError: when the folder holds no findings.csv.
        UsageError: when no finding, or more than one, has an id that begins so.
    """
    found = [row for row in read_findings(folder / FINDINGS) if row["finding_id"].startswith(told)]
    if len(found) == 1:
        return found[0]
    if not found:
        message = f"{folder / FINDINGS}: no finding {told}"
        raise UsageError(message)
    message = f"{told}: {len(found)} findings begin so: {', '.join(row['finding_id'] for row in found)}"
    raise UsageError(message)


def _table(path: Path) -> list[Row]:
    if not path.exists():
        raise MissingFileError(path)
    return list(csv.DictReader(StringIO(path.read_text("utf-8-sig"), newline="")))


def _names(cell: str) -> list[str]:
    return [name for name in cell.split(";") if name]


def _claims(finding: Row, claims: _Claims) -> Iterator[str]:
    refs = _names(finding["claims"])
    if refs:
        yield ""
        yield "claims"
    for ref in refs:
        yield f"  {_claim(claims[ref])}" if ref in claims else f"  {ref}: not in claims.csv any more"


def _claim(row: Row) -> str:
    words = (row["metric"], row["scope"], row["period"], f"{row['value_text']} {row['unit']}".strip())
    told = "  ".join(filter(None, (_place(row), *words, _ends(row["low"], row["high"]))))
    return f"{told}  「{row['context']}」" if row["context"] else told


def _place(row: Row) -> str:
    where = f"p{row['page']}" if row["page"] else f"L{row['line']}" if row["line"] else ""
    return f"{row['report']}#{row['claim_no']} {where}".rstrip()


def _ends(low: str, high: str) -> str:
    return f"[{low or '…'}, {high or '…'}]"


def _check(check: Row, claims: _Claims) -> Iterator[str]:
    stated, *inputs = _names(check["inputs"])
    yield ""
    yield f"check {check['check_id']}  {check['kind']}  {check['period']}".rstrip()
    yield f"  {check['statement']}"
    for ref in inputs:
        if ref in claims:
            yield f"    takes     {_claim(claims[ref])}"
    yield f"    gives     {_ends(check['computed_low'], check['computed_high'])}"
    if stated in claims:
        yield f"    stated    {_claim(claims[stated])}"
    units = f" ({check['gap_in_units']} of the last printed digit)" if check["gap_in_units"] else ""
    yield f"    gap       {check['gap']}{units}"
    yield f"    verdict   {check['verdict']}{'  ' + check['reason'] if check['reason'] else ''}"


def _restatements(finding: Row, claims: _Claims, rows: list[Row]) -> Iterator[str]:
    """Return the restatements whose two tellings are among the claims of the finding."""
    named = [claims[ref] for ref in _names(finding["claims"]) if ref in claims]
    told = {(row["report"], row["value"], row["period"]) for row in named}
    for row in rows:
        sides = {(row[f"report_{side}"], row[f"value_{side}"], row["period"]) for side in ("old", "new")}
        if sides <= told:
            yield from _restatement(row)


def _restatement(row: Row) -> Iterator[str]:
    yield ""
    yield f"restatement {row['key']}  {row['metric_new']}  {row['period']}  {row['class']}"
    for side, sign in (("old", "told"), ("new", "now ")):
        place = f"{row[f'report_{side}']} {row[f'place_{side}']}"
        yield f"    {sign}      {place}  {row[f'value_{side}']} {row[f'unit_{side}']}".rstrip()
    if row["change"]:
        difference = f"{row['value_new']} − {row['value_old']} = {row['change']}"
        yield f"    change    {difference} ({row['change_pct']} %)"
    yield f"    disclosed {row['disclosed'] or 'not asked'}  {row['causes']}".rstrip()
    if row["explanation"]:
        yield f"    note      {row['explanation_place']} 「{row['explanation']}」"


def _repair(finding: Row, claims: _Claims) -> Iterator[str]:
    told = zip_longest(_names(finding["suspect"]), _names(finding["suggested"]), fillvalue="")
    for number, (ref, suggested) in enumerate(told):
        if ref not in claims:
            return
        yield ""
        yield f"{'or        ' if number else 'suspect   '}{_claim(claims[ref])}"
        if suggested:
            yield f"repair    {claims[ref]['value']} → {suggested} would satisfy all its checks"
    if finding["slip"]:
        yield f"slip      {finding['slip']}"


def _review(finding: Row) -> Iterator[str]:
    decision = Remembered(finding).decision
    yield ""
    yield f"status    {'  '.join(filter(None, decision.cells))}"
