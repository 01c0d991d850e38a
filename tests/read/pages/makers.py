"""The makers of PDF that made tables can be drawn with; those that are not installed are passed over.

WeasyPrint, Typst and fpdf2 are looked for in the interpreter that ``AUDITOR_MAKERS`` names.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.read.pages.draw import draw
from tests.read.pages.markup import html
from tests.read.pages.markup import typst
from tests.read.pages.truth import Made
from tests.read.pages.truth import Style
from tests.read.pages.word import write

Tables = Mapping[int, tuple[Made, Style]]
_WEASYPRINT = "import sys, weasyprint\nfor p in sys.argv[1:]: weasyprint.HTML(p).write_pdf(p[:-4] + 'pdf')"
_TYPST = "import sys, typst\nfor p in sys.argv[1:]: typst.compile(p, output=p[:-3] + 'pdf')"


@dataclass(frozen=True, slots=True)
class Maker:
    """A way to make PDF files of tables: whether it is here, and how."""

    name: str
    present: Callable[[], bool]
    draw_all: Callable[[Tables, Path], dict[int, Path]]


def _reportlab(tables: Tables, folder: Path) -> dict[int, Path]:
    found = {}
    for seed, (made, style) in tables.items():
        found[seed] = folder / f"reportlab{seed}.pdf"
        found[seed].write_bytes(draw(made, style, seed))
    return found


def _sources(
    tables: Tables, folder: Path, name: str, suffix: str, source: Callable[[Made, Style, int], str]
) -> dict[int, Path]:
    found = {}
    for seed, (made, style) in tables.items():
        found[seed] = folder / f"{name}{seed}{suffix}"
        found[seed].write_text(source(made, style, seed), encoding="utf-8")
    return found


def _pdfs(paths: Mapping[int, Path]) -> dict[int, Path]:
    return {seed: path.with_suffix(".pdf") for seed, path in paths.items()}


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _chromium(tables: Tables, folder: Path) -> dict[int, Path]:
    paths = _sources(tables, folder, "chromium", ".html", html)
    for path in paths.values():
        _run(
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            f"--user-data-dir={folder / 'chromium'}", f"--print-to-pdf={path.with_suffix('.pdf')}", path.as_uri(),
        )  # fmt: skip
    return _pdfs(paths)


def _weasyprint(tables: Tables, folder: Path) -> dict[int, Path]:
    paths = _sources(tables, folder, "weasyprint", ".html", html)
    _run(_python(), "-c", _WEASYPRINT, *paths.values())
    return _pdfs(paths)


def _typst(tables: Tables, folder: Path) -> dict[int, Path]:
    paths = _sources(tables, folder, "typst", ".typ", typst)
    _run(_python(), "-c", _TYPST, *paths.values())
    return _pdfs(paths)


def _libreoffice(tables: Tables, folder: Path) -> dict[int, Path]:
    paths = {}
    for seed, (made, style) in tables.items():
        paths[seed] = folder / f"libreoffice{seed}.docx"
        write(made, style, seed, paths[seed])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *paths.values())
    return _pdfs(paths)


def _python() -> str:
    return os.environ.get("AUDITOR_MAKERS", sys.executable)


def _importable(name: str) -> Callable[[], bool]:
    return lambda: (
        not subprocess.run([_python(), "-c", f"import {name}"], check=False, capture_output=True).returncode
    )


def _command(name: str) -> Callable[[], bool]:
    return lambda: shutil.which(name) is not None


MAKERS = {
    maker.name: maker
    for maker in (
        Maker("reportlab", lambda: True, _reportlab),
        Maker("chromium", _command("chromium"), _chromium),
        Maker("weasyprint", _importable("weasyprint"), _weasyprint),
        Maker("typst", _importable("typst"), _typst),
        Maker("libreoffice", _command("soffice"), _libreoffice),
    )
}
