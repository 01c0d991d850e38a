"""Build the sample's PDF and text files from ``source/``; the same source gives the same files.

Run ``python reports/alibaba/build.py`` in the repository root. It needs reportlab (an extra of the
project) and the Debian package ``fonts-wqy-microhei``.
"""

from __future__ import annotations

from pathlib import Path

from sampler.pages import Book
from sampler.source import parse
from sampler.source import text_form

HERE = Path(__file__).parent
#: output stem -> source, running title, language tag
REPORTS = {
    "fy2022_zh-Hans": ("fy2022.md", "2022 财年环境、社会和治理报告", "zh-Hans"),
    "fy2025_zh-Hant": ("fy2025.md", "2025 財年環境、社會和治理報告", "zh-Hant"),
}


def write_text(stem: str, folder: Path) -> Path:
    """Write the text form of one report into ``folder``."""
    target = folder / f"{stem}.txt"
    parts = parse(HERE / "source" / REPORTS[stem][0])
    target.write_text(text_form(parts), encoding="utf-8", newline="\n")
    return target


def write_pdf(stem: str, folder: Path) -> Path:
    """Write the PDF of one report into ``folder``.

    Raises:
        FileNotFoundError: the font is not installed.
    """
    source, title, language = REPORTS[stem]
    target = folder / f"{stem}.pdf"
    Book(target, title, language).build(parse(HERE / "source" / source))
    return target


if __name__ == "__main__":
    for name in REPORTS:
        print(write_text(name, HERE).name, write_pdf(name, HERE).name)
