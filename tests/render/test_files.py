"""Files: BOM and LF, whole or not there."""

from __future__ import annotations

import json

import pytest

from auditor.errors import UsageError
from auditor.render.files import records
from auditor.render.files import write_csv
from auditor.render.files import write_json
from auditor.render.sheets import Sheet

SHEET = Sheet("claims", ("no", "metric"), (("1", "排放, 总量"), ("2", 'a "b"')))


def test_a_table_has_a_bom_and_one_record_a_line(tmp_path):
    path = write_csv(tmp_path / "new" / "folder", SHEET)
    assert path.read_bytes() == '\ufeffno,metric\n1,"排放, 总量"\n2,"a ""b"""\n'.encode()


def test_nothing_temporary_is_left_behind(tmp_path):
    write_csv(tmp_path, SHEET)
    write_csv(tmp_path, SHEET)
    assert [path.name for path in tmp_path.iterdir()] == ["claims.csv"]


def test_json_has_sorted_keys_and_readable_chinese(tmp_path):
    path = write_json(tmp_path, "claims", {"b": 1, "a": records(SHEET)})
    told = path.read_text("utf-8")
    assert told.index('"a"') < told.index('"b"')
    assert "排放" in told
    assert json.loads(told)["a"][0] == {"no": "1", "metric": "排放, 总量"}


def test_a_folder_that_cannot_be_made_is_a_fault_of_usage(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="--out"):
        write_csv(tmp_path / "file", SHEET)
