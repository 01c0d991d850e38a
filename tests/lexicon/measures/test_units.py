from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import ConfigError
from auditor.lexicon.fold import fold
from auditor.lexicon.load import check
from auditor.lexicon.measures.units import table
from auditor.lexicon.measures.units import units
from auditor.lexicon.schema import UnitsFile
from auditor.model.quantity import Unit

SIMPLE = [
    ("吨", "t", "mass", "1"),
    ("公噸", "t", "mass", "1"),
    ("Metric Tons", "t", "mass", "1"),
    ("千克", "kg", "mass", "0.001"),
    ("噸二氧化碳當量", "tCO2e", "ghg", "1"),
    ("噸二氧化碳 當量", "tCO2e", "ghg", "1"),
    ("tCO₂e", "tCO2e", "ghg", "1"),
    ("t CO2 eq.", "tCO2e", "ghg", "1"),
    ("tonnes of CO₂ equivalent", "tCO2e", "ghg", "1"),
    ("metric tonnes CO2e", "tCO2e", "ghg", "1"),
    ("kt CO₂e", "ktCO2e", "ghg", "1000"),
    ("千瓦時", "kWh", "energy", "1"),
    ("度", "kWh", "energy", "1"),
    ("兆瓦時", "MWh", "energy", "1000"),
    ("千个千瓦时", "MWh", "energy", "1000"),
    ("百萬瓦時", "MWh", "energy", "1000"),
    ("megawatt hours", "MWh", "energy", "1000"),
    ("吨标煤", "tce", "coal_equivalent", "1"),
    ("噸標準煤", "tce", "coal_equivalent", "1"),
    ("立方米", "m3", "volume", "1"),
    ("m³", "m3", "volume", "1"),
    ("cubic metres", "m3", "volume", "1"),
    ("千立方米", "1000m3", "volume", "1000"),
    ("㎡", "m2", "area", "1"),
    ("公顷", "ha", "area", "10000"),
    ("公里", "km", "length", "1000"),
    ("人民币", "CNY", "money:CNY", "1"),
    ("港元", "HKD", "money:HKD", "1"),
    ("US$", "USD", "money:USD", "1"),
    ("小時", "hour", "time", "1"),
    ("工作日", "day", "day", "1"),
    ("%", "%", "percent", "1"),
    ("‰", "‰", "percent", "0.1"),
    ("个百分点", "pp", "points", "1"),
    ("percentage points", "pp", "points", "1"),
    ("人", "person", "count", "1"),
    ("名", "person", "count", "1"),
    ("employees", "person", "count", "1"),
    ("人次", "person_time", "count", "1"),
    ("户", "household", "count", "1"),
    ("宗", "case", "count", "1"),
    ("座城市", "city", "count", "1"),
    ("股", "share", "shares", "1"),
    ("倍", "times_multiple", "multiple", "1"),
    ("℃", "degree_c", "temperature", "1"),
    ("/", "ratio", "ratio", "1"),
    ("吨²", "t", "mass", "1"),
    ("(in GWh)", "GWh", "energy", "1000000"),
    ("单位：吨", "t", "mass", "1"),
]


@pytest.mark.parametrize(("text", "id_", "dimension", "factor"), SIMPLE)
def test_a_unit_cell_is_read(text, id_, dimension, factor):
    assert units().parse(text) == Unit(id_, dimension, Decimal(factor))


