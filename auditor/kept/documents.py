"""A document as JSON and back again, to the last character and place; only our own nouns come out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Cell
from auditor.model.document import Document
from auditor.model.document import Doubt
from auditor.model.document import Piece
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.model.place import Box
from auditor.model.place import Place
from auditor.model.saying import Saying


def pack(document: Document) -> str:
    """Return a document as JSON, without its name and hash, which its file tells.

    Raises:
        ValueError: when a place is not in this document, or a number is not finite.
    """
    name = document.name
    data = {
        "format": document.format,
        "pages": document.pages,
        "unread": document.pages_unread,
        "lines": document.lines,
        "elements": [
            _pack_block(item, name) if isinstance(item, Block) else _pack_table(item, name)
            for item in document.elements
        ],
        "doubts": [
            [doubt.code, _pack_place(doubt.place, name), doubt.detail.words, doubt.detail.told]
            for doubt in document.doubts
        ],
    }
    return json.dumps(data, separators=(",", ":"), allow_nan=False)


def unpack(string: str, name: str, sha256: str) -> Document:
    """Return the document that `pack` wrote, under a name.

    Raises:
        ValueError, KeyError, TypeError, IndexError: when the string is not what `pack` writes.
    """
    data = json.loads(string)
    return Document(
        name,
        sha256,
        data["format"],
        tuple(_block(item, name) if len(item) == 4 else _table(item, name) for item in data["elements"]),
        tuple(
            Doubt(code, _place(place, name), Saying(words, tuple(map(tuple, told))))
            for code, place, words, told in data["doubts"]
        ),
        data["pages"],
        tuple(data["unread"]),
        data["lines"],
    )


def _pack_place(place: Place, name: str) -> list[Any]:
    """Return nothing for no place, the page and its box, or nothing for the page, the line and the column."""
    if place == Place(""):
        return []
    if place.report != name:
        message = f"{place.report} is another document than {name}"
        raise ValueError(message)
    if place.page is None:
        return [None, place.line, place.column]
    box = place.box
    return [place.page] if box is None else [place.page, box.x0, box.top, box.x1, box.bottom]


def _place(data: Sequence[Any], name: str) -> Place:
    if len(data) == 5:
        page, x0, top, x1, bottom = data
        return Place(name, page, None, Box(x0, top, x1, bottom))
    if len(data) == 3:
        return Place(name, None, data[1], None, data[2])
    return Place(name, data[0]) if data else Place("")


def _pack_text(text: Text, name: str) -> list[Any]:
    return [text.string, [[piece.start, *_pack_place(piece.place, name)] for piece in text.pieces]]


def _text(data: Sequence[Any], name: str) -> Text:
    string, pieces = data
    return Text(string, tuple([Piece(piece[0], _place(piece[1:], name)) for piece in pieces]))


def _pack_block(block: Block, name: str) -> list[Any]:
    return [block.kind.value, _pack_text(block.text, name), block.level, block.mark]


def _block(data: Sequence[Any], name: str) -> Block:
    kind, text, level, mark = data
    return Block(BlockKind(kind), _text(text, name), level, mark)


def _pack_table(table: Table, name: str) -> list[Any]:
    cells = [
        [cell.row, cell.column, _pack_text(cell.text, name), cell.rowspan, cell.colspan, cell.indent]
        for cell in table.cells
    ]
    caption = _pack_text(table.caption, name)
    return [cells, table.rows, table.columns, table.header_rows, caption, table.unit, table.continued]


def _table(data: Sequence[Any], name: str) -> Table:
    cells, rows, columns, header_rows, caption, unit, continued = data
    made = tuple(
        [
            Cell(row, column, _text(text, name), rowspan, colspan, indent)
            for row, column, text, rowspan, colspan, indent in cells
        ]
    )
    return Table(made, rows, columns, header_rows, _text(caption, name), unit, continued)
