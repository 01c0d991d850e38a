"""A total that is called as a head above is that of the rows below the head."""

from __future__ import annotations

HEAD = "Test Limited Report 2024\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
TABLE = (
    "Emissions (kt CO2e)\t2024\t2023\n"
    "Gross GHG emissions from purchased energy, market-based\t\t\nHeat\t12\t14\nElectricity\t{one}\t31\n"
    "Gross GHG emissions from purchased energy, location-based\t\t\nHeat\t12\t14\nElectricity\t310\t322\n"
    "{first}\t40\t45\n"
    "Total emissions from purchased energy, location-based\t322\t{other}\n"
)
MARKET = "Total emissions from purchased energy, market-based (verified)"


def told(judged, one="28", first=MARKET, other="336"):
    return judged(TABLE.format(one=one, first=first, other=other), head=HEAD).of("table:headed")


def test_each_total_finds_the_head_that_it_is_called_by(judged):
    assert told(judged) == [("40", "passed"), ("45", "passed"), ("322", "passed"), ("336", "passed")]


def test_the_year_that_misses_is_flagged_and_rounding_is_not(judged):
    assert told(judged, one="82")[:2] == [("40", "flagged"), ("45", "passed")]
    assert told(judged, one="29")[0] == ("40", "rounding")


def test_what_is_called_otherwise_is_none(judged):
    found = told(judged, first="Total emissions from sold energy, market-based")
    assert [number for number, _ in found] == ["322", "336"]


def test_a_total_that_never_adds_up_is_drawn_over_other_rows(judged):
    assert told(judged, other="401", one="28")[2:] == [("322", "passed"), ("401", "flagged")]
    assert told(judged, one="82", first=MARKET.replace("market", "location").replace(" (verified)", "")) == []
