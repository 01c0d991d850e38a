"""Result files that stand as they were written: what made them is unchanged, and nobody touched them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from auditor.kept.shelf import entry
from auditor.kept.store import Entry
from auditor.kept.store import keep
from auditor.kept.store import recall


@dataclass(frozen=True, slots=True)
class Results:
    """The files that are written of some reports, by the hashes of these and all else they are made of."""

    reports: tuple[str, ...]
    made_of: tuple[str, ...]

    def stand(self, folder: Path, findings: bytes) -> bool:
        """Return whether a folder holds, byte for byte, what was written of the same with these findings."""
        body = recall(self._entry(findings))
        if body is None:
            return False
        with suppress(OSError, ValueError, AttributeError):
            return all(_digest(folder / name) == digest for name, digest in json.loads(body).items())
        return False

    def remember(self, folder: Path, findings: bytes, names: Iterable[str]) -> None:
        """Keep the hashes of files as they stand in a folder now."""
        keep(self._entry(findings), json.dumps({name: _digest(folder / name) for name in names}))

    def _entry(self, findings: bytes) -> Entry:
        return entry("files", self.reports, (*self.made_of, sha256(findings).hexdigest()))


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
