"""Dense tables of real reports come back figure for figure; the labels were written by eye from the pages.

``real/labels.csv`` holds numbers and short labels only: one line is a row of a table, its heads and values
in lists that ``|`` parts. ``*`` stands for heads on an earlier page, and for a label that is not compared.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import regex

from auditor.model.document import Document
from auditor.model.document import Table
from auditor.read.pdf import read_pdf

LABELS = Path(__file__).parent / "real" / "labels.csv"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "reports"
#: What no page may get wrong: a share of all labelled figures.
RIGHT = 0.99
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared reports are not on this machine")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One figure of a page and where it stands."""

    report: str
    page: int
    row: tuple[str, ...]
    head: tuple[str, ...]
    value: str


def labelled() -> list[Labelled]:
    found = []
    with LABELS.open(encoding="utf-8") as file:
        for line in csv.DictReader(file):
            row = tuple(bare(part) for part in line["row"].split(" / "))
            heads, values = line["heads"].split("|"), line["values"].split("|")
            assert len(heads) == len(values), line
            for head, value in zip(heads, values, strict=True):
                path = tuple(bare(part) for part in head.split(" / "))
                found.append(Labelled(line["report"], int(line["page"]), row, path, bare(value)))
    return found


def bare(text: str) -> str:
    """Return a text without white space, marks and bullets."""
    text = regex.sub(r"[\s⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾,，]+", "", text).replace("（", "(").replace("）", ")")
    return text if text == "*" else text.replace("-", "").replace("–", "").rstrip("*") or text


@cache
def document(report: str) -> Document:
    return read_pdf(SHARED / f"{report}.pdf", report, "0")


@cache
def cells(report: str, page: int) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    """Return row labels, heads and text of each filled body cell on a page."""
    found = []
    for table in document(report).tables:
        if any(cell.text and cell.text.place().page == page for cell in table.cells):
            found += _cells(table)
    return found


def _cells(table: Table) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    grid = table.grid()
    found = []
    for row in range(table.header_rows, table.rows):
        texts = [cell.text.string if cell else "" for cell in grid[row]]
        for column in range(1, table.columns):
            cell = grid[row][column]
            if cell is not None and cell.text and cell.row == row and cell.column == column:
                heads = (grid[k][column] for k in range(table.header_rows))
                path = dict.fromkeys(bare(head.text.string) for head in heads if head and head.text)
                labels = dict.fromkeys(bare(text) for text in texts[:column] if bare(text))
                found.append((tuple(labels), tuple(path), bare(cell.text.string)))
    return found


def is_right(label: Labelled) -> bool:
    return any(
        text == label.value
        and _begins(labels, label.row)
        and (label.head == ("*",) or _ends(heads, label.head))
        for labels, heads, text in cells(label.report, label.page)
    )


def _begins(labels: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return len(labels) >= len(wanted) and all(
        want in {"*", label} for label, want in zip(labels, wanted, strict=False)
    )


def _ends(heads: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return len(heads) >= len(wanted) and all(
        want in {"*", head} for head, want in zip(heads[-len(wanted) :], wanted, strict=True)
    )


def test_labelled_figures_of_real_pages_are_in_their_place() -> None:
    labels = labelled()
    misses = [label for label in labels if not is_right(label)]
    assert len({(label.report, label.page) for label in labels}) >= 20
    assert len(misses) <= (1 - RIGHT) * len(labels), misses
