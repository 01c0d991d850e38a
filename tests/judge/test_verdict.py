from __future__ import annotations

from decimal import Decimal

import pytest

from auditor.judge.verdict import judge
from auditor.judge.verdict import reading
from auditor.lexicon.tongue import tell
from auditor.model.interval import Interval
from auditor.model.quantity import Bound
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Strength
from auditor.model.relation import Verdict
from auditor.model.relation import addition
from auditor.model.saying import saying
from tests.judge.conftest import KILOGRAM
from tests.judge.conftest import PERCENT
from tests.judge.conftest import Book


def only(book, **options):
    (judgement,) = judge(book.relations, book.claims, **options)
    return judgement


def test_a_total_that_foots_passes(book):
    book.say("total", "2,237,625")
    book.sum("total", [book.say("scope 1", "531,208"), book.say("scope 2", "1,706,417")])
    assert only(book).verdict is Verdict.PASSED


def test_a_total_that_is_one_off_because_its_parts_are_rounded_is_rounding(book):
    book.say("total", "10.1")
    book.sum("total", [book.say("a", "3.3"), book.say("b", "3.3"), book.say("c", "3.4")])
    judgement = only(book)
    assert judgement.verdict is Verdict.ROUNDING
    assert judgement.computed == Interval(Decimal("9.85"), Decimal("10.15"))


def test_a_total_that_does_not_foot_is_flagged_with_its_gap_in_printed_units(book):
    book.say("total", "10.4")
    book.sum("total", [book.say("a", "3.3"), book.say("b", "3.3"), book.say("c", "3.4")])
    judgement = only(book)
    assert judgement.verdict is Verdict.FLAGGED
    assert judgement.gap == Decimal("0.2")
    assert judgement.gap_in_units == 2


def test_a_sentence_in_ten_thousand_tonnes_agrees_with_two_rows_in_tonnes(book):
    book.say("sentence", "223.8", scale="10000")
    book.sum("sentence", [book.say("scope 1", "531,208"), book.say("scope 2", "1,706,417")])
    judgement = only(book)
    assert judgement.verdict is Verdict.PASSED
    assert judgement.stated == Interval(Decimal(2237500), Decimal(2238500))


def test_both_sides_are_told_in_the_unit_of_the_stated_claim(book):
    book.say("in kilograms", "1,500", KILOGRAM)
    book.say("in tonnes", "1.6")
    book.same("in kilograms", "in tonnes")
    judgement = only(book)
    assert judgement.verdict is Verdict.FLAGGED
    assert judgement.computed == Interval(Decimal(1550), Decimal(1650))
    assert judgement.gap == Decimal("49.5")


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [("-5.0", Verdict.PASSED), ("-5.1", Verdict.FLAGGED), ("5.0", Verdict.FLAGGED)],
)
def test_growth_is_worked_out_from_the_two_years(book, printed, verdict):
    book.say("growth", printed, PERCENT)
    book.growth("growth", book.say("new", "2,237,625"), book.say("old", "2,355,001"))
    assert only(book).verdict is verdict


def test_growth_from_rounded_inputs_is_no_error(book):
    # 1.9 / 1.5 - 1 = 26.7 %, but (1.85 .. 1.95) / (1.45 .. 1.55) - 1 reaches 24.7 %
    book.say("growth", "24.7", PERCENT)
    book.growth("growth", book.say("new", "1.9"), book.say("old", "1.5"))
    assert only(book).verdict is Verdict.ROUNDING


@pytest.mark.parametrize(("one", "other"), [("223.8", "223.82"), ("223.82", "223.8")])
def test_one_fact_printed_to_two_precisions_passes_whichever_is_stated(book, one, other):
    book.same(book.say("one", one), book.say("other", other))
    assert only(book).verdict is Verdict.PASSED


@pytest.mark.parametrize(
    ("whole", "verdict"), [("10.4", Verdict.PASSED), ("10.3", Verdict.PASSED), ("10.2", Verdict.FLAGGED)]
)
def test_over_is_a_lower_bound(book, whole, verdict):
    book.say("over", "10.3", scale="10000", bound=Bound.OVER)
    book.same("over", book.say("counted", whole, scale="10000"))
    assert only(book).verdict is verdict


