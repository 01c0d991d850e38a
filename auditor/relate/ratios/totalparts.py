"""The rows of tables that are parts of a total, and which of them a share is called after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from auditor.lexicon.bilingual import halves
from auditor.lexicon.labels import label_words
from auditor.lexicon.likeness import parts as parts_of_name
from auditor.lexicon.naming import facets_of
from auditor.lexicon.naming import name
from auditor.lexicon.naming import residue
from auditor.lexicon.quantities import alternation
from auditor.lexicon.roles import roles
from auditor.model.claim import Claim
from auditor.model.interval import Interval
from auditor.model.quantity import NO_UNIT
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Operator
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import HUNDRED
from auditor.relate.facts import Facts
from auditor.relate.facts import percentage
from auditor.relate.ratios.whereabouts import only_there

#: A shorter name of a row may be anything's.
_LEAST_NAME = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A number of a row with the total that it is a part of."""

    part: Claim
    whole: Claim

    @property
    def share(self) -> Interval:
        """Return the share, in per cent."""
        return percentage(self.part, self.whole)

    @property
    def expression(self) -> Expression:
        """Return the arithmetic."""
        return Expression.claim(self.part.ref) / Expression.claim(self.whole.ref) * HUNDRED

    @property
    def row(self) -> tuple[int, int, int, int]:
        """Return the two rows, whatever the year."""
        one, other = self.part.seat, self.whole.seat
        assert one is not None and other is not None  # noqa: S101, PT018  # only rows of tables come here
        return (one.table, one.row, other.table, other.row)


@dataclass(frozen=True, slots=True)
class Index:
    """The parts by the name of their row, and by each other name in its label that is not the total's."""

    parts: Sequence[Part]
    named: Mapping[str, Sequence[Part]]
    within: Mapping[str, Sequence[Part]]


def index(parts: Sequence[Part]) -> Index:
    """Return the parts of totals, findable by their names."""
    named: dict[str, list[Part]] = {}
    within: dict[str, list[Part]] = {}
    for item in parts:
        for half in halves(item.part.leaf):
            named.setdefault(plain_name(half), []).append(item)
        total = _pieces(item.whole.folded)
        for piece in _pieces(item.part.folded):
            if piece not in total:
                within.setdefault(piece, []).append(item)
    return Index(parts, named, within)


def candidates(claim: Claim, known: Index) -> list[Part]:
    """Return the rows of its year that a share names: by its name, in its label, or with its total."""
    called = _called(claim, known.named) or _of_metric(claim, known.parts)
    mine = _of_year(claim, [*called, *_of_group(claim, known.parts)])
    other = () if _link().match(claim.folded) else known.within.get(plain_name(bare(claim.folded)), ())
    return mine or _of_year(claim, other) or _of_year(claim, _of_named_total(claim, known.within))


def _called(claim: Claim, named: Mapping[str, Sequence[Part]]) -> list[Part]:
    """Return the parts that a share is called after, of a whole that it names if it names one."""
    plain = named.get(plain_name(bare(claim.folded)), ())
    split = _link().search(claim.folded)
    if plain or split is None:
        return list(plain)
    of, whole = plain_name(claim.folded[: split.start()]), claim.folded[split.end() :]
    return [item for item in named.get(of, ()) if not plain_name(whole) or _is_of(item.whole, whole)]


def _of_metric(claim: Claim, parts: Sequence[Part]) -> list[Part]:
    """Return the parts of the metric that a share is called after, or of the group that it says is there."""
    called = bare(_link().split(claim.folded)[0])
    found = name(called, NO_UNIT, any_unit=True)
    if found is not None and not found.residue and found.metric.facets:
        return [item for item in parts if item.part.metric == found.metric and _narrower(item)]
    told = tuple(sorted(pair for pair in facets_of(called) if pair[1]))
    if not told or not only_there(called):
        return []
    return [item for item in parts if item.part.metric.facets == told and _narrower(item)]


def _narrower(item: Part) -> bool:
    """Return whether a part is of the metric of its whole, and that of no group."""
    return item.part.metric.base == item.whole.metric.base and not item.whole.metric.facets


def _is_of(whole: Claim, words: str) -> bool:
    """Return whether words may name a whole: of one metric, or with a part of its name."""
    found = name(words, NO_UNIT, any_unit=True)
    same = found is not None and found.metric.base == whole.metric.base
    return same or not parts_of_name(words).isdisjoint(parts_of_name(whole.folded))


def _of_year(claim: Claim, found: Sequence[Part]) -> list[Part]:
    return [item for item in found if item.part.period.year == claim.period.year]


def _of_group(claim: Claim, parts: Sequence[Part]) -> list[Part]:
    """Return the groups of employees that a share of employees names by its facets: women."""
    if claim.metric.base != roles().staff_share or not claim.metric.facets or claim.scope:
        return []
    return [
        item
        for item in parts
        if item.part.metric.base == roles().staff and item.part.metric.facets == claim.metric.facets
    ]


def _of_named_total(claim: Claim, within: Mapping[str, Sequence[Part]]) -> list[Part]:
    """Return the parts that a label names together with their total: 甲类贷款占贷款总额."""
    part, linked, total = claim.folded.partition(next(iter(_link().findall(claim.folded)), "\0"))
    if not linked:
        return []
    named = within.get(plain_name(part), ())
    return [
        item for item in named if (own := plain_name(item.whole.leaf)) and plain_name(total).endswith(own)
    ]


@cache
def _pieces(folded: str) -> tuple[str, ...]:
    """Return the names in the label of a row: what stands between its strokes, and behind a dash."""
    told = [piece for part in folded.split("/") for piece in (part, re.split(r"[-—–]+", part)[-1])]
    return tuple(dict.fromkeys(name for piece in told if (name := plain_name(piece))))


def bare(folded: str) -> str:
    """Return a folded label without the words that make it a share, or begin to do so: made (up)."""
    return _begun().sub("", share_words().sub("|", folded).strip())


def plain_name(label: str) -> str:
    """Return what a label says without numbering, fillers and the entity, too short ones empty."""
    plain = residue(re.sub(r"^\s*(?:[(]?[0-9]{1,2}[)]?[.、:\s]+|[a-z][.)]\s+)", "", label), [], ())
    return plain if len(plain) >= _LEAST_NAME else ""


@cache
def _link() -> re.Pattern[str]:
    return re.compile(alternation(label_words().share_links))


@cache
def _begun() -> re.Pattern[str]:
    """Return a pattern of a verb at the end of a label whose other half stood beside the number."""
    verbs = {link.split(" ")[0] for link in label_words().share_links if link.endswith(" up")}
    return re.compile(rf"\s{alternation(tuple(sorted(verbs)))}$")


@cache
def share_words() -> re.Pattern[str]:
    """Return a pattern of the words that make a label that of a share."""
    words = label_words()
    return re.compile(alternation((*words.share_links, *words.share_ends, *words.share_nouns)))


def parts_of_sums(facts: Facts, sums: Sequence[Relation]) -> Iterator[Part]:
    """Yield the parts of the sums of tables, of a plain addition only."""
    claims = {claim.ref: claim for claim in facts.levels}
    for item in sums:
        whole = claims.get(item.stated)
        refs = item.computed.refs
        plain = item.kind is Kind.SUM and item.computed.operator is Operator.ADD and not item.computed.partial
        if whole is None or whole.seat is None or not plain or item.strength is not Strength.MUST:
            continue
        for part in (claims[ref] for ref in refs if ref in claims):
            if part.seat is not None and not whole.quantity.interval.may_be_zero:
                yield Part(part, whole)
