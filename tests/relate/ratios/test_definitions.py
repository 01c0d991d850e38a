"""Formulas that a report prints in its notes."""

from __future__ import annotations

import pytest

from auditor.lexicon.tongue import tell

TABLE = (
    "指标\t单位\t2023年\t2024年\n员工总人数\t人\t100,000\t125,000\n因工死亡人数\t人\t1\t2\n因工死亡率¹\t%\t0.0010\t{rate}\n\n"
    "1. 因工死亡率 = (因工死亡人数 / 员工总人数) × 100%\n"
)


def test_a_rate_that_follows_from_its_formula(judged):
    assert judged(TABLE.format(rate="0.0016")).of("definition") == [
        ("0.0010", "passed"),
        ("0.0016", "passed"),
    ]


def test_a_formula_is_quoted_in_the_characters_of_its_note(judged):
    text = "指標\t單位\t2024年\n員工總人數\t人\t125,000\n因工死亡人數\t人\t2\n因工死亡率¹\t%\t0.0016\n\n1. 因工死亡率 = (因工死亡人數 / 員工總人數) × 100%\n"
    (item,) = [item for item in judged(text).judgements if item.relation.kind.value == "definition"]
    assert item.relation.statement == "因工死亡率 = ( 因工死亡人數 / 員工總人數 ) × 100%"


def test_a_rate_that_does_not(judged):
    assert judged(TABLE.format(rate="0.0021")).flagged == ["0.0021"]


def test_a_note_that_narrows_the_population_makes_it_a_question(judged):
    text = (
        TABLE.format(rate="0.0021").replace("因工死亡率¹", "因工死亡率¹,²")
        + "\n2. 统计范围为直接管理业务的员工。\n"
    )
    (item,) = [item for item in judged(text).judgements if item.verdict.value == "flagged"]
    assert item.relation.strength.value == "question"


def test_what_a_formula_needs_and_the_report_does_not_print_is_said(judged):
    text = "指标\t单位\t2024年\n工伤人数\t人\t79\n工伤率\t工伤人数 / 百万工作小时\t0.41\n\n1. 工伤率 = (工伤人数 / 员工总工作时数) × 1,000,000\n"
    (item,) = [item for item in judged(text).judgements if item.relation.kind.value == "definition"]
    assert item.verdict.value == "undecided"
    assert "工作时数" in tell(item.reason)


def test_what_is_not_printed_is_named_in_the_characters_of_the_note(judged):
    text = "指標\t單位\t2024年\n工傷人數\t人\t79\n工傷率\t工傷人數 / 百萬工作小時\t0.41\n\n1. 工傷率 = (工傷人數 / 員工總工作時數) × 1,000,000\n"
    (item,) = [item for item in judged(text).judgements if item.relation.kind.value == "definition"]
    assert tell(item.reason) == "未列示 CY2024 的員工總工作時數"


HEAD = "Test Limited Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
RATES = (
    "Indicator\tUnit\t2023\t2024\nNumber of lost-time injuries\tcase\t4\t5\n"
    "Total hours worked\thour\t2,000,000\t2,500,000\nLTIFR¹\t\t2.0\t{ltifr}\n"
    "Employee turnover rate²\t%\t10.0\t{turnover}\nLeavers during the year\tperson\t100\t121\n"
    "Average headcount\tperson\t1,000\t1,100\n\n{notes}\n"
)
NOTES = (
    "1. LTIFR = number of lost-time injuries / total hours worked × 1,000,000.\n"
    "2. Employee turnover rate is calculated as leavers during the year divided by average headcount × 100%.\n"
)


def english(judged, ltifr="2.0", turnover="11.0", notes=NOTES):
    return judged(RATES.format(ltifr=ltifr, turnover=turnover, notes=notes), head=HEAD)


def test_english_formulas(judged):
    assert [verdict for _, verdict in english(judged).of("definition")] == ["passed"] * 4
    assert english(judged, turnover="12.1").flagged == ["12.1"]
    assert english(judged, ltifr="2.5").flagged == ["2.5"]
    assert english(judged, turnover="11.1").flagged == ["11.1"]  # 11.0 is exact: people are not rounded


def test_english_formulas_in_other_words(judged):
    for note in (
        "1. LTIFR = number of lost-time injuries per 1,000,000 hours worked.\n",
        "1. Calculated as the number of lost-time injuries divided by total hours worked, multiplied by one million.\n",
        "1. LTIFR is calculated by dividing the number of lost-time injuries by total hours worked × 1,000,000.\n",
        "1. (Number of lost-time injuries / total hours worked) x 1,000,000\n",
    ):
        found = english(judged, notes=note)
        assert found.of("definition") == [("2.0", "passed"), ("2.0", "passed")], note
        assert english(judged, ltifr="2.9", notes=note).flagged == ["2.9"], note


