from __future__ import annotations

from pathlib import Path

import pytest

from auditor.lexicon.phrases import key
from auditor.lexicon.words.causes import causes
from auditor.lexicon.words.causes import recognise

SHARED = Path(__file__).parents[3] / "shared"

NOTES = [
    ("零售业务的出售已完成，统计范围不包括该业务，并相应调整了历史数据。", ("divestment",), "adjusted", True),
    ("本公司剝離了物流子公司，歷史數據已剔除其數據", ("divestment",), "adjusted", True),
    ("2024年收购某公司，对以往年度数据进行了追溯调整", ("acquisition",), "adjusted", False),
    ("因同一控制下企业合并，对上年同期数据追溯重述", ("acquisition",), "adjusted", False),
    ("採用最新發布的電力二氧化碳排放因子", ("emission_factor",), "", False),
    ("優化了運輸排放的核算方法，由於缺乏歷史數據，無法做追溯調整", ("method",), "not_adjusted", False),
    ("我們加強了數據治理和管理，耗水量數據更加準確", ("method",), "", False),
    ("会计政策变更，追溯调整上年数据", ("method",), "adjusted", False),
    ("本次会计政策变更不追溯调整2020年财务数据", ("method",), "not_adjusted", False),
    ("前期会计差错更正，对2022年数据进行追溯重述", ("error",), "adjusted", False),
    ("优化披露口径，剔除年内无合作的供应商", ("definition",), "", True),
    ("由于新业务的增加，我们的报告扩大了相应的核算边界", ("acquisition", "definition"), "", False),
    ("2022年末专利件数已更正，更正前为318件", ("error",), "adjusted", False),
    ("往期多计的3起已扣除，修正前数字见上年报告", ("error",), "adjusted", False),
    ("计量单位由吨改为千克", ("unit",), "", False),
    ("部分费用重分类至营业成本，比较数据已重述", ("reclassification",), "adjusted", False),
    ("员工培训的统计范围为本公司直接管理业务的正式员工", (), "", True),
    ("仅包括中国内地办公室", (), "", True),
    ("用水量已由120吨调整为130吨", (), "adjusted", False),
    ("客户的独占期从固定2年调整为1年，以合同为准", (), "", False),
    ("对可比期间信息不予调整", (), "not_adjusted", False),
    (
        "baseline value has been adjusted for portfolio changes",
        ("divestment", "acquisition"),
        "adjusted",
        False,
    ),
    (
        "Emissions were adjusted for prior years due to updated emission factors",
        ("emission_factor",),
        "adjusted",
        False,
    ),
    ("Prior year figures were restated to correct an error", ("error",), "adjusted", False),
    ("Prior year figures have not been restated as it is impracticable", (), "not_adjusted", False),
    ("A new methodology was introduced; 2022 data were not restated", ("method",), "not_adjusted", False),
    ("Data covers only manufacturing sites, excluding offices", (), "", True),
]


@pytest.mark.parametrize(("note", "named", "effect", "narrows"), NOTES)
def test_a_note_tells_its_causes_its_effect_and_its_reach(note, named, effect, narrows):
    assert recognise(key(note)) == (named, effect, narrows)


@pytest.mark.parametrize(
    "note",
    [
        "报告期内未发生会计差错更正",
        "公司报告期无重大会计差错更正需追溯重述的情况",
        "公司报告期不存在会计政策变更",
        "公司是否需追溯调整或重述以前年度会计数据 □是 √否",
        "公司是否需追溯调整或重述以前年度会计数据□是否",
        "由于《企业会计准则》及其相关新规定进行追溯调整，影响期初未分配利润 0.00 元。",
        "应当作为会计政策变更进行追溯调整。",
        "同一控制下企业合并的会计处理方法",
        "mergers and acquisitions did not constitute significant changes",
        "本报告与往年报告使用一致的披露统计方法",
        "管理人员是指需要管理其他员工的员工",
    ],
)
def test_what_is_denied_asked_or_laid_down_as_a_rule_does_not_count(note):
    told, effect, _ = recognise(key(note))
    assert (told, effect) == ((), "")


