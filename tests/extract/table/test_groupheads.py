"""A head that counts elsewhere is a group beside other groups."""

from __future__ import annotations


def told(found):
    return {claim.quantity.unit.id for claim in found.claims if claim.seat is not None}


def test_employees_beside_contractors_are_a_group(report):
    found = report(
        "2024\tEmployees\tContractors\tTotal\nRecordable injuries\t31\t9\t40\nTRIFR\t2.21\t3.02\t2.36\n"
    )
    assert told(found) == {""}


def test_employees_beside_a_share_are_counted(report):
    found = report("2024\tEmployees\tShare (%)\nLundby\t310\t62.0\nVessvik\t190\t38.0\n")
    assert told(found) == {"person", "%"}
