"""Numbers that a table parts into threes by plain spaces: 1 204 310 is one number and no three."""

from __future__ import annotations

from dataclasses import replace

import regex

from auditor.lexicon.fold import THIN
from auditor.model.document import Cell
from auditor.model.document import Table

_IN_THREES = regex.compile(r"\s*[-−–(]?\s*[1-9][0-9]{0,2}(?: [0-9]{3})+(?:\.[0-9]+)?\s*\)?\s*")
#: No number of its own begins with a nought, and two numbers in a cell are no three.
_SURE = regex.compile(r" 0[0-9]{2}(?![0-9])|[0-9] [0-9]{3} [0-9]{3}")
_COMMAS = regex.compile(r"[0-9],[0-9]{3}(?![0-9])")
_BETWEEN = regex.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))")


def in_threes(table: Table) -> Table:
    """Return a table with thin spaces in its numbers, where some cell can be read in no other way."""
    parted = {id(cell) for cell in table.cells if _IN_THREES.fullmatch(cell.text.string)}
    sure = any(_SURE.search(cell.text.string) for cell in table.cells if id(cell) in parted)
    if not sure or any(_COMMAS.search(cell.text.string) for cell in table.cells):
        return table
    return replace(table, cells=tuple(_thin(cell) if id(cell) in parted else cell for cell in table.cells))


def _thin(cell: Cell) -> Cell:
    return replace(cell, text=replace(cell.text, string=_BETWEEN.sub(THIN[-1], cell.text.string)))
