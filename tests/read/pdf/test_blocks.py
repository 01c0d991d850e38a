"""Running text comes back as it was written: paragraphs, marks, notes, furniture, columns."""

from __future__ import annotations

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

from auditor.model.document import BlockKind


@pytest.fixture(scope="module", autouse=True)
def song():
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


def strings(document, kind=None):
    return [block.text.string for block in document.blocks if kind is None or block.kind is kind]


def test_lines_of_a_chinese_paragraph_join_without_spaces(read):
    def draw(pen):
        for index, line in enumerate(
            ["二零二四年，公司自身运营的温室气体排", "放总量为一百万吨，同比下降百分之五。"]
        ):
            pen.text(60, 100 + 18 * index, line, size=12, font="STSong-Light")

    assert strings(read(draw)) == ["二零二四年，公司自身运营的温室气体排放总量为一百万吨，同比下降百分之五。"]


def test_an_indented_line_begins_a_new_chinese_paragraph(read):
    def draw(pen):
        lines = [(84, "第一段说明公司的排放总量以及统计口径"), (60, "并给出范围。"), (84, "第二段说明用水。")]
        for index, (x, line) in enumerate(lines):
            pen.text(x, 100 + 18 * index, line, size=12, font="STSong-Light")

    assert strings(read(draw)) == ["第一段说明公司的排放总量以及统计口径并给出范围。", "第二段说明用水。"]


def test_latin_lines_join_with_a_space_and_a_divided_word_closes(read):
    def draw(pen):
        pen.text(60, 100, "We report on our environ-", size=10)
        pen.text(60, 112, "mental data for long-", size=10)
        pen.text(60, 124, "term goals. A long view and a short term matter.", size=10)

    assert strings(read(draw)) == [
        "We report on our environmental data for long-term goals. A long view and a short term matter."
    ]


def test_a_raised_mark_is_no_digit_of_the_number(read):
    def draw(pen):
        pen.text(60, 100, "1,234", size=10)
        pen.text(60 + pen.canvas.stringWidth("1,234", "Helvetica", 10), 96, "1,2", size=6)
        pen.text(100, 100, "tonnes", size=10)

    assert strings(read(draw)) == ["1,234¹,² tonnes"]


def test_a_lowered_digit_stays_in_its_word(read):
    def draw(pen):
        x = 60.0
        for string, size, drop in (("CO", 10, 0), ("2", 6, 2), ("e in ", 10, 0), ("m", 10, 0), ("3", 6, -4)):
            pen.text(x, 100 + drop, string, size=size)
            x += pen.canvas.stringWidth(string, "Helvetica", size)

    assert strings(read(draw)) == ["CO₂e in m³"]


def test_a_large_figure_and_its_caption_are_one_tile(read):
    def draw(pen):
        for index in range(8):
            pen.text(
                60, 300 + 14 * index, "Body text of the report, set in its usual size for many lines.", size=9
            )
        pen.text(60, 120, "38.9%", size=28, font="Helvetica-Bold")
        pen.text(60, 138, "share of clean power", size=9)

    assert strings(read(draw), BlockKind.FIGURE) == ["38.9% share of clean power"]


def test_running_heads_and_page_numbers_are_furniture(read):
    def draw(pen):
        for page in range(1, 5):
            pen.text(60, 40, "Example Holdings Report 2024")
            pen.text(60, 400, f"Sentence {page} is on this page and on no other.")
            pen.text(500, 810, str(page + 10))
            pen.page()

    document = read(draw)
    assert strings(document, BlockKind.FURNITURE)[:2] == ["Example Holdings Report 2024", "11"]
    assert strings(document, BlockKind.PARAGRAPH) == [
        f"Sentence {page} is on this page and on no other." for page in range(1, 5)
    ]


def test_two_columns_are_read_one_after_the_other_under_a_common_heading(read):
    def draw(pen):
        pen.text(60, 80, "Our approach to climate", size=20, font="Helvetica-Bold")
        for index in range(5):
            end = "." if index == 4 else ""
            pen.text(60, 120 + 13 * index, f"left line {index} of the first of two columns{end}")
            pen.text(320, 120 + 13 * index, f"right line {index} of the second of two columns")

    first, left, right = strings(read(draw))
    assert first == "Our approach to climate"
    assert left.startswith("left line 0")
    assert left.endswith("left line 4 of the first of two columns.")
    assert right.startswith("right line 0")


def test_marked_small_print_below_a_table_is_a_note(read):
    def draw(pen):
        for index in range(6):
            pen.text(60, 400 + 14 * index, "Body text that gives the report its usual type size.", size=10)
        for y in (106, 126, 146, 166):
            pen.line(55, y, 375, y)
        pen.row(120, "Metric", ["2023", "2024"])
        pen.row(140, "Water", ["10", "12"])
        pen.text(60 + pen.canvas.stringWidth("Water", "Helvetica", 9), 137, "1", size=5)
        pen.row(160, "Waste", ["3", "4"])
        pen.text(60, 180, "1. Restated after a sale.", size=7)
        pen.text(60, 190, "* Unaudited.", size=7)

    notes = [block for block in read(draw).blocks if block.kind is BlockKind.NOTE]
    assert [(note.mark, note.text.string) for note in notes] == [
        ("1", "Restated after a sale."),
        ("*", "Unaudited."),
    ]
    assert notes[0].place.box is not None


