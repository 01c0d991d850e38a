"""Which note explains a changed comparative."""

from __future__ import annotations

import pytest

OLD = "指标\t单位\t2022年\t2023年\n范围 1 排放量\t吨二氧化碳当量\t900\t1,000\n"
NEW = "指标\t单位\t2023年\t2024年\n范围 1 排放量{mark}\t吨二氧化碳当量\t800\t850\n{more}\n{notes}\n"
SOLD = "某业务已于 2024 年出售，历史数据已相应追溯调整。"


def told(found):
    (item,) = [item for item in found if item.standing.value == "restated"]
    return (item.disclosure.value, item.note.causes if item.note else ())


def test_a_note_marked_on_the_row(restated):
    assert told(restated(OLD, NEW.format(mark="¹", more="", notes=f"1. {SOLD}"))) == ("row", ("divestment",))


def test_a_general_note_without_a_mark(restated):
    text = f"2024 年，我们出售了某业务，环境数据的历史数据已追溯调整。\n\n{NEW.format(mark='', more='', notes='')}"
    assert told(restated(OLD, text)) == ("general", ("divestment",))


def test_a_note_on_another_row_of_the_block(restated):
    more = "温室气体减排总量¹\t吨二氧化碳当量\t10\t20"
    assert told(restated(OLD, NEW.format(mark="", more=more, notes=f"1. {SOLD}")))[0] == "general"


def test_no_note_at_all(restated):
    assert told(restated(OLD, NEW.format(mark="", more="", notes=""))) == ("none", ())


def test_a_note_on_another_topic_covers_nothing(restated):
    text = f"员工流失率的历史数据已追溯调整。\n\n{NEW.format(mark='', more='', notes='')}"
    assert told(restated(OLD, text))[0] == "none"


@pytest.mark.parametrize(("mark", "how"), [("¹", "row"), ("", "none")])
def test_who_says_that_restated_rows_are_marked_covers_no_row_without(restated, mark, how):
    general = "2024 年，我们出售了某业务，环境数据的历史数据已追溯调整，重述的指标以角标标示。\n\n"
    more = "温室气体减排总量¹\t吨二氧化碳当量\t10\t20"
    text = general + NEW.format(mark=mark, more=more, notes=f"1. {SOLD}")
    assert told(restated(OLD, text))[0] == how


@pytest.mark.parametrize(
    ("note", "cause"),
    [
        ("某子公司已被出售，以前年度数据已重述。", "divestment"),
        ("收购某公司后，以前年度数据已重述。", "acquisition"),
        ("采用新的电网排放因子，以前年度数据已重述。", "emission_factor"),
        ("核算方法学更新，以前年度数据已重述。", "method"),
        ("更正以前年度的计算错误，以前年度数据已重述。", "error"),
    ],
)
def test_the_cause_that_a_note_names(restated, note, cause):
    assert told(restated(OLD, NEW.format(mark="¹", more="", notes=f"1. {note}"))) == ("row", (cause,))
