"""Decisions find their findings again: in the next run, the next draft, the next year."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.errors import MissingFileError
from auditor.model.audit import Audit
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.period import Period
from auditor.model.place import Place
from auditor.render.files import encoded
from auditor.render.files import write_csv
from auditor.render.recall import keep_backup
from auditor.render.recall import recall
from auditor.render.tables import FINDING_COLUMNS
from auditor.render.tables import findings_sheet

DECIDED = {"status": "accepted", "reviewer": "李华", "reviewed_on": "2025-03-01", "comment": "口径不同"}


def finding(name: str, metric: str = "合计", report: str = "new.txt", period: str = "CY2024") -> Finding:
    return Finding(
        name,
        "T101",
        Severity.ERROR,
        "分项与总计不符",
        report,
        Place(report, line=3),
        period,
        metric,
        "107吨",
        "105吨",
        "1",
        "不符",
        (f"{report}#1",),
    )


@pytest.fixture
def audit(old, new):
    """Return an audit of two reports with these findings."""
    return lambda *findings: Audit((old.report, new.report), findings=findings)


def run(folder: Path, audit: Audit, given: Path | None = None) -> dict[str, dict[str, str]]:
    """Write the findings as a run does, and return the rows by id."""
    review = recall(folder, given, audit, FINDING_COLUMNS)
    sheet = findings_sheet(audit.findings, review)
    keep_backup(folder / "findings.csv", encoded(sheet))
    write_csv(folder, sheet)
    inputs = [{"name": report.name, "period": report.period.code} for report in audit.reports]
    (folder / "run.json").write_text(json.dumps({"inputs": inputs}), encoding="utf-8")
    return rows(folder)


def rows(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["finding_id"]: row for row in csv.DictReader(file)}


def edit(folder: Path, to: Path | None = None, **cells: str) -> Path:
    """Write cells into every row, as a person does in a spreadsheet."""
    kept = [row | cells for row in rows(folder).values()]
    path = to or folder / "findings.csv"
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.DictWriter(file, list(reversed(kept[0])))
        writer.writeheader()
        writer.writerows(reversed(kept))
    return path


def decided(row: dict[str, str]) -> dict[str, str]:
    return {column: row[column] for column in DECIDED}


def test_a_decision_in_the_result_folder_survives_the_next_run(tmp_path, audit):
    run(tmp_path, audit(finding("a")))
    edit(tmp_path, **DECIDED)
    again = run(tmp_path, audit(finding("a"), finding("b", "另一合计")))
    assert decided(again["a"]) == DECIDED
    assert again["b"]["status"] == "open"


def test_a_decision_in_a_file_that_is_named_goes_to_a_new_folder(tmp_path, audit):
    run(tmp_path / "one", audit(finding("a")))
    file = edit(tmp_path / "one", tmp_path / "mail" / "edited.csv", **DECIDED)
    before = file.read_bytes()
    assert decided(run(tmp_path / "two", audit(finding("a")), file)["a"]) == DECIDED
    assert file.read_bytes() == before


def test_all_that_is_gone_from_a_named_file_is_resolved(tmp_path, audit):
    run(tmp_path / "one", audit(finding("a"), finding("b", "另一合计")))
    again = run(tmp_path / "two", audit(finding("b", "另一合计")), tmp_path / "one" / "findings.csv")
    assert {name: row["status"] for name, row in again.items()} == {"a": "resolved", "b": "open"}


def test_what_nobody_touched_goes_from_a_folder_without_a_trace(tmp_path, audit):
    run(tmp_path, audit(finding("a")))
    assert run(tmp_path, audit(finding("b", "另一合计"))).keys() == {"b"}


def test_rows_that_a_person_deleted_are_new_again(tmp_path, audit):
    run(tmp_path / "one", audit(finding("a"), finding("b", "另一合计")))
    file = edit(tmp_path / "one", tmp_path / "edited.csv", **DECIDED)
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(lines[0] + lines[2])
    again = run(tmp_path / "two", audit(finding("a"), finding("b", "另一合计")), file)
    assert sorted(row["status"] for row in again.values()) == ["accepted", "open"]


def test_the_next_draft_under_another_file_name_keeps_its_decisions(tmp_path, audit, old, new):
    run(tmp_path, audit(finding("a")))
    edit(tmp_path, **DECIDED)
    new.name = "draft2.txt"
    draft = Audit((old.report, new.report), findings=(finding("x", report="draft2.txt"),))
    again = run(tmp_path, draft)
    assert decided(again["x"]) == DECIDED
    assert again.keys() == {"x"}


def test_next_year_shows_the_decisions_as_prior(tmp_path, audit, new):
    run(tmp_path / "one", audit(finding("a"), finding("p", "旧报告合计", "old.txt", "CY2023")))
    file = edit(tmp_path / "one", **DECIDED)
    next_year = replace(new.report, name="next.txt", period=Period("CY2025"))
    found = (
        finding("a"),
        finding("n", report="next.txt", period="CY2025", metric="另一合计"),
    )
    again = run(tmp_path / "two", Audit((new.report, next_year), findings=found), file)
    assert again["a"]["status"] == "open"
    assert again["a"]["reviewer"] == ""
    assert again["a"]["comment"].startswith("〔上期决定，请重新确认：accepted，李华，2025-03-01")
    assert again["n"]["comment"] == ""
    assert "p" not in again, "the older report is not read any more: nothing is known of it"


def test_a_press_text_makes_no_new_year(tmp_path, audit, old, new):
    run(tmp_path, audit(finding("a")))
    edit(tmp_path, **DECIDED)
    press = replace(new.report, name="press.txt", period=Period("CY2026"), press=True)
    with_press = Audit((old.report, new.report, press), findings=(finding("a"),))
    assert decided(run(tmp_path, with_press)["a"]) == DECIDED


def test_the_same_finding_a_year_later_shows_the_prior_decision(tmp_path, audit, new):
    run(tmp_path / "one", audit(finding("a")))
    file = edit(tmp_path / "one", **DECIDED)
    next_year = replace(new.report, name="next.txt", period=Period("CY2025"))
    later = finding("z", report="next.txt", period="CY2025")
    again = run(tmp_path / "two", Audit((new.report, next_year), findings=(later,)), file)
    assert "口径不同" in again["z"]["comment"]
    assert again["z"]["status"] == "open"


def test_a_prior_decision_that_was_confirmed_this_year_stays_confirmed(tmp_path, audit, new):
    run(tmp_path / "one", audit(finding("a")))
    file = edit(tmp_path / "one", **DECIDED)
    next_year = replace(new.report, name="next.txt", period=Period("CY2025"))
    later = Audit((new.report, next_year), findings=(finding("a"),))
    run(tmp_path / "two", later, file)
    edit(tmp_path / "two", status="false_alarm", reviewer="王明", comment="仍不同意")
    again = run(tmp_path / "two", later, file)["a"]
    assert (again["status"], again["reviewer"], again["comment"]) == ("false_alarm", "王明", "仍不同意")


@pytest.mark.parametrize(
    ("name", "shown"),
    [("123456789012", "1.23457E+11"), ("012345678901", "12345678901"), ("12345678e012", "1.23457E+19")],
)
def test_an_id_that_a_spreadsheet_took_for_a_number_is_recognised(tmp_path, audit, name, shown):
    run(tmp_path / "one", audit(finding(name), finding("b", "另一合计")))
    file = edit(tmp_path / "one", tmp_path / "edited.csv", **DECIDED)
    file.write_bytes(file.read_bytes().replace(name.encode(), shown.encode()))
    again = run(tmp_path / "two", audit(finding(name, "改名后的合计"), finding("b", "另一合计")), file)
    assert decided(again[name]) == DECIDED


def test_two_people_who_decide_differently_are_both_kept_and_told(tmp_path, audit):
    run(tmp_path, audit(finding("a")))
    file = edit(tmp_path, tmp_path / "edited.csv", **DECIDED)
    edit(tmp_path, status="confirmed", reviewer="王明", comment="确有其事")
    review = recall(tmp_path, file, audit(finding("a")), FINDING_COLUMNS)
    assert len(review.conflicts) == 1
    assert "李华" in review.conflicts[0]
    assert "王明" in review.conflicts[0]
    row = run(tmp_path, audit(finding("a")), file)["a"]
    assert (row["status"], row["reviewer"]) == ("accepted", "李华")
    assert "confirmed，王明：确有其事" in row["comment"]
    assert recall(tmp_path, file, audit(finding("a")), FINDING_COLUMNS).conflicts == ()
    assert run(tmp_path, audit(finding("a")), file)["a"] == row


def test_a_column_that_a_person_added_is_kept_at_the_end(tmp_path, audit):
    run(tmp_path, audit(finding("a")))
    edit(tmp_path, 负责人="赵强")
    again = run(tmp_path, audit(finding("a"), finding("b", "另一合计")))
    assert list(again["a"]) == [*FINDING_COLUMNS, "负责人"]
    assert (again["a"]["负责人"], again["b"]["负责人"]) == ("赵强", "")


def test_a_file_that_people_wrote_into_is_kept_before_it_is_replaced(tmp_path, audit):
    run(tmp_path, audit(finding("a")))
    assert not (tmp_path / "backups").exists(), "nobody had written anything"
    edit(tmp_path, **DECIDED)
    edited = (tmp_path / "findings.csv").read_bytes()
    run(tmp_path, audit(finding("a")))
    assert [path.read_bytes() for path in (tmp_path / "backups").iterdir()] == [edited]


def test_a_named_file_that_is_not_there_is_told(tmp_path, audit):
    with pytest.raises(MissingFileError):
        recall(tmp_path, tmp_path / "none.csv", audit(), FINDING_COLUMNS)
