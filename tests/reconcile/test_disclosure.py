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


COMPLAINTS = "指标\t单位\t2022年\t2023年\n客户投诉\t件\t48\t50\n"
LATER = "指标\t单位\t2023年\t2024年\n客户投诉\t件\t{now}\t55\n{other}\n\n{note}\n"


@pytest.mark.parametrize(
    "note",
    [
        "1. 剔除2024年转让的某某有限公司，2023年数据已追溯调整。",
        "1. 2024年某某工厂出售，排放因子同时更新，历史数据已追溯调整。",
    ],
)
def test_a_sale_does_not_make_a_count_rise(restated, note):
    text = LATER.format(now="56", other="营业收入¹\t万元\t900\t950", note=note)
    assert told(restated(COMPLAINTS, text))[0] == "none"


def test_a_note_on_a_row_of_another_family_covers_no_complaints(restated):
    text = LATER.format(now="45", other="营业收入¹\t万元\t900\t950", note=f"1. {SOLD}")
    assert told(restated(COMPLAINTS, text))[0] == "none"


def test_a_note_that_names_families_covers_no_other(restated):
    told_all = "2024 年，我们出售了某业务，环境及员工数据的历史数据已追溯调整。\n\n"
    text = told_all + LATER.format(now="45", other="", note="")
    assert told(restated(COMPLAINTS, text))[0] == "none"


def test_a_sale_can_make_a_count_fall(restated):
    text = f"{SOLD}\n\n" + LATER.format(now="45", other="", note="")
    assert told(restated(COMPLAINTS, text))[0] == "general"


def test_a_report_that_names_the_mark_in_a_bracket_covers_no_row_without(restated):
    text = "2024 年出售某业务，历史数据已追溯调整（标①）。\n\n" + LATER.format(
        now="45", other="营业收入①\t万元\t900\t950", note=f"① {SOLD}"
    )
    assert told(restated(COMPLAINTS, text))[0] == "none"


MONEY = "利润表（单位：元）\n项目\t{years}\n营业收入\t{revenue}\n税金及附加\t{taxes}\n"
MERGED = "因同一控制下企业合并，2023年度财务报表的比较数据已追溯调整。\n\n"


@pytest.mark.parametrize(("general", "how"), [(MERGED, "general"), ("", "none")])
def test_a_note_on_the_accounts_covers_an_amount_that_no_word_names(restated, general, how):
    old = MONEY.format(years="2022年\t2023年", revenue="80,000,000\t90,000,000", taxes="700,000\t800,000")
    new = MONEY.format(years="2023年\t2024年", revenue="95,000,000\t99,000,000", taxes="850,000\t900,000")
    changed = [item for item in restated(old, general + new) if item.standing.value == "restated"]
    assert [item.disclosure.value for item in changed] == [how, how]


AIM = "2030年环境目标\n指标\t单位\t2023年\t2030年目标\n范围 1 排放量\t吨二氧化碳当量\t52,000\t{}\n\n"


@pytest.mark.parametrize(
    ("note", "how"),
    [
        ("因出售某工厂，基准年数值及目标值已相应重列。", "general"),
        ("因出售某工厂，环境数据的历史数据已相应重列。", "none"),
    ],
)
def test_a_note_that_says_so_of_targets_covers_a_changed_target(restated, note, how):
    found = restated(AIM.format("41,000"), AIM.format("39,000") + note)
    (item,) = [item for item in found if item.standing.value == "restated"]
    assert item.disclosure.value == how


LETTERED = (
    "Report for the fiscal year ended 31 December {year}\n\nDeliveries by depot (t)\n\n{rows}\n\n{note}\n"
)
COLUMNS = """\
                          {years[0]}       {years[1]}
------------------------------------------
{name:<20}       {values[0]}      {values[1]}
Eastern moorings         5,117      5,117
"""


def _depots(year, name, values, note):
    rows = COLUMNS.format(years=(year, year - 1), name=name, values=values)
    return LETTERED.format(year=year, rows=rows, note=note)


