"""Lines that are set to both margins have wide gaps that part nothing."""

from __future__ import annotations

import pytest

from auditor.read.pdf.sheet.justified import stretches
from auditor.read.pdf.sheet.shapes import Word


def line(text: str, gaps: list[float], size: float = 9.0) -> list[Word]:
    words, at = [], 0.0
    for string, gap in zip(text.split(), [*gaps, 0.0], strict=True):
        width = 4.0 * len(string)
        words.append(Word(string, at, 0.0, at + width, size, size, size))
        at += width + gap
    return words


@pytest.mark.parametrize(
    ("text", "gaps", "parts"),
    [
        ("Output of our plants in Dale", [10.0, 10.05, 9.98, 10.0, 10.02], 1),
        ("Sales rose here Output of our plants in", [5.0, 5.0, 21.0, 10.0, 10.0, 10.0, 10.0], 2),
        ("Plant Dale North South Total", [10.0, 14.0, 11.0, 12.5], 5),
        ("Plant 41.3 42.1 40.8 39.9", [10.0, 10.0, 10.0, 10.0], 5),
        ("Dale Fell Moor Beck Tarn", [18.0, 18.0, 18.0, 18.0], 5),
    ],
)
def test_gaps_of_one_width_fill_a_line_of_words(text, gaps, parts):
    assert len(stretches(line(text, gaps))) == parts
