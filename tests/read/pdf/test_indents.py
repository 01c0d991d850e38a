"""Rows of one level stand equally far in, whatever their first sign, and so over the page."""

from __future__ import annotations


def test_rows_of_one_level_have_one_indent_over_the_page(read):
    def head(pen, y):
        pen.row(y, "Posts", ["Men", "Women", "All"], first=300, step=70)
        pen.thin(55, y + 5, 515)

    def draw(pen):
        for index in range(10):
            pen.text(60, 100 + 14 * index, "Body text that stands above the table and fills the page.")
        head(pen, 700)
        for y, x, label in ((716, 61.5, "Rank"), (732, 67, "Heads"), (748, 67.8, "Middle")):
            pen.row(y, "", ["4", "7", "11"] if x > 62 else [], first=300, step=70)
            pen.text(x, y, label)
        pen.page()
        head(pen, 60)
        for y, x, label in ((76, 67, "Junior"), (92, 67.5, "Others"), (108, 59, "All posts")):
            pen.row(y, "", ["5", "8", "13"], first=300, step=70)
            pen.text(x, y, label)
        pen.text(60, 150, "A sentence of its own stands below it on this page.")

    document = read(draw)
    first, second = ([cell for cell in table.cells if cell.column == 0] for table in document.tables)
    inner = {cell.indent for cell in [*first, *second] if cell.text.string in "HeadsMiddleJuniorOthers"}
    assert len(inner) == 1
    assert inner > {0.0} or min(inner) > 4
    assert {cell.indent for cell in second if cell.text.string == "All posts"} == {0.0}


def test_a_raised_note_with_its_word_is_a_mark(read, grid):
    def draw(pen):
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.cidfonts import UnicodeCIDFont

        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        pen.row(100, "Waste (t)", ["2023", "2024"])
        for y, label in ((120, "废纸"), (140, "废油")):
            pen.row(y, "", ["12.5", "13.5"])
            pen.text(60, y, label, font="STSong-Light")
        pen.text(79, 117, "注1", size=5, font="STSong-Light")
        pen.text(79, 137, "（注2）", size=5, font="STSong-Light")

    assert [row[0] for row in grid(read(draw), 0)] == ["Waste (t)", "废纸注¹", "废油⁽注²⁾"]
