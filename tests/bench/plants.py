"""Errors to plant: which claims of a clean audit a class of error can befall, and what they then say."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from decimal import ROUND_HALF_UP
from decimal import Decimal
from random import Random

from auditor.lexicon.fold import fold
from auditor.lexicon.measures.units import units
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.document import Block
from auditor.model.relation import Kind
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing
from tests.bench import numbers
from tests.bench.ground import Field
from tests.bench.numbers import Printed
from tests.bench.numbers import printed
from tests.bench.numbers import reread
from tests.bench.spots import Edit
from tests.bench.spots import Spot
from tests.bench.spots import find
from tests.bench.spots import text_at
from tests.bench.spots import unit_cell

_RATES = frozenset({Change.YOY_GROWTH, Change.YOY_DECLINE})
#: Units that are taken for each other, as they begin.
_UNIT_SLIPS = (
    ("兆瓦时", "千瓦时"), ("千瓦时", "兆瓦时"), ("兆瓦時", "千瓦時"), ("千瓦時", "兆瓦時"),
    ("MWh", "kWh"), ("kWh", "MWh"), ("千克", "吨"), ("公斤", "吨"), ("噸", "公斤"), ("吨", "公斤"),
    ("万元", "元"), ("亿元", "万元"), ("元", "万元"), ("立方米", "升"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plant:
    """One planted error.

    Attributes:
        kind: the class of the error.
        where: ``table``, ``prose`` or ``note``.
        claims: what is planted, as it then says; by ref of the clean audit.
        edits: how it gets into the documents.
        old: as printed before.
        new: as printed after.
    """

    kind: str
    where: str
    claims: Mapping[str, Claim]
    edits: tuple[Edit, ...]
    old: str
    new: str


Slip = Callable[[Field, Claim, Random], Iterator[str]]


def _by_hand(slip: Callable[[Printed, Random], Iterator[Printed]]) -> Slip:
    def changed(_field: Field, claim: Claim, rng: Random) -> Iterator[str]:
        number = printed(claim.quantity.text)
        if number is not None:
            yield from (str(item) for item in slip(number, rng))

    return changed


def _stale_year(field: Field, claim: Claim, rng: Random) -> Iterator[str]:
    """Print the value of another year."""
    others = [other for other in field.claims.values() if _same_but_period(claim, other)]
    rng.shuffle(others)
    yield from _texts_of(claim, others)


def _neighbour_row(field: Field, claim: Claim, rng: Random) -> Iterator[str]:
    """Print the value of the row above or below."""
    others = [other for other in _in_table(field, claim) if _beside(claim, other, rows=1)]
    rng.shuffle(others)
    yield from _texts_of(claim, others)


def _neighbour_column(field: Field, claim: Claim, rng: Random) -> Iterator[str]:
    """Print the value of the column to the left or right."""
    others = [other for other in _in_table(field, claim) if _beside(claim, other, columns=1)]
    rng.shuffle(others)
    yield from _texts_of(claim, others)


def _wrong_growth(_field: Field, claim: Claim, rng: Random) -> Iterator[str]:
    """Divide a change by the new year, or miss it by some points."""
    number = printed(claim.quantity.text)
    if claim.change not in _RATES or number is None or claim.quantity.unit.id != "%":
        return
    told = claim.quantity.value
    rate = -told if claim.change is Change.YOY_DECLINE and number.number > 0 else told
    wrong = [rate / (1 + rate / 100)] if rate > -100 else []
    wrong.append(rate + rng.choice((-1, 1)) * rng.randint(1, 20))
    for value in wrong:
        told = abs(value).quantize(claim.quantity.step, ROUND_HALF_UP)
        whole, _, decimals = f"{told:f}".partition(".")
        yield str(replace(number, digits=whole, decimals=decimals))


def _same_but_period(claim: Claim, other: Claim) -> bool:
    same = claim.metric == other.metric and claim.scope == other.scope and claim.change == other.change
    near = claim.report == other.report and claim.quantity.unit == other.quantity.unit
    return same and near and claim.period != other.period


def _in_table(field: Field, claim: Claim) -> list[Claim]:
    if claim.seat is None:
        return []
    return [
        other
        for other in field.claims.values()
        if other.report == claim.report and other.seat is not None and other.seat.table == claim.seat.table
    ]


def _beside(claim: Claim, other: Claim, rows: int = 0, columns: int = 0) -> bool:
    here, there = claim.seat, other.seat
    if here is None or there is None:
        return False
    return abs(here.row - there.row) == rows and abs(here.column - there.column) == columns


def _texts_of(claim: Claim, others: list[Claim]) -> Iterator[str]:
    """Return the numbers of other claims at the scale and with the scale word of this one."""
    number = printed(claim.quantity.text)
    for other in others:
        copy = printed(other.quantity.text)
        if number is None or copy is None or other.quantity.value == claim.quantity.value:
            continue
        if claim.seat is not None and other.seat is not None:
            yield other.quantity.text
            continue
        scale = claim.quantity.step.scaleb(len(number.decimals))
        told = (abs(other.quantity.value) / scale).quantize(
            Decimal(1).scaleb(-len(number.decimals)), ROUND_HALF_UP
        )
        whole, _, decimals = f"{told:f}".partition(".")
        yield str(replace(number, digits=whole, decimals=decimals))


_ANYWHERE = ("table", "prose")
#: Classes that change the digits of one claim, and where they are planted.
SLIPS: Mapping[str, tuple[Slip, tuple[str, ...]]] = {
    "transposed_digits": (_by_hand(numbers.transposed), _ANYWHERE),
    "digit_changed": (_by_hand(numbers.digit_changed), _ANYWHERE),
    "dropped_digit": (_by_hand(numbers.dropped_digit), _ANYWHERE),
    "doubled_digit": (_by_hand(numbers.doubled_digit), _ANYWHERE),
    "scale_10": (_by_hand(numbers.ten_fold), _ANYWHERE),
    "scale_wan": (_by_hand(numbers.myriad), _ANYWHERE),
    "sign": (_by_hand(numbers.sign), ("table",)),
    "stale_year": (_stale_year, _ANYWHERE),
    "neighbour_row": (_neighbour_row, ("table",)),
    "neighbour_column": (_neighbour_column, ("table",)),
    "wrong_growth": (_wrong_growth, _ANYWHERE),
    "prose_against_table": (_by_hand(numbers.leading_digit_changed), ("prose",)),
    "table_against_prose": (_by_hand(numbers.leading_digit_changed), ("table",)),
    "changed_comparative": (_by_hand(numbers.digit_changed), ("table",)),
}
#: Classes that may be planted side by side, for a report with several errors.
TOGETHER = ("transposed_digits", "digit_changed", "dropped_digit", "stale_year")
KINDS = (*SLIPS, "copied_row", "wrong_unit", "removed_note", "several")


def places_of(kind: str) -> tuple[str, ...]:
    """Return where a class of error is planted."""
    if kind == "removed_note":
        return ("note",)
    if kind == "copied_row":
        return ("table",)
    return SLIPS[kind][1] if kind in SLIPS else _ANYWHERE


def plants(field: Field, kind: str, where: str, rng: Random) -> Iterator[Plant]:
    """Return errors of a class in an order that the seed decides, at most one for each claim."""
    if kind == "removed_note":
        yield from _removed_notes(field, rng)
        return
    if kind == "several":
        yield from _any_slip(field, where, rng)
        return
    candidates = [claim for claim in field.healthy(where) if _suits(field, kind, claim)]
    rng.shuffle(candidates)
    for claim in candidates:
        document = field.documents[claim.report]
        spot = find(document, claim)
        if spot is None:
            continue
        made = _made(field, kind, claim, spot, rng)
        if made is not None:
            yield replace(made, where=where)


def _made(field: Field, kind: str, claim: Claim, spot: Spot, rng: Random) -> Plant | None:
    if kind == "wrong_unit":
        return _wrong_unit(field, claim, spot)
    return _copied_row(field, claim, rng) if kind == "copied_row" else _slip(field, kind, claim, spot, rng)


def _any_slip(field: Field, where: str, rng: Random) -> Iterator[Plant]:
    """Return errors of the classes that stand side by side, a new class each time."""
    streams = [plants(field, kind, where, rng) for kind in TOGETHER]
    while streams:
        for stream in list(streams):
            made = next(stream, None)
            if made is None:
                streams.remove(stream)
            else:
                yield replace(made, kind="several")


def _suits(field: Field, kind: str, claim: Claim) -> bool:
    relations = [item.relation for item in field.held.get(claim.ref, ())]
    if kind == "prose_against_table":
        same = (relation for relation in relations if relation.kind is Kind.SAME_FACT)
        return any(field.claims[ref].seat is not None for relation in same for ref in relation.refs)
    if kind == "table_against_prose":
        same = (relation for relation in relations if relation.kind is Kind.SAME_FACT)
        return any(field.claims[ref].seat is None for relation in same for ref in relation.refs)
    if kind == "copied_row":
        return claim.level and claim.order == 0
    return kind != "changed_comparative" or claim.ref in field.retold


def _slip(field: Field, kind: str, claim: Claim, spot: Spot, rng: Random) -> Plant | None:
    for text in SLIPS[kind][0](field, claim, rng):
        quantity = reread(claim.quantity, text)
        if quantity is not None and quantity.value != claim.quantity.value:
            wrong = replace(claim, quantity=quantity)
            edit = Edit(claim.report, spot, text)
            return Plant(kind, "", {claim.ref: wrong}, (edit,), claim.quantity.text, text)
    return None


def _copied_row(field: Field, claim: Claim, rng: Random) -> Plant | None:
    """Print a row of two numbers or more once more in the row above or below, in the same columns."""
    table = _in_table(field, claim)
    row = [other for other in table if other.seat and claim.seat and other.seat.row == claim.seat.row]
    for step in rng.sample((-1, 1), 2):
        pairs = [(own, other) for own in row for other in table if _above(own, other) == step]
        made = [_copy(field, own, other) for own, other in pairs if own.level and other.level]
        whole = len(made) == len(row) > 1 and all(item is not None for item in made)
        if whole and any(own.quantity.value != other.quantity.value for own, other in pairs):
            told = {item.ref: item for item, _ in made}
            old = " ".join(own.quantity.text for own, _ in pairs)
            new = " ".join(other.quantity.text for _, other in pairs)
            return Plant("copied_row", "", told, tuple(edit for _, edit in made), old, new)
    return None


def _above(claim: Claim, other: Claim) -> int:
    """Return by how many rows another number of the same column stands below, 0 for another column."""
    here, there = claim.seat, other.seat
    return there.row - here.row if here and there and here.column == there.column else 0


def _copy(field: Field, claim: Claim, other: Claim) -> tuple[Claim, Edit] | None:
    quantity = reread(claim.quantity, other.quantity.text)
    spot = find(field.documents[claim.report], claim)
    if quantity is None or spot is None or claim.ref in field.disputed:
        return None
    return replace(claim, quantity=quantity), Edit(claim.report, spot, other.quantity.text)


def _wrong_unit(field: Field, claim: Claim, spot: Spot) -> Plant | None:
    document = field.documents[claim.report]
    if claim.seat is None:
        string = text_at(document, spot).string
        start = spot.end + len(string[spot.end :]) - len(string[spot.end :].lstrip())
        old = claim.quantity.unit_text
        own = string.startswith(old, start) and bool(old)
        return (
            _other_unit(field, [claim], replace(spot, start=start, end=start + len(old)), old)
            if own
            else None
        )
    unit = unit_cell(document, claim, spot)
    if unit is None:
        return None
    row = [other for other in _in_table(field, claim) if other.seat and other.seat.row == claim.seat.row]
    same = [other for other in row if other.quantity.full_unit == claim.quantity.full_unit]
    return _other_unit(field, same, unit, claim.quantity.full_unit) if len(row) == len(same) else None


def _other_unit(field: Field, claims: list[Claim], spot: Spot, old: str) -> Plant | None:
    """Return the error of another unit for some claims; the scale words stay as they are."""
    for right, wrong in _UNIT_SLIPS:
        if right not in old or any(claim.ref in field.disputed for claim in claims):
            continue
        new = old.replace(right, wrong, 1)
        before, after = units().split(fold(old)), units().split(fold(new))
        if before is None or after is None or before.unit.dimension != after.unit.dimension:
            continue
        ratio = (after.scale * after.unit.factor) / (before.scale * before.unit.factor)
        told = {claim.ref: _scaled(claim, ratio) for claim in claims}
        return Plant("wrong_unit", "", told, (Edit(claims[0].report, spot, new),), old, new)
    return None


def _scaled(claim: Claim, ratio: Decimal) -> Claim:
    """Return a claim that says ``ratio`` times as much, in its old unit."""
    quantity = claim.quantity
    more = replace(
        quantity,
        value=quantity.value * ratio,
        step=quantity.step * ratio,
        interval=quantity.interval.scale(ratio),
    )
    return replace(claim, quantity=more)


def _removed_notes(field: Field, rng: Random) -> Iterator[Plant]:
    """Take out the note that discloses some restatements."""
    notes: dict[tuple[str, tuple[int, float, float], str], list[Restatement]] = {}
    for item in field.audit.restatements:
        if item.standing is Standing.RESTATED and item.note is not None:
            notes.setdefault((item.note.report, item.note.place.order, item.note.mark), []).append(item)
    keys = sorted(notes)
    rng.shuffle(keys)
    for key in keys:
        items = notes[key]
        note = items[0].note
        document = field.documents[note.report]
        blocks = [
            at
            for at, element in enumerate(document.elements)
            if isinstance(element, Block) and element.place == note.place
        ]
        if blocks:
            edit = Edit(note.report, Spot(blocks[0], -1, 0, -1), "")
            told = {item.new.ref: item.new for item in items}
            yield Plant("removed_note", "note", told, (edit,), f"note {note.mark}", "")
