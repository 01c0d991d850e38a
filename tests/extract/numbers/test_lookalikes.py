"""What only looks like a quantity."""

from __future__ import annotations

import pytest

from auditor.extract.numbers.quantities import mentions
from auditor.lexicon.fold import fold


def _found(text: str) -> list[str]:
    return [mention.quantity.text + mention.quantity.unit_text for mention in mentions(text, fold(text))]


@pytest.mark.parametrize(
    "text",
    [
        "6月26日，集团发布报告",
        "公司成立20周年",
        "前 10 名股东持股情况",
        "前五名供货方情况",
        "前十大客户名单",
        "公司围绕三个确保开展工作",
        "当两种语言文本有差异时",
        "形成三位一体的管理体系",
        "推进三年行动方案",
        "第二员工餐厅",
        "492022年可持续发展报告",
        "headcount (e.g., 0.5 FTE counts as one)",
        "该  2 期项目",
        "二员工权益",
        "「3 小时」公益",
        "GRI 2: General Disclosures 2021: 2-7 Employees",
        "ESRS 2 BP-2 10 a",
        "E1 E1-6 AR 46 g",
        "ESRS 2 GOV-4 30; 32",
        "GRI 401: Employment 2016: 401-1 New employee hires",
        "候选药 KLM-0735 项目进入临床",
        "候选药 KLM-735 项目进入临床",
        "代号 0735 项目进入临床",
        "30 日，公司发布了报告",
        "30日及期间内:",
        "we visited our tier 1 suppliers",
        "from tier 4-6 suppliers downwards",
        "pay of grades 1–7 is reviewed",
    ],
)
def test_it_is_no_claim(text):
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("目前 10 家企业完成认证", ["10家企业"]),
        ("公司设有三个研发中心", ["三个"]),
        ("下属三家企业获奖", ["三家企业"]),
        ("组织 30 期培训", ["30期"]),
        ("面积 350,000-square-foot", ["350,000-square-foot"]),
        ("新建 1.4-million-square-foot 厂房", ["1.4-million-square-foot"]),
        ("占比百分之22", ["22百分之"]),
        ("推送文章100余篇持续打造品牌", ["100余篇"]),
        ("表彰 30 名民警", ["30名"]),
        ("其中职工代表 12 名", ["12名"]),
        ("plant A-1 emitted 35 t", ["1", "35t"]),
        ("RMB-denominated debt of 0.75 t", ["0.75t"]),
        ("全年减排 0 吨", ["0吨"]),
        ("in line with GRI 403 we trained 30-50 employees", ["30employees", "50employees"]),
    ],
)
def test_it_is_one(text, found):
    assert _found(text) == found


def test_a_village_nearby_is_not_almost_a_number():
    (mention,) = mentions("在项目附近14个社区开展服务", "在项目附近14个社区开展服务")
    assert mention.quantity.bound.value == "exact"


def test_a_chinese_numeral_behind_the_word_for_now_counts():
    assert _found("公司目前五名董事均为独立董事") == ["五名"]
