"""By what things are made: one hash over our source, our words and the packages."""

from __future__ import annotations

import platform
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as package_version
from pathlib import Path

import auditor

#: Rooms whose source and words decide how a file is read.
READERS = ("kept", "lexicon", "model", "read")
_PACKAGES = (
    *("jinja2", "lxml", "opencc", "openpyxl", "pdfminer.six", "pdfplumber", "pydantic", "pypdfium2"),
    *("python-docx", "rapidfuzz", "rapidocr", "regex", "xlsxwriter"),
)


@cache
def version(rooms: tuple[str, ...] = ()) -> str:
    """Return a hash over the files of some rooms, of the whole house where none is named."""
    digest = sha256(f"{auditor.__version__} {platform.python_version()}".encode())
    home = Path(auditor.__file__).parent
    for folder in [home / room for room in rooms] or [home]:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(f"\0{path.relative_to(home).as_posix()}\0".encode() + path.read_bytes())
    for package in _PACKAGES:
        digest.update(f"\0{package} {_version(package)}".encode())
    return digest.hexdigest()


def _version(package: str) -> str:
    try:
        return package_version(package)
    except PackageNotFoundError:
        return ""
