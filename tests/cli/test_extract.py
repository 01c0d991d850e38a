"""`auditor extract`: the claims of one report."""

from __future__ import annotations

import csv
import json

import pytest


def test_the_claims_of_a_report_are_written_with_their_lines(folder, auditor):
    result = auditor("extract", "2024.txt", "--out", "x")
    assert result.exit_code == 0, result.output
    with (folder / "x" / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        claims = list(csv.DictReader(file))
    (total,) = [row for row in claims if row["value"] == "116"]
    assert (total["metric"], total["period"], total["unit"], total["line"]) == (
        "员工总数",
        "CY2024",
        "人",
        "11",
    )
    assert (total["checked"], total["report"]) == ("", "2024.txt")
    assert (folder / "x" / "doubts.csv").exists()


def test_json_has_the_same_claims(folder, auditor):
    auditor("extract", "2024.txt", "--out", "x")
    auditor("extract", "2024.txt", "--out", "x", "--format", "json")
    with (folder / "x" / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        assert json.loads((folder / "x" / "claims.json").read_text("utf-8")) == list(csv.DictReader(file))


@pytest.mark.usefixtures("folder")
def test_what_is_said_of_the_report_overrides_what_is_recognised(auditor):
    result = auditor("extract", "2024.txt", "--period", "CY2023", "--organisation", "另一家公司")
    assert "CY2023" in result.stdout
    assert "另一家公司" in result.stdout
