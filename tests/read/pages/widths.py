"""How wide the columns of a made table must be so that no number and no word of a head breaks."""

from __future__ import annotations

from tests.read.pages.truth import Made
from tests.read.pages.truth import Printed

#: Width of a character as a share of the type size, plain and bold; what pads a cell, in points.
_PLAIN, _BOLD, _PAD = 0.65, 0.75, 13.0


def least_value(made: Made, size: float) -> float:
    """Return the least width of a column of values, in points."""
    kinds = made.kinds()
    over = [(cell, values_under(cell, kinds)) for cell in made.cells if cell.kind in {"head", "value"}]
    return max(_least(cell, size) / count for cell, count in over if count)


def values_under(cell: Printed, kinds: list[str]) -> int:
    """Return over how many columns of values a cell stands."""
    return kinds[cell.column : cell.column + cell.colspan].count("value")


def least_of(made: Made, column: int, size: float) -> float:
    """Return the width that the longest word of a column needs."""
    return max(_least(cell, size) for cell in made.cells if cell.column == column and cell.colspan == 1)


def least_group(made: Made, size: float) -> float:
    """Return the least width of a column that groups rows, 0 where there is none."""
    if made.labels == 1:
        return 0.0
    own = [cell for cell in made.cells if cell.column == 0 and cell.kind != "section"]
    return max(_least(cell, size) / cell.colspan for cell in own)


def _least(cell: Printed, size: float) -> float:
    """Return the width that the longest word of a cell needs, a Chinese label four characters."""
    words = [word[:4] if word > "\u2e80" and cell.column == 0 else word for word in cell.text.split()]
    longest = max((len(word) + sum(char > "\u2e80" for char in word) for word in words), default=0)
    face = _BOLD if cell.kind == "head" else _PLAIN
    return face * size * (longest + 0.8 * len(cell.mark)) + _PAD
