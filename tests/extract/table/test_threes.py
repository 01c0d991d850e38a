"""Numbers of a table parted into threes by plain spaces."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("numbers", "values"),
    [
        ("12 408\t9 071", [12408, 9071]),  # no number begins with a nought
        ("1 204 310\t980 112", [1204310, 980112]),
        ("204 310\t980 112", []),  # may be two numbers each
    ],
)
def test_a_table_that_can_be_read_in_no_other_way_shows_how_all_of_it_is_read(report, numbers, values):
    found = report(f"指标\t单位\t2024年\t2023年\n总用水量\t吨\t{numbers}\n")
    told = [claim.quantity.value for claim in found.claims if claim.source == "table"]
    assert told == values


def test_a_table_with_commas_parts_nothing_by_spaces(report):
    found = report("指标\t单位\t2024年\t2023年\n总用水量\t吨\t12 408\t9,071\n")
    assert 12408 not in [claim.quantity.value for claim in found.claims]