@pytest.mark.parametrize("box", ["√是 □否", "☑是 □否", "是 □否"])
def test_a_ticked_question_counts(box):
    assert recognise(key(f"公司是否需追溯调整或重述以前年度会计数据 {box}"))[1] == "adjusted"


def test_causes_come_in_one_order():
    note = "更正错误、更新排放因子并出售子公司完成"
    assert recognise(key(note))[0] == ("divestment", "emission_factor", "error")
    assert [name for name, _ in causes().causes] == [
        "divestment",
        "acquisition",
        "emission_factor",
        "method",
        "error",
        "definition",
        "unit",
        "reclassification",
    ]


def test_a_note_on_the_whole_report_is_general():
    assert causes().general(key("本報告披露範圍與年報一致"))
    assert not causes().general(key("耗水量数据更加准确"))


def _notes() -> dict[str, tuple[tuple[str, ...], str, bool]]:
    seeds = sorted((SHARED / "seeds").glob("000_*.txt"))
    if not seeds:
        pytest.skip("the sample reports are not beside this checkout")
    lines = (line.strip() for line in seeds[0].read_text("utf-8").splitlines()[3630:3757])
    return {line.split(".")[0]: recognise(key(line)) for line in lines if line[:2].strip(". ").isdigit()}


def test_the_footnotes_of_a_published_table_are_understood():
    told = _notes()
    assert told["2"] == (("emission_factor",), "", False)
    assert told["3"] == (("divestment",), "adjusted", True)
    assert told["4"] == (("method",), "not_adjusted", False)
    assert told["10"][:2] == (("divestment",), "adjusted")
    assert told["12"][:2] == (("divestment",), "adjusted")
    assert told["14"] == ((), "", True)
    assert told["17"] == (("definition",), "", True)


