"""Rows that tell both numbers of a sentence, each for its year."""

from __future__ import annotations

TABLE = (
    "表 4 转型贷款\n项目\t单位\t2022年\t2023年\t2024年\n设备更新\t亿元\t131.6\t157.1\t182.8\n厂房改造\t亿元\t133.7\t165.0\t206.5\n"
    "合计\t亿元\t265.3\t322.1\t389.3\n\n"
)
TOLD = "转型贷款余额由 2023 年的 322.1 亿元增至 2024 年的 {} 亿元，为 2022 年的 {} 倍。\n"


def test_two_numbers_in_their_years_prove_the_row_of_a_multiple(judged):
    assert judged(TABLE + TOLD.format("389.3", "1.47")).of("anchored:change") == [("1.47", "passed")]
    assert judged(TABLE + TOLD.format("389.3", "1.97")).flagged == ["1.97"]


def test_one_number_alone_proves_no_row(judged):
    assert judged(TABLE + TOLD.format("401.8", "1.97")).of("anchored:change") == []
