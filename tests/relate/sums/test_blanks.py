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


EQUITY = (
    "项目\t2024年12月31日（元）\t2023年12月31日（元）\n股本\t84,310,500.00\t83,600,000.00\n"
    "资本公积\t715,204,338.61\t{capital}\n减：库存股\t31,470,905.12\t{own}\n盈余公积\t38,116,740.25\t30,552,913.08\n"
    "未分配利润\t302,881,467.90\t219,407,651.36\n股东权益合计\t1,109,042,141.64\t{total}\n"
)


def test_what_is_taken_off_in_one_year_only_hides_no_slip_of_the_other(judged):
    told = {"own": "", "total": "981,776,471.87"}
    assert judged(EQUITY.format(capital="648,215,907.43", **told)).flagged == []
    assert judged(EQUITY.format(capital="648,215,970.43", **told)).flagged == ["981,776,471.87"]
    assert judged(EQUITY.format(capital="701,384,907.43", **told)).flagged == []
