"""A table that goes on without heads keeps the columns of the page before."""

from __future__ import annotations


def rules(pen, top, count):
    for index in range(count + 1):
        pen.line(55, top + 20 * index, 515, top + 20 * index)


def first_part(pen):
    for index in range(10):
        pen.text(60, 100 + 14 * index, "Body text that stands above the table and fills the page.")
    rules(pen, 700, 3)
    pen.row(714, "Metric", ["2021", "2022", "2023", "2024"], first=300, step=65)
    pen.row(734, "Turnover", ["4.0", "27.0", "29.3", "23.5"], first=300, step=65)
    pen.row(754, "Training", ["49.0", "51.0", "15.6", "16.1"], first=300, step=65)
    pen.page()


def test_columns_that_are_empty_on_the_next_page_keep_their_place(read, grid):
    def draw(pen):
        first_part(pen)
        rules(pen, 60, 3)
        pen.text(60, 74, "By gender")
        pen.row(94, "Men", ["", "96.9", "85.3", "83.7"], first=300, step=65)
        pen.row(114, "Women", ["", "96.8", "79.5", "79.4"], first=300, step=65)

    document = read(draw)
    assert [(table.header_rows, table.continued) for table in document.tables] == [(1, False), (0, True)]
    assert grid(document, 1) == [
        ["By gender", "", "", "", ""],
        ["Men", "", "96.9", "85.3", "83.7"],
        ["Women", "", "96.8", "79.5", "79.4"],
    ]


def test_a_table_with_heads_of_its_own_on_the_next_page_is_another(read, grid):
    def draw(pen):
        first_part(pen)
        rules(pen, 60, 3)
        pen.row(74, "Region", ["", "", "2023", "2024"], first=300, step=65)
        pen.row(94, "Europe", ["", "", "1", "2"], first=300, step=65)
        pen.row(114, "Asia", ["", "", "3", "4"], first=300, step=65)

    document = read(draw)
    assert not document.tables[1].continued
    assert grid(document, 1)[1] == ["Europe", "1", "2"]


def test_ruled_cells_that_merge_on_the_next_page_stand_on_the_same_grid(read, grid):
    def draw(pen):
        for top, cuts in ((700, (55, 235, 305, 375, 445)), (60, (55, 235, 305, 445))):
            for index in range(3):
                pen.line(55, top + 20 * index, 445, top + 20 * index)
            for x in cuts:
                pen.line(x, top, x, top + 40)
            if top == 700:
                pen.row(714, "Metric", ["2022", "2023", "2024"])
                pen.row(734, "Water", ["1", "2", "3"])
                pen.page()
        pen.row(74, "Waste", ["4", "5"])
        pen.row(94, "Paper", ["6", "7"])

    document = read(draw)
    assert document.tables[1].columns == 4
    assert grid(document, 1)[0] == ["Waste", "4", "5", "5"]


def test_a_single_row_at_the_top_of_the_next_page_goes_on_with_the_table(read, grid):
    def draw(pen):
        first_part(pen)
        pen.row(74, "Promotion", ["1.0", "2.0", "3.5", "4.5"], first=300, step=65)
        pen.text(60, 120, "The next chapter begins with a sentence of its own.")

    document = read(draw)
    assert document.tables[1].continued
    assert grid(document, 1) == [["Promotion", "1.0", "2.0", "3.5", "4.5"]]


def test_figures_that_stand_elsewhere_at_the_top_of_the_next_page_are_no_row_of_the_table(read):
    def draw(pen):
        first_part(pen)
        pen.row(74, "Visitors", ["1,234", "2,345"], first=270, step=101)
        pen.text(60, 120, "The next chapter begins with a sentence of its own.")

    assert len(read(draw).tables) == 1


def test_borders_that_only_a_remark_below_the_rows_has_part_no_column(read, grid):
    def frame(pen, top, rows):
        for index, row in enumerate(rows):
            y = top + 20 * index
            pen.line(55, y, 415, y)
            for x, text in row:
                pen.line(x, y, x, y + 20)
                pen.text(x + 4, y + 13, text)
            pen.line(415, y, 415, y + 20)
        pen.line(55, top + 20 * len(rows), 415, top + 20 * len(rows))

    def draw(pen):
        frame(
            pen,
            720,
            [[(55, "Name"), (175, "2023"), (295, "2024")], [(55, "Anne"), (175, "81.5"), (295, "92.5")]],
        )
        pen.page()
        frame(
            pen,
            60,
            [[(55, "Bob"), (175, "7.5"), (295, "9.5")], [(55, "Remark"), (235, "Both of them are kin.")]],
        )

    document = read(draw)
    assert grid(document, 1)[0] == ["Bob", "7.5", "9.5"]
    assert document.tables[1].continued


def test_heads_at_the_end_of_a_page_go_with_the_rows_on_the_next(read, grid):
    def draw(pen):
        for index in range(46):
            pen.text(60, 80 + 14 * index, "Body text that stands above the table and fills the whole page.")
        pen.row(770, "Indicator", ["2024", "2023"])
        pen.page()
        for index, label in enumerate(("Power", "Gas", "Water", "Waste")):
            pen.row(80 + 16 * index, label, [f"1,{204 + index}", f"1,{187 - index}"])

    document = read(draw)
    assert [table.header_rows for table in document.tables] == [1]
    assert grid(document)[:2] == [["Indicator", "2024", "2023"], ["Power", "1,204", "1,187"]]


def test_heads_repeated_above_one_row_keep_the_columns_of_the_page_before(read, grid):
    def part(pen, y, rows):
        rules(pen, y, 1)
        pen.row(y + 14, "Indicator", ["Group", "Sites", "Other"], first=300, step=80)
        for index, (label, values) in enumerate(rows):
            pen.row(y + 34 + 16 * index, label, values, first=300, step=80)
        bottom = y + 40 + 16 * len(rows)
        pen.line(55, bottom, 515, bottom)

    def draw(pen):
        many = [(f"Metric {k}", [f"1,{k}04", f"2,{k}11", f"3,{k}09"]) for k in range(1, 7)]
        part(pen, 680, many)
        pen.page()
        part(pen, 60, [("Metric 7", ["4.1", "5.2", "6.3"])])

    document = read(draw)
    assert grid(document, 1)[-1] == ["Metric 7", "4.1", "5.2", "6.3"]


def test_a_head_of_two_lines_that_is_repeated_is_whole_on_each_page(read, grid):
    def head(pen, y):
        pen.right(510, y - 10, "2015 (base")
        pen.row(y, "Metric", ["2024", "2023", "2022", "year)"], first=300, step=70)
        pen.thin(55, y + 5, 515)

    def draw(pen):
        for index in range(10):
            pen.text(60, 100 + 14 * index, "Body text that stands above the table and fills the page.")
        head(pen, 700)
        pen.row(720, "Turnover", ["4.0", "27.0", "29.3", "23.5"], first=300, step=70)
        pen.row(740, "Absence", ["4.1", "27.1", "29.4", "23.6"], first=300, step=70)
        for rate in ("5", "6"):
            pen.page()
            head(pen, 60)
            pen.row(80, f"Rate {rate}.1", ["4.2", "27.2", "29.5", "23.7"], first=300, step=70)
            pen.row(100, f"Rate {rate}.2", ["4.3", "27.3", "29.6", "23.8"], first=300, step=70)
            pen.text(60, 140, "A sentence of its own stands below it on this page.")

    document = read(draw)
    heads = ["Metric", "2024", "2023", "2022", "2015 (base year)"]
    assert [grid(document, index)[0] for index in range(3)] == [heads, heads, heads]
    assert document.tables[1].continued
