"""Text in two columns between two ruled tables is in neither of them."""

from __future__ import annotations

LEFT = (
    "In 2031 the mills ground 4,210 tonnes of",
    "rye, 3.2% more than in the year before, of",
    "which 61% went to bakers.",
)
RIGHT = (
    "Their ovens were fired with 18.4 GWh of gas,",
    "which is 7.5% below the base year. Nobody",
    "was hurt at the 12 sites.",
)


def _rules(pen, tops):
    for top in tops:
        pen.thin(55, top, 515)


def test_short_columns_of_text_are_text_and_the_unit_goes_with_the_table_below(read, grid):
    def draw(pen):
        _rules(pen, (105, 120, 135, 150, 240, 255, 270))
        pen.row(116, "Key figures", ["2031", "2030", "Change"], first=360, step=75)
        pen.row(131, "Rye ground (t)", ["4,210", "4,079", "3.2%"], first=360, step=75)
        pen.row(146, "Gas burnt (GWh)", ["18.4", "19.1", "-3.7%"], first=360, step=75)
        for at, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
            pen.text(56, 166 + 12 * at, left, size=10)
            pen.text(300, 166 + 12 * at, right, size=10)
        pen.text(56, 207, "Sales by mill", font="Helvetica-Bold")
        pen.text(56, 221, "in € million", size=8)
        pen.row(236, "Mill", ["2031", "2030"], first=435, step=75)
        pen.row(251, "North", ["148.9", "120.4"], first=435, step=75)
        pen.row(266, "South", ["51.3", "52.7"], first=435, step=75)

    document = read(draw)
    assert [table.rows for table in document.tables] == [3, 3]
    assert grid(document, 1)[1] == ["North", "148.9", "120.4"]
    assert (document.tables[1].caption.string, document.tables[1].unit) == ("Sales by mill", "€ million")
    texts = [block.text.string for block in document.blocks]
    assert " ".join(LEFT) in texts
    assert " ".join(RIGHT) in texts
