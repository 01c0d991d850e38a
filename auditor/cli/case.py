"""From what a user names to the reports of an audit: files, or a case folder with its ``auditor.toml``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.errors import ConfigError
from auditor.errors import MissingFileError
from auditor.errors import UsageError

if TYPE_CHECKING:
    from auditor.config import Config


@dataclass(frozen=True, slots=True)
class Case:
    """The reports of one audit and where its results go; ``out`` is None when the newest report decides."""

    paths: tuple[Path, ...]
    config: Config
    out: Path | None


def open_case(named: Sequence[Path], config_file: Path | None) -> Case:
    """Return the case that a user names: one folder, or one or more report files.

    Raises:
        UsageError: when a folder stands among files, or the configuration is faulty.
        MissingFileError: when something named is not there.
    """
    for path in named:
        if not path.exists():
            raise MissingFileError(path)
    folders = [path for path in named if path.is_dir()]
    if not folders:
        return _of_files(named, config_file)
    if len(named) > 1:
        message = f"{folders[0]} is a folder: give one case folder, or report files"
        raise UsageError(message)
    return _of_folder(folders[0], config_file)


def _of_files(named: Sequence[Path], config_file: Path | None) -> Case:
    from auditor.config import Config
    from auditor.config import load

    if config_file is None:
        return Case(tuple(named), Config(), None)
    config = load(config_file)
    return Case(tuple(named), config, _folder(config_file.parent, config.out))


def _of_folder(folder: Path, config_file: Path | None) -> Case:
    from auditor.config import FILE_NAME
    from auditor.config import load

    file = config_file or folder / FILE_NAME
    if not file.is_file():
        todo = "add one with reports = ['OLD.pdf', 'NEW.pdf'], or name the reports"
        message = f"{folder} holds no {FILE_NAME}: {todo}"
        raise UsageError(message)
    config = load(file)
    paths = tuple(folder / name for name in config.files)
    _refuse_missing(file, paths)
    return Case(paths, config, _folder(file.parent, config.out) or Path("out") / folder.resolve().name)


def _folder(parent: Path, out: str) -> Path | None:
    return parent / out if out else None


def _refuse_missing(file: Path, paths: Sequence[Path]) -> None:
    """Refuse a configuration that names no report, or reports that are not there, all at once."""
    if not paths:
        raise ConfigError(file, ["reports: no report is named; write reports = ['OLD.pdf', 'NEW.pdf']"])
    missing = [f"reports: {path.name}: no such file in {path.parent}" for path in paths if not path.is_file()]
    if missing:
        raise ConfigError(file, missing)