def test_a_letter_in_brackets_ties_a_note_to_its_row(restated):
    """A note below the table opens with the letter that stands behind the name of the row."""
    old = _depots(2023, "Western moorings", ("3,310", "3,190"), "")
    note = "(a) Two jetties moved to the northern depots; deliveries for 2023 have been recast."
    new = _depots(2024, "Western moorings(a)", ("3,402", "3,140"), note)
    found = [item for item in restated(old, new) if item.standing.value == "restated"]
    assert [item.disclosure.value for item in found] == ["row"]


TABLE_OLD = "Emissions, tCO2e\t2022\t2023\n{}\t{}\t{}\nBusiness travel\t310\t330\n"
TABLE_NEW = (
    "Comparatives have been restated where marked.\n\nEmissions, tCO2e\t2023¹\t2024\n{}\t{}\t{}\n"
    "Business travel\t330\t345\n\n1. Restated for the sale of a quarry.\n"
)


@pytest.mark.parametrize(("now", "how"), [("8,200", "general"), ("9,600", "none")])
def test_the_mark_on_a_column_explains_what_its_note_can_have_moved(restated, now, how):
    """A sale takes emissions; that they rose is not what the mark on the year is about."""
    old = TABLE_OLD.format("Scope 1 emissions", "8,700", "9,100")
    assert told(restated(old, TABLE_NEW.format("Scope 1 emissions", now, "8,050")))[0] == how


def test_who_says_that_marked_figures_are_restated_covers_no_unmarked_row(restated):
    general = "2023 figures have been restated where indicated.\n\n"
    old = "Emissions, tCO2e\t2022\t2023\nScope 1 emissions\t8,700\t9,100\n"
    new = (
        "Emissions, tCO2e\t2023\t2024\nScope 1 emissions{}\t8,200\t8,050\nScope 3 emissions¹\t330\t345\n\n"
        "1. Restated for a new method.\n"
    )
    assert told(restated(old, general + new.format("¹")))[0] == "row"
    assert told(restated(old, general + new.format("")))[0] == "none"


IN_PASSING = "截至2024年末，公司共有员工480人，经重述后较上年末增加30人。\n\n"
STAFF = "指标\t单位\t{years}\n员工总数\t人\t{staff}\n总用水量\t吨\t{water}\n"


@pytest.mark.parametrize(("general", "water"), [(IN_PASSING, "none"), ("比较数字已经重述。\n\n", "general")])
def test_a_sentence_on_one_number_that_was_restated_covers_no_other(restated, general, water):
    old = STAFF.format(years="2022年\t2023年", staff="460\t470", water="900\t1,000")
    new = STAFF.format(years="2023年\t2024年", staff="450\t480", water="950\t960")
    changed = {item.new.label: item for item in restated(old, general + new)}
    assert {label: item.disclosure.value for label, item in changed.items()} == {
        "员工总数": "general",
        "总用水量": water,
    }


@pytest.mark.parametrize(
    ("note", "how"),
    [
        ("2023年数据已按新因子重述。", "row"),
        ("2022年数据已按新因子重述。", "none"),
        ("2022年数据已按新因子重述；2023年数据未作追溯调整。", "none"),
        ("采用新因子，以前年度数据已重述。", "row"),
    ],
)
def test_a_note_explains_the_years_that_it_names(restated, note, how):
    assert told(restated(OLD, NEW.format(mark="¹", more="", notes=f"1. {note}")))[0] == how


TWO_MARKS = "① 采用新的电网排放因子，以前年度数据已重述。\n1. 核算范围包括全部门店。"


@pytest.mark.parametrize(("mark", "how"), [("①", "row"), ("¹", "none")])
def test_a_number_in_a_circle_is_another_mark_where_both_have_a_note(restated, mark, how):
    more = "温室气体减排总量{}\t吨二氧化碳当量\t10\t20".format("¹" if mark == "①" else "①")
    found = restated(OLD, NEW.format(mark=mark, more=more, notes=TWO_MARKS))
    (item,) = [item for item in found if item.standing.value == "restated"]
    assert (item.disclosure.value == "row") is (how == "row")


def test_a_number_in_a_circle_is_the_mark_of_the_only_note_of_that_number(restated):
    assert told(restated(OLD, NEW.format(mark="①", more="", notes=f"1. {SOLD}")))[0] == "row"
