"""Text between ruled rows parts two tables where heads shaded like the first ones follow it."""

from __future__ import annotations

LEFT, RIGHT, STEP = 50, 500, 18


def part(pen, top, heads, rows, *, shaded=True):
    """Draw shaded heads and ruled rows below them; return where they end."""
    if shaded:
        pen.shade(LEFT, top, RIGHT, top + STEP)
    for at, head in enumerate(heads):
        pen.text(60 + at * 110, top + 13, head)
    for index, (label, *values) in enumerate(rows, 1):
        pen.row(top + index * STEP + 13, label, values, first=230, step=110)
        pen.line(LEFT, top + (index + 1) * STEP, RIGHT, top + (index + 1) * STEP)
    return top + (len(rows) + 1) * STEP


FIRST = (
    ["Site", "Leavers", "Rate (%)", "Joiners"],
    [("North", "212", "9.3", "241"), ("South", "91", "8.3", "98")],
)
SECOND = (["Grade", "Staff", "Trained", "Hours"], [("Senior", "41", "40", "861"), ("Other", "3,303", "3,105", "52,785")])  # fmt: skip


def test_shaded_heads_below_a_note_and_a_caption_open_another_table(read, grid):
    def draw(pen):
        end = part(pen, 100, *FIRST)
        pen.text(60, end + 12, "Rate = leavers over staff at the end of the year.")
        pen.text(60, end + 27, "Training by grade")
        part(pen, end + 34, *SECOND)

    document = read(draw)
    assert [table.rows for table in document.tables] == [3, 3]
    assert grid(document, 1)[0] == SECOND[0]
    assert document.tables[1].caption.string == "Training by grade"


def test_a_row_without_numbers_below_a_section_stays_in_its_table(read):
    rows = [*FIRST[1], ("Abroad",), ("East", "n/a", "n/a", "n/a"), ("West", "17", "4.1", "12")]
    document = read(lambda pen: part(pen, 100, FIRST[0], rows))
    assert [table.rows for table in document.tables] == [6]
