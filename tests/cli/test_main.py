"""The command line as a whole: help everywhere, fast, with an example."""

from __future__ import annotations

import subprocess
import sys

import pytest

from auditor import __version__
from auditor.cli.main import main

#: What would make `--help` slow if it were imported at the top.
HEAVY = ("pandas", "deepdiff", "pdfplumber", "pypdfium2", "opencc", "regex", "pydantic", "rich", "openpyxl")


def test_the_version_is_told(auditor):
    assert auditor("--version").stdout.split()[-1] == __version__


@pytest.mark.parametrize("verb", sorted(main.commands))
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_verb_has_help_with_an_example(auditor, verb, flag):
    told = auditor(verb, flag).stdout
    assert "Example:" in told
    assert f"auditor {verb}" in told.split("Example:")[1]


def test_help_loads_nothing_heavy():
    script = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from auditor.cli.main import main\n"
        "assert CliRunner().invoke(main, ['--help']).exit_code == 0\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_the_package_runs_as_a_module():
    told = subprocess.run(
        [sys.executable, "-m", "auditor", "--version"], capture_output=True, text=True, check=True
    )
    assert __version__ in told.stdout