def test_chinese_formulas_in_words(judged):
    table = TABLE.partition("1. ")[0]
    for note in (
        "1. 因工死亡率的计算公式为：因工死亡人数除以员工总人数乘以100%。\n",
        "1. 計算方式為因工死亡人數除以員工總人數。\n",
    ):
        assert judged(table.format(rate="0.0016") + note).of("definition") == [
            ("0.0010", "passed"),
            ("0.0016", "passed"),
        ], note
        assert judged(table.format(rate="0.0021") + note).flagged == ["0.0021"], note


def test_a_mean_is_not_the_number_at_the_end_of_the_year(judged):
    text = (
        "指标\t单位\t2023年\t2024年\n员工总人数\t人\t100,000\t125,000\n因工死亡人数\t人\t1\t2\n"
        "因工死亡率¹\t%\t0.0010\t0.0018\n\n1. 因工死亡率 = 因工死亡人数 / 平均员工人数 × 100%\n"
    )
    assert judged(text).flagged == []


def test_what_a_word_narrows_is_a_question(judged):
    text = TABLE.format(rate="0.0021").replace(" / 员工总人数)", " / 直营门店员工总人数)")
    strengths = {
        item.relation.strength.value for item in judged(text).judgements if item.verdict.value == "flagged"
    }
    assert strengths <= {"question"}


def test_a_scale_hidden_in_a_unit_only_ties(judged):
    text = (
        "指标\t单位\t2024年\n工伤人数\t人\t5\n总工时\t百万小时\t2.5\n工伤率¹\t\t2.0\n\n"
        "1. 工伤率 = 工伤人数 / 总工时\n"
    )
    assert judged(text).flagged == []


def test_a_formula_about_something_else_leaves_the_row_with_its_mark_alone(judged):
    text = (
        "指标\t单位\t2024年\n员工总数¹\t人\t100\n受训员工人数\t人\t80\n\n"
        "1. 统计范围为全体在册员工，培训覆盖比例 = 受训员工人数 / 员工总数 × 100%\n"
    )
    assert judged(text).of("definition") == []


def test_a_formula_that_goes_on_behind_a_comma_is_not_cut_short(judged):
    note = "1. LTIFR = number of lost-time injuries / total hours worked, and expressed per million hours.\n"
    assert english(judged, notes=note).of("definition") == []


@pytest.mark.parametrize(
    ("rows", "note", "right", "wrong"),
    [
        (
            "进厂水量\t吨\t6,301.6\t5,969.9\n出厂水量\t吨\t4,318.4\t4,215.7\n厂内净用水¹\t吨\t1,983.2\t{}\n",
            "厂内净用水＝进厂水量－出厂水量。",
            "1,754.2",
            "1,745.2",
        ),
        (
            "應收租金總額\t萬元\t6,301.6\t5,969.9\n已減免租金\t萬元\t4,318.4\t4,215.7\n實收租金¹\t萬元\t1,983.2\t{}\n",
            "實收租金＝應收租金總額－已減免租金。",
            "1,754.2",
            "1,574.2",
        ),
        (
            "停工事件\t次\t6\t8\n总工时\t小时\t13,362,000\t12,721,000\n停工频率¹\t\t0.45\t{}\n",
            "停工频率＝停工事件×1,000,000÷总工时。",
            "0.63",
            "0.36",
        ),
        (
            "循環用水量\t噸\t14,866.4\t13,602.7\n新水用量\t噸\t6,301.6\t5,969.9\n循環率¹\t%\t70.2\t{}\n",
            "循環率＝循環用水量÷（新水用量＋循環用水量）。",
            "69.5",
            "65.9",
        ),
        (
            "Parts shipped\tpieces\t6,301\t5,969\nParts returned\tpieces\t4,318\t4,215\nParts kept¹\tpieces\t1,983\t{}\n",
            "Parts kept = parts shipped - parts returned.",
            "1,754",
            "1,745",
        ),
    ],
)
def test_a_row_that_is_called_as_a_formula_calls_it_follows_from_it(judged, rows, note, right, wrong):
    text = f"指标\t单位\t2024年\t2023年\n{rows}\n1. {note}\n"
    assert (right, "passed") in judged(text.format(right)).of("definition")
    assert (wrong, "flagged") in judged(text.format(wrong)).of("definition")


