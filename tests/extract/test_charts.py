"""A number of a chart is of the year that it stands over; ticks and numbers of other charts are of none."""

from __future__ import annotations

from auditor.config import ReportOptions
from auditor.extract.charts import in_charts
from auditor.extract.numbers.unclaimed import unclaimed
from auditor.extract.report import extract
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.model.document import Piece
from auditor.model.document import Text
from auditor.model.place import Box
from auditor.model.place import Place

FIGURE = BlockKind.FIGURE


def block(string, middle, top, kind=FIGURE, width=14.0):
    box = Box(middle - width / 2, top, middle + width / 2, top + 8)
    return Block(kind, Text(string, (Piece(0, Place("2024.pdf", 1, box=box)),)))


def axis(top=300.0, years=("2022", "2023", "2024"), first=100.0, step=50.0):
    return [block(year, first + step * at, top) for at, year in enumerate(years)]


def title(string, top, middle=150.0):
    return block(string, middle, top, BlockKind.PARAGRAPH, width=160.0)


def bars(*numbers, top=250.0, first=100.0, step=50.0):
    return [block(number, first + step * at, top - 10 * at) for at, number in enumerate(numbers)]


def dated(*elements):
    return {elements[index].text.string: found.year for index, found in in_charts(elements).items()}


def test_each_number_is_of_the_year_below_it():
    assert dated(title("用水量", 180.0), *bars("61.2", "58.4", "55.0"), *axis()) == {
        "61.2": "2022",
        "58.4": "2023",
        "55.0": "2024",
    }


def test_ticks_of_the_scale_stand_over_no_year():
    ticks = [block(str(number), 70.0, 290.0 - number) for number in (0, 20, 40, 60)]
    assert dated(*ticks, *bars("61.2", "58.4", "55.0"), *axis()).keys() == {"61.2", "58.4", "55.0"}


def test_years_that_do_not_follow_each_other_are_no_axis():
    assert not dated(*bars("61.2", "58.4", "55.0"), *axis(years=("2019", "2022", "2030")))


def test_the_newest_year_may_stand_first():
    assert dated(*bars("61.2", "58.4", "55.0"), *axis(years=("2024", "2023", "2022"))) == {
        "61.2": "2024",
        "58.4": "2023",
        "55.0": "2022",
    }


def test_years_set_as_text_are_an_axis():
    years = [
        block(f"{year}财年", 100.0 + 50 * at, 300.0, BlockKind.PARAGRAPH)
        for at, year in enumerate((2022, 2023, 2024))
    ]
    assert dated(*bars("61.2", "58.4", "55.0"), *years) == {
        "61.2": "2022财年",
        "58.4": "2023财年",
        "55.0": "2024财年",
    }


def test_the_number_of_a_figure_names_nothing():
    elements = [title("图3 总用水量（吨）", 180.0), *bars("61.2", "58.4", "55.0"), *axis()]
    claims = extract(document(*elements), ReportOptions()).claims
    assert {(claim.label, claim.metric.id, claim.scope) for claim in claims} == {
        ("图3 总用水量（吨）", "water_consumption", "")
    }


def test_text_between_a_number_and_a_year_parts_them():
    between = title("各年度获奖情况", 270.0)
    assert not dated(*bars("61.2", "58.4", "55.0"), between, *axis())


def test_one_number_a_year_is_named_by_the_title_and_the_unit_of_the_chart():
    unit = block("(吨)", 60.0, 230.0, BlockKind.PARAGRAPH)
    elements = [title("总用水量", 180.0), unit, *bars("61.2", "58.4", "55.0"), *axis()]
    told = {(found.title, found.unit.unit.id) for found in in_charts(elements).values()}
    assert told == {("总用水量", "t")}


def test_bars_of_two_series_have_no_common_title():
    pairs = [*bars("61.2", "58.4", "55.0", first=90.0), *bars("12", "14", "15", first=110.0)]
    found = in_charts([title("用水与用电", 180.0), *pairs, *axis()])
    assert len(found) == 6
    assert {item.title for item in found.values()} == {""}


def document(*elements):
    cover = Block(
        BlockKind.HEADING, Text("测试能源有限公司 2024 年报告", (Piece(0, Place("2024.pdf", 1)),)), 1
    )
    return Document("2024.pdf", "0" * 64, "pdf", (cover, *elements), pages=1)


def test_claims_of_a_chart_are_of_its_years():
    rings = bars("41.5%", "43.0%", "44.5%")
    claims = extract(document(title("女性员工比例", 180.0), *rings, *axis()), ReportOptions()).claims
    assert [(claim.period.code, claim.quantity.text, claim.label) for claim in claims] == [
        ("CY2022", "41.5", "女性员工比例"),
        ("CY2023", "43.0", "女性员工比例"),
        ("CY2024", "44.5", "女性员工比例"),
    ]


def test_a_number_of_a_chart_that_was_not_read_is_listed_however_small():
    told = document(*bars("6.2", "5.8", "5.5"), *axis())
    doubts = unclaimed(told, extract(told, ReportOptions()).claims)
    assert [dict(doubt.detail.told)["quoted"] for doubt in doubts] == ["6.2", "5.8", "5.5"]
