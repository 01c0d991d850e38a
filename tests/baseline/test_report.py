"""Drift for a terminal, a spreadsheet and a script."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from auditor.baseline.drift import compare
from auditor.baseline.report import Result
from auditor.baseline.report import as_csv
from auditor.baseline.report import as_json
from auditor.baseline.report import lines


@pytest.fixture
def result(rows, claim):
    """Return one changed and one new claim, and an orphan."""
    now = rows(claim(1, "a", "1,100"), claim(2, "b", "5", metric="废水量"))
    return Result("acme", compare(rows(claim(1, "a", "1,000")), now), ("gone",))


def test_a_line_names_figure_place_accepted_and_new_value_once(result):
    told = "\n".join(lines(result))
    assert "总用水量 CY2024  (new.txt L11)  value_text: accepted 1,000, now 1,100\n" in told
    assert "废水量 CY2024  (new.txt L12)  new: 5\n" in told
    assert "gone: no case for it" in told
    assert told.endswith("acme: not as accepted")


def test_csv_has_one_record_for_a_new_row_and_one_for_each_changed_cell(result):
    records = list(csv.DictReader(StringIO(as_csv([result]))))
    assert [(row["kind"], row["column"], row["accepted"], row["now"]) for row in records] == [
        ("changed", "value_text", "1,000", "1,100"),
        ("changed", "value", "1000", "1100"),
        ("new", "value_text", "", "5"),
        ("orphan", "", "", ""),
    ]


def test_json_says_the_same(result):
    (told,) = json.loads(as_json([result]))
    assert (told["case"], told["clean"], told["orphans"]) == ("acme", False, ["gone"])
    assert [item["kind"] for item in told["drift"]] == ["changed", "new"]
    assert told["drift"][0]["changes"][0] == {"column": "value_text", "accepted": "1,000", "now": "1,100"}


def test_a_case_that_was_never_accepted_is_not_clean():
    nothing = Result("acme", (), accepted=False)
    assert not nothing.clean
    assert "nothing accepted yet" in next(lines(nothing))
