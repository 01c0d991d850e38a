"""Earlier decisions are looked up for the findings of now: by id, by a damaged id, by what they are about."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Hashable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from auditor.model.audit import Audit
from auditor.model.claim import Report
from auditor.model.finding import Finding
from auditor.render.review import COLUMNS
from auditor.render.review import Remembered
from auditor.render.review import Review
from auditor.render.reviewfile import KEY
from auditor.render.reviewfile import Row
from auditor.render.reviewfile import read_findings
from auditor.render.reviewfile import status_word

FINDINGS = "findings.csv"
BACKUPS = "backups"

_YEAR = re.compile(r"[0-9]{4}")
_HEAD = re.compile(r"[0-9]+(e[0-9]+)?", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"[0-9](\.[0-9]+)?e\+?[0-9]+|[0-9]+", re.IGNORECASE)
#: Digits of a number that a spreadsheet shows of a long one.
_SHOWN_DIGITS = 6

_ByKey = dict[str, Remembered]


@dataclass(frozen=True, slots=True)
class _Source:
    """One earlier file. ``listed``: a person named it, so all that is gone from it is told."""

    path: Path
    rows: list[Row]
    listed: bool


def recall(folder: Path, given: Path | None, audit: Audit, columns: tuple[str, ...]) -> Review:
    """Return the decisions of a result folder and of a file that a user gives; the given one goes first.

    ``columns`` are those that findings.csv has of its own.

    Raises:
        MissingFileError: when the given file is not there.
        UnreadableFileError: when one of the files cannot be read.
    """
    sources = list(_sources(folder / FINDINGS, given))
    merged: _ByKey = {}
    conflicts: list[str] = []
    for source in sources:
        conflicts += _strange_words(source)
        for key, row in _aligned(source, audit, conflicts).items():
            merged[key] = _joined(key, merged.get(key), row, conflicts)
    names = dict.fromkeys(name for source in sources for row in source.rows for name in row)
    return Review(merged, tuple(conflicts), tuple(name for name in names if name not in columns))


def keep_backup(path: Path, replacement: bytes) -> None:
    """Keep a copy of a findings.csv that people wrote into, named by its hash, before it is replaced."""
    if not path.exists() or (data := path.read_bytes()) == replacement:
        return
    if not any(Remembered(row).decision.touched for row in read_findings(path)):
        return
    from auditor.render.files import replace_file

    copy = path.parent / BACKUPS / f"{path.stem}-{sha256(data).hexdigest()[:12]}{path.suffix}"
    if not copy.exists():
        replace_file(copy, data)


def _sources(own: Path, given: Path | None) -> Iterator[_Source]:
    if given is not None:
        yield _Source(given, read_findings(given), listed=True)
    if own.exists() and not (given is not None and own.samefile(given)):
        yield _Source(own, read_findings(own), listed=False)


def _strange_words(source: _Source) -> Iterator[str]:
    for row in source.rows:
        told = row.get("status", "")
        if status_word(told) is None:
            yield f"{source.path}: {row[KEY]}: status {told!r} is not known; it is open, the word is kept"


def _joined(key: str, first: Remembered | None, row: Remembered, conflicts: list[str]) -> Remembered:
    """Return one row for one finding; where two people decided differently, both are told."""
    if first is None:
        return row
    if first.prior != row.prior:  # what was decided on this year's run is newer than what was on last year's
        return max((first, row), key=lambda item: (item.decision.touched, not item.prior))
    mine, theirs = first.decision, row.decision
    if mine.touched and theirs.touched and mine.own_words != theirs.own_words:
        kept, quoted = _words(mine.cells), _words(theirs.cells)
        conflicts.append(f"{key}: decided twice: {kept} (kept), {quoted} (quoted in the comment)")
    decision = mine.beside(theirs)
    winner = first if mine.touched or not theirs.touched else row
    cells = {**row.cells, **winner.cells, **dict(zip(COLUMNS, decision.cells, strict=True))}
    return replace(first, cells=cells)


def _words(cells: Iterable[str]) -> str:
    return ", ".join(filter(None, cells))


def _aligned(source: _Source, audit: Audit, conflicts: list[str]) -> _ByKey:
    """Return the rows of a file under the ids of this run."""
    prior = _is_prior(source, audit)
    findings = {finding.id: finding for finding in audit.findings}
    rows: _ByKey = {}
    for row in source.rows:
        key = _repaired(row, findings)
        remembered = Remembered(row | {KEY: key}, prior, source.listed and not prior)
        rows[key] = _joined(key, rows.get(key), remembered, conflicts)
    shift = _shift(source, audit) if prior else 0
    matched = _matched(rows, findings, shift)
    names = {report.name for report in audit.reports}
    kept = {matched.get(key, key): row for key, row in rows.items()}
    # what an earlier year's run said of a report that is not read here is neither open nor resolved
    return {key: row for key, row in kept.items() if key in findings or not prior or _about(row, names)}


def _about(row: Remembered, names: set[str]) -> bool:
    return row.cells.get("report", "") in names


def _is_prior(source: _Source, audit: Audit) -> bool:
    """Return whether the file comes from a run for an earlier year: it knows nothing of the newest report.

    A new file name alone is no new year: the next draft of a report covers the same period.
    """
    if _newest(audit).name in _reports(source):
        return False
    return _shift(source, audit) != 0


def _newest(audit: Audit) -> Report:
    """Return the report of the newest period; press texts stand behind the reports that they speak of."""
    return next((report for report in reversed(audit.reports) if report.audited), audit.reports[-1])


def _reports(source: _Source) -> set[str]:
    """Return the reports that a file's run read, as far as the file and the run.json beside it tell."""
    names = {row.get("report", "") for row in source.rows}
    names |= {ref.rpartition("#")[0] for row in source.rows for ref in row.get("claims", "").split(";")}
    return names | {item.get("name", "") for item in _inputs(source)}


