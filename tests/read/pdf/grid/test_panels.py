"""Boxes of a figure give one block each, label before number, ahead of the prose below."""

from __future__ import annotations

from auditor.model.document import BlockKind


def prose(pen, top):
    for index in range(4):
        pen.text(60, top + 14 * index, "Body text in the left column of page one.", size=9)
        pen.text(320, top + 14 * index, "More body text in the column beside it.", size=9)


def box(pen, x, y, wide, tall, *, rounded=False):
    pen.canvas.setFillGray(0.9)
    if rounded:
        pen.canvas.roundRect(x, 842 - y - tall, wide, tall, 4, stroke=0, fill=1)
    else:
        pen.canvas.rect(x, 842 - y - tall, wide, tall, stroke=0, fill=1)
    pen.canvas.setFillGray(0)


def figures(document):
    return [block.text.string for block in document.blocks if block.kind is BlockKind.FIGURE]


def test_a_tree_of_boxes_reads_label_and_number_before_the_prose_below(read):
    def draw(pen):
        pen.text(60, 90, "Reductions by route (10,000 t CO2e)")
        for x, y, label, number in (
            (60, 150, "Total", "5,920.8"),
            (220, 110, "Enabled", "1,560.8"),
            (220, 190, "Encouraged", "4,359.9"),
        ):
            box(pen, x, y, 110, 36)
            pen.text(x + 6, y + 14, label)
            pen.text(x + 6, y + 29, number)
        for index, (label, number) in enumerate(
            (("Cloud", "1,119.0"), ("Office", "441.8"), ("Goods", "2,907.7"))
        ):
            box(pen, 380, 112 + 40 * index, 160, 24)
            pen.text(386, 127 + 40 * index, label)
            pen.right(534, 127 + 40 * index, number)
        prose(pen, 280)

    document = read(draw)
    assert sorted(figures(document)) == sorted(
        [
            "Total 5,920.8",
            "Enabled 1,560.8",
            "Encouraged 4,359.9",
            "Cloud 1,119.0",
            "Office 441.8",
            "Goods 2,907.7",
        ]
    )
    assert document.tables == ()
    kinds = [block.kind for block in document.blocks]
    assert kinds[0] is BlockKind.HEADING
    assert document.blocks[0].text.string == "Reductions by route (10,000 t CO2e)"
    assert set(kinds[1:7]) == {BlockKind.FIGURE}
    assert set(kinds[7:]) == {BlockKind.PARAGRAPH}


def test_tiles_are_read_row_by_row_under_their_headings(read):
    def draw(pen):
        for row, title in enumerate(("Environment", "Society")):
            top = 100 + 140 * row
            pen.text(60, top, title, size=13, font="Helvetica-Bold")
            for column in range(3):
                box(pen, 60 + 170 * column, top + 10, 150, 80, rounded=True)
                pen.text(70 + 170 * column, top + 40, f"{row}{column}.5%", size=20, font="Helvetica-Bold")
                pen.text(70 + 170 * column, top + 58, f"share {row} of {column}", size=8)
        prose(pen, 420)

    document = read(draw)
    kept = [block.text.string for block in document.blocks if block.kind is not BlockKind.PARAGRAPH]
    assert kept == [
        "Environment",
        *(f"0{column}.5% share 0 of {column}" for column in range(3)),
        "Society",
        *(f"1{column}.5% share 1 of {column}" for column in range(3)),
    ]


def test_shaded_rows_of_a_table_are_no_boxes(read, grid):
    def draw(pen):
        for index in (0, 2):
            pen.shade(55, 106 + 20 * index, 445, 126 + 20 * index)
        pen.row(120, "Metric", ["2022", "2023", "2024"])
        pen.row(140, "Gas", ["1", "2", "3"])
        pen.row(160, "Oil", ["4", "5", "6"])
        pen.row(180, "Coal", ["7", "8", "9"])

    document = read(draw)
    assert figures(document) == []
    assert grid(document, 0)[2] == ["Oil", "4", "5", "6"]
