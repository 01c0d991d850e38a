"""Large numbers with their caption above: one tile; several numbers below one caption: a chart."""

from __future__ import annotations

import pytest

from auditor.extract.tiles import captioned
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Piece
from auditor.model.document import Text
from auditor.model.place import Box
from auditor.model.place import Place


def block(string: str, top: float, kind: BlockKind = BlockKind.PARAGRAPH, left: float = 40) -> Block:
    box = Box(left, top, left + 60, top + 12)
    return Block(kind, Text(string, (Piece(0, Place("a.pdf", 1, box=box)),)))


def tile(caption: str, number: str, *more: str, gap: float = 4) -> list[str]:
    figures = [
        block(text, 112 + gap, BlockKind.FIGURE, 40 + 50 * at) for at, text in enumerate((number, *more))
    ]
    return [text.string for text in captioned([block(caption, 100), *figures]).values()]


def test_chinese_names_in_front_of_its_number_english_behind_it():
    assert tile("营业收入", "41.2亿元") == ["营业收入 41.2亿元"]
    assert tile("employees at year-end", "12,310") == ["12,310 employees at year-end"]


@pytest.mark.parametrize("caption", ["万元", "2024年", "今年表现良好。", "占比提升至 100%", "合计：", "注"])
def test_units_periods_sentences_and_numbers_are_no_captions(caption):
    assert tile(caption, "41.2亿元") == []


def test_numbers_of_a_chart_share_no_caption():
    assert tile("研发投入", "1,540", "1,812", "2,004") == []


def test_a_small_number_without_a_unit_is_no_tile():
    assert tile("供应商数量", "12") == []


def test_a_caption_far_above_is_that_of_something_else():
    assert tile("营业收入", "41.2亿元", gap=60) == []


def test_the_pieces_keep_their_places():
    (text,) = captioned([block("营业收入", 100), block("41.2亿元", 116, BlockKind.FIGURE)]).values()
    assert text.place(5).box == Box(40, 116, 100, 128)
