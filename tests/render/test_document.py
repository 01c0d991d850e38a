"""`auditor show`: a place as it was understood."""

from __future__ import annotations

from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Cell
from auditor.model.document import Document
from auditor.model.document import Doubt
from auditor.model.document import Piece
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.model.place import Place
from auditor.model.saying import saying
from auditor.render.document import view


def at(line: int, string: str) -> Text:
    return Text(string, (Piece(0, Place("new.txt", line=line)),))


def seen(new, line: int) -> list[str]:
    new("总排放", "105", place=Place("new.txt", line=12))
    table = Table(
        (
            Cell(0, 0, at(11, "指标")),
            Cell(0, 1, at(11, "2024")),
            Cell(1, 0, at(12, "总排放")),
            Cell(1, 1, at(12, "105")),
        ),
        2,
        2,
        unit="吨",
    )
    document = Document(
        "new.txt",
        "0" * 64,
        "text",
        (
            Block(BlockKind.HEADING, at(10, "环境"), 1),
            table,
            Block(BlockKind.NOTE, at(13, "已审验"), mark="1"),
        ),
        (Doubt("cell_without_column", Place("new.txt", line=12), saying("多了一格")),),
        lines=13,
    )
    return list(view(document, new.report, line=line))


def test_a_line_in_a_table_shows_the_grid_its_claims_and_its_doubts(new):
    lines = seen(new, 12)
    assert lines[1].startswith("[table] L11  2 rows x 2 columns, 1 head, unit 吨")
    assert lines[2:4] == ["    0=| 指标 | 2024", "    1 | 总排放 | 105"]
    assert "claims: 1" in lines
    assert any("105 t" in line and "[104.5, 105.5]" in line and "CY2024" in line for line in lines)
    assert any("cell_without_column" in line for line in lines)


def test_a_heading_and_a_footnote_are_told_apart(new):
    assert seen(new, 10)[1] == "[heading 1] L10  环境"
    assert seen(new, 13)[1] == "[note 1] L13  已审验"


def test_an_empty_line_says_so(new):
    assert seen(new, 5)[1:] == ["nothing was read on line 5", "claims: 0", "doubts: 0"]
