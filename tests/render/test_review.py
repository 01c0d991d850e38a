"""What a reviewer wrote is carried, quoted or reopened; it is never lost and never decided again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.place import Place
from auditor.render.review import Decision
from auditor.render.review import Remembered
from auditor.render.review import Review

FOUND = Finding(
    "a",
    "T101",
    Severity.ERROR,
    "分项与总计不符",
    "new.txt",
    Place("new.txt", line=3),
    "CY2024",
    "合计",
    "1,070吨",
    "[1049.5, 1050.5]",
    "1",
    "不符",
    ("new.txt#1",),
)
CELLS = {
    "finding_id": "a",
    "stated": "1,070吨",
    "expected": "[1049.5, 1050.5]",
    "status": "accepted",
    "reviewer": "李华",
    "reviewed_on": "2025-03-01",
    "comment": "口径不同",
}


def decision(cells, finding=FOUND, **more) -> Decision:
    return Review({"a": Remembered(cells, **more)}).decision(finding)


def test_a_new_finding_is_open():
    assert Review().decision(FOUND) == Decision("open", "", "", "")


def test_a_decision_on_the_same_figures_is_carried():
    assert decision(CELLS) == Decision("accepted", "李华", "2025-03-01", "口径不同")


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ("Accepted", "accepted"),
        ("false alarm", "false_alarm"),
        ("误报", "false_alarm"),
        ("已接受", "accepted"),
    ],
)
def test_a_status_is_understood_as_people_write_it(told, word):
    assert decision(CELLS | {"status": told}).status == word


def test_a_word_that_is_no_status_is_kept_in_the_comment():
    carried = decision(CELLS | {"status": "等财务回复"})
    assert (carried.status, carried.comment) == ("open", "口径不同〔状态原文：等财务回复〕")


def test_a_decision_whose_figures_changed_is_open_and_quotes_the_old_one():
    carried = decision(CELLS, replace(FOUND, stated="1,080吨"))
    assert carried.status == "open"
    assert carried.reviewer == ""
    for words in ("accepted", "李华", "2025-03-01", "1,070吨", "口径不同"):
        assert words in carried.comment


@pytest.mark.parametrize("told", ["1070吨", "1,070 吨", "1070.0吨", "1.07E+03"])
def test_a_figure_that_a_spreadsheet_wrote_its_own_way_is_the_same_figure(told):
    assert decision(CELLS | {"stated": told}).status == "accepted"


def test_a_minus_sign_that_gbk_does_not_have_is_still_a_minus_sign():
    found = replace(FOUND, stated="−1,070吨")
    assert decision(CELLS | {"stated": "?1,070吨"}, found).status == "accepted"
    assert decision(CELLS | {"stated": "1,070吨"}, found).status == "open"


@pytest.mark.parametrize("told", ["1071吨", "-1070吨", "1070吨 1", "", "1.08E+03"])
def test_another_figure_is_another_figure(told):
    assert decision(CELLS | {"stated": told}).status == "open"


def test_a_file_without_the_figures_says_nothing_against_the_decision():
    bare = {name: cell for name, cell in CELLS.items() if name not in {"stated", "expected"}}
    assert decision(bare).status == "accepted"


def test_a_finding_that_nobody_decided_has_nothing_to_quote_when_it_changes():
    cells = CELLS | dict.fromkeys(("reviewer", "reviewed_on"), "") | {"status": "open", "comment": "待查"}
    assert decision(cells, replace(FOUND, stated="1,080吨")) == Decision(comment="待查")


def test_a_prior_decision_is_shown_as_prior_and_must_be_confirmed_again():
    carried = decision(CELLS, prior=True)
    assert carried.status == "open"
    assert carried.comment.startswith("〔上期决定，请重新确认：accepted，李华，2025-03-01")
    assert "口径不同" in carried.comment


def test_a_decided_finding_that_is_gone_is_resolved_and_comes_back_with_its_decision():
    gone = Review({"a": Remembered(CELLS)}).resolved(set())[0]
    assert (gone["status"], gone["reviewer"], gone["comment"]) == (
        "resolved",
        "李华",
        "口径不同〔原状态：accepted〕",
    )
    assert Review({"a": Remembered(gone)}).resolved(set())[0] == gone
    assert decision(gone) == decision(CELLS)


def test_a_finding_that_nobody_touched_is_told_as_resolved_only_for_a_file_that_was_named():
    cells = {"finding_id": "a", "status": "open"}
    assert Review({"a": Remembered(cells)}).resolved(set()) == []
    listed = Review({"a": Remembered(cells, listed=True)}).resolved(set())
    assert [row["status"] for row in listed] == ["resolved"]


def test_of_two_decisions_one_counts_and_the_other_is_quoted_once():
    mine, theirs = Decision("accepted", "李华", "", "一"), Decision("confirmed", "王明", "", "二")
    both = mine.beside(theirs)
    assert (both.status, both.reviewer) == ("accepted", "李华")
    assert both.comment == "一〔另一决定：confirmed，王明：二〕"
    assert both.beside(theirs) == both
    assert mine.beside(both) == both
    assert Decision().beside(theirs) == theirs
