"""Two published reports, read by hand: every fact that both tell is paired, and nothing else is."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from auditor.config import Config
from auditor.model.interval import Interval
from auditor.pipeline import audit

HERE = Path(__file__).parent
SEEDS = HERE.parents[2] / "shared" / "seeds"
LABELS = list(csv.DictReader((HERE / "told_twice.csv").read_text("utf-8").splitlines()))


@pytest.fixture(scope="module")
def paired():
    files = sorted(SEEDS.glob("00[01]_*.txt"))
    if len(files) != 2:
        pytest.skip("the published reports are not here")
    found = audit(files, Config()).restatements
    return {(item.old.place.line, item.new.place.line): item for item in found}


def _lines(label, side):
    return {int(line) for line in label[f"{side}_lines"].split(";")}


def _found(paired, label):
    olds, news = _lines(label, "old"), _lines(label, "new")
    return [item for (old, new), item in paired.items() if old in olds and new in news]


def _same_numbers(item, label):
    numbers = (item.old.quantity.value, item.new.quantity.value)
    return numbers[1] == Decimal(label["new"]) and item.old.quantity.base.meets(_interval(label, item))


def _interval(label, item):
    """Return the older number, in whichever of its tellings."""
    return Interval.exactly(Decimal(label["old"]) * item.old.quantity.unit.factor)


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label["subject"])
def test_every_fact_told_twice_is_found_with_its_class_and_its_note(paired, label):
    (item,) = [item for item in _found(paired, label) if _same_numbers(item, label)]
    told = item.disclosure.value if item.disclosure else ""
    causes = ";".join(item.note.causes) if item.note else ""
    assert (item.standing.value, told, causes) == (label["class"], label["disclosed"], label["causes"])


def test_no_pair_is_two_facts(paired):
    expected = {id(item) for label in LABELS for item in _found(paired, label)}
    assert [item for item in paired.values() if id(item) not in expected] == []


def test_no_fact_is_paired_twice(paired):
    assert len(paired) == len(LABELS)
