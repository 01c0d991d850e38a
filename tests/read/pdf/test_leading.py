"""Lines of one paragraph are joined whatever the leading, and kept apart where a paragraph ends."""

from __future__ import annotations

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

from auditor.model.document import BlockKind


@pytest.fixture(scope="module", autouse=True)
def song():
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


FULL = "公司持续推进节能减排工作并按照统一的口径统计各项数据以便与上年比较"  # 33 characters fill a line
NEXT = FULL[12:] + FULL[:12]  # another: where no Chinese font is installed, PDFium takes equal lines for one


def song_lines(pen, lines, *, top=100.0, pitch=23.4, size=9.0, left=57.0):
    """Write (indent in characters, text) lines with a wide leading."""
    for index, (indent, line) in enumerate(lines):
        pen.text(left + indent * size, top + pitch * index, line, size=size, font="STSong-Light")


def texts(document, kind=BlockKind.PARAGRAPH):
    return [block.text.string for block in document.blocks if block.kind is kind]


def test_wide_leading_joins_lines_and_indents_part_paragraphs(read):
    first = [(2, FULL[:-2]), (0, FULL), (0, "第一段到此为止。")]
    second = [(2, FULL[:-2]), (0, FULL), (0, NEXT), (0, "第二段到此为止。")]

    assert texts(read(lambda pen: song_lines(pen, first + second))) == [
        "".join(line for _, line in first),
        "".join(line for _, line in second),
    ]


def test_a_last_line_of_two_characters_belongs_to_the_indented_line_above_it(read):
    lines = [(2, FULL[:-2]), (0, "加。"), (2, FULL[:-2]), (0, FULL), (0, NEXT), (0, "完。")]

    assert texts(read(lambda pen: song_lines(pen, lines))) == [
        FULL[:-2] + "加。",
        FULL[:-2] + FULL + NEXT + "完。",
    ]


def test_a_numeral_at_the_start_of_a_line_goes_on_with_its_sentence(read):
    lines = [
        (0, FULL),
        (0, FULL[:-2]),
        (0, "56.0% 升至 64.0%，增加八个百分点。"),
        (0, FULL),
        (0, NEXT),
        (0, "完。"),
    ]

    first, *_ = texts(read(lambda pen: song_lines(pen, lines, pitch=15.0)))
    assert FULL[-4:-2] + "56.0% 升至 64.0%，增加八个百分点。" in first


def test_a_bracket_closed_on_the_next_line_is_no_list_mark(read):
    lines = [(0, FULL), (0, FULL[:-3] + "（范围"), (0, "3）的净排放强度为八点四。")]

    assert texts(read(lambda pen: song_lines(pen, lines, pitch=15.0))) == [
        FULL + FULL[:-3] + "（范围3）的净排放强度为八点四。"
    ]


def test_lines_of_a_contents_list_stay_apart_however_wide_the_leading(read):
    def draw(pen):
        song_lines(pen, [(2, FULL[:-2]), (0, FULL), (0, NEXT), (0, "完。")])
        song_lines(pen, [(0, "公司简介"), (0, "经营情况"), (0, "环境责任")], top=400)

    assert [string for string in texts(read(draw)) if len(string) == 4] == [
        "公司简介",
        "经营情况",
        "环境责任",
    ]


def test_a_sentence_goes_on_in_the_next_column_past_a_footnote(read):
    left, right = FULL[:20], NEXT[:20]

    def draw(pen):
        song_lines(pen, [(0, left), (0, right), (0, left), (0, left[:-4] + "占比从四")], pitch=15.0)
        song_lines(pen, [(0, "成升至六成。")], pitch=15.0, left=320.0)
        pen.text(320 + 6 * 9, 96, "1", size=5)
        pen.text(57, 250, "1. " + FULL, size=7, font="STSong-Light")

    document = read(draw)
    assert texts(document) == [left + right + left + left[:-4] + "占比从四成升至六成。¹"]
    assert texts(document, BlockKind.NOTE) == [FULL]


@pytest.mark.parametrize(("room", "apart"), [(20.4, True), (16.2, False)])
def test_a_title_behind_a_full_last_line_stands_a_little_further_down(read, room, apart):
    text = [(57.0 + 18.0, FULL[:-2]), (57.0, NEXT), (57.0, FULL[:-1] + "。")]
    title = "会计估计变更对上年数据的影响"

    def draw(pen):
        tops = [100.0, 115.6, 131.9]
        for (left, line), top in zip(text, tops, strict=True):
            pen.text(left, top, line, size=9.0, font="STSong-Light")
        pen.text(57.0, tops[-1] + room, title, size=9.0, font="STSong-Light")

    found = texts(read(draw))
    joined = "".join(line for _, line in text)
    assert found == ([joined, title] if apart else [joined + title])
