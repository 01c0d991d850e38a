"""Sums that the structure of a table shows."""

from __future__ import annotations

import pytest

TABLE = (
    "项目\t2022年\t2023年\t2024年\n"
    "甲类物料（吨）\t101.5\t202.5\t303.5\n"
    "乙类物料（吨）\t11.5\t22.5\t33.5\n"
    "丙类物料（吨）\t1.5\t2.5\t3.5\n"
    "合计（吨）\t114.5\t227.5\t{last}\n"
)


def test_a_total_row_is_the_sum_of_the_rows_above(judged):
    assert judged(TABLE.format(last="340.5")).of("table:rows") == [
        ("114.5", "passed"),
        ("227.5", "passed"),
        ("340.5", "passed"),
    ]


def test_what_holds_in_every_year_but_one_is_flagged_there(judged):
    assert judged(TABLE.format(last="350.4")).flagged == ["350.4"]


def test_a_total_across_the_columns(judged):
    found = judged(
        "地区\t自营业务\t其他业务\t总数量\n供应商数量 中国大陆\t1,267\t342\t1,609\n供应商数量 海外\t263\t2\t265\n"
    )
    assert found.of("table:columns") == [("1,609", "passed"), ("265", "passed")]


def test_a_doubled_digit_beside_a_column_called_a_total(judged):
    found = judged(
        "地区\t自营业务\t其他业务\t总数量\n供应商数量 中国大陆\t1,267\t3,342\t1,609\n供应商数量 海外\t263\t2\t265\n"
    )
    assert found.flagged == ["1,609"]


def test_a_total_over_other_columns_that_holds_in_one_row_by_chance(judged):
    found = judged(
        "地区\t自营业务\t其他业务\t总数量\n供应商数量 中国大陆\t1,267\t342\t2,811\n供应商数量 海外\t263\t2\t265\n"
    )
    assert found.flagged == []


def test_rows_that_do_not_add_up_anywhere_are_no_sum(judged):
    found = judged("项目\t2023年\t2024年\n甲（吨）\t100\t110\n乙（吨）\t200\t220\n丙（吨）\t500\t600\n")
    assert found.of("table:rows") == []


def test_percentages_and_rates_are_not_added_to_totals(judged):
    found = judged(
        "项目\t金额（元）\t计提比例（%）\n一年以内\t100.00\t5.00\n一至两年\t200.00\t10.00\n合计\t300.00\t8.33\n"
    )
    assert found.flagged == []


def test_columns_that_repeat_one_number_prove_a_run_only_once(judged):
    found = judged(
        "姓名\t授予数量（股）\t解锁数量（股）\t归属数量（股）\n"
        "甲一\t160,000\t48,000\t48,000\n乙二\t80,000\t24,000\t24,000\n丙三\t80,000\t24,000\t24,000\n丁四\t400,000\t96,000\t96,000\n"
    )
    assert found.flagged == []


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (("外購蒸汽", "外購冷量"), "外部輸入能耗"),
        (("主营业务毛利", "其他业务毛利"), "毛利"),
        (("东区厂房用水", "西区厂房用水"), "厂区用水"),
        (("Boilers and furnaces", "Company vehicles"), "Direct sources"),
        (("廠區一", "廠區二"), "全部廠區"),
    ],
)
def test_a_total_that_no_word_calls_one_is_flagged_where_one_slip_breaks_it(judged, parts, whole):
    rows = f"项目\t2024年\t2023年\n{parts[0]}（千瓦时）\t{{}}\t57,380.2\n{parts[1]}（千瓦时）\t655.3\t408.9\n{whole}（千瓦时）\t56,762.0\t57,789.1\n"
    assert judged(rows.format("56,106.7")).flagged == []
    assert judged(rows.format("56,106.8")).flagged == []  # within the rounding of three numbers
    assert judged(rows.format("56,016.7")).flagged == ["56,762.0"]


