from __future__ import annotations

from decimal import Decimal

import pytest

from auditor.errors import ConfigError
from auditor.lexicon.facets import facets
from auditor.lexicon.identities import EVERY
from auditor.lexicon.identities import FormulaError
from auditor.lexicon.identities import Identity
from auditor.lexicon.identities import Member
from auditor.lexicon.identities import identities
from auditor.lexicon.identities import read
from auditor.lexicon.identities import table
from auditor.lexicon.metrics import metrics
from auditor.lexicon.schema import IdentitiesFile
from auditor.lexicon.schema import IdentityEntry
from auditor.model.relation import Kind
from auditor.model.relation import Strength


def _read(formula: str, kind: str = "sum") -> Identity:
    return read(IdentityEntry.model_validate({"id": "x", "kind": kind, "formula": formula}))


def _declared(id_: str) -> Identity:
    return next(identity for identity in identities() if identity.id == id_)


def test_three_scopes_make_the_total():
    identity = _declared("ghg_scopes")
    assert identity.kind is Kind.SUM
    assert identity.strength is Strength.MUST
    assert identity.whole == Member("ghg_emissions", (("ghg_scope", "123"),))
    assert [part.facet("ghg_scope") for part in identity.parts] == ["1", "2", "3"]
    assert "netting" in identity.free
    assert "ghg_scope" not in identity.free


def test_net_is_gross_less_offsets():
    identity = _declared("ghg_net")
    assert [part.sign for part in identity.parts] == [1, -1]
    assert identity.parts[0].facet("netting") == ""
    assert identity.parts[1].facet("netting") is None


def test_a_rate_has_a_divisor_and_a_factor():
    identity = _declared("fatality_rate")
    assert identity.strength is Strength.QUESTION
    assert identity.divisor == Member("headcount")
    assert identity.factor == Decimal(100)


def test_a_mean_of_the_year_is_a_sum_below_the_line():
    identity = _read("turnover_rate = turnover_count / (headcount + headcount[opening]) * 200", "share")
    assert identity.divisors == (Member("headcount"), Member("headcount", opening=True))
    assert identity.factor == Decimal(200)


def test_a_split_of_a_hundred_has_no_whole():
    identity = _declared("headcount_share_by_gender")
    assert identity.whole is None
    assert identity.constant == Decimal(100)
    assert identity.parts[0].every == "gender"
    assert identity.parts[0].facet("gender") == EVERY


def test_ways_to_draw_one_total_are_one_group():
    grouped = [identity.id for identity in identities() if identity.group == "ghg_scopes"]
    assert grouped == ["ghg_scopes", "ghg_scopes_market", "ghg_scopes_location"]


def test_a_part_may_be_optional():
    assert [part.optional for part in _read("revenue = net_profit + income_tax?").parts] == [False, True]


@pytest.mark.parametrize("identity", identities(), ids=lambda identity: identity.id)
def test_every_formula_names_what_the_lexicon_has(identity):
    for member in identity.members:
        assert member.metric in metrics().entries
        assert {family for family, _ in member.facets} <= set(facets().families)
    assert identity.parts
    signs = {member.sign for member in identity.parts}
    assert len(signs) == 1 or identity.kind is Kind.DIFFERENCE or identity.divisors
    assert (identity.divisor is not None) == (identity.kind in {Kind.RATIO, Kind.SHARE})


@pytest.mark.parametrize("identity", identities(), ids=lambda identity: identity.id)
def test_a_formula_asks_only_for_facets_that_a_member_can_have(identity):
    for member in identity.members:
        able = set(metrics().entry(member.metric).families)
        asked = {family for family, value in member.facets if value not in {"", "?"}}
        assert asked <= able


@pytest.mark.parametrize(
    ("formula", "fault"),
    [
        ("revenue", "no ' = '"),
        ("revenue + net_profit = total_assets", r"'revenue \+ net_profit' is not one metric"),
        ("revenue = ", "no part"),
        ("revenue = net_profit income_tax", "'income_tax' is no metric"),
        ("revenue = net_profit{quarter}", "'quarter' is not family=value"),
        ("revenue = net_profit / income_tax / total_assets", "one part below"),
        ("revenue = net_profit * income_tax", r"\* takes one number"),
        ("revenue = net_profit + 5", "only stand behind"),
        ("revenue = net_profit{quarter=Q1", "'{quarter=Q1' is no metric"),
    ],
)
def test_a_formula_that_cannot_be_read_says_where(formula, fault):
    with pytest.raises(FormulaError, match=fault):
        _read(formula)


def test_all_faults_of_all_formulas_are_told_at_once():
    entries = [
        {"id": "a", "kind": "sum", "formula": "profits = revenue"},
        {"id": "b", "kind": "sum", "formula": "revenue = revenue{colour=red} + revenue{quarter=Q5}"},
        {"id": "b", "kind": "sum", "formula": "revenue"},
    ]
    with pytest.raises(ConfigError) as fault:
        table(IdentitiesFile.model_validate({"identity": entries}))
    told = str(fault.value)
    assert "a: metric 'profits' is not in metrics.toml" in told
    assert "b: family 'colour' is not in facets.toml" in told
    assert "b: quarter has no value 'Q5' in facets.toml" in told
    assert "b: told twice" in told
    assert "b: no ' = '" in told
