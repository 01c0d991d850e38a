"""Web pages: headings, lists, tables with spans, what is not shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.errors import UnreadableFileError
from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.read.html import read_html
from tests.read.conftest import lines
from tests.read.conftest import rows
from tests.read.conftest import said


@pytest.fixture
def reading(tmp_path: Path) -> Callable[[str], Document]:
    def read(page: str) -> Document:
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        return read_html(path, "page.html", "0" * 64)

    return read


def test_headings_paragraphs_and_items_keep_their_order_and_count_as_lines(reading):
    document = reading(
        "<html><head><title>无</title><style>p{}</style></head><body><h1>环境</h1><div>用水量\n下降<b>5%</b>。"
        "<p>其他。</p>尾巴。</div><ul><li>节水</li><li><p>节电</p></li></ul></body></html>"
    )
    told = [(block.kind, block.text.string, block.place.line) for block in document.blocks]
    assert told == [
        (BlockKind.HEADING, "环境", 1),
        (BlockKind.PARAGRAPH, "用水量 下降5%。", 2),
        (BlockKind.PARAGRAPH, "其他。", 3),
        (BlockKind.PARAGRAPH, "尾巴。", 4),
        (BlockKind.ITEM, "节水", 5),
        (BlockKind.ITEM, "节电", 6),
    ]
    assert (document.format, document.lines, document.pages) == ("html", 6, 0)


def test_a_table_keeps_its_spans_heads_caption_and_unit(reading):
    document = reading(
        "<p>单位：人</p><table><caption>员工</caption><thead>"
        "<tr><th rowspan=2>指标</th><th colspan=2>2024</th></tr>"
        "<tr><th>男</th><th>女</th></tr></thead><tbody><tr><td>总部</td><td>60</td><td>45</td></tr>"
        "<tr><td>工厂</td><td></td><td>5</td></tr></tbody></table>"
    )
    table = document.tables[0]
    assert rows(table) == [
        ["指标", "2024", "2024"],
        ["指标", "男", "女"],
        ["总部", "60", "45"],
        ["工厂", "", "5"],
    ]
    assert (table.header_rows, table.unit, table.caption.string) == (2, "人", "员工")
    assert lines(table)[2:] == [5, 6]


def test_columns_that_only_make_room_are_left_out(reading):
    document = reading(
        "<table><tr><td>指标</td><td>&nbsp;</td><td>2023</td><td></td><td>2024</td></tr>"
        "<tr><td>总用水量</td><td></td><td>980</td><td></td><td>1,100</td></tr></table>"
    )
    assert rows(document.tables[0]) == [["指标", "2023", "2024"], ["总用水量", "980", "1,100"]]


def test_raised_text_is_a_mark_and_its_note_is_tied_to_it(reading):
    document = reading(
        '<table><tr><th>指标</th><th>2024</th></tr><tr><td>用水<sup><a href="#fn1">1</a></sup></td>'
        '<td>1,100<span style="vertical-align:super">2</span></td></tr></table>'
        '<ol><li id="fn1">不含海外。</li><li id="fn2">CO<sub>2</sub>除外。</li></ol>'
    )
    assert rows(document.tables[0])[1] == ["用水¹", "1,100²"]
    notes = [(block.mark, block.text.string) for block in document.blocks if block.kind is BlockKind.NOTE]
    assert notes == [("1", "不含海外。"), ("2", "CO₂除外。")]


def test_what_the_page_does_not_show_is_not_read(reading):
    document = reading(
        "<script>var x = '900';</script><p hidden>900</p><p style='display: none'>901</p><!-- 902 -->"
        "<table><tr><td>水</td><td>5</td></tr>"
        "<tr style='display:none'><td>电</td><td>6</td></tr></table><p>完。</p>"
    )
    assert [block.text.string for block in document.blocks] == ["完。"]
    assert rows(document.tables[0]) == [["水", "5"]]


def test_menus_are_furniture(reading):
    document = reading("<nav><ul><li>首页</li></ul></nav><p>用水量下降。</p>")
    assert said(document, BlockKind.FURNITURE) == ["首页"]


def test_a_table_that_lays_out_the_page_is_read_as_what_stands_in_it(reading):
    document = reading(
        "<table><tr><td>左边一段话。</td><td><table><tr><td>指标</td><td>单位</td><td>2024</td></tr>"
        "<tr><td>水</td><td>吨</td><td>5</td></tr></table></td></tr></table>"
    )
    assert said(document, BlockKind.PARAGRAPH) == ["左边一段话。"]
    assert [rows(table) for table in document.tables] == [[["指标", "单位", "2024"], ["水", "吨", "5"]]]


def test_a_label_is_moved_in_by_its_style_or_by_hard_spaces(reading):
    document = reading(
        "<table><tr><td>指标</td><td>2024</td></tr><tr><td>总量</td><td>5</td></tr>"
        "<tr><td style='padding-left: 16px'>范围一</td><td>3</td></tr>"
        "<tr><td>&nbsp;&nbsp;范围二</td><td>2</td></tr></table>"
    )
    indents = [cell.indent for cell in document.tables[0].cells if cell.column == 0]
    assert indents == [0.0, 0.0, 12.0, 10.0]


def test_a_line_break_ends_a_line_of_a_cell_without_parting_its_words(reading):
    document = reading(
        "<table><tr><td>温室气体<br>排放量</td><td>1</td></tr><tr><td>a</td><td>2</td></tr></table>"
    )
    assert rows(document.tables[0])[0] == ["温室气体排放量", "1"]


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("gb18030", "<meta charset='gb2312'>"),
        ("big5", "<meta http-equiv='Content-Type' content='text/html; charset=big5'>"),
        ("gb18030", ""),
        ("utf-8", "<?xml version='1.0' encoding='utf-8'?>"),
        ("utf-8", "<meta charset='gb2312'>"),
    ],
)
def test_the_encoding_is_the_one_in_which_the_text_can_be_read(tmp_path, encoding, head):
    path = tmp_path / "page.html"
    path.write_bytes(f"{head}<p>本公司的用水量和人均排放。</p>".encode(encoding))
    assert said(read_html(path, "page.html", "0"), BlockKind.PARAGRAPH) == ["本公司的用水量和人均排放。"]


def test_a_span_beyond_all_sense_does_no_harm(reading):
    document = reading(
        "<table><tr><td colspan=9999999>水</td></tr><tr><td rowspan=-3>电</td><td rowspan=0>5</td></tr>"
        "<tr><td>热</td></tr></table>"
    )
    assert {cell for row in rows(document.tables[0]) for cell in row if cell} == {"水", "电", "5", "热"}


def test_a_file_with_nothing_in_it_is_an_error(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<!-- -->", encoding="utf-8")
    with pytest.raises(UnreadableFileError):
        read_html(path, "page.html", "0")
