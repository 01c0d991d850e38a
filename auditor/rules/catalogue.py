"""The catalogue of rules, written from their docstrings: ``python -m auditor.rules.catalogue [--check]``."""

from __future__ import annotations

import inspect
import re
import sys
from pathlib import Path

from auditor.rules import RULES
from auditor.rules.base import Rule

SECTIONS = ("What it flags", "Why it matters", "How it decides", "Example", "When it is wrong")
_README = Path(__file__).with_name("README.md")
_TITLE = re.compile(rf"^({'|'.join(SECTIONS)}):$", re.MULTILINE)


def page(rule: Rule) -> str:
    """Return the page of one rule in Markdown."""
    doc = inspect.cleandoc(rule.__doc__ or "")
    lines = (line.removeprefix("    ") for line in _TITLE.sub(r"**\1**\n", doc).splitlines())
    family = rule.__name__.removeprefix("auditor.rules.").replace(".", "/")
    head = f"## {rule.CODE} {rule.TITLE} ({rule.SEVERITY.value})"
    return "\n".join(
        [head, "", *lines, "", f"Message: `{rule.MESSAGE}`", "", f"Code: [{family}.py]({family}.py)"]
    )


def listing() -> list[str]:
    """Return one line a rule: code, severity, title, what it is in a sentence."""
    return [
        f"{rule.CODE}  {rule.SEVERITY.value:<8}  {rule.TITLE}  {(rule.__doc__ or '').splitlines()[0]}"
        for rule in RULES
    ]


def catalogue() -> str:
    """Return the whole catalogue in Markdown."""
    head = "# Rules\n\nWritten from the docstrings by `python -m auditor.rules.catalogue`; do not edit.\n"
    return "\n".join([head, *(f"{page(rule)}\n" for rule in RULES)])


def main(arguments: list[str]) -> int:
    """Write the catalogue; with ``--check`` only tell whether it is current (0) or not (1)."""
    if "--check" not in arguments:
        _README.write_text(catalogue(), encoding="utf-8")
        return 0
    current = _README.exists() and _README.read_text("utf-8") == catalogue()
    if not current:
        sys.stderr.write(f"{_README.name} is out of date: run make docs\n")
    return 0 if current else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
