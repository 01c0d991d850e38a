from __future__ import annotations

import re
from pathlib import Path

import pytest

from auditor.errors import ConfigError
from auditor.lexicon.measures.units import units
from auditor.lexicon.metrics import metrics
from auditor.lexicon.metrics import table
from auditor.lexicon.phrases import key
from auditor.lexicon.schema import MetricsFile

SHARED = Path(__file__).parents[3] / "shared"


def _named(label: str, unit: str = "") -> str | None:
    """Return the id of the longest name in a label that admits the unit; of equals, the last."""
    read = units().parse(unit) if unit else None
    fits = [
        found
        for found in metrics().mentions(key(label))
        if read is None or not read.dimension or read.dimension in metrics().entry(found.value).dimensions
    ]
    best = max(fits, key=lambda found: (found.end - found.start, found.start), default=None)
    return metrics().entry(best.value).id if best else None


LABELS = [
    ("溫室氣體排放總量（範圍一及二）", "噸二氧化碳當量", "ghg_emissions"),
    ("直接温室气体排放量（范围一）", "tCO2e", "ghg_emissions"),
    ("範圍 2 排放量 / 基於位置", "吨二氧化碳当量", "ghg_emissions"),
    ("Total Scope 1 and 2 GHG emissions", "tCO2e", "ghg_emissions"),
    ("Gross Scope 3 GHG emissions", "kt CO2e", "ghg_emissions"),
    ("碳排放", "万吨", "ghg_emissions"),
    ("排放总量", "吨二氧化碳当量", "ghg_emissions"),
    ("碳抵消量", "吨二氧化碳当量", "ghg_offset"),
    ("抵消範圍 2 碳排放", "噸二氧化碳當量", "ghg_offset"),
    ("范围3+减排量", "吨二氧化碳当量", "ghg_reduction"),
    ("温室气体排放强度", "吨二氧化碳当量/百万元收入", "ghg_emissions_intensity"),
    ("範圍 1 排放強度", "噸二氧化碳當量 / 百萬人民幣收入", "ghg_emissions_intensity"),
    ("人均溫室氣體排放量", "噸二氧化碳當量/人", "ghg_emissions_intensity"),
    ("GHG emission intensity", "tCO2e/RMB million", "ghg_emissions_intensity"),
    ("溫室氣體排放密度", "噸二氧化碳當量/平方米", "ghg_emissions_intensity"),
    ("能源消耗總量", "兆瓦時", "energy_consumption"),
    ("综合能耗", "吨标准煤", "energy_consumption"),
    ("Total energy consumption", "GWh", "energy_consumption"),
    ("單位收入能源消耗", "兆瓦時/百萬元", "energy_intensity"),
    ("Energy intensity", "MWh/Million $ of sales", "energy_intensity"),
    ("外購電力", "千瓦時", "electricity"),
    ("Purchased electricity", "MWh", "electricity"),
    ("潔淨電力使用佔比", "%", "clean_electricity_share"),
    ("清洁电力占比", "%", "clean_electricity_share"),
    ("可再生能源消耗量", "兆瓦时", "renewable_energy"),
    ("數據中心平均 PUE", "/", "pue"),
    ("平均電力使用效率（PUE）", "/", "pue"),
    ("水资源使用效率（WUE）", "升/度", "wue"),
    ("天然氣消耗量", "千立方米", "natural_gas"),
    ("Natural gas", "m3", "natural_gas"),
    ("液化石油氣", "噸", "lpg"),
    ("柴油", "升", "diesel"),
    ("汽油消耗量", "噸", "gasoline"),
    ("總耗水量", "立方米", "water_consumption"),
    ("用水量", "噸", "water_consumption"),
    ("Total water withdrawal", "m3", "water_consumption"),
    ("耗水密度", "立方米/平方米", "water_intensity"),
    ("製成品所用包裝材料的總量", "噸", "packaging"),
    ("包裝強度", "噸每百萬人民幣收入", "packaging_intensity"),
    ("一般廢棄物總量", "噸", "waste"),
    ("Hazardous waste generated", "t", "waste"),
    ("有害廢棄物強度", "噸每百萬人民幣收入", "waste_intensity"),
    ("人均無害廢棄物產生量", "噸/人", "waste_intensity"),
    ("氮氧化物排放量", "吨", "nox"),
    ("二氧化硫", "千克", "sox"),
    ("挥发性有机物", "吨", "voc"),
    ("化学需氧量（COD）", "吨", "cod"),
    ("废水排放量", "吨", "water_discharge"),
    ("員工總人數", "人", "headcount"),
    ("按性別劃分的員工人數 / 男員工", "人", "headcount"),
    ("按性别划分的员工比例 / 女性", "%", "headcount_share"),
    ("報告期末在職員工的數量合計（人）", "人", "headcount"),
    ("存在身體障礙的員工數", "人", "disabled_employees"),
    ("管理層中的女性比例 / 高級管理人員", "%", "women_in_management"),
    ("Proportion of women in senior management", "%", "women_in_management"),
    ("總流失率", "%", "turnover_rate"),
    ("僱員流失比率", "%", "turnover_rate"),
    ("離職員工人數", "人", "turnover_count"),
    ("新入职员工人数", "人", "new_hires"),
    ("員工平均培訓時長", "小時", "training_hours_average"),
    ("人均受训时长", "小时", "training_hours_average"),
    ("Average training hours per employee", "hours", "training_hours_average"),
    ("培训总时长", "小时", "training_hours_total"),
    ("參加培訓的員工佔比", "%", "training_share"),
    ("受訓僱員百分比", "%", "training_share"),
    ("員工培訓總人次", "人次", "training_participants"),
    ("因工死亡人數", "人", "fatalities"),
    ("過去三年每年因工亡故的比率", "%", "fatality_rate"),
    ("工傷人數", "人", "injuries"),
    ("工傷率", "工傷人數 / 百萬工作小時", "injury_rate"),
    ("LTIFR", "", "injury_rate"),
    ("因工傷損失的工作日數", "天", "lost_days"),
    ("供應商數量", "家", "suppliers"),
    ("接获关于产品及服务的投诉数目", "宗", "complaints"),
    ("客户投诉率", "%", "complaint_rate"),
    ("产品召回数量", "件", "recalls"),
    ("已审结的贪污诉讼案件数目", "宗", "corruption_cases"),
    ("对外捐赠总额", "万元", "donations"),
    ("志愿服务总时长", "小时", "volunteer_hours"),
    ("志願者人數", "人", "volunteers"),
    ("年度被授權專利", "個", "patents"),
    ("研发投入", "万元", "rd_spend"),
    ("研发投入占营业收入的比例", "%", "rd_spend_share"),
    ("董事会人数", "人", "board_members"),
    ("独立董事占比", "%", "independent_directors_share"),
    ("女性董事占比", "%", "women_directors_share"),
    ("客户满意度", "%", "customer_satisfaction"),
    ("营业收入（元）", "元", "revenue"),
    ("营业总成本", "元", "total_operating_cost"),
    ("营业成本", "元", "operating_cost"),
    ("归属于上市公司股东的净利润", "元", "net_profit"),
    ("归属于上市公司股东的扣除非经常性损益后的净利润", "元", "net_profit"),
    ("经营活动产生的现金流量净额", "元", "operating_cash_flow"),
    ("基本每股收益", "元/股", "eps"),
    ("加权平均净资产收益率", "%", "roe_weighted"),
    ("资产总额", "元", "total_assets"),
    ("归属于上市公司股东的净资产", "元", "net_assets"),
    ("负债合计", "元", "total_liabilities"),
    ("毛利率", "%", "gross_margin"),
    ("每10股派息数（元）（含税）", "元", "dividend_per_10_shares"),
    ("普通股股东总数（户）", "户", "shareholders"),
]


