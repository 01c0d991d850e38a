"""The identities of the field hold in every period that tells their parts."""

from __future__ import annotations

SCOPES = (
    "指标\t单位\t2023年\t2024年\n"
    "温室气体排放总量 (范围 1,2,3)\t吨二氧化碳当量\t1,000\t{total}\n"
    "范围 1 排放量\t吨二氧化碳当量\t100\t110\n"
    "范围 2 排放量\t吨二氧化碳当量\t300\t320\n"
    "范围 3 排放量\t吨二氧化碳当量\t600\t640\n"
)


def test_scopes_add_up_to_their_total(judged):
    assert judged(SCOPES.format(total="1,070")).of("identity:ghg_scopes") == [
        ("1,000", "passed"),
        ("1,070", "passed"),
    ]


def test_a_total_off_by_one_digit_is_flagged(judged):
    assert judged(SCOPES.format(total="1,170")).flagged == ["1,170"]


def test_a_total_off_by_the_last_digit_of_its_rounded_parts_is_rounding(judged):
    assert judged(SCOPES.format(total="1,071")).of("identity:ghg_scopes")[-1] == ("1,071", "rounding")


def test_one_of_two_ways_to_count_scope_2_is_enough(judged):
    found = judged(
        "指标\t单位\t2024年\n温室气体排放总量 (范围 1,2,3)\t吨二氧化碳当量\t1,000\n"
        "范围 1 排放量\t吨二氧化碳当量\t100\n范围 2 排放量\t吨二氧化碳当量\t\n"
        "- 基于市场\t吨二氧化碳当量\t300\n- 基于位置\t吨二氧化碳当量\t450\n范围 3 排放量\t吨二氧化碳当量\t600\n"
    )
    assert found.flagged == []
    assert found.of("identity:ghg_scopes_market") == [("1,000", "passed")]


def test_a_total_by_location_is_no_sum_over_scope_2_by_the_market_even_where_the_number_is(judged):
    table = (
        "指标\t单位\t2024年\n范围 1 和范围 2 排放量（基于位置）\t吨二氧化碳当量\t{total}\n"
        "范围 1 和范围 2 排放量（基于市场）\t吨二氧化碳当量\t400\n范围 1 排放量\t吨二氧化碳当量\t100\n"
        "范围 2 排放量（基于位置）\t吨二氧化碳当量\t450\n范围 2 排放量（基于市场）\t吨二氧化碳当量\t300\n"
    )
    assert judged(table.format(total="550")).flagged == []
    assert judged(table.format(total="400")).flagged == ["400"]


def test_net_is_gross_less_offsets(judged):
    found = judged(
        "指标\t单位\t2024年\n范围 1 排放量\t吨二氧化碳当量\t485,983\n抵消范围 1 碳排放\t吨二氧化碳当量\t11,659\n"
        "范围 1 净排放\t吨二氧化碳当量\t474,325\n"
    )
    assert found.flagged == []
    assert found.of("identity:ghg_net")[0][1] == "rounding"


def test_the_shares_of_women_and_men_make_a_hundred(judged):
    table = (
        "指标\t单位\t2023年\t2024年\n按性别划分的员工比例\t\t\t\n男性\t%\t65.4\t{men}\n女性\t%\t34.6\t35.4\n"
    )
    assert judged(table.format(men="64.6")).flagged == []
    assert judged(table.format(men="65.6")).flagged == ["65.6"]


def test_a_split_with_a_part_that_the_lexicon_does_not_know_is_no_split(judged):
    found = judged("教育程度\t数量（人）\n博士\t28\n硕士\t400\n本科\t755\n其他学历甲\t564\n合计\t1,747\n")
    assert found.flagged == []


def test_numbers_of_two_tables_that_tell_unlike_things_are_not_added(judged):
    group = "# 合并资产负债表\n\n项目\t2024年\n流动资产合计（元）\t500.00\n非流动资产合计（元）\t300.00\n资产总计（元）\t800.00\n\n"
    parent = "# 主要数据\n\n项目\t2024年\n资产总计（元）\t650.00\n"
    assert judged(group + parent).flagged == []


def test_employees_are_counted_by_contract_and_by_hours_and_not_by_both(judged):
    table = (
        "指标\t单位\t2023年\t2024年\n女性员工总数\t人\t6,000\t6,303\n\n指标\t单位\t2023年\t2024年\n"
        "女性员工 长期员工\t人\t5,400\t5,684\n女性员工 临时员工\t人\t600\t619\n\n"
        "指标\t单位\t2023年\t2024年\n女性员工 全职\t人\t4,900\t5,128\n女性员工 兼职\t人\t1,100\t{part}\n"
    )
    assert judged(table.format(part="1,175")).flagged == []
    assert judged(table.format(part="1,157")).flagged != []


QUARTERS = (
    "主要会计数据\n\n项目\t2024年\n营业收入（元）\t{total}\n\n2024年，某业务板块实现营业收入22,087.97万元。\n\n分季度数据\n\n"
    "项目\t第一季度\t第二季度\t第三季度\t第四季度\n"
    "营业收入（元）\t95,802,322.64\t149,865,827.28\t175,075,260.37\t186,667,128.87\n"
)


def test_quarters_make_the_year_whatever_a_sentence_tells_of_a_part(judged):
    assert judged(QUARTERS.format(total="607,410,539.16")).of("identity:revenue_quarters")
    assert judged(QUARTERS.format(total="607,401,539.16")).flagged != []


