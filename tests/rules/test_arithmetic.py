"""Findings about arithmetic: which rule speaks, how gravely, and what it says."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from auditor.config import RuleChoice
from auditor.model.finding import Severity
from auditor.model.interval import Interval
from auditor.model.relation import Diagnosis
from auditor.model.relation import Kind
from auditor.model.relation import Slip
from auditor.model.relation import Strength
from auditor.rules import findings
from auditor.rules.base import Dossier
from tests.conftest import quantity


def dossier(told, *judgements, diagnoses=(), **more):
    claims = {claim.ref: claim for claim in told.claims}
    return Dossier((told.report,), claims, judgements, tuple(diagnoses), **more)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (Kind.SUM, "T101"),
        (Kind.PERCENT_SUM, "T101"),
        (Kind.DIFFERENCE, "T101"),
        (Kind.ROLLFORWARD, "T101"),
        (Kind.GROWTH, "Q101"),
        (Kind.RATIO, "Q102"),
        (Kind.SHARE, "Q102"),
        (Kind.DEFINITION, "Q102"),
        (Kind.SHARED_DENOMINATOR, "Q102"),
        (Kind.WHOLE_NUMBER, "Q103"),
        (Kind.SAME_FACT, "N101"),
    ],
)
def test_each_kind_of_relation_has_its_rule(new, judge, kind, code):
    found = findings(dossier(new, judge(new("合计", "107"), new("男", "60"), kind=kind)))
    assert [item.code for item in found] == [code]


def test_a_changed_comparative_is_left_to_the_rules_of_restatement(new, judge):
    assert findings(dossier(new, judge(new("a", "1"), new("b", "2"), kind=Kind.RESTATEMENT))) == ()


def test_a_relation_that_need_not_hold_is_a_question(new, judge):
    failure = judge(new("比率", "0.1"), new("人", "2"), kind=Kind.RATIO, strength=Strength.QUESTION)
    assert findings(dossier(new, failure))[0].severity is Severity.WARNING


def test_the_message_names_both_places_both_numbers_and_the_arithmetic(new, judge):
    male, female, total = new("男", "60", "人"), new("女", "45", "人"), new("合计", "107", "人")
    found = findings(dossier(new, judge(total, male, female)))[0]
    for words in ("合计", "CY2024", "第 13 行", "107人", "60 + 45", "男 + 女 = 合计", "第 11 行", "第 12 行"):
        assert words in found.message
    assert (found.stated, found.expected, found.gap, found.place.line) == ("107人", "[104.5, 105.5]", "1", 13)
    assert found.claims == ("new.txt#3", "new.txt#1", "new.txt#2")


def test_a_place_in_another_file_than_the_finding_names_its_file(new, old, judge):
    article, row = old("用水", "120"), new("用水", "100")
    failure = judge(article, row, kind=Kind.SAME_FACT)
    cause = Diagnosis((failure,), row.ref, Interval.exactly(Decimal(120)))
    claims = {claim.ref: claim for claim in (article, row)}
    (found,) = findings(Dossier((old.report, new.report), claims, (failure,), (cause,)))
    assert found.report == "new.txt"
    assert "在《old.txt》第 11 行为 120吨，而第 11 行为 100" in found.message
    assert "最可疑的是第 11 行" in found.message


def test_the_suspect_is_named_with_its_repair_and_kind_of_slip(new, judge):
    male, female, total = new("男", "60"), new("女", "54"), new("合计", "105")
    cause = Diagnosis(
        (judge(total, male, female),),
        female.ref,
        Interval(Decimal("43.5"), Decimal("46.5")),
        Slip.TRANSPOSED_DIGITS,
    )
    found = findings(dossier(new, diagnoses=[cause]))[0]
    assert (found.suspect, found.suggested, found.slip) == ("new.txt#2", "45", Slip.TRANSPOSED_DIGITS)
    assert found.place.line == 12
    assert "若为 45吨 则上述关系成立" in found.message
    assert "数字前后颠倒" in found.message


def test_a_repair_is_told_as_finely_as_the_suspect_is_printed(new, judge):
    total, part = new("合计", "134.8"), new("用水", "1,347.9552")
    exact = Interval.exactly(Decimal("1347.9552"))
    found = findings(dossier(new, diagnoses=[Diagnosis((judge(total, part),), total.ref, exact)]))[0]
    assert found.suggested == "1348.0"
    assert "若为 1,348.0吨" in found.message


def test_a_repair_is_told_in_the_scale_in_which_the_suspect_is_printed(new, judge):
    wan = replace(quantity("1348000", "吨"), text="134.8 万", step=Decimal(1000))
    total, part = new("合计", "0", quantity=wan), new("用水", "13,479,552")
    exact = Interval.exactly(Decimal(13479552))
    found = findings(dossier(new, diagnoses=[Diagnosis((judge(total, part),), total.ref, exact)]))[0]
    assert "若为 1,348.0 万吨 则" in found.message


def test_a_wide_repair_is_told_as_an_interval(new, judge):
    total, part = new("合计", "105"), new("男", "60")
    cause = Diagnosis((judge(total, part),), part.ref, Interval(Decimal(100), Decimal(200)))
    assert findings(dossier(new, diagnoses=[cause]))[0].suggested == "[100, 200]"


def test_a_rule_that_is_off_finds_nothing_and_a_severity_can_be_set(new, judge):
    failure = judge(new("合计", "107"), new("男", "60"))
    assert findings(dossier(new, failure, choice=RuleChoice(disabled=("T101",)))) == ()
    mild = RuleChoice(severity={"T101": Severity.NOTE})
    assert findings(dossier(new, failure, choice=mild))[0].severity is Severity.NOTE


def test_two_findings_on_rows_of_one_name_have_ids_of_their_own_whatever_the_order(new, judge):
    part = new("男", "60")
    one, other = judge(new("合计", "107"), part), judge(new("合计", "108"), part)
    ids = [item.id for item in findings(dossier(new, one, other))]
    assert len(set(ids)) == 2
    assert ids == sorted(ids)
    assert ids == [item.id for item in findings(dossier(new, other, one))]


def test_an_id_does_not_hang_on_the_values(new, old, judge):
    first = findings(dossier(new, judge(new("合计", "107"), new("男", "60"))))[0]
    old.name = "new.txt"
    second = findings(dossier(old, judge(old("合计", "999"), old("男", "1"), gap="9")))[0]
    assert first.id == second.id
