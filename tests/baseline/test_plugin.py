"""`pytest --auditor-reports reports/ --auditor-baselines baselines/` in the repository of an audit team."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# the module by its own name, whether or not the entry point is installed
PYTEST = (sys.executable, "-m", "pytest", "-p", "no:auditor", "-p", "auditor.baseline.plugin")
OPTIONS = ("--auditor-reports", "reports/", "--auditor-baselines", "baselines/")


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PYTEST, "-p", "no:cacheprovider", "-W", "error", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_was_accepted_passes_item_by_item(repository):
    done = run(repository, *OPTIONS, "-v")
    assert done.returncode == 0, done.stdout + done.stderr
    for item in ("claims[water_consumption]", "ledger[ghg_emissions]", "findings[energy_consumption]"):
        assert f"reports/bundled/auditor.toml::{item} PASSED" in done.stdout
    assert "restatements[headcount] PASSED" in done.stdout
    assert "claims[not accepted yet] PASSED" in done.stdout


def test_a_changed_figure_fails_with_figure_place_accepted_and_new_value(repository, changed_figure):
    label, line, accepted, now = changed_figure
    done = run(repository, *OPTIONS)
    assert done.returncode == 1
    told = f"{label} FY2025  (fy2025_zh-Hant.txt L{line})  value_text: accepted {accepted}, now {now}"
    assert told in done.stdout
    assert "FAILED reports/bundled/auditor.toml::claims[water_consumption]" in done.stdout
    assert "FAILED reports/bundled/auditor.toml::claims[ghg_emissions]" not in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_one_item_can_be_run_again_by_its_id(repository, changed_figure):
    assert changed_figure
    done = run(repository, "reports/bundled/auditor.toml::claims[water_consumption]", *OPTIONS)
    assert done.returncode == 1
    assert "1 failed" in done.stdout
    assert "passed" not in done.stdout


def test_a_row_of_a_family_that_was_never_accepted_fails(repository):
    path = repository / "baselines" / "bundled" / "claims.csv"
    lines = path.read_text("utf-8-sig").splitlines(keepends=True)
    path.write_text("".join(row for row in lines if ",water_consumption," not in row), "utf-8-sig")
    done = run(repository, *OPTIONS, "-k", "claims")
    assert "FAILED reports/bundled/auditor.toml::claims[not accepted yet]" in done.stdout


def test_a_case_that_was_never_accepted_fails_and_says_what_to_do(repository):
    for path in (repository / "baselines" / "bundled").iterdir():
        path.unlink()
    done = run(repository, *OPTIONS)
    assert done.returncode == 1
    assert "bundled: nothing accepted yet" in done.stdout
    assert "auditor baseline accept bundled --accept new" in done.stdout


def test_a_baseline_without_its_case_fails(repository):
    (repository / "reports" / "bundled").rename(repository / "reports" / "renamed")
    done = run(repository, *OPTIONS, "-k", "baselines")
    assert done.returncode == 1
    assert "baselines[bundled]: no case for it" in done.stdout


def test_a_case_that_cannot_be_audited_fails_with_the_reason(repository):
    (repository / "reports" / "bundled" / "fy2022_zh-Hans.txt").unlink()
    done = run(repository, *OPTIONS, "-k", "restatements and headcount")
    assert done.returncode == 1
    assert "fy2022_zh-Hans.txt: no such file" in done.stdout


def test_the_tests_of_the_repository_run_beside_it(repository):
    (repository / "test_beside.py").write_text("def test_beside():\n    assert True\n")
    assert "1 passed" in run(repository, "test_beside.py").stdout
    done = run(repository, "test_beside.py", *OPTIONS, "-k", "beside or (ledger and pue)", "-v")
    assert "test_beside.py::test_beside PASSED" in done.stdout
    assert "ledger[pue] PASSED" in done.stdout


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--auditor-reports", "nothing/"), "no folder with an auditor.toml"),
        (("--auditor-baselines", "baselines/"), "needs --auditor-reports"),
    ],
)
def test_options_that_would_test_nothing_are_refused(tmp_path, options, words):
    done = run(tmp_path, *options)
    assert done.returncode == 4
    assert words in done.stderr


def test_without_its_options_the_plugin_loads_nothing_of_the_program(tmp_path):
    (tmp_path / "test_light.py").write_text(
        "import sys\n\ndef test_light():\n"
        "    heavy = {'deepdiff', 'pandas', 'pydantic', 'click', 'opencc', 'auditor.baseline.rows'}\n"
        "    assert not heavy & set(sys.modules)\n"
    )
    done = run(tmp_path)
    assert done.returncode == 0, done.stdout


def test_the_package_offers_the_plugin_to_pytest():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["entry-points"]["pytest11"] == {"auditor": "auditor.baseline.plugin"}
