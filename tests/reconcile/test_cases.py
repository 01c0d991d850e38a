"""Small pairs of reports, two texts in, what became of their history out; the cases stand beside this file.

A case gives the rows of the older and the newer report (``|`` between cells: label, unit, last year, this
year), prose in front of the table, notes behind it, and what is expected: the facts that were not simply
told again, words of the remarks, the findings. Reports are read the way every report is read.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from auditor import pipeline
from auditor.config import Config

HERE = Path(__file__).parent / "cases"
_HEADS = {
    "zh-Hans": "测试能源有限公司 {year} 年环境、社会及治理报告\n\n"
    "本报告涵盖 {year} 年 1 月 1 日至 {year} 年 12 月 31 日。\n\n环境绩效\n\n",
    "zh-Hant": "測試能源有限公司 {year} 年環境、社會及管治報告\n\n"
    "本報告涵蓋 {year} 年 1 月 1 日至 {year} 年 12 月 31 日。\n\n環境績效\n\n",
    "en": "Test Energy Limited Sustainability Report {year}\n\n"
    "This report covers the period from 1 January {year} to 31 December {year}.\n\n# Performance data\n\n",
}
_COLUMNS = {
    "zh-Hans": ("指标", "单位", "{last}年", "{year}年"),
    "zh-Hant": ("指標", "單位", "{last}年", "{year}年"),
    "en": ("Indicator", "Unit", "{last}", "{year}"),
}
_NOTES = {"zh-Hans": "注：", "zh-Hant": "註：", "en": "Notes:"}
_JUDGED = ("S1", "N1", "Q101")


def cases():
    for file in sorted(HERE.glob("*.toml")):
        for case in tomllib.loads(file.read_text("utf-8"))["case"]:
            yield pytest.param(case, id=f"{file.stem}: {case['name']}")


def report(case, side, year):
    """Return the text of one report of a case."""
    language = case.get(f"{side}_language", case.get("language", "zh-Hans"))
    head = case.get(f"{side}_head", _HEADS[language].format(year=year))
    parts = [head, case.get(f"{side}_text", "")]
    rows = case.get(side, [])
    if rows:
        columns = case.get(f"{side}_columns", _COLUMNS[language])
        head = "\t".join(columns).format(last=year - 1, year=year)
        parts += ["\n", head, "\n", *(f"{_cells(row)}\n" for row in rows)]
    notes = case.get(f"{side}_notes", [])
    if notes:
        parts += ["\n", _NOTES[language], "\n", *(f"{at}. {note}\n" for at, note in enumerate(notes, 1))]
    return "".join((*parts, case.get(f"{side}_tail", "")))


def _cells(row):
    return "\t".join(cell.strip() for cell in row.split("|"))


@pytest.fixture
def audited(tmp_path):
    def run(case):
        paths = []
        for side, year in (("oldest", 2022), ("old", 2023), ("new", 2024)):
            if side in case or f"{side}_text" in case:
                path = tmp_path / f"{year}.txt"
                path.write_text(report(case, side, year), "utf-8")
                paths.append(path)
        settings = {name: case[name] for name in ("adjustments", "factors", "thresholds") if name in case}
        return pipeline.audit(paths, Config.model_validate({"lang": "zh-Hans", **settings}))

    return run


def told(item):
    """Return ``label | period | class | disclosed | causes | follows`` of a fact."""
    told = item.disclosure.value if item.disclosure else ""
    cells = (item.new.label, item.new.period.code, item.standing.value, told, ";".join(item.causes))
    return " | ".join((*cells, item.follows)).rstrip(" |")


@pytest.mark.parametrize("case", list(cases()))
def test_the_history_of_a_pair_is_told_as_an_auditor_would(case, audited):
    audit = audited(case)
    changed = [item for item in audit.restatements if item.standing.value != "unchanged"]
    assert sorted(map(told, changed)) == sorted(case.get("facts", []))
    assert len(audit.restatements) - len(changed) == case.get("unchanged", 0)
    remarks = "\n".join(item.remark for item in audit.restatements)
    assert [words for words in case.get("notes_say", []) if words not in remarks] == []
    assert [words for words in case.get("notes_silent", []) if words in remarks] == []
    found = [f"{item.code} {item.stated}".strip() for item in audit.findings if item.code.startswith(_JUDGED)]
    assert sorted(found) == sorted(case.get("findings", []))


def test_there_are_enough_cases_and_they_cover_every_class_and_cause():
    every = [case.values[0] for case in cases()]
    facts = [fact for case in every for fact in case.get("facts", [])]
    classes = {fact.split(" | ")[2] for fact in facts}
    causes = {cause for fact in facts for cause in (fact.split(" | ") + [""] * 5)[4].split(";")}
    assert len(every) >= 40
    assert classes >= {"rounding", "restated", "definition", "relabelled"}
    assert causes >= {"divestment", "acquisition", "emission_factor", "method"}
    assert causes >= {"error", "definition", "unit", "reclassification"}
