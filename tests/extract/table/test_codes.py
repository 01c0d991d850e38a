"""Numbers of rows, codes and classes of things are no figures, however many stand in a column."""

from __future__ import annotations

import pytest

from auditor.extract.table.codes import are_classes
from auditor.extract.table.codes import are_codes
from auditor.extract.table.codes import counts_rows


def test_rows_are_counted_through_from_page_to_page():
    assert counts_rows(["1", "2", "3"])
    assert counts_rows(["31", "32", "33", "34"])


@pytest.mark.parametrize("cells", [["31", "33", "34"], ["1", "2"], ["1.0", "2.0", "3.0"], ["12", "12", "12"]])
def test_other_numbers_count_no_rows(cells):
    assert not counts_rows(cells)


def test_letters_with_a_number_are_codes():
    assert are_codes(["CCM 3.20", "CE 1.2"])
    assert not are_codes(["CCM 3.20", "12 t/h"])
    assert not are_codes([])


def test_a_column_of_classes_counts_none():
    assert are_classes(["3 类", "4 类", "备案", "3 类"])
    assert not are_classes(["3 类", "12 类", "5 项"])


def test_a_table_that_only_lists_things_makes_no_claim(report):
    found = report(
        "序号\t项目\t类别\t阶段\n31\t甲片\t3 类\t审评中\n32\t乙片\t4 类\t审评中\n33\t丙片\t3 类\t已提交\n"
    )
    assert [claim for claim in found.claims if claim.source == "table"] == []


def test_the_code_of_a_standard_is_no_part_of_what_its_row_tells(report):
    found = report(
        "指標\t單位\t代碼\t2031年\n總用水量\t立方公尺\tXA-BC-140a.1\t724\n員工人數\t人\tXA-BC-000.C\t87\n"
    )
    assert {claim.label for claim in found.claims if claim.source == "table"} == {"總用水量", "員工人數"}
