"""`auditor rule`: what a finding code means."""

from __future__ import annotations

from auditor.rules import RULES


def test_without_a_code_every_rule_is_listed(auditor):
    lines = auditor("rule").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.CODE for rule in RULES]


def test_a_code_gives_the_page_of_its_rule(auditor):
    page = auditor("rule", "t101").stdout
    assert page.startswith("## T101 分项与总计不符 (error)")
    assert "**When it is wrong**" in page


def test_an_unknown_code_is_a_fault_of_usage(auditor):
    result = auditor("rule", "T999")
    assert result.exit_code == 2
    assert "known: N101" in result.stderr
