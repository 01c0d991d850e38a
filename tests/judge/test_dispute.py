from __future__ import annotations

from auditor.judge.diagnosis import diagnose
from auditor.judge.dispute import settle
from auditor.judge.verdict import judge
from auditor.lexicon.tongue import tell
from auditor.model.relation import Verdict
from tests.judge.conftest import PERCENT


def settled(book):
    judged = judge(book.relations, book.claims)
    after = settle(judged, diagnose(judged, book.claims), book.claims)
    return {item.relation.stated: (item.verdict, tell(item.reason)) for item in after}


def shares(book, **texts):
    """Print two parts, their total, and what is worked out from them."""
    printed = {"a": "3,141", "b": "5,926", "total": "9,067", "share": "34.6", "growth": "88.7"} | texts
    for ref, text in printed.items():
        book.say(ref, text, **({"unit": PERCENT} if ref in {"share", "growth"} else {}))
    book.sum("total", ("a", "b"))
    book.share("share", "a", "total")
    book.growth("growth", "b", "a")


def test_a_rate_worked_out_from_a_disputed_figure_is_undecided(book):
    shares(book, a="3,411")
    assert settled(book) == {
        "total": (Verdict.FLAGGED, ""),
        "share": (Verdict.UNDECIDED, "所用数字存疑：a"),
        "growth": (Verdict.UNDECIDED, "所用数字存疑：a"),
    }


def test_a_wrong_rate_stays_flagged(book):
    shares(book, share="43.6")
    assert settled(book)["share"][0] is Verdict.FLAGGED


def test_rates_that_are_the_only_evidence_stay_flagged(book):
    shares(book, a="3,411")
    book.relations = [item for item in book.relations if item.stated != "total"]
    assert {verdict for verdict, _ in settled(book).values()} == {Verdict.FLAGGED}


def test_without_a_suspect_nothing_waits(book):
    book.same(book.say("here", "1,389.7"), book.say("there", "1,387.2"))
    assert settled(book) == {"here": (Verdict.FLAGGED, "")}
