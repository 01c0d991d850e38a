"""What the prescribed heads of a table say holds in every row, however few rows there are."""

from __future__ import annotations

import re

import pytest

from auditor.lexicon.words.forms import prescribed
from auditor.model.relation import Kind

RECEIVABLES = (
    "应收款项（单位：元）\n\n类别\t账面余额\t坏账准备\t计提比例\n"
    "甲客户\t412,300.00\t20,615.00\t5.00%\n乙客户\t61,200.00\t18,360.00\t{}%\n丙客户\t9,800.00\t9,800.00\t100.00%\n"
)
MEETINGS = (
    "董事出席情况\n\n董事姓名\t应参加董事会次数\t现场出席董事会次数\t以通讯方式参加董事会次数\t委托出席董事会次数\t缺席董事会次数\n"
    "甲某\t9\t4\t5\t0\t0\n乙某\t9\t9\t0\t0\t0\n丙某\t6\t2\t3\t{}\t0\n丁某\t9\t1\t8\t0\t0\n"
)
METHODS = "折旧方法\n\n类别\t折旧年限（年）\t残值率（%）\t年折旧率（%）\n设备\t10\t5\t{}\n车辆\t4\t5\t23.75\n"


def of(found):
    return [(printed, verdict) for printed, verdict in found.of("form")]


def test_an_allowance_is_so_much_of_what_it_is_made_for(judged):
    two = RECEIVABLES.replace("丙客户\t9,800.00\t9,800.00\t100.00%\n", "")
    assert of(judged(two.format("30.00"))) == [("5.00", "passed"), ("30.00", "passed")]
    assert judged(RECEIVABLES.format("30.00")).flagged == []
    assert judged(RECEIVABLES.format("3,000.00")).flagged == ["3,000.00"]


def test_the_meetings_due_are_those_attended_in_each_way_and_those_missed(judged):
    assert judged(MEETINGS.format("1")).flagged == []
    assert "6" in judged(MEETINGS.format("0")).flagged


def test_what_is_written_off_in_a_year_follows_from_the_years_and_the_rest(judged):
    assert judged(METHODS.format("9.5")).flagged == []
    assert ("9.5", "passed") in of(judged(METHODS.format("9.5")))


def test_a_table_most_rows_of_which_say_otherwise_is_laid_out_otherwise(judged):
    rows = RECEIVABLES.replace("5.00%", "0.50%").replace("100.00%", "10.00%").format("3.00")
    assert judged(rows).flagged == []


@pytest.mark.parametrize("form", prescribed(), ids=lambda form: form.id)
def test_a_form_names_a_column_for_each_name_of_its_formula(form):
    names = {token for token in (form.result, *form.tokens) if re.match("[a-z]", token)}
    assert names == {name for name, _ in form.heads}
    assert form.missing < names
    assert Kind(form.kind)
