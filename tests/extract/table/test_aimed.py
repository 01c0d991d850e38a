"""A row that is called by an aim tells what the aim is for."""

from __future__ import annotations

import pytest

from auditor.extract.table.aimed import without_aim


@pytest.mark.parametrize(
    ("label", "left"),
    [
        ("increase the share of women managers to 25% by 2030", "share of women managers"),
        ("cut scope 3 emissions by 35% by 2031 and by 80% by 2045 compared to 2021", "scope 3 emissions"),
        ("cut water withdrawal by 10% by 2025 from a 2019 baseline", "water withdrawal"),
        ("increase in inventories", "increase in inventories"),
        ("women managers in 2030", "women managers in 2030"),
    ],
)
def test_only_an_aim_is_taken_off(label, left):
    assert without_aim(label) == left


def test_it_is_the_fact_that_a_sentence_tells(report):
    found = report(
        "Test Limited Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
        "Target\t2023\t2024\nIncrease proportion of female senior managers to 25% by 2030\t20.4%\t21.3%\n\n"
        "In 2024, the proportion of female senior managers was 21.3 percent.\n",
        head="",
    )
    told = {(claim.metric.id, claim.scope) for claim in found.claims if claim.quantity.text == "21.3"}
    assert len(told) == 1
