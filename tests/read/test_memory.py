"""A long report costs memory for what it says, not for its pages: these are closed one by one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

#: Memory that one more page with 120 cells may cost, in kilobytes: its words and its part of the document.
KILOBYTES = 400
READ = """
import resource, sys
from pathlib import Path
from auditor.read.pdf import read_pdf
document = read_pdf(Path(sys.argv[1]), "long", "0")
print(len(document.tables), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def report(path: Path, pages: int) -> Path:
    canvas = Canvas(str(path), invariant=True)
    for page in range(pages):
        canvas.setFont("Helvetica", 9)
        for row in range(30):
            y = 780 - 20 * row
            canvas.drawString(60, y, f"Indicator {row} of page {page}")
            for column in range(3):
                canvas.drawRightString(330 + 70 * column, y, f"{page * 997 + row * 31 + column:,}")
            canvas.line(55, y - 6, 520, y - 6)
        canvas.showPage()
    canvas.save()
    return path


def reading(path: Path) -> tuple[int, int]:
    """Return the tables that were read and the most memory (kilobytes) that it took in a process of its own."""
    done = subprocess.run([sys.executable, "-c", READ, str(path)], check=True, capture_output=True, text=True)
    tables, most = done.stdout.split()
    return int(tables), int(most)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the most memory in kilobytes")
def test_memory_stays_flat_over_three_hundred_pages(tmp_path: Path) -> None:
    few, most_of_few = reading(report(tmp_path / "few.pdf", 100))
    many, most_of_many = reading(report(tmp_path / "many.pdf", 300))
    assert (few, many) == (100, 300)
    assert (most_of_many - most_of_few) / 200 < KILOBYTES
