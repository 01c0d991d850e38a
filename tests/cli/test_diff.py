"""`auditor diff`: two reports in, a folder of tables out."""

from __future__ import annotations

import csv
import json

import pytest

from auditor.cli.diff import exit_code
from auditor.model.audit import Audit
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.place import Place

FILES = {
    "claims.csv",
    "restatements.csv",
    "ledger.csv",
    "checks.csv",
    "findings.csv",
    "doubts.csv",
    "summary.json",
    "run.json",
    "report.html",
    "workpaper.xlsx",
}


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_two_reports_give_every_file_in_the_folder_of_the_newest(folder, auditor):
    result = auditor("diff", "2024.txt", "2023.txt", "--fail-on", "never")
    assert result.exit_code == 0, result.output
    out = folder / "out" / "2024"
    assert {path.name for path in out.iterdir()} == FILES
    assert "written to out/2024/" in result.stdout
    ledger = rows(out / "ledger.csv")
    assert list(ledger[0])[5:] == ["2023.txt", "2024.txt"]


def test_a_sum_that_does_not_add_up_and_a_silent_change_are_found(folder, auditor):
    (folder / "2024.txt").write_text(
        (folder / "2024.txt").read_text("utf-8").replace("105\t116", "105\t117"), encoding="utf-8"
    )
    result = auditor("diff", "2023.txt", "2024.txt", "--out", "x")
    assert result.exit_code == 1, result.output
    codes = {(row["code"], row["metric"]) for row in rows(folder / "x" / "findings.csv")}
    assert {("T101", "员工总数"), ("S101", "总用水量")} <= codes


def test_the_same_reports_give_the_same_bytes(folder, auditor):
    for out in ("a", "b"):
        auditor("diff", "2023.txt", "2024.txt", "--out", out)
    for name in FILES - {"run.json"}:
        assert (folder / "a" / name).read_bytes() == (folder / "b" / name).read_bytes(), name


def test_one_report_alone_has_no_restatements(folder, auditor):
    assert auditor("diff", "2024.txt").exit_code == 0
    assert rows(folder / "out" / "2024" / "restatements.csv") == []


def test_a_case_folder_is_read_by_its_configuration(folder, auditor):
    case = folder / "acme"
    case.mkdir()
    for name in ("2023.txt", "2024.txt"):
        (folder / name).rename(case / name)
    (case / "auditor.toml").write_text(
        'reports = ["2023.txt", "2024.txt"]\nfail_on = "never"', encoding="utf-8"
    )
    assert auditor("diff", "acme").exit_code == 0
    assert json.loads((folder / "out" / "acme" / "summary.json").read_text())["reports"] == 2


def test_a_decision_survives_the_next_run_and_settles_the_exit_code(folder, auditor):
    arguments = ("diff", "2023.txt", "2024.txt", "--fail-on", "warning")
    assert auditor(*arguments).exit_code == 1
    path = folder / "out" / "2024" / "findings.csv"
    found = rows(path)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, found[0].keys())
        writer.writeheader()
        writer.writerows({**row, "status": "accepted", "reviewer": "李华"} for row in found)
    assert auditor(*arguments).exit_code == 0
    assert {row["reviewer"] for row in rows(path)} == {"李华"}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("none.pdf",), 3, "none.pdf: no such file"),
        ((), 2, "Missing argument"),
        (("2023.txt", "--fail-on", "often"), 2, "Invalid value"),
        (("2023.txt", "."), 2, "is a folder"),
        ((".",), 2, "holds no auditor.toml"),
        (("2023.txt", "2024.txt", "--period", "CY2024"), 2, "say of which report"),
        (("2023.txt", "--period", "2024"), 2, "is not a period"),
        (("2023.txt", "2023.txt"), 2, "2023.txt is named twice"),
        (("2023.txt", "other/2023.txt"), 2, "2023.txt is two files"),
        (("2023.txt", "copy.txt"), 2, "copy.txt is a copy of 2023.txt"),
        (("2023.txt", "--config", "none.toml"), 3, "none.toml: no such file"),
    ],
)
def test_a_fault_of_the_user_is_one_line_and_no_traceback(folder, auditor, arguments, code, words):
    (folder / "other").mkdir()
    (folder / "other" / "2023.txt").write_text("2023", encoding="utf-8")
    (folder / "copy.txt").write_bytes((folder / "2023.txt").read_bytes())
    result = auditor("diff", *arguments)
    assert result.exit_code == code
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_a_case_whose_reports_are_not_there_names_them_all(folder, auditor):
    (folder / "auditor.toml").write_text('reports = ["2023.txt", "2025.pdf", "2026.pdf"]')
    result = auditor("diff", ".")
    assert result.exit_code == 2
    assert "2025.pdf" in result.stderr
    assert "2026.pdf" in result.stderr


