from __future__ import annotations

from decimal import ROUND_DOWN
from decimal import ROUND_HALF_UP
from decimal import Decimal

from auditor.judge.house import rounding_house
from auditor.judge.verdict import judge
from auditor.model.relation import Verdict
from tests.judge.conftest import PERCENT

PARTS = (204_731, 391_118, 466_267, 534_509, 109_391, 278_655, 682_517, 125_428, 393_812, 871_904, 58_777)
WHOLE = 1_234_567


def print_shares(book, rounding, **misprints):
    """Print shares of a whole to a tenth of a percent, some of them otherwise."""
    book.say("whole", f"{WHOLE:,}")
    for at, part in enumerate(PARTS):
        share = (Decimal(part) * 100 / WHOLE).quantize(Decimal("0.1"), rounding=rounding)
        book.say(f"part{at}", f"{part:,}")
        book.say(f"share{at}", misprints.get(f"share{at}", str(share)), PERCENT)
        book.share(f"share{at}", f"part{at}", "whole")


def verdicts(judgements):
    return [item.verdict for item in judgements]


def test_a_report_that_cuts_digits_off_is_recognised_and_read_so(book):
    print_shares(book, ROUND_DOWN)
    judged = judge(book.relations, book.claims)
    assert verdicts(judged).count(Verdict.FLAGGED) >= 5
    houses = rounding_house(judged, book.claims)
    assert houses.truncating == ("report",)
    assert set(verdicts(houses.judgements)) == {Verdict.PASSED}


def test_a_report_that_rounds_is_left_alone(book):
    print_shares(book, ROUND_HALF_UP)
    judged = judge(book.relations, book.claims)
    houses = rounding_house(judged, book.claims)
    assert houses.truncating == ()
    assert houses.judgements == judged


def test_an_error_in_a_report_that_cuts_stays_an_error(book):
    print_shares(book, ROUND_DOWN, share3="34.3")
    houses = rounding_house(judge(book.relations, book.claims), book.claims)
    assert houses.truncating == ("report",)
    flagged = [item.relation.stated for item in houses.judgements if item.verdict is Verdict.FLAGGED]
    assert flagged == ["share3"]


def test_slips_of_one_digit_in_a_report_that_rounds_do_not_make_it_cut(book):
    print_shares(book, ROUND_HALF_UP, share1="31.6", share6="55.2", share9="70.5")
    assert rounding_house(judge(book.relations, book.claims), book.claims).truncating == ()


def test_four_cut_numbers_are_too_few(book):
    print_shares(book, ROUND_DOWN)
    judged = judge(book.relations, book.claims)
    broken = [item for item in judged if item.verdict is Verdict.FLAGGED]
    assert rounding_house(broken[:4], book.claims).truncating == ()
    assert rounding_house(broken[:5], book.claims).truncating == ("report",)


def test_no_relations_decide_nothing(book):
    assert rounding_house((), book.claims).truncating == ()