def test_a_closed_sum_of_five_digits_that_misses_by_any_amount_is_asked_about(judged):
    rows = (
        "项目\t2024年\t2023年\n甲厂（吨）\t38,140.2\t37,138.2\n乙厂（吨）\t5,065.3\t5,040.9\n"
        "两厂（吨）\t{}\t42,179.1\n"
    )
    found = judged(rows.format("39,712.3"))
    assert found.flagged == ["39,712.3"]
    assert [item.relation.strength.value for item in found.judgements if item.verdict.value == "flagged"] == [
        "question"
    ]


def test_two_rows_beside_others_of_their_kind_are_no_sum_for_one_year(judged):
    found = judged(
        "项目\t2024年\t2023年\n丁厂（吨）\t7,015.1\t6,900.4\n甲厂（吨）\t1,402.5\t1,380.2\n乙厂（吨）\t655.3\t408.9\n"
        "丙厂（吨）\t3,999.9\t1,789.1\n"
    )
    assert found.flagged == []


def test_a_sign_that_was_lost_breaks_a_sum_that_holds_in_the_other_years(judged):
    rows = (
        "项目\t2024年\t2023年\t2022年\n营业利润（百万元）\t10,314\t7,226\t9,056\n"
        "营业外收支净额（百万元）\t527\t{}\t412\n利润总额（百万元）\t10,841\t7,040\t9,468\n"
    )
    assert judged(rows.format("(186)")).flagged == []
    assert judged(rows.format("186")).flagged == ["7,040"]


def test_a_total_of_its_sources_may_also_be_that_of_its_uses(judged):
    rows = (
        "项目\t2024年\t2023年\t2022年\n河水取用（立方米）\t{}\t4,715.8\t4,862.4\n井水取用（立方米）\t1,254.6\t1,188.9\t1,206.3\n"
        "取用水合计（立方米）\t6,157.7\t5,904.7\t6,068.7\n外排水量（立方米）\t4,318.4\t4,215.7\t4,386.2\n"
        "耗用水量（立方米）\t1,839.3\t1,689.0\t1,682.5\n"
    )
    assert judged(rows.format("4,903.1")).flagged == []
    assert judged(rows.format("4,930.1")).flagged == ["6,157.7"]


def test_two_splits_of_one_whole_are_no_four_parts_of_the_row_under_the_next_head(judged):
    found = judged(
        "| 指标 | 单位 | 2024年 | 2023年 |\n|---|---|---|---|\n| 员工总数 | 人 | 5,866 | 5,648 |\n"
        "| 按性别划分 | | | |\n| 男性 | 人 | 3,122 | 3,041 |\n| 女性 | 人 | 2,744 | 2,607 |\n"
        "| 按雇佣类型划分 | | | |\n| 全职 | 人 | 5,138 | 4,961 |\n| 兼职 | 人 | 728 | 687 |\n"
        "| 按年龄划分 | | | |\n| 30岁以下 | 人 | 1,187 | 1,126 |\n| 30岁及以上 | 人 | 4,679 | 4,522 |\n"
    )
    assert found.flagged == []


def test_one_measure_of_a_table_may_add_up_and_another_not(judged):
    head = "类别\t2024年桩数（个）\t2024年站点数（个）\t2023年桩数（个）\t2023年站点数（个）\t2022年桩数（个）\t2022年站点数（个）\n"
    rows = "慢充\t1,250\t43\t1,042\t35\t920\t13\n快充\t3,336\t92\t2,211\t70\t1,134\t38\n合计\t{}\t92\t3,253\t70\t2,054\t38\n"
    assert judged(head + rows.format("4,586")).of("table:rows")[0] == ("4,586", "passed")
    assert judged(head + rows.format("4,568")).flagged == ["4,568"]


def test_the_means_of_two_groups_are_not_added_to_that_of_the_whole(judged):
    found = judged(
        "Training\tWomen\tMen\tTotal\nHours of training\t151,234\t243,311\t394,545\n"
        "Average hours per employee\t24.8\t22.5\t23.4\nEmployees trained\t6,098\t10,814\t16,912\n"
    )
    assert found.of("table:columns") == [("394,545", "passed"), ("16,912", "passed")]


