"""The benchmark itself, on the bundled reports: what it plants is in the documents, and nothing else is."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from auditor.model.interval import Interval
from tests.bench.errors import bench_of
from tests.bench.errors import paths_of
from tests.bench.errors import run
from tests.bench.numbers import digit_changed
from tests.bench.numbers import printed
from tests.bench.numbers import reread
from tests.bench.numbers import sign
from tests.bench.numbers import ten_fold
from tests.bench.numbers import transposed
from tests.bench.plants import KINDS
from tests.bench.plants import places_of
from tests.bench.plants import plants
from tests.bench.score import FIRM
from tests.bench.score import NONE
from tests.bench.score import TIE
from tests.bench.score import suggests
from tests.bench.spots import edited
from tests.bench.spots import text_at
from tests.bench.table import as_csv
from tests.bench.table import summary

BUNDLED = Path(__file__).parents[2] / "reports" / "alibaba"


def seeded(seed):
    return Random(seed)  # noqa: S311  # a benchmark keeps no secret


@pytest.fixture(scope="module")
def bench():
    return bench_of("alibaba", paths_of(str(BUNDLED)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_class_of_error_can_be_planted_in_the_bundled_pair(bench, kind):
    assert any(next(plants(bench.field, kind, where, seeded(1)), None) for where in places_of(kind))


def test_a_planted_number_stands_where_the_old_one_stood(bench):
    plant = next(plants(bench.field, "transposed_digits", "table", seeded(5)))
    (edit,) = plant.edits
    before = bench.field.documents[edit.document]
    after = edited(before, [edit])
    old, new = text_at(before, edit.spot), text_at(after, edit.spot)
    assert old.string.replace(plant.old, plant.new, 1) == new.string
    assert old.place() == new.place()
    assert [item for item in after.elements if item not in before.elements] == [
        after.elements[edit.spot.element]
    ]


def test_an_error_that_breaks_a_sum_is_found_and_the_same_seed_plants_it_again(bench):
    first = list(run(bench, 3, 1, ["transposed_digits"]))
    again = list(run(bench, 3, 1, ["transposed_digits"]))
    assert as_csv(first) == as_csv(again)
    assert summary(first, []) == summary(again, [])
    assert {item.detectable for item in first} <= {FIRM, TIE, NONE}
    assert all(item.read for item in first)
    assert any(item.found for item in first)


def test_slips_keep_the_print_of_the_number():
    rng = seeded(1)
    number = printed("1,234.5")
    assert {str(item) for item in transposed(number, rng)} == {"2,134.5", "1,324.5", "1,243.5", "1,235.4"}
    assert {str(item) for item in ten_fold(number, rng)} in ({"12,345"}, {"123.45"}, {"12,345", "123.45"})
    assert [str(item) for item in sign(number, rng)] == ["-1,234.5"]
    assert [str(item) for item in sign(printed("(1,234)"), rng)] == ["1,234"]
    assert {len(str(item)) for item in digit_changed(number, rng)} == {len("1,234.5")}


def test_a_planted_number_keeps_scale_and_unit(bench):
    claim = next(item for item in bench.field.claims.values() if item.quantity.text.endswith("萬"))
    digits = claim.quantity.text.rstrip("萬 ")
    moved = reread(
        claim.quantity, claim.quantity.text.replace(digits, digits + "0" if "." in digits else digits)
    )
    assert moved.value == claim.quantity.value
    assert reread(claim.quantity, digits).value * 10_000 == claim.quantity.value


@pytest.mark.parametrize(
    ("suggested", "right"),
    [("12.3", True), ("12.4", False), ("[12.0, 12.5]", True), ("12..13", True), ("13..", False), ("", False)],
)
def test_a_suggestion_is_right_when_it_is_or_holds_the_old_number(suggested, right):
    assert suggests(suggested, Interval.around(Decimal("12.3"), Decimal("0.05"))) is right
