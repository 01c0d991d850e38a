"""What things are made of: files, what a user says of each, and what was added to the lexicon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.config import Config
from auditor.config import ReportOptions
from auditor.errors import UsageError
from auditor.kept.results import Results
from auditor.kept.shelf import entry
from auditor.kept.store import Entry
from auditor.lexicon.additions import now
from auditor.model.audit import Audit
from auditor.model.file import File


@dataclass(frozen=True, slots=True)
class Source:
    """A file and what a user says of it."""

    file: File
    options: ReportOptions

    @property
    def name(self) -> str:
        """Return the name of the report."""
        return self.file.path.name


def place(what: str, sources: Sequence[Source | None], settings: str = "") -> Entry | None:
    """Return where what a step makes of reports is kept.

    Nowhere if one is encrypted, or if one is not as its file tells it (None).
    """
    known = [source for source in sources if source and not source.file.secret]
    if len(known) < len(sources):
        return None
    told = (f"{source.name} {source.options.model_dump_json()}" for source in known)
    return entry(what, [source.file.digest for source in known], (settings, _words(), *told))


def settings_of(config: Config) -> str:
    """Return all that decides what an audit finds."""
    return config.model_dump_json(exclude={"title", "out", "fail_on"})


def results_of(audit: Audit, config: Config, papers: Sequence[bool]) -> Results:
    """Return what is known of the files that were written of an audit, with or without some papers."""
    digests = tuple(report.sha256 for report in audit.reports)
    names = (report.name for report in audit.reports)
    return Results(digests, (settings_of(config), config.title, _words(), repr(tuple(papers)), *names))


def _words() -> str:
    """Return what the user added to the lexicon."""
    additions = now()
    return additions.model_dump_json() if additions else ""


def refuse_twice(sources: Sequence[Source]) -> None:
    """Refuse two files of one name, as claims are named by the file that tells them, and one file under two.

    A report that is held against itself would agree in all that it tells.

    Raises:
        UsageError: when there are such files.
    """
    for before, source in enumerate(sources):
        for other in sources[:before]:
            if source.name == other.name:
                same = source.file.path.resolve() == other.file.path.resolve()
                todo = "named twice: name it once" if same else "two files: give each a name of its own"
                message = f"{source.name} is {todo}"
                raise UsageError(message)
            if source.file.digest == other.file.digest:
                message = f"{source.name} is a copy of {other.name}, byte for byte: name one of them"
                raise UsageError(message)
