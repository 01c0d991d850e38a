"""What a change made of a number stands between the number before and after it."""

from __future__ import annotations

HEAD = "项目\t本次变动前/数量\t本次变动前/比例\t本次变动增减（＋，－）/其他\t本次变动增减（＋，－）/小计\t本次变动后/数量\t本次变动后/比例\n"
SHARES = (
    "（单位：股）\n\n"
    + HEAD
    + "一、有限售条件股份\t42,300,000\t{share}\t-1,204,510\t-1,204,510\t{after}\t37.36%\n"
    "二、无限售条件股份\t67,700,000\t61.55%\t1,204,510\t1,204,510\t68,904,510\t62.64%\n"
    "三、股份总数\t110,000,000\t100.00%\t0\t0\t110,000,000\t100.00%\n"
)


def test_a_row_that_its_change_does_not_lead_on_is_flagged(judged):
    clean = judged(SHARES.format(share="38.45%", after="41,095,490"))
    assert clean.of("table:changed") == [
        ("41,095,490", "passed"),
        ("68,904,510", "passed"),
        ("110,000,000", "passed"),
    ]
    assert clean.flagged == []
    assert "41,059,490" in judged(SHARES.format(share="38.45%", after="41,059,490")).flagged


def test_the_shares_before_and_after_are_no_changes(judged):
    clean = judged(SHARES.format(share="38.45%", after="41,095,490"))
    assert [text for text, verdict in clean.of("table:share") if verdict in ("passed", "rounding")] == [
        "38.45",
        "37.36",
        "61.55",
        "62.64",
    ]


def test_a_column_that_is_no_change_leads_nowhere(judged):
    text = "项目\t变动前（股）\t质押（股）\t变动后（股）\n某股东\t42,300,000\t1,204,510\t43,100,000\n"
    assert judged(text).of("table:changed") == []


def test_what_is_too_little_to_be_told_may_be_told_as_the_least_there_is(judged):
    text = SHARES.format(share="38.45%", after="41,095,490")
    more = "其中：境外自然人持股\t54\t{}\t0\t0\t54\t0.00%\n二、无限售条件股份"
    assert judged(text.replace("二、无限售条件股份", more.format("0.01%"), 1)).flagged == []
