"""Spaces that part a number into threes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditor.extract.numbers.cells import parse_cell

ENGLISH = "Northern Ferries Sustainability Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"


@pytest.mark.parametrize("space", ["\u2007", "\u2009", "\u202f", "\u00a0"])
def test_a_cell_is_one_number_whatever_space_parts_it(space):
    quantity, rest = parse_cell(f"2{space}048{space}310.5")
    assert (quantity.value, quantity.step, rest) == (Decimal("2048310.5"), Decimal("0.1"), "")


def test_a_plain_space_in_a_lone_cell_may_part_two_numbers():
    assert parse_cell("204 310")[0].value == 204


@pytest.mark.parametrize("space", ["\u2009", "\u202f", "\u00a0"])
def test_prose_is_read_alike(report, space):
    found = report(f"Energy use was 2{space}048{space}310 MWh in 2024.\n", head=ENGLISH)
    assert [(claim.quantity.value, claim.quantity.unit.id) for claim in found.claims] == [(2048310, "MWh")]


def test_a_fixed_space_that_also_stands_between_words_parts_numbers(report):
    found = report("In\u00a0table\u00a03\u00a0120 tonnes of waste are told.\n", head=ENGLISH)
    assert [claim.quantity.value for claim in found.claims] == [120]
