"""What each number of a sentence speaks of."""

from __future__ import annotations

import pytest

FISCAL = "测试集团 2025 财年报告\n\n本报告涵盖 2024 年 4 月 1 日至 2025 年 3 月 31 日，即 2025 财年。2025 财年与 2024 财年可比。\n\n"


def told(found):
    return [
        (claim.metric.id, claim.period.code, claim.quantity.text, claim.change.value)
        for claim in found.claims
        if claim.source == "prose" and claim.place.line > 4
    ]


def test_a_change_speaks_of_the_level_before_it(report):
    found = report("2025 財年，自身營運（範圍1和2）淨排放量為239.5萬噸，同比下降5.0%。\n", head=FISCAL)
    assert told(found) == [
        ("ghg_emissions.ghg_scope_12.netting_net", "FY2025", "239.5萬", ""),
        ("ghg_emissions.ghg_scope_12.netting_net", "FY2025", "5.0", "yoy_decline"),
    ]


def test_a_change_from_one_value_to_another(report):
    found = report("2025 财年，自建数据中心年均 PUE 从 2024 财年的 1.200 降至 1.190。\n", head=FISCAL)
    assert told(found) == [
        ("pue.tenure_own", "FY2024", "1.200", "from"),
        ("pue.tenure_own", "FY2025", "1.190", "to"),
    ]


def test_a_label_that_only_narrows_takes_the_metric_before_it(report):
    found = report(
        "自建数据中心的年均 PUE 从 1.200 降至 1.190，租赁数据中心从 1.269 降至 1.253。\n", head=FISCAL
    )
    assert [metric for metric, *_ in told(found)] == ["pue.tenure_own"] * 2 + ["pue.tenure_leased"] * 2


def test_points_are_no_percentages(report):
    found = report("清洁电力使用比例达到 52.2%，同比提升 7.9 个百分点。\n", head=FISCAL)
    assert [(text, change) for *_, text, change in told(found)] == [("52.2", ""), ("7.9", "yoy_points")]


def test_the_scope_of_a_sentence_holds_for_all_its_numbers(report):
    found = report("甲云自建数据中心年均 PUE 降至 1.190，清洁电力使用比例达到 64.0%。\n", head=FISCAL)
    scopes = [claim.scope for claim in found.claims if claim.quantity.text in ("1.190", "64.0")]
    assert len(scopes) == 2
    assert all(scopes)


def test_a_running_total_is_no_number_of_the_year(report):
    found = report("截至 2025 年 3 月 31 日，本公司累计培养超过 14,000 名巡护员。\n", head=FISCAL)
    (claim,) = [claim for claim in found.claims if claim.quantity.text == "14,000"]
    assert (claim.period.code, claim.quantity.bound.value) == ("..2025-03-31", "over")


def test_names_and_numbers_in_turn(report):
    found = report(
        "2025 财年，范围 1、范围 2 和范围 3 排放量分别为 10 万吨、20 万吨和 30 万吨。\n", head=FISCAL
    )
    assert [metric.rsplit("_", 1)[-1] for metric, *_ in told(found)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "text",
    [
        "我们通过 ISO14001 认证。",
        "详见第 12 页。",
        "本公司设有四个委员会办公室，服务热线 1818。",
        "《2030 年愿景》于《2024 年人工智能指数报告》中提到。",
        "人人参与「3 小时公益」。",
        "LEED 2009 金级认证。",
    ],
)
def test_a_number_that_is_a_name_is_no_claim(report, text):
    found = report(f"{text}\n", head=FISCAL)
    assert [
        claim.quantity.text for claim in found.claims if claim.place.line > 4 and claim.quantity.text != "四"
    ] == []


def test_a_formula_in_a_note_claims_nothing(report):
    found = report("# 附注\n\n1. 因工死亡率 = (因工死亡人数 / 员工总数) × 100%\n", head=FISCAL)
    assert [claim.quantity.text for claim in found.claims if claim.quantity.text == "100"] == []


def test_an_english_number_counts_the_noun_behind_it(report):
    found = report(
        "Test Limited Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
        "For our own employees we identified 21 risks.\n\nWe had 1,204 employees and 31 women at the top.\n",
        head="",
    )
    told = [(claim.quantity.text, claim.metric.base) for claim in found.claims if claim.metric.known]
    assert ("21", "headcount") not in told
    assert told[0] == ("1,204", "headcount")


def test_words_that_only_say_that_numbers_were_restated_name_nothing(report):
    found = report("年末公司共有员工 4,210 人，经重列后较上年同期增加 120 人。")
    assert [claim.metric.id for claim in found.claims] == ["headcount", "headcount"]


def test_both_together_are_the_two_scopes_told_before(report):
    found = report("范围 1 排放 4.1 万吨，范围 2 排放 7.2 万吨，两者合计 11.3 万吨，同比下降5.5%。")
    assert [claim.metric.id for claim in found.claims][2:] == ["ghg_emissions.ghg_scope_12"] * 2


def test_a_unit_ends_where_a_name_begins(report):
    found = report("2024年\n\n12,430 人\n\n员工总数\n\n截至年末，12,430人员工总数中女性占比41.2%。")
    assert "人员" not in [claim.quantity.unit_text for claim in found.claims]
