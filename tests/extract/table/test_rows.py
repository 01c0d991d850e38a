"""Footnote marks that stand right at a label."""

from __future__ import annotations

import pytest

from auditor.extract.table.rows import unglue


@pytest.mark.parametrize(
    ("label", "known", "plain", "marks"),
    [
        ("仓储密度*（吨/平方米）", "*", "仓储密度（吨/平方米）", ("*",)),
        ("回用率**", "**", "回用率", ("**",)),
        ("Water density † (m3/m2)", "†", "Water density (m3/m2)", ("†",)),
        ("Other(2)", "2", "Other", ("2",)),
        ("仓储密度*（吨/平方米）", "1", "仓储密度*（吨/平方米）", ()),
    ],
)
def test_a_sign_of_which_there_is_a_note_is_no_part_of_the_name(label, known, plain, marks):
    assert unglue(label, frozenset({known})) == (plain, marks)
