"""Lines of contents tell pages, and no figures."""

from __future__ import annotations

import pytest

from auditor.extract.contents import contents_lines
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Piece
from auditor.model.document import Text
from auditor.model.place import Box
from auditor.model.place import Place


def _block(kind, page, string):
    place = Place("report.pdf", page=page, box=Box(10, 20, 200, 30))
    return Block(kind, Text(string, (Piece(0, place),)))


def _elements(line, page=52, title="— Care for our employees"):
    return [
        _block(BlockKind.PARAGRAPH, 3, line),
        _block(BlockKind.HEADING, page, title),
        _block(BlockKind.HEADING, 64, "Our suppliers"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "50 Care for our employees",
        "Care for our employees ........ 50",
        "02 50 Care for our employees 63 Our suppliers",
    ],
)
def test_the_number_beside_a_title_is_a_page(line):
    assert contents_lines(_elements(line)) == {0}


@pytest.mark.parametrize(
    "line",
    [
        "50 Care for our employees 7,418",  # another number
        "120 Care for our employees",  # no chapter begins there
        "50 employees",  # no title
        "50 Care for our employees and others",
    ],
)
def test_any_other_number_is_none(line):
    assert contents_lines(_elements(line)) == frozenset()
