"""The audit of the bundled pair finds what its README lists, blames it, and accuses nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor import pipeline
from auditor.config import Config

CASE = Path(__file__).resolve().parents[1] / "reports" / "alibaba"
#: Code, period and printed number of each planted or published error (P1, X1 to X3, X5 to X7).
ERRORS = {
    ("N101", "FY2025", "1,287.2 萬噸"),
    ("T101", "FY2023", "9,809,698噸二氧化碳當量"),
    ("Q101", "FY2025", "42.9%"),
    ("N101", "FY2025", "134.8 萬立方米"),
    ("N101", "FY2025", "15.6小時"),
    ("T101", "FY2023", "64.6%"),
    ("N101", "FY2022", "878.7 万千瓦时"),
}


@pytest.fixture(scope="module", params=["pdf", "txt"])
def audited(request):
    paths = sorted(CASE.glob(f"fy*.{request.param}"))
    assert len(paths) == 2
    return pipeline.audit(paths, Config())


def _found(audited, severity: str) -> set[tuple[str, str, str]]:
    told = [item for item in audited.findings if item.severity.value == severity]
    return {(item.code, item.period, item.stated) for item in told}


def test_every_error_is_found_and_nothing_else_is_accused(audited):
    assert _found(audited, "error") == ERRORS


def test_one_comparative_changed_without_a_word(audited):
    silent = [item for item in audited.findings if item.code == "S101"]
    assert [(item.metric, item.period) for item in silent] == [("工傷人數", "FY2022")]
