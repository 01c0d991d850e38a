"""Names in the middle of the rows that they stand for, where only the other columns are shaded."""

from __future__ import annotations

import itertools

import pytest

COLUMNS = (50, 120, 260, 380, 500)
STEP = 18


def draw_groups(pen, groups, *, top=100, shift=0.0):
    """Draw shaded heads, rows of which every second is shaded but in the first column, and the groups' names."""
    for left, right in itertools.pairwise(COLUMNS):
        pen.shade(left, top, right, top + STEP)
    for left, head in zip(COLUMNS, ("Year", "Group", "Hours", "Staff"), strict=False):
        pen.text(left + 5, top + 13, head)
    row, first = 0, top + STEP
    for name, labels in groups:
        pen.text(COLUMNS[0] + 5, first + (row + len(labels) / 2) * STEP + 4 + shift, name)
        for label in labels:
            y = first + row * STEP
            if row % 2:
                for left, right in itertools.pairwise(COLUMNS):
                    pen.shade(left, y, right, y + STEP)
            pen.text(COLUMNS[1] + 5, y + 13, label)
            pen.right(COLUMNS[3] - 5, y + 13, f"{4_210 + 311 * row:,}")
            pen.right(COLUMNS[4] - 5, y + 13, f"{1_180 + 97 * row:,}")
            row += 1


BY_YEAR = [("2023", ["Men", "Women", "All"]), ("2024", ["Men", "Women", "All"])]


def test_each_row_is_of_the_group_in_whose_rows_middle_the_name_stands(read, grid):
    rows = grid(read(lambda pen: draw_groups(pen, BY_YEAR)), 0)
    assert [row[:2] for row in rows] == [
        ["Year", "Group"],
        *([year, group] for year in ("2023", "2024") for group in ("Men", "Women", "All")),
    ]


def test_a_name_between_two_rows_stands_for_both(read, grid):
    groups = [("Sex", ["Men", "Women"]), ("Age", ["Young", "Middle", "Old"]), ("Total", ["All"])]
    rows = grid(read(lambda pen: draw_groups(pen, groups)), 0)
    assert [row[0] for row in rows[1:]] == ["Sex"] * 2 + ["Age"] * 3 + ["Total"]


@pytest.mark.parametrize("shift", [-4.5, 4.5])
def test_names_that_stand_in_the_middle_of_no_rows_span_none(read, shift):
    table = read(lambda pen: draw_groups(pen, BY_YEAR, shift=shift)).tables[0]
    assert all(cell.rowspan == 1 for cell in table.cells)
