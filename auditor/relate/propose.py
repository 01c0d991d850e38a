"""All relations of one report, each proposer in turn."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
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
from auditor.relate.changes.copiedrates import copied_rates
from auditor.relate.changes.marginpoints import margin_points
from auditor.relate.changes.movements import changes
from auditor.relate.changes.namedgrowth import named_growths
from auditor.relate.changes.namedpoints import named_points
from auditor.relate.changes.progress import progress
from auditor.relate.changes.ratesagain import rates_again
from auditor.relate.changes.reached import reached
from auditor.relate.changes.retoldchanges import points_to_level
from auditor.relate.changes.retoldchanges import retold_changes
from auditor.relate.changes.sharepoints import share_points
from auditor.relate.changes.together import changes_together
from auditor.relate.changes.totalsagain import totals_again
from auditor.relate.facts import Facts
from auditor.relate.ratios.before import rates_before
from auditor.relate.ratios.chained import chained_portions
from auditor.relate.ratios.columnrates import column_rates
from auditor.relate.ratios.commonsize import common_sized
from auditor.relate.ratios.definitions import definitions
from auditor.relate.ratios.dividends import dividends
from auditor.relate.ratios.factors import steady_factors
from auditor.relate.ratios.forms import prescribed_rows
from auditor.relate.ratios.headedshares import headed_shares
from auditor.relate.ratios.holdings import holdings
from auditor.relate.ratios.intensities import shared_denominators
from auditor.relate.ratios.means import weighted_means
from auditor.relate.ratios.namedrates import named_rates
from auditor.relate.ratios.ofcounted import shares_of_counted
from auditor.relate.ratios.partsof import parts_of
from auditor.relate.ratios.partsof import parts_times
from auditor.relate.ratios.paygaps import pay_gaps
from auditor.relate.ratios.pereach import told_for_each
from auditor.relate.ratios.perhead import told_per_head
from auditor.relate.ratios.pershare import earnings_per_share
from auditor.relate.ratios.perunit import per_unit
from auditor.relate.ratios.portions import portions
from auditor.relate.ratios.products import factor_products
from auditor.relate.ratios.quotients import table_ratios
from auditor.relate.ratios.rowshares import row_shares
from auditor.relate.ratios.shares import named_shares
from auditor.relate.ratios.sharesinorder import shares_in_order
from auditor.relate.retold.captions import captions
from auditor.relate.retold.ends import starts
from auditor.relate.retold.events import events
from auditor.relate.retold.listed import listed_rows
from auditor.relate.retold.lonerows import lone_rows
from auditor.relate.retold.passages import passages
from auditor.relate.retold.reordered import reordered_lists
from auditor.relate.retold.rosters import rosters
from auditor.relate.retold.same import same_facts
from auditor.relate.retold.samewords import in_same_words
from auditor.relate.retold.toldratios import told_ratios
from auditor.relate.retold.twincolumns import twin_columns
from auditor.relate.retold.twins import twin_rows
from auditor.relate.retold.verbatim import verbatim
from auditor.relate.retold.vintages import vintages
from auditor.relate.sentences import sentence_arithmetic
from auditor.relate.sums.adjusted import adjusted_columns
from auditor.relate.sums.beforeafter import changed_columns
from auditor.relate.sums.deducted import deducted
from auditor.relate.sums.expected import expected_sums
from auditor.relate.sums.finished import finished_splits
from auditor.relate.sums.finished import listed_splits
from auditor.relate.sums.groups import narrowed_groups
from auditor.relate.sums.groups import parted_groups
from auditor.relate.sums.headed import headed_totals
from auditor.relate.sums.hiddenwholes import hidden_wholes
from auditor.relate.sums.identities import declared
from auditor.relate.sums.ledgers import ledgers
from auditor.relate.sums.lettered import lettered_rows
from auditor.relate.sums.partials import partials
from auditor.relate.sums.partitions import partitions
from auditor.relate.sums.profits import operating_profits
from auditor.relate.sums.schedules import schedules
from auditor.relate.sums.steps import steps
from auditor.relate.sums.structure import table_sums

_Proposer = Callable[[Facts], Iterable[Relation]]
#: What adds up, by the structure of tables.
_SUMS: tuple[_Proposer, ...] = (
    table_sums,
    schedules,
    operating_profits,
    steps,
    adjusted_columns,
    changed_columns,
    parted_groups,
    narrowed_groups,
    headed_totals,
    partitions,
    lettered_rows,
)
#: What changed, and what is told per unit or as a share.
_CHANGES_AND_RATES: tuple[_Proposer, ...] = (
    factor_products,
    changes,
    named_growths,
    named_points,
    margin_points,
    compounds,
    base_changes,
    progress,
    reached,
    told_progress,
    retold_changes,
    points_to_level,
    rates_again,
    changes_together,
    totals_again,
    shared_denominators,
    steady_factors,
    per_unit,
    earnings_per_share,
    dividends,
    pay_gaps,
    weighted_means,
    named_shares,
    headed_shares,
    common_sized,
    column_rates,
)
#: What is told more than once, and what sentences add up.
_TOLD_AGAIN: tuple[_Proposer, ...] = (
    twin_rows,
    twin_columns,
    rosters,
    listed_rows,
    reordered_lists,
    lone_rows,
    told_ratios,
    captions,
    same_facts,
    verbatim,
    passages,
    events,
    starts,
    sentence_arithmetic,
    portions,
    shares_in_order,
    parts_of,
    parts_times,
    shares_of_counted,
    named_rates,
    told_per_head,
    told_for_each,
    chained_portions,
    partials,
    finished_splits,
    listed_splits,
    deducted,
)

#: What tells a rate as so much of one thing for each of another.
_RATES = (Kind.RATIO, Kind.SHARE, Kind.DEFINITION)
#: Of two proposals of one sum that which is surer counts: a table may prove what the field only expects.
_SURENESS = {Strength.TIE: 0, Strength.QUESTION: 1, Strength.MUST: 2}


def propose(report: Report, reports: Sequence[Report]) -> tuple[Relation, ...]:
    """Return the relations of a report, none twice, in a stable order.

    ``reports`` are all reports of the run, oldest first: what an earlier one told of a period is what a
    later one must repeat where it says that nothing was adjusted.
    """
    facts, others = Facts(report), [Facts(other) for other in reports]
    found: dict[tuple[str, tuple[str, ...]], Relation] = {}
    relations = list(_all(facts, others))
    shares = frozenset(item.stated for item in relations if item.kind is Kind.SHARE)
    relations.extend(row_shares(facts, relations, shares))
    moved = frozenset(item.stated for item in relations if item.kind is Kind.DIFFERENCE)
    relations.extend(item for item in share_points(facts) if item.stated not in moved)
    relations.extend(holdings(facts, relations))
    relations.extend(ledgers(facts, relations))
    relations.extend(prescribed_rows(facts, relations))
    relations.extend(anchored(facts, relations))
    relations.extend(copied_rates(facts, relations))
    relations.extend(rates_before(facts, others, {item.stated for item in relations if item.kind in _RATES}))
    relations.extend(in_same_words(facts, others, frozenset(item.stated for item in relations)))
    given = {relation.stated for relation in relations if relation.rule == "prose:share"}
    for relation in (_beside_better(relation, given) for relation in relations):
        parts = (relation.kind.value, (relation.stated, *sorted(relation.computed.refs)))
        if parts not in found or _SURENESS[relation.strength] > _SURENESS[found[parts].strength]:
            found[parts] = relation
    return _unique(found.values())


def _all(facts: Facts, others: Sequence[Facts]) -> Iterator[Relation]:
    """Yield what every proposer finds; of two that find the same the surer stands, else the earlier."""
    printed = list(definitions(facts))
    defined = {relation.stated for relation in printed}
    yield from (relation for relation in declared(facts) if not _defined(relation, defined))
    yield from _by(_SUMS, facts)
    ratios = list(table_ratios(facts))
    yield from ratios
    yield from hidden_wholes(facts, frozenset(item.stated for item in ratios))
    yield from _by(_CHANGES_AND_RATES, facts)
    yield from printed
    yield from _by(_TOLD_AGAIN, facts)
    yield from vintages(facts, others)
    yield from expected_sums(facts, others)


def _by(proposers: Sequence[_Proposer], facts: Facts) -> Iterator[Relation]:
    for proposer in proposers:
        yield from proposer(facts)


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
