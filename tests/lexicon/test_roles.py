"""What plays a part in a check is known to the lexicon, and no other room names it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from auditor.lexicon.facets import facets
from auditor.lexicon.metrics import metrics
from auditor.lexicon.roles import roles

METRICS = [
    name for name in (field.name for field in fields(roles())) if isinstance(getattr(roles(), name), str)
]


@pytest.mark.parametrize("name", [name for name in METRICS if name != "added_up"])
def test_every_metric_of_a_role_is_one_of_the_lexicon(name):
    base = getattr(roles(), name)
    assert metrics().entry(base).id == base


@pytest.mark.parametrize("base", [*roles().worked_out, *roles().green, *roles().weights, *roles().told_alone])
def test_every_metric_of_a_group_is_one_of_the_lexicon(base):
    assert metrics().entry(base).id == base


@pytest.mark.parametrize("carrier", [*roles().heats, *roles().supplied])
def test_every_carrier_is_a_value_of_its_family_or_a_metric(carrier):
    assert carrier in facets().values["carrier"] or metrics().entry(carrier).id == carrier


def test_every_family_of_a_role_is_one_of_facets():
    assert {roles().added_up, *roles().carried} <= set(facets().families)
