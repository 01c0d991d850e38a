"""The specs beside this file: tiny reports in, findings out, read the way every report is read.

A spec is prose with fenced blocks: ```` ```2024.txt ```` holds a report of that name, ```` ```findings ````
the findings of the spec's rule, one a line: report, place, number as stated. ```` ```toml ```` holds what the
user has set. Each heading begins a case.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from auditor import pipeline
from auditor.config import Config
from auditor.rules import RULES

HERE = Path(__file__).parent
SPECS = sorted(HERE.glob("*/*.md"))
_BLOCK = re.compile(r"^```(\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = {rule.__name__.removeprefix("auditor.rules.").replace(".", "/"): rule.CODE for rule in RULES}


def cases():
    for spec in SPECS:
        head, *sections = re.split(r"^## ", spec.read_text("utf-8"), flags=re.MULTILINE)
        assert head.startswith("# ")
        for section in sections:
            title = section.splitlines()[0]
            yield pytest.param(spec, dict(_BLOCK.findall(section)), id=f"{spec.stem}: {title}")


@pytest.mark.parametrize(("spec", "blocks"), list(cases()))
def test_the_rule_finds_what_its_spec_says_and_nothing_else(spec, blocks, tmp_path):
    expected = sorted(blocks.pop("findings").splitlines())
    config = Config.model_validate(tomllib.loads(blocks.pop("toml", "")))
    paths = [tmp_path / name for name in blocks]
    for path, words in zip(paths, blocks.values(), strict=True):
        path.write_text(words, encoding="utf-8")
    code = _CODE[str(spec.relative_to(HERE).with_suffix(""))]
    findings = pipeline.audit(paths, config).findings
    found = [f"{item.report} {item.place} {item.stated}".strip() for item in findings if item.code == code]
    assert sorted(found) == expected


def test_every_rule_has_a_spec_that_fires_and_one_that_must_not():
    for name in _CODE:
        told = (HERE / f"{name}.md").read_text("utf-8")
        outcomes = [dict(_BLOCK.findall(section))["findings"] for section in told.split("\n## ")[1:]]
        assert any(outcomes), name
        assert not all(outcomes), name
