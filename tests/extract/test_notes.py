"""Notes of a report: where one ends and the next begins, and of which years they speak."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.extract.report import extract
from auditor.model.period import Period
from auditor.read.text import read_text

TEXT = "测试能源有限公司 2024 年环境、社会及治理报告\n\n指标\t单位\t2023年\t2024年\n总用水量①\t吨\t900\t950\n\n{notes}\n"


def notes(tmp_path: Path, printed: str) -> list[tuple[str, str]]:
    path = tmp_path / "2024.txt"
    path.write_text(TEXT.format(notes=printed), "utf-8")
    return [(note.mark, note.text) for note in extract(read_text(path, path.name, "0" * 64)).notes]


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("① 2023年数据已重述。② 含外购水。", [("①", "2023年数据已重述。"), ("②", "含外购水。")]),
        ("① 2023年数据已重述。[2] 含外购水。", [("①", "2023年数据已重述。"), ("2", "含外购水。")]),
        ("① 按以下口径：含①自取水；②外购水。", [("①", "按以下口径：含①自取水；②外购水。")]),
        ("① 数据引自年报。[5] 已经核对。", [("①", "数据引自年报。[5] 已经核对。")]),
    ],
)
def test_notes_one_behind_the_other_on_a_line(tmp_path, printed, told):
    assert notes(tmp_path, printed) == told


def test_a_note_speaks_of_the_years_that_it_names(tmp_path):
    path = tmp_path / "2024.txt"
    path.write_text(TEXT.format(notes="① 2023年数据已重述；2022年数据未作追溯调整。"), "utf-8")
    (note,) = extract(read_text(path, path.name, "0" * 64)).notes
    told = {year: note.effect_on(Period(f"CY{year}")) for year in (2021, 2022, 2023)}
    assert told == {2021: "", 2022: "not_adjusted", 2023: "adjusted"}
    assert note.effect_on(Period("2024-03-31")) == "adjusted"
    assert note.effect_on(Period("2024-12-31")) == ""
