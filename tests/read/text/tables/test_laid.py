from __future__ import annotations

from tests.read.text.conftest import rows

SPREAD = """Table 1 Energy used
in MWh
                                                                 Annual %
                                2019                             target /
                         (base year)        2023       2024     base year

Purchased energy

Electricity                   68,412      58,936     54,218         –8.0%

Steam bought from the
district network               9,836       8,417      7,952             –
                    1
District cooling               1,204         987        942             –
"""


def test_heads_and_labels_of_several_lines_join_by_where_they_stand(reading):
    table = reading(SPREAD).tables[0]
    assert rows(table) == [
        ["", "2019 (base year)", "2023", "2024", "Annual % target / base year"],
        ["Purchased energy", "", "", "", ""],
        ["Electricity", "68,412", "58,936", "54,218", "–8.0%"],
        ["Steam bought from the district network", "9,836", "8,417", "7,952", "–"],
        ["District cooling¹", "1,204", "987", "942", "–"],
    ]
    assert (table.caption.string, table.unit) == ("Table 1 Energy used", "MWh")


GROUPED = """Staff by country
                              2024                              2023
Country           Women       Men     Total        Women        Men     Total
Norway            1,284     2,416     3,700        1,236      2,438     3,674
Chile             1,846     3,528     5,374        1,802      3,561     5,363
"""


def test_years_stand_over_the_groups_of_their_columns(reading):
    table = reading(GROUPED).tables[0]
    assert table.header_rows == 2
    assert rows(table)[:2] == [
        ["", "2024", "2024", "2024", "2023", "2023", "2023"],
        ["Country", "Women", "Men", "Total", "Women", "Men", "Total"],
    ]
    assert rows(table)[3] == ["Chile", "1,846", "3,528", "5,374", "1,802", "3,561", "5,363"]


BROKEN_LEAF = """Waste of all sites
                                 2024                               2023
                                 Non-                               Non-
               Hazardous    hazardous      Total    Hazardous  hazardous      Total
Plant                 12          340        352           14        361        375
Offices                1           52         53            1         49         50
"""


def test_a_line_of_a_broken_head_is_no_head_of_a_group(reading):
    heads = rows(reading(BROKEN_LEAF).tables[0])[:2]
    assert heads[0][1:] == ["2024", "2024", "2024", "2023", "2023", "2023"]
    assert heads[1][1:4] == ["Hazardous", "Non-hazardous", "Total"]


BESIDE = """Table 2 Water                                    Table 3 Waste
in m³                                            in tonnes
                         2024        2023                           2024      2023

Well water            561,938     586,314        Hazardous

Rain water            248,163     262,847        Recycled          1,482     1,416

Total                 810,101     849,161        Burnt               471       526
"""


def test_tables_beside_each_other_are_parted(reading):
    water, waste = reading(BESIDE).tables
    assert (water.caption.string, water.unit) == ("Table 2 Water", "m³")
    assert (waste.caption.string, waste.unit) == ("Table 3 Waste", "tonnes")
    assert rows(water)[1:] == [
        ["Well water", "561,938", "586,314"],
        ["Rain water", "248,163", "262,847"],
        ["Total", "810,101", "849,161"],
    ]
    assert rows(waste)[1:] == [["Hazardous", "", ""], ["Recycled", "1,482", "1,416"], ["Burnt", "471", "526"]]


CENTRED = """主要数据
                           2024年             2023年         本年比上年增减
营业收入              426,986,937.69    371,324,936.81          14.99%
归属于公司股东的
                   51,357,102.96     40,718,459.76          26.13%
净利润
归属于公司股东的
扣除一次性损益的           57,437,228.52      3,451,870.89       1,563.94%
净利润
"""


def test_values_stand_at_the_middle_of_their_labels(reading):
    table = reading(CENTRED).tables[0]
    assert [row[:2] for row in rows(table)[1:]] == [
        ["营业收入", "426,986,937.69"],
        ["归属于公司股东的净利润", "51,357,102.96"],
        ["归属于公司股东的扣除一次性损益的净利润", "57,437,228.52"],
    ]


