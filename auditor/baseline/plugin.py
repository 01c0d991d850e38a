"""Accepted baselines as tests: ``pytest --auditor-reports reports/ --auditor-baselines baselines/``.

Every case folder becomes test items, one for each accepted table and metric family, with ids that can
be run again: ``reports/acme/auditor.toml::claims[water_consumption]``. The audit of a case runs once, in
a process of its own: what a test session does to warnings and imports cannot change a result.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONFIG = "auditor.toml"
#: The item for rows of metric families that were never accepted.
_OTHERS = "not accepted yet"
#: Rows that one failure tells.
_SHOWN = 20


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the two options; without them nothing else is done."""
    group = parser.getgroup("auditor", "accepted audits under regression test")
    group.addoption(
        "--auditor-reports", metavar="DIR", help="Folder of case folders, each with auditor.toml."
    )
    group.addoption(
        "--auditor-baselines", metavar="DIR", help="Accepted files [baselines/ beside the reports]."
    )


def pytest_configure(config: pytest.Config) -> None:
    """Have the reports collected, wherever the session looks otherwise.

    Raises:
        pytest.UsageError: when there are no cases to test: that must not look like a success.
    """
    reports = _reports(config)
    if reports is None:
        if config.getoption("--auditor-baselines"):
            raise pytest.UsageError("--auditor-baselines needs --auditor-reports DIR")
        return
    if not any(reports.glob(f"*/{_CONFIG}")):
        message = f"--auditor-reports {reports}: no folder with an {_CONFIG} in it"
        raise pytest.UsageError(message)
    if not any(_reaches(config, argument, reports) for argument in config.args):
        config.args.append(str(reports))


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Return a case for the ``auditor.toml`` of a folder among the reports."""
    reports = _reports(parent.config)
    if reports is None or file_path.name != _CONFIG or file_path.resolve().parent.parent != reports:
        return None
    case: Case = Case.from_parent(parent, path=file_path)
    return case


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Add one failing item for each baseline that has no case."""
    reports = _reports(config)
    if reports is None:
        return
    from auditor.baseline.store import orphans

    found = orphans(_baselines(config, reports), reports)
    items += [Orphan.from_parent(session, name=f"baselines[{name}]") for name in found]


class Case(pytest.File):
    """One case folder; audited when its first item runs."""

    _told: Mapping[str, Any] | None = None

    def collect(self) -> Iterable[pytest.Item]:
        """Return one item for each accepted table and metric family, and one for what is new to a table."""
        from auditor.baseline.layout import LAYOUTS
        from auditor.baseline.store import read_accepted

        accepted = read_accepted(self._kept / self._folder.name)
        for layout in LAYOUTS:
            families = sorted({row["family"] for row in accepted.get(layout.table, {}).values()})
            for family in (*families, _OTHERS):
                others = tuple(families) if family == _OTHERS else ()
                yield Accepted.from_parent(
                    self, name=f"{layout.table}[{family}]", table=layout.table, family=family, others=others
                )

    def check(self) -> Mapping[str, Any]:
        """Return what ``auditor baseline check --format json`` says of the case.

        Raises:
            Failed: when the case cannot be audited.
        """
        if self._told is None:
            self._told = self._audited()
        if "failed" in self._told:
            pytest.fail(self._told["failed"], pytrace=False)
        return self._told

    @property
    def _folder(self) -> Path:
        return self.path.resolve().parent

    @property
    def _kept(self) -> Path:
        return _baselines(self.config, self._folder.parent)

    def _audited(self) -> Mapping[str, Any]:
        verb = ["baseline", "check", str(self._folder), "--baselines", str(self._kept), "--format", "json"]
        done = subprocess.run(  # noqa: S603  # this program, with paths that the user gave
            [sys.executable, "-X", "utf8", "-m", "auditor", *verb, "--quiet"],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        name = self._folder.name
        try:
            told: Mapping[str, Any] = json.loads(done.stdout)[0]
        except ValueError:  # an interpreter that cannot start the program ends with 1, as drift does
            return {"failed": f"{name}: not audited: {done.stderr.strip()}"}
        if not told["accepted"]:
            todo = f"auditor baseline accept {name} --accept new"
            return {"failed": f"{name}: nothing accepted yet; read its results, then: {todo}"}
        return told


class Accepted(pytest.Item):
    """The rows of one table and metric family are as accepted."""

    def __init__(self, *, table: str, family: str, others: tuple[str, ...], **more: Any) -> None:  # noqa: ANN401  # pytest's own
        super().__init__(**more)
        self.table = table
        self.family = family
        self.others = others

    def runtest(self) -> None:
        """Fail with figure, place, accepted and new value of each row that drifted."""
        case = self.parent
        assert isinstance(case, Case)  # noqa: S101  # made by nobody else
        told = [item for item in case.check()["drift"] if self._mine(item)]
        if told:
            pytest.fail("\n".join(_lines(case.path.parent.name, self.name, told)), pytrace=False)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Return file and name for the heading of a failure."""
        return self.path, None, f"{self.path.parent.name}: {self.name}"

    def _mine(self, item: Mapping[str, Any]) -> bool:
        if item["table"] != self.table:
            return False
        return item["family"] not in self.others if self.family == _OTHERS else item["family"] == self.family


class Orphan(pytest.Item):
    """A baseline without a case always fails."""

    def runtest(self) -> None:
        """Fail with what to do."""
        message = f"{self.name}: no case for it; remove it, or bring the case back"
        pytest.fail(message, pytrace=False)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Return file and name for the heading of a failure."""
        return self.path, None, self.name


def _lines(case: str, name: str, told: list[Mapping[str, Any]]) -> Iterator[str]:
    yield f"{case}: {name}: {len(told)} not as accepted"
    yield from (f"  {item['kind']:<9} {item['message']}" for item in told[:_SHOWN])
    if len(told) > _SHOWN:
        yield f"  ... and {len(told) - _SHOWN} more"
    yield f"  right? auditor baseline accept {case} --accept KIND"


def _reports(config: pytest.Config) -> Path | None:
    told = config.getoption("--auditor-reports", default=None)
    return (config.invocation_params.dir / told).resolve() if told else None


def _baselines(config: pytest.Config, reports: Path) -> Path:
    told = config.getoption("--auditor-baselines")
    return (config.invocation_params.dir / told).resolve() if told else reports.parent / "baselines"


def _reaches(config: pytest.Config, argument: str, reports: Path) -> bool:
    """Return whether an argument of the session names the reports, a folder above, or something in them."""
    named = (config.invocation_params.dir / argument.split("::", maxsplit=1)[0]).resolve()
    return named == reports or named in reports.parents or reports in named.parents