FURTHER = [
    ("自2024年起納入新廠，112年及111年數據已依相同方法重編。", "", "adjusted"),
    ("112年由原揭露數上調512公噸。", "", "adjusted"),
    ("2023年用水量由原披露的512吨上调为530吨。", "", "adjusted"),
    ("以前年度已按新因子追溯计算。", "", "adjusted"),
    ("2023年原披露数为1,234吨。", "", "adjusted"),
    ("The figure for 2023 was raised from the 512 t disclosed earlier.", "", "adjusted"),
    ("2023年比較數據未依相同方法重編。", "", ""),
    ("目标值由原定的10%上调至12%。", "", ""),
    ("公司计划于2026年将2023年数据重新计算。", "", ""),
    ("如变动超过 5%，公司将重新计算基准年数据。", "", ""),
    ("若影响重大，则对历史数据进行追溯调整。", "", ""),
    ("Prior years are restated when changes exceed 5%.", "", ""),
    ("Figures will be restated next year.", "", ""),
    ("我们将历史数据进行了追溯调整。", "", "adjusted"),
    ("审计委员会对历史数据进行了追溯调整。", "", "adjusted"),
    ("2023年度，本集团处置了两家附属公司，2022年对比数据已作相应调整。", "divestment", "adjusted"),
    ("因出售物业管理业务，上年同期数已按可比口径重新列示。", "divestment", "adjusted"),
    ("本集團於年內收購綠源環保，過往年度數據已重新編列以反映該收購。", "acquisition", "adjusted"),
    ("比較數字已經重列，以符合本年度的呈列方式。", "reclassification", "adjusted"),
    ("由於計算方法有所更改，2022年數據已予重列。", "method", "adjusted"),
    ("2022年的溫室氣體排放數據因更新排放系數而重新計算。", "emission_factor", "adjusted"),
    ("因电网排放因子更新，对2021年和2022年范围二数据进行了重新核算。", "emission_factor", "adjusted"),
    ("去年报告中披露的数据有误，现予以更正。", "error", "adjusted"),
    ("2022年数据经复核后更正。", "error", "adjusted"),
    ("上年披露数据统计有误，已在本报告中修正。", "error", "adjusted"),
    ("因统计口径变化，往期数据已同步更新。", "definition", "adjusted"),
    ("本年度新增纳入两家子公司，故与上年数据不可比。", "acquisition", ""),
    ("由于核算方法学的变更，本年数据与往年数据不具有可比性。", "method", ""),
    ("往年数据不作追溯调整。", "", "not_adjusted"),
    ("以前年度数据未作重列。", "", "not_adjusted"),
    ("過往年度的數據並無重列。", "", "not_adjusted"),
    ("自2024年起单位由吨标准煤改为兆瓦时，历史数据已换算。", "unit", "adjusted"),
    ("2023年起将废电池由一般废弃物重分类至有害废弃物，并追溯调整上年数据。", "reclassification", "adjusted"),
    (
        "Comparative figures have been re-presented to conform with the current year's presentation.",
        "reclassification",
        "adjusted",
    ),
    ("Figures for 2022 have been restated due to a calculation error.", "error", "adjusted"),
    ("Segment amounts for 2022 have been recast to the new structure.", "reclassification", "adjusted"),
    (
        "Haulage of 310 was reclassified from sales, freight and storage to conform to the current presentation.",
        "reclassification",
        "adjusted",
    ),
    ("2022 data restated to exclude the divested packaging business.", "divestment", "adjusted"),
    ("Restated to reflect the disposal of our retail arm.", "divestment", "adjusted"),
    (
        "Prior-year numbers were recalculated using updated IEA emission factors.",
        "emission_factor",
        "adjusted",
    ),
    (
        "Historical data have been revised following improvements in our data collection methodology.",
        "method",
        "adjusted",
    ),
    ("The 2019 baseline has been recalculated to include acquired companies.", "acquisition", "adjusted"),
    ("Prior years have not been restated as data was not available.", "", "not_adjusted"),
    ("Data for prior periods could not be restated owing to the lack of information.", "", "not_adjusted"),
    ("Due to a change in reporting boundary, 2023 is not comparable with prior years.", "definition", ""),
    ("2022 figure corrected from 1,250 to 1,520 owing to a transcription error.", "error", "adjusted"),
    (
        "We changed the unit of measurement from GJ to MWh; prior years have been converted.",
        "unit",
        "adjusted",
    ),
    ("Previously reported figure has been updated.", "", "adjusted"),
    ("2022 figures include estimates and were updated with actual data.", "method", "adjusted"),
    ("历史数据因会计政策变更追溯调整。", "method", "adjusted"),
    ("根据最新的温室气体核算体系要求，对历年范围三排放进行了重新盘查。", "method", "adjusted"),
    ("经第三方核证后，2023年数据较此前披露有所调整。", "", "adjusted"),
    ("与2022年报告相比，2022年数据有更新，系剥离金融业务所致。", "divestment", "adjusted"),
    ("已剔除已处置业务的影响，2022年度数据同步调整。", "divestment", "adjusted"),
    ("因合并范围变化，本公司重述了2022年的能耗数据。", "acquisition", "adjusted"),
    ("公司不存在需要追溯调整的情形。", "", ""),
    ("本年度无重述。", "", "consistent"),
    ("本公司于年内出售了部分闲置设备。", "", ""),
    ("我们调整了包装方案，优化了流程。", "", ""),
    ("The board reviewed historical performance data and adjusted its targets.", "", ""),
    ("历史数据显示，用水量逐年下降。", "", ""),
    ("我们会定期更新排放因子数据库。", "emission_factor", ""),
]


@pytest.mark.parametrize(("note", "named", "effect"), FURTHER)
def test_what_a_note_says_was_done_and_why(note, named, effect):
    told, done, _ = recognise(key(note))
    assert (";".join(told), done) == (named, effect)