BILINGUAL = """指標           單位          2024       2023
員工人數
Workforce
總數
               人           3,965      3,900
Total
男性
               人           2,318      2,297
Male
"""


def test_a_label_in_two_languages_stands_around_its_values_and_a_group_above_them(reading):
    assert rows(reading(BILINGUAL).tables[0])[1:] == [
        ["員工人數Workforce", "", "", ""],
        ["總數Total", "人", "3,965", "3,900"],
        ["男性Male", "人", "2,318", "2,297"],
    ]


def test_values_without_heads_over_every_column_are_no_table(reading):
    text = (
        "Some of the figures\n                     2024\n"
        "Water             561,938     586,314\nWaste               1,482       1,416\n"
    )
    assert all("586,314" not in row for table in reading(text).tables for row in rows(table))


def test_running_text_beside_a_table_is_no_label(reading):
    text = (
        "公司共有员工6,168人，较上年增加。           类别              2024年       2023年\n"
        "培训总时长增加，人均时长达到目标。           研发人员           3,841        3,702\n"
        "发生工伤18起，比上年减少三起。               销售人员             948          901\n"
    )
    assert [row[0] for row in rows(reading(text).tables[0])] == ["类别", "研发人员", "销售人员"]


def test_periods_over_moved_columns_are_taken_in_turn(reading):
    text = (
        "KPI           Unit       FY 2022 FY 2023 FY 2024\n"
        "Water drawn   m3          10,460,720   9,927,762   10,290,709\n"
        "Waste made    t              510,369     540,575      398,668\n"
    )
    assert rows(reading(text).tables[0])[:2] == [
        ["KPI", "Unit", "FY 2022", "FY 2023", "FY 2024"],
        ["Water drawn", "m3", "10,460,720", "9,927,762", "10,290,709"],
    ]


def test_years_over_some_columns_stand_beside_a_column_of_change(reading):
    text = (
        "                     2024                          2023             Change\n"
        "               Amount       Share           Amount       Share\n"
        "Implants      271,497       97.5%          224,588       97.3%      20.9%\n"
        "Other           6,945        2.5%            6,281        2.7%      10.6%\n"
    )
    table = reading(text).tables[0]
    assert rows(table)[0] == ["", "2024", "2024", "2023", "2023", ""]
    assert rows(table)[1] == ["", "Amount", "Share", "Amount", "Share", "Change"]


def test_a_change_in_words_stands_in_its_column(reading):
    text = (
        "指标             2024年     2023年    本年比上年增减\n"
        "每股收益           0.69      0.56             23.21\n"
        "净资产收益率        12.11     12.71    减少0.60个百分点\n"
        "股息             0.20      0.10            100.00\n"
    )
    assert rows(reading(text).tables[0])[2] == ["净资产收益率", "12.11", "12.71", "减少0.60个百分点"]


def test_groups_named_at_the_middle_of_their_rows_are_not_guessed(reading):
    text = (
        "              目标            上限        下限\n"
        "              第一期          15.2        12.1\n"
        "授予的股票\n"
        "              第二期          45.3        36.4\n"
        "              第一期          25.5        22.6\n"
        "预留的股票\n"
        "              第二期          55.7        46.8\n"
    )
    assert not any(
        "授予的股票" in cell or "预留的股票" in cell
        for table in reading(text).tables
        for row in rows(table)
        for cell in row[:1]
        if any(row[1:])
    )


def test_a_group_below_a_row_without_a_blank_line_is_no_part_of_its_label(reading):
    text = (
        "KPI                 Unit        2024       2023\n\n"
        "Staff in all        persons    3,965      3,900\n\n"
        "Staff with handicaps persons      93         96\nWomen in the lead\n\n"
        "Managers            %           28.8       28.3\n\nSenior managers     %           37.5       30.0\n"
    )
    labels = [row[0] for row in rows(reading(text).tables[0])]
    assert labels[2].startswith("Staff with handicaps")
    assert not any("Women" in label and "Staff" in label for label in labels)
