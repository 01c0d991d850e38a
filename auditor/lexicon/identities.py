"""Identities of ``identities.toml``: arithmetic that must hold between metrics, read from its formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from auditor.errors import ConfigError
from auditor.lexicon.additions import identities_with
from auditor.lexicon.additions import kept
from auditor.lexicon.facets import facets
from auditor.lexicon.load import load
from auditor.lexicon.metrics import metrics
from auditor.model.relation import Kind
from auditor.model.relation import Strength

if TYPE_CHECKING:
    from auditor.lexicon.schema import IdentitiesFile
    from auditor.lexicon.schema import IdentityEntry

_FILE = "identities.toml"
_ORIGIN = f"lexicon/{_FILE}"
_TERM = re.compile(
    r"\s*(?P<operator>[-+/*])?\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<metric>[a-z][a-z0-9_]*)"
    r"(?:\{(?P<facets>[^{}]*)\})?(?P<opening>\[opening\])?(?P<optional>\?)?)\s*"
)
_BELOW = re.compile(r"\s*\((?P<sum>[^()]*)\)(?P<rest>[^()]*)")
_FACET = re.compile(r"\s*([a-z_]+)\s*=\s*([^\s=,]*)\s*")
#: Values of a facet in a formula that are no values: every one told, one and the same, whatever.
EVERY, SAME, ANY = "*", "$", "?"


@dataclass(frozen=True, slots=True)
class Member:
    """A metric in a formula.

    ``facets`` are (family, value) pairs: an empty value means that the metric may not narrow the
    family, `EVERY` all values that are told (one part each), `SAME` one value shared by all members
    that say so, `ANY` whatever. ``sign`` is 1 or -1. ``opening`` asks for the number a year earlier: of a
    stock, that at the beginning of the year.
    """

    metric: str
    facets: tuple[tuple[str, str], ...] = ()
    sign: int = 1
    optional: bool = False
    opening: bool = False

    def facet(self, family: str) -> str | None:
        """Return the value asked for in a family, None when the formula does not name it."""
        return dict(self.facets).get(family)

    @property
    def every(self) -> str:
        """Return the family of which every value is a part, empty when there is none."""
        return next((family for family, value in self.facets if value == EVERY), "")


@dataclass(frozen=True, slots=True)
class Identity:
    """``whole`` equals the signed sum of ``parts``, over that of ``divisors`` if there are, times ``factor``.

    A family that the formula does not name is equal on all members whose metric can have it (`free`).

    ``whole`` is None for a split of a constant (``constant``, 100 for percents). Identities of one
    ``group`` are alternatives: a gap means something only when none of them holds.
    """

    id: str
    kind: Kind
    strength: Strength
    formula: str
    whole: Member | None
    parts: tuple[Member, ...]
    constant: Decimal | None = None
    divisors: tuple[Member, ...] = ()
    factor: Decimal = Decimal(1)
    group: str = ""
    source: str = ""

    @property
    def divisor(self) -> Member | None:
        """Return what stands first below the line, None where the formula does not divide."""
        return self.divisors[0] if self.divisors else None

    @property
    def members(self) -> tuple[Member, ...]:
        """Return all metrics of the formula, the whole first."""
        ends = (self.whole, *self.parts, *self.divisors)
        return tuple(member for member in ends if member is not None)

    @property
    def families(self) -> frozenset[str]:
        """Return the families that the formula names."""
        return frozenset(family for member in self.members for family, _ in member.facets)

    def fits(self, family: str, told: str) -> bool:
        """Return whether a whole with this value may be made of the parts, where they ask for values.

        A location-based total is no sum over market-based scope 2, whatever its number is.
        """
        asked = {member.facet(family) for member in self.parts} - {None, "", EVERY, SAME, ANY}
        return not told or not asked or told in asked

    @property
    def free(self) -> tuple[str, ...]:
        """Return the families, sorted, that must be equal on all members whose metric can have them."""
        able = {family for member in self.members for family in metrics().entry(member.metric).families}
        return tuple(sorted(able - self.families))


class FormulaError(ValueError):
    """A formula that cannot be read: ``part`` is where it stops making sense, ``fault`` why."""

    def __init__(self, fault: str, part: str = "") -> None:
        super().__init__(f"{part.strip()!r} {fault}" if part else fault)


@kept
def identities() -> tuple[Identity, ...]:
    """Return the identities of ``identities.toml``, in the order of the file.

    Raises:
        ConfigError: with every fault of the file, formulas included.
    """
    from auditor.lexicon.schema import IdentitiesFile

    return table(identities_with(load(_FILE, IdentitiesFile)))


def table(data: IdentitiesFile) -> tuple[Identity, ...]:
    """Return the identities of a checked file.

    Raises:
        ConfigError: with every formula that cannot be read or names what the lexicon does not have.
    """
    found: dict[str, Identity] = {}
    faults: list[str] = []
    for entry in data.identity:
        if entry.id in found:
            faults.append(f"{entry.id}: told twice")
        try:
            found[entry.id] = read(entry)
        except FormulaError as error:
            faults.append(f"{entry.id}: {error}")
        else:
            faults.extend(f"{entry.id}: {fault}" for fault in _unknown(found[entry.id]))
    if faults:
        raise ConfigError(_ORIGIN, faults)
    return tuple(found.values())


def read(entry: IdentityEntry) -> Identity:
    """Return the identity of an entry.

    Raises:
        FormulaError: when its formula cannot be read.
    """
    left, equals, right = entry.formula.partition(" = ")
    if not equals:
        raise FormulaError("no ' = ' between the whole and its parts")
    wholes = list(_terms(left))
    if len(wholes) != 1 or wholes[0].operator:
        raise FormulaError("is not one metric or number", left)
    above, slash, below = right.partition("/")
    divisors, behind = _divisors(below) if slash else ((), [])
    whole, terms = wholes[0], [*_terms(above), *behind]
    return Identity(
        id=entry.id,
        kind=Kind(entry.kind),
        strength=Strength(entry.strength),
        formula=entry.formula,
        whole=whole.member,
        constant=whole.number,
        parts=_parts(terms),
        divisors=divisors,
        factor=_factor(terms),
        group=entry.group,
        source=entry.source,
    )


@dataclass(frozen=True, slots=True)
class _Term:
    """An operator and what stands behind it."""

    operator: str
    member: Member | None
    number: Decimal | None


def _terms(text: str) -> Iterator[_Term]:
    """Return the terms of one side, left to right."""
    place = 0
    while place < len(text):
        found = _TERM.match(text, place)
        if not found or bool(place) != bool(found["operator"]):
            raise FormulaError("is no metric, facet or number", text[place:])
        operator = found["operator"] or ""
        number = Decimal(found["number"]) if found["number"] else None
        yield _Term(operator, None if found["number"] else _member(found, operator), number)
        place = found.end()


def _member(found: re.Match[str], operator: str) -> Member:
    return Member(
        found["metric"],
        tuple(_facets(found["facets"] or "")),
        sign=-1 if operator == "-" else 1,
        optional=bool(found["optional"]),
        opening=bool(found["opening"]),
    )


def _facets(text: str) -> Iterator[tuple[str, str]]:
    for part in filter(str.strip, text.split(",")):
        found = _FACET.fullmatch(part)
        if not found:
            raise FormulaError("is not family=value", part)
        yield found[1], found[2]


def _parts(terms: list[_Term]) -> tuple[Member, ...]:
    parts = tuple(term.member for term in terms if term.member and term.operator in {"", "+", "-"})
    if not parts:
        raise FormulaError("no part on the right of ' = '")
    if any(term.number is not None and term.operator != "*" for term in terms):
        raise FormulaError("a number may only stand behind *")
    return parts


def _divisors(below: str) -> tuple[tuple[Member, ...], list[_Term]]:
    """Return what stands below the line, one part or a sum in brackets, and the terms behind it."""
    found = _BELOW.fullmatch(below)
    terms = list(_terms(found["sum"] if found else below))
    summed = terms if found else terms[:1]
    behind = list(_terms("1" + found["rest"]))[1:] if found else terms[1:]
    members = tuple(term.member for term in summed if term.member)
    if len(members) < len(summed) or any(term.operator not in {"", "+"} for term in summed):
        raise FormulaError("is no sum of parts", below)
    if any(term.operator != "*" for term in behind):
        raise FormulaError("a ratio has one part below /, or a sum in brackets")
    return members, behind


def _factor(terms: list[_Term]) -> Decimal:
    numbers = [term.number for term in terms if term.operator == "*"]
    if len(numbers) > 1 or None in numbers:
        raise FormulaError("* takes one number")
    return numbers[0] if numbers and numbers[0] is not None else Decimal(1)


def _unknown(identity: Identity) -> Iterator[str]:
    """Return what the metrics and facets of the lexicon do not have."""
    told, values = facets().families, facets().values
    for member in identity.members:
        if member.metric not in metrics().entries:
            yield f"metric {member.metric!r} is not in metrics.toml"
        for family, value in member.facets:
            if family not in told:
                yield f"family {family!r} is not in facets.toml"
            elif value not in values[family] | {"", EVERY, SAME, ANY}:
                yield f"{family} has no value {value!r} in facets.toml"
