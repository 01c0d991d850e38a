"""What a plan hands out against its shares and what it gives for every ten of them."""

from __future__ import annotations

import pytest

TABLE = (
    "利润分配情况\n\n项目\t2024年\n每 10 股送红股数（股）\t0\n每 10 股派息数（元）（含税）\t{per_ten}\n"
    "分配预案的股本基数（股）\t{base}\n现金分红金额（元）（含税）\t{cash}\n"
    "以其他方式（如回购股份）现金分红金额（元）\t{other}\n现金分红总额（含其他方式）（元）\t{all}\n"
)
PLAN = {
    "per_ten": "3",
    "base": "52,417,806",
    "cash": "15,725,341.80",
    "other": "4,210,077.15",
    "all": "19,935,418.95",
}


def test_the_rows_of_a_plan_give_each_other(judged):
    found = judged(TABLE.format(**PLAN))
    assert found.of("dividends:cash") == [("15,725,341.80", "passed")]
    assert "19,935,418.95" in {text for text, _ in found.of("")}
    assert found.flagged == []


@pytest.mark.parametrize(
    ("row", "wrong", "flagged"),
    [
        ("per_ten", "2", ["15,725,341.80"]),
        ("base", "52,471,806", ["15,725,341.80"]),
        ("cash", "15,752,341.80", ["15,752,341.80", "19,935,418.95"]),
        ("other", "4,120,077.15", ["19,935,418.95"]),
        ("all", "19,935,418.59", ["19,935,418.59"]),
    ],
)
def test_a_row_that_breaks_the_plan_is_flagged(judged, row, wrong, flagged):
    assert judged(TABLE.format(**{**PLAN, row: wrong})).flagged == flagged


def test_a_plan_in_whole_yuan_is_rounded(judged):
    found = judged(TABLE.format(**{**PLAN, "cash": "15,725,342", "all": "19,935,419"}))
    assert found.flagged == []


def test_an_amount_for_ten_that_was_worked_out_afterwards_is_rounded(judged):
    found = judged(
        TABLE.format(**{**PLAN, "per_ten": "2.999618", "cash": "15,723,340.12", "all": "19,933,417.27"})
    )
    assert found.flagged == []


SENTENCE = (
    "公司 2024 年度利润分配方案为：以总股本剔除已回购股份 412,300 股后的 {base} 股为基数，"
    "向全体股东每 10 股派发现金红利 {per_ten} 元（含税），共计派发现金股利 {cash} 元（含税）。\n"
)


def test_a_sentence_tells_a_plan(judged):
    told = {"base": "52,417,806", "per_ten": "1.50", "cash": "7,862,670.90"}
    assert judged(SENTENCE.format(**told)).of("dividends") == [("7,862,670.90", "passed")]
    assert judged(SENTENCE.format(**{**told, "per_ten": "1.60"})).flagged == ["7,862,670.90"]
    assert judged(SENTENCE.format(**{**told, "base": "52,417,860"})).flagged == ["7,862,670.90"]


def test_shares_that_the_company_holds_are_taken_off_where_that_comes_nearer(judged):
    text = (
        "2024 年度利润分配方案为每 10 股派发现金红利 0.8 元（含税）。"
        "截至披露日，公司总股本 52,830,106 股，减去回购账户里的股份 412,300 股。"
        "照此算来合计拟派发现金红利 {cash} 元（含税）。\n"
    )
    assert judged(text.format(cash="4,193,424.48")).of("dividends") == [("4,193,424.48", "passed")]
    assert judged(text.format(cash="4,139,424.48")).flagged == ["4,139,424.48"]


def test_a_plan_without_its_shares_is_held_against_no_other_number_of_shares(judged):
    text = (
        "公司向激励对象授予限制性股票 412,300 股。2024 年度利润分配方案为向全体股东每 10 股派发现金红利 1.50 元，"
        "共计派发现金股利 7,862,670.90 元。\n"
    )
    found = judged(text)
    assert (found.of("dividends"), found.flagged) == ([], [])


AGAIN = "\n\n2024 年度利润分配预案为：以扣除回购专户后的总股数 {base} 股为基数，向全体股东每 10 股派发现金红利 {per_ten} 元。\n"


def test_the_plan_of_a_table_is_told_again_with_its_shares(judged):
    table = TABLE.format(**PLAN)
    right, slipped = (
        AGAIN.format(base="52,417,806", per_ten="3"),
        AGAIN.format(base="52,471,806", per_ten="3"),
    )
    assert judged(table + right).flagged == []
    assert judged(table + slipped).of("dividends:base") == [("52,471,806", "flagged")]


def test_a_plan_that_gives_other_amounts_or_counts_other_shares_is_another_one(judged):
    table = TABLE.format(**PLAN)
    other = AGAIN.format(base="52,471,806", per_ten="2.5")
    earlier = AGAIN.format(base="52,398,110", per_ten="3")
    assert [judged(table + text).of("dividends:base") for text in (other, earlier)] == [[], []]


def test_an_amount_for_ten_in_another_unit_is_the_amount_of_this_plan_all_the_same(judged):
    text = SENTENCE.format(base="52,417,806", per_ten="{per_ten}", cash="7,862,670.90")
    assert judged(text.format(per_ten="1.50 万")).of("dividends") == [("7,862,670.90", "flagged")]
    assert judged(text.format(per_ten="1.70 万")).of("dividends") == []
