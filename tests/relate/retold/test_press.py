"""Figures that a text attributes to a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.config import Config
from auditor.pipeline import audit

REPORT = (
    "测试能源有限公司 2024 年环境、社会及治理报告\n\n本报告涵盖 2024 年 1 月 1 日至 2024 年 12 月 31 日。\n\n"
    "指标\t单位\t2023年\t2024年\n总用水量\t吨\t1,000,000\t1,200,000\n清洁电力使用占比\t%\t44.3\t52.2\n\n"
    "截至 2024 年 12 月 31 日，本公司累计培养超过 14,000 名巡护员。\n\n"
    "2024 年，公司累计向乡村学校捐建 318 间计算机教室。\n"
)


@pytest.fixture
def press(tmp_path: Path):
    """Return a function that gives the verdict on each number of an article on the report."""

    def run(article: str) -> dict[str, str]:
        (tmp_path / "2024.txt").write_text(REPORT, "utf-8")
        (tmp_path / "news.txt").write_text(f"本报讯：测试能源发布 2024 年报告\n\n{article}\n", "utf-8")
        config = Config().with_report("news.txt", press=True, period="CY2024")
        found = audit([tmp_path / "2024.txt", tmp_path / "news.txt"], config)
        claims = {claim.ref: claim for claim in found.claims}
        return {
            claims[item.relation.stated].quantity.text: item.verdict.value
            for item in found.judgements
            if item.relation.rule in ("press", "growth") and claims[item.relation.stated].report == "news.txt"
        }

    return run


def test_a_repeated_figure_is_tied(press):
    assert press("2024 年，公司总用水量为 120 万吨。") == {"120 万": "passed"}


def test_a_bound_is_tied_with_the_same_bound(press):
    assert press("公司累计培训超 14,000 名巡护员。") == {"14,000": "passed"}


def test_a_growth_rate_is_judged_on_the_rows_of_the_report(press):
    assert press("2024 年，公司总用水量同比增长 20.0%。") == {"20.0": "passed"}
    assert press("2024 年，公司总用水量同比增长 30.0%。") == {"30.0": "flagged"}


def test_a_figure_that_disagrees_is_a_question(press):
    assert press("2024 年，公司总用水量为 130 万吨。") == {"130 万": "flagged"}


def test_a_figure_that_the_report_does_not_tell_is_no_error(press):
    assert press("公司市值达到 393 亿元。") == {}


def test_a_figure_one_slip_away_from_what_the_report_tells_in_the_same_words(press):
    assert press("公司累计向乡村学校捐建 318 间计算机教室。") == {"318": "passed"}
    assert press("公司累计向乡村学校捐建 381 间计算机教室。") == {"381": "flagged"}


def test_a_figure_of_something_else_one_slip_away(press):
    assert press("公司累计向城市医院捐赠 381 台检查设备。") == {}


def test_another_bound_is_no_repetition(press):
    assert press("公司累计培训超 41,000 名巡护员。") == {}
    assert press("公司累计培训超 5 名巡护员。") == {}