def test_a_file_that_is_no_report_is_an_input_that_cannot_be_read(folder, auditor):
    (folder / "broken.pdf").write_bytes(b"not a PDF")
    (folder / "table.xyz").write_bytes(b"?")
    assert auditor("diff", "broken.pdf").exit_code == 3
    assert auditor("diff", "table.xyz").exit_code == 3


@pytest.mark.usefixtures("folder")
def test_a_failure_of_the_program_is_one_line_and_its_traceback_for_who_asks(auditor, monkeypatch):
    def fail(*_):
        message = "boom\nwith details"
        raise RuntimeError(message)

    monkeypatch.setattr("auditor.pipeline.audit", fail)
    result = auditor("diff", "2023.txt")
    assert result.exit_code == 3
    assert result.stderr == (
        "auditor: the program failed: RuntimeError: boom with details (--debug shows where)\n"
    )
    debugged = auditor("diff", "2023.txt", "--debug")
    assert debugged.exit_code == 3
    assert "Traceback" in debugged.stderr


def test_quiet_says_nothing(folder, auditor):
    result = auditor("diff", "2023.txt", "2024.txt", "--quiet")
    assert result.output == ""
    assert (folder / "out" / "2024" / "claims.csv").exists()


def finding(severity, status="open"):
    facts = ("new.txt", Place("new.txt", line=1), "", "", "", "", "", "message", ())
    return Finding("a", "T101", severity, "title", *facts, status=status)


@pytest.mark.parametrize(
    ("severity", "status", "fail_on", "code"),
    [
        (Severity.ERROR, "open", "error", 1),
        (Severity.ERROR, "confirmed", "error", 1),
        (Severity.ERROR, "accepted", "error", 0),
        (Severity.ERROR, "false_alarm", "error", 0),
        (Severity.ERROR, "open", "never", 0),
        (Severity.WARNING, "open", "error", 0),
        (Severity.WARNING, "open", "warning", 1),
        (Severity.NOTE, "open", "warning", 0),
    ],
)
def test_the_exit_code_counts_what_is_grave_and_not_settled(severity, status, fail_on, code):
    assert exit_code(Audit((), findings=(finding(severity, status),)), fail_on) == code


