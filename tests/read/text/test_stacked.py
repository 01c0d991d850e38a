from __future__ import annotations

from tests.read.text.conftest import rows


def test_years_over_words_that_come_back_below_each(reading):
    text = (
        "2024 2023\nCountry Women Men Total Women Men Total\n"
        "Norway 1,284 2,416 3,700 1,236 2,438 3,674\nChile 38 84 122 34 87 121\n"
    )
    table = reading(text).tables[0]
    assert rows(table) == [
        ["", "2024", "2024", "2024", "2023", "2023", "2023"],
        ["Country", "Women", "Men", "Total", "Women", "Men", "Total"],
        ["Norway", "1,284", "2,416", "3,700", "1,236", "2,438", "3,674"],
        ["Chile", "38", "84", "122", "34", "87", "121"],
    ]


def test_groups_that_follow_each_other_with_the_same_units(reading):
    text = (
        "Activities\nSales\nEUR m %\nSpending\nEUR m %\nA.1 Aligned\n"
        "Wind farms (CCM 4.3) 684.2 15.6 96.4 19.8\nBatteries (CCM 3.4) 312.8 7.1 128.4 26.4\n"
    )
    assert rows(reading(text).tables[0]) == [
        ["", "Sales", "Sales", "Spending", "Spending"],
        ["Activities", "EUR m", "%", "EUR m", "%"],
        ["A.1 Aligned", "", "", "", ""],
        ["Wind farms (CCM 4.3)", "684.2", "15.6", "96.4", "19.8"],
        ["Batteries (CCM 3.4)", "312.8", "7.1", "128.4", "26.4"],
    ]


def test_heads_broken_over_lines_join_where_they_go_on(reading):
    text = (
        "2019\n(base year) 2023 2024\n% change\n2024/2023\n2030\ntarget\nScope 1\n"
        "Fuels 68,412 58,936 54,218 –8.0% –\nProcesses 9,836 8,417 7,952 –5.5% 6,000\n"
    )
    assert rows(reading(text).tables[0])[0] == [
        "",
        "2019 (base year)",
        "2023",
        "2024",
        "% change 2024/2023",
        "2030 target",
    ]


def test_a_comparison_broken_before_its_last_word(reading):
    text = (
        "主要指标 2024年 2023年 本年比上年\n增减（%）\n2022年\n"
        "收入 2,901.77 2,638.81 9.97 2,318.84\n利润 294.25 238.65 23.63 281.19\n"
    )
    table = reading(text).tables[0]
    assert rows(table)[0] == ["主要指标", "2024年", "2023年", "本年比上年增减（%）", "2022年"]


def test_heads_that_do_not_make_as_many_columns_as_there_are_values_are_none(reading):
    text = "2024 2023\nCountry Women Men Women Men\nNorway 1,284 2,416 3,700\nChile 1,846 3,528 5,374\n"
    assert not reading(text).tables


def test_a_row_of_more_values_than_heads_is_put_in_no_column(reading):
    text = "2024 2023\nNorway 1,284 1,236\nChile 1,846 1,802\nManagers 38 84 34 87\nPeru 127 163\n"
    document = reading(text)
    assert not any("87" in row for row in rows(document.tables[0]))
    assert "cell_without_column" in [doubt.code for doubt in document.doubts]


def test_page_numbers_of_pages_are_no_values(reading):
    text = "指标 2024年 2023年\n水 12 34\n电 56 78\n1 / 3\n指标 2024年 2023年\n气 13 35\n煤 57 79\n2 / 3\n"
    told = [row for table in reading(text).tables for row in rows(table)]
    assert ["煤", "57", "79"] in told
    assert not any("/" in cell for row in told for cell in row)


def test_a_year_of_the_republic_is_a_head(reading):
    text = "表 6 经济数据\n項目 111 年 112 年 113 年\n營業收入 21,384 22,913 24,687\n所得稅 531 586 642\n"
    assert rows(reading(text).tables[0])[0] == ["項目", "111 年", "112 年", "113 年"]