@pytest.mark.parametrize(("label", "unit", "id_"), LABELS)
def test_a_label_of_the_trade_names_its_metric(label, unit, id_):
    assert _named(label, unit) == id_


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("排放量", "吨"),  # of what?
        ("温室气体排放总量", "立方米"),
        ("工伤率", "元"),
        ("市场份额", "%"),
        ("网点数量", "个"),
        ("累计服务", "人次"),
    ],
)
def test_a_label_that_names_nothing_known_stays_unnamed(label, unit):
    assert _named(label, unit) is None


def test_a_share_and_a_count_under_one_name_are_told_apart_by_unit():
    assert _named("员工流失", "%") == "turnover_rate"
    assert _named("离职人数", "人") == "turnover_count"


def test_a_bare_name_keeps_the_id_of_its_metric():
    bare = metrics().aliases["排放量"]
    assert bare != "ghg_emissions"
    assert metrics().entry(bare).id == "ghg_emissions"
    assert metrics().entry(bare).dimensions == {"ghg"}


def test_money_is_every_currency_and_a_star_every_denominator():
    assert {"money:CNY", "money:HKD"} <= metrics().entry("revenue").dimensions
    assert {"ghg/money:USD", "ghg/area", "ghg/count:person"} <= metrics().entry(
        "ghg_emissions_intensity"
    ).dimensions


def test_no_name_stands_under_two_ids():
    owners = {alias: metrics().entry(name).id for alias, name in metrics().aliases.items()}
    assert len(owners) == len(metrics().aliases)
    assert owners["营业收入"] == "revenue"
    names = {"id": "a", "names": ["碳足跡"], "dimensions": ["ghg"], "nature": "flow"}
    twice = MetricsFile.model_validate({"metric": [names, {**names, "id": "b", "names": ["碳足迹"]}]})
    with pytest.raises(ConfigError, match="'碳足迹' stands under 'a' and 'b'"):
        table(twice)


def test_what_the_other_files_do_not_have_is_a_fault():
    entry = {"id": "a", "names": ["x"], "dimensions": ["mas"], "families": ["colour"], "nature": "flow"}
    with pytest.raises(ConfigError) as fault:
        table(MetricsFile.model_validate({"metric": [entry]}))
    assert "a: family 'colour' is not in facets.toml" in str(fault.value)
    assert "a: dimension 'mas' is not in units.toml" in str(fault.value)


def _rows(path: Path, heads: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return label path and unit of every row of the tab tables that begin with one of ``heads``."""
    rows: list[tuple[str, str]] = []
    section, inside = "", False
    for line in path.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("\t")]
        if cells[0] in heads and "單位" in cells[1:2]:
            inside, section = True, ""
        elif not line.strip() or len(cells) == 1:
            inside = inside and bool(line.strip())
            section = re.sub(r"\^\{.*?\}|[⁰¹²³⁴-⁹]", "", cells[0]) if inside else ""
        elif inside:
            label = re.sub(r"\^\{.*?\}|[⁰¹²³⁴-⁹,]+$", "", cells[0]).strip()
            if not any(cells[2:]):
                section = label
            else:
                rows.append((f"{section}/{label}" if _named(label, cells[1]) is None else label, cells[1]))
    return rows


def test_every_row_of_a_published_key_figure_table_is_known():
    seeds = sorted((SHARED / "seeds").glob("000_*.txt"))
    if not seeds:
        pytest.skip("the sample reports are not beside this checkout")
    rows = _rows(seeds[0], ("環境", "社會"))
    unknown = [row for row in rows if row[1] != "萬" and _named(*row) is None]
    assert len(rows) > 70
    assert unknown == []
