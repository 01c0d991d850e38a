"""A table without periods over its numbers is told as a doubt."""

from __future__ import annotations

from dataclasses import replace

from auditor.extract.numbers.undated import undated
from auditor.lexicon.tongue import tell
from auditor.model.document import Doubt
from auditor.model.place import Place
from auditor.model.saying import saying

BARE = "总用水量\t吨\t10,204\t11,318\t-10.9\n外购电力\t兆瓦时\t8,120\t8,340\t-2.7\n柴油\t吨\t512\t498\t2.8\n"


def test_columns_without_a_head_are_told_once_for_their_table(report):
    (doubt,) = undated(report("社会绩效\n\n" + BARE).claims, ())
    assert doubt.code == "period_not_read"
    assert "10,204" in tell(doubt.detail)
    assert doubt.place.line == 7


def test_columns_with_years_need_no_doubt(report):
    heads = "指标\t单位\t2024年\t2023年\t变动率（%）\n"
    assert undated(report("社会绩效\n\n" + heads + BARE).claims, ()) == ()


def test_a_page_whose_heads_are_doubted_already_is_not_told_again(report):
    claims = report("社会绩效\n\n" + BARE).claims
    paged = [replace(claim, place=Place("2024.pdf", 3)) for claim in claims]
    doubt = Doubt("heads_not_read", Place("2024.pdf", 3), saying("没有表头"))
    assert undated(paged, (doubt,)) == ()
    elsewhere = Doubt("heads_not_read", Place("2024.pdf", 4), saying("没有表头"))
    assert len(undated(paged, (elsewhere,))) == 1