COMPOUND = [
    ("吨二氧化碳当量 / 百万人民币收入", "tCO2e/MCNY", "ghg/money:CNY", "0.000001"),
    ("噸二氧化碳當量╱百萬元營業收入", "tCO2e/MCNY", "ghg/money:CNY", "0.000001"),
    ("tCO₂e / RMB million revenue", "tCO2e/MCNY", "ghg/money:CNY", "0.000001"),
    ("噸每百萬人民幣收入", "t/MCNY", "mass/money:CNY", "0.000001"),
    ("立方米每百萬人民幣收入", "m3/MCNY", "volume/money:CNY", "0.000001"),
    ("千克标准煤/万元产值", "kgce/CNY10k", "coal_equivalent/money:CNY", "0.0000001"),
    ("MWh/Million $ of sales", "MWh/MUSD", "energy/money:USD", "0.001"),
    ("kt CO₂e/Million $ of sales", "ktCO2e/MUSD", "ghg/money:USD", "0.001"),
    ("千瓦時╱人", "kWh/person", "energy/count:person", "1"),
    ("hours per employee", "hour/person", "time/count:person", "1"),
    ("升/度", "L/kWh", "volume/energy", "0.001"),
    ("工伤人数 / 百万工作小时", "person/million_hours", "count/hours_worked", "0.000001"),
    ("宗/百万工时", "case/million_hours", "count/hours_worked", "0.000001"),
    ("cases per 200,000 hours worked", "case/200k_hours", "count/hours_worked", "0.000005"),
    ("每百万工时", "count/million_hours", "count/hours_worked", "0.000001"),
    ("元/股", "CNY/share", "money:CNY/shares", "1"),
    ("元／10股", "CNY/10share", "money:CNY/shares", "0.1"),
    ("g CO2/km", "gCO2e/km", "ghg/length", "0.000000001"),
    ("千瓦时/平方米", "kWh/m2", "energy/area", "1"),
    ("千瓦时/吨产品", "kWh/t_product", "energy/product_mass", "1"),
]


@pytest.mark.parametrize(("text", "id_", "dimension", "factor"), COMPOUND)
def test_a_compound_unit_is_read(text, id_, dimension, factor):
    assert units().parse(text) == Unit(id_, dimension, Decimal(factor))


SCALED = [
    ("万吨", "t", "10000"),
    ("'000 tonnes", "t", "1000"),
    ("thousand tonnes", "t", "1000"),
    ("人民币百万元", "CNY", "1000000"),
    ("RMB million", "CNY", "1000000"),
    ("人民币（百万元）", "CNY", "1000000"),
    ("RMB’000", "CNY", "1000"),
    ("US$m", "USD", "1000000"),
    ("亿元", "CNY", "100000000"),
    ("百万港元", "HKD", "1000000"),
    ("万元 币种：人民币", "CNY", "10000"),
    ("单位：千元 币种：港币", "HKD", "1000"),
    ("millions ekWh", "kWh", "1000000"),
    ("Thousands m3", "m3", "1000"),
    ("千人", "person", "1000"),
    ("萬", "", "10000"),
]


@pytest.mark.parametrize(("text", "id_", "scale"), SCALED)
def test_a_scale_word_is_kept_apart_from_its_unit(text, id_, scale):
    found = units().split(text)
    assert found is not None
    assert (found.unit.id, found.scale) == (id_, Decimal(scale))


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("tCO₂e / EUR m", "tCO2e/MEUR"),
        ("MWh/US$m revenue", "MWh/MUSD"),
        ("GJ per EURm", "GJ/MEUR"),
        ("m³/€ bn", "m3/1000000000EUR"),
    ],
)
def test_a_letter_behind_the_currency_of_a_denominator_is_its_scale(text, id_):
    assert units().parse(text).id == id_


@pytest.mark.parametrize("text", ["tCO2e/EUR m2", "arm", "EURm2"])
def test_a_letter_that_is_more_than_a_scale_is_none(text):
    assert units().split(text) is None


@pytest.mark.parametrize(
    ("text", "scale"), [("USDm", 10**6), ("RMBbn", 10**9), ("thousands of euros", 10**3), ("in EURk", 10**3)]
)
def test_a_scale_may_be_one_word_with_its_currency_or_stand_before_of(text, scale):
    assert units().split(text).scale == scale


def test_a_scaled_unit_takes_the_scale_into_its_factor():
    assert units().parse("万吨") == Unit("10000t", "mass", Decimal(10000))
    assert units().parse("千吨") == Unit("kt", "mass", Decimal(1000))
    assert units().parse("thousand kWh") == units().parse("MWh")


@pytest.mark.parametrize(
    "text", ["", "2024年度", "总排放量", "范围1", "Mt CO2e", "营业收入", "n/a", "吨位", "说明"]
)
def test_what_is_no_unit_is_not_read_as_one(text):
    assert units().parse(text) is None


def test_units_of_two_currencies_are_not_of_one_dimension():
    ours, theirs = units().parse("吨/百万元"), units().parse("吨/百万美元")
    assert ours is not None
    assert theirs is not None
    assert ours.dimension != theirs.dimension


