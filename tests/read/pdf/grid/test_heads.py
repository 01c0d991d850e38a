"""Heads of several levels, and heads that are not right above the first value."""

from __future__ import annotations

import pytest

from auditor.read.pdf.grid.columns import segments
from auditor.read.pdf.sheet.shapes import Word


def test_a_section_between_the_heads_and_the_first_value_hides_no_heads(read, grid):
    def draw(pen):
        pen.row(120, "Indicator", ["2024", "2023"])
        pen.text(60, 138, "Climate")
        pen.row(156, "Scope 1", ["1,234", "1,180"])
        pen.row(174, "Scope 2", ["20,460", "19,771"])

    document = read(draw)
    assert grid(document, 0)[0] == ["Indicator", "2024", "2023"]
    assert grid(document, 0)[1] == ["Climate", "", ""]
    assert document.tables[0].header_rows == 1


def test_the_unit_of_a_table_is_no_head_of_its_last_column(read, grid):
    def draw(pen):
        pen.text(60, 90, "Energy data")
        pen.right(440, 108, "Unit: MWh")
        for y in (112, 130, 172):
            pen.line(55, y, 445, y)
        pen.row(125, "Indicator", ["2024", "2023"])
        pen.row(145, "Electricity", ["1,234", "1,180"])
        pen.row(163, "Heat", ["460", "771"])

    document = read(draw)
    assert grid(document, 0)[0] == ["Indicator", "2024", "2023"]
    assert document.tables[0].unit == "MWh"


def test_years_over_two_columns_each_span_them_without_any_rule(read, grid):
    def draw(pen):
        pen.centred(285, 108, "2024")
        pen.centred(425, 108, "2023")
        pen.row(122, "Indicator", ["Group", "Branches", "Group", "Branches"])
        pen.row(142, "Scope 1", ["1,234", "234", "1,180", "210"])
        pen.row(160, "Scope 2", ["20,460", "460", "19,771", "771"])

    assert grid(read(draw), 0)[0][1:] == ["2024", "2024", "2023", "2023"]


def test_groups_over_years_span_them_though_their_heads_are_narrow(read, grid):
    def draw(pen):
        pen.right(300, 108, "Asia")
        pen.right(440, 108, "Europe")
        pen.row(122, "Indicator", ["2024", "2023", "2024", "2023"])
        pen.row(142, "Scope 1", ["1,234", "234", "1,180", "210"])
        pen.row(160, "Scope 2", ["20,460", "460", "19,771", "771"])

    assert grid(read(draw), 0)[:2] == [
        ["", "Asia", "Asia", "Europe", "Europe"],
        ["Indicator", "2024", "2023", "2024", "2023"],
    ]


def test_a_wrapped_head_beside_a_group_stays_one_head(read, grid):
    def draw(pen):
        for y in (100, 150, 168, 186):
            pen.line(55, y, 515, y)
        pen.line(330, 132, 515, 132)
        for y, line in ((112, "Value in"), (126, "the base"), (140, "year")):
            pen.right(300, y, line)
        pen.centred(425, 124, "Change since then")
        pen.text(60, 140, "Method")
        pen.right(410, 145, "Absolute")
        pen.right(510, 145, "Percentage")
        pen.row(162, "Market", ["631"])
        pen.right(410, 162, "(493)")
        pen.right(510, 162, "-78%")
        pen.row(180, "Place", ["645"])
        pen.right(410, 180, "(240)")
        pen.right(510, 180, "-37%")

    rows = grid(read(draw), 0)
    assert rows[0][2:] == ["Change since then", "Change since then"]
    assert rows[1] == ["Method", "Value in the base year", "Absolute", "Percentage"]


def test_heads_set_to_the_middle_of_two_lines_stand_over_a_section(read, grid):
    def draw(pen):
        pen.right(300, 104, "2024")
        pen.right(370, 104, "2023")
        pen.text(60, 109, "Indicator")
        pen.right(440, 109, "Change")
        pen.right(300, 114, "(restated)")
        pen.right(370, 114, "(restated)")
        pen.text(60, 132, "Climate")
        pen.row(150, "Scope 1", ["1,234", "1,180", "4.6%"])
        pen.row(168, "Scope 2", ["20,460", "19,771", "3.5%"])
        pen.row(186, "Scope 3", ["31,020", "30,544", "1.6%"])

    head = " ".join(" ".join(row) for row in grid(read(draw), 0)[:3])
    assert all(word in head for word in ("2024", "2023", "Change"))


@pytest.mark.parametrize(
    ("strings", "groups"),
    [
        (("2024", "年", "2023", "年"), ["2024 年", "2023 年"]),
        (("2024年", "2023年"), ["2024年", "2023年"]),
        (("较", "2024", "年", "2023", "年"), ["较 2024 年 2023 年"]),
        (("2024", "年", "20231", "人"), ["2024 年 20231 人"]),
    ],
)
def test_two_years_a_space_apart_head_two_columns(strings, groups):
    words = []
    for string in strings:
        at = words[-1].x1 + 3 if words else 300.0
        words.append(Word(string, at, 100, at + 5 * len(string), 110, 109, 10, spaced=True))
    assert [" ".join(word.string for word in group) for group in segments(words)] == groups


