"""Unknown labels are listed with the nearest names that the lexicon has."""

from __future__ import annotations

from auditor.extract.suggest import suggestions


def test_an_unknown_label_comes_with_near_names_and_a_known_one_does_not(report):
    found = report(
        "指标\t单位\t2023年\t2024年\n总用水量\t吨\t1\t2\n员工流失总比率\t%\t3\t4\n某某自创指标名称\t吨\t5\t6\n"
    )
    told = {item.label: item for item in suggestions(found.claims)}
    assert "总用水量" not in told
    assert told["某某自创指标名称"].claims == 2
    assert all(metric for item in told.values() for _, metric in item.nearest)
