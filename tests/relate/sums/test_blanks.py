"""A total that misses beside an empty cell is asked about where one slip explains it."""

from __future__ import annotations

NOTE = (
    "项目\t2024年（元）\t2023年（元）\n银行手续费\t{fee}\t97,153.85\n汇兑损益\t1,204,518.33\t872,615.07\n"
    "票据贴现\t{paper}\t{bills}\n其他支出\t310,774.92\t428,190.66\n合计\t{total}\t1,438,265.82\n"
)


def note(**told):
    return NOTE.format(
        **{"fee": "166,942.19", "paper": "", "bills": "40,306.24", "total": "1,682,235.44"} | told
    )


def test_an_empty_cell_stands_for_nought(judged):
    assert judged(note()).flagged == []


def test_a_slip_beside_an_empty_cell_is_asked_about(judged):
    assert judged(note(total="1,628,235.44")).flagged == ["1,628,235.44"]


def test_the_number_of_the_other_year_beside_an_empty_cell_is_asked_about(judged):
    assert judged(note(fee="97,153.85")).flagged == ["1,682,235.44"]


def test_what_may_be_missing_in_the_empty_cell_accuses_nobody(judged):
    assert judged(note(total="1,951,807.63")).flagged == []
