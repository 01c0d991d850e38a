"""A note's mark on a label is no part of its name."""

from __future__ import annotations

import pytest

from auditor.lexicon.naming import marks
from auditor.lexicon.naming import unmarked


@pytest.mark.parametrize(
    ("label", "name", "told"),
    [
        ("外購零件註¹", "外購零件", ("1",)),
        ("外購零件⁽註¹⁾", "外購零件", ("1",)),
        ("外購零件（註1）", "外購零件", ("1",)),
        ("運輸費用註²、³", "運輸費用", ("2", "3")),
        ("運輸費用²", "運輸費用", ("2",)),
        ("備註", "備註", ()),
    ],
)
def test_the_mark_of_a_note_is_no_part_of_a_label(label, name, told):
    assert (unmarked(label), marks(label)) == (name, told)
