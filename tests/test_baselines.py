"""Every bundled case still gives what was accepted: the files of baselines/<case>, byte for byte."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.cli.main import main

ROOT = Path(__file__).resolve().parents[1]
CASES = sorted(path.parent.name for path in ROOT.glob("reports/*/auditor.toml"))
#: Lines of drift that a failure shows of each file.
SHOWN = 12


def test_every_bundled_case_has_accepted_results_and_no_others_are_kept():
    kept = sorted(path.parent.name for path in ROOT.glob("baselines/*/findings.csv"))
    assert kept == CASES


@pytest.mark.parametrize("case", CASES)
def test_a_bundled_case_gives_what_was_accepted(case, tmp_path):
    arguments = ["diff", str(ROOT / "reports" / case), "--out", str(tmp_path), "--fail-on", "never"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    accepted = ROOT / "baselines" / case
    drift = [line for path in sorted(accepted.iterdir()) for line in drifted(path, tmp_path / path.name)]
    assert not drift, "\n".join(drift)


def drifted(accepted: Path, now: Path) -> list[str]:
    """Return the first lines by which a file differs from the accepted one."""
    before, after = (path.read_text("utf-8-sig").splitlines() for path in (accepted, now))
    return list(unified_diff(before, after, f"accepted/{accepted.name}", now.name, n=0, lineterm=""))[:SHOWN]
