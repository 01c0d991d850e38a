from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from auditor.judge.likelihood import likelihood
from auditor.model.claim import Change
from auditor.model.interval import Interval
from auditor.model.quantity import Unit
from tests.judge.conftest import PERCENT
from tests.judge.conftest import Book


def around(value, radius="0.5"):
    return Interval.around(Decimal(value), Decimal(radius))


def odds(book, ref, right, others=()):
    return likelihood(book.claims[ref], around(right), [book.claims[other] for other in others])


def test_a_swap_of_digits_speaks_against_a_figure(book):
    book.say("swapped", "4,300,550")
    book.say("other", "2,255,148")
    assert odds(book, "swapped", "3400550") > 5 * odds(book, "other", "1355148")


def test_one_changed_digit_tells_little_since_any_number_may_have_it(book):
    book.say("changed", "309,358,673")
    book.say("other", "80,444,511")
    assert odds(book, "changed", "309358693") < 2 * odds(book, "other", "80444531")
    assert odds(book, "other", "80444531") < 2 * odds(book, "changed", "309358693")


def test_a_figure_equal_to_last_years_is_suspected_of_being_copied(book):
    book.say("now", "877,339", metric="energy")
    book.say("then", "877,339", metric="energy", period="FY2024")
    book.say("before", "1,591,653", metric="energy", period="FY2023")
    assert odds(book, "now", "1639234", ["then", "before"]) > 5 * odds(book, "now", "1639234")


def test_a_jump_out_of_the_series_that_the_repair_takes_back_is_a_sign(book):
    book.say("now", "96.0", metric="share")
    book.say("then", "12.3", metric="share", period="FY2024")
    back, stays = odds(book, "now", "12", ["then"]), odds(book, "now", "84", ["then"])
    assert back > 2 * stays


def test_a_series_never_outweighs_everything_else(book):
    book.say("loss", "-0.49", metric="eps")
    book.say("profit", "2.51", metric="eps", period="FY2024")
    claim, series = book.claims["loss"], [book.claims["profit"]]
    told = around("2.21", "0.005")
    assert likelihood(claim, told, series) <= Decimal("8.001") * likelihood(claim, told, [])


def test_a_digit_before_the_first_one_is_no_strong_sign(book):
    book.say("behind", "3,742,331")
    book.say("front", "3,742,331")
    assert odds(book, "front", "53742331") < odds(book, "behind", "37452331")


def test_the_gap_of_a_slip_lies_in_the_middle_of_what_the_roundings_allow(book):
    book.say("exact", "25,684")
    book.say("edge", "25,666")
    assert odds(book, "exact", "25664") > 2 * odds(book, "edge", "25648.5")


def test_a_count_with_decimals_is_printed_oddly(book):
    count = Unit("piece", "count")
    book.say("odd", "11.0", count)
    book.say("plain", "11", count)
    assert odds(book, "odd", "110") > 2 * odds(book, "plain", "110")


def test_a_point_that_moves_puts_no_zero_behind_the_decimals(book):
    book.say("doubled", "10,174,448,123.50")
    assert odds(book, "doubled", "1017448123.50") > odds(book, "doubled", "1017444812.35")


def test_a_sentence_loses_a_point_or_takes_another_scale_word_as_easily_as_it_gets_one(book):
    book.say("lost", "31,604")
    book.say("kept", "3,160.4")
    lost = likelihood(book.claims["lost"], around("3160.4", "0.05"), [])
    assert likelihood(book.claims["kept"], around("31604", "0.05"), []) < 2 * lost


def test_a_number_under_another_scale_word_keeps_its_digits(book):
    for ref, scale in (("million", "100000000"), ("thousand", "10000")):
        book.say(ref, "3,160.4", scale=scale)
        told = book.claims[ref]
        book.claims[ref] = replace(told, quantity=replace(told.quantity, text="3,160.4 万"))
    up = likelihood(book.claims["thousand"], book.claims["million"].quantity.interval, [])
    down = likelihood(book.claims["million"], book.claims["thousand"].quantity.interval, [])
    assert down / 2 < up < down * 2


def test_around_nought_every_place_fits_and_none_is_a_sign(book):
    book.say("level", "-119.52")
    assert odds(book, "level", "0") < Decimal("0.001")


def test_a_number_of_another_order_than_all_above_and_below_is_out_of_its_column(book):
    book.table([["12,243,377", "3.06"], ["3.47", "3.47"], ["13,715,484", "3.42"]])
    amount = odds(book, "1.0", "13915543", ["0.0", "2.0"])
    assert amount > 5 * odds(book, "1.0", "13915543")


def test_a_growth_divided_by_the_new_number_is_known_as_such(book):
    book.say("rate", "-166.67", PERCENT)
    rate = book.claims["rate"]
    growth = replace(rate, change=Change.YOY_GROWTH)
    told = around("-62.5", "0.05")
    assert likelihood(growth, told, []) > likelihood(replace(growth, quantity=said("-168.67")), told, [])


def said(text):
    book = Book()
    book.say("other", text, PERCENT)
    return book.claims["other"].quantity


def test_a_number_of_last_year_is_left_standing_rather_than_one_of_this_year_set_back(book):
    book.say("now", "412", metric="staff")
    book.say("then", "412", metric="staff", period="FY2024")
    assert odds(book, "now", "468", ["then"]) > odds(book, "then", "363", ["now"])


def test_no_count_of_people_should_have_been_a_number_between_two_whole_ones(book):
    person = Unit("person", "count")
    book.say("women", "3", person)
    assert odds_within(book, "women", "4.97", "4.99") * 10 < odds_within(book, "women", "4.97", "5.01")


def odds_within(book, ref, low, high):
    return likelihood(book.claims[ref], Interval(Decimal(low), Decimal(high)), [])


def test_a_rate_is_seldom_worked_out_so_wrongly_that_it_is_of_another_order(book):
    book.say("rate", "122.91", PERCENT)
    book.claims["rate"] = replace(book.claims["rate"], change=Change.YOY_GROWTH)
    assert 1000 * odds(book, "rate", "19759001146") < odds(book, "rate", "154.20")


def test_a_number_below_nought_is_odd_in_a_column_that_has_no_other(book):
    column = ("16.53", "6.43", "2.27", "1.95")
    for row, text in enumerate(column):
        book.say(f"c{row}", text, PERCENT, seat=(row, 0))
    book.say("odd", "-2.50", PERCENT, seat=(4, 0))
    book.say("alone", "-2.50", PERCENT)
    others = [f"c{row}" for row in range(len(column))]
    assert odds(book, "odd", "2.50", others) > 5 * odds(book, "alone", "2.50")


def test_what_a_change_leads_from_is_typed_and_not_worked_out(book):
    for ref in ("level", "start", "rate"):
        book.say(ref, "4,241")
    book.claims["start"] = replace(book.claims["start"], change=Change.FROM)
    book.claims["rate"] = replace(book.claims["rate"], change=Change.YOY_GROWTH)
    level, start, rate = (odds(book, ref, "2900", []) for ref in ("level", "start", "rate"))
    assert level == start < rate


def test_an_amount_that_is_printed_to_less_than_a_cent_is_an_odd_one(book):
    money = Unit("CNY", "money:CNY")
    book.say("moved", "1,321,259.020", money)
    book.say("usual", "1,321,259.02", money)
    assert odds(book, "moved", "13212590.2") > 5 * odds(book, "usual", "13212590.2")
