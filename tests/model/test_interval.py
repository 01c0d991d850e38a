from __future__ import annotations

from decimal import Decimal
from decimal import localcontext
from fractions import Fraction

import pytest
from hypothesis import assume
from hypothesis import given
from hypothesis import strategies as st

from auditor.model.interval import Interval
from auditor.model.interval import total
from auditor.model.roots import nth_root

_ends = st.one_of(
    st.integers(-9, 9).map(Decimal),
    st.decimals(-1000, 1000, places=3),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30),
)


@st.composite
def intervals(draw):
    """Draw an interval that is not empty, with ends that are open, closed or missing."""
    low, high = sorted((draw(_ends), draw(_ends)))
    low_open, high_open = draw(st.booleans()), draw(st.booleans())
    if low == high:
        low_open = high_open = False
    return Interval(
        None if draw(st.integers(0, 4)) == 0 else low,
        None if draw(st.integers(0, 4)) == 0 else high,
        low_open,
        high_open,
    )


@st.composite
def members(draw, count=1):
    """Draw intervals, each with an exact number that lies in it, ends preferred."""
    return [(interval, _inside(draw, interval)) for interval in (draw(intervals()) for _ in range(count))]


def _inside(draw, interval):
    low = None if interval.low is None else Fraction(interval.low)
    high = None if interval.high is None else Fraction(interval.high)
    if low is None and high is None:
        return Fraction(draw(_ends))
    if high is None:
        high = low + draw(st.integers(1, 10**6))
    if low is None:
        low = high - draw(st.integers(1, 10**6))
    share = draw(st.sampled_from([Fraction(0), Fraction(1), Fraction(1, 2), Fraction(1, 10**9)]))
    number = low + (high - low) * share
    assume(holds(interval, number))
    return number


def holds(interval, number):
    """Return whether an exact fraction lies in the interval."""
    above = interval.low is None or number > Fraction(interval.low)
    below = interval.high is None or number < Fraction(interval.high)
    at_low = interval.low is not None and number == Fraction(interval.low) and not interval.low_open
    at_high = interval.high is not None and number == Fraction(interval.high) and not interval.high_open
    return (above or at_low) and (below or at_high)


@given(members(2))
def test_a_sum_of_members_lies_in_the_sum(drawn):
    (one, a), (other, b) = drawn
    assert holds(one + other, a + b)


@given(members(2))
def test_a_difference_of_members_lies_in_the_difference(drawn):
    (one, a), (other, b) = drawn
    assert holds(one - other, a - b)


@given(members(2))
def test_a_product_of_members_lies_in_the_product(drawn):
    (one, a), (other, b) = drawn
    assert holds(one * other, a * b)


@given(members(2))
def test_a_quotient_of_members_lies_in_the_quotient(drawn):
    (one, a), (other, b) = drawn
    if other.may_be_zero:
        with pytest.raises(ZeroDivisionError):
            one / other
    else:
        assert holds(one / other, a / b)


@given(members(1))
def test_a_member_changes_sign_with_its_interval(drawn):
    ((interval, number),) = drawn
    assert holds(-interval, -number)
    opposite = -interval
    assert -opposite == interval


@given(members(1), _ends)
def test_a_member_scales_with_its_interval(drawn, factor):
    ((interval, number),) = drawn
    assert holds(interval.scale(factor), number * Fraction(factor))


@given(members(1), intervals())
def test_a_member_of_both_makes_them_meet(drawn, other):
    ((interval, number),) = drawn
    common = interval.intersection(other)
    if holds(other, number):
        assert interval.meets(other)
        assert holds(common, number)
    elif common is not None:
        assert not holds(common, number)


@given(intervals(), intervals())
def test_intervals_that_meet_have_a_number_in_common_and_no_gap(one, other):
    common = one.intersection(other)
    assert (common is not None) == one.meets(other) == other.meets(one)
    assert one.gap(other) == other.gap(one)
    if common is None:
        return
    assert one.gap(other) == 0
    number = Fraction(0)
    if common.low is not None and common.high is not None:
        number = (Fraction(common.low) + Fraction(common.high)) / 2
    elif common.low is not None:
        number = Fraction(common.low) + 1
    elif common.high is not None:
        number = Fraction(common.high) - 1
    assert holds(one, number)
    assert holds(other, number)


@given(members(2))
def test_the_gap_is_never_wider_than_the_distance_of_members(drawn):
    (one, a), (other, b) = drawn
    assert Fraction(one.gap(other)) <= abs(a - b) * (1 + Fraction(1, 10**38))


