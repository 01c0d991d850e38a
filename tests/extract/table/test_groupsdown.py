"""Groups named once, beside the first of their rows, and years that span the rows of a group."""

from __future__ import annotations

from auditor.config import ReportOptions
from auditor.extract.report import extract
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Cell
from auditor.model.document import Document
from auditor.model.document import Piece
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.model.place import Place


def text(string):
    return Text(string, (Piece(0, Place("2024.pdf", 1)),))


def read(*rows, caption="", spans=()):
    """Return label, metric, scope, period, number and unit of each cell; ``spans`` are (row, rows) of column 0."""
    tall = dict(spans)
    covered = {at for row, count in spans for at in range(row + 1, row + count)}
    cells = tuple(
        Cell(row, column, text(string), tall.get(row, 1) if column == 0 else 1)
        for row, strings in enumerate(rows)
        for column, string in enumerate(strings)
        if column or row not in covered
    )
    table = Table(cells, len(rows), len(rows[0]), 1, text(caption))
    cover = Block(BlockKind.HEADING, text("测试能源有限公司 2024 年报告"), 1)
    found = extract(Document("2024.pdf", "0" * 64, "pdf", (cover, table), pages=1), ReportOptions())
    return [
        (
            claim.label,
            claim.metric.id,
            claim.scope,
            claim.period.code,
            claim.quantity.text,
            claim.quantity.unit.id,
        )
        for claim in found.claims
    ]


STAFF = (
    ("分类", "组别", "2024年", "2023年"),
    ("性别", "男性", "212", "208"),
    ("", "女性", "171", "166"),
    ("地区", "香港", "61", "60"),
    ("", "海外", "322", "314"),
)


def test_a_group_holds_for_the_rows_below_its_first():
    found = read(*STAFF, caption="员工人数")
    assert [row[0] for row in found[::2]] == ["性别 / 男性", "性别 / 女性", "地区 / 香港", "地区 / 海外"]


def test_a_group_that_only_says_how_people_are_parted_narrows_nothing():
    found = read(*STAFF, caption="员工人数")
    assert [row[1:3] for row in found[::2]] == [
        ("headcount.gender_male", ""),
        ("headcount.gender_female", ""),
        ("headcount.region_hk", ""),
        ("headcount.region_overseas", ""),
    ]


def test_a_row_named_in_the_first_column_alone_ends_a_group():
    found = read(*STAFF, ("员工总数", "", "383", "374"))
    assert found[-1][0] == "员工总数"


def test_a_first_column_that_begins_below_the_first_row_names_no_groups():
    rows = (STAFF[0], ("", "男性", "212", "208"), ("性别", "女性", "171", "166"), *STAFF[3:])
    assert next(row[0] for row in read(*rows, caption="员工人数")[::2]) == "男性"


HOURS = (
    ("年度", "组别", "培训总时数（小时）"),
    ("2023年", "男性", "421"),
    ("", "女性", "573"),
    ("2024年", "男性", "447"),
    ("", "女性", "611"),
)


def test_a_year_that_spans_rows_dates_them():
    found = read(*HOURS, spans=((1, 2), (3, 2)))
    assert [(row[0].split(" / ")[0], row[3], row[4]) for row in found] == [
        ("男性", "CY2023", "421"),
        ("女性", "CY2023", "573"),
        ("男性", "CY2024", "447"),
        ("女性", "CY2024", "611"),
    ]


def test_a_year_in_which_something_was_done_dates_no_number_of_its_row():
    rows = (
        ("募集年份", "方式", "已使用金额（万元）"),
        ("2021", "公开发行", "58,230"),
        ("2022", "定向发行", "4,120"),
    )
    assert {row[3] for row in read(*rows)} == {"CY2024"}


def test_a_total_takes_no_unit_from_the_row_behind_it():
    rows = (
        ("项目", "", "2024年"),
        ("总计", "碳排放合计", "41,062"),
        ("总计", "每百万元营收（吨/百万元）", "0.384"),
    )
    assert next(row[5] for row in read(*rows, spans=((1, 2),))) == ""
