"""Under which parent an indented row stands."""

from __future__ import annotations

import pytest

from auditor.extract.table.outline import Outline
from auditor.extract.table.outline import Row
from auditor.extract.table.outline import placed_in


def _labels(parent, child):
    outline, labels = Outline(), ()
    for number, (label, indent) in enumerate(((parent, 0.0), (child, 12.0))):
        row = Row(number, number, (label,), (), None, (), ())
        labels = placed_in(row, outline, indent, (), bulleted=False).labels
    return labels


@pytest.mark.parametrize("parent", ["Net income", "Operating profit", "净利润"])
def test_what_is_added_below_a_profit_is_no_part_of_it(parent):
    assert _labels(parent, "Loss on sale of trucks") == ("Loss on sale of trucks",)


@pytest.mark.parametrize(
    ("parent", "child"),
    [("Revenue", "Bakery"), ("Net profit", "of which: bakery"), ("净利润", "其中：面包业务")],
)
def test_what_is_indented_below_other_rows_is_a_part(parent, child):
    assert _labels(parent, child) == (parent, child)
