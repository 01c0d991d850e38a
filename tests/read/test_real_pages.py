"""Dense tables of real reports come back figure for figure; the labels were written by eye from the pages.

Every ``real/*.csv`` holds numbers and short labels only. One line is a row of a table:

- ``report``: the file's name without its suffix. ``page``: its page; of a text any line of the table.
- ``row``: its label, ``parent / label`` where labels stand in several columns, ``*`` for one that is not compared;
  ``>label`` is the nearest one to the left of a value (in a row of pairs).
- ``heads`` and ``values``: lists that ``|`` parts, of one length. A head is ``upper / lower``, its last parts are
  enough; ``*`` is one that is not compared, ``figure`` one of a number outside tables (a tile, a chart), whose
  ``row`` are words of its label.
- ``units`` and ``periods``: as `claims.csv` gives ``unit_id`` and ``period``, one for the row or one for each value;
  ``*`` is not compared, nothing means that there is none, ``a;b`` that either will do (the page does not say).
  ``10000 CNY`` is a unit of which one printed is ten thousand.
- A figure of which the page does not say when is of the reporting year.
- ``marks``: the footnote marks of the row as in ``notes`` of `claims.csv`, ``;`` between them; ``*`` as above.

A file named ``*_pages.csv`` holds every figure in the tables of its pages, the others some of them.
The last three may be left out, which is ``*``. White space, commas and raised digits do not count in a comparison.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from functools import reduce
from pathlib import Path

import pytest
import regex

from auditor.config import ReportOptions
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.document import Cell
from auditor.model.document import Document
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.model.place import Box
from auditor.model.place import Place
from auditor.pipeline import open_report

LABELS = Path(__file__).parent / "real"
SHARED = Path(__file__).resolve().parents[3] / "shared"
#: What must be right: a share of all labelled figures.
RIGHT = 0.995
#: How many may be wrong without a doubt told on them.
SILENT = 0
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared reports are not on this machine")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One figure of a page: where it stands, and what it must be understood as."""

    report: str
    page: int
    row: tuple[str, ...]
    head: tuple[str, ...]
    value: str
    unit: str = "*"
    period: str = "*"
    marks: str = "*"


@dataclass(frozen=True, slots=True)
class Found:
    """A filled body cell: its row labels, its heads, and the claims made of it."""

    labels: tuple[str, ...]
    heads: tuple[str, ...]
    table: Table
    cell: Cell
    claims: tuple[Claim, ...]


def labelled() -> list[Labelled]:
    return [label for path in sorted(LABELS.glob("*.csv")) for label in _of_file(path)]


def _of_file(path: Path) -> Iterator[Labelled]:
    with path.open(encoding="utf-8") as file:
        for line in csv.DictReader(file):
            heads, values = line["heads"].split("|"), line["values"].split("|")
            told = [_each(line.get(name) or "*", values) for name in ("units", "periods", "marks")]
            assert len(heads) == len(values), line
            for head, value, *understood in zip(heads, values, *told, strict=True):
                path_of = _parts(line["row"]), _parts(head)
                yield Labelled(line["report"], int(line["page"]), *path_of, figure(value), *understood)


def _each(told: str, values: list[str]) -> list[str]:
    """Return one entry for each value of a row."""
    parts = told.split("|")
    return parts * len(values) if len(parts) == 1 else parts


def _parts(path: str) -> tuple[str, ...]:
    return tuple(bare(part) for part in path.split(" / "))


def bare(text: str) -> str:
    """Return a text without white space, marks and bullets."""
    text = regex.sub(r"[\s⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾,，]+", "", text).replace("（", "(").replace("）", ")")
    return text if text == "*" else text.replace("-", "").replace("–", "").rstrip("*") or text


def figure(text: str) -> str:
    """Return a value without white space and separators; its sign counts."""
    return regex.sub(r"[\s,，⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾]+", "", text).replace("−", "-").replace("–", "-")


@cache
def opened(report: str) -> tuple[tuple[Claim, ...], Document]:
    path = next(path for folder in ("reports", "seeds") for path in (SHARED / folder).glob(f"{report}.*"))
    told, document = open_report(path, ReportOptions())
    return told.claims, document


def document(report: str) -> Document:
    return opened(report)[1]


def on(place: Place, page: int) -> bool:
    """Return whether something stands on a page, or on a line of a text."""
    return page in (place.page, place.line)


@cache
def cells(report: str, page: int) -> list[Found]:
    """Return each filled body cell of the tables on a page; a table that goes on has the heads it began with."""
    claims, found, heads = opened(report)[0], [], []
    for table in document(report).tables:
        heads = heads if table.continued and not table.header_rows else _heads(table)
        if any(cell.text and on(piece.place, page) for cell in table.cells for piece in cell.text.pieces):
            found += _cells(table, heads, claims)
    return found


def _heads(table: Table) -> list[tuple[str, ...]]:
    """Return the heads of each column, from the top."""
    rows = table.grid()[: table.header_rows]
    cells_of = ([row[column] for row in rows] for column in range(table.columns))
    return [
        tuple(dict.fromkeys(bare(cell.text.string) for cell in path if cell and cell.text))
        for path in cells_of
    ]


def _cells(table: Table, heads: list[tuple[str, ...]], claims: tuple[Claim, ...]) -> Iterator[Found]:
    grid = table.grid()
    where = {key for cell in table.cells for key in _keys(cell.text)}
    near = [claim for claim in claims if (claim.place.page, claim.place.line) in where]
    for row in range(table.header_rows, table.rows):
        texts = [cell.text.string if cell else "" for cell in grid[row]]
        for column in range(1, table.columns):
            cell = grid[row][column]
            if cell is not None and cell.text and cell.row == row and cell.column == column:
                path = heads[column] if column < len(heads) else ()
                labels = dict.fromkeys(bare(text) for text in texts[:column] if bare(text))
                made = tuple(claim for claim in near if _within(claim.place, cell.text))
                yield Found(tuple(labels), path, table, cell, made)


