"""Ten spots in real reports, told by line numbers; skipped where the shared files are absent."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.model.document import Table
from auditor.read.open import read
from tests.read.text.conftest import lines_read
from tests.read.text.conftest import misplaced
from tests.read.text.conftest import rows

_SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
_ALL = ("000", "001", "002", "003", "004")

pytestmark = pytest.mark.skipif(not _SEEDS.is_dir(), reason="the shared seed texts are not here")


@cache
def _seed(number: str) -> tuple[Document, list[str]]:
    path = next(_SEEDS.glob(f"{number}_*.txt"))
    return read(path), path.read_text("utf-8").split("\n")


def _at(number: str, line: int) -> Block | Table:
    document, _ = _seed(number)
    return next(element for element in document.elements if element.place.line == line)


def _lines(block: Block | Table) -> list[int]:
    assert isinstance(block, Block)
    return [piece.place.line for piece in block.text.pieces]


@pytest.mark.parametrize("number", _ALL)
def test_every_character_of_a_real_report_has_its_place(number):
    document, lines = _seed(number)
    assert misplaced(document, lines) == []


@pytest.mark.parametrize("number", _ALL)
def test_no_line_of_a_real_report_is_lost(number):
    document, lines = _seed(number)
    filled = {place for place, line in enumerate(lines, 1) if line.strip().strip("-|\t ")}
    assert filled <= lines_read(document)


@pytest.mark.parametrize(
    ("line", "size", "continued"),
    [
        (3611, (19, 6), False),
        (3643, (21, 6), True),
        (3667, (12, 6), True),
        (3683, (18, 6), False),
        (3706, (22, 6), True),
        (3733, (17, 6), True),
    ],
)
def test_the_kpi_tables_hold_each_printed_cell_in_its_column(line, size, continued):
    table = _at("000", line)
    assert isinstance(table, Table)
    assert (table.rows, table.columns) == size
    assert (table.header_rows, table.continued) == (1, continued)
    printed = _seed("000")[1][line - 1 : line - 1 + table.rows]
    assert [row[1:] for row in rows(table)] == [row.split("\t")[1:] for row in printed]


def test_the_notes_below_the_kpi_tables_have_their_marks_in_order():
    notes = [
        b for b in _seed("000")[0].blocks if b.kind is BlockKind.NOTE and 3631 <= (b.place.line or 0) <= 3757
    ]
    assert [note.mark for note in notes] == [str(number) for number in range(1, 18)]


def test_a_label_printed_over_its_number_is_one_figure():
    figures = [
        b
        for b in _seed("000")[0].blocks
        if b.kind is BlockKind.FIGURE and 1149 <= (b.place.line or 0) <= 1167
    ]
    assert [block.place.line for block in figures] == [1149, 1151, 1153, 1155, 1159, 1161, 1163, 1165, 1167]
    assert _lines(_at("000", 1155)) == [1155, 1157]


@pytest.mark.parametrize(
    ("line", "lines"), [(972, [972, 974, 975]), (1011, [1011, 1013, 1014]), (2999, [2999, 3001])]
)
def test_a_tile_is_a_number_with_the_lines_of_its_caption(line, lines):
    assert _at("000", line).kind is BlockKind.FIGURE
    assert _lines(_at("000", line)) == lines


@pytest.mark.parametrize(("line", "lines"), [(107, [107, 109]), (1220, [1220, 1222])])
def test_a_paragraph_cut_by_its_page_is_whole_again(line, lines):
    assert _lines(_at("000", line)) == lines


def test_rows_that_lost_their_value_are_doubted():
    document, _ = _seed("001")
    doubted = [doubt.place.line for doubt in document.doubts if doubt.code == "value_missing"]
    assert doubted == [*range(3432, 3441), 3444, 3445, 3457, 3458]


def test_a_press_text_has_one_block_a_line():
    document, _ = _seed("002")
    assert [block.place.line for block in document.blocks] == list(range(1, 25))


def test_a_newspaper_column_is_joined_inside_its_sentences():
    lines = _lines(_at("003", 72))
    assert lines == [72, 73, 75, 76, 77, 78, 80, 82]
    assert _at("003", 49).kind is BlockKind.HEADING


@pytest.mark.parametrize(
    ("table", "row", "label", "unit", "values"),
    [
        (1416, 5, [1426], [1427, 1429], [1430, 1430]),
        (1416, 6, [1432], [1433, 1435], [1436, 1436]),
        (1023, 8, [1041, 1042], [1044], [1044, 1044]),
        (1112, 14, [1149], [1149], [1149, 1149]),
    ],
)
def test_a_row_broken_over_lines_is_whole_again(table, row, label, unit, values):
    found = _at("004", table)
    assert isinstance(found, Table)
    cells = found.grid()[row]
    assert [[p.place.line for p in cell.text.pieces] for cell in cells if cell] == [
        label,
        unit,
        *([v] for v in values),
    ]


def test_group_labels_of_two_lines_are_told_apart():
    table = _at("004", 1112)
    assert isinstance(table, Table)
    groups = [cell for cell in table.cells if cell.column == 0 and len(cell.text.pieces) > 1]
    assert [[piece.place.line for piece in cell.text.pieces] for cell in groups] == [
        [1116, 1117, 1118, 1119],
        [1123, 1124],
        [1130, 1131],
        [1141, 1142, 1144],
        [1146, 1147],
        [1153, 1154],
    ]


def test_a_sentence_goes_on_below_the_notes_that_interrupt_it():
    paragraph = next(b for b in _seed("004")[0].blocks if b.place.line == 1454)
    assert _lines(paragraph)[-3:] == [1457, 1466, 1467]
    notes = [
        b.mark
        for b in _seed("004")[0].blocks
        if b.kind is BlockKind.NOTE and 1459 <= (b.place.line or 0) <= 1463
    ]
    assert notes == ["8", "9", "10"]


def test_contents_running_heads_and_page_numbers_are_furniture():
    furniture = {
        number: {b.place.line for b in _seed(number)[0].blocks if b.kind is BlockKind.FURNITURE}
        for number in _ALL
    }
    assert {*range(17, 25), 26, 27} <= furniture["000"]
    assert {46, 71, 90, 767, 895, 1748, 1755, 1827} <= furniture["004"]