@given(members(1))
def test_a_decimal_member_is_contained(drawn):
    ((interval, number),) = drawn
    decimal = Decimal(number.numerator) / Decimal(number.denominator)
    assert (decimal in interval) == holds(interval, Fraction(decimal))


@given(intervals())
def test_the_middle_of_a_bounded_interval_lies_between_its_ends(interval):
    if interval.bounded:
        assert interval.low <= interval.middle <= interval.high
        assert Fraction(interval.width) >= Fraction(interval.high) - Fraction(interval.low)
    else:
        assert interval.width is None


@given(_ends, st.decimals(0, 1000, places=4))
def test_around_holds_both_rims(value, radius):
    interval = Interval.around(value, radius)
    assert holds(interval, Fraction(value) - Fraction(radius))
    assert holds(interval, Fraction(value) + Fraction(radius))


def test_exact_results_stay_exact():
    six, three = Interval.exactly(6), Interval.exactly(3)
    assert six + three == Interval.exactly(9)
    assert six * three == Interval.exactly(18)
    assert six / three == Interval.exactly(2)


def test_an_open_end_stays_open_through_arithmetic():
    above = Interval(Decimal(1), Decimal(2), low_open=True)
    assert above + above == Interval(Decimal(2), Decimal(4), low_open=True)
    assert above * above == Interval(Decimal(1), Decimal(4), low_open=True)
    assert Interval.exactly(1) / above == Interval(Decimal("0.5"), Decimal(1), high_open=True)


def test_exactly_zero_times_anything_is_zero():
    zero = Interval.exactly(0)
    assert zero * Interval(None, None) == zero
    assert zero * Interval(Decimal(1), None, low_open=True) == zero
    assert zero / Interval(Decimal(1), None, low_open=True) == zero


def test_one_over_something_unbounded_comes_near_zero_and_never_is():
    assert Interval.exactly(1) / Interval(Decimal(4), None) == Interval(
        Decimal(0), Decimal("0.25"), low_open=True
    )


def test_intervals_that_touch_at_an_open_end_do_not_meet():
    below = Interval(Decimal(1), Decimal(2), high_open=True)
    above = Interval(Decimal(2), Decimal(3))
    assert not below.meets(above)
    assert below.gap(above) == 0
    assert Decimal(2) not in below
    assert Decimal(2) in above


@pytest.mark.parametrize(("low_open", "high_open"), [(True, False), (False, True), (True, True)])
def test_an_interval_without_numbers_is_refused(low_open, high_open):
    with pytest.raises(ValueError, match="empty"):
        Interval(Decimal(1), Decimal(1), low_open, high_open)
    with pytest.raises(ValueError, match="empty"):
        Interval(Decimal(2), Decimal(1))


def test_an_unbounded_end_is_neither_open_nor_closed():
    assert Interval(None, Decimal(1), low_open=True) == Interval(None, Decimal(1))


def test_the_sign_of_a_long_number_changes_without_rounding():
    digits = Decimal(1234567890123456789012345678901234567890)
    with localcontext(prec=6):
        assert (-Interval.exactly(digits)).low == -1234567890123456789012345678901234567890
        assert Interval.exactly(digits).middle == digits


def test_nothing_sums_to_zero_and_zero_has_no_sign():
    assert total([]) == Interval.exactly(0)
    assert str(Interval.exactly(1) - Interval.exactly(1)) == "[0, 0]"
    assert str(-Interval.exactly(0)) == "[0, 0]"


def test_an_interval_prints_its_ends():
    assert str(Interval(Decimal("1E+3"), None)) == "[1000, ∞)"
    assert str(Interval(None, Decimal("2.50"), high_open=True)) == "(-∞, 2.50)"


@given(st.decimals(0, 10**12, places=6), st.integers(1, 30))
def test_a_root_is_rounded_outwards(value, degree):
    low, high = (Fraction(end) for end in nth_root(value, degree))
    assert low**degree <= Fraction(value) <= high**degree
    assert high - low <= Fraction(1, 10**25)


def test_an_exact_root_is_one_number():
    assert nth_root(Decimal("1.4641"), 4) == (Decimal("1.1"), Decimal("1.1"))
    assert Interval(Decimal(4), None, low_open=True).root(2) == Interval(Decimal(2), None, low_open=True)


@given(interval=intervals(), factor=st.decimals(-50, 50, places=2))
def test_scaling_is_multiplying_by_one_number(interval, factor):
    assert interval.scale(factor) == interval * Interval.exactly(factor)