def test_years_centred_over_columns_of_unlike_width_span_them_beside_a_head_of_units(read, grid):
    def draw(pen):
        pen.text(180, 108, "Unit")
        pen.centred(315, 108, "2024")
        pen.centred(475, 108, "2023")
        pen.text(60, 122, "Indicator")
        for right, head in (
            (270, "Group"),
            (370, "Subsidiary firms"),
            (430, "Group"),
            (530, "Subsidiary firms"),
        ):
            pen.right(right, 122, head)
        for y, label, values in (
            (142, "Scope 1", ("1,234", "234", "1,180", "210")),
            (160, "Scope 2", ("20,460", "460", "19,771", "771")),
        ):
            pen.text(60, y, label)
            pen.text(180, y, "tonnes")
            for right, value in zip((270, 370, 430, 530), values, strict=True):
                pen.right(right, y, value)

    rows = grid(read(draw), 0)
    assert rows[0][2:] == ["2024", "2024", "2023", "2023"]
    assert rows[1][2:] == ["Group", "Subsidiary firms", "Group", "Subsidiary firms"]


def test_heads_set_close_part_over_the_white_between_the_columns(read, grid):
    def draw(pen):
        pen.text(60, 108, "Indicator")
        pen.text(200, 108, "Unit of item")
        pen.text(253, 108, "2024")
        pen.text(320, 108, "2023")
        for y, label, values in (
            (126, "Scope 1", ("1,234", "1,180")),
            (140, "Scope 2", ("20,460", "19,771")),
            (154, "Scope 3", ("460", "771")),
        ):
            pen.text(60, y, label)
            pen.text(200, y, "tonnes")
            pen.text(253, y, values[0])
            pen.text(320, y, values[1])

    assert grid(read(draw), 0)[0] == ["Indicator", "Unit of item", "2024", "2023"]


def test_a_year_spans_all_columns_up_to_the_one_where_the_heads_begin_again(read, grid):
    def draw(pen):
        pen.centred(258, 100, "2024")
        pen.centred(445, 100, "2023")
        rights = (190, 250, 310, 370, 430, 490)
        for right, head in zip(rights, ("Loans", "Carbon", "Share", "Score", "Loans", "Carbon"), strict=True):
            pen.right(right, 114, head)
        for y, label, values in (
            (134, "Homes", ("39,840", "241,032", "3.5", "3.4", "41,260", "264,889")),
            (152, "Ships", ("8,215", "674,217", "24.2", "2.1", "8,640", "854,144")),
            (170, "Power", ("7,340", "240,610", "46.8", "1.9", "6,975", "391,245")),
        ):
            pen.text(60, y, label)
            for right, value in zip(rights, values, strict=True):
                pen.right(right, y, value)

    rows = grid(read(draw), 0)
    assert rows[0][1:] == ["2024"] * 4 + ["2023"] * 2
    assert rows[1][1:] == ["Loans", "Carbon", "Share", "Score", "Loans", "Carbon"]


def test_a_last_column_of_its_own_is_under_no_year(read, grid):
    def draw(pen):
        pen.centred(235, 100, "2023")
        pen.centred(355, 100, "2024")
        rights = (220, 280, 340, 400, 480)
        for right, head in zip(rights, ("Loans", "Carbon", "Loans", "Carbon", "Remarks"), strict=True):
            pen.right(right, 114, head)
        for y, label, values in (
            (134, "Homes", ("39,840", "241,032", "41,260", "264,889", "audited")),
            (152, "Ships", ("8,215", "674,217", "8,640", "854,144", "audited")),
            (170, "Power", ("7,340", "240,610", "6,975", "391,245", "estimated")),
        ):
            pen.text(60, y, label)
            for right, value in zip(rights, values, strict=True):
                pen.right(right, y, value)

    assert grid(read(draw), 0)[0][1:] == ["2023", "2023", "2024", "2024", ""]


def test_a_year_over_a_word_is_one_head_of_its_group(read, grid):
    def draw(pen):
        pen.centred(425, 96, "2023")
        pen.centred(285, 108, "2024")
        pen.centred(425, 108, "restated")
        pen.row(122, "Item", ["Before", "Whole", "Before", "Whole"])
        pen.row(142, "Sales", ["1,234", "1,234", "1,180", "1,180"])
        pen.row(160, "Costs", ["(460)", "(481)", "(447)", "(471)"])

    heads = grid(read(draw), 0)
    assert heads[0][1:] == ["2024", "2024", "2023 restated", "2023 restated"]
    assert heads[1][1:] == ["Before", "Whole", "Before", "Whole"]


def test_units_that_stand_over_the_columns_of_each_page_are_no_running_heads(read, grid):
    def draw(pen):
        for page in range(3):
            pen.row(40, "", ["2024", "2023"])
            pen.row(52, "", ["£m", "£m"])
            for row in range(8):
                pen.row(70 + 16 * row, f"Item {page}{row}", [f"{row + 11}.4", f"{row + 12}.7"])
            pen.page()

    document = read(draw)
    assert grid(document, 1)[0][1:] == ["2024 £m", "2023 £m"]
