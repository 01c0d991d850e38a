"""One cause is one finding, and the plainest failure speaks for it."""

from __future__ import annotations

from auditor.model.relation import Diagnosis
from auditor.model.relation import Kind
from auditor.model.relation import Strength
from auditor.model.relation import Verdict
from auditor.rules.base import Dossier
from auditor.rules.causes import causes
from auditor.rules.causes import culprit
from auditor.rules.causes import leading


def dossier(told, judgements, diagnoses=()):
    claims = {claim.ref: claim for claim in told.claims}
    return Dossier((told.report,), claims, tuple(judgements), tuple(diagnoses))


def test_what_must_hold_speaks_before_a_question_and_a_sum_before_growth(new, judge):
    total, part, rate = new("合计", "107"), new("男", "60"), new("增长", "12", "%")
    question = judge(total, part, strength=Strength.QUESTION)
    growth = judge(rate, total, kind=Kind.GROWTH)
    assert leading(Diagnosis((question, growth))) is growth
    footing = judge(total, part)
    assert leading(Diagnosis((growth, footing))) is footing


def test_a_failure_that_a_diagnosis_explains_is_not_told_twice(new, judge):
    total, part, other = new("合计", "107"), new("男", "60"), new("水", "5")
    explained, lone = judge(total, part), judge(other, part)
    found = list(causes(dossier(new, [explained, lone], [Diagnosis((explained,))]), (Kind.SUM,)))
    assert [cause.failures for cause in found] == [(explained,), (lone,)]


def test_what_passed_is_no_cause(new, judge):
    judgement = judge(new("合计", "105"), new("男", "105"), verdict=Verdict.ROUNDING)
    assert list(causes(dossier(new, [judgement]), (Kind.SUM,))) == []


def test_a_finding_points_at_the_suspect_and_else_at_the_stated_result(new, judge):
    total, part = new("合计", "107"), new("男", "60")
    failure = judge(total, part)
    case = dossier(new, [failure])
    assert culprit(case, Diagnosis((failure,), suspect=part.ref)) is part
    assert culprit(case, Diagnosis((failure,))) is total
