"""Changes that a sentence tells beside a level are those of the row that prints the level."""

from __future__ import annotations

import pytest

TABLE = (
    "指标\t单位\t2024年\t2023年\n"
    "综合能耗总量\t吨标准煤\t63,934.6\t65,442.9\n"
    "线上办理率\t%\t97.83\t97.18\n"
    "Purchased steam\tGJ\t15,286\t15,651\n"
    "Parts returned\t%\t70.2\t69.5\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "right", "wrong"),
    [
        ("综合能耗总量为63,934.6吨标准煤，{}。", "减少2.3%", "增加2.3%"),
        ("2024年綜合能耗總量為63,934.6噸標準煤，{}。", "下降2.3%", "下降3.2%"),
        ("本年度综合能耗总量63,934.6吨标准煤（{}）。", "降幅2.3%", "降幅1.3%"),
        ("Purchased steam was 15,286 GJ, {}.", "down 2.3%", "up 2.3%"),
        ("Purchased steam {} to 15,286 GJ.", "fell by 2.3%", "fell by 3.2%"),
        ("Purchased steam {} to 15,286 GJ and adjusted sales rose.", "fell 2.3%", "fell 3.2%"),
    ],
)
def test_a_change_without_a_named_base_is_one_on_the_year_before(judged, sentence, right, wrong):
    assert judged(TABLE + sentence.format(right)).flagged == []
    found = judged(TABLE + sentence.format(wrong))
    assert len(found.flagged) == 1
    assert {item.relation.strength.value for item in found.judgements if item.verdict == "flagged"} == {
        "question"
    }


@pytest.mark.parametrize(
    ("sentence", "right", "wrong"),
    [
        ("线上办理率达97.83%，同比提升{}个百分点。", "0.65", "0.56"),
        ("2024年，線上辦理率為97.83%，較上年提高{}個百分點。", "0.65", "6.5"),
        ("线上办理率97.83%，较2023年上升{}个百分点。", "0.65", "0.75"),
        (
            "In 2024, parts returned reached 70.2%, up {} percentage points on the previous year.",
            "0.7",
            "1.7",
        ),
        (
            "Parts returned was 70.2%, an increase of {} percentage points compared with last year.",
            "0.7",
            "0.9",
        ),
    ],
)
def test_points_are_the_difference_of_two_cells_of_a_row(judged, sentence, right, wrong):
    assert judged(TABLE + sentence.format(right)).flagged == []
    assert judged(TABLE + sentence.format(wrong)).flagged == [wrong]


@pytest.mark.parametrize(
    "sentence",
    [
        "综合能耗总量为63,934.6吨标准煤，较基准年减少7.9%。",
        "综合能耗总量为63,934.6吨标准煤，累计减少7.9%。",
        "综合能耗总量为63,934.6吨标准煤，单位产品能耗减少7.9%。",
        "综合能耗总量为63,934.6吨标准煤，同口径减少7.9%。",
        "综合能耗总量为63,934.6吨标准煤；丙厂减少7.9%。",
        "Purchased steam was 15,286 GJ, down 7.9% on a like-for-like basis.",
    ],
)
def test_a_change_of_something_else_or_on_another_base_accuses_nobody(judged, sentence):
    assert judged(TABLE + sentence).of("movement") == []
    assert judged(TABLE + sentence).flagged == []


def test_a_level_that_no_row_prints_says_nothing_of_a_row(judged):
    assert judged(TABLE + "综合能耗总量为64,934.6吨标准煤，减少7.9%。").of("movement") == []


def test_a_level_that_two_rows_print_on_unlike_bases_says_nothing(judged):
    table = "指标\t单位\t2024年\t2023年\n甲厂用煤\t吨\t4,100\t4,000\n乙厂用煤\t吨\t4,100\t3,000\n\n"
    assert judged(table + "2024年用煤4,100吨，增长7.9%。").of("movement") == []


def test_a_figure_that_a_note_replaced_is_no_base_of_a_change_beside_the_row(judged):
    text = (
        TABLE + "综合能耗总量为63,934.6吨标准煤，较2023年减少2.3%。\n\n"
        "注：2023年综合能耗总量由64,000.0吨标准煤重列为65,442.9吨标准煤。\n"
    )
    found = judged(text)
    assert {verdict for _, verdict in (*found.of("growth"), *found.of("movement"))} == {"passed"}


@pytest.mark.parametrize(
    ("sentence", "right", "wrong"),
    [
        ("2024年末，客户满意度为95.69%，较上年末的93.17%提高{}个百分点。", "2.52", "5.22"),
        ("2024年，員工滿意率為95.69%，較2023年的93.17%上升{}個百分點。", "2.52", "2.25"),
        ("2024年设备完好率由93.17%提升{}个百分点至95.69%。", "2.52", "3.52"),
        ("In 2024, on-time delivery rose by {} percentage points from 93.2% to 95.7%.", "2.5", "5.2"),
        ("客户满意度95.69%，比上年93.17%提升了{}个百分点。", "2.52", "2.72"),
    ],
)
def test_a_sentence_that_prints_both_levels_gives_the_points_itself(judged, sentence, right, wrong):
    assert judged(sentence.format(right)).flagged == []
    assert judged(sentence.format(wrong)).flagged == [wrong]


@pytest.mark.parametrize(("level", "flagged"), [("15,559.38 万", ["10.28"]), ("1.56 亿", [])])
def test_a_long_number_that_one_row_prints_is_of_that_row_under_any_name(judged, level, flagged):
    table = (
        "分产品情况\n\n单位：元\n\n产品\t2024年\t2023年\n补片\t155,593,757.71\t139,599,073.24\n"
        "修复膜\t37,482,006.18\t30,116,925.40\n\n"
    )
    told = "报告期内，缝线产品合计带来收入 {}元，比上年增长 {}%。\n"
    assert judged(table + told.format(level, "11.46")).flagged == []
    assert judged(table + told.format(level, "10.28")).flagged == flagged


LOANS = (
    "类别\t2024年末余额（亿元）\t2024年末关注率（%）\t2023年末余额（亿元）\t2023年末关注率（%）\n"
    "对公贷款\t612.4\t0.47\t580.3\t0.52\n"
    "零售贷款\t288.1\t0.47\t260.6\t0.39\n"
    "合计\t900.5\t{}\t840.9\t0.66\n\n"
    "截至2024年末，关注率0.47%，较上年末下降{}个百分点。\n"
)


@pytest.mark.parametrize(("points", "flagged"), [("0.19", []), ("0.20", []), ("0.91", ["0.91"])])
def test_a_rate_of_two_digits_without_a_part_is_that_of_the_total(judged, points, flagged):
    assert judged(LOANS.format("0.47", points)).flagged == flagged


def test_a_rate_of_two_digits_that_only_parts_tell_accuses_nobody(judged):
    assert judged(LOANS.format("0.41", "0.91")).flagged == []