def test_a_formula_of_sums_with_terms_that_no_row_bears_only_ties(judged):
    text = (
        "指标\t单位\t2024年\n用水总量\t吨\t6,301.6\n净耗水量¹\t吨\t1,983.2\n\n2024年，排水量为4,100.4吨。\n\n"
        "1. 净耗水量＝用水总量－排水量。\n"
    )
    assert judged(text).flagged == []


GROUPS = (
    "指标\t单位\t2023年\t2024年\n员工总数\t人\t3,900\t3,965\n女性员工人数\t人\t1,603\t1,647\n"
    "离职人数\t人\t593\t559\n女性离职人数\t人\t252\t241\n员工流失率\t%\t15.2\t14.1\n"
    "女性员工流失率\t%\t15.7\t{}\n\n1. 员工流失率 = 该类别离职员工人数 / 该类别年末员工人数 × 100%\n"
)


def test_a_formula_is_read_for_the_groups_of_its_metric_too(judged):
    assert ("14.6", "passed") in judged(GROUPS.format("14.6")).of("definition")
    assert judged(GROUPS.format("16.4")).flagged == ["16.4"]


def test_a_group_that_never_follows_the_formula_is_drawn_otherwise(judged):
    text = GROUPS.format("6.1").replace("15.7", "6.5").replace("15.2", "15.9").replace("14.1", "14.9")
    assert "6.1" not in judged(text).flagged


def test_a_mean_of_the_year_may_be_that_of_both_ends(judged):
    text = (
        "指标\t单位\t2022年\t2023年\t2024年\n员工总数\t人\t3,700\t3,900\t4,100\n离职人数\t人\t540\t593\t559\n"
        "员工流失率¹\t%\t\t15.6\t{}\n\n1. 员工流失率 = 离职人数 / 平均员工人数 × 100%\n"
    )
    assert judged(text.format("14.0")).of("definition")[-1] == ("14.0", "passed")
    assert judged(text.format("10.4")).flagged == ["10.4"]
    assert (
        judged(text.format("13.6").replace("15.6", "15.2")).flagged == []
    )  # at the end of the year, it seems


def test_the_hours_of_a_formula_are_those_of_the_unit(judged):
    text = (
        "指标\t单位\t2023年\t2024年\n可记录工伤件数\t件\t3\t2\n总工时\t小时\t8,915,400\t9,120,300\n"
        "可记录工伤率¹\t件/百万工时\t0.34\t{}\n\n1. 可记录工伤率 = 可记录工伤件数 × 1,000,000 / 总工时\n"
    )
    assert judged(text.format("0.22")).flagged == []
    assert judged(text.format("0.32")).flagged == ["0.32"]


ENDS = (
    "指标\t单位\t2022年\t2023年\t2024年\n员工人数\t人\t5,749\t5,895\t6,019\n离职人数\t人\t679\t627\t552\n"
    "员工流失率¹\t%\t11.9\t10.8\t{}\n\n1. 员工流失率 = 年内离职人数 ÷ 年初及年末员工人数的平均值 × 100%。\n"
)


def test_a_mean_of_both_ends_of_the_year_is_drawn_where_both_are_told(judged):
    found = judged(ENDS.format("9.3"))
    assert [verdict for _, verdict in found.of("definition")] == ["undecided", "passed", "passed"]
    assert found.flagged == []


def test_rates_that_are_all_drawn_by_the_number_at_the_end_only_speak_against_the_note(judged):
    assert judged(ENDS.replace("10.8", "10.6").format("9.2")).flagged == []
    assert judged(ENDS.format("9.9")).flagged == ["9.9"]


def test_names_of_a_formula_are_found_in_two_languages(judged):
    rows = "Indicator\tUnit\t2023\t2024\nTotal leavers 離職合計\tperson\t127\t118\nEmployees 員工人數\tperson\t1,204\t1,187\n"
    note = "Turnover rate 流失率¹\t%\t10.5\t{}\n\n1. Turnover rate = leavers / employees × 100%.\n"
    assert judged(rows + note.format("9.9"), head=HEAD).flagged == []
    assert judged(rows + note.format("9.1"), head=HEAD).flagged == ["9.1"]


