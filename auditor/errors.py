"""Errors that stop a run. What is wrong with a report is a finding, what we could not read a doubt."""

from __future__ import annotations

from pathlib import Path


class AuditorError(Exception):
    """The run cannot go on. The message says what is wrong, where, and what to do."""


class UsageError(AuditorError):
    """The command line or the configuration is wrong (exit code 2)."""


class InputError(AuditorError):
    """A report cannot be read (exit code 3)."""


class MissingFileError(InputError):
    """A named file is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: no such file. Check the name, or give the path from here.")


class UnreadableFileError(InputError):
    """A file is there but cannot be read as a report."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: cannot be read: {reason}")


class UnknownFormatError(InputError):
    """A file of a kind that is not known."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: not a report format that is known. Give a .pdf, .txt, .md, .docx, .xlsx or .html file."
        )


class ConfigError(UsageError):
    """One or several faults in a configuration or lexicon file, all listed."""

    def __init__(self, path: Path | str, faults: list[str]) -> None:
        self.faults = faults
        lines = "\n".join(f"  {fault}" for fault in faults)
        super().__init__(f"{path}: {len(faults)} fault{'s' if len(faults) > 1 else ''}\n{lines}")
