"""Nouns come back as they were, and nothing but nouns comes back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from auditor import pipeline
from auditor.config import Config
from auditor.kept.nouns import order
from auditor.kept.nouns import pack
from auditor.kept.nouns import unpack
from auditor.kept.store import no_cache
from auditor.model.audit import Audit
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.period import Period
from auditor.model.relation import Expression
from auditor.model.relation import Relation

CASES = Path(__file__).resolve().parents[2] / "reports"


@pytest.fixture(scope="module")
def audit() -> Audit:
    with no_cache():
        return pipeline.audit(sorted((CASES / "alibaba").glob("fy*.txt")), Config())


def test_a_whole_audit_comes_back_as_it_was(audit):
    again = unpack(pack(audit, Audit), Audit)
    assert again == audit
    assert hash(again) == hash(audit)
    assert repr(again) == repr(audit)


def shared(audit: Audit) -> list[bool]:
    """Return which of the claims and judgements that stand in several places are one object there."""
    claims = {claim.ref: claim for claim in audit.claims}
    told = {id(judgement) for judgement in audit.judgements}
    return [
        *(item.new is claims[item.new.ref] for item in audit.restatements),
        *(id(failed) in told for item in audit.diagnoses for failed in item.failures),
    ]


def test_what_was_one_object_comes_back_as_one(audit):
    assert any(shared(audit))
    assert shared(unpack(pack(audit, Audit), Audit)) == shared(audit)


def test_the_same_audit_is_written_alike_each_time(audit):
    once = pack(audit, Audit)
    assert pack(unpack(once, Audit), Audit) == once


@pytest.mark.parametrize("text", ["1.0", "1.00", "1E+3", "-0.0", "0.1000000000000000000000000000000000001"])
def test_every_digit_of_a_decimal_comes_back(text):
    interval = Interval(Decimal(text), None, low_open=True)
    assert repr(unpack(pack(interval, Interval), Interval)) == repr(interval)


def test_nested_arithmetic_comes_back():
    one, two = Expression.claim("a#1"), Expression.claim("a#2")
    nested = ((one + two) / (one - two)).root(2) * Expression.constant(100)
    assert unpack(pack(nested, Expression), Expression) == nested


def test_nothing_of_nothing_is_nothing():
    form = tuple[Relation, ...]
    assert unpack(pack((), form), form) == ()


def test_a_noun_stands_behind_those_that_it_holds():
    nouns = order(Claim)
    assert nouns[-1] is Claim
    assert nouns.index(Period) < nouns.index(Claim)


@dataclass(frozen=True)
class Stranger:
    """A class that is no noun of ours."""

    name: str


@pytest.mark.parametrize("form", [Stranger, dict, object, tuple[Stranger, ...], Path, str | int])
def test_only_our_nouns_are_kept(form):
    with pytest.raises(TypeError):
        pack(Stranger("x"), form)
    with pytest.raises(TypeError):
        unpack('["x",{"Stranger":[["x"]]}]', form)


def test_a_noun_in_the_place_of_another_is_refused():
    with pytest.raises(TypeError):
        pack(Period("CY2024"), Interval)


@pytest.mark.parametrize(
    "string",
    [
        "",
        "[]",
        "{}",
        '[0,{"Period":[]}]',
        '[7,{"Period":[["CY2024"]]}]',
        '[0,{"Period":[["CY2024"],["x"]]}]',
        '["0",{"Period":[["CY2024"]]}]',
        '[0,{"Period":7}]',
        '[0,{"Stranger":[["x"]]}]',
    ],
)
def test_what_is_no_noun_is_refused(string):
    with pytest.raises((ValueError, KeyError, TypeError, IndexError, AttributeError)):
        unpack(string, Period)


def test_no_number_that_is_none_is_written():
    from auditor.model.place import Box

    with pytest.raises(ValueError, match="JSON"):
        pack(Box(0.0, 1.0, float("nan"), 2.0), Box)


def test_the_tables_tell_nouns_by_column():
    root, tables = json.loads(pack((Period("CY2023"), Period("CY2024")), tuple[Period, ...]))
    assert (root, tables) == ([0, 1], {"Period": [["CY2023", "CY2024"]]})
