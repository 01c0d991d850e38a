"""The lists of what numbers can be name metrics that there are."""

from __future__ import annotations

from auditor.lexicon.facets import facets as facet_table
from auditor.lexicon.measures.plausible import plausible
from auditor.lexicon.metrics import metrics


def test_every_metric_of_the_lists_is_known():
    for base in plausible().shares | plausible().amounts:
        assert metrics().entry(base).id == base


def test_a_share_may_be_a_percentage():
    for base in plausible().shares:
        assert "percent" in metrics().entry(base).dimensions


def test_what_is_never_the_same_is_known():
    for base in frozenset().union(*plausible().apart):
        assert metrics().entry(base).id == base


def test_facets_that_tell_rows_apart_are_known():
    pairs = [facets for pair in plausible().crossed for facets in pair]
    split = [(family, values) for family, sets in plausible().split for values in sets]
    for family, values in (*split, *pairs):
        assert values <= facet_table().values[family]


def test_what_a_carrier_gives_is_of_a_known_kind():
    for carrier, of, gives in plausible().yields:
        assert of in metrics().entry(carrier).dimensions
        assert gives in {"energy", "ghg", "coal_equivalent"}
