"""run.json: from what and with what a result was made. Nobody compares it."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import PackageNotFoundError
from importlib.metadata import files as package_files
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from auditor import __version__
from auditor.config import Config
from auditor.model.audit import Audit
from auditor.model.claim import Report

#: Name in run.json and name of the package.
_PACKAGES = {
    "opencc": "opencc",
    "pdfplumber": "pdfplumber",
    "pdfminer": "pdfminer.six",
    "pypdfium2": "pypdfium2",
}


def provenance(audit: Audit, config: Config, durations: Mapping[str, float]) -> dict[str, Any]:
    """Return inputs, versions, hashes, options and durations in seconds; no password."""
    options = config.model_dump(mode="json")
    return {
        "inputs": [_input(report) for report in audit.reports],
        "versions": versions(),
        "lexicon_sha256": _lexicon_hash(),
        "config_sha256": sha256(json.dumps(options, sort_keys=True).encode()).hexdigest(),
        "options": options,
        "seconds": {step: round(seconds, 3) for step, seconds in durations.items()},
    }


def _input(report: Report) -> dict[str, str]:
    # a press text covers no period
    period = "" if report.press else report.period.code
    return {"name": report.name, "sha256": report.sha256, "period": period}


def versions() -> dict[str, str]:
    """Return the version of everything that a result depends on."""
    found = {"auditor": __version__, "python": platform.python_version(), "pdfium": _pdfium()}
    return found | {name: _installed(package) for name, package in _PACKAGES.items()}


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _pdfium() -> str:
    """Return the build of the PDFium library that came with the package, empty when it does not say."""
    try:
        names = package_files("pypdfium2") or []
    except PackageNotFoundError:
        return ""
    told = next((name for name in names if str(name) == "pypdfium2_raw/version.json"), None)
    if told is None:
        return ""
    build = json.loads(told.read_text())
    return ".".join(str(build.get(part, 0)) for part in ("major", "minor", "build", "patch"))


def _lexicon_hash() -> str:
    """Return one hash over the names and bytes of all lexicon files."""
    digest = sha256()
    folder = files("auditor.lexicon")
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes())
    return digest.hexdigest()
