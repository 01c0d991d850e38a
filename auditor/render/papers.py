"""What people read and work in: report.html and workpaper.xlsx."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.model.audit import Audit
from auditor.model.evidence import Excerpts
from auditor.render.files import replace_file
from auditor.render.review import Review
from auditor.render.sheets import Sheet

REPORT, WORKPAPER = "report.html", "workpaper.xlsx"


@dataclass(frozen=True, slots=True)
class Papers:
    """Which of the two are written, under which title, and what gives the excerpts that the page shows."""

    html: bool = True
    xlsx: bool = True
    title: str = ""
    excerpts: Callable[[], Excerpts] = dict

    def cover(self, folder: Path) -> bool:
        """Return whether a workbook in a folder, into which people may have written, is among them."""
        return self.xlsx or not (folder / WORKPAPER).exists()

    def write(self, folder: Path, audit: Audit, review: Review, made: Sequence[Sheet] = ()) -> list[Path]:
        """Write the files that are wanted; return where. ``made`` are the tables where they are made already.

        Raises:
            UsageError: when the folder cannot be written to.
        """
        paths: list[Path] = []
        if self.html:
            from auditor.render.page import page

            text = page(audit, review, self.excerpts(), self.title)
            paths.append(replace_file(folder / REPORT, text.encode("utf-8", "replace")))
        if self.xlsx:
            from auditor.render.workbook import workbook

            paths.append(replace_file(folder / WORKPAPER, workbook(audit, review, made)))
        return paths
