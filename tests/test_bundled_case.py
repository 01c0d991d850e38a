"""The bundled sample says what its README says, in both forms, and can be built again from its source."""

from __future__ import annotations

import importlib.util
import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

ROOT = Path(__file__).resolve().parents[1]
CASE = ROOT / "reports" / "alibaba"
OLD, NEW = "fy2022_zh-Hans", "fy2025_zh-Hant"
FONT = Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
#: the running head and the folio, which the text form leaves out
FURNITURE = re.compile(
    r"20[0-9]{2} (?:财年环境、社会和治理报告|財年環境、社會和治理報告) [^\r\n]+\s+[0-9]{3}\s"
)


def squeezed(text: str) -> str:
    """Drop white space: a line break in a PDF is layout."""
    return re.sub(r"\s+", "", text)


def read_pdf(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    texts = []
    for page in document:
        textpage = page.get_textpage()
        texts.append(textpage.get_text_range())
        textpage.close()
        page.close()
    document.close()
    return texts


@cache
def pages(stem: str) -> tuple[str, ...]:
    return tuple(squeezed(text) for text in read_pdf(CASE / f"{stem}.pdf"))


def as_printed(line: str) -> str:
    """Return a line of the text form as a page shows it: marks are small digits, no markdown, no tabs."""
    line = re.sub(r"\^\{([^}]*)\}", r"\1", line).translate(RAISED)
    return squeezed(re.sub(r"^#+ ", "", line))


@cache
def text_lines(stem: str) -> tuple[str, ...]:
    text = (CASE / f"{stem}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip())


@cache
def readme_rows() -> tuple[tuple[str, str, int, str], ...]:
    """Return id, report, page and printed words of every row that the README lists."""
    rows = []
    for line in (CASE / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if re.fullmatch(r"[PXQ][0-9]+", cells[0]):
            rows.append((cells[0], cells[1], int(cells[2]), cells[3]))
    return tuple(rows)


def figures(label: str, *, nth: int = 0) -> list[Decimal | None]:
    """Return the four years of a row of the FY2025 appendix, None for an empty cell."""
    rows = [line.split("\t") for line in text_lines(NEW) if "\t" in line]
    found = [row for row in rows if re.sub(r"(\^\{[^}]*\}|[⁰¹²³⁴-⁹])", "", row[0]).strip() == label]
    return [Decimal(cell.replace(",", "")) if cell else None for cell in found[nth][2:]]


def test_the_readme_lists_published_planted_and_quiet_places():
    ids = [row[0] for row in readme_rows()]
    assert len(ids) == len(set(ids))
    assert sum(name.startswith("P") for name in ids) >= 3
    assert sum(name.startswith("X") for name in ids) >= 4
    assert sum(name.startswith("Q") for name in ids) >= 6


@pytest.mark.parametrize("row", readme_rows(), ids=lambda row: row[0])
def test_what_the_readme_quotes_stands_on_that_page_of_the_pdf(row):
    _, stem, page, words = row
    assert squeezed(words) in pages(stem)[page - 1]


@pytest.mark.parametrize("stem", [OLD, NEW])
def test_pdf_and_text_say_the_same_in_the_same_order(stem):
    bare = [FURNITURE.sub("", text) for text in read_pdf(CASE / f"{stem}.pdf")]
    whole, at = squeezed("".join(bare)), 0
    for line in text_lines(stem):
        words = as_printed(line)
        if not whole.startswith(words, at):  # a figure prints label and number without a slash between
            words = words.replace("/", "")
        assert whole[at : at + len(words)] == words
        at += len(words)
    assert whole[at:] == ""


@pytest.mark.parametrize("stem", [OLD, NEW])
def test_every_page_but_the_cover_has_a_running_head_and_its_number(stem):
    for number, text in enumerate(read_pdf(CASE / f"{stem}.pdf"), start=1):
        head = FURNITURE.match(text)
        assert (head.group().split()[-1] if head else "") == (f"{number:03d}" if number > 1 else "")


@pytest.mark.parametrize("stem", [OLD, NEW])
def test_the_contents_name_the_page_of_every_chapter(stem):
    source = (CASE / "source" / f"{stem[:6]}.md").read_text(encoding="utf-8")
    block = source.split("::contents\n")[1].split("\n::end")[0]
    entries = [line.split("\t") for line in block.splitlines()]
    assert len(entries) >= 7
    for title, page in entries:
        assert f"# {title}" in text_lines(stem)
        assert squeezed(title) in pages(stem)[int(page) - 1]


@pytest.mark.parametrize("stem", [OLD, NEW])
def test_the_text_form_is_what_the_source_gives(stem, monkeypatch):
    monkeypatch.syspath_prepend(str(CASE))
    from sampler.source import parse
    from sampler.source import text_form

    built = text_form(parse(CASE / "source" / f"{stem[:6]}.md"))
    assert built == (CASE / f"{stem}.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(not FONT.exists(), reason=f"the font {FONT.name} (fonts-wqy-microhei) is not installed")
@pytest.mark.parametrize("stem", [OLD, NEW])
def test_the_pdf_built_again_has_the_same_text(stem, monkeypatch, tmp_path):
    pytest.importorskip("reportlab", reason="reportlab sets the sample")
    monkeypatch.syspath_prepend(str(CASE))
    spec = importlib.util.spec_from_file_location("bundled_case_build", CASE / "build.py")
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    first = build.write_pdf(stem, tmp_path)
    assert read_pdf(first) == read_pdf(CASE / f"{stem}.pdf")
    once = first.read_bytes()
    assert build.write_pdf(stem, tmp_path).read_bytes() == once


def test_the_net_scopes_miss_their_total_in_2023_only_and_the_published_digits_repair_it():
    parts = zip(*(figures(f"範圍 {scope} 淨排放") for scope in (1, 2, 3)), strict=True)
    total = figures("溫室氣體淨排放量 (碳抵消後) (範圍 1,2,3)")
    gaps = [sum(year) - whole for year, whole in zip(parts, total, strict=True)]
    assert gaps == [0, 7545550 - 7454550, 0, 0]
    assert figures("範圍 3 排放量")[1] - figures("抵消範圍 3 碳排放")[1] == 7454550


def test_gross_scopes_make_their_total_in_all_four_years():
    scopes = (figures("範圍 1 排放量"), figures("- 基於市場"), figures("範圍 3 排放量"))
    sums = [sum(year) for year in zip(*scopes, strict=True)]
    assert sums == figures("溫室氣體排放總量 (範圍 1,2,3)")


def test_the_growth_of_renewable_energy_was_divided_by_the_wrong_year():
    *_, before, after = figures("可再生能源消耗量")
    assert round((after - before) / before * 100, 1) == Decimal("75.3")
    assert round((after - before) / after * 100, 1) == Decimal("42.9")


def test_the_water_of_the_sentence_is_a_tenth_of_the_table():
    assert round(figures("總耗水量")[3] / 10**5, 1) == Decimal("134.8")


def test_men_and_women_miss_one_hundred_in_2023_only():
    sums = [sum(year) for year in list(zip(figures("男性"), figures("女性"), strict=True))[1:]]
    assert sums == [Decimal("99.2"), 100, 100]


def test_injuries_of_2022_changed_between_the_reports_and_their_rate_did_not():
    old = next(line for line in text_lines(OLD) if line.startswith("工伤人数\t人"))
    rate = next(line for line in text_lines(OLD) if line.startswith("工伤率"))
    assert (old.split("\t")[2], figures("工傷人數")[0]) == ("25", 29)
    assert (rate.split("\t")[2], figures("工傷率")[0]) == ("0.11", Decimal("0.11"))


def test_the_training_hours_of_the_sentence_are_those_of_the_year_before():
    assert figures("員工平均培訓時長")[2:] == [Decimal("15.6"), Decimal("16.1")]


def test_the_energy_of_the_old_report_is_printed_in_two_units():
    row = next(line for line in text_lines(OLD) if line.startswith("能源消耗总量\t"))
    assert row.split("\t")[1:] == ["兆瓦时", "8,786,584"]


def test_a_table_runs_over_a_page_break_without_repeating_its_head():
    assert pages(NEW)[9].count("社會單位2022財年") == 2
    assert pages(NEW)[10].count("社會單位2022財年") == 1
    assert pages(NEW)[10].index("非管理人員%96.782.681.6") < pages(NEW)[10].index("社會單位2022財年")
