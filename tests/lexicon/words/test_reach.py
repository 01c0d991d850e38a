"""How far notes reach: the years that they name, what they say in passing."""

from __future__ import annotations

import pytest

from auditor.lexicon.phrases import key
from auditor.lexicon.words.causes import causes

YEARS = [
    ("并据此重述2023年范围二数据；2021年及2022年数据未作追溯调整。", (2023,), (2021, 2022)),
    ("统计范围不再包括该业务，并已相应调整2021至2023财年的历史数据。", (2021, 2022, 2023), ()),
    ("2023年末比较数字已按同一口径重列。", (2023,), ()),
    ("2024年对2023年数据进行了追溯调整。", (2023,), ()),
    ("2022年、2023年用水量已更正。", (2022, 2023), ()),
    ("Figures for 2021, 2022 and 2023 have been restated.", (2021, 2022, 2023), ()),
    ("We restated our 2022 emissions; 2021 data were not restated.", (2022,), (2021,)),
    ("The 2022 figures have been restated.", (2022,), ()),
    ("2022年及以前年度数据未作追溯调整。", (), ()),
    ("2023年收购某公司后历史数据已重述。", (), ()),
    ("公司自2023年起采用新方法并追溯调整历史数据。", (), ()),
    ("在2023年的报告中披露的数据已重述。", (), ()),
    ("2024年，我们对历史数据进行了追溯调整。", (), ()),
    ("Since 2023 we have restated historical data.", (), ()),
    ("Following the 2023 acquisition, figures were restated.", (), ()),
]


@pytest.mark.parametrize(("note", "restated", "left"), YEARS)
def test_the_years_that_a_note_names(note, restated, left):
    reach = causes().reach(key(note))
    assert (reach.restated, reach.left) == (restated, left)


@pytest.mark.parametrize(
    ("text", "passing"),
    [
        ("年末在职员工862人，经重述后较上年末增加14人。", True),
        ("绿色信贷余额为41.2亿元，较上年末（经重列）增加3.1亿元。", True),
        ("Scope 1 emissions fell 5% from a restated 1,263 t.", True),
        (
            "Scope 1 emissions were 1,200 t (2023: 1,263 t, as restated). Data were restated for a sale.",
            False,
        ),
        ("比较数字已经重述。", False),
        ("2023年数据已重列，合计由12吨调整为11吨。", False),
    ],
)
def test_what_is_said_in_passing_of_one_number(text, passing):
    assert bool(causes().reach(key(text)).passing) is passing
