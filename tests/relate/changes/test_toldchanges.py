"""Changes as sentences tell them, against the rows of a table: each form once right and once wrong."""

from __future__ import annotations

import pytest

HEAD = "Testford plc Sustainability Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
TABLE = """

Key figures

Indicator                   Unit     2019 (base year)    2022      2023      2024
Energy consumption          MWh      232,700      215,000   212,000   204,310
Water consumption           m3       1,420,000    1,350,000 1,310,400 1,240,300
Number of employees         persons  6,500        6,900     7,106      7,418
Gross margin                %        35.0         36.0      37.2       38.4
Volunteer hours             hours    4,000        5,000     6,200      13,300
Work-related injuries       cases    110          80        71         62
"""
CHINESE = (
    "测试能源有限公司 2024 年环境、社会及治理报告\n\n本报告涵盖 2024 年 1 月 1 日至 2024 年 12 月 31 日。\n\n"
)
ROWS = """

关键绩效表

指标              单位        2019（基准年）   2022      2023      2024
综合能耗           兆瓦时      232,700      215,000   212,000   204,310
用水量             立方米      1,420,000   1,350,000 1,310,400 1,239,700
员工总数           人          6,500        6,900     7,106      7,418
有害废弃物产生量   吨          1,500        1,300     1,290      1,177
"""


@pytest.mark.parametrize(
    ("sentence", "right", "wrong"),
    [
        ("Energy consumption was {}% below our 2019 baseline.", "12.2", "21.2"),
        ("Since 2019 we have reduced our energy consumption by {}%.", "12.2", "2.2"),
        ("Energy consumption fell by {}% between 2019 and 2024.", "12.2", "22.1"),
        ("Energy consumption was 204,310 MWh, a decrease of {} MWh on 2023.", "7,690", "7,960"),
        ("Water consumption fell from 1.31m to {}m cubic metres.", "1.24", "1.42"),
        ("The number of employees rose by {} to 7,418.", "312", "213"),
        ("Gross margin widened by {} basis points to 38.4%.", "120", "210"),
        ("Volunteer hours more than {} compared with 2023.", "doubled", "tripled"),
        ("We recorded {} work-related injuries, compared with 71 in the prior year.", "62", "26"),
    ],
)
def test_a_change_follows_from_the_row_that_it_names(judged, sentence, right, wrong):
    assert judged(sentence.format(right) + TABLE, head=HEAD).flagged == []
    found = judged(sentence.format(wrong) + TABLE, head=HEAD).flagged
    assert any(told.startswith(wrong) for told in found)


@pytest.mark.parametrize(
    ("sentence", "right", "wrong"),
    [
        ("综合能耗较基准年（2019年）下降{}%。", "12.2", "21.2"),
        ("自2019年起累计减少用水量{}%。", "12.7", "17.2"),
        ("2019年至2024年间，综合能耗下降{}%。", "12.2", "21.2"),
        ("员工总数较去年增加{}人至7,418人。", "312", "213"),
        ("有害废弃物产生量同比下降近{}成。", "一", "四"),
    ],
)
def test_a_chinese_change_follows_from_its_row(judged, sentence, right, wrong):
    assert judged(sentence.format(right) + ROWS, head=CHINESE).flagged == []
    found = judged(sentence.format(wrong) + ROWS, head=CHINESE).flagged
    assert any(told.startswith(wrong) for told in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Since 2019 we have reduced our energy consumption by 12%.",  # rounded
        "Since 2019 we have used less. Energy consumption was 204,310 MWh.",  # the next one is of the year
        "Energy consumption fell by 2.6% a year between 2019 and 2024.",  # for each of the years
        "Energy consumption fell by about a tenth between 2019 and 2024.",  # loosely told
        "Our Leeds site cut its energy consumption by 40% between 2019 and 2024.",  # of a part
        "Energy consumption rose to between 210 and 220 GWh in the plan for 2030.",
    ],
)
def test_what_is_told_of_something_else_accuses_nobody(judged, sentence):
    assert judged(sentence + TABLE, head=HEAD).flagged == []
