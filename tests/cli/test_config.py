"""`auditor config` and `auditor init`: a configuration that is right from the start."""

from __future__ import annotations

import json
import tomllib

import pytest

from auditor.config import load


def test_a_configuration_that_is_right_is_told_so(folder, auditor):
    (folder / "auditor.toml").write_text('reports = ["2023.txt", "2024.txt"]')
    done = auditor("config", "check")
    assert (done.exit_code, done.stdout) == (0, "auditor.toml: right; 2 reports\n")
    assert auditor("config", "check", ".").exit_code == 0


def test_every_fault_is_told_at_once(folder, auditor):
    (folder / "auditor.toml").write_text(
        'reports = ["2023.txt", "2030.pdf"]\n[rules]\ndisabled = ["T999"]\n', encoding="utf-8"
    )
    done = auditor("config", "check", "auditor.toml")
    assert done.exit_code == 2
    assert "2 faults" in done.stderr
    assert "2030.pdf: no such file" in done.stderr
    assert "T999: no such rule" in done.stderr


def test_an_unknown_key_is_told_with_the_nearest(folder, auditor):
    (folder / "auditor.toml").write_text('fail_onn = "error"')
    done = auditor("config", "check")
    assert (done.exit_code, "did you mean 'fail_on'?" in done.stderr) == (2, True)


@pytest.mark.usefixtures("folder")
def test_no_configuration_is_told(auditor):
    assert auditor("config", "check").exit_code == 3


def test_the_schema_names_every_key(auditor):
    schema = json.loads(auditor("config", "schema").stdout)
    assert {"reports", "fail_on", "thresholds", "rules"} <= schema["properties"].keys()
    assert schema["additionalProperties"] is False


def test_init_writes_what_was_recognised_and_the_result_runs(folder, auditor):
    done = auditor("init", "2023.txt", "2024.txt")
    assert done.exit_code == 0, done.stderr
    text = (folder / "auditor.toml").read_text("utf-8")
    assert load(folder / "auditor.toml").files == ("2023.txt", "2024.txt")
    assert '# period = "CY2024"' in text
    assert auditor("config", "check").exit_code == 0
    assert auditor("diff", ".", "--fail-on", "never").exit_code == 0


def test_what_init_wrote_as_comments_is_right_when_it_is_taken_up(folder, auditor):
    auditor("init", "2023.txt", "2024.txt")
    lines = (folder / "auditor.toml").read_text("utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line == "# [[report]]")
    taken = lines[:start] + [line.removeprefix("# ").removeprefix("#") for line in lines[start:]]
    (folder / "auditor.toml").write_text("\n".join(taken), encoding="utf-8")
    assert [item["period"] for item in tomllib.loads("\n".join(taken))["report"]] == ["CY2023", "CY2024"]
    assert auditor("config", "check").exit_code == 0


def test_init_for_a_case_folder_names_the_reports_from_there(folder, auditor):
    assert auditor("init", "2023.txt", "2024.txt", "--case", "reports/acme").exit_code == 0
    assert load(folder / "reports/acme/auditor.toml").files == ("../../2023.txt", "../../2024.txt")
    assert auditor("diff", "reports/acme", "--fail-on", "never").exit_code == 0


def test_init_never_replaces_a_configuration(folder, auditor):
    (folder / "auditor.toml").write_text("# mine")
    assert auditor("init", "2023.txt", "2024.txt").exit_code == 2
    assert (folder / "auditor.toml").read_text() == "# mine"


@pytest.mark.usefixtures("folder")
def test_init_of_a_report_that_is_not_there_is_told(auditor):
    done = auditor("init", "2023.txt", "2040.txt")
    assert (done.exit_code, "2040.txt: no such file" in done.stderr) == (3, True)
