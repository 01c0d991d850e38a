"""What became no claim is listed; what is a name, a year or already read is not."""

from __future__ import annotations

import pytest

from auditor.config import ReportOptions
from auditor.extract.numbers.unclaimed import nothing_read
from auditor.extract.numbers.unclaimed import unclaimed
from auditor.extract.report import extract
from auditor.lexicon.tongue import tell
from auditor.read.text import read_text


@pytest.fixture
def listed(tmp_path):
    """Return a function that gives what is listed of a text, with the claims left out that it is told to."""

    def read(text, *, without=()):
        path = tmp_path / "2024.txt"
        path.write_text(f"测试能源有限公司 2024 年报告\n\n{text}", "utf-8")
        document = read_text(path, path.name, "0" * 64)
        claims = extract(document, ReportOptions()).claims
        kept = [claim for claim in claims if claim.quantity.text not in without]
        return [tell(doubt.detail) for doubt in unclaimed(document, kept)]

    return read


def test_a_number_of_a_sentence_that_was_not_read_is_quoted(listed):
    text = "2024 年，公司用水 1,204 吨，用电 3,310.5 兆瓦时。\n"
    assert listed(text) == []
    (detail,) = listed(text, without=("3,310.5",))
    assert "3,310.5" in detail
    assert "1,204" not in detail


def test_a_cell_of_a_row_that_was_read_is_listed_however_small(listed):
    text = "指标\t单位\t2024年\t2023年\n用水量\t吨\t7\t9\n用电量\t兆瓦时\t12\t14\n"
    assert listed(text) == []
    (detail,) = listed(text, without=("9",))
    assert "9" in detail


def test_names_years_and_formulas_are_no_figures(listed):
    text = "本报告依据 GB/T 36001-2015 与第 3.2.1 节编制，覆盖 2024 年。百分比 = 甲 / 乙 × 100%。\n"
    assert listed(text) == []


def test_a_file_from_which_nothing_was_read_is_told(tmp_path):
    path = tmp_path / "2024.txt"
    path.write_text("\n\n本报告以中文编制。\n", "utf-8")
    document = read_text(path, path.name, "0" * 64)
    (doubt,) = nothing_read(document, extract(document, ReportOptions()).claims)
    assert (doubt.code, doubt.place.report) == ("nothing_read", "2024.txt")
    path.write_text("2024 年，公司用水 1,204 吨。\n", "utf-8")
    document = read_text(path, path.name, "0" * 64)
    assert nothing_read(document, extract(document, ReportOptions()).claims) == ()
