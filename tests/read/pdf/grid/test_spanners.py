"""Heads over groups of columns: a rule cut between the groups tells how wide each head is."""

from __future__ import annotations


def cut_rule(pen, y, *pieces):
    for start, end in pieces:
        pen.line(start, y, end, y)


GROUPS = ((60, 154), (160, 334), (340, 530))


def groups(pen, *, cut):
    """Draw a table with two groups of columns; the head of each stands over one column alone."""
    pieces = GROUPS if cut else ((60, 530),)
    cut_rule(pen, 90, *pieces)
    pen.text(62, 101, "Item")
    pen.centred(247, 101, "North")
    pen.centred(435, 101, "South")
    cut_rule(pen, 106, *pieces)
    columns = ((200, "Paper"), (265, "Land"), (332, "Share"), (400, "Fuel"), (460, "Visits"), (528, "Cost"))
    for x, head in columns:
        pen.right(x, 118, head)
    for index, label in enumerate(("Offices", "Shops", "Halls")):
        y = 124 + 16 * index
        cut_rule(pen, y, *pieces)
        pen.text(62, y + 11, label)
        for x, _ in columns:
            pen.right(x, y + 11, "1.5")
    cut_rule(pen, 172, *pieces)


def test_a_head_spans_the_columns_that_the_rule_over_it_spans(read, grid):
    rows = grid(read(lambda pen: groups(pen, cut=True)), 0)
    assert rows[0][1:] == [*["North"] * 3, *["South"] * 3]
    assert rows[1][1:] == ["Paper", "Land", "Share", "Fuel", "Visits", "Cost"]


def test_a_rule_over_the_whole_table_tells_no_groups(read, grid):
    rows = grid(read(lambda pen: groups(pen, cut=False)), 0)
    assert rows[0].count("North") < 3
    assert rows[0].count("South") < 3


def turned(pen, x, string):
    pen.canvas.saveState()
    pen.canvas.translate(x, 842 - 160)
    pen.canvas.rotate(90)
    pen.canvas.setFont("Helvetica", 8)
    pen.canvas.drawString(0, 0, string)
    pen.canvas.restoreState()


def test_turned_heads_that_stand_close_are_each_of_its_column(read, grid):
    def draw(pen):
        for x0, x1 in ((60, 250), (251, 284), (285, 309), (310, 360)):
            for y in (80, 164, 180, 196, 212):
                pen.line(x0, y, x1, y)
        for x, string in (
            (272, "Share of"),
            (281, "all sales"),
            (291, "Kind of"),
            (300, "sale"),
            (340, "Sales"),
        ):
            turned(pen, x, string)
        for y, label, share, kind, sold in (
            (175, "Alpha", "41%", "E", "120"),
            (191, "Beta", "12%", "T", "35"),
            (207, "Gamma", "47%", "E", "138"),
        ):
            pen.text(62, y, label)
            pen.right(283, y, share)
            pen.right(307, y, kind)
            pen.right(358, y, sold)

    rows = grid(read(draw), 0)
    assert rows[0][1:] == ["Share of all sales", "Kind of sale", "Sales"]
