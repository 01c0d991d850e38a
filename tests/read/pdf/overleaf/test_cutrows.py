"""Rows and heads that the end of a page cuts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


def ruled(pen, top, rows, widths=(55, 180, 245, 310), font="Helvetica"):
    """Draw ruled rows from ``top`` on: each row is a list of cells, each cell a list of lines; labels in a font."""
    y = top
    for row in rows:
        tall = 6 + 12 * max(len(lines) for lines in row)
        pen.line(widths[0], y, widths[-1], y)
        for (x0, x1), lines in zip(pairwise(widths), row, strict=True):
            pen.line(x0, y, x0, y + tall)
            for index, line in enumerate(lines):
                if x0 == widths[0]:
                    pen.text(x0 + 4, y + 12 + 12 * index, line, font=font)
                else:
                    pen.right(x1 - 4, y + 12 + 12 * index, line)
        pen.line(widths[-1], y, widths[-1], y + tall)
        y += tall
    pen.line(widths[0], y, widths[-1], y)


HEADS = [["Item"], ["2024"], ["2023"]]


def test_a_number_that_the_page_cuts_is_one_number(read, grid):
    def draw(pen):
        ruled(
            pen,
            700,
            [HEADS, [["Loans"], ["316,866,145.2", "4"], ["12.30"]], [["Debts"], ["140,436,496.8"], ["1.40"]]],
        )
        pen.page()
        ruled(pen, 60, [[[""], ["4"], [""]], [["Leases"], ["808,488.65"], ["2.20"]]])

    document = read(draw)
    assert grid(document, 0)[-1] == ["Debts", "140,436,496.84", "1.40"]
    assert grid(document, 1) == [["Leases", "808,488.65", "2.20"]]
    assert document.tables[1].continued


def test_a_number_cut_behind_its_point_goes_on_though_no_other_cell_is_wrapped(read, grid):
    def draw(pen):
        ruled(pen, 700, [HEADS, [["Loans"], ["316.20"], ["12.30"]], [["Debts"], ["140,436,496."], ["1.40"]]])
        pen.page()
        ruled(pen, 60, [[[""], ["84"], [""]], [["Leases"], ["808,488.65"], ["2.20"]]])

    assert grid(read(draw), 0)[-1] == ["Debts", "140,436,496.84", "1.40"]


def test_a_whole_number_takes_nothing_from_the_next_page(read, grid):
    def draw(pen):
        ruled(pen, 700, [HEADS, [["Loans"], ["316.5"], ["12.3"]], [["Debts"], ["4.1"], ["1.4"]]])
        pen.page()
        ruled(pen, 60, [[[""], ["4"], ["5"]], [["Leases"], ["808.6"], ["2.2"]]])

    assert grid(read(draw), 0)[-1] == ["Debts", "4.1", "1.4"]


def test_heads_at_the_foot_of_a_page_stand_over_the_rows_of_the_next(read, grid):
    def draw(pen):
        pen.text(55, 690, "Balances")
        ruled(pen, 740, [HEADS])
        pen.page()
        ruled(pen, 60, [[["Cash"], ["1,234"], ["1,180"]], [["Stock"], ["460"], ["771"]]])

    document = read(draw)
    assert grid(document, 0) == [
        ["Item", "2024", "2023"],
        ["Cash", "1,234", "1,180"],
        ["Stock", "460", "771"],
    ]
    assert document.tables[0].header_rows == 1


def test_the_ends_of_numbers_alone_at_the_top_of_a_page_go_with_their_row(read, grid):
    def draw(pen):
        rows = [
            HEADS,
            [["Loans"], ["3,804,8", "53.35"], ["647,288", ".11"]],
            [["All"], ["3,804,8"], ["647,288"]],
        ]
        ruled(pen, 700, rows)
        pen.page()
        ruled(pen, 60, [[[""], ["53.35"], [".11"]]])
        pen.text(60, 120, "What follows is told elsewhere.")

    document = read(draw)
    assert grid(document, 0)[-1] == ["All", "3,804,853.35", "647,288.11"]
    assert len(document.tables) == 1


def test_a_number_of_four_lines_that_the_page_cuts_is_one_number(read, grid):
    def draw(pen):
        full = ["2,141", ",220,", "967.7", "5"]
        ruled(pen, 700, [HEADS, [["Start"], full, ["12.30"]], [["End"], full[:2], ["1.40"]]])
        pen.page()
        ruled(pen, 60, [[[""], full[2:], [""]], [["Rest"], ["1.10"], ["2.20"]]])

    rows = grid(read(draw), 0)
    assert rows[1] == ["Start", "2,141,220,967.75", "12.30"]
    assert rows[-1] == ["End", "2,141,220,967.75", "1.40"]


def test_numbers_below_each_other_in_one_cell_stay_apart(read, grid):
    def draw(pen):
        ruled(pen, 700, [HEADS, [["Runs"], ["12", "13", "14"], ["1", "2", "3"]], [["All"], ["39"], ["6"]]])

    assert grid(read(draw), 0)[1] == ["Runs", "12 13 14", "1 2 3"]


def test_a_row_of_two_dates_opens_no_table(read, grid):
    rows = [
        [["Chan"], ["10 May 2024"], ["4,100"]],
        [["Lee"], ["16 June 2021"], [""]],
        [["Wong"], ["17 June 2021"], [""]],
        [["Ho"], ["18 May 2023"], ["5,200"]],
    ]

    def draw(pen):
        ruled(pen, 600, [[["Name"], ["From"], ["Shares"]], *rows])

    document = read(draw)
    assert len(document.tables) == 1
    assert [row[0] for row in grid(document, 0)] == ["Name", "Chan", "Lee", "Wong", "Ho"]


def test_rows_of_dates_at_the_top_of_a_page_are_no_heads(read):
    def row(name, start, end, shares):
        return [[name], [start], [end], [shares]]

    wide = (55, 180, 280, 380, 450)

    def draw(pen):
        ruled(
            pen,
            730,
            [row("Name", "From", "To", "Shares"), row("Chan", "10 May 2024", "9 May 2027", "4,100")],
            wide,
        )
        pen.page()
        ruled(
            pen,
            60,
            [row("Lee", "16 June 2021", "9 May 2024", ""), row("Ho", "10 May 2023", "9 May 2027", "5,200")],
            wide,
        )

    table = read(draw).tables[-1]
    assert table.continued
    assert table.header_rows == 0


@pytest.mark.parametrize(("unit", "last"), [("US$ million", "US$ million"), ("shares", "")])
def test_a_second_part_with_heads_of_its_own_keeps_the_money_told_over_the_page(read, unit, last):
    def draw(pen):
        pen.text(60, 680, "Guarantees")
        pen.right(310, 692, f"Unit: {unit}")
        ruled(pen, 700, [HEADS, [["Loans"], ["316.5"], ["12.3"]]])
        pen.page()
        again = [["Kind"], ["2024"], ["2023"]]
        parts = [
            [["Debts"], ["4.1"], ["1.4"]],
            [["Rent"], ["5.1"], ["1.5"]],
            again,
            [["Others"], ["4.1"], ["1.4"]],
        ]
        ruled(pen, 60, parts)

    assert [table.unit for table in read(draw).tables] == [unit, unit, last]


def _holders(pen, last, rest):
    widths, first = (55, 120, 185, 250), [["华中北岭甲乙", "投资中心"], ["316.5"], ["12.3"]]
    ruled(
        pen, 650, [[["股东"], ["2024"], ["2023"]], first, [[last], ["4.1"], ["1.4"]]], widths, "STSong-Light"
    )
    pen.page()
    ruled(pen, 60, [[[rest], [""], [""]], [["陈甲"], ["808.6"], ["2.2"]]], widths, "STSong-Light")


def test_a_bracket_that_had_no_room_for_its_first_sign_goes_on_with_the_label(read, grid):
    document = read(lambda pen: _holders(pen, "南岭丙丁投", "（有限合伙）"))
    assert grid(document, 0)[-1][0] == "南岭丙丁投（有限合伙）"
    assert grid(document, 1)[0][0] == "陈甲"


def test_a_bracket_that_had_room_is_a_row_of_its_own(read, grid):
    document = read(lambda pen: _holders(pen, "南岭丙", "（有限合伙）"))
    assert grid(document, 0)[-1][0] == "南岭丙"


def test_heads_at_the_foot_of_a_page_keep_a_title_below_them_for_the_rows_of_the_next(read, grid):
    def draw(pen):
        ruled(pen, 700, [HEADS])
        pen.line(55, 736, 310, 736)
        pen.line(55, 718, 55, 736)
        pen.line(310, 718, 310, 736)
        pen.text(170, 730, "By site")
        pen.page()
        ruled(pen, 60, [[["North"], ["316.5"], ["12.3"]], [["South"], ["808.6"], ["2.2"]]])

    document = read(draw)
    assert len(document.tables) == 1
    assert document.tables[0].header_rows == 1
    assert grid(document, 0)[2:] == [["North", "316.5", "12.3"], ["South", "808.6", "2.2"]]
