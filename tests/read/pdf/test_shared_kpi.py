"""KPI appendices of the shared reports come back cell for cell, ruled and with horizontal rules only."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from auditor.model.document import Document
from auditor.model.document import Table
from auditor.read.pdf import read_pdf

SHARED = Path(__file__).resolve().parents[4] / "shared"
SEEDS = {"fy2025": ("000_*.txt", 3609, 3757), "fy2022": ("001_*.txt", 3392, 3458)}

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared reports are not on this machine")


@cache
def document(name: str) -> Document:
    return read_pdf(SHARED / "reports" / f"{name}.pdf", name, "")


def squeezed(text: str) -> str:
    """Return a cell without spaces and with its footnote marks as plain signs."""
    text = re.sub(r"\^\{([0-9,]+)\}", r"\1", text)
    return re.sub(r"\s+", "", text).translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))


def seed_rows(case: str) -> list[list[str]]:
    pattern, first, last = SEEDS[case]
    path = next((SHARED / "seeds").glob(pattern))
    lines = path.read_text(encoding="utf-8").splitlines()[first - 1 : last]
    return [[squeezed(cell) for cell in line.split("\t")] for line in lines if "\t" in line]


def table_rows(table: Table) -> list[list[str]]:
    return [[squeezed(cell.text.string) if cell else "" for cell in row] for row in table.grid()]


@pytest.mark.parametrize("style", ["ruled", "borderless"])
@pytest.mark.parametrize("case", ["fy2022", "fy2025"])
def test_every_row_of_the_kpi_appendix_is_read_cell_for_cell(case: str, style: str) -> None:
    read = [row for table in document(f"alibaba_{case}_{style}").tables for row in table_rows(table)]
    wanted = [row for row in seed_rows(case) if any(row[1:])]
    missing = [row for row in wanted if row not in read and [*row, ""] not in read]
    assert missing == []


@pytest.mark.parametrize("style", ["ruled", "borderless"])
def test_every_value_stands_under_its_own_year(style: str) -> None:
    tables = [
        table
        for table in document(f"alibaba_fy2025_{style}").tables
        if table.columns == 6 and table.place.page in range(109, 114)
    ]
    for table in tables:
        heads = [cell.text.string for cell in table.cells if cell.row == 0]
        assert heads[2:] == ["2022 財年", "2023 財年", "2024 財年", "2025 財年"], table.place
        assert table.header_rows == 1


@pytest.mark.parametrize("style", ["ruled", "borderless"])
def test_footnotes_keep_their_marks_and_lose_them_in_the_text(style: str) -> None:
    blocks = document(f"alibaba_fy2025_{style}").blocks
    notes = [block for block in blocks if block.mark and block.place.page in range(109, 114)]
    assert [note.mark for note in notes] == [str(number) for number in range(1, 18)]
    assert notes[6].text.string.startswith("PUE 是")


def test_a_raised_mark_never_becomes_a_digit_of_the_label() -> None:
    labels = [row[0] for table in document("alibaba_fy2025_ruled").tables for row in _raw(table)]
    assert "管理人員¹¹" in labels
    assert "範圍 3 排放量²,⁴,⁵" in labels


def _raw(table: Table) -> list[list[str]]:
    return [[cell.text.string if cell else "" for cell in row] for row in table.grid()]
