"""What a reviewer wrote into findings.csv lives on in the next run."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from io import StringIO
from pathlib import Path

from auditor.errors import UnreadableFileError
from auditor.model.finding import Finding

COLUMNS = ("status", "reviewer", "reviewed_on", "comment")
OPEN, RESOLVED = "open", "resolved"
#: Decisions after which a finding no longer counts for the exit code.
SETTLED = ("accepted", "false_alarm")

_ENCODINGS = ("utf-8-sig", "gb18030")
#: How the comment of a resolved row keeps the status that a person had given it.
_EARLIER = re.compile(r"〔原状态：([a-z_]+)〕$")


@dataclass(frozen=True, slots=True)
class Decision:
    """The cells of one finding that belong to the reviewer."""

    status: str = OPEN
    reviewer: str = ""
    reviewed_on: str = ""
    comment: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the cells in the order of `COLUMNS`."""
        return self.status, self.reviewer, self.reviewed_on, self.comment

    @property
    def touched(self) -> bool:
        """Return whether a person decided or wrote anything."""
        return self.status != OPEN or any(self.cells[1:])

    def resolved(self) -> Decision:
        """Return this decision for a finding that is gone; its status moves into the comment."""
        if self.status in {OPEN, RESOLVED}:
            return replace(self, status=RESOLVED)
        return replace(self, status=RESOLVED, comment=f"{self.comment}〔原状态：{self.status}〕")

    def returned(self) -> Decision:
        """Return this decision for a finding that was gone and is back."""
        if self.status != RESOLVED:
            return self
        earlier = _EARLIER.search(self.comment)
        if not earlier:
            return replace(self, status=OPEN)
        return replace(self, status=earlier[1], comment=self.comment[: earlier.start()])


@dataclass(frozen=True, slots=True)
class Review:
    """The rows of an earlier findings.csv by finding id."""

    rows: dict[str, dict[str, str]] = field(default_factory=dict)

    def decision(self, finding_id: str) -> Decision:
        """Return what was decided on a finding that is in this run; `open` for a new one."""
        row = self.rows.get(finding_id)
        return _decision(row).returned() if row else Decision()

    def resolved(self, present: Collection[str]) -> list[dict[str, str]]:
        """Return the rows that a person touched and whose finding is not among ``present``."""
        gone = ((key, row, _decision(row)) for key, row in self.rows.items() if key not in present)
        return [
            {**row, **dict(zip(COLUMNS, decision.resolved().cells, strict=True))}
            for _, row, decision in sorted(gone, key=lambda item: item[0])
            if decision.touched
        ]

    def carried(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings with the status that a reviewer gave them."""
        return tuple(replace(finding, status=self.decision(finding.id).status) for finding in findings)


def _decision(row: dict[str, str]) -> Decision:
    status, *rest = ((row.get(column) or "").strip() for column in COLUMNS)
    return Decision(status.lower() or OPEN, *rest)


def read_review(path: Path) -> Review:
    """Return the decisions in a findings.csv as a spreadsheet saved it; none when there is no file.

    Raises:
        UnreadableFileError: when it cannot be read: it is never overwritten unread.
    """
    if not path.exists():
        return Review()
    rows = csv.DictReader(StringIO(_decoded(path), newline=""))
    if "finding_id" not in (rows.fieldnames or ()):
        raise UnreadableFileError(path, "no column finding_id; save it as CSV with commas, or move it away")
    kept: dict[str, dict[str, str]] = {}
    for row in rows:
        key = (row["finding_id"] or "").strip()
        # of two rows for one finding the one with a decision counts
        if key and not (key in kept and _decision(kept[key]).touched):
            kept[key] = {column: cell or "" for column, cell in row.items() if column}
    return Review(kept)


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFileError(path, "neither UTF-8 nor GB 18030")
