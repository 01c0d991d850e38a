"""Made tables of every kind come back figure for figure, in the right row, under the right heads."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from auditor.read.pdf import read_pdf
from tests.read.pages.draw import draw
from tests.read.pages.make import make_style
from tests.read.pages.make import make_table
from tests.read.pages.score import Score
from tests.read.pages.score import score
from tests.read.pages.truth import RULINGS
from tests.read.pages.wide import make_wide

SEEDS = range(60)


@cache
def scored() -> dict[str, Score]:
    """Return the score of each ruling over all seeds."""
    found = {ruling: Score() for ruling in RULINGS}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "page.pdf"
        for seed in SEEDS:
            made, style = make_table(seed), make_style(seed)
            path.write_bytes(draw(made, style, seed))
            found[style.ruling].add(score(read_pdf(path, "page.pdf", "0"), made))
    return found


@pytest.mark.parametrize("ruling", RULINGS)
def test_figures_come_back_in_their_row_and_column(ruling: str) -> None:
    result = scored()[ruling]
    assert result.count["cells"] > 100
    assert result.count["cells wrong"] == 0, result.misses
    assert result.count["cells right"] >= 0.975 * result.count["cells"], result.misses


@pytest.mark.parametrize("ruling", RULINGS)
def test_footnote_marks_are_tied_and_never_glued(ruling: str) -> None:
    result = scored()[ruling]
    assert result.count["marks"] > 5
    assert result.count["marks tied"] == result.count["marks"], result.misses
    assert result.count["marks glued"] == 0


def test_figures_become_claims_with_value_unit_and_period() -> None:
    whole = Score()
    for result in scored().values():
        whole.add(result)
    assert whole.count["cells right"] >= 0.995 * whole.count["cells"]
    assert whole.count["claims right"] >= 0.98 * whole.count["claims"], whole.misses


def test_one_seed_gives_one_table() -> None:
    assert draw(make_table(7), make_style(7), 7) == draw(make_table(7), make_style(7), 7)


def test_tables_with_what_design_reports_add_come_back_too() -> None:
    found = Score()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "page.pdf"
        for seed in SEEDS:
            made, style = make_wide(seed)
            path.write_bytes(draw(made, style, seed))
            found.add(score(read_pdf(path, "page.pdf", "0"), made))
    assert found.count["cells wrong"] == 0, found.misses
    assert found.count["cells right"] >= 0.995 * found.count["cells"], found.misses
    assert found.count["claims right"] >= 0.98 * found.count["claims"], found.misses
