from __future__ import annotations

from auditor.model.document import BlockKind
from tests.read.text.conftest import said


def _pages(count: int, head: str) -> str:
    body = "\n".join(f"第{number}页上的一句话，说明该页的内容而已。" for number in range(14))
    return "\n".join(f"{head}\n\n{body}\n\n\n{40 + page}\n" for page in range(count))


def test_a_head_that_comes_back_on_every_page_is_furniture(reading):
    document = reading(_pages(4, "某某实业有限公司 2023 年度报告"))
    heads = [text for text in said(document, BlockKind.FURNITURE) if "年度报告" in text]
    assert len(heads) == 4
    paragraphs = said(document, BlockKind.PARAGRAPH)
    assert paragraphs
    assert not any("年度报告" in text for text in paragraphs)


def test_page_numbers_that_rise_are_furniture(reading):
    document = reading(_pages(4, "某某实业有限公司 2023 年度报告"))
    assert [text for text in said(document, BlockKind.FURNITURE) if text.isdigit()] == [
        "40",
        "41",
        "42",
        "43",
    ]


def test_a_short_heading_that_comes_back_is_kept(reading):
    document = reading(_pages(4, "厂区绿化"))
    assert "厂区绿化" in said(document, BlockKind.HEADING)


def test_a_contents_list_is_furniture_and_gives_the_levels(reading):
    contents = "目錄\n\n董事長致辭\t003\n\n水\n\n用水管理\t010-014\n節水\t015\n\n電\n\n用電管理\t020\n"
    text = contents + "\n\n\n水\n\n用水管理\n\n細則\n\n我們每天檢查水錶。\n"
    document = reading(text)
    assert len(said(document, BlockKind.FURNITURE)) == 6
    levels = [
        (block.text.string, block.level) for block in document.blocks if block.kind is BlockKind.HEADING
    ]
    assert levels[1:] == [("水", 1), ("用水管理", 2), ("細則", 3)]


def test_page_numbers_of_an_index_are_put_aside(reading):
    index = "披露要求 所在頁碼\n\nC1.1 用水總量及密度。 41\n\n"
    text = index + "C1.2 描述節水目標及為達到目標所採取\n的步驟。\n\n43–44\n"
    document = reading(text)
    assert said(document, BlockKind.FURNITURE) == ["41", "43–44"]
    assert "C1.1 用水總量及密度。" in said(document, BlockKind.PARAGRAPH)


def test_text_that_runs_down_the_page_is_furniture(reading):
    document = reading("\n".join("一二三四五六七八九十") + "\n\n正文在此，與直排文字無關。\n")
    assert said(document, BlockKind.FURNITURE) == ["一二三四五六七八九十"]
