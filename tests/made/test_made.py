"""Made-up reports, drawn after the usual tables of the trade: quiet when right, loud and exact when not.

The companies do not exist; the numbers agree with each other to the last printed digit.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor import pipeline
from auditor.config import Config

REPORTS = Path(__file__).with_name("reports")
CLEAN = ("manufacturer_2024", "chemicals_2024", "industrials_2024", "property_2024")
#: A report, what stands in it, what is printed instead; the rule, the number blamed, and its repair.
PLANTED = (
    ("manufacturer_2024", ">6,913.2<", ">6,931.2<", "T101", "6,931.2", "6913.2"),
    ("manufacturer_2024", "女性佔43.6%", "女性佔46.3%", "Q102", "46.3", "43.6"),
    ("manufacturer_2024", "按年下降4.9%", "按年下降5.9%", "Q101", "5.9", "4.9"),
    ("manufacturer_2024", ">286<", ">268<", "T101", "268", "286"),
    ("manufacturer_2024", ">307<", ">370<", "T101", "370", "307"),
    ("manufacturer_2024", "總數的71.5%", "總數的75.1%", "Q102", "75.1", "71.5"),
    ("chemicals_2024", ">318,905.7<", ">318,950.7<", "T101", "318,950.7", "318905.7"),
    ("chemicals_2024", ">301.1<", ">310.1<", "T101", "310.1", "3011000"),
    ("chemicals_2024", "同比增长26.9%", "同比增长29.6%", "Q101", "29.6", "26.9"),
    ("chemicals_2024", "提高2.0个百分点", "提高3.0个百分点", "Q101", "3.0", "1.9..2.1"),
    ("chemicals_2024", "占营业收入的4.68%", "占营业收入的4.86%", "N101", "4.86", "4.68"),
    ("chemicals_2024", "净利润9.83亿元", "净利润9.38亿元", "N101", "9.38", "983000000"),
    ("chemicals_2024", "女性占比27.3%", "女性占比23.7%", "N101", "23.7", "27.3"),
    ("chemicals_2024", ">495,880.3<", ">495,580.3<", "T101", "495,580.3", "495880.3"),
    ("property_2024", ">43,902<", ">43,920<", "T101", "43,920", "43902"),
    ("property_2024", "較去年減少4.7%", "較去年減少7.4%", "Q101", "7.4", "4.7"),
    ("property_2024", "流失率為14.2%", "流失率為12.4%", "N101", "12.4", "14.2"),
    ("property_2024", ">59,670<", ">56,970<", "Q101", "56,970", "59670"),
    ("property_2024", ">-13.2%<", ">-12.3%<", "Q101", "-12.3", "-13.2"),
    ("property_2024", ">1,244<", ">1,424<", "T101", "1,424", "1244"),
    ("industrials_2024", ">66,845<", ">68,645<", "T101", "68,645", "66845"),
    ("industrials_2024", "10.9% of total", "19.0% of total", "Q102", "19.0", "10.9"),
    ("industrials_2024", ">9,339<", ">9,393<", "T101", "9,393", "9339"),
    ("industrials_2024", "to 85,522", "to 85,252", "T101", "85,252", "85522"),
    ("industrials_2024", "decreased by 4.2%", "decreased by 2.4%", "Q101", "2.4", "4.2"),
)


def audited(path):
    return pipeline.audit([path], Config()).findings


@pytest.mark.parametrize("name", CLEAN)
def test_a_report_that_agrees_with_itself_is_left_alone(name):
    assert [finding.message for finding in audited(REPORTS / f"{name}.html")] == []


@pytest.mark.parametrize(
    ("name", "right", "wrong", "code", "printed", "repair"),
    PLANTED,
    ids=[f"{name}:{wrong}" for name, _, wrong, *_ in PLANTED],
)
def test_one_wrong_number_is_found_blamed_and_mended(name, right, wrong, code, printed, repair, tmp_path):  # noqa: PLR0917
    text = (REPORTS / f"{name}.html").read_text("utf-8")
    assert right in text
    path = tmp_path / f"{name}.html"
    path.write_text(text.replace(right, wrong, 1), "utf-8")

    (finding,) = audited(path)
    assert (finding.code, finding.suggested) == (code, repair)
    assert printed in finding.message.rpartition("最可疑的是")[2]


def test_what_follows_from_a_part_with_a_note_is_not_silent():
    pair = [REPORTS / "manufacturer_2023.html", REPORTS / "manufacturer_2024.html"]
    told = {(item.code, item.metric, item.period) for item in pipeline.audit(pair, Config()).findings}

    assert told == {
        ("S102", "直接排放（範圍一）", "CY2023"),
        ("S102", "溫室氣體排放總量", "CY2023"),
        ("S102", "溫室氣體排放密度", "CY2023"),
    }


def test_a_total_is_told_with_the_silent_part_that_it_follows(tmp_path):
    text = (REPORTS / "manufacturer_2024.html").read_text("utf-8")
    new = tmp_path / "manufacturer_2024.html"
    text = (
        text.replace(">298.4<", ">318.4<", 1)
        .replace(">9,071.3<", ">9,091.3<", 1)
        .replace("減少6.2%", "減少6.4%", 1)
    )
    new.write_text(text, "utf-8")
    found = pipeline.audit([REPORTS / "manufacturer_2023.html", new], Config()).findings

    silent = {item.metric: item.message for item in found if item.code == "S101"}
    assert "溫室氣體排放總量 (9,017.9" in silent["其他間接排放（範圍三）"]
    assert "溫室氣體排放總量" not in silent


def test_a_sentence_against_its_row_is_told_with_both_ways_to_mend_it(tmp_path):
    text = (REPORTS / "industrials_2024.html").read_text("utf-8")
    path = tmp_path / "industrials_2024.html"
    path.write_text(text.replace("1.42 (2023", "1.24 (2023", 1), "utf-8")
    (finding,) = audited(path)
    assert (finding.code, finding.suggested) == ("N101", "1.42")
    assert [suggested for _, suggested in finding.candidates] == ["1.42", "1.24"]
    assert " 1.24 here, but 1.42 per million hours worked " in finding.message
    assert " on line 37 should be 1.24 per million hours worked" in finding.message