def test_an_edition_in_another_language_is_held_against_its_report(folder, auditor):
    text = (
        "Test Energy Limited Sustainability Report 2024\n\n"
        "This report covers the period from 1 January 2024 to 31 December 2024.\n\n# Performance data\n\n"
        "Indicator\tUnit\t2023\t2024\nTotal water consumption\ttonnes\t900\t1,010\n"
    )
    (folder / "en.txt").write_text(text, encoding="utf-8")
    result = auditor("diff", "2024.txt", "--edition", "en.txt")
    assert result.exit_code == 1, result.output
    (found,) = rows(folder / "out" / "2024" / "findings.csv")
    assert (found["code"], found["stated"]) == ("N101", "1,010 tonnes")
    assert "1,100" in found["message"]
    assert list(rows(folder / "out" / "2024" / "ledger.csv")[0])[5:] == ["2024.txt"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("flag", ["--edition", "--press"])
def test_a_companion_that_is_not_there_is_told(auditor, flag):
    result = auditor("diff", "2024.txt", flag, "nowhere.txt")
    assert result.exit_code == 3
    assert "nowhere.txt" in result.output


def test_an_adjustment_of_something_that_did_not_change_is_refused(folder, auditor):
    (folder / "auditor.toml").write_text(
        'reports = ["2023.txt", "2024.txt"]\n[[adjustments]]\nmetric = "男性员工"\nperiod = "CY2023"\n'
        'cause = "error"\namount = "-1"\nsource = "memo"\n',
        encoding="utf-8",
    )
    result = auditor("diff", "2023.txt", "2024.txt", "--config", "auditor.toml")
    assert result.exit_code == 2
    assert "no restated fact is called '男性员工' for CY2023" in result.output


def test_the_messages_speak_the_language_asked_for_and_nothing_else_changes(folder, auditor):
    (folder / "2024.txt").write_text(
        (folder / "2024.txt").read_text("utf-8").replace("105\t116", "105\t117"), encoding="utf-8"
    )
    for lang in ("zh-Hans", "zh-Hant", "en"):
        auditor("diff", "2023.txt", "2024.txt", "--out", lang, "--lang", lang)
    plain, traditional, english = (
        rows(folder / lang / "findings.csv") for lang in ("zh-Hans", "zh-Hant", "en")
    )
    ids = [[(row["finding_id"], row["stated"]) for row in told] for told in (plain, traditional, english)]
    assert ids[0] == ids[1] == ids[2]
    titles = [
        next(row["title"] for row in told if row["code"] == "T101") for told in (plain, traditional, english)
    ]
    assert titles == ["分项与总计不符", "分項與總計不符", "Parts do not make the total"]
    for name in ("claims.csv", "checks.csv", "ledger.csv"):
        assert len({(folder / lang / name).read_bytes() for lang in ("zh-Hans", "zh-Hant", "en")}) == 1, name
    assert '<html lang="en">' in (folder / "en" / "report.html").read_text("utf-8")


def test_unasked_the_messages_speak_the_language_of_the_newest_report(folder, auditor):
    table = "\n| 指標 | 單位 | 2024年度 |\n|---|---|---|\n| 男性 | 人 | 60 |\n| 女性 | 人 | 50 |\n| 總計 | 人 | 117 |\n"
    traditional = f"試驗實業有限公司 2024 環境、社會及管治報告\n\n## 員工人數\n{table}"
    english = (
        "Test Energy Limited Sustainability Report 2025\n\n# Employees\n\n"
        "Indicator\tUnit\t2025\nMen\tperson\t60\nWomen\tperson\t50\nTotal\tperson\t117\n"
    )
    (folder / "zh.txt").write_text(traditional, encoding="utf-8")
    (folder / "en.txt").write_text(english, encoding="utf-8")
    for files, title in (
        (["zh.txt"], "分項與總計不符"),
        (["en.txt"], "Parts do not make the total"),
        (["en.txt"], "Parts do not make the total"),  # told by the cache
        (["en.txt", "zh.txt"], "Parts do not make the total"),
    ):
        auditor("diff", *files, "--out", "asked")
        assert {row["title"] for row in rows(folder / "asked" / "findings.csv")} == {title}, files


def test_an_article_may_tell_of_a_restated_number_how_it_grew(folder, auditor):
    (folder / "news.txt").write_text(
        "测试能源2023年总用水量为1,000吨。2024年总用水量为1,100吨，同比增长10%。\n", encoding="utf-8"
    )
    result = auditor("diff", "2023.txt", "2024.txt", "--press", "news.txt", "--out", "o")
    assert result.exit_code in (0, 1), result.output
    (retold,) = (row for row in rows(folder / "o" / "restatements.csv") if row["class"] == "restated")
    auditor("diff", "2023.txt", "2024.txt", "--out", "alone")
    (alone,) = (row for row in rows(folder / "alone" / "restatements.csv") if row["class"] == "restated")
    assert retold == alone, "what an article says is no consequence in the reports"


def test_a_report_of_another_company_is_told_in_the_summary(folder, auditor):
    text = (folder / "2023.txt").read_text("utf-8").replace("测试能源", "红石矿业")
    (folder / "2023.txt").write_text(text, encoding="utf-8")
    assert "2023.txt: 公司为红石矿业有限公司" in auditor("diff", "2023.txt", "2024.txt").stdout


def test_a_file_without_numbers_is_told_in_the_summary(folder, auditor):
    (folder / "empty.txt").write_text("没有数字的一句话。\n", encoding="utf-8")
    assert "empty.txt: 未从该文件读到任何数字" in auditor("diff", "empty.txt").stdout
