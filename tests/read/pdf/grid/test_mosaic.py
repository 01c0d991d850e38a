"""Shaded cells with white between them are cells of a table, as far as they reach."""

from __future__ import annotations

import itertools

EDGES = (60, 150, 330, 420, 510)
ROWS = (("Energy", "Power", "1,204", "1,187"), ("", "Gas", "310", "295"), ("Water", "Withdrawal", "88", "91"))


def tiled(pen, *, tall):
    """Draw heads and rows cell by cell; the first cell of the body goes over two rows if ``tall``."""
    for column, (x0, x1) in enumerate(itertools.pairwise(EDGES)):
        pen.shade(x0 + 0.5, 90.5, x1 - 0.5, 109.5)
        for row in range(3):
            top, bottom = 110 + 20 * row, 130 + 20 * row
            if column == 0 and tall and row < 2:
                if row == 0:
                    pen.shade(x0 + 0.5, top + 0.5, x1 - 0.5, bottom + 19.5)
                continue
            pen.shade(x0 + 0.5, top + 0.5, x1 - 0.5, bottom - 0.5)
    for x, head in zip(EDGES, ("Topic", "Indicator", "2024", "2023"), strict=False):
        pen.text(x + 5, 103, head)
    for row, texts in enumerate(ROWS):
        for x, text in zip(EDGES, texts, strict=False):
            pen.text(x + 5, 123 + 20 * row + (10 if tall and text == "Energy" else 0), text)


def test_a_shaded_cell_over_two_rows_belongs_to_both(read, grid):
    assert grid(read(lambda pen: tiled(pen, tall=True))) == [
        ["Topic", "Indicator", "2024", "2023"],
        ["Energy", "Power", "1,204", "1,187"],
        ["Energy", "Gas", "310", "295"],
        ["Water", "Withdrawal", "88", "91"],
    ]


def test_shaded_cells_of_one_row_each_are_cells(read, grid):
    assert grid(read(lambda pen: tiled(pen, tall=False)))[2] == ["", "Gas", "310", "295"]


def test_heads_alone_shaded_cell_by_cell_do_not_part_the_table(read, grid):
    def draw(pen):
        for x0, x1 in itertools.pairwise(EDGES):
            for top in (70, 80, 90):
                pen.shade(x0 + 0.5, top + 0.5, x1 - 0.5, top + 9.5)
        for x, head in zip(EDGES, ("Topic", "Indicator", "2024", "2023"), strict=False):
            pen.text(x + 5, 98, head)
        for row, texts in enumerate(ROWS):
            for x, text in zip(EDGES, texts, strict=False):
                pen.text(x + 5, 115 + 15 * row, text)

    document = read(draw)
    assert len(document.tables) == 1
    assert grid(document)[-1] == ["Water", "Withdrawal", "88", "91"]
