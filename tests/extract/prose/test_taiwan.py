"""Words of reports from Taiwan and Hong Kong: seats, ages, ratios that end in 比, 同仁, years from 1911."""

from __future__ import annotations

import pytest

MINGUO = "測試電子股份有限公司 113 年永續報告書\n\n本報告書涵蓋民國 113 年 1 月 1 日至 12 月 31 日。\n\n"


def told(found):
    return [
        (claim.quantity.text, claim.quantity.unit.id, claim.metric.id, claim.period.code, claim.change.value)
        for claim in found.claims
        if claim.source == "prose"
    ]


def test_seats_count_directors(report):
    found = report("董事會現有9席董事，其中獨立董事4席。\n", head=MINGUO)
    assert [row[:3] for row in told(found)] == [
        ("9", "person", "board_members"),
        ("4", "person", "board_members.board_independent"),
    ]


def test_an_age_in_front_of_its_people_is_no_number_of_its_own(report):
    found = report("未滿30歲同仁2,118人，超過50歲同仁412人，年滿65歲同仁8人。\n", head=MINGUO)
    assert [row[:3] for row in told(found)] == [
        ("2,118", "person", "headcount.age_<30"),
        ("412", "person", "headcount.age_>50"),
        ("8", "person", "headcount.age_>=65"),
    ]


def test_a_ratio_keeps_the_character_that_ends_its_name(report):
    found = report("逾放比0.21%，存放比為72.4%，用電量較前一年環比下降3.1%。\n", head=MINGUO)
    assert [row[2] for row in told(found)] == ["?逾放比", "?存放比", "electricity"]


def test_what_a_number_is_held_against_ends_no_name(report):
    found = report("用電量比112年的52.1萬度減少。用水量同比增長5.2%。\n", head=MINGUO)
    assert [row[2] for row in told(found)] == ["electricity", "water_consumption"]


def test_pay_that_is_put_up_is_a_growth_of_it(report):
    found = report("全體薪資平均數為新臺幣88.2萬元，較前一年調升2.4%。\n", head=MINGUO)
    assert told(found)[1][2:] == (told(found)[0][2], "CY2024", "yoy_growth")


def test_volunteers_are_people_and_a_nominal_sum_is_none(report):
    found = report("年內312名義工服務社區。名義本金1,000萬元。\n", head=MINGUO)
    assert [row[0] for row in told(found)] == ["312", "1,000萬"]
    assert told(found)[0][1] == "person"


def test_a_multiple_of_a_year_is_told_with_either_particle(report):
    found = report("用電量為110年之1.52倍。\n", head=MINGUO)
    assert told(found) == [("1.52", "times_multiple", "electricity", "CY2024", "to")]


@pytest.mark.parametrize("comma", ["，", "、"])
def test_a_year_behind_a_comma_is_a_year(report, comma):
    found = report(f"本公司納入子公司{comma}111年及112年之數據已依相同方法重編。\n", head=MINGUO)
    assert not told(found)


def test_hours_a_head_behind_hours_of_training_are_their_mean(report):
    found = report("教育訓練總時數52.3萬小時，人均38.6小時。\n", head=MINGUO)
    assert [row[2] for row in told(found)] == ["training_hours_total", "training_hours_average"]


def test_a_rate_behind_a_count_of_other_things_has_not_its_unit(report):
    found = report("全年演練221次，較前一年增加18次；百萬工時傷害率由前一年的0.56降至0.46。\n", head=MINGUO)
    assert [(row[0], row[1], row[2]) for row in told(found)][2:] == [
        ("0.56", "", "injury_rate"),
        ("0.46", "", "injury_rate"),
    ]
