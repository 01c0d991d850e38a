"""Ruled tables of real reports agree, number for number, with an independent reader's."""

from __future__ import annotations

import logging
import re
from collections import Counter
from pathlib import Path

import pytest

from auditor.read.pdf import read_pdf

SHARED = Path(__file__).resolve().parents[5] / "shared" / "reports"
NUMERAL = re.compile(r"[-(（]?[0-9][0-9,.]*[)）]?%?")

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared reports are not on this machine")


def numerals(cells):
    plain = [re.sub(r"\s+", "", cell or "") for cell in cells]
    return tuple(cell for cell in plain if NUMERAL.fullmatch(cell))


def second_reading(path, page):
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    with pdfplumber.open(path, pages=[page]) as file:
        rows = [numerals(row) for table in file.pages[0].extract_tables() for row in table]
    return Counter(row for row in rows if row)


def own_reading(document, page):
    found = Counter()
    for table in document.tables:
        if table.place.page == page:
            for row in range(table.rows):
                cells = sorted((c for c in table.cells if c.row == row), key=lambda c: c.column)
                found[numerals([cell.text.string for cell in cells])] += 1
    return found


@pytest.mark.parametrize(
    ("name", "pages"),
    [
        ("hitgen_2022summary_zh", (2, 9, 10)),
        ("medprin_2022summary_zh", (6, 7)),
        ("baicheng_2024summary_zh", (4, 5, 6)),
    ],
)
def test_each_row_of_numbers_is_also_what_a_second_reader_finds(name, pages):
    path = SHARED / f"{name}.pdf"
    document = read_pdf(path, name, "")
    for page in pages:
        missing = second_reading(path, page) - own_reading(document, page)
        assert not missing, (name, page)
