"""What a made page says: a grid of printed cells, and for each figure the place it must come back to."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True, slots=True)
class Printed:
    """A cell as printed: spans count grid rows and columns, ``mark`` is raised behind the text."""

    row: int
    column: int
    text: str
    rowspan: int = 1
    colspan: int = 1
    mark: str = ""
    indent: int = 0
    bold: bool = False
    kind: str = "label"  # head, label, unit, value, section, code, sign, remark


@dataclass(frozen=True, slots=True)
class Figure:
    """One number and where it belongs.

    ``labels`` is the label of its row, after the label of a merged cell over several rows where there is
    one; ``heads`` the heads over its column from top to bottom. ``unit`` is a unit id or ``?`` where it
    does not matter, ``period`` a period code.
    """

    text: str
    labels: tuple[str, ...]
    heads: tuple[str, ...]
    unit: str
    period: str
    mark: str = ""
    label_mark: str = ""
    level: bool = True  # the value of a period, not a change from one to another


@dataclass(slots=True)
class Made:
    """One table: what is printed around and in it, and the truth of it."""

    language: str
    caption: str
    unit_line: str
    columns: int
    rows: int
    head_rows: int
    cells: list[Printed]
    figures: list[Figure]
    notes: list[tuple[str, str]] = field(default_factory=list)
    labels: int = 1
    widths: list[float] = field(default_factory=list)
    parents: list[tuple[str, str]] = field(default_factory=list)  # child, the parent that it stands under

    def kinds(self) -> list[str]:
        """Return what each column holds: value, unit, code, sign, remark or label."""
        found = []
        for column in range(self.columns):
            own = {cell.kind for cell in self.cells if cell.column == column}
            found.append(next((kind for kind in _TELLING if kind in own), "label"))
        return found


@dataclass(frozen=True, slots=True)
class Style:
    """How a table is drawn."""

    ruling: str  # one of WIDE_RULINGS
    align: str  # right, left, centre
    middle: bool  # cells are centred from top to bottom, else they hang from the top
    size: float
    repeat: bool  # the head stands again after a page break
    turn: str = ""  # "", landscape, rotated (page turned by /Rotate)
    bottom: bool = False  # cells stand on the bottom of their row


#: What tells the kind of a column, before others.
_TELLING = ("value", "unit", "code", "sign", "remark")
RULINGS = ("ruled", "halfruled", "zebra", "bars", "pieces", "borderless")
#: What design reports have besides.
WIDE_RULINGS = (*RULINGS, "bands", "tiles", "sums", "dotted", "boxed")
ALIGNS = ("right", "centre", "left")
