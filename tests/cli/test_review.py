"""A round trip: run, decide in a spreadsheet, run again, next draft, next year."""

from __future__ import annotations

import csv
import shutil
import subprocess
from io import StringIO
from pathlib import Path

import pytest

from auditor.render.lock import locked

PAIR = ("diff", "2023.txt", "2024.txt", "--no-html", "--no-xlsx", "--fail-on", "warning")
NEXT = """测试能源有限公司 2025 年环境、社会和治理报告

本报告涵盖 2025 年 1 月 1 日至 2025 年 12 月 31 日。

环境绩效

指标\t单位\t2024年\t2025年
总用水量\t吨\t990\t1,200
员工总数\t人\t116\t120
"""


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(path.read_text("utf-8-sig"), newline="")))


def saved(source: Path, target: Path, *, encoding: str, end: str, separator: str, **cells: str) -> Path:
    """Save an edited copy the way a spreadsheet program does, columns and rows in another order."""
    kept = [row | cells for row in rows(source)]
    buffer = StringIO(newline="")
    writer = csv.DictWriter(buffer, list(reversed(kept[0])), lineterminator=end, delimiter=separator)
    writer.writeheader()
    writer.writerows(sorted(kept, key=lambda row: row["message"]))
    # what GBK does not have becomes a question mark, as in WPS and Excel
    target.write_bytes(buffer.getvalue().encode(encoding, errors="replace"))
    return target


@pytest.mark.parametrize(
    ("encoding", "end", "separator"),
    [
        ("utf-8-sig", "\r\n", ","),
        ("utf-8", "\n", ","),
        ("gbk", "\r\n", ","),
        ("utf-16", "\r\n", "\t"),
        ("utf-8-sig", "\r\n", ";"),
    ],
    ids=["Excel CSV UTF-8", "LibreOffice", "WPS CSV", "Excel Unicode text", "Excel in Europe"],
)
def test_decisions_come_back_and_settle_the_exit_code(folder, auditor, encoding, end, separator):
    assert auditor(*PAIR, "--out", "first").exit_code == 1
    edited = saved(
        folder / "first" / "findings.csv",
        folder / "edited.csv",
        encoding=encoding,
        end=end,
        separator=separator,
        status="accepted",
        reviewer="李华",
        reviewed_on="2025/3/1",
        comment="已与财务核对，“口径”不同",
    )
    done = auditor(*PAIR, "--out", "second", "--review", "edited.csv")
    assert done.exit_code == 0, done.output
    (row,) = rows(folder / "second" / "findings.csv")
    assert (row["status"], row["reviewer"], row["reviewed_on"]) == ("accepted", "李华", "2025-03-01")
    assert row["comment"] == "已与财务核对，“口径”不同"
    assert edited.exists()


OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
def test_decisions_survive_a_real_spreadsheet_program(folder, auditor):
    assert auditor(*PAIR, "--out", "first").exit_code == 1
    told = saved(
        folder / "first" / "findings.csv",
        folder / "findings.csv",
        encoding="utf-8-sig",
        end="\n",
        separator=",",
        status="accepted",
        reviewer="李华",
        reviewed_on="2025-03-01",
        comment="已核对，“口径”不同",
    )
    for kind, source in (
        ("ods", told),
        ("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", "findings.ods"),
    ):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(source)]
        command[3:3] = ["--infilter=CSV:44,34,76"] if kind == "ods" else []  # what its dialogue proposes
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    assert told.read_bytes() != (folder / "first" / "findings.csv").read_bytes()

    done = auditor(*PAIR, "--out", "second", "--review", "findings.csv")
    assert done.exit_code == 0, done.output
    (row,) = rows(folder / "second" / "findings.csv")
    assert (row["status"], row["reviewer"], row["reviewed_on"]) == ("accepted", "李华", "2025-03-01")
    assert row["comment"] == "已核对，“口径”不同"


def decide(folder, auditor, **cells: str) -> None:
    auditor(*PAIR, "--out", "x")
    path = folder / "x" / "findings.csv"
    saved(path, path, encoding="gbk", end="\r\n", separator=",", **cells)


def test_the_next_draft_with_another_figure_asks_again_and_quotes_the_decision(folder, auditor):
    decide(folder, auditor, status="accepted", reviewer="李华", comment="口径不同")
    path = folder / "2024.txt"
    path.write_text(path.read_text("utf-8").replace("吨\t900\t", "吨\t950\t"), encoding="utf-8")
    assert auditor(*PAIR, "--out", "x").exit_code == 1
    (row,) = rows(folder / "x" / "findings.csv")
    assert (row["status"], row["reviewer"]) == ("open", "")
    for words in ("accepted", "李华", "900吨", "口径不同"):
        assert words in row["comment"]


def test_the_next_draft_without_the_finding_resolves_it(folder, auditor):
    decide(folder, auditor, status="confirmed", reviewer="李华")
    path = folder / "2024.txt"
    path.write_text(path.read_text("utf-8").replace("吨\t900\t", "吨\t1,000\t"), encoding="utf-8")
    assert auditor(*PAIR, "--out", "x").exit_code == 0
    (row,) = rows(folder / "x" / "findings.csv")
    assert (row["status"], row["reviewer"]) == ("resolved", "李华")


def test_a_confirmed_finding_still_counts(folder, auditor):
    decide(folder, auditor, status="confirmed")
    assert auditor(*PAIR, "--out", "x").exit_code == 1


def test_next_year_shows_what_was_decided_as_prior(folder, auditor):
    decide(folder, auditor, status="accepted", reviewer="李华", comment="口径不同")
    (folder / "2025.txt").write_text(NEXT, encoding="utf-8")
    arguments = ("diff", "2024.txt", "2025.txt", "--no-html", "--no-xlsx", "--fail-on", "warning")
    done = auditor(*arguments, "--out", "y", "--review", "x/findings.csv")
    assert done.exit_code == 1, "the decision must be made again"
    found = {row["period"]: row for row in rows(folder / "y" / "findings.csv") if row["metric"] == "总用水量"}
    assert found["CY2024"]["status"] == "open"
    assert "上期决定，请重新确认：accepted，李华" in found["CY2024"]["comment"]


def test_two_people_who_disagree_are_told_on_the_terminal(folder, auditor):
    decide(folder, auditor, status="accepted", reviewer="李华")
    path = folder / "x" / "findings.csv"
    (folder / "hers.csv").write_bytes(path.read_bytes())
    path.write_bytes(path.read_bytes().replace(b"accepted", b"confirmed"))
    told = auditor(*PAIR, "--out", "x", "--review", "hers.csv").stderr
    assert "decided twice: accepted, 李华 (kept), confirmed, 李华 (quoted in the comment)" in told
    (row,) = rows(path)
    assert (row["status"], row["comment"]) == ("accepted", "〔另一决定：confirmed，李华〕")


def test_a_review_that_is_not_there_is_told_and_nothing_is_written(folder, auditor):
    done = auditor(*PAIR, "--out", "x", "--review", "none.csv")
    assert (done.exit_code, "none.csv: no such file" in done.stderr) == (3, True)
    assert not (folder / "x" / "findings.csv").exists()


def test_a_folder_in_which_another_run_writes_is_refused(folder, auditor):
    with locked(folder / "x"):
        done = auditor(*PAIR, "--out", "x")
    assert done.exit_code == 2
    assert "another run is writing there" in done.stderr
    assert not (folder / "x" / "findings.csv").exists()
