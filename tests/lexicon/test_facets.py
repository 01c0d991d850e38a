from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import ConfigError
from auditor.lexicon.facets import facets
from auditor.lexicon.facets import scan
from auditor.lexicon.facets import table
from auditor.lexicon.phrases import key
from auditor.lexicon.schema import FacetsFile


def _told(label: str) -> dict[str, str]:
    return dict(scan(key(label))[0])


SCOPES = [
    ("範圍 1 排放量", "1"),
    ("范畴二排放", "2"),
    ("Scope 3 emissions", "3"),
    ("范围3+减排量", "3plus"),
    ("範圍 1,2,3", "123"),
    ("范围1、范围2及范围3", "123"),
    ("范围一、二和三", "123"),
    ("範圍 123", "123"),
    ("scopes 1, 2 and 3", "123"),
    ("scope 1 to 3", "123"),
    ("范围1+2", "12"),
    ("自身營運（範圍1和2）", "12"),
    ("Scope 1 & 2", "12"),
    ("scope 1 and scope 2", "12"),
    ("直接温室气体排放量（范围一）", "1"),
    ("能源间接温室气体排放", "2"),
    ("间接温室气体排放量（范围二）", "2"),
    ("其他间接排放", "3"),
]


@pytest.mark.parametrize(("label", "value"), SCOPES)
def test_scopes_are_told_apart(label, value):
    told = _told(label)
    assert told["ghg_scope"] == value
    assert "directness" not in told


ONE = [
    ("基於市場", "basis", "market"),
    ("location-based", "basis", "location"),
    ("溫室氣體淨排放量", "netting", "net"),
    ("排放總量（碳抵消後）", "netting", "net"),
    ("Gross scope 1 GHG emissions", "netting", "gross"),
    ("女性", "gender", "female"),
    ("male", "gender", "male"),
    ("有害廢棄物", "hazard", "hazardous"),
    ("無害廢棄物", "hazard", "nonhazardous"),
    ("non-hazardous waste", "hazard", "nonhazardous"),
    ("一般廢棄物總量", "hazard", "nonhazardous"),
    ("直接能源", "directness", "direct"),
    ("可再生能源", "renewable", "renewable"),
    ("不可再生能源", "renewable", "nonrenewable"),
    ("外購熱力", "carrier", "heat"),
    ("液化石油氣", "carrier", "lpg"),
    ("中國內地", "region", "mainland"),
    ("港澳台地區", "region", "hk_mo_tw"),
    ("其他国家和地区", "region", "overseas"),
    ("高級管理人員", "rank", "senior_manager"),
    ("管理人員", "rank", "manager"),
    ("非管理人員", "rank", "non_manager"),
    ("兼職", "employment", "part_time"),
    ("归属于上市公司股东的净利润", "attribution", "parent"),
    ("少数股东损益", "attribution", "minority"),
    ("扣除非经常性损益后的净利润", "adjusted", "deducted"),
    ("稀释每股收益", "eps", "diluted"),
    ("第三季度", "quarter", "Q3"),
    ("（10-12 月份）", "quarter", "Q4"),
    ("调整前", "vintage", "before"),
    ("as restated", "vintage", "after"),
    ("人均用水量", "intensity", "person"),
    ("單位收入能耗", "intensity", "revenue"),
    ("排放強度", "intensity", ""),
    ("租賃數據中心", "tenure", "leased"),
    ("累計被授權專利", "accrual", "cumulative"),
]


@pytest.mark.parametrize(("label", "family", "value"), ONE)
def test_a_discriminator_is_found(label, family, value):
    assert _told(label)[family] == value


AGES = [
    ("<=35", "<=35"),
    ("≤ 35", "<=35"),
    ("< 35", "<35"),
    ("≥ 50", ">=50"),
    (">50", ">50"),
    ("35-49", "35-49"),
    ("36–50", "36-50"),
    ("29週歲及以下", "<=29"),
    ("30週歲–50週歲", "30-50"),
    ("51週歲及以上", ">=51"),
    ("30岁以下", "<30"),
    ("30岁（含）以下", "<=30"),
    ("30至50岁", "30-50"),
    ("50岁以上", ">50"),
    ("Under 30 years old", "<30"),
    ("30-50 years old", "30-50"),
    ("over 50", ">50"),
]


@pytest.mark.parametrize(("label", "band"), AGES)
def test_age_bands_keep_their_ends(label, band):
    assert _told(label)["age"] == band


@pytest.mark.parametrize(
    "label",
    [
        "子女教育",
        "男女平等",
        "洁净水",
        "净利润",
        "邮件2-3天",
        "2021-22年度",
        "销售费用",
        "13月份",
        "scope of work",
    ],
)
def test_words_that_only_look_like_discriminators_are_left(label):
    assert _told(label) == {}


def test_every_facet_has_its_own_place():
    label = key("範圍 2 淨排放（基於位置）")
    told, spans = scan(label)
    assert told == (("ghg_scope", "2"), ("netting", "net"), ("basis", "location"))
    assert [label[start:end] for start, end in spans] == ["范围2", "净", "基于位置"]


def test_the_narrower_label_of_a_path_decides():
    assert _told("管理層中的女性比例/高級管理人員") == {"rank": "senior_manager", "gender": "female"}
    assert _told("范围1、2、3/范围2")["ghg_scope"] == "2"


def test_two_values_in_one_label_are_a_value_of_their_own():
    assert _told("男性和女性员工")["gender"] == "female+male"


def test_a_phrase_inside_a_longer_one_does_not_count():
    assert _told("非管理人员") == {"rank": "non_manager"}
    assert _told("扣除非经常性损益前后净利润孰低者") == {}


@given(st.text(alphabet="范围123和、净排放女男性/<=-50岁以下 scope", max_size=20))
def test_spans_lie_in_the_label_and_apart(label):
    told, spans = scan(label)
    assert len(told) == len(spans)
    assert all(0 <= start < end <= len(label) for start, end in spans)
    assert all(first[1] <= second[0] or first == second for first, second in pairwise(spans))


def test_every_family_says_what_it_tells_apart_and_is_used():
    used = {family for family, values in facets().values.items() if values}
    assert used == set(facets().families)


def test_a_family_that_is_not_declared_is_a_fault():
    data = FacetsFile.model_validate(
        {"families": {}, "settles": {}, "fragments": {}, "facet": [{"family": "colour", "phrases": ["红"]}]}
    )
    with pytest.raises(ConfigError, match="family 'colour' is not declared"):
        table(data)


def test_a_pattern_that_is_no_regular_expression_is_a_fault():
    broken = {"family": "age", "patterns": [{"find": "(", "value": "x"}, {"find": "<nowhere>", "value": "x"}]}
    data = FacetsFile.model_validate(
        {"families": {"age": "age"}, "settles": {}, "fragments": {}, "facet": [broken]}
    )
    with pytest.raises(ConfigError, match="2 faults"):
        table(data)
