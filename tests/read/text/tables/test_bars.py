"""Bar tables without outer bars."""

from __future__ import annotations

from tests.read.text.conftest import rows


def test_a_rule_of_dashes_proves_a_table_without_outer_bars(reading):
    (table,) = reading(
        "Item | Unit | 2023 | 2024\n---|---|---|---\nWater | m3 | 310 | 280\nPaper | t | 4 | 3\n"
    ).tables
    assert rows(table) == [
        ["Item", "Unit", "2023", "2024"],
        ["Water", "m3", "310", "280"],
        ["Paper", "t", "4", "3"],
    ]
    assert table.header_rows == 1


def test_a_bar_at_the_end_of_each_row_opens_no_column(reading):
    (table,) = reading(
        "能源 | 單位 | 2024年 |\n---|---|---|\n柴油 | 公升 | 542.1 |\n合計 |  | 542.1 |\n"
    ).tables
    assert (table.columns, rows(table)[1]) == (3, ["柴油", "公升", "542.1"])


def test_two_tables_in_a_row_are_two(reading):
    text = "A | 2023 | 2024\n---|---|---\nWater | 1 | 2\nB | 2023 | 2024\n---|---|---\nPaper | 3 | 4\n"
    assert len(reading(text).tables) == 2


def test_bars_in_a_sentence_are_no_table(reading):
    assert reading("Home | About | Contact\n\nThe plant used 310 m3 | see note.\n").tables == ()


def test_a_rule_of_fewer_columns_proves_nothing(reading):
    assert reading("one | two | three\n---|---\nfour | five | six\n").tables == ()