def test_a_note_that_only_says_what_is_divided_by_what_is_of_the_row_with_its_mark(judged):
    rows = "Indicator\tUnit\t2023\t2024\nNumber of recalls\tcase\t42\t57\nParcels handled\tcase\t1,204\t1,187\nRecall rate¹\t%\t3.49\t{}\n\n"
    note = "1. Number of recalls divided by parcels handled (PH).\n"
    assert judged(rows.format("4.80") + note, head=HEAD).of("definition") == [
        ("3.49", "passed"),
        ("4.80", "passed"),
    ]
    assert judged(rows.format("8.40") + note, head=HEAD).flagged == ["8.40"]


BY_GROUP = (
    "性别\t参训人数（人）\t培训总学时（小时）\t人均学时（小时/人）\n男\t400\t8,000.0\t{men}\n"
    "女\t100\t3,000.0\t30.0\n合计\t500\t11,000.0\t22.0\n注：人均学时＝培训总学时/参训人数。\n"
)


def test_a_formula_of_columns_holds_in_each_row_for_the_numbers_of_that_row(judged):
    found = judged(BY_GROUP.format(men="20.0"))
    assert found.of("definition") == [("20.0", "passed"), ("30.0", "passed"), ("22.0", "passed")]
    assert found.flagged == []
    assert judged(BY_GROUP.format(men="21.0")).flagged == ["21.0"]


def test_the_numbers_of_all_are_not_those_of_a_group(judged):
    """The hours are told of all only, in another table."""
    found = judged(
        "指标\t单位\t2024年\n培训总学时\t小时\t11,000.0\n\n2024年员工培训\n"
        "性别\t参训人数（人）\t人均学时（小时/人）\n男\t400\t20.0\n女\t100\t30.0\n合计\t500\t22.0\n"
        "注：人均学时＝培训总学时/参训人数。\n"
    )
    assert found.flagged == []


BY_SEX = (
    "表7 員工概況（於12月31日） Table 7 Workforce as at 31 December\n"
    "類別 Category\t2024 / 人數\t2023 / 人數\n男性 Male\t1,214\t1,198\n女性 Female\t406\t391\n"
    "總計 Total\t1,620\t1,589\n\n"
    "表8 員工離職 Table 8 Turnover\n"
    "類別 Category\t2024 / 離職人數 Leavers\t2024 / 離職率² Rate²\t2023 / 離職人數 Leavers\t2023 / 離職率² Rate²\n"
    "男性 Male\t139\t11.4%\t152\t12.7%\n女性 Female\t{}\t51\t13.0%\n"
    "總計 Total\t188\t11.6%\t203\t12.8%\n\n"
    "2 離職率＝該類別離職人數÷該類別年末人數×100%。\n"
)


def test_a_formula_of_each_category_is_read_for_the_people_of_another_table(judged):
    found = judged(BY_SEX.format("49\t12.1%"))
    assert found.of("definition") == [
        (rate, "passed") for rate in ("11.4", "12.7", "12.1", "13.0", "11.6", "12.8")
    ]
    assert found.flagged == []
    assert judged(BY_SEX.format("49\t15.1%")).flagged == ["15.1"]


HOURS = (
    "表7 員工人數\n類別\t2024年\n按性別劃分\t\n男性\t1,214\n女性\t406\n按職級劃分\t\n高級管理層\t31\n"
    "中級管理層\t190\n一般員工\t1,399\n總計\t1,620\n\n"
    "表9 培訓\n類別\t受訓時數\t人均時數³\n按性別劃分\t\t\n男性\t18,210\t15.0\n女性\t5,724\t14.1\n"
    "按職級劃分\t\t\n高級管理層\t526\t17.0\n中級管理層\t3,249\t{}\n一般員工\t20,159\t14.4\n總計\t23,934\t14.8\n\n"
    "3 人均時數＝該類別受訓時數÷該類別員工總數。\n"
)


def test_many_rows_show_that_no_scale_is_hidden_where_no_unit_is_printed(judged):
    assert judged(HOURS.format("17.1")).flagged == []
    assert judged(HOURS.format("19.1")).flagged == ["19.1"]


def test_means_over_others_than_the_note_says_ask_nothing(judged):
    """All means are drawn over those who were trained: the note is careless, and no number is wrong."""
    drawn = (
        HOURS.replace("15.0", "15.6")
        .replace("14.1", "14.4")
        .replace("17.0", "17.5")
        .replace("14.8", "15.3")
        .replace("t14.4", "t15.1")
    )
    assert judged(drawn.format("17.8")).flagged == []


