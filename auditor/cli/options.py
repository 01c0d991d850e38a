"""Flags that say of a report what it does not say itself, shared by the verbs that read one."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any

import click

from auditor.errors import UsageError

if TYPE_CHECKING:
    from auditor.config import Config

_Function = Callable[..., Any]


def _without_cache(context: click.Context, _: click.Parameter, value: bool) -> None:
    """Make everything anew for as long as the command runs."""
    if value:
        from auditor.kept.store import no_cache

        context.with_resource(no_cache())


_FLAGS = (
    click.option("--organisation", default="", help="The reporting entity, when it is not recognised."),
    click.option("--language", multiple=True, metavar="[FILE=]LANG", help="zh-Hans, zh-Hant or en."),
    click.option(
        "--period", multiple=True, metavar="[FILE=]PERIOD", help="What the report covers: FY2025, CY2024."
    ),
    click.option("--password", multiple=True, metavar="[FILE=]PASSWORD", help="Opens an encrypted PDF."),
    click.option(
        "--no-cache",
        is_flag=True,
        expose_value=False,
        callback=_without_cache,
        help="Read and check everything anew; nothing is kept of it.",
    ),
)


def report_flags(function: _Function) -> _Function:
    """Add ``--organisation --language --period --password --no-cache``."""
    for flag in reversed(_FLAGS):
        function = flag(function)
    return function


def overridden(config: Config, paths: Sequence[Path], flags: dict[str, Any]) -> Config:
    """Return the configuration with the flags of `report_flags` over it.

    Raises:
        UsageError: when a flag names a file that is not among the reports, or names none of several.
        ConfigError: when a value is not known.
    """
    if flags["organisation"]:
        reports = tuple(item.model_copy(update={"organisation": ""}) for item in config.report)
        config = config.model_copy(update={"organisation": flags["organisation"], "report": reports})
    for setting in ("language", "period", "password"):
        for value in flags[setting]:
            path, told = _addressed(setting, value, paths)
            config = config.with_report(path.name, **{setting: told})
    return config


def with_companions(config: Config, companions: Mapping[str, Sequence[Path]]) -> Config:
    """Return the configuration with files marked as what they are: ``press`` or ``edition``.

    Raises:
        MissingFileError: when a file is not there.
    """
    from auditor.errors import MissingFileError

    for role, files in companions.items():
        for path in files:
            if not path.exists():
                raise MissingFileError(path)
            config = config.with_report(path.name, **{role: True})
    return config


def _addressed(setting: str, value: str, paths: Sequence[Path]) -> tuple[Path, str]:
    """Return the report and the value of ``FILE=VALUE``; a bare value is for the only report."""
    name, sign, told = value.partition("=")
    named = next((path for path in paths if sign and name in {path.name, path.stem, str(path)}), None)
    if named is not None:
        return named, told
    if len(paths) == 1:
        return paths[0], value
    names = ", ".join(path.name for path in paths)
    # the value is not told: it may be a password
    message = f"--{setting}: say of which report: --{setting} FILE=VALUE, where FILE is one of {names}"
    raise UsageError(message)