PROSE = [
    ("吨每百万人民币收入，同比", "t/MCNY", "吨每百万人民币收入"),
    ("升/度", "L/kWh", "升/度"),
    ("吨二氧化碳当量╱百万元。", "tCO2e/MCNY", "吨二氧化碳当量╱百万元"),
    ("个百分点，", "pp", "个百分点"),
    ("个月内", "month", "个月"),
    ("人次参与", "person_time", "人次"),
    ("名員工接受培訓", "person", "名員工"),
    ("tonnes of CO2e in 2024", "tCO2e", "tonnes of CO2e"),
    ("t in total", "t", "t"),
    ("元人民币，", "CNY", "元人民币"),
    ("元/股。", "CNY/share", "元/股"),
    ("立方米和", "m3", "立方米"),
    (" 吨", "t", " 吨"),
    ("m3/", "m3", "m3"),
]


@pytest.mark.parametrize(("text", "id_", "taken"), PROSE)
def test_the_longest_unit_behind_a_number_is_taken(text, id_, taken):
    found = units().prefix(fold(text))
    assert found is not None
    unit, length = found
    assert (unit.id, text[:length]) == (id_, taken)


@pytest.mark.parametrize(
    "text", ["人民代表", "人均", "天然气", "位于杭州", "分别为", "台湾", "度假村", "the year", "million"]
)
def test_words_that_only_begin_like_a_unit_are_left(text):
    assert units().prefix(fold(text)) is None


def test_every_name_reads_as_itself():
    printed = {name: name.replace("mtco2", "MtCO2") for name in units().names}  # capitals tell it
    unlike = [name for name, unit in units().names.items() if units().parse(printed[name]) != unit]
    assert unlike == []


@given(st.sampled_from(sorted(units().names)), st.sampled_from(["，同比", ")", " 2024", "。"]))
def test_a_unit_in_prose_is_taken_whole_whatever_follows(name, behind):
    found = units().prefix(name + behind)
    assert found is not None
    assert found[1] >= len(name)


def test_a_name_under_two_units_is_a_fault():
    data = UnitsFile.model_validate(
        {
            "unit": [
                {"id": "a", "dimension": "mass", "factor": "1", "names": ["吨"]},
                {"id": "b", "dimension": "mass", "factor": "2", "names": ["噸"]},
            ],
            "per": [],
            "words": {"tails": ["x"], "heads": ["y"], "links": ["z"], "over": ["/"]},
            "scales": {},
            "money_scales": {},
        }
    )
    with pytest.raises(ConfigError, match="'吨' stands under 'a' and 'b'"):
        table(data)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("ML", "ML"),
        ("ml", "mL"),
        ("mL", "mL"),
        ("百萬公升", "ML"),
        ("千度", "MWh"),
        ("千克／百萬港元零售收益", "kg/MHKD(零售收益)"),
        ("吨/平方米商场建筑面积", "t/m2(商场建筑面积)"),
        ("千克/百萬港元", "kg/MHKD"),
        ("百萬港元", "HKD"),
    ],
)
def test_capitals_and_narrower_denominators(text, id_):
    found = units().split(text)
    assert found is not None
    assert found.unit.id == id_


def test_a_narrower_denominator_is_compared_with_no_other():
    narrow, wide = units().parse("千克／百万港元零售收益"), units().parse("千克／百万港元")
    assert narrow.dimension != wide.dimension


@pytest.mark.parametrize("name", sorted(units().leading))
def test_what_stands_in_front_of_an_amount_is_a_unit_of_money_behind_it_too(name):
    assert units().parse(name) == units().leading[name]
    assert units().leading[name].dimension.startswith("money:")


@pytest.mark.parametrize(
    ("text", "currency", "factor"),
    [
        ("HK$ million", "HKD", 1000000),
        ("US$'000", "USD", 1000),
        ("RMB'000", "CNY", 1000),
        ("S$'000", "SGD", 1000),
        ("EUR bn", "EUR", 1000000000),
        ("CHF million", "CHF", 1000000),
        ("港币千元", "HKD", 1000),
    ],
)
def test_a_currency_may_stand_before_its_scale(text, currency, factor):
    assert units().parse(text) == Unit(f"{factor}{currency}", f"money:{currency}", Decimal(factor))


def test_a_unit_without_a_name_is_a_fault():
    with pytest.raises(ConfigError, match="give the unit a name"):
        check('[[unit]]\nid = "x"\ndimension = "x"\nfactor = "1"\n', UnitsFile, "units.toml")