def test_parts_of_one_sentence_make_its_whole(judged):
    text = "# 员工\n\n截至2024年12月31日，员工总数为{}人，男性与女性分别为4,018人、2,405人。\n"
    assert judged(text.format("6,423")).flagged == []
    assert judged(text.format("6,113")).flagged == ["6,113"]


def test_lines_of_statements_are_known_by_their_names(judged):
    table = (
        "项目\t2024年度\n三、营业利润\t230,183,383.14\n加：营业外收入\t2,613,416.10\n减：营业外支出\t1,178,367.28\n"
        "四、利润总额\t231,618,431.96\n减：所得税费用\t14,302,864.15\n五、净利润\t{}\n"
    )
    assert judged(table.format("217,315,567.81")).of("identity:net_profit_after_tax")
    assert judged(table.format("217,315,576.81")).flagged != []


def test_a_share_of_women_in_a_region_is_no_share_of_all_women(judged):
    """Rows are regions, the last column the women among those of the region."""
    found = judged(
        "2024年按地区划分的员工\n地区\t男性员工（人）\t女性员工（人）\t女性员工占比（%）\n香港\t60\t40\t40.0\n"
        "海外\t150\t50\t25.0\n总计\t210\t90\t30.0\n"
    )
    assert found.flagged == []


def test_a_region_that_the_lexicon_does_not_know_is_a_part_too(judged):
    table = "指标\t单位\t2024年\n按地区划分的员工比例\t\t\n香港\t%\t30.0\n{place}\t%\t25.0\n海外\t%\t45.0\n"
    assert judged(table.format(place="江北片区")).flagged == []
    assert judged(table.replace("45.0", "44.0").format(place="中国内地")).flagged == ["30.0"]


def test_regions_with_a_rest_beside_them_are_not_all(judged):
    table = (
        "供應商數目 Suppliers\n\n年度Year\t香港Hong Kong\t中國內地Mainland China\t其他Others\t總計Total\n"
        "2024年\t210\t54\t19\t{total}\n2023年\t198\t47\t16\t261\n2022年\t187\t41\t15\t243\n"
    )
    assert judged(table.format(total="283")).flagged == []
    assert judged(table.format(total="293")).flagged == ["293"]


INCOME = (
    "合并利润表\n\n单位：元\n\n项目\t2024年度\t2023年度\n"
    "五、净利润（净亏损以“－”号填列）\t8,207,576.23\t6,407,324.63\n（一）按经营持续性分类\t\t\n"
    "1.持续经营净利润（净亏损以“－”号填列）\t{continuing}\t6,407,324.63\n"
    "2.终止经营净利润（净亏损以“－”号填列）\t{given_up}\t\n"
)


def test_profit_is_that_of_what_goes_on_and_of_what_was_given_up(judged):
    rule = "identity:net_profit_continuity"
    assert judged(INCOME.format(continuing="8,207,576.23", given_up="")).of(rule)[0][1] == "passed"
    assert judged(INCOME.format(continuing="8,307,576.23", given_up="-100,000.00")).flagged == []
    assert judged(INCOME.format(continuing="6,407,324.63", given_up="")).flagged == ["8,207,576.23"]


def test_profit_of_operations_under_another_name_is_no_row_of_the_statement(judged):
    table = (
        "单位：元\n\n项目\t2024年度\n本年溢利\t8,207,576.23\n持续经营业务溢利\t8,307,576.23\n"
        "终止经营业务亏损\t100,000.00\n"
    )
    assert judged(table).flagged == []


DEGREES = (
    "研发人员情况\t2024年\t2023年\n研发人员数量（人）\t463\t441\n研发人员学历\n本科\t298\t285\n硕士\t116\t107\n博士\t19\t14\n其他\t30\t35\n\n"
    "截至 2024 年末，公司研发人员 463 人，其中硕士及以上学历 {} 人。\n"
)


def test_a_degree_and_above_is_the_degree_and_those_above_it(judged):
    assert judged(DEGREES.format("135")).of("identity:headcount_master_up") == [("135", "passed")]
    assert judged(DEGREES.format("153")).flagged == ["153"]


def test_a_degree_and_above_of_other_people_is_not_that_of_the_table(judged):
    text = DEGREES.replace("公司研发人员 463 人，其中", "公司管理层")
    assert judged(text.format("153")).flagged == []


BASES = (
    "指标\t单位\t2023年\t2024年\n范围一排放量\t吨二氧化碳当量\t128\t119\n"
    "范围二排放量（基于位置）\t吨二氧化碳当量\t294\t286\n范围二排放量（基于市场）\t吨二氧化碳当量\t23\t19\n"
    "范围三排放量\t吨二氧化碳当量\t447,426\t394,952\n"
    "范围一、二及三排放总量（基于位置）\t吨二氧化碳当量\t447,848\t395,357\n"
    "范围一、二及三排放总量（基于市场）\t吨二氧化碳当量\t{}\t{}\n"
)


def test_a_total_that_was_printed_as_the_one_beside_it(judged):
    assert judged(BASES.format("447,577", "395,090")).flagged == []
    assert judged(BASES.format("447,848", "395,357")).flagged == ["395,357", "447,848"]


def test_a_total_drawn_from_the_market_is_no_sum_of_what_is_drawn_from_the_place(judged):
    rows = BASES.format("447,848", "395,357").replace(
        "范围二排放量（基于位置）", "范围一及二排放量（基于位置）"
    )
    assert ("395,357", "passed") not in judged(rows.replace("294\t286", "422\t405")).of("table:rows")
