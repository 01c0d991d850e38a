"""Marks of Markdown that a page prints as they are."""

from __future__ import annotations

from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Cell
from auditor.model.document import Piece
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.model.place import Box
from auditor.model.place import Place
from auditor.read.pdf.unmarked import unmarked


def text(string):
    return Text(string, (Piece(0, Place("r", 1, box=Box(0, 0, 10 * len(string), 10))),))


def paragraph(string):
    return Block(BlockKind.PARAGRAPH, text(string))


def plain(string, *others):
    return unmarked([paragraph(string), *others], {})[0].text.string


def test_stars_around_words_and_the_address_of_a_link_go():
    assert plain("Over **4,100 patents** of [6,200](#) filed") == "Over 4,100 patents of 6,200 filed"
    assert plain("**All in all.** It fell") == "All in all. It fell"


def test_stars_that_close_nothing_stay():
    assert plain("Scope 1** and Scope 2** emissions") == "Scope 1** and Scope 2** emissions"
    assert plain("see [4](2) and 3 ** 2") == "see [4](2) and 3 ** 2"


def test_stars_are_the_mark_of_a_footnote_where_a_cell_ends_with_them():
    table = Table((Cell(0, 0, text("Injuries**")),), 1, 1)
    assert plain("Over **4,100 patents**", table) == "Over **4,100 patents**"


def test_what_is_left_keeps_its_place_and_size():
    block = paragraph("ab **cd** ef")
    sizes = {id(block): 0.8}
    found = unmarked([block], sizes)[0]
    assert found.text.place(3, 5).box == Box(50, 0, 70, 10)
    assert sizes[id(found)] == 0.8