def test_numbered_headings_have_levels(read):
    def draw(pen):
        pen.text(60, 80, "第一节 公司简介", size=16, font="STSong-Light")
        pen.text(60, 120, "一、公司信息", size=14, font="STSong-Light")
        for index in range(6):
            pen.text(
                60,
                160 + 18 * index,
                "公司在报告期内的经营情况没有发生变化，详见下文的有关说明。",
                size=10,
                font="STSong-Light",
            )

    heads = [block for block in read(draw).blocks if block.kind is BlockKind.HEADING]
    assert [(block.text.string, block.level) for block in heads] == [
        ("第一节 公司简介", 1),
        ("一、公司信息", 2),
    ]


def test_text_turned_on_its_side_is_read_in_its_own_direction(read):
    def draw(pen):
        pen.text(60, 100, "Upright text")
        pen.canvas.saveState()
        pen.canvas.translate(300, 500)
        pen.canvas.rotate(90)
        pen.canvas.drawString(0, 0, "Total 76,543")
        pen.canvas.restoreState()

    assert "Total 76,543" in strings(read(draw))


def test_a_sentence_cut_by_the_end_of_a_page_is_one_paragraph(read):
    def draw(pen):
        for index in range(3):
            pen.text(
                60,
                720 + 14 * index,
                "the emissions of the group fell in the year because more of the power was",
                size=10,
            )
        pen.page()
        pen.text(60, 80, "clean, and because two businesses were sold.", size=10)

    (text,) = strings(read(draw))
    assert text.endswith("more of the power was clean, and because two businesses were sold.")


def test_marked_small_print_at_the_foot_of_prose_is_a_note(read):
    def draw(pen):
        for index in range(20):
            pen.text(
                60, 100 + 14 * index, "Body text that gives the report its usual type size here.", size=10
            )
        x = 60 + pen.canvas.stringWidth(
            "Body text that gives the report its usual type size here.", "Helvetica", 10
        )
        pen.text(x, 96, "2", size=6)
        for index in range(60):
            pen.text(60, 440 + 4 * index, "0", size=7)
        pen.text(60, 700, "2. Factors are those that the ministry published for the year.", size=7)
        pen.page()
        for row in range(12):
            for column in range(8):
                pen.text(60 + 60 * column, 100 + 14 * row, "1,234,567", size=7)

    notes = [block for block in read(draw).blocks if block.kind is BlockKind.NOTE]
    assert [(note.mark, note.text.string) for note in notes] == [
        ("2", "Factors are those that the ministry published for the year.")
    ]


def test_a_long_line_of_a_sentence_is_no_heading_beside_small_tables(read):
    def draw(pen):
        for index in range(12):
            pen.text(
                60,
                60 + 18 * index,
                f"Clean power rose from {index} to 52.2 per cent, and the share of",
                size=10,
            )
        for row in range(30):
            pen.row(320 + 12 * row, "Metric of the long appendix", ["1,234,567", "2,345,678", "3,456,789"])

    assert strings(read(draw), BlockKind.HEADING) == []


def test_the_running_head_of_a_chapter_beside_that_of_the_report_is_furniture(read):
    def draw(pen):
        for page in range(1, 8):
            pen.text(60, 40, "Example Holdings Report 2024", size=8)
            pen.right(535, 40, f"Chapter {'ABCDEFG'[page - 1]}", size=8)
            pen.text(60, 400, f"Sentence {page} is on this page and on no other.", size=10)
            pen.page()

    paragraphs = strings(read(draw), BlockKind.PARAGRAPH)
    assert len(paragraphs) == 7
    assert not any("Chapter" in text for text in paragraphs)


def test_a_label_with_its_number_set_large_is_a_figure(read):
    def draw(pen):
        for index, line in enumerate(["低碳云 / 1,119.0", "低碳办公 / 441.8"]):
            pen.text(60, 100 + 40 * index, line, size=16, font="STSong-Light")
        for index in range(8):
            pen.text(
                60,
                300 + 18 * index,
                "公司持续推进节能减排工作并按照统一的口径披露。",
                size=10,
                font="STSong-Light",
            )

    assert strings(read(draw), BlockKind.FIGURE) == ["低碳云 / 1,119.0", "低碳办公 / 441.8"]


def test_a_mark_that_is_hardly_smaller_stands_off_its_base_line(read):
    def draw(pen):
        pen.text(60, 100, "2021", size=9)
        pen.text(60.5 + pen.canvas.stringWidth("2021", "Helvetica", 9), 96.6, "1", size=7.5)

    assert strings(read(draw)) == ["2021¹"]


def test_a_smaller_number_on_the_same_base_line_is_no_mark(read):
    def draw(pen):
        pen.text(60, 100, "Berths", size=9)
        pen.text(62 + pen.canvas.stringWidth("Berths", "Helvetica", 9), 100, "12", size=7.5)

    assert strings(read(draw)) == ["Berths 12"]
