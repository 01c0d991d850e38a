"""A bracket behind a number belongs to that number."""

from __future__ import annotations

ENGLISH = "Northern Ferries Sustainability Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"


def told(found):
    return [(claim.quantity.text, claim.metric.id, claim.scope, claim.period.code) for claim in found.claims]


def test_each_number_has_its_own_bracket_and_both_the_year(report):
    found = report("The quay emitted 4,120 tCO2e (Scope 1) and 933 tCO2e (Scope 2) in 2023.\n", head=ENGLISH)
    assert told(found) == [
        ("4,120", "ghg_emissions.ghg_scope_1", "quay emitted", "CY2023"),
        ("933", "ghg_emissions.ghg_scope_2", "quay emitted", "CY2023"),
    ]


def test_brackets_that_name_places_keep_the_numbers_apart(report):
    found = report("We have 210 employees (Lundby) and 95 employees (Vessvik).\n", head=ENGLISH)
    assert [row[2] for row in told(found)] == ["lundby", "vessvik"]


def test_a_lone_bracket_of_other_words_narrows_nothing(report):
    found = report("We have 210 employees (see next page).\n", head=ENGLISH)
    assert [row[2] for row in told(found)] == [""]


def test_a_day_or_a_divisor_is_no_number_of_people(report):
    assert told(report("Workforce data are as at 31 March.\n", head=ENGLISH)) == []
    found = report("The injury rate was 2.4 per 1,000 employees.\n", head=ENGLISH)
    assert [row[0] for row in told(found)] == ["2.4"]
    assert [row[0] for row in told(report("In May 31 employees left the company.\n", head=ENGLISH))] == ["31"]
