"""The places of a report as they are shown: lines of a text with their neighbours."""

from __future__ import annotations

from auditor.model.evidence import Site
from auditor.model.place import Box
from auditor.read.excerpts import excerpts


def test_lines_of_a_text_come_with_one_line_around_them(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("一\n二\n三\n四\n五\n", encoding="utf-8")
    first, middle = Site("a.txt", first=1, last=1), Site("a.txt", first=3, last=4)
    found = excerpts(path, [middle, first, middle])
    assert (found[middle].first, found[middle].lines) == (2, ("二", "三", "四", "五"))
    assert (found[first].first, found[first].lines) == (1, ("一", "二"))


def test_a_place_beyond_the_text_is_left_out(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("一\n", encoding="utf-8")
    assert excerpts(path, [Site("a.txt", first=9, last=9)]) == {}


def test_a_file_that_can_no_longer_be_opened_has_no_pictures_and_stops_nothing(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4 no more")
    assert excerpts(path, [Site("a.pdf", page=1, box=Box(1, 1, 2, 2))]) == {}


def test_of_a_file_whose_lines_we_count_ourselves_no_source_line_is_shown(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("<p>一</p>\n<p>二</p>\n", encoding="utf-8")
    assert excerpts(path, [Site("a.html", first=1, last=1)]) == {}
