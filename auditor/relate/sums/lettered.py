"""Lines that tell by letters or numbers how they are worked out: C = A - B, ③=①-②, (4)=(1)+(2), 5=3/4.

The formula stands in the name of a row, in a column of line letters, or in the head of a column. Its keys are
those of the lines where these bear them, as a letter, a number or a mark; else the lines before, counted back
from the key of the line itself, and then the arithmetic must hold in one place before it is held against
another. So it must for a quotient, whose scale nobody prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from auditor.lexicon.fold import fold
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.lines import Line
from auditor.relate.lines import additive
from auditor.relate.lines import lines
from auditor.relate.lines import tables

_HUNDRED = Decimal(100)
#: So many columns of shares that add up show that all do.
_LEAST_SHARES = 2
#: Keys that say themselves that they are some, and plain numbers, which do so only in a cell of their own.
_SURE = r"(?:[(](?:[a-z](?:\.[0-9]{1,2})?|[0-9]{1,2})[)]|(?<![a-z])[a-z](?:\.[0-9]{1,2}|(?![a-z]))|[①-⑳])"
_PLAIN = r"(?:[(]?[0-9]{1,2}[)]?)"
_TAIL = r"\s*[)]?\s*(?:[(][^()]*[)])?$"


def _formula(key: str) -> str:
    right = rf"-?\s*{key}(?:\s*[-+/÷]\s*{key})+(?:\s*[×x*]\s*100\s*%?)?"
    return rf"(?:(?P<own>{key})\s*)?=\s*(?P<right>{right})"


_IN_NAME = re.compile(_formula(_SURE) + _TAIL)
#: A name that ends with what it adds up, of lines that bear these keys: eligible activities (A.1+A.2).
_ADDS = re.compile(r"[(](?P<own>)(?P<right>[a-z](?:\.[0-9]{1,2})?(?:\s*[+]\s*[a-z](?:\.[0-9]{1,2})?)+)[)]$")
_OF_NUMBERS = re.compile(_formula(_PLAIN) + r"$")
_ALONE = re.compile(rf"(?:{_SURE}|{_PLAIN})$")
_BEFORE = re.compile(r"[(](?:[a-z]|[0-9]{1,2})[)]|[①-⑳]|[a-z][.、]\s")
_BEHIND = re.compile(r"(?:[(](?:[a-z](?:\.[0-9]{1,2})?|[0-9]{1,2})[)]|[①-⑳])$")


@dataclass(frozen=True, slots=True)
class _Sum:
    """A line with the lines that its formula adds, takes off or divides; ``sure`` where these bear keys."""

    line: Line
    parts: tuple[tuple[str, Line], ...]
    sure: bool

    def told(self, place: int) -> list[tuple[str, Claim]]:
        """Return what stands in a place, each with its sign; nothing where a part is not told."""
        found = [(sign, line.claims[place]) for sign, line in self.parts if place in line.claims]
        return found if len(found) == len(self.parts) else []

    @property
    def divides(self) -> bool:
        """Return whether the formula is a quotient."""
        return any(sign == "/" for sign, _ in self.parts)

    def holds(self, place: int) -> bool:
        """Return whether the formula gives what is told in a place."""
        told, claim = self.told(place), self.line.claims[place]
        if not told or (self.divides and any(part.quantity.interval.may_be_zero for _, part in told[1:])):
            return False
        result = Interval.exactly(0)
        for sign, part in told:
            base = part.quantity.base
            result = result / base if sign == "/" else result - base if sign == "-" else result + base
        scaled = result.scale(_HUNDRED) if self.divides and dimension(claim) == "percent" else result
        return scaled.meets(claim.quantity.base)


def lettered_rows(facts: Facts) -> Iterator[Relation]:
    """Propose each line of a table whose name, line letter or head says of which lines it is made up."""
    for claims in tables(facts):
        for down in (True, False):
            found = lines(claims, down=down)
            borne = _borne(found, down=down)
            for at, line in enumerate(found):
                formula = next(filter(None, (_formula_in(name) for name in _names(line, down=down))), None)
                worked = _parts(at, found, formula, borne) if formula is not None else None
                if worked is not None:
                    yield from _relations(worked)


def _names(line: Line, *, down: bool) -> list[str]:
    """Return the folded names of a row from its own to its outermost, or those in the head of a column."""
    claim = line.first
    head = claim.context.rsplit("|", 1)[-1].strip()
    told = claim.label.removesuffix(f" / {head}") if down else head
    return [fold(part).strip() for part in reversed(told.split(" / "))]


def _formula_in(name: str) -> re.Match[str] | None:
    return _OF_NUMBERS.fullmatch(name) or _IN_NAME.search(name) or _ADDS.search(name)


def _borne(found: Sequence[Line], *, down: bool) -> dict[str, Line]:
    """Return the lines by the key that they bear: alone, in front of their name or formula, or as a mark."""
    borne: dict[str, Line] = {}
    for line in found:
        for key in _keys(line, down=down):
            borne.setdefault(_plain(key), line)
    return borne


def _keys(line: Line, *, down: bool) -> Iterator[str]:
    names = _names(line, down=down)
    formula = next(filter(None, map(_formula_in, names)), None)
    if formula is not None and formula["own"]:
        yield formula["own"]
        return
    yield from (name for name in names if _ALONE.match(name))
    for pattern in (_BEFORE.match, _BEHIND.search):
        yield from (found[0] for name in names[:1] if (found := pattern(name)))
    if down and len(line.first.notes) == 1:
        yield line.first.notes[0]


def _plain(key: str) -> str:
    bare = key.strip("().、 ")
    return str(ord(bare) - 0x245F) if "①" <= bare <= "⑳" else bare


def _parts(at: int, found: Sequence[Line], formula: re.Match[str], borne: Mapping[str, Line]) -> _Sum | None:
    """Return the lines that a formula names, None where one of them is not found or is the line itself."""
    terms = _terms(formula["right"])
    if all(key in borne for _, key in terms):
        named = tuple((sign, borne[key]) for sign, key in terms)
        own = any(line.index == found[at].index for _, line in named)
        return None if own else _Sum(found[at], named, sure=True)
    back = _counted_back(_plain(formula["own"] or ""), terms)
    if not back or any(not 0 < step <= at for _, step in back):
        return None
    counted = _Sum(found[at], tuple((sign, found[at - step]) for sign, step in back), sure=False)
    return counted if any(counted.holds(place) for place in counted.line.claims) else None


def _terms(right: str) -> list[tuple[str, str]]:
    plain = re.sub(r"[×x*]\s*100\s*%?\s*$", "", right)
    found = re.findall(r"([-+/÷]?)\s*[(]?([a-z](?:\.[0-9]{1,2})?|[0-9]{1,2}|[①-⑳])[)]?", plain)
    return [({"÷": "/", "": "+"}.get(sign, sign), _plain(key)) for sign, key in found]


def _counted_back(own: str, terms: Sequence[tuple[str, str]]) -> list[tuple[str, int]]:
    """Return how many lines before its own each key of a formula stands."""
    places = [_place(own), *(_place(key) for _, key in terms)]
    if None in places or not own or len({key.isdigit() for _, key in terms} | {own.isdigit()}) > 1:
        return []
    first, *others = (place for place in places if place is not None)
    return [(sign, first - place) for (sign, _), place in zip(terms, others, strict=True)]


def _place(key: str) -> int | None:
    return int(key) if key.isdigit() else ord(key) if len(key) == 1 else None


def _relations(worked: _Sum) -> Iterator[Relation]:
    """Yield the formula in every place in which all of its parts are told, in one dimension if it adds."""
    claims = worked.line.claims
    holding = [place for place in claims if worked.holds(place)]
    shares = sum(dimension(claims[at]) == "percent" and bool(claims[at].quantity.value) for at in holding)
    for place, claim in worked.line.claims.items():
        told = worked.told(place)
        if not told:
            continue
        if worked.divides:
            if len(told) == 2 and holding and dimension(claim) != "points":
                yield _relation(claim, told, worked)
        elif all(dimension(part) == dimension(claim) for _, part in told) and _adds(claim, shares):
            yield _relation(claim, told, worked)


def _adds(claim: Claim, shares: int) -> bool:
    """Return whether numbers of this kind can be added: amounts, and shares of one whole, as others show."""
    return additive(claim) or (dimension(claim) == "percent" and shares >= _LEAST_SHARES)


def _relation(claim: Claim, told: Sequence[tuple[str, Claim]], worked: _Sum) -> Relation:
    statement = "".join(f" {_SHOWN[sign]} {short(part)}" for sign, part in told).removeprefix(" + ").strip()
    plain = all(sign == "+" for sign, _ in told)
    kind = Kind.RATIO if worked.divides else Kind.SUM if plain else Kind.DIFFERENCE
    return relation(
        kind,
        claim,
        _expression(claim, told, divides=worked.divides),
        f"{statement} = {short(claim)}",
        "table:letters",
        keys=[part for _, part in told],
        strength=Strength.MUST,
    )


_SHOWN = {"+": "+", "-": "−", "/": "/"}


def _expression(claim: Claim, told: Sequence[tuple[str, Claim]], *, divides: bool) -> Expression:
    computed: Expression | None = None
    for sign, part in told if divides else sorted(told, key=lambda item: item[0] == "-"):
        leaf = Expression.claim(part.ref)
        if computed is None:
            computed = leaf
        else:
            computed = computed / leaf if sign == "/" else computed - leaf if sign == "-" else computed + leaf
    assert computed is not None  # noqa: S101  # a formula has terms
    percent = divides and dimension(claim) == "percent"
    return computed * Expression.constant(_HUNDRED) if percent else computed
