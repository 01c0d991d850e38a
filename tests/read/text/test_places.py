"""Whatever a text holds, it is read without a fault, and every character keeps its place."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from auditor.read.text import read_text
from tests.read.text.conftest import lines_read
from tests.read.text.conftest import misplaced

_PRINTED = """
指標 單位 2023年 2024財年 噸 % 用水量 1,204 3.5 - N/A 。 ， ： （ ） 《 ** ¹ ^{1,2} <p> |
表 1： 圖 ： 目錄 所在頁碼 單位:萬噸 Total energy use MWh per tonne
"""
_GAPS = ["- ", "3. ", "4.1 ", "# ", "•\t", "\t", "\t", " ", "  ", "\u3000", "\ufeff"]
_WORDS = st.sampled_from([*_PRINTED.split(), *_GAPS])
_LINES = st.lists(st.lists(_WORDS, max_size=7).map("".join), max_size=25)


def _read(lines: list[str]):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        return read_text(path, "report.txt", "0")


@given(_LINES)
@settings(max_examples=150, deadline=None)
def test_every_character_stands_where_its_place_says(lines):
    lines = [line.lstrip("\ufeff") if not number else line for number, line in enumerate(lines)]
    assert misplaced(_read(lines), lines) == []


@given(
    st.lists(
        st.lists(_WORDS.filter(lambda word: word.isalnum()), min_size=1, max_size=6).map(" ".join),
        max_size=20,
    )
)
@settings(max_examples=100, deadline=None)
def test_no_line_is_lost(lines):
    assert lines_read(_read(lines)) == set(range(1, len(lines) + 1))


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read_twice_alike(text):
    assert _read([text]) == _read([text])
