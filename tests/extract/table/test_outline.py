"""Under which parent an indented row stands."""

from __future__ import annotations

import pytest

from auditor.extract.table.columns import Column
from auditor.extract.table.columns import Role
from auditor.extract.table.outline import Outline
from auditor.extract.table.outline import Row
from auditor.extract.table.outline import placed_in
from auditor.extract.table.rows import label_rows
from auditor.model.document import Cell
from auditor.model.document import Text


def _labels(parent, child):
    outline, labels = Outline(), ()
    for number, (label, indent) in enumerate(((parent, 0.0), (child, 12.0))):
        row = Row(number, number, (label,), (), None, (), ())
        labels = placed_in(row, outline, indent, (), bulleted=False).labels
    return labels


@pytest.mark.parametrize("parent", ["Net income", "Operating profit", "净利润"])
def test_what_is_added_below_a_profit_is_no_part_of_it(parent):
    assert _labels(parent, "Loss on sale of trucks") == ("Loss on sale of trucks",)


@pytest.mark.parametrize(
    ("parent", "child"),
    [("Revenue", "Bakery"), ("Net profit", "of which: bakery"), ("净利润", "其中：面包业务")],
)
def test_what_is_indented_below_other_rows_is_a_part(parent, child):
    assert _labels(parent, child) == (parent, child)


BLOCKS = (
    ("Own staff", 0.0, False),
    ("Recordable injuries", 8.0, True),
    ("Lost days", 8.0, True),
    ("Hired crews", 0.0, False),
    ("Recordable injuries", 8.0, True),
    ("All crews", 0.0, False),
    ("Recordable injuries", 8.0, True),
)


def _placed(rows, outline, above=0):
    grid, heads = [], (Column(Role.LABEL), Column(Role.VALUE, "2024"))
    for number, (label, indent, valued) in enumerate(rows):
        cells = [Cell(number, 0, Text(label), indent=indent)]
        grid.append([*cells, Cell(number, 1, Text("7")) if valued else None])
    found = label_rows(grid, heads, 0, (), frozenset(), outline, above)
    return [row.label for row in found if not row.section]


def test_a_label_that_comes_again_in_another_section_is_told_with_its_section():
    assert _placed(BLOCKS, Outline()) == [
        "Own staff / Recordable injuries",
        "Lost days",
        "Hired crews / Recordable injuries",
        "All crews / Recordable injuries",
    ]


def test_the_section_is_kept_over_the_page():
    outline = Outline()
    assert _placed(BLOCKS[:4], outline) == ["Recordable injuries", "Lost days"]
    assert _placed(BLOCKS[4:], outline, 4) == [
        "Hired crews / Recordable injuries",
        "All crews / Recordable injuries",
    ]


def test_a_label_that_comes_again_in_one_section_is_told_by_the_row_above_it():
    rows = (("Mill", 0.0, True), ("Output", 0.0, True), ("Kiln", 0.0, True), ("Output", 0.0, True))
    assert _placed(rows, Outline()) == ["Mill", "Mill / Output", "Kiln", "Kiln / Output"]


COUNTED = (("1、国有股", 0.0, False), ("2、法人股", 0.0, True), ("其中：境内法人", 0.0, True))


def test_a_row_numbered_as_the_head_above_it_ends_what_stands_below_that_head():
    assert _placed(COUNTED, Outline())[-1] == "2、法人股 / 其中：境内法人"


def test_a_row_without_a_number_stands_below_the_numbered_head():
    rows = (("1、国有股", 0.0, False), ("法人股", 0.0, True), ("其中：境内法人", 0.0, True))
    assert _placed(rows, Outline())[-1] == "1、国有股 / 其中：境内法人"


def test_a_number_of_a_higher_level_ends_all_below_it():
    rows = (
        ("三、本期变动", 0.0, False),
        ("（六）其他", 0.0, False),
        ("2．使用", 0.0, False),
        ("四、期末余额", 0.0, True),
    )
    assert _placed(rows, Outline()) == ["四、期末余额"]


def test_a_total_that_stands_less_far_in_is_no_part_of_the_last_row_before_it():
    rows = (
        ("电力", 0.0, False),
        ("外购电力", 6.0, True),
        ("屋顶光伏", 6.0, True),
        ("电力合计", 0.0, True),
    )
    assert _placed(rows, Outline())[-1] == "电力合计"


def test_a_head_that_only_parts_does_not_part_a_row_further_in():
    rows = (
        ("总用水量", 0.0, True),
        ("按来源", 0.0, False),
        ("地下水", 6.0, True),
        ("再生水", 6.0, True),
        ("按地区", 0.0, False),
        ("东区", 6.0, True),
    )
    assert _placed(rows, Outline())[-1] == "总用水量 / 按地区 / 东区"


def test_a_row_as_far_out_as_a_head_is_not_below_it_where_others_stand_further_in():
    rows = (("按地区", 0.0, False), ("东区", 6.0, True), ("西区", 6.0, True), ("总取水量", 0.0, True))
    assert _placed(rows, Outline()) == ["按地区 / 东区", "按地区 / 西区", "总取水量"]


def test_a_row_as_far_in_as_those_below_a_head_is_below_it_too():
    rows = (
        ("Crews", 0.0, False),
        ("Drills", 0.0, True),
        ("Drills in spring", 6.0, True),
        ("Walks", 0.0, True),
    )
    assert _placed(rows, Outline())[-1] == "Crews / Walks"


def test_a_number_ends_the_rows_without_one_behind_the_last_of_its_level():
    rows = (
        ("一、上年余额", 0.0, True),
        ("加：政策变更", 0.0, False),
        ("其他", 0.0, False),
        ("二、本年余额", 0.0, True),
    )
    assert _placed(rows, Outline()) == ["一、上年余额", "二、本年余额"]


def test_rows_stand_below_a_head_that_is_set_in_the_middle():
    rows = (("Crews", 90.0, False), ("Drills", 0.0, True), ("Walks", 0.0, True))
    assert _placed(rows, Outline()) == ["Crews / Drills", "Crews / Walks"]
