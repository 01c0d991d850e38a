from __future__ import annotations

from decimal import Decimal

from auditor.lexicon.measures.factors import covering
from auditor.lexicon.measures.factors import factors


def test_the_registry_tells_value_year_series_and_source():
    factor = next(factor for factor in factors() if factor.issued == "2023-02-07")
    assert (factor.value, factor.year, factor.series) == (Decimal("0.5703"), 2022, "ets_notice")
    assert factor.unit == "kgCO2/kWh"
    assert "notice" in factor.source


def test_factors_keep_the_digits_as_published():
    assert f"{covering(Decimal('0.581'))[0].value}" == "0.5810"


def test_second_hand_values_are_marked():
    assert [f"{factor.value}" for factor in factors() if factor.confirm] == ["0.6101", "0.5810"]


def test_no_series_tells_a_year_twice():
    told = [(factor.series, factor.region, factor.year) for factor in factors()]
    assert len(told) == len(set(told))


def test_one_year_may_stand_in_two_series():
    assert {factor.series for factor in factors() if factor.year == 2022} == {"ets_notice", "mee_nbs"}
