"""Which places are shown together, and what is marked in a line of text."""

from __future__ import annotations

from auditor.model.evidence import Excerpt
from auditor.model.evidence import Site
from auditor.model.place import Box
from auditor.model.place import Place
from auditor.render.exhibits import Exhibit
from auditor.render.exhibits import Mark
from auditor.render.exhibits import _grouped
from auditor.render.passages import passage


def boxed(top, page=1, report="a.pdf"):
    return Mark("input", Place(report, page=page, box=Box(100, top, 130, top + 10)))


def runs(string, *marks):
    exhibit = Exhibit(Site("a.txt", first=1, last=1), marks)
    line = next(passage(exhibit, Excerpt(first=1, lines=(string,))))
    return [(run.text, run.role) for run in line.runs]


def marked(text, column=0, role="stated"):
    return Mark(role, Place("a.txt", line=1, column=column), text=text)


def test_numbers_of_one_row_are_shown_in_one_picture():
    (together,) = _grouped([boxed(100), boxed(112), boxed(150)])
    assert together.site.box == Box(100, 100, 130, 160)
    assert len(together.marks) == 3


def test_numbers_far_apart_or_on_other_pages_are_shown_apart():
    apart = list(_grouped([boxed(100), boxed(500), boxed(105, page=2), boxed(105, report="b.pdf")]))
    assert [(one.site.report, one.site.page) for one in apart] == [
        ("a.pdf", 1),
        ("a.pdf", 1),
        ("a.pdf", 2),
        ("b.pdf", 2 - 1),
    ]


def test_a_place_that_is_not_known_is_not_shown():
    assert list(_grouped([Mark("note", Place("a.pdf", page=3)), Mark("note", Place("a.pdf"))])) == []


def test_digits_are_marked_where_they_stand_and_not_where_they_stood_before():
    assert runs("60 人，去年 60 人", marked("60", 8)) == [("60 人，去年 ", ""), ("60", "stated"), (" 人", "")]


def test_two_numbers_of_a_line_are_both_marked():
    found = runs("1,200  1,100", marked("1,100", 7, "suspect"), marked("1,200"))
    assert found == [("1,200", "stated"), ("  ", ""), ("1,100", "suspect")]


def test_digits_that_markup_parts_from_their_scale_word_are_marked_alone():
    assert runs("超 **177** 萬家", marked("177 萬", 4)) == [("超 **", ""), ("177", "stated"), ("** 萬家", "")]
