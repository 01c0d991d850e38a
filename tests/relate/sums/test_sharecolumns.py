"""Columns of percentages beside amounts that add up."""

from __future__ import annotations

HEAD = "Quarry Lane Foods 2024 annual report\n\nThis report covers 1 January 2024 to 31 December 2024.\n\n"
RATE = (
    "Reconciliation of the tax charge (USD thousand)\n\n\t2024 Amount\t2024 %\t2023 Amount\t2023 %\n"
    "Tax at the national rate\t18,204\t25.0\t16,990\t25.0\nLocal levies\t{levies}\t3.1\t2,107\t3.1\n"
    "Grants\t(1,165)\t(1.6)\t(1,020)\t(1.5)\nNever taxed\t(692)\t({never})\t(747)\t(1.1)\n"
    "Income tax charge\t18,604\t25.5\t17,330\t25.5\n\n"
)


def test_points_add_up_as_the_amounts_do(judged):
    found = judged(RATE.format(levies="2,257", never="1.0"), head=HEAD)
    assert found.of("table:percents") == [("25.5", "passed"), ("25.5", "passed")]
    assert found.flagged == []


def test_points_that_add_up_speak_for_a_sum_that_no_word_marks(judged):
    assert judged(RATE.format(levies="22,257", never="1.0"), head=HEAD).flagged == ["18,604"]


def test_a_point_that_breaks_its_column_is_asked_about(judged):
    assert judged(RATE.format(levies="2,257", never="4.0"), head=HEAD).flagged == ["25.5"]


def test_margins_beside_amounts_add_up_to_nothing(judged):
    text = (
        "Sales by region (USD thousand)\n\n\t2024 Sales\t2024 Margin %\t2023 Sales\t2023 Margin %\n"
        "North\t40,118\t12.5\t37,204\t11.9\nSouth\t22,907\t9.8\t21,655\t10.4\nTotal\t63,025\t11.5\t58,859\t11.3\n\n"
    )
    found = judged(text, head=HEAD)
    assert found.of("table:percents") == []
    assert found.flagged == []


def test_rates_beside_shares_that_make_all_are_no_sum_of_the_rates_of_the_regions(judged):
    text = (
        "Suppliers by region\n\n\t2024\t2023\t2022\t2021\n"
        "North\t401\t40.1%\t310\t77.3%\nSouth\t352\t35.2%\t301\t85.5%\nWest\t247\t24.7%\t165\t66.8%\n"
        "Total\t1,000\t100.0%\t776\t{rate}%\n\n"
    )
    assert judged(text.format(rate="77.6"), head=HEAD).flagged == []
    assert judged(text.format(rate="7.8"), head=HEAD).flagged == ["7.8"]
