"""Accepted files are whole or refused, and belong to a case."""

from __future__ import annotations

import pytest

from auditor.baseline.layout import LAYOUTS
from auditor.baseline.store import cases
from auditor.baseline.store import orphans
from auditor.baseline.store import read_accepted
from auditor.baseline.store import table
from auditor.errors import UnreadableFileError


@pytest.fixture
def folders(tmp_path):
    """Return reports with the case acme, and its baselines."""
    for name in ("reports/acme", "baselines/acme"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "reports/acme/auditor.toml").write_text("")
    (tmp_path / "baselines/acme/claims.csv").write_text("key\n")
    return tmp_path


def test_a_case_with_its_baselines_leaves_no_orphan(folders):
    assert cases(folders / "reports") == ["acme"]
    assert orphans(folders / "baselines", folders / "reports") == ()


def test_baselines_without_a_case_and_files_that_were_not_accepted_are_orphans(folders):
    (folders / "baselines/gone").mkdir()
    (folders / "baselines/acme/claims.old.csv").write_text("")
    found = orphans(folders / "baselines", folders / "reports")
    assert found == ("acme/claims.old.csv", "gone")


def test_no_baselines_at_all_have_no_orphans(folders):
    assert orphans(folders / "none", folders / "reports") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [("a,b\n1,2\n", "no column key"), ("key,value\na,1\na,2\n", "twice"), ("key,value\na\n", "row 2")],
)
def test_a_damaged_file_is_refused(tmp_path, text, words):
    (tmp_path / "claims.csv").write_text(text)
    with pytest.raises(UnreadableFileError, match=words):
        read_accepted(tmp_path)


def test_a_new_row_moves_no_other_row_of_the_file(rows, claim):
    before = table(LAYOUTS[0], rows(claim(1, "a", "1"), claim(2, "c", "3"))["claims"])
    after = table(LAYOUTS[0], rows(claim(1, "a", "1"), claim(2, "b", "2"), claim(3, "c", "3"))["claims"])
    strip = [row[:3] for row in after if "|b" not in row[0]]
    assert strip == [row[:3] for row in before]
