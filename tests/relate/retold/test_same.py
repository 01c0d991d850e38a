"""The same fact told twice: what ties, what is held against each other, what is let be."""

from __future__ import annotations

TABLE = "指标\t单位\t2023年\t2024年\n总用水量\t吨\t12,345,678\t13,479,552\n员工总人数\t人\t1,200\t1,310\n\n"


def test_prose_in_a_coarser_unit_ties_with_the_table(judged):
    assert ("1,348.0 万", "passed") in judged(TABLE + "2024 年，总用水量为 1,348.0 万吨。\n").of("same")


def test_prose_that_disagrees_with_the_table_is_flagged(judged):
    assert judged(TABLE + "2024 年，总用水量为 1,438.0 万吨。\n").flagged == ["1,438.0 万"]


def test_a_slip_of_ten_is_no_reason_for_silence(judged):
    assert judged(TABLE + "2024 年，总用水量为 134.8 万吨。\n").flagged == ["134.8 万"]


def test_a_bound_holds(judged):
    assert judged(TABLE + "2024 年，我们的员工总人数超过 1,300 人。\n").flagged == []


def test_a_bound_far_below_tells_of_something_else(judged):
    assert judged(TABLE + "2024 年，参加培训的员工超过 200 人。\n").of("same") == []


def test_the_number_of_a_subsidiary_is_not_the_groups(judged):
    assert judged(TABLE + "2024 年，丁丁物流总用水量为 32,887 吨。\n").flagged == []


def test_last_years_number_is_no_other_telling_of_this_years(judged):
    assert judged(TABLE + "2023 年，总用水量为 1,234.6 万吨。\n").flagged == []


def test_neighbouring_digits_are_two_numbers(judged):
    table = "指标\t单位\t2024年\n清洁电力使用占比\t%\t52.2\n\n"
    assert judged(table + "2024 年，清洁电力使用占比为 52.3%。\n").flagged == ["52.3"]


def test_a_sum_of_two_rows_told_in_prose_ties(judged):
    table = "指标\t单位\t2024年\n范围 1 减排量\t吨\t6,472\n范围 2 减排量\t吨\t2,021,782\n\n"
    found = judged(table + "2024 年，我们通过技术改造实现减排量 202.8 万吨。\n")
    assert ("202.8 万", "passed") in found.of("same:sum")


def test_a_figure_and_a_sentence_that_nearly_agree_are_held_against_each_other(judged):
    figure = "# 路线\n\n单位: 万吨二氧化碳当量\n\n闲置物品回收利用 / 1,289.7\n\n"
    prose = "# 进展\n\n2024 年，平台通过助力闲置物品买卖和回收促进循环经济，共计减排 1,287.2 万吨。\n"
    (item,) = [item for item in judged(figure + prose).judgements if item.relation.rule == "same:near"]
    assert item.verdict.value == "flagged"
    assert item.gap == 25000 - 500 - 500


def test_two_numbers_of_one_sentence_are_two_facts(judged):
    found = judged(
        "# 平台\n\n系统累计发布 5,038 名失踪儿童的信息，已协助找回 4,960 名失踪儿童，成功率达 98.5%。\n\n"
        "5,038 名\n\n系统发布失踪儿童的信息\n\n4,960 名\n\n系统协助找回失踪儿童\n"
    )
    assert found.flagged == []


def test_equal_numbers_of_unlike_things_are_not_tied(judged):
    found = judged("2024 年，我们派出 34 位特派员。\n\n2024 年，计划覆盖 34 个城市。\n")
    assert found.of("same") == []


def test_a_metric_told_without_something_is_another_one(judged):
    table = "项目\t2023年\t2024年\n归属于上市公司股东的净利润（元）\t40,877,390.16\t78,854,230.23\n\n"
    found = judged(
        table
        + "剔除股份支付费用影响后，2024 年归属于上市公司股东的净利润为 8,971.32 万元，同比增长 98.57%。\n"
    )
    assert found.flagged == []


TABLES = "主要数据\n\n项目\t2024年\n营业收入（元）\t244,733,830.57\n\n正文一段。\n\n经营情况\n\n项目\t2024年\n营业收入（元）\t{}\n"


def test_a_long_number_of_two_tables_one_slip_apart_is_asked_about(judged):
    assert judged(TABLES.format("244,733,830.57")).flagged == []
    assert judged(TABLES.format("244,733,830.75")).flagged == ["244,733,830.75"]


def test_two_tables_that_tell_unlike_numbers_tell_of_unlike_things(judged):
    assert judged(TABLES.format("198,210,774.02")).flagged == []
    assert judged(TABLES.format("-244,733,830.57")).flagged == []


def test_a_number_of_one_digit_is_only_told_again_as_itself(judged):
    told = (
        "2024 年，平台的在线培训课程走进{}个社区。\n\n2024 年，我们在平台开设的培训课程覆盖超过 30 个社区。\n"
    )
    assert judged(told.format(" 34 ")).of("same") == []
    assert judged(told.format("超过 30 ")).of("same") == [("30", "passed")]


LEFT = "指标\t单位\t2023年\t2024年\n员工流失率\t%\t9.6\t{}\n\n"


def test_what_happened_narrows_no_rate_told_behind_it(judged):
    told = "2024 年，全年新进 214 人，离职 180 人，员工流失率 10.1%。\n"
    assert judged(LEFT.format("10.1") + told).flagged == []
    found = judged(LEFT.format("11.0") + told)
    assert found.flagged == ["10.1"]


def test_whom_a_clause_speaks_of_narrows_the_rate_behind_it(judged):
    told = "2024 年，南湖工厂新进 214 人，员工流失率 7.3%。\n"
    assert judged(LEFT.format("11.0") + told).flagged == []


def test_the_whole_entity_narrows_nothing(judged):
    table = "指标\t单位\t2023年\t2024年\n总用水量\t立方米\t8,120\t7,960\n"
    assert judged(f"全行用水 7,690 立方米。\n\n{table}").flagged == ["7,690"]
    assert judged(f"全行业用水 7,690 立方米。\n\n{table}").flagged == []


GROUP = "截至 2024 年 12 月 31 日，女性员工占{}总数的 46.5%。\n\n超过 2 万员工中，女性员工占 {}%。\n"


def test_the_share_of_one_group_of_staff_told_in_two_sentences(judged):
    assert judged(GROUP.format("公司员工", "46.5")).flagged == []
    assert judged(GROUP.format("公司员工", "38.0")).flagged == ["38.0"]


def test_the_share_of_a_group_of_a_later_day_or_of_other_staff_is_another_one(judged):
    later = "截至本报告发布日，女性员工占公司员工总数的 {}%。\n"
    assert judged(GROUP.format("公司员工", "46.5") + "\n" + later.format("38.0")).flagged == []
    assert judged(GROUP.format("南京公司员工", "38.0")).flagged == []


REVENUE = (
    "主要数据\n\n单位：元\n\n项目\t2024年\t2023年\n营业收入\t244,733,830.57\t198,016,402.33\n\n# 审计事项\n\n"
)


def test_a_sentence_that_names_one_year_and_tells_the_number_of_another_is_asked_about(judged):
    told = "公司主要从事检测服务，2024 年度营业收入金额为 {} 万元。\n"
    assert judged(REVENUE + told.format("24,473.38")).flagged == []
    assert judged(REVENUE + told.format("19,801.64")).flagged == ["19,801.64 万"]
    both = "公司主要从事检测服务，2024 年度较 2023 年度增长，营业收入为 {} 万元。\n"
    assert judged(REVENUE + both.format("19,801.64")).flagged == []
