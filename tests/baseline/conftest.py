"""Published tables of a tiny report, and the bundled case in its text form with accepted baselines."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.baseline.rows import keyed
from auditor.cli.main import main

BUNDLED = Path(__file__).resolve().parents[2] / "reports" / "alibaba"
NAMES = ("fy2022_zh-Hans.txt", "fy2025_zh-Hant.txt")


def claim(no: int, key: str, value: str, **more: str) -> dict[str, str]:
    return {
        "claim_no": str(no),
        "claim_key": key,
        "report": "new.txt",
        "source": "table",
        "page": "",
        "line": str(10 + no),
        "box": "",
        "metric": "总用水量",
        "metric_id": "water_consumption",
        "scope": "",
        "period": "CY2024",
        "value_text": value,
        "value": value.replace(",", ""),
        "unit": "吨",
        "unit_id": "t",
        "low": "",
        "high": "",
        "bound": "exact",
        "change": "",
        "notes": "",
        "context": "总用水量 | 2024年",
        "checked": "1",
    } | more


def published(*claims: dict[str, str], **tables: list[dict[str, str]]) -> dict[str, list[dict[str, str]]]:
    empty = {name: [] for name in ("restatements", "checks", "findings", "ledger")}
    return empty | {"claims": list(claims)} | tables


@pytest.fixture
def rows():
    """Return what makes keyed rows of claims."""
    return lambda *claims, **tables: keyed(published(*claims, **tables))


@pytest.fixture(name="claim")
def make_claim():
    """Return what makes a row of claims.csv."""
    return claim


def copied(source: Path, target: Path) -> Path:
    return Path(shutil.copytree(source, target))


@pytest.fixture(scope="session")
def accepted_once(tmp_path_factory) -> Path:
    """Return a repository with the bundled case in text form, all of it accepted."""
    root = tmp_path_factory.mktemp("accepted")
    case = root / "reports" / "bundled"
    case.mkdir(parents=True)
    for name in NAMES:
        shutil.copy(BUNDLED / name, case / name)
    (case / "auditor.toml").write_text(f"reports = {list(NAMES)}\n".replace("'", '"'), encoding="utf-8")
    done = CliRunner().invoke(main, ["baseline", "accept", str(case), "--accept", "new"])
    assert done.exit_code == 0, done.output
    return root


@pytest.fixture
def repository(accepted_once, tmp_path, monkeypatch) -> Path:
    """Return a copy of that repository as the working folder."""
    root = copied(accepted_once, tmp_path / "repository")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def changed_figure(repository) -> tuple[str, int, str, str]:
    """Change one figure of the newer report: return its label, line, accepted and new value."""
    path = repository / "reports" / "bundled" / NAMES[1]
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at, line = next((n, line) for n, line in enumerate(lines) if line.startswith("總耗水量"))
    accepted = line.rstrip("\n").split("\t")[-1]
    now = accepted[:-1] + str((int(accepted[-1]) + 1) % 10)
    lines[at] = line.replace(accepted, now)
    path.write_text("".join(lines), encoding="utf-8")
    return "總耗水量", at + 1, accepted, now
