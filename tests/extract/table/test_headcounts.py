"""People are counted in persons though neither head nor row says so in a unit."""

from __future__ import annotations

import pytest

HEAD = "Test Limited Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"


def units(found):
    return [claim.quantity.unit.id for claim in found.claims if claim.source == "table"]


@pytest.mark.parametrize("row", ["Number of employees", "Headcount", "Employees", "Leavers", "New hires"])
def test_a_row_of_people_is_told_in_persons(report, row):
    assert units(report(f"Indicator\t2024\t2023\n{row}\t1,612\t1,548\n", head=HEAD)) == ["person"] * 2


def test_a_number_of_people_is_told_in_persons(report):
    found = report("Number of employees\tUnit\t2024\t2023\nSpain\tNumber\t904\t871\n", head=HEAD)
    assert units(found) == ["person"] * 2
    assert [claim.quantity.unit_text for claim in found.claims] == ["Number"] * 2


def test_people_are_exact_where_a_rounded_number_would_do(report):
    found = report("Indicator\t2024\t2023\nLeavers\t61\t58\n", head=HEAD)
    assert [str(claim.size) for claim in found.claims] == ["61", "58"]
    assert all(claim.quantity.base.low == claim.quantity.base.high for claim in found.claims)


def test_shares_and_cases_are_no_people(report):
    table = "Indicator\t2024\t2023\nEmployees\t38.5\t37.9\nSuppliers\t412\t398\nComplaints\t7\t9\n"
    assert "person" not in units(report(table, head=HEAD))


def test_a_change_of_people_is_none_of_them(report):
    found = report("Indicator\t2024\t2023\tChange (%)\nHeadcount\t210\t200\t5\n", head=HEAD)
    assert units(found) == ["person", "person", "%"]


def test_how_old_managers_are_counts_none(report):
    table = "高级管理人员\n\n姓名\t性别\t年龄\t持股数（股）\n周远\t女\t46\t12,300\n吴岚\t男\t51\t8,150\n"
    assert "person" not in units(report(table))
