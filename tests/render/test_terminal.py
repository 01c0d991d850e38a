"""The summary on the terminal: worst findings first, each with its place."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from auditor.model.audit import Audit
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.place import Place
from auditor.render.terminal import print_summary


def finding(name, severity, line, message="分项 [b]60[/b] 与总计不符", status="open"):
    place = Place("new.txt", line=line)
    facts = ("new.txt", place, "CY2024", "合计", "107", "105", "1", message, ("new.txt#1",))
    return Finding(name, "T101", severity, "标题", *facts, status=status)


def printed(audit) -> list[str]:
    stream = StringIO()
    print_summary(audit, Path("out/case"), stream)
    return stream.getvalue().splitlines()


@pytest.fixture
def lines(new):
    new("合计", "107")
    found = (
        finding("a", Severity.NOTE, 3),
        finding("b", Severity.ERROR, 90),
        finding("c", Severity.ERROR, 12),
        finding("d", Severity.ERROR, 1, status="accepted"),
        finding("e", Severity.WARNING, 5, "长" * 300),
    )
    return printed(Audit((new.report,), findings=found))


def test_open_errors_come_first_by_place_then_the_less_grave_then_the_decided(lines):
    shown = [line.split()[0:4] for line in lines if "T101" in line]
    assert [(words[0], words[3]) for words in shown] == [
        ("error", "L12"),
        ("error", "L90"),
        ("warning", "L5"),
        ("note", "L3"),
        ("error", "L1"),
    ]


def test_a_finding_is_one_line_in_full_and_in_its_own_words(lines):
    assert any(line.endswith("长" * 300) for line in lines)
    assert any(line.endswith("分项 [b]60[/b] 与总计不符") for line in lines)


def test_it_says_what_was_read_counted_and_where_the_files_are(lines):
    assert lines[0].startswith("read      new.txt  CY2024  100 lines  1 claims")
    assert "flagged   5: 3 error, 1 warning, 1 note" in lines
    assert lines[-1] == "written to out/case/"
    assert not any("\x1b" in line for line in lines)