def _keys(text: Text) -> set[tuple[int | None, int | None]]:
    return {(piece.place.page, piece.place.line) for piece in text.pieces}


def _within(place: Place, text: Text) -> bool:
    """Return whether a claim was read from a cell."""
    if place.box is None:
        return (None, place.line) in _keys(text) and (place.column or 0) >= (text.place().column or 0)
    x, y = (place.box.x0 + place.box.x1) / 2, (place.box.top + place.box.bottom) / 2
    boxes = [piece.place.box for piece in text.pieces if piece.place.page == place.page and piece.place.box]
    own = reduce(Box.union, boxes) if boxes else None
    return own is not None and own.x0 - 1 <= x <= own.x1 + 1 and own.top - 1 <= y <= own.bottom + 1


def faults(label: Labelled) -> set[str]:
    """Return what is wrong with a figure: nothing, ``place`` alone, or any of unit, period and marks."""
    if label.head == ("figure",):
        found = [_wrong(label, claim) for claim in opened(label.report)[0] if _tells(claim, label)]
    else:
        found = [_understood(label, item) for item in cells(label.report, label.page) if _stands(item, label)]
    return min(found, key=len, default={"place"})


def _stands(found: Found, label: Labelled) -> bool:
    return (
        figure(found.cell.text.string) == label.value
        and _begins(found.labels, label.row)
        and (label.head == ("*",) or _ends(found.heads, label.head))
    )


def _tells(claim: Claim, label: Labelled) -> bool:
    """Return whether a claim outside tables is that of a tile or chart."""
    said = bare(f"{claim.label} {claim.context} {claim.heading}")
    told = figure(claim.quantity.text) in {label.value, label.value.rstrip("%")}
    named = all(part == "*" or part in said for part in label.row)
    return claim.source is not Source.TABLE and on(claim.place, label.page) and told and named


def _understood(label: Labelled, found: Found) -> set[str]:
    """Return what is wrong with the best claim made of a cell."""
    if label.unit == label.period == label.marks == "*":
        return set()
    return min((_wrong(label, claim) for claim in found.claims), key=len, default={"claim"})


def _wrong(label: Labelled, claim: Claim) -> set[str]:
    marks = set(label.marks.split(";")) - {""}
    scale, _, units = label.unit.rpartition(" ")
    told = {
        "unit": units == "*" or claim.quantity.unit.id in units.split(";"),
        "scale": not scale or claim.quantity.value == Decimal(label.value) * Decimal(scale),
        "period": label.period == "*" or claim.period.code in label.period.split(";"),
        "marks": label.marks == "*" or marks <= {*claim.notes, *claim.block_notes},
    }
    return {name for name, right in told.items() if not right}


def _begins(labels: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    if wanted[0].startswith(">"):
        return labels[-1:] == (wanted[0][1:],)
    return len(labels) >= len(wanted) and all(
        want in {"*", label} for label, want in zip(labels, wanted, strict=False)
    )


def _ends(heads: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return len(heads) >= len(wanted) and all(
        want in {"*", head} for head, want in zip(heads[-len(wanted) :], wanted, strict=True)
    )


def silent(label: Labelled) -> bool:
    """Return whether no doubt was told on a table that a figure may belong to, or on its page where none does."""
    tables = [item.table for item in cells(label.report, label.page) if _begins(item.labels, label.row)]
    return not any(_speaks_of(doubt.place, tables, label.page) for doubt in document(label.report).doubts)


def _speaks_of(place: Place, tables: list[Table], page: int) -> bool:
    if place.box is None or not tables:
        lines = {line for table in tables for cell in table.cells for _, line in _keys(cell.text)} - {None}
        return on(place, page) or place.line in lines
    return any(_covers(table, place) for table in tables)


def _covers(table: Table, place: Place) -> bool:
    """Return whether a place lies between the first and the last line of a table on a page."""
    own = [piece.place for cell in table.cells for piece in cell.text.pieces]
    boxes = [other.box for other in own if other.page == place.page and other.box]
    top, bottom = min((box.top for box in boxes), default=0), max((box.bottom for box in boxes), default=0)
    return place.box is not None and top - 1 <= place.box.top <= bottom + 1


def test_labelled_figures_of_real_pages_are_in_their_place() -> None:
    labels = labelled()
    misses = {label: wrong for label in labels if (wrong := faults(label))}
    assert len({(label.report, label.page) for label in labels}) >= 60
    assert len(misses) <= (1 - RIGHT) * len(labels), misses
    assert len([label for label in misses if silent(label)]) <= SILENT


def test_no_figure_is_made_up_on_pages_that_are_labelled_whole() -> None:
    whole = [label for path in sorted(LABELS.glob("*_pages.csv")) for label in _of_file(path)]
    assert len(whole) > 1000
    for report, page in sorted({(label.report, label.page) for label in whole}):
        told = Counter(
            _digits(label.value) for label in whole if (label.report, label.page) == (report, page)
        )
        read = Counter(_digits(claim.quantity.text) for claim in opened(report)[0] if _is_seated(claim, page))
        assert not read - told, (report, page)


def _is_seated(claim: Claim, page: int) -> bool:
    return claim.seat is not None and on(claim.place, page)


def _digits(text: str) -> str:
    return regex.sub(r"[^0-9.-]", "", figure(text))
