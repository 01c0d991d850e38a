from __future__ import annotations

import pytest

from auditor.model.document import BlockKind
from auditor.read.text.notes import note_start


@pytest.mark.parametrize(
    ("line", "mark", "rest"),
    [
        ("² 含外包。", "2", "含外包。"),
        ("¹⁰ 含外包。", "10", "含外包。"),
        ("③ 含外包。", "③", "含外包。"),
        ("*含外包。", "*", "含外包。"),
        ("8\t含外包。", "8", "含外包。"),
        ("12. 含外包。", "12", "含外包。"),
        ("2. 2023 年起含外包。", "2", "2023 年起含外包。"),
        ("[3] 含外包。", "3", "含外包。"),
        ("註 2：含外包。", "2", "含外包。"),
        ("注：含外包。", "", "含外包。"),
        ("Note 4: all sites.", "4", "all sites."),
    ],
)
def test_a_note_begins_with_its_mark(line, mark, rest):
    start = note_start(line)
    assert start is not None
    assert (start.mark, line[start.length :]) == (mark, rest)


@pytest.mark.parametrize("line", ["2023 年含外包。", "3.5 万吨", "**重点**", "注意安全", "Notes on method"])
def test_a_number_or_word_that_opens_a_line_is_no_mark(line):
    assert note_start(line) is None


def _notes(document):
    return [(block.mark, block.text.string) for block in document.blocks if block.kind is BlockKind.NOTE]


def test_numbered_lines_below_a_table_are_its_notes(reading):
    text = "指标\t单位\t2023年\n用水\t吨\t5\n\n1. 不含外包工厂的用水量\n2. 含回用水\n"
    assert _notes(reading(text)) == [("1", "不含外包工厂的用水量"), ("2", "含回用水")]


def test_a_numbered_line_is_a_note_where_its_mark_is_cited(reading):
    text = "用水量下降了三成²，用电量持平。\n\n2. 口径与往年不同\n\n本节完。\n"
    assert _notes(reading(text)) == [("2", "口径与往年不同")]


def test_a_numbered_line_without_a_citation_is_an_item(reading):
    text = "我们的做法如下：\n\n1. 逐月检查水表；\n2. 逐年更换管道。\n"
    document = reading(text)
    assert _notes(document) == []
    assert [block.kind for block in document.blocks][1:] == [BlockKind.ITEM, BlockKind.ITEM]


def test_raised_marks_stay_raised_and_never_touch_the_number(reading):
    document = reading("排放量为 1,234^{1} 吨，CO<sub>2</sub> 为 10<sup>3</sup> 吨。\n")
    assert document.blocks[0].text.string == "排放量为 1,234¹ 吨，CO₂ 为 10³ 吨。"
