"""What a reviewer wrote is never lost."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from auditor.errors import UnreadableFileError
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.place import Place
from auditor.render.files import write_csv
from auditor.render.review import read_review
from auditor.render.tables import findings_sheet

DECIDED = {"status": "accepted", "reviewer": "李华", "reviewed_on": "2025-03-01", "comment": "口径不同"}


def finding(name: str) -> Finding:
    return Finding(
        name,
        "T101",
        Severity.ERROR,
        "分项与总计不符",
        "new.txt",
        Place("new.txt", line=3),
        "CY2024",
        "合计",
        "107",
        "105",
        "1",
        "不符",
        ("new.txt#1",),
    )


def run(folder, *findings):
    """Write findings as a run does, and return the rows by id."""
    path = folder / "findings.csv"
    write_csv(folder, findings_sheet(findings, read_review(path)))
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["finding_id"]: row for row in csv.DictReader(file)}


def decide(folder, *, encoding="utf-8-sig", newline="\n", **cells):
    """Write cells into every row, as a person does in a spreadsheet."""
    path = folder / "findings.csv"
    rows = list(csv.DictReader(StringIO(path.read_text("utf-8-sig"), newline="")))
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator=newline)
        writer.writeheader()
        writer.writerows({**row, **cells} for row in rows)


def test_a_new_finding_is_open(tmp_path):
    assert run(tmp_path, finding("a"))["a"]["status"] == "open"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_decision_survives_the_next_run(tmp_path, encoding, newline):
    run(tmp_path, finding("a"))
    decide(tmp_path, encoding=encoding, newline=newline, **DECIDED)
    row = run(tmp_path, finding("a"), finding("b"))
    assert {column: row["a"][column] for column in DECIDED} == DECIDED
    assert row["b"]["status"] == "open"


def test_a_decided_finding_that_is_gone_is_resolved_and_its_decision_is_kept(tmp_path):
    run(tmp_path, finding("a"))
    decide(tmp_path, **DECIDED)
    row = run(tmp_path, finding("b"))["a"]
    assert (row["status"], row["reviewer"]) == ("resolved", "李华")
    assert (row["claims"], row["checks"]) == ("", "")
    assert row["comment"].startswith("口径不同")
    assert run(tmp_path)["a"] == row


def test_a_decided_finding_that_comes_back_has_its_decision_again(tmp_path):
    run(tmp_path, finding("a"))
    decide(tmp_path, **DECIDED)
    run(tmp_path)
    row = run(tmp_path, finding("a"))["a"]
    assert {column: row[column] for column in DECIDED} == DECIDED


def test_a_finding_that_nobody_touched_goes_without_a_trace(tmp_path):
    run(tmp_path, finding("a"))
    assert run(tmp_path, finding("b")).keys() == {"b"}


def test_a_comment_of_several_lines_becomes_one_line(tmp_path):
    run(tmp_path, finding("a"))
    decide(tmp_path, comment="一\n二")
    assert run(tmp_path, finding("a"))["a"]["comment"] == "一 二"


@pytest.mark.parametrize("data", [b"a;b\n1;2\n", b"\xff\xfe\x00broken\xff"])
def test_a_file_that_cannot_be_read_is_not_overwritten(tmp_path, data):
    path = tmp_path / "findings.csv"
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError):
        read_review(path)
    assert path.read_bytes() == data
