"""Two language editions of one report tell the same figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.config import Config
from auditor.pipeline import audit

CHINESE = (
    "测试能源有限公司 2024 年环境、社会及治理报告\n\n本报告涵盖 2024 年 1 月 1 日至 2024 年 12 月 31 日。\n\n"
    "指标\t单位\t2023年\t2024年\n总用水量\t吨\t1,012,345\t1,212,345\n雨花台专项支出\t万元\t4,512\t4,789\n"
    "清洁电力使用占比\t%\t44.3\t52.2\n员工总人数\t人\t1,234\t1,345\n\n2024 年，公司范围 1 排放量为 5,432 吨。\n"
)
ENGLISH = (
    "Test Energy Limited Sustainability Report 2024\n\n"
    "This report covers the period from 1 January 2024 to 31 December 2024.\n\n# Performance data\n\n"
    "Indicator\tUnit\t2023\t2024\nTotal water consumption\ttonnes\t1,012,345\t1,212,345\n"
    "Rain flower programme spending\tRMB 10,000\t4,512\t4,789\n"
    "Share of clean electricity\t%\t44.3\t52.2\nTotal employees\tpersons\t1,234\t1,345\n\n"
    "In 2024, Scope 1 emissions were 5,432 tonnes.\n"
)


@pytest.fixture
def editions(tmp_path: Path):
    """Return a function that audits the Chinese report with an English edition, words of it replaced."""

    def run(*swapped: str):
        (tmp_path / "zh.txt").write_text(CHINESE, "utf-8")
        text = ENGLISH.replace(*swapped) if swapped else ENGLISH
        (tmp_path / "en.txt").write_text(text, "utf-8")
        config = Config().with_report("en.txt", edition=True)
        return audit([tmp_path / "en.txt", tmp_path / "zh.txt"], config)

    return run


def verdicts(found):
    judged = [item for item in found.judgements if item.relation.rule == "edition"]
    return sorted(item.verdict.value for item in judged)


def accused(found):
    return [(item.code, item.severity.value, item.report, item.stated) for item in found.findings]


def test_editions_that_agree_are_tied_cell_by_cell(editions):
    found = editions()
    assert set(verdicts(found)) == {"passed"}
    assert len(verdicts(found)) >= 8
    assert accused(found) == []


def test_an_edition_makes_no_history(editions):
    assert editions().restatements == ()


@pytest.mark.parametrize(("printed", "misprint"), [("1,345", "1,354"), ("52.2", "25.2"), ("4,789", "4,798")])
def test_a_cell_that_disagrees_is_found(editions, printed, misprint):
    ((code, _, report, stated),) = accused(editions(printed, misprint))
    assert (code, report) == ("N101", "en.txt")
    assert stated.startswith(misprint)


def test_a_row_whose_numbers_all_disagree_is_found_by_its_name(editions):
    told = accused(
        editions("Total employees\tpersons\t1,234\t1,345", "Total employees\tpersons\t1,243\t1,355")
    )
    assert {(code, stated) for code, _, _, stated in told} == {
        ("N101", "1,243 persons"),
        ("N101", "1,355 persons"),
    }


def test_a_sentence_that_disagrees_is_a_question(editions):
    told = accused(editions("were 5,432", "were 5,342"))
    assert [(code, severity, stated) for code, severity, _, stated in told] == [
        ("N101", "warning", "5,342 tonnes")
    ]


def test_what_only_one_edition_tells_is_no_error(editions):
    assert (
        accused(editions("In 2024, Scope 1 emissions were 5,432 tonnes.", "In 2024, 312 trees were planted."))
        == []
    )


def test_coarser_print_is_no_disagreement(editions):
    assert accused(editions("tonnes\t1,012,345\t1,212,345", "million tonnes\t1.012\t1.212")) == []
