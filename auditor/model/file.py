"""A report's file, before anything in it is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class File:
    """The hash of its bytes in hexadecimal, which reader it is for, and whether it is encrypted."""

    path: Path
    digest: str
    kind: str
    secret: bool = False
