"""Made tables as Word files, for LibreOffice to print."""

from __future__ import annotations

from pathlib import Path
from random import Random

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from tests.read.pages.truth import Made
from tests.read.pages.truth import Printed
from tests.read.pages.truth import Style
from tests.read.pages.widths import least_group
from tests.read.pages.widths import least_of
from tests.read.pages.widths import least_value
from tests.read.pages.widths import values_under

_ALIGN = {
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
}
_MARGIN = 50


def write(made: Made, style: Style, seed: int, path: Path) -> None:
    """Write a Word file with the table, its caption, unit line and notes."""
    random = Random(f"word {seed}")  # noqa: S311
    file = Document()
    section = file.sections[0]
    section.page_width, section.page_height = Pt(595), Pt(842)
    widths = _widths(made, style.size, random)
    if style.turn or sum(widths) > 595 - 2 * _MARGIN:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Pt(842), Pt(595)
    section.left_margin = section.right_margin = Pt(_MARGIN)
    _say(file, "2024年度可持续发展报告" if made.language != "en" else "Sustainability report 2024", 16)
    for _ in range(random.choice((0, 0, 22 if section.page_height > section.page_width else 6))):
        _say(file, "", 10)
    _say(file, made.caption, style.size + 2)
    if made.unit_line:
        _say(file, made.unit_line, style.size).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    table = _table(file, made, widths)
    if style.ruling in {"ruled", "bars"}:
        table.style = "Table Grid"
    for cell in made.cells:
        _fill(table, cell, style, made.kinds())
    _rulings(table, made, style)
    if style.repeat:
        for row in table.rows[: made.head_rows]:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for mark, text in made.notes:
        paragraph = _say(file, "", style.size - 1)
        run = paragraph.add_run(mark)
        run.font.superscript = True
        run.font.size = Pt(style.size - 1)
        _run(paragraph, " " + text, style.size - 1)
    file.save(str(path))


def _table(file, made: Made, widths: list[float]):
    table = file.add_table(made.rows, made.columns)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
        for box in column.cells:
            box.width = Pt(width)
    return table


def _say(file, text: str, size: float):
    paragraph = file.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(2)
    _run(paragraph, text, size)
    return paragraph


def _run(paragraph, text: str, size: float):
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.font.name = "DejaVu Sans"
    run._r.get_or_add_rPr().rFonts.set(qn("w:eastAsia"), "Noto Sans CJK SC")
    return run


def _widths(made: Made, size: float, random: Random) -> list[float]:
    """Return widths in which no number and no word of a head or group breaks."""
    kinds = made.kinds()
    label = random.choice((110.0, 150.0, 200.0))
    known = {"label": label, "unit": 70.0, "value": least_value(made, size)}
    widths = [known.get(kind) or least_of(made, k, size) for k, kind in enumerate(kinds)]
    if kinds.count("label") > 1:
        widths[kinds.index("label")] = least_group(made, size)
    return widths


def _fill(table, cell: Printed, style: Style, kinds: list[str]) -> None:
    box = table.cell(cell.row, cell.column)
    if cell.rowspan > 1 or cell.colspan > 1:
        box = box.merge(table.cell(cell.row + cell.rowspan - 1, cell.column + cell.colspan - 1))
    if style.middle:
        box.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    elif style.bottom:
        box.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
    paragraph = box.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.left_indent = Pt(9 * cell.indent)
    _run(paragraph, cell.text, style.size).bold = cell.bold
    if cell.mark:
        run = _run(paragraph, cell.mark, style.size)
        run.font.superscript = True
    if values_under(cell, kinds) and cell.kind in {"head", "value"}:
        paragraph.alignment = _ALIGN["centre" if cell.colspan > 1 else style.align]


def _rulings(table, made: Made, style: Style) -> None:
    for index, row in enumerate(table.rows):
        for cell in row._tr.tc_lst:
            if style.ruling in {"pieces", "dotted"}:
                _edges(cell, "top", "bottom")
            elif style.ruling in {"halfruled", "sums", "boxed"}:
                if index == 0:
                    _edges(cell, "top")
                if index in {made.head_rows - 1, made.rows - 1}:
                    _edges(cell, "bottom")
            elif style.ruling == "tiles":
                _edges(cell, "top", "left", "bottom", "right", colour="FFFFFF")
                _shade(cell, head=index < made.head_rows)
            elif style.ruling in {"zebra", "bands"} and (index < made.head_rows or index % 2):
                _shade(cell, head=index < made.head_rows)


def _shade(cell, *, head: bool) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "BBBBBB" if head else "EEEEEE")
    cell.get_or_add_tcPr().append(shade)


def _edges(cell, *names: str, colour: str = "auto") -> None:
    props = cell.get_or_add_tcPr()
    borders = props.find(qn("w:tcBorders"))
    if borders is None:
        borders = OxmlElement("w:tcBorders")
        props.append(borders)
    for name in names:
        edge = OxmlElement(f"w:{name}")
        edge.set(qn("w:val"), "single")
        edge.set(qn("w:sz"), "4" if colour == "auto" else "8")
        edge.set(qn("w:color"), colour)
        borders.append(edge)
