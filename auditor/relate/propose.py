"""All relations of one report, each proposer in turn."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from auditor.model.claim import Report
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.changes.aims import told_progress
from auditor.relate.changes.anchored import anchored
from auditor.relate.changes.baseyears import base_changes
from auditor.relate.changes.compounds import compounds
from auditor.relate.changes.movements import changes
from auditor.relate.changes.namedgrowth import named_growths
from auditor.relate.changes.progress import progress
from auditor.relate.changes.retoldchanges import retold_changes
from auditor.relate.changes.sharepoints import share_points
from auditor.relate.changes.together import changes_together
from auditor.relate.facts import Facts
from auditor.relate.ratios.chained import chained_portions
from auditor.relate.ratios.definitions import definitions
from auditor.relate.ratios.factors import steady_factors
from auditor.relate.ratios.intensities import shared_denominators
from auditor.relate.ratios.means import weighted_means
from auditor.relate.ratios.partsof import parts_of
from auditor.relate.ratios.paygaps import pay_gaps
from auditor.relate.ratios.perunit import per_unit
from auditor.relate.ratios.portions import portions
from auditor.relate.ratios.products import factor_products
from auditor.relate.ratios.quotients import table_ratios
from auditor.relate.ratios.rowshares import row_shares
from auditor.relate.ratios.shares import named_shares
from auditor.relate.retold.ends import starts
from auditor.relate.retold.same import same_facts
from auditor.relate.retold.twins import twin_rows
from auditor.relate.retold.vintages import vintages
from auditor.relate.sentences import sentence_arithmetic
from auditor.relate.sums.adjusted import adjusted_columns
from auditor.relate.sums.groups import narrowed_groups
from auditor.relate.sums.groups import parted_groups
from auditor.relate.sums.hiddenwholes import hidden_wholes
from auditor.relate.sums.identities import declared
from auditor.relate.sums.lettered import lettered_rows
from auditor.relate.sums.partials import partials
from auditor.relate.sums.structure import table_sums

#: Of two proposals of one sum that which is surer counts: a table may prove what the field only expects.
_SURENESS = {Strength.TIE: 0, Strength.QUESTION: 1, Strength.MUST: 2}


def propose(report: Report, reports: Sequence[Report]) -> tuple[Relation, ...]:
    """Return the relations of a report, none twice, in a stable order.

    ``reports`` are all reports of the run, oldest first: what an earlier one told of a period is what a
    later one must repeat where it says that nothing was adjusted.
    """
    facts = Facts(report)
    found: dict[tuple[str, tuple[str, ...]], Relation] = {}
    relations = list(_all(facts, [Facts(other) for other in reports]))
    shares = frozenset(item.stated for item in relations if item.kind is Kind.SHARE)
    relations.extend(row_shares(facts, relations, shares))
    moved = frozenset(item.stated for item in relations if item.kind is Kind.DIFFERENCE)
    relations.extend(item for item in share_points(facts) if item.stated not in moved)
    relations.extend(anchored(facts, relations))
    given = {relation.stated for relation in relations if relation.rule == "prose:share"}
    for relation in (_beside_better(relation, given) for relation in relations):
        parts = (relation.kind.value, (relation.stated, *sorted(relation.computed.refs)))
        if parts not in found or _SURENESS[relation.strength] > _SURENESS[found[parts].strength]:
            found[parts] = relation
    return _unique(found.values())


def _all(facts: Facts, others: Sequence[Facts]) -> Iterator[Relation]:
    printed = list(definitions(facts))
    defined = {relation.stated for relation in printed}
    yield from (relation for relation in declared(facts) if not _defined(relation, defined))
    yield from table_sums(facts)
    yield from adjusted_columns(facts)
    yield from parted_groups(facts)
    yield from narrowed_groups(facts)
    yield from lettered_rows(facts)
    ratios = list(table_ratios(facts))
    yield from ratios
    yield from hidden_wholes(facts, frozenset(item.stated for item in ratios))
    yield from factor_products(facts)
    yield from changes(facts)
    yield from named_growths(facts)
    yield from compounds(facts)
    yield from base_changes(facts)
    yield from progress(facts)
    yield from told_progress(facts)
    yield from retold_changes(facts)
    yield from changes_together(facts)
    yield from shared_denominators(facts)
    yield from steady_factors(facts)
    yield from per_unit(facts)
    yield from pay_gaps(facts)
    yield from weighted_means(facts)
    yield from named_shares(facts)
    yield from printed
    yield from twin_rows(facts)
    yield from same_facts(facts)
    yield from starts(facts)
    yield from sentence_arithmetic(facts)
    yield from portions(facts)
    yield from parts_of(facts)
    yield from chained_portions(facts)
    yield from partials(facts)
    yield from vintages(facts, others)


def _defined(relation: Relation, defined: AbstractSet[str]) -> bool:
    """Return whether the report prints its own formula for a quotient: that one counts, not the usual one."""
    return relation.kind in (Kind.SHARE, Kind.RATIO) and relation.stated in defined


def _beside_better(relation: Relation, given: AbstractSet[str]) -> Relation:
    """Return a share as one that may only tie where two numbers of its own sentence give it.

    862 staff, of them 120 managers, 54 women or 45 %: women among the managers, and not among all.
    """
    other = relation.kind is Kind.SHARE and relation.rule.startswith(("identity:", "named:"))
    return replace(relation, strength=Strength.TIE) if other and relation.stated in given else relation


def _unique(relations: object) -> tuple[Relation, ...]:
    """Return relations sorted by id; the first of two that share one is kept."""
    unique: dict[str, Relation] = {}
    for relation in relations:  # type: ignore[attr-defined]
        unique.setdefault(relation.id, relation)
    return tuple(unique[key] for key in sorted(unique))
