"""Word files: styles, lists, footnotes, tables with spans."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as Written
from docx.oxml import OxmlElement
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.ns import qn
from docx.shared import Pt

from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.read.docx import read_docx
from tests.read.conftest import rows
from tests.read.conftest import said

FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def strings(document: Document, index: int = 0) -> list[list[str]]:
    return rows(document.tables[index])


@pytest.fixture
def reading(tmp_path: Path) -> Callable[[Written], Document]:
    def read(written: Written) -> Document:
        path = tmp_path / "report.docx"
        written.save(str(path))
        return read_docx(path, "report.docx", "0" * 64)

    return read


def table(written: Written, filling: list[list[str]]):
    made = written.add_table(len(filling), len(filling[0]))
    for row, strings_ in zip(made.rows, filling, strict=True):
        for cell, string in zip(row.cells, strings_, strict=True):
            cell.text = string
    return made


def with_footnotes(path: Path, notes: dict[int, str]) -> None:
    """Put a part with footnotes into a file, as Word does; python-docx writes none."""
    texts = {
        number: f"<w:r><w:footnoteRef/></w:r><w:r><w:t>{text}</w:t></w:r>" for number, text in notes.items()
    }
    bodies = "".join(
        f'<w:footnote w:id="{key}"><w:p>{text}</w:p></w:footnote>' for key, text in texts.items()
    )
    rule = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    part = f"<w:footnotes {nsdecls('w')}>{rule}{bodies}</w:footnotes>"
    with ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["word/footnotes.xml"] = part.encode()
    relations = "word/_rels/document.xml.rels"
    added = f'<Relationship Id="rId900" Type="{FOOTNOTES}" Target="footnotes.xml"/></Relationships>'
    files[relations] = files[relations].replace(b"</Relationships>", added.encode())
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    types = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(b"</Types>", types.encode())
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    path.write_bytes(stream.getvalue())


def cite(paragraph, number: int) -> None:
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number))
    paragraph.add_run()._r.append(reference)


def test_headings_have_the_level_of_their_style_and_lists_are_items(reading):
    written = docx.Document()
    written.add_heading("环境", 1)
    written.add_heading("水资源", 2)
    written.add_paragraph("2024年总用水量为1,100吨。")
    written.add_paragraph("节水改造", style="List Bullet")
    document = reading(written)
    headings = [
        (block.level, block.text.string) for block in document.blocks if block.kind is BlockKind.HEADING
    ]
    assert headings == [(1, "环境"), (2, "水资源")]
    assert said(document, BlockKind.PARAGRAPH) == ["2024年总用水量为1,100吨。"]
    assert said(document, BlockKind.ITEM) == ["节水改造"]
    assert (document.format, document.pages, document.lines) == ("docx", 0, 4)


def test_every_paragraph_and_table_row_that_is_not_blank_counts_as_a_line(reading):
    written = docx.Document()
    written.add_paragraph("")
    written.add_paragraph("用水量下降。")
    table(written, [["指标", "单位", "2023", "2024"], ["总用水量", "吨", "980", "1,100"]])
    written.add_paragraph("以上为合并口径。")
    document = reading(written)
    assert [block.place.line for block in document.blocks] == [1, 4]
    cells = {cell.text.string: cell.text.place() for cell in document.tables[0].cells}
    assert (cells["980"].line, cells["1,100"].line) == (3, 3)
    assert cells["980"].column < cells["1,100"].column
    assert cells["980"].page is None


def test_a_table_keeps_merged_cells_head_rows_caption_and_unit(reading):
    written = docx.Document()
    written.add_paragraph("表 1 员工")
    written.add_paragraph("单位：人")
    made = table(
        written,
        [
            ["指标", "", "2024", ""],
            ["", "", "男", "女"],
            ["员工", "总部", "60", "45"],
            ["", "工厂", "6", "5"],
        ],
    )
    made.cell(0, 0).merge(made.cell(1, 1))
    made.cell(0, 2).merge(made.cell(0, 3))
    made.cell(2, 0).merge(made.cell(3, 0))
    document = reading(written)
    found = document.tables[0]
    assert strings(document) == [
        ["指标", "指标", "2024", "2024"],
        ["指标", "指标", "男", "女"],
        ["员工", "总部", "60", "45"],
        ["员工", "工厂", "6", "5"],
    ]
    assert (found.header_rows, found.unit, found.caption.string) == (2, "人", "表 1 员工")


def test_rows_that_the_file_calls_heads_are_heads(reading):
    written = docx.Document()
    made = table(written, [["甲", "乙"], ["1", "2"], ["3", "4"]])
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    assert reading(written).tables[0].header_rows == 1


def test_a_child_row_is_moved_in_by_its_indent(reading):
    written = docx.Document()
    made = table(
        written,
        [["指标", "单位", "2024"], ["总量", "吨", "5"], ["范围一", "吨", "3"], ["　范围二", "吨", "2"]],
    )
    made.cell(2, 0).paragraphs[0].paragraph_format.left_indent = Pt(12)
    labels = [cell for cell in reading(written).tables[0].cells if cell.column == 0]
    assert [(cell.text.string, cell.indent) for cell in labels[1:]] == [
        ("总量", 0.0),
        ("范围一", 12.0),
        ("范围二", 10.0),
    ]


def test_raised_and_lowered_runs_stay_apart_from_the_digits_beside_them(reading):
    written = docx.Document()
    paragraph = written.add_paragraph("排放1,234")
    paragraph.add_run("1,2").font.superscript = True
    paragraph.add_run("吨CO")
    paragraph.add_run("2").font.subscript = True
    assert said(reading(written), BlockKind.PARAGRAPH) == ["排放1,234¹,²吨CO₂"]


def test_a_run_moved_up_by_hand_is_raised(reading):
    written = docx.Document()
    paragraph = written.add_paragraph("排放1,234")
    position = OxmlElement("w:position")
    position.set(qn("w:val"), "7")
    paragraph.add_run("1")._r.get_or_add_rPr().append(position)
    assert said(reading(written), BlockKind.PARAGRAPH) == ["排放1,234¹"]


def test_a_footnote_stands_behind_the_table_that_cites_it_with_the_same_mark(tmp_path):
    written = docx.Document()
    cite(written.add_paragraph("用水量下降"), 7)
    made = table(written, [["指标", "单位", "2024"], ["总用水量", "吨", "1,100"]])
    cite(made.cell(1, 0).paragraphs[0], 9)
    written.add_paragraph("完。")
    path = tmp_path / "report.docx"
    written.save(str(path))
    with_footnotes(path, {7: "口径调整。", 9: "不含海外。"})
    document = read_docx(path, "report.docx", "0")
    notes = [
        (block.mark, block.text.string, block.place.line)
        for block in document.blocks
        if block.kind is BlockKind.NOTE
    ]
    assert notes == [("1", "口径调整。", 2), ("2", "不含海外。", 5)]
    assert said(document, BlockKind.PARAGRAPH) == ["用水量下降¹", "完。"]
    assert strings(document)[1] == ["总用水量²", "吨", "1,100"]


def test_deleted_text_is_left_out_inserted_text_is_read_and_that_is_doubted(reading):
    written = docx.Document()
    paragraph = written.add_paragraph("用水量为")
    for kind, inner in (("del", "<w:delText>900</w:delText>"), ("ins", "<w:t>980</w:t>")):
        paragraph._p.append(parse_xml(f"<w:{kind} {nsdecls('w')} w:id='1'><w:r>{inner}</w:r></w:{kind}>"))
    document = reading(written)
    assert said(document, BlockKind.PARAGRAPH) == ["用水量为980"]
    assert [doubt.code for doubt in document.doubts] == ["tracked_changes"]


def test_content_controls_are_read_in_their_place(reading):
    written = docx.Document()
    written.add_paragraph("一。")
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>二。</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    written.element.body.insert(1, control)
    assert said(reading(written), BlockKind.PARAGRAPH) == ["一。", "二。"]


def test_a_table_that_only_lays_out_a_page_is_read_as_what_stands_in_it(reading):
    written = docx.Document()
    outer = written.add_table(1, 2)
    outer.cell(0, 0).text = "左边一段话。"
    inner = outer.cell(0, 1).add_table(2, 3)
    for cell, string in zip(
        (c for row in inner.rows for c in row.cells), ["指标", "单位", "2024", "水", "吨", "5"], strict=True
    ):
        cell.text = string
    document = reading(written)
    assert said(document, BlockKind.PARAGRAPH) == ["左边一段话。"]
    assert [strings(document, index) for index in range(len(document.tables))] == [
        [["指标", "单位", "2024"], ["水", "吨", "5"]]
    ]


def test_page_heads_are_furniture_and_contents_lists_too(reading):
    written = docx.Document()
    written.sections[0].header.paragraphs[0].text = "测试有限公司2024年报告"
    written.styles.add_style("toc 1", 1)
    written.add_paragraph("环境\t12", style="toc 1")
    assert said(reading(written), BlockKind.FURNITURE) == ["测试有限公司2024年报告", "环境\t12"]


def test_a_large_number_and_its_caption_are_one_figure(reading):
    written = docx.Document()
    written.add_paragraph("1,234.5 万吨")
    written.add_paragraph("减排量")
    assert said(reading(written), BlockKind.FIGURE) == ["1,234.5 万吨 减排量"]


def test_a_note_in_the_last_row_of_a_table_is_a_note(reading):
    written = docx.Document()
    made = table(written, [["指标", "单位", "2024"], ["水", "吨", "5"], ["注：不含海外。", "", ""]])
    made.cell(2, 0).merge(made.cell(2, 2))
    document = reading(written)
    assert strings(document) == [["指标", "单位", "2024"], ["水", "吨", "5"]]
    assert [(block.kind, block.text.string) for block in document.blocks] == [(BlockKind.NOTE, "不含海外。")]
