"""The amount in the line over a table against the totals of the table."""

from __future__ import annotations

TABLE = (
    "按组合计提坏账准备：{line}\n\n单位：元\n\n"
    "名称\t2024年12月31日账面余额\t2024年12月31日坏账准备\t2023年12月31日坏账准备\n"
    "华东客户\t1,842,077.10\t{one}\t61,204.35\n华南客户\t905,318.44\t27,159.55\t18,330.08\n"
    "合计\t2,747,395.54\t{total}\t79,534.43\n\n"
)


def test_the_line_over_a_table_tells_its_total(judged):
    found = judged(TABLE.format(line="82,421.86", one="55,262.31", total="82,421.86"))
    assert found.of("caption") == [("82,421.86", "passed")]
    assert found.flagged == []


def test_a_line_that_tells_another_amount_is_flagged(judged):
    text = TABLE.format(line="84,221.86", one="55,262.31", total="82,421.86")
    assert judged(text).flagged == ["84,221.86"]


def test_a_line_in_whole_yuan_is_rounded(judged):
    found = judged(TABLE.format(line="82,422", one="55,262.31", total="82,421.86"))
    assert found.flagged == []


def test_a_line_that_tells_another_cell_of_the_table_is_none_of_its_total(judged):
    found = judged(TABLE.format(line="55,262.31", one="55,262.31", total="82,421.86"))
    assert (found.of("caption"), found.flagged) == ([], [])


def test_a_line_of_another_name_is_none_of_the_table(judged):
    text = TABLE.format(line="84,221.86", one="55,262.31", total="82,421.86")
    assert judged(text.replace("按组合计提坏账准备：", "本期核销金额：")).flagged == []


def test_a_line_without_separators_of_thousands_is_an_amount_too(judged):
    found = judged(TABLE.format(line="82421.86", one="55,262.31", total="82,421.86"))
    assert found.of("caption") == [("82421.86", "passed")]
    text = TABLE.format(line="8242.186", one="55,262.31", total="82,421.86")
    assert judged(text).flagged == ["8242.186"]
