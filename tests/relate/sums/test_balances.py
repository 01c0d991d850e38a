"""Movements lead from an opening balance to a closing one, and never back."""

from __future__ import annotations

HEAD = "Halden Pumps plc Annual Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
TABLE = (
    "# Provisions\n\n"
    "£m\tRepairs\tLegal\tSites\tTotal\n"
    "At {opening}\t16.4\t12.9\t13.2\t42.5\n"
    "Charged\t13.1\t14.4\t10.7\t38.2\n"
    "Utilised\t(11.7)\t(12.2)\t(10.7)\t(34.6)\n"
    "At {closing}\t{repairs}\t15.1\t13.2\t46.1\n"
)


def provisions(repairs="17.8", opening="1 January 2024", closing="31 December 2024"):
    return TABLE.format(repairs=repairs, opening=opening, closing=closing)


def backwards(found):
    """Return the statements whose result is an opening balance that a closing balance is part of."""
    told = [item.relation.statement for item in found.judgements]
    return [text for text in told if " = At 1 " in text and "At 31 D" in text.partition(" = ")[0]]


def test_a_closing_balance_is_no_part_of_the_opening_one(judged):
    """In the column of sites the movements come to nothing: there either balance is the sum of the rest."""
    found = judged(provisions(), head=HEAD)
    assert found.flagged == []
    assert backwards(found) == []


def test_a_closing_balance_that_misses_is_flagged(judged):
    assert "18.7" in judged(provisions(repairs="18.7"), head=HEAD).flagged


def test_other_days_begin_and_end_a_year_too(judged):
    text = provisions(opening="1 April 2023", closing="31 March 2024")
    assert judged(text, head=HEAD).flagged == []
