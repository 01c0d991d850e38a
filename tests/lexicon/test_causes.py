from __future__ import annotations

from pathlib import Path

import pytest

from auditor.lexicon.causes import causes
from auditor.lexicon.causes import recognise
from auditor.lexicon.phrases import key

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
    ("计量单位由吨改为千克", ("unit",), "", False),
    ("部分费用重分类至营业成本，比较数据已重述", ("reclassification",), "adjusted", False),
    ("员工培训的统计范围为本公司直接管理业务的正式员工", (), "", True),
    ("仅包括中国内地办公室", (), "", True),
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
