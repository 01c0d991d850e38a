"""A finding's id stays the same while values and order change."""

from __future__ import annotations

from auditor.rules.base import finding_id


def test_an_id_is_twelve_hex_digits_of_rule_metric_period_scope_and_report():
    one = finding_id("T101", "ghg", "CY2024", "", "new.txt")
    assert len(one) == 12
    assert set(one) <= set("0123456789abcdef")
    assert one == finding_id("T101", "ghg", "CY2024", "", "new.txt")
    assert one != finding_id("T101", "ghg", "CY2023", "", "new.txt")
    assert one != finding_id("Q101", "ghg", "CY2024", "", "new.txt")
