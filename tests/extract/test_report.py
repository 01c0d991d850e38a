"""A document becomes a report: claims in reading order, each with a stable key and its place."""

from __future__ import annotations


def test_claims_stand_where_their_digits_stand(report):
    found = report("2024 年，集团总用水量为 1,234 吨。\n")
    (claim,) = [claim for claim in found.claims if claim.quantity.text == "1,234"]
    assert (claim.place.line, claim.place.column) == (5, 15)


def test_a_new_claim_changes_no_other_key(report):
    one = report("2024 年，集团总用水量为 1,234 吨。\n")
    two = report("2024 年，我们捐赠 50 万元。\n\n2024 年，集团总用水量为 1,234 吨。\n")
    key = next(claim.key for claim in one.claims if claim.quantity.text == "1,234")
    assert key in {claim.key for claim in two.claims}
    assert len({claim.key for claim in two.claims}) == len(two.claims)


def test_a_tile_means_what_its_caption_says(report):
    found = report("# 摘要\n\n24.7%\n\n自身运营减排量 202.8 万吨，同比增长 24.7%\n")
    tile, caption = (claim for claim in found.claims if claim.quantity.text == "24.7")
    assert tile.source == "figure"
    assert (tile.metric, tile.change, tile.period) == (caption.metric, caption.change, caption.period)
    assert tile.place.line < caption.place.line


def test_a_figure_takes_its_unit_from_its_unit_line(report):
    found = report("# 减排路线\n\n单位: 万吨二氧化碳当量\n\n低碳云 / 1,119.0\n\n低碳办公 / 441.8\n")
    told = [(claim.label, claim.quantity.value, claim.quantity.unit.id) for claim in found.claims[-2:]]
    assert told == [("低碳云", 11190000, "tCO2e"), ("低碳办公", 4418000, "tCO2e")]


def test_a_list_item_that_says_no_year_speaks_of_its_heading(report):
    found = report("# 审计委员会\n\n- 成员 75% 是独立董事\n")
    assert {claim.confidence for claim in found.claims if claim.quantity.text == "75"} == {"weak"}


def test_what_a_user_says_of_a_report_wins(report):
    found = report("集团总用水量为 1,234 吨。\n", period="FY2023", language="en", organisation="某公司")
    assert (found.period.code, found.language, found.organisation) == ("FY2023", "en", "某公司")
