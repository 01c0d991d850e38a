"""A label in two languages is named as its Chinese half is."""

from __future__ import annotations

import pytest

from auditor.lexicon.bilingual import untranslated
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import name
from auditor.model.quantity import NO_UNIT

TRANSLATED = [
    ("流失率－女Rate, female", "turnover_rate.gender_female"),
    ("流失人數－男\nLeavers, male", "turnover_count.gender_male"),
    ("30歲以下僱員 Employees below 30", "headcount.age_<30"),
    ("Female employees 女性員工人數", "headcount.gender_female"),
    ("用電量 Electricity consumption (kWh)", "electricity"),
    ("溫室氣體排放總量（範圍1及2） Total GHG emissions (Scope 1 and 2)", "ghg_emissions.ghg_scope_12"),
    ("離職率² Rate²", "turnover_rate"),
    ("培訓時數⁵ Hours⁵", "training_hours_total"),
    ("每千名員工工傷率 Injury rate per 1,000 employees", "injury_rate"),
    ("年末員工 Year-end employees", "headcount"),
]


@pytest.mark.parametrize(("label", "metric"), TRANSLATED)
def test_a_translation_narrows_nothing(label, metric):
    found = name(clean(label), NO_UNIT, any_unit=True)
    assert (found.metric.id, found.residue) == (metric, "")


UNLIKE = [
    "数据中心 PUE",
    "GHG 排放总量",
    "Scope 1 排放量",
    "COD 排放量",
    "废水 COD",
    "温室气体排放总量 Scope 1",
    "智能门店 Nimbus Market",
    "Employees",
    "(KWh)",
]


@pytest.mark.parametrize("label", UNLIKE)
def test_a_half_that_tells_something_else_stays(label):
    assert untranslated(label) == label


def test_a_dash_behind_a_head_is_no_sign_of_a_range():
    assert name(clean("僱員－30歲以下"), NO_UNIT, any_unit=True).metric.id == "headcount.age_<30"
    assert name(clean("僱員－女"), NO_UNIT, any_unit=True).metric.id == "headcount.gender_female"


def test_a_filler_of_several_words_narrows_nothing():
    found = name(clean("Rate of employee turnover during the reporting period"), NO_UNIT, any_unit=True)
    assert (found.metric.id, found.residue) == ("turnover_rate", "")
