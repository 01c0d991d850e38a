"""The makers of PDF that made tables can be drawn with; those that are not installed are passed over."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.read.pages.draw import draw
from tests.read.pages.truth import Made
from tests.read.pages.truth import Style

Tables = Mapping[int, tuple[Made, Style]]


@dataclass(frozen=True, slots=True)
class Maker:
    """A way to make PDF files of tables: whether it is here, and how."""

    name: str
    present: Callable[[], bool]
    draw_all: Callable[[Tables, Path], dict[int, Path]]


def _reportlab(tables: Tables, folder: Path) -> dict[int, Path]:
    found = {}
    for seed, (made, style) in tables.items():
        found[seed] = folder / f"reportlab{seed}.pdf"
        found[seed].write_bytes(draw(made, style, seed))
    return found


MAKERS = {"reportlab": Maker("reportlab", lambda: True, _reportlab)}
