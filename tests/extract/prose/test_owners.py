"""Sentences about what belongs to the thing of the sentence before."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("before", "scope"),
    [
        ("Pumps revenue was $512.4 million.", "pumps"),
        ("Revenue was $512.4 million.", "its"),
        ("Pumps revenue was $512.4 million and valves revenue $80.1 million.", "its"),
    ],
)
def test_its_margin_is_that_of_the_one_thing_told_before(report, before, scope):
    found = report(f"{before} Its gross margin was 48.1%.\n")
    assert [claim.scope for claim in found.claims if claim.metric.base == "gross_margin"] == [scope]
