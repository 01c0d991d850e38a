"""The words that made tables are put together from; Chinese is kept in simplified writing."""

from __future__ import annotations

#: Section, its rows as (label, unit, unit id, kind of number).
Block = tuple[str, list[tuple[str, str, str, str]]]

CHINESE: list[Block] = [
    (
        "温室气体排放",
        [
            ("范围一排放量", "吨二氧化碳当量", "tCO2e", "large"),
            ("范围二排放量（基于位置）", "吨二氧化碳当量", "tCO2e", "large"),
            ("范围三排放量", "吨二氧化碳当量", "tCO2e", "large"),
            ("商务差旅及员工通勤所产生的其他间接排放量", "吨二氧化碳当量", "tCO2e", "decimal"),
            ("排放密度", "吨二氧化碳当量/百万元", "?", "small"),
        ],
    ),
    (
        "能源使用",
        [
            ("外购电力", "兆瓦时", "MWh", "large"),
            ("天然气", "立方米", "m3", "large"),
            ("数据中心光伏发电自用电量及绿色电力交易采购量", "兆瓦时", "MWh", "decimal"),
            ("可再生能源占比", "%", "%", "share"),
            ("汽油", "升", "L", "large"),
        ],
    ),
    (
        "水资源及废弃物",
        [
            ("市政用水量", "立方米", "m3", "large"),
            ("有害废弃物产生量", "吨", "t", "decimal"),
            ("无害废弃物（含生活垃圾、厨余垃圾及建筑垃圾）总量", "吨", "t", "decimal"),
            ("废弃物回收率", "%", "%", "share"),
        ],
    ),
    (
        "雇员情况",
        [
            ("雇员总数", "人", "person", "count"),
            ("女性雇员", "人", "person", "count"),
            ("50岁及以上雇员", "人", "person", "count"),
            ("雇员流失率", "%", "%", "share"),
            ("每名雇员平均受训时数（包括线上及线下课程）", "小时", "hour", "decimal"),
            ("因工伤损失工作日数", "天", "day", "count"),
        ],
    ),
    (
        "经营业绩",
        [
            ("营业收入", "万元", "CNY", "money"),
            ("投资活动产生的现金流量净额", "万元", "CNY", "money"),
            ("归属于上市公司股东的扣除非经常性损益的净利润", "万元", "CNY", "money"),
            ("研发投入", "万元", "CNY", "money"),
        ],
    ),
]
ENGLISH: list[Block] = [
    (
        "Greenhouse gas emissions",
        [
            ("Scope 1 emissions", "tCO2e", "tCO2e", "large"),
            ("Scope 2 emissions (location-based)", "tCO2e", "tCO2e", "large"),
            ("Upstream transportation and distribution of goods", "tCO2e", "tCO2e", "decimal"),
            ("Business travel", "tCO2e", "tCO2e", "large"),
        ],
    ),
    (
        "Energy consumption",
        [
            ("Purchased electricity", "MWh", "MWh", "large"),
            ("District heating and cooling bought from third parties", "MWh", "MWh", "decimal"),
            ("Share of renewable electricity", "%", "%", "share"),
            ("Diesel", "litres", "L", "large"),
        ],
    ),
    (
        "Water and waste",
        [
            ("Water withdrawal", "m3", "m3", "large"),
            ("Hazardous waste", "tonnes", "t", "decimal"),
            ("Non-hazardous waste sent to landfill or incineration", "tonnes", "t", "decimal"),
            ("Recycling rate", "%", "%", "share"),
        ],
    ),
    (
        "Workforce",
        [
            ("Total employees", "persons", "person", "count"),
            ("Female employees", "persons", "person", "count"),
            ("Employees aged 50 and above at the end of the year", "persons", "person", "count"),
            ("Turnover rate", "%", "%", "share"),
            ("Average training hours", "hours", "hour", "decimal"),
        ],
    ),
]
TITLES = {
    "zh": ("关键绩效指标", "环境数据", "社会绩效数据概览", "主要指标情况"),
    "en": ("Key performance data", "Environmental data", "Performance summary", "Selected indicators"),
}
HEADS = {"zh": ("指标", "项目", "关键绩效指标"), "en": ("Indicator", "Item", "")}
UNIT_HEADS = {"zh": ("单位", "计量单位"), "en": ("Unit", "Units")}
GROUPS = {
    "zh": (("本集团", "附属公司"), ("华东厂区", "华南厂区"), ("总部", "生产基地")),
    "en": (("Group", "Subsidiaries"), ("Europe", "Asia"), ("Own sites", "Joint ventures")),
}
TOTALS = {"zh": "合计", "en": "Total"}
OF_WHICH = {
    "zh": (("按性别划分", ("男性", "女性")), ("按地区划分", ("中国内地", "港澳台及海外"))),
    "en": (("By gender", ("Male", "Female")), ("By region", ("Mainland China", "Overseas"))),
}
YEARS = {"zh": ("{}", "{}年", "{}年度"), "en": ("{}", "FY{}", "{}")}
NOTES = {
    "zh": ("数据口径较上年有所扩大。", "该数据不含海外办公室。", "按核算指南计算。"),
    "en": ("The boundary was widened.", "Without offices abroad.", "Computed by the guideline."),
}
REMARK_HEADS = {"zh": "备注", "en": "Remarks"}
REMARKS = {
    "zh": ("详见第12页", "不含海外", "已鉴证", "口径调整"),
    "en": ("See page 12", "Assured", "Restated", "Excludes offices"),
}
CHANGE_HEADS = {"zh": ("同比变动", "变动幅度", "增减"), "en": ("Change", "YoY change", "% change")}
BLANKS = {"zh": ("不适用", "未统计", "–", "未披露"), "en": ("n/a", "N.A.", "–", "not reported")}
TWO_LINES = {
    "zh": ("{}\n年", "{}\n年度", "截至{}年\n12月31日止年度", "{}年\n（实际）"),
    "en": ("FY\n{}", "Year ended\n31 December {}", "{}\nActual", "{}\n(audited)"),
}
BOTH = {
    "范围一排放量": "Scope 1 emissions",
    "范围二排放量（基于位置）": "Scope 2 emissions (location-based)",
    "范围三排放量": "Scope 3 emissions",
    "排放密度": "Emission intensity",
    "外购电力": "Purchased electricity",
    "天然气": "Natural gas",
    "可再生能源占比": "Share of renewable energy",
    "汽油": "Petrol",
    "市政用水量": "Municipal water consumption",
    "有害废弃物产生量": "Hazardous waste produced",
    "废弃物回收率": "Waste recycling rate",
    "雇员总数": "Total number of employees",
    "女性雇员": "Female employees",
    "50岁及以上雇员": "Employees aged 50 or above",
    "雇员流失率": "Employee turnover rate",
    "因工伤损失工作日数": "Lost days due to work injury",
    "营业收入": "Revenue",
    "研发投入": "Research and development",
    "男性": "Male",
    "女性": "Female",
    "合计": "Total",
    "指标": "Indicator",
    "单位": "Unit",
    "本集团": "The Group",
    "附属公司": "Subsidiaries",
}