def _inputs(source: _Source) -> list[dict[str, str]]:
    """Return the reports of the run that wrote the file, when its run.json is still beside it."""
    try:
        told = json.loads((source.path.parent / "run.json").read_text("utf-8"))
        return [dict(item) for item in told["inputs"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _shift(source: _Source, audit: Audit) -> int:
    """Return by how many years this run's newest report is later than the one of the file's run."""
    told = [item.get("period", "") for item in _inputs(source)]
    periods = told if any(told) else [row.get("period", "") for row in source.rows]
    years = [int(year) for period in periods for year in _YEAR.findall(period)]
    newest = _newest(audit).period.year
    return newest - max(years) if years and newest else 0


def _repaired(row: Row, findings: Mapping[str, Finding]) -> str:
    """Return the id of a row; one that a spreadsheet took for a number (``1.23457E+11``) is recognised."""
    key = row[KEY]
    if key in findings or not _SCIENTIFIC.fullmatch(key):
        return key
    code = row.get("code", "")
    alike = [
        finding.id
        for finding in findings.values()
        if _HEAD.fullmatch(finding.id) and code in {"", finding.code} and _shown(finding.id) == _shown(key)
    ]
    return alike[0] if len(alike) == 1 else key


def _shown(number: str) -> str:
    return f"{Decimal(number):.{_SHOWN_DIGITS - 1}e}"


def _matched(rows: _ByKey, findings: Mapping[str, Finding], shift: int) -> dict[str, str]:
    """Return the present id by the earlier one, for findings about one thing under two ids.

    An id holds the name of the report's file and the words of the scope. Without it, rule, metric and
    period say which finding is meant; for an earlier year's run the same a year later. Only when
    there is one of each.
    """
    found: dict[str, str] = {}
    for years in dict.fromkeys((0, shift)):
        missing = rows.keys() - findings.keys() - found.keys()
        gone = {key: _subject(rows[key].cells, years) for key in sorted(missing)}
        new = {
            key: (finding.code, _plain(finding.metric), finding.period)
            for key, finding in findings.items()
            if key not in {*rows, *found.values()}
        }
        by_subject = {subject: key for key, subject in _alone(new).items()}
        found |= {key: by_subject[subject] for key, subject in _alone(gone).items() if subject in by_subject}
    return found


def _alone(subjects: Mapping[str, Hashable]) -> dict[str, Hashable]:
    times = Counter(subjects.values())
    return {key: subject for key, subject in subjects.items() if times[subject] == 1}


def _subject(cells: Mapping[str, str], years: int) -> tuple[str, str, str]:
    period = _YEAR.sub(lambda found: f"{int(found[0]) + years:04d}", cells.get("period", ""))
    return cells.get("code", ""), _plain(cells.get("metric", "")), period


def _plain(metric: str) -> str:
    return metric.removeprefix("'").strip()
