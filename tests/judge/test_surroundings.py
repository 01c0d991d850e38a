"""What stands around a figure, and what other reports tell, says whether it is the wrong one."""

from __future__ import annotations

from auditor.judge.diagnosis import diagnose
from auditor.judge.verdict import judge
from tests.judge.conftest import PERCENT


def diagnosed(book, elsewhere=None):
    (found,) = diagnose(judge(book.relations, book.claims), book.claims, (), elsewhere)
    return found


def test_a_number_that_leaves_the_row_it_goes_with_is_the_wrong_one(book):
    book.table([["1.37", "1.37", "2.51"], ["1.37", "1.79", "2.51"], ["1.37", "1.80", "2.51"]])
    book.say("rise", "30.66", PERCENT)
    book.growth("rise", "0.1", "0.0")
    found = diagnosed(book)
    assert found.suspect == "0.1"
    assert found.suggested == "1.78..1.80"


def test_a_share_above_its_whole_is_suspected_first(book):
    book.say("share", "714.9", PERCENT)
    book.share("share", book.say("part", "1,249"), book.say("whole", "1,747"))
    found = diagnosed(book)
    assert found.candidates[0].suspect == "share"


def test_what_another_report_tells_of_a_fact_decides_and_is_suggested(book):
    book.say("new", "90,453,413.74", seat=(0, 0))
    book.say("old", "259,493,420.62", seat=(0, 1))
    book.say("rate", "-65.13", PERCENT, seat=(0, 2))
    book.growth("rate", "new", "old")
    book.say("then", "259,413,420.62", period="FY2024")
    found = diagnosed(book, {"old": ("then",), "then": ("old",)})
    assert (found.suspect, found.suggested) == ("old", "259413420.62")
    alone = diagnosed(book)
    assert (alone.suspect, alone.suggested) == ("", "")
