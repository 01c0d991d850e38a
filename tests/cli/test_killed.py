"""A run that is killed loses neither what was accepted nor what a person wrote."""

from __future__ import annotations

import csv
import subprocess
import sys

import pytest

from auditor.baseline.store import read_accepted

#: Ends the program, as a kill does, when the n-th temporary file is written and not yet in its place.
KILLED = """
import os, sys
from pathlib import Path
from auditor.cli.main import run
left = [int(sys.argv.pop(1))]
replace = Path.replace
def killed(self, target):
    left[0] -= 1
    if left[0] == 0:
        os._exit(9)
    return replace(self, target)
Path.replace = killed
run()
"""


def kill(nth: int, *arguments: str) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(nth), *arguments], check=False)
    assert done.returncode == 9


@pytest.fixture
def case(folder, auditor):
    """Return reports/acme, accepted, with one figure changed since."""
    home = folder / "reports" / "acme"
    home.mkdir(parents=True)
    for name in ("2023.txt", "2024.txt"):
        (folder / name).rename(home / name)
    (home / "auditor.toml").write_text('reports = ["2023.txt", "2024.txt"]', encoding="utf-8")
    auditor("baseline", "accept", "acme", "--accept", "new")
    path = home / "2024.txt"
    path.write_text(path.read_text("utf-8").replace("1,100", "1,010"), encoding="utf-8")
    return home


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize("nth", [1, 2, 3])
def test_accepting_that_is_killed_leaves_whole_files_and_can_be_done_again(folder, auditor, nth):
    home = folder / "baselines" / "acme"
    before = read_accepted(home)
    command = ("baseline", "accept", "acme", "--accept", "changed", "--reason", "更正")
    kill(nth, *command)
    after = read_accepted(home)
    assert {name: len(rows) for name, rows in after.items()} == {
        name: len(rows) for name, rows in before.items()
    }
    changed = [name for name in after if after[name] != before[name]]
    assert not changed or (home / "reasons.csv").exists(), "no changed figure without its reason"
    assert auditor(*command).exit_code == 0
    assert auditor("baseline", "check", "acme").exit_code == 0
    with (home / "reasons.csv").open(encoding="utf-8-sig", newline="") as file:
        told = [(row["table"], row["key"], row["column"]) for row in csv.DictReader(file)]
    assert len(told) == len(set(told)), "a reason is kept once"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("nth", [1, 4, 5, 6, 7])
def test_a_run_that_is_killed_keeps_every_decision(folder, auditor, nth):
    command = ("diff", "2023.txt", "2024.txt", "--out", "x", "--no-html", "--no-xlsx")
    auditor(*command)
    path = folder / "x" / "findings.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.DictWriter(file, list(found[0]))
        writer.writeheader()
        writer.writerows(row | {"status": "accepted", "reviewer": "李华"} for row in found)
    (folder / "2024.txt").write_text(
        (folder / "2024.txt").read_text("utf-8").replace("报告\n", "报告 第二稿\n", 1), encoding="utf-8"
    )
    kill(nth, *command)
    assert auditor(*command).exit_code in {0, 1}
    with path.open(encoding="utf-8-sig", newline="") as file:
        again = list(csv.DictReader(file))
    assert [(row["status"], row["reviewer"]) for row in again] == [("accepted", "李华")] * len(found)
