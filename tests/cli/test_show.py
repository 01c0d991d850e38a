"""`auditor show`: what was read at one place."""

from __future__ import annotations

import pytest


@pytest.mark.usefixtures("folder")
def test_a_line_of_a_table_shows_its_grid_and_its_claims(auditor):
    result = auditor("show", "2024.txt", "--line", 11)
    assert result.exit_code == 0, result.output
    assert "员工总数 | 人 | 105 | 116" in result.stdout
    assert "CY2024  116 person" in result.stdout
    assert "claims: 2" in result.stdout


@pytest.mark.parametrize(
    "arguments", [(), ("--page", 1, "--line", 1), ("--page", 1), ("--line", 999), ("--line", 0)]
)
@pytest.mark.usefixtures("folder")
def test_a_place_that_is_not_there_is_a_fault_of_usage(auditor, arguments):
    result = auditor("show", "2024.txt", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
