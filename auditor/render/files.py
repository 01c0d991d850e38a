"""Tables and counts become files; each is whole or not there."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from tempfile import NamedTemporaryFile

from auditor.errors import UsageError
from auditor.render.sheets import Sheet


def write_csv(folder: Path, sheet: Sheet) -> Path:
    """Write ``<name>.csv``: UTF-8 with BOM, LF, one record a line.

    Raises:
        UsageError: when the folder cannot be written to.
    """
    return replace_file(folder / f"{sheet.name}.csv", encoded(sheet))


def encoded(sheet: Sheet) -> bytes:
    """Return the bytes of a table's file."""
    buffer = StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(sheet.columns)
    writer.writerows(sheet.rows)
    return buffer.getvalue().encode("utf-8-sig")


def write_json(folder: Path, name: str, data: object) -> Path:
    """Write ``<name>.json``: UTF-8, keys sorted.

    Raises:
        UsageError: when the folder cannot be written to.
    """
    return replace_file(folder / f"{name}.json", f"{as_json(data)}\n".encode())


def as_json(data: object) -> str:
    """Return readable JSON with sorted keys."""
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True)


def records(sheet: Sheet) -> list[Mapping[str, str]]:
    """Return the rows of a table as column: cell."""
    return [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]


def replace_file(path: Path, data: bytes) -> Path:
    """Write through a temporary file beside it: a killed run leaves the old file or the new one.

    Raises:
        UsageError: when the folder cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            file.write(data)
        temporary = Path(file.name)
        temporary.chmod(_permissions())
        temporary.replace(path)
    except OSError as error:
        message = f"{path}: cannot be written: {error.strerror or error}. Give another folder with --out."
        raise UsageError(message) from None
    return path


def _permissions() -> int:
    """Return the mode that a file gets by default; a temporary one is closed to all others."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
