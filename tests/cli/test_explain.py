"""`auditor explain`: one finding, line by line."""

from __future__ import annotations

import csv

import pytest


@pytest.fixture
def found(folder, auditor):
    """Return the findings of a pair whose newer report has a wrong total and a silent change."""
    path = folder / "2024.txt"
    path.write_text(path.read_text("utf-8").replace("105\t116", "105\t117"), encoding="utf-8")
    auditor("diff", "2023.txt", "2024.txt", "--no-html", "--no-xlsx")
    with (folder / "out" / "2024" / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["code"]: row["finding_id"] for row in csv.DictReader(file)}


def test_a_wrong_total_is_told_with_all_parts_places_and_the_gap(found, auditor):
    told = auditor("explain", found["T101"]).stdout
    for words in (
        "男性员工  CY2024  66 人  [66, 66]",
        "女性员工  CY2024  50 人  [50, 50]",
        "gives     [116, 116]",
        "员工总数  CY2024  117 人",
        "gap       1",
        "verdict   flagged",
        "2024.txt#",
        " L11 ",
        "status    open",
    ):
        assert words in told, told


def test_a_changed_comparative_is_told_with_both_tellings(found, auditor):
    told = auditor("explain", found["S101"], "--out", "out/2024").stdout
    assert "2023.txt L8  1000 吨" in told
    assert "2024.txt L8  900 吨" in told
    assert "900 − 1000 = -100 (-10" in told
    assert "disclosed none" in told


def test_the_beginning_of_an_id_is_enough(found, auditor):
    assert found["T101"] in auditor("explain", found["T101"][:6]).stdout


def test_an_id_that_is_not_there_is_told(found, auditor):
    assert found
    done = auditor("explain", "zzzz")
    assert (done.exit_code, "zzzz is in no folder of out/" in done.stderr) == (2, True)
    assert auditor("explain", "zzzz", "--out", "out/2024").exit_code == 2
    assert auditor("explain", "zzzz", "--out", "nowhere").exit_code == 3


def test_an_id_that_begins_several_findings_is_told_with_all(found, auditor):
    done = auditor("explain", "", "--out", "out/2024")
    assert done.exit_code == 2
    assert all(name in done.stderr for name in found.values())
