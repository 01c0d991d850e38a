"""Numbers, places and arithmetic as a finding says them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from auditor.model.interval import Interval
from auditor.model.place import Place
from auditor.model.relation import Expression
from auditor.model.relation import addition
from auditor.rules.wording import arithmetic
from auditor.rules.wording import interval_cell
from auditor.rules.wording import interval_words
from auditor.rules.wording import percent_words
from auditor.rules.wording import place_words
from auditor.rules.wording import printed
from auditor.rules.wording import told_number


def test_a_place_is_a_page_or_a_line():
    assert place_words(Place("a.pdf", page=9)) == "第 9 页"
    assert place_words(Place("a.txt", line=3612), name=True) == "《a.txt》第 3612 行"


def test_a_number_is_told_as_printed(new):
    assert printed(new("水", "1,234.50")) == "1,234.50吨"
    assert printed(new("占比", "24.7", "%")) == "24.7%"


@pytest.mark.parametrize(
    ("low", "high", "step", "words", "cell"),
    [
        ("105", "105", "1", "105", "105"),
        ("104.5", "105.5", "1", "104.5 至 105.5", "[104.5, 105.5]"),
        ("2395249", "2395249", "1000", "2,395,249", "2395249"),
        ("0.0502891", "0.0503102", "0.001", "0.05028 至 0.05032", "[0.05028, 0.05032]"),
        (None, "7", "1", "7 以下", "[, 7]"),
    ],
)
def test_an_interval_is_told_without_losing_a_number(low, high, step, words, cell):
    interval = Interval(None if low is None else Decimal(low), Decimal(high))
    assert interval_words(interval, Decimal(step)) == words
    assert interval_cell(interval, Decimal(step)) == cell


def test_arithmetic_is_written_with_the_printed_numbers(new):
    now, before = new("总量", "2,395,249"), new("总量", "2,522,066", period="CY2023")
    claims = {claim.ref: claim for claim in new.claims}
    growth = Expression.claim(now.ref) / Expression.claim(before.ref) - Expression.constant(1)
    assert arithmetic(growth, claims) == "2,395,249 ÷ 2,522,066 − 1"
    share = Expression.claim(now.ref) / addition((now.ref, before.ref))
    assert arithmetic(share, claims) == "2,395,249 ÷ (2,395,249 + 2,522,066)"
    change = (Expression.claim(now.ref) - Expression.claim(before.ref)) / Expression.claim(before.ref)
    assert arithmetic(change, claims) == "(2,395,249 − 2,522,066) ÷ 2,522,066"


def test_a_share_has_its_sign():
    assert percent_words(Decimal("-0.2106")) == "−21.1%"
    assert percent_words(None) == "比例不详"
    assert percent_words(Decimal("-0.00048")) == "−0.05%"
    assert percent_words(Decimal(0)) == "+0.0%"


def test_a_repair_too_small_for_the_scale_of_a_claim_is_told_without_it(new):
    claim = new("水", "2.51")
    scaled = replace(
        claim, quantity=replace(claim.quantity, text="2.51 万", value=Decimal(25100), step=Decimal(100))
    )
    assert told_number(Decimal("2.51"), scaled) == "2.51吨"
    assert told_number(Decimal(24900), scaled) == "2.49 万吨"