def test_groups_one_below_the_other(judged):
    rows = "".join(
        f"{group}\t\t\n- 培训总学时\t小时\t{hours}\n- 参训人数\t人\t{heads}\n- 人均学时\t小时/人\t{mean}\n"
        for group, hours, heads, mean in (
            ("甲厂", "8,000.0", "400", "20.0"),
            ("乙厂", "3,000.0", "100", "30.0"),
        )
    )
    found = judged(f"指标\t单位\t2024年\n{rows}注：人均学时＝培训总学时/参训人数。\n")
    assert found.of("definition") == [("20.0", "passed"), ("30.0", "passed")]


ACCIDENTS = (
    "指标\t单位\t2023年\t2024年\n员工\t\t\t\n- 总工作时数\t小时\t8,126,482\t8,874,936\n- 失能伤害件数－男性\t件\t11\t9\n- 失能伤害件数－女性\t件\t10\t8\n"
    "- 失能伤害件数合计\t件\t21\t17\n- 损失日数\t日\t412\t338\n- 失能伤害频率（FR）\t件/百万工时\t2.58\t{fr}\n- 失能伤害严重率（SR）\t日/百万工时\t50.70\t{sr}\n"
    "承揽商\t\t\t\n- 总工作时数\t小时\t1,342,800\t1,418,200\n- 失能伤害件数\t件\t1\t1\n- 失能伤害频率（FR）\t件/百万工时\t0.74\t0.71\n\n"
    "注：FR＝失能伤害件数×1,000,000÷总工作时数；SR＝损失日数×1,000,000÷总工作时数。\n"
)


def test_a_formula_may_call_a_rate_by_the_short_name_in_its_bracket(judged):
    assert judged(ACCIDENTS.format(fr="1.92", sr="38.08")).flagged == []
    assert judged(ACCIDENTS.format(fr="1.92", sr="83.08")).flagged == ["83.08"]
    assert judged(ACCIDENTS.format(fr="1.29", sr="38.08")).flagged == ["1.29"]


STAFF_AND_LEAVERS = (
    "员工构成\n\n类别\t2024年末人数（人）\t2024年末占比（%）\n男性\t4,120\t58.4\n女性\t2,935\t41.6\n30岁以下\t2,010\t28.5\n"
    "30岁及以上\t5,045\t71.5\n\n"
    "员工流失\n\n类别\t2024年流失人数（人）\t2024年流失率（%）\n男性\t371\t{}\n女性\t223\t7.6\n30岁以下\t253\t12.6\n"
    "30岁及以上\t341\t6.8\n\n流失率＝该类别年内流失人数÷该类别年末员工人数×100%。\n"
)


def test_the_staff_of_a_group_may_stand_under_a_head_that_only_counts_people(judged):
    found = judged(STAFF_AND_LEAVERS.format("9.0"))
    assert [verdict for _, verdict in found.of("definition")] == ["passed"] * 4
    assert judged(STAFF_AND_LEAVERS.format("9.9")).flagged == ["9.9"]


LOST = (
    "指标\t单位\t2024年\t2023年\t2022年\n停工天数\t天\t137\t152\t166\n停工小时数³\t小时\t1,096\t{}\t1,328\n\n"
    "3. 停工小时数 = 停工天数 × 8小时\n"
)


def test_a_row_that_is_so_many_times_another_must_be_so_in_each_year(judged):
    assert judged(LOST.format("1,216")).of("definition") == [
        ("1,096", "passed"),
        ("1,216", "passed"),
        ("1,328", "passed"),
    ]
    assert judged(LOST.format("1,261")).flagged == ["1,261"]


def test_a_factor_that_gives_no_year_is_meant_otherwise(judged):
    assert judged(LOST.format("1,216").replace("× 8小时", "× 6小时")).flagged == []


FLOORS = (
    "类别\t2024年数目\t2024年建筑面积（平方米）\t2023年数目\t2023年建筑面积（平方米）\n"
    "仓库\t7\t512,400\t6\t470,100\n门店\t31\t96,300\t29\t91,500\n合计\t38\t608,700\t35\t561,600\n\n"
    "指标\t单位\t2024年\t2023年\n范围1及范围2合计\t吨二氧化碳当量\t18,261\t17,409\n"
    "密度¹（吨二氧化碳当量/平方米）\t\t{}\t0.0310\n密度（吨二氧化碳当量/百万元收入）\t\t2.17\t2.33\n\n"
    "1. 密度 = 范围1及范围2合计 / 总建筑面积\n"
)


def test_a_density_follows_from_the_total_of_the_column_that_its_formula_names(judged):
    assert judged(FLOORS.format("0.0300")).of("definition") == [("0.0300", "passed"), ("0.0310", "passed")]
    assert judged(FLOORS.format("0.0030")).flagged == ["0.0030"]
