"""`auditor baseline`: accept, change a report, check, accept one kind at a time."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from auditor.baseline.store import read_accepted

TABLES = {"claims.csv", "restatements.csv", "checks.csv", "findings.csv", "ledger.csv"}


@pytest.fixture
def case(folder, auditor):
    """Return reports/acme, accepted."""
    home = folder / "reports" / "acme"
    home.mkdir(parents=True)
    for name in ("2023.txt", "2024.txt"):
        (folder / name).rename(home / name)
    (home / "auditor.toml").write_text('reports = ["2023.txt", "2024.txt"]', encoding="utf-8")
    assert auditor("baseline", "accept", "acme", "--accept", "new").exit_code == 0
    return home


def change(case, old, new, name="2024.txt"):
    path = case / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def accepted(folder):
    return {path.name: path.read_bytes() for path in (folder / "baselines" / "acme").iterdir()}


def reasons(folder):
    path = folder / "baselines" / "acme" / "reasons.csv"
    return list(csv.DictReader(StringIO(path.read_text("utf-8-sig"), newline="")))


@pytest.mark.usefixtures("case")
def test_what_was_accepted_is_as_accepted(folder, auditor):
    assert accepted(folder).keys() == TABLES
    done = auditor("baseline", "check", "acme")
    assert (done.exit_code, done.stdout) == (0, "acme: as accepted\n")


def test_a_changed_figure_is_drift_with_figure_place_accepted_and_new_value(case, folder, auditor):
    before = accepted(folder)
    change(case, "总用水量\t吨\t900\t1,100", "总用水量\t吨\t900\t1,010")
    done = auditor("baseline", "check", "reports/acme")
    assert done.exit_code == 1
    assert "总用水量 CY2024  (2024.txt L8)  value_text: accepted 1,100, now 1,010" in done.stdout
    assert accepted(folder) == before, "a check writes nothing"


def test_the_restated_past_is_under_test(case, auditor):
    change(case, "总用水量\t吨\t900\t1,100", "总用水量\t吨\t950\t1,100")
    told = auditor("baseline", "check", "acme", "--format", "csv").stdout
    rows = [row for row in csv.DictReader(StringIO(told)) if row["kind"] == "changed"]
    ledger = [row for row in rows if row["table"] == "ledger"]
    assert [(row["key"].split("|")[2:4], row["accepted"], row["now"]) for row in ledger] == [
        (["CY2023", "2024.txt"], "900", "950")
    ]
    history = {row["column"]: row["now"] for row in rows if row["table"] == "restatements"}
    assert history["value_new"] == "950"


def test_json_says_where(case, auditor):
    change(case, "总用水量\t吨\t900\t1,100", "总用水量\t吨\t900\t1,010")
    (told,) = json.loads(auditor("baseline", "check", "acme", "--format", "json", "-q").stdout)
    item = next(item for item in told["drift"] if item["table"] == "claims")
    assert (item["kind"], item["place"], item["family"]) == ("changed", "2024.txt L8", "water_consumption")


def test_kinds_are_accepted_one_at_a_time_and_changed_only_with_a_reason(case, folder, auditor):
    change(case, "总用水量\t吨\t900\t1,100", "废水量\t吨\t80\t90\n总用水量\t吨\t900\t1,010")
    assert auditor("baseline", "accept", "acme", "--accept", "new").exit_code == 0
    told = auditor("baseline", "check", "acme").stdout
    assert " new " not in told
    assert "accepted 1,100, now 1,010" in told
    before = accepted(folder)
    refused = auditor("baseline", "accept", "acme", "--accept", "changed")
    assert (refused.exit_code, accepted(folder)) == (2, before)
    done = auditor("baseline", "accept", "acme", "--accept", "changed,moved", "--reason", "附注 4 的更正")
    assert "left          nothing" in done.stdout
    assert auditor("baseline", "check", "acme").exit_code == 0
    kept = {(row["table"], row["column"]): row for row in reasons(folder)}
    assert kept["claims", "value_text"]["accepted"] == "1,100"
    assert kept["claims", "value_text"]["now"] == "1,010"
    assert {row["reason"] for row in kept.values()} == {"附注 4 的更正"}


def test_reasons_are_never_taken_away(case, folder, auditor):
    for new, old, reason in (("1,010", "1,100", "一"), ("1,100", "1,010", "二")):
        change(case, f"总用水量\t吨\t900\t{old}", f"总用水量\t吨\t900\t{new}")
        auditor("baseline", "accept", "acme", "--accept", "changed", "--reason", reason)
    told = [row["reason"] for row in reasons(folder) if row["column"] == "value_text"]
    assert told == ["一", "二"]


def test_one_new_row_is_one_new_line_of_the_file(case, folder, auditor):
    before = accepted(folder)["claims.csv"].splitlines()
    change(case, "总用水量\t吨", "废水量\t吨\t\t90\n总用水量\t吨")
    auditor("baseline", "accept", "acme", "--accept", "new")
    after = accepted(folder)["claims.csv"].splitlines()
    assert len(after) == len(before) + 1
    assert [line for line in after if line in before] == before


def test_what_is_gone_stays_accepted_until_it_is_accepted_as_gone(case, folder, auditor):
    change(case, "总用水量\t吨\t900\t1,100\n", "")
    assert "gone; accepted 1,100" in auditor("baseline", "check", "acme").stdout
    auditor("baseline", "accept", "acme", "--accept", "gone", "--only", "claims")
    kept = read_accepted(folder / "baselines" / "acme")
    assert "1,100" not in {row["value_text"] for row in kept["claims"].values()}
    assert "1100" in {row["value"] for row in kept["ledger"].values()}


def test_a_reworded_label_is_reworded(case, auditor):
    change(case, "总用水量\t吨\t900\t1,100", "总耗水量\t吨\t900\t1,100")
    told = json.loads(auditor("baseline", "check", "acme", "--format", "json").stdout)[0]["drift"]
    assert {item["kind"] for item in told if item["table"] == "claims"} == {"reworded"}
    auditor("baseline", "accept", "acme", "--accept", "reworded")
    again = json.loads(auditor("baseline", "check", "acme", "--format", "json").stdout)[0]["drift"]
    assert [item for item in again if item["table"] in {"claims", "ledger"}] == []


@pytest.mark.usefixtures("case")
def test_an_orphan_fails(folder, auditor):
    (folder / "baselines" / "sold").mkdir()
    done = auditor("baseline", "check", "acme")
    assert done.exit_code == 1
    assert "sold: no case for it" in done.stdout


@pytest.mark.usefixtures("case")
def test_a_case_that_was_never_accepted_fails_and_says_what_to_do(folder, auditor):
    for path in (folder / "baselines" / "acme").iterdir():
        path.unlink()
    done = auditor("baseline", "check", "acme")
    assert done.exit_code == 1
    assert "nothing accepted yet" in done.stdout


@pytest.mark.usefixtures("case")
def test_a_damaged_baseline_is_refused_and_not_replaced(folder, auditor):
    path = folder / "baselines" / "acme" / "claims.csv"
    path.write_bytes(b"<<<<<<< ours\n")
    assert auditor("baseline", "accept", "acme", "--accept", "new").exit_code == 3
    assert path.read_bytes() == b"<<<<<<< ours\n"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("check", "nowhere"), 3, "nowhere: no such file"),
        (("accept", "acme"), 2, "Missing option '--accept'"),
        (("accept", "acme", "--accept", "all"), 2, "one or more of new, changed"),
        (("accept", "acme", "--accept", "new", "--only", "wste"), 2, "--only wste"),
    ],
)
@pytest.mark.usefixtures("case")
def test_a_fault_of_the_user_is_told(auditor, arguments, code, words):
    done = auditor("baseline", *arguments)
    assert (done.exit_code, words in done.stderr) == (code, True), done.stderr
    assert "Traceback" not in done.stderr


def test_a_case_outside_of_reports_keeps_its_baselines_with_it(folder, auditor):
    (folder / "auditor.toml").write_text('reports = ["2023.txt", "2024.txt"]', encoding="utf-8")
    assert auditor("baseline", "accept", ".", "--accept", "new").exit_code == 0
    assert (folder / "baselines" / folder.name / "claims.csv").exists()
    assert auditor("baseline", "check", ".").exit_code == 0
