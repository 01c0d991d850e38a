"""What people read and work in: report.html and workpaper.xlsx."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path

from auditor.model.audit import Audit
from auditor.model.evidence import Excerpt
from auditor.model.evidence import Site
from auditor.render.files import replace_file
from auditor.render.review import Review

REPORT, WORKPAPER = "report.html", "workpaper.xlsx"


@dataclass(frozen=True, slots=True)
class Papers:
    """Which of the two are written, under which title, and the excerpts that the page shows."""

    html: bool = True
    xlsx: bool = True
    title: str = ""
    excerpts: Mapping[Site, Excerpt] = field(default_factory=dict)

    def write(self, folder: Path, audit: Audit, review: Review) -> None:
        """Write the files that are wanted.

        Raises:
            UsageError: when the folder cannot be written to.
        """
        if self.html:
            from auditor.render.page import page

            replace_file(
                folder / REPORT, page(audit, review, self.excerpts, self.title).encode("utf-8", "replace")
            )
        if self.xlsx:
            from auditor.render.workbook import workbook

            replace_file(folder / WORKPAPER, workbook(audit, review))
