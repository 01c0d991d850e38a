"""Score what was read of made tables: each figure in its row and under its heads, each claim with its meaning."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from dataclasses import field
from decimal import Decimal

import regex

from auditor.extract.report import extract
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.model.document import Table
from tests.read.pages.truth import Figure
from tests.read.pages.truth import Made

_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DOWN = str.maketrans(_MARKS, "0123456789")


@dataclass(slots=True)
class Score:
    """Counts over one or more tables; ``misses`` say what went wrong."""

    count: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add the counts of another."""
        self.count.update(other.count)
        self.misses += other.misses

    def share(self, part: str, whole: str) -> str:
        """Return a share in percent."""
        return f"{100 * self.count[part] / max(self.count[whole], 1):6.2f}%"


@dataclass(frozen=True, slots=True)
class Found:
    """A cell as read: its text, the labels of its row, the heads of its column."""

    text: str
    labels: tuple[str, ...]
    heads: tuple[str, ...]


def bare(text: str) -> str:
    """Return a text without white space, marks, bullets and leaders."""
    text = regex.sub(rf"[\s{_MARKS}]+", "", text)
    return text.replace("-", "") or text


def score(document: Document, made: Made) -> Score:
    """Return the score of one table in its document."""
    result = Score()
    cells: dict[str, list[Found]] = {}
    for found in _cells(document, made):
        cells.setdefault(_core(found.text), []).append(found)
    claims = [claim for claim in extract(document).claims if claim.source is Source.TABLE]
    doubted = bool(document.doubts)
    for figure in made.figures:
        _score_cell(figure, cells.get(_core(figure.text), []), result, doubted=doubted)
        if figure.level:
            _score_claim(figure, claims, result)
    _score_marks(document, made, result)
    return result


def _core(text: str) -> str:
    """Return a value without its sign of currency or of percent, which may stand in a column of its own."""
    return regex.sub(r"^(?:US\$|[$¥€])|%$", "", bare(text))


def _cells(document: Document, made: Made) -> list[Found]:
    found: list[Found] = []
    heads: dict[int, tuple[str, ...]] = {}
    for table in document.tables:
        grid = table.grid()
        if table.header_rows or not table.continued:
            heads = {column: _head(table, grid, column) for column in range(table.columns)}
        for row in range(table.header_rows, table.rows):
            labels = []
            for column in range(min(made.labels, table.columns)):
                cell = grid[row][column]
                if cell is not None and cell.text:
                    labels.append(cell.text.string)
            for column in range(table.columns):
                cell = grid[row][column]
                if cell is not None and cell.text and cell.row == row:
                    found.append(Found(cell.text.string, tuple(labels), heads.get(column, ())))
    return found


def _head(table: Table, grid: list, column: int) -> tuple[str, ...]:
    texts = [
        cell.text.string
        for row in grid[: table.header_rows]
        if (cell := row[column]) is not None and cell.text
    ]
    return tuple(dict.fromkeys(texts))


def _score_cell(figure: Figure, found: list[Found], result: Score, *, doubted: bool) -> None:
    result.count["cells"] += 1
    wanted = tuple(bare(label) for label in figure.labels)
    heads = tuple(bare(head) for head in figure.heads)
    for cell in found:
        labels = tuple(bare(label) for label in cell.labels)
        if labels == wanted and tuple(bare(head) for head in cell.heads) == heads:
            result.count["cells right"] += 1
            return
    kind = "cells wrong" if found else "cells lost"
    if found and doubted:
        kind = "cells doubted"
    result.count[kind] += 1
    got = [(cell.labels, cell.heads) for cell in found]
    result.misses.append(f"{kind}: {figure.text} of {figure.labels} under {figure.heads}: {got}")


def _score_claim(figure: Figure, claims: list[Claim], result: Score) -> None:
    result.count["claims"] += 1
    negative = figure.text.startswith("(")
    value = Decimal(figure.text.strip("()%").replace(",", "")) * (-1 if negative else 1)
    near = [c for c in claims if abs(_printed(c)) == abs(value)]
    leaf = bare(figure.labels[-1])
    for claim in near:
        if (
            _printed(claim) == value
            and claim.period.code == figure.period
            and figure.unit in {"?", claim.quantity.unit.id, "x"}
            and (bare(claim.label).startswith(leaf) or leaf in bare(claim.label) or bare(claim.label) in leaf)
        ):
            result.count["claims right"] += 1
            return
    kind = "claims wrong" if near else "claims lost"
    result.count[kind] += 1
    got = [(c.label, c.period.code, c.quantity.unit.id, str(c.quantity.value)) for c in near]
    result.misses.append(f"{kind}: {figure.text} {figure.labels} {figure.period} {figure.unit}: {got}")


def _printed(claim: Claim) -> Decimal:
    """Return the number as printed, without the scale of its unit."""
    text = regex.search(r"[0-9][0-9,]*(?:\.[0-9]+)?", claim.quantity.text)
    number = Decimal(text[0].replace(",", "")) if text else Decimal(0)
    return -number if claim.quantity.value < 0 else number


def _score_marks(document: Document, made: Made, result: Score) -> None:
    notes = {block.mark: block.text.string for block in document.blocks if block.kind is BlockKind.NOTE}
    texts = [cell.text.string for table in document.tables for cell in table.cells]
    for mark, text in made.notes:
        result.count["marks"] += 1
        host = next(cell for cell in made.cells if cell.mark == mark)
        tied = any(
            _core(host.text) == _core(read)
            and mark in "".join(c for c in read if c in _MARKS).translate(_DOWN)
            for read in texts
        )
        if tied and bare(notes.get(mark, "")) == bare(text):
            result.count["marks tied"] += 1
        else:
            glued = any(bare(read) == bare(host.text) + mark for read in texts)
            result.count["marks glued"] += glued
            result.misses.append(f"mark {mark} of {host.text!r}: tied {tied}, note {notes.get(mark)!r}")
