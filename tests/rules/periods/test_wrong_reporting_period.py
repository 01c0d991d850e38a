"""A passage that was carried over from last year's report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.model.document import Piece
from auditor.model.document import Text
from auditor.model.period import Calendar
from auditor.model.period import Period
from auditor.model.place import Place
from auditor.rules.base import Dossier
from auditor.rules.periods.wrong_reporting_period import check


def found(new, *passages, fiscal=False):
    report = new.report
    if fiscal:
        report = replace(report, period=Period("FY2024"), calendar=Calendar(3, 31, fiscal=True))
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, Text(words, (Piece(0, Place("new.txt", line=number)),)))
        for number, words in enumerate(passages, 1)
    )
    document = Document("new.txt", "0" * 64, "text", blocks)
    return list(check(Dossier((report,), {}, documents=(document,))))


@pytest.mark.parametrize(
    ("passage", "fiscal", "words"),
    [
        ("對集團在盤查期內（2023 財年）的排放量進行盤查。", True, "盤查期內（2023 財年"),
        ("本报告的报告期为2023年度。", False, "报告期为2023年度"),
        (
            "Emissions in the reporting period (fiscal year 2023) were verified.",
            True,
            "reporting period (fiscal year 2023",
        ),
    ],
)
def test_a_passage_that_names_another_year_is_found_with_its_place(new, passage, fiscal, words):
    (item,) = found(new, "第一段", passage, fiscal=fiscal)
    assert (item.code, item.place.line, item.stated) == ("U101", 2, words)


@pytest.mark.parametrize(
    ("passage", "fiscal"),
    [
        ("盤查期內（2024 財年）的排放量", True),
        ("上一报告期（2023年度）的数据", False),
        ("报告期为2023年4月1日至2024年3月31日", True),
        ("报告期为2023年1月1日至12月31日", False),
        ("报告期内，2023年启动的项目完工", False),
        ("报告期（2023年）内启动的项目", True),
        ("报告期：2023年-2024年", False),
        ("2023年，公司完成了改造", False),
    ],
)
def test_another_year_may_be_spoken_of(new, passage, fiscal):
    assert found(new, passage, fiscal=fiscal) == []


def test_two_such_passages_are_two_findings(new):
    items = found(new, "核查期（2023年度）", "核查期（2023年度）")
    assert len({item.id for item in items}) == 2
