"""Tiles, and tables beside each other."""

from __future__ import annotations

from auditor.model.document import BlockKind


def test_large_figures_above_their_captions_are_no_table(read):
    def draw(pen):
        pen.shade(50, 90, 520, 200)
        for x, figure, caption in (
            (60, "893.8 GWh", "Power sold"),
            (220, "97.8%", "Safe trips"),
            (380, "416", "Shops"),
        ):
            pen.text(x, 115, figure, size=16)
            pen.text(x, 130, caption, size=8)
        for x, figure, caption in (
            (60, "11,729", "Employees"),
            (220, "1,486 t", "Waste"),
            (380, "12", "Mines"),
        ):
            pen.text(x, 165, figure, size=16)
            pen.text(x, 180, caption, size=8)
        pen.line(50, 90, 520, 90)
        pen.line(50, 145, 520, 145)
        pen.line(50, 200, 520, 200)

    document = read(draw)
    assert not document.tables
    figures = [block.text.string for block in document.blocks if block.kind is BlockKind.FIGURE]
    assert "893.8 GWh" in figures[0]
    assert any("11,729" in figure and "Employees" in figure for figure in figures)


def test_two_tables_under_one_rule_are_two(read, grid):
    def draw(pen):
        for y in (112, 130, 206):
            pen.line(55, y, 545, y)
        rows = (
            (125, "Age", ["2024", "2023"], "Rank", ["Men", "Women"]),
            (145, "Below thirty", ["1,187", "1,126"], "Directors", ["41", "28"]),
            (163, "Thirty to fifty", ["2,886", "2,801"], "Managers", ["433", "373"]),
            (181, "Above fifty", ["1,793", "1,721"], "Others", ["2,648", "2,343"]),
            (199, "Total", ["5,866", "5,648"], "Total", ["3,122", "2,744"]),
        )
        for y, label, values, other, numbers in rows:
            pen.text(60, y, label)
            pen.text(320, y, other)
            for place, value in enumerate(values):
                pen.right(210 + 70 * place, y, value)
            for place, value in enumerate(numbers):
                pen.right(460 + 70 * place, y, value)

    document = read(draw)
    assert grid(document, 0)[1] == ["Below thirty", "1,187", "1,126"]
    assert grid(document, 1)[1] == ["Directors", "41", "28"]


def test_running_text_between_rules_is_no_row(read, grid):
    def draw(pen):
        pen.line(55, 100, 445, 100)
        for y in (120, 134, 148):
            pen.text(
                60, y, "The company used less water than in any year since it was founded, by its own count."
            )
        for y in (170, 188, 226):
            pen.line(55, y, 445, y)
        pen.row(183, "Indicator", ["2024", "2023"])
        pen.row(201, "Water", ["1,234", "1,180"])
        pen.row(219, "Heat", ["460", "771"])

    document = read(draw)
    assert grid(document, 0)[0] == ["Indicator", "2024", "2023"]
    assert any("since it was founded" in block.text.string for block in document.blocks)