def test_the_columns_of_another_year_are_no_further_parts_of_a_total_across(judged):
    text = (
        "项目\t2023年自营\t2023年外包\t2023年合计\t2024年自营\t2024年外包\t2024年合计\n"
        "甲厂（吨）\t55,111.6\t309.3\t55,420.9\t57,204.8\t412.6\t57,617.4\n"
        "乙厂（吨）\t2,118.4\t216.9\t2,335.3\t2,240.7\t198.1\t{total}\n"
    )
    assert judged(text.format(total="2,438.8")).flagged == []
    assert judged(text.format(total="8,417.3")).flagged == ["8,417.3"]


def test_a_column_of_rates_without_a_unit_does_not_add_up(judged):
    table = "2024年借款\n项目\t额度\t已用\t未用\t已用率\n甲银行\t1,250\t730\t520\t58.4\n乙银行\t1,540\t930\t610\t60.4\n合计\t2,790\t1,660\t1,130\t59.5\n"
    assert judged(table).flagged == []
    amounts = "贷款余额\n项目\t2024年\t2023年\t2022年\n甲银行\t12.3\t13.1\t15.2\n乙银行\t45.6\t40.2\t38.9\n合计\t{total}\t53.3\t54.1\n"
    assert judged(amounts.format(total="27.9")).flagged == ["27.9"]


STAFF = (
    "员工数量、专业构成及教育程度\n\n项目\t人数（人）\n在职员工的数量合计\t1,948\n专业构成\t\n生产人员\t1,011\n销售人员\t258\n技术人员\t586\n"
    "行政人员\t93\n合计\t1,948\n教育程度\t\n硕士及以上\t195\n本科\t837\n大专\t{}\n高中及以下\t304\n合计\t{}\n\n"
)


def test_a_total_that_another_block_of_the_table_proves_must_be_that_of_its_own_block(judged):
    assert judged(STAFF.format("612", "1,948")).flagged == []
    assert judged(STAFF.format("621", "1,948")).of("table:slip") == [("1,948", "flagged")]


def test_a_block_with_a_total_of_its_own_that_no_other_block_proves_accuses_nobody(judged):
    assert judged(STAFF.format("621", "1,990")).of("table:slip") == []


DUTIES = (
    "项目\t2024年（元）\t2023年（元）\n消费税\t0.00\t0.00\n城建税\t1,618,304.03\t1,402,952.98\n资源税\t0.00\t0.00\n"
    "房产税\t2,261,465.33\t2,015,584.77\n印花税\t140,440.32\t111,590.31\n合计\t{}\t3,530,128.06\n"
)


def test_rows_that_are_nought_in_every_year_do_not_hide_a_sum(judged):
    found = judged(DUTIES.format("4,020,209.68")).of("table:rows")
    assert found == [("4,020,209.68", "passed"), ("3,530,128.06", "passed")]
    assert judged(DUTIES.format("4,020,290.68")).flagged == ["4,020,290.68"]


def test_a_total_told_again_behind_a_subtotal_is_no_sum_with_it(judged):
    text = (
        "项目\t期末数（元）\n金融资产\t\n- 交易性金融资产\t83,000,000.00\n- 其他非流动金融资产\t152,728,119.59\n"
        "- 金融资产小计\t235,728,119.59\n- 上述合计\t235,728,119.59\n\n"
    )
    assert judged(text).flagged == []


CASES = (
    "举报类别\t单位\t2024年\t2023年\t2022年\n舞弊\t件\t{}\t14\t12\n利益冲突\t件\t11\t7\t8\n"
    "骚扰\t件\t19\t16\t15\n其他事项\t件\t8\t9\t6\n举报合计\t件\t53\t46\t41\n\n"
)


def test_small_counts_that_add_up_every_year_are_a_sum_as_where_one_year_misses(judged):
    assert judged(CASES.format("15")).of("table:rows") == [
        ("53", "passed"),
        ("46", "passed"),
        ("41", "passed"),
    ]
    assert judged(CASES.format("19")).flagged == ["53"]