def test_a_bound_among_the_parts_bounds_the_total(book):
    book.say("total", "500")
    book.sum("total", [book.say("a", "200"), book.say("b", "250", bound=Bound.OVER)])
    judgement = only(book)
    assert judgement.verdict is Verdict.PASSED
    assert tell(judgement.reason) == "作为界限成立"


def test_growth_between_two_bounds_says_nothing(book):
    book.say("growth", "35.0", PERCENT)
    book.growth(
        "growth", book.say("new", "1,200", bound=Bound.OVER), book.say("old", "1,000", bound=Bound.OVER)
    )
    judgement = only(book)
    assert judgement.verdict is Verdict.UNDECIDED
    assert "单侧界限" in tell(judgement.reason)


def test_a_divisor_that_rounds_from_zero_leaves_it_undecided(book):
    book.say("growth", "100", PERCENT)
    book.growth("growth", book.say("new", "2"), book.say("old", "0"))
    judgement = only(book)
    assert judgement.verdict is Verdict.UNDECIDED
    assert tell(judgement.reason) == "除数可能为零"


def test_a_blocked_relation_keeps_its_reason_and_its_arithmetic(book):
    book.say("total", "9")
    book.relate(
        Kind.SUM, "total", addition((book.say("a", "3"), book.say("b", "4"))), blocked=saying("范围不同")
    )
    judgement = only(book)
    assert judgement.verdict is Verdict.UNDECIDED
    assert tell(judgement.reason) == "范围不同"
    assert judgement.computed == Interval(Decimal(6), Decimal(8))


def test_a_relation_with_an_unread_input_is_undecided(book):
    book.sum(book.say("total", "9"), ["never read", book.say("a", "3")])
    judgement = only(book)
    assert judgement.verdict is Verdict.UNDECIDED
    assert tell(judgement.reason) == "有一项所用数字未读到"


def test_a_tie_that_does_not_hold_is_dropped(book):
    book.same(book.say("a", "3"), book.say("b", "6"), Strength.TIE)
    book.same(book.say("c", "5"), book.say("d", "5"), Strength.TIE)
    assert [item.relation.stated for item in judge(book.relations, book.claims)] == ["c"]


def test_a_question_that_does_not_hold_stays_flagged(book):
    book.relate(Kind.DEFINITION, book.say("a", "3"), Expression.claim(book.say("b", "6")), Strength.QUESTION)
    assert only(book).verdict is Verdict.FLAGGED


def test_a_truncated_share_agrees_only_where_the_report_truncates(book):
    book.say("share", "66.6", PERCENT)
    book.share("share", book.say("part", "2,000,000"), book.say("whole", "3,000,000"))
    assert only(book).verdict is Verdict.FLAGGED
    assert only(book, truncating=["report"]).verdict is Verdict.PASSED
    assert only(book, truncating=["another report"]).verdict is Verdict.FLAGGED


@pytest.mark.parametrize(
    ("printed", "interval"),
    [
        ("66.6", Interval(Decimal("66.6"), Decimal("66.7"), high_open=True)),
        ("-5.0", Interval(Decimal("-5.1"), Decimal("-5.0"), low_open=True)),
        ("0", Interval(Decimal(-1), Decimal(1), low_open=True, high_open=True)),
    ],
)
def test_a_truncated_number_reaches_away_from_zero(printed, interval):
    book = Book()
    book.say("number", printed)
    assert reading(book.claims["number"], truncates=True) == interval


def test_truncation_leaves_numbers_with_bounding_words_alone(book):
    book.say("over", "10", bound=Bound.OVER)
    assert reading(book.claims["over"], truncates=True) == Interval(Decimal(10), None)


def test_numbers_whose_head_was_not_read_are_not_accused(book):
    book.say("total", "-3.2", period="", seat=(0, 4))
    book.sum(
        "total", [book.say("a", "-9.2", period="", seat=(1, 4)), book.say("b", "2.2", period="", seat=(2, 4))]
    )
    judgement = only(book)
    assert judgement.verdict is Verdict.UNDECIDED
    assert tell(judgement.reason) == "有一个数字的表头未读到"


def test_numbers_whose_head_was_not_read_may_still_agree(book):
    book.say("total", "186,076", period="", seat=(0, 4))
    book.sum(
        "total",
        [book.say("a", "82,982", period="", seat=(1, 4)), book.say("b", "103,094", period="", seat=(2, 4))],
    )
    assert only(book).verdict is Verdict.PASSED
