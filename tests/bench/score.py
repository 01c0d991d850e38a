"""Plant an error, audit again, and say what became of it.

**Detectable.** The clean audit has a relation that holds (``passed`` or ``rounding``) and uses the planted
claim, and the same relation judged with the planted number does not hold. It is ``firm`` when such a
relation was proposed by its meaning, ``tie`` when all of them were proposed because the numbers agreed: a
tie is gone with the number that made it. A changed comparative is firm where it leaves what the earlier
report told, a note that is taken out where a restatement is then disclosed by no other. All other errors
are ``none``: no printed relation speaks against them. One of them is ``twin`` where a reader who ticks
numbers would see it all the same: the right number, in four digits or more, stands elsewhere in the report
in the same dimension and under words of the same name, and no relation of the audit knows it. In one table the
heads that both numbers stand under name neither, nor does the head of another column of another row, and two
metrics that the lexicon tells apart (basic and diluted earnings) are no twins, nor are a number of the group and
one of the parent company alone: they may well differ. And one is
``faint`` where all that it breaks are ties of one or two digits between numbers of unlike names: half of eight
trustees are women, and half have served for long. So have the terms of two undertakings (within 6 months),
whatever the words around them. That such numbers agree proves nothing, so that they do not is no sign; they are
counted apart.

**Undecidable.** The finding accuses nobody and names the planted claim, with its right value, as one of those of
which any may be wrong; and the value that it names for each of them, put into the report, satisfies every
relation that the error broke and breaks none that held. No printed number then tells who is wrong. Such errors
are counted apart, and neither for nor against the tool in culprit and repair.

A row that repeats another one may break nothing but sums over several of its numbers: then no printed number
tells what one of them was, and the repair is not counted.

**Found.** A finding that the clean audit does not have, of severity error or warning, names the planted
claim among its claims, or a check that contains it. A finding on a check that the clean report fails too is not
new where it names another suspect, for want of the number that is now wrong: it is counted as ``known``.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from decimal import Decimal
from decimal import InvalidOperation

from auditor.config import Config
from auditor.judge.verdict import judge
from auditor.model.audit import Audit
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.document import Document
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.interval import Interval
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.model.relation import Verdict
from auditor.model.restatement import Disclosure
from auditor.pipeline import audit_opened
from auditor.reconcile.disclosure import disclosure
from auditor.relate.evidence import entity
from tests.bench.ground import Field
from tests.bench.numbers import printed
from tests.bench.plants import Plant
from tests.bench.spots import edited

_HELD = frozenset({Verdict.PASSED, Verdict.ROUNDING})
FIRM, TIE, TWIN, FAINT, NONE = "firm", "tie", "twin", "faint", "none"
#: A number of fewer digits stands elsewhere by chance; one of fewer ties by chance.
_TWIN_DIGITS, _TIE_DIGITS = 4, 3
#: What a term is told in.
_TERMS = frozenset({"month", "day"})
#: Characters of a line are placed by their number in it: a longer line moves them by less than this, in points.
_SAME_PLACE = 40


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an audit made of one planted error.

    Attributes:
        detectable: ``firm``, ``tie``, ``twin``, ``faint`` or ``none``.
        read: whether the planted number was read again where it was planted.
        named: the new findings of severity error or warning that name it, the best one first.
        others: new findings of severity error or warning that do not.
        culprit: whether the first of them suspects the planted claim.
        repair: whether the value that it suggests is the old one, or an interval that holds it.
        undecidable: whether it names several, the planted one rightly among them, each of which would do.
        known: findings on what the clean report fails too, with another suspect than there.
        told: whether some relation tells what the planted number was.
    """

    case: str
    plant: Plant
    detectable: str
    read: bool = False
    named: tuple[Finding, ...] = ()
    others: tuple[Finding, ...] = ()
    culprit: bool = False
    repair: bool = False
    undecidable: bool = False
    known: tuple[Finding, ...] = ()
    told: bool = True

    @property
    def found(self) -> bool:
        """Return whether there is a finding that names the planted claim."""
        return bool(self.named)


@dataclass(slots=True)
class Bench:
    """A clean case: its reports as read and recognised, and what the audit said of them."""

    name: str
    opened: Sequence[tuple[Report, Document]]
    field: Field
    config: Config = field(default_factory=Config)

    def detectable(self, plant: Plant) -> str:
        """Return ``firm``, ``tie``, ``twin``, ``faint`` or ``none`` by the rule of this module."""
        if plant.kind == "removed_note":
            return FIRM if self._silent_without(plant) else NONE
        if plant.kind == "changed_comparative":
            return FIRM if self._changes_history(plant) else NONE
        broken = self._broken(plant)
        if not broken:
            return TWIN if any(map(self._has_twin, self._changed(plant))) else NONE
        if any(item.strength is not Strength.TIE for item in broken):
            return FIRM
        return FAINT if all(map(self._by_chance, broken)) else TIE

    def _broken(self, plant: Plant) -> list[Relation]:
        return [item for item in self._relations(plant) if self._breaks(item, plant.claims)]

    def _changed(self, plant: Plant) -> list[str]:
        """Return the planted claims that say another number than before: a copied row may repeat some."""
        clean = self.field.claims
        return [ref for ref, now in plant.claims.items() if now.quantity.base != clean[ref].quantity.base]

    def _by_chance(self, relation: Relation) -> bool:
        """Return whether a tie is of few digits, between numbers that nothing calls the same, or terms."""
        told = [self.field.claims[ref] for ref in relation.refs]
        few = min(len(_significant(claim)) for claim in told) < _TIE_DIGITS
        one_metric = len({claim.metric for claim in told}) == 1 and told[0].metric.known
        unlike = len({claim.folded for claim in told}) > 1 or all(map(_is_term, told))
        return few and relation.kind is Kind.SAME_FACT and not one_metric and unlike

    def _told(self, plant: Plant) -> bool:
        """Return whether some broken relation holds one changed number of a row that repeats another."""
        changed = set(self._changed(plant))
        if plant.kind != "copied_row" or len(changed) == 1:
            return True
        return any(len(changed.intersection(item.refs)) == 1 for item in self._broken(plant))

    def _has_twin(self, ref: str) -> bool:
        """Return whether the number stands once more in its report, in a dimension and under a name alike."""
        claim = self.field.claims[ref]
        own = (claim.seat.table, claim.seat.row) if claim.seat else None
        return len(_significant(claim)) >= _TWIN_DIGITS and any(
            other.ref != ref
            and other.report == claim.report
            and (other.seat is None or (other.seat.table, other.seat.row) != own)
            and (claim.sentence < 0 or other.sentence != claim.sentence)
            and other.quantity.unit.dimension == claim.quantity.unit.dimension
            and len(_significant(other)) >= _TWIN_DIGITS
            and other.quantity.base.overlaps(claim.quantity.base)
            and not _unlike(claim, other)
            and not {*_pairs(_own_name(claim, other))}.isdisjoint(_pairs(_own_name(other, claim)))
            for other in self.field.claims.values()
        )

    def run(self, plant: Plant) -> Outcome:
        """Return what an audit of the reports with the error in them says of it."""
        return self._outcome(plant, self._audited(plant), plant.claims)

    def run_together(self, planted: Sequence[Plant]) -> Iterable[Outcome]:
        """Return what an audit of the reports with all the errors in them says of each.

        Findings that name none of them are told with the first.
        """
        claims = {ref: claim for plant in planted for ref, claim in plant.claims.items()}
        edits = tuple(edit for plant in planted for edit in plant.edits)
        audit = self._audited(replace(planted[0], claims=claims, edits=edits))
        for at, plant in enumerate(planted):
            outcome = self._outcome(plant, audit, claims)
            yield outcome if at == 0 else replace(outcome, others=(), known=())

    def _outcome(self, plant: Plant, audit: Audit, planted: Mapping[str, Claim]) -> Outcome:
        """Return what an audit says of one error; findings that name another planted one do not count."""
        everything = dict(_planted_refs(self.field, audit, replace(plant, claims=planted)))
        refs = {ref: new for ref, new in everything.items() if ref in plant.claims}
        clean = {_print(item) for item in self.field.audit.findings}
        fresh = [item for item in audit.findings if _print(item) not in clean and _counts(item)]
        relations = {item.relation.id: item.relation for item in audit.judgements}
        named = [item for item in fresh if _names(item, refs.values(), relations)]
        # of two alike the one that says more: a finding that lists the planted claim with its value
        named.sort(
            key=lambda item: (
                item.suspect not in refs.values(),
                item.severity.rank,
                not any(ref in refs.values() for ref, _ in item.candidates),
                item.id,
            )
        )
        first = named[0] if named else None
        others = [item for item in fresh if not _names(item, everything.values(), relations)]
        failed = {check for item in self.field.audit.findings for check in item.checks}
        known = [item for item in others if not failed.isdisjoint(item.checks)]
        return Outcome(
            case=self.name,
            plant=plant,
            detectable=self.detectable(plant),
            read=len(refs) == len(plant.claims),
            named=tuple(named),
            others=tuple(item for item in others if item not in known),
            culprit=first is not None and _accused(plant, first, refs),
            repair=first is not None and _repaired(plant, first, refs, self.field.claims, audit),
            undecidable=first is not None and _undecidable(first, refs, self.field.claims, audit),
            known=tuple(known),
            told=self._told(plant),
        )

    def _audited(self, plant: Plant) -> Audit:
        from auditor.extract.report import extract

        again: list[tuple[Report, Document]] = []
        for report, document in self.opened:
            edits = [edit for edit in plant.edits if edit.document == document.name]
            if not edits:
                again.append((report, document))
                continue
            changed = edited(document, edits)
            again.append((extract(changed, self.config.options(_path(document))), changed))
        return audit_opened(again, self.config)

    def _changes_history(self, plant: Plant) -> bool:
        """Return whether an earlier report told another number."""
        told = ((self.field.retold[ref].old, claim) for ref, claim in plant.claims.items())
        return any(not old.quantity.base.overlaps(claim.quantity.base) for old, claim in told)

    def _silent_without(self, plant: Plant) -> bool:
        """Return whether some restatement has no disclosure left once the note is gone."""
        reports = {report.name: report for report, _ in self.opened}
        for claim in plant.claims.values():
            report = reports[claim.report]
            gone = disclosure(claim, report)[1]
            left = replace(report, notes=tuple(note for note in report.notes if note != gone))
            if disclosure(claim, left)[0] is Disclosure.NONE:
                return True
        return False

    def _relations(self, plant: Plant) -> list[Relation]:
        found = {
            item.relation.id: item.relation for ref in plant.claims for item in self.field.held.get(ref, ())
        }
        return list(found.values())

    def _breaks(self, relation: Relation, planted: Mapping[str, Claim]) -> bool:
        claims = {ref: self.field.claims[ref] for ref in relation.refs if ref in self.field.claims}
        before, after = judge([relation], claims), judge([relation], {**claims, **_of(planted, claims)})
        return _holds(before) and (not after or after[0].verdict is Verdict.FLAGGED)


def _significant(claim: Claim) -> str:
    """Return the digits of a number without the zeros around them."""
    return "".join(char for char in f"{claim.quantity.value:f}" if char.isdigit()).strip("0")


def _unlike(claim: Claim, other: Claim) -> bool:
    """Return whether two numbers are of two metrics or entities, or in one table in another row and column."""
    if entity(claim) != entity(other):
        return True
    if claim.metric.known and other.metric.known and claim.metric != other.metric:
        return True
    one, two = claim.seat, other.seat
    return bool(one and two and one.table == two.table and one.row != two.row and one.column != two.column)


def _is_term(claim: Claim) -> bool:
    """Return whether a sentence tells for how long something holds: within 6 months."""
    unit = claim.quantity.unit.dimension
    return claim.seat is None and unit in _TERMS and not claim.metric.known


def _own_name(claim: Claim, other: Claim) -> str:
    """Return a label, without the heads over both numbers where they stand in one table."""
    if claim.seat is None or other.seat is None or claim.seat.table != other.seat.table:
        return claim.folded
    heads = {part.strip() for part in other.folded.split("/")}
    own = [part for part in claim.folded.split("/") if part.strip() not in heads]
    return "/".join(own) or claim.folded


def _pairs(label: str) -> set[str]:
    """Return the neighbouring characters of a label, and its words in Latin script."""
    return {label[at : at + 2] for at in range(len(label) - 1) if not label[at : at + 2].isascii()} | {
        word for word in label.split() if word.isascii() and word.isalpha() and len(word) > 3
    }


def _path(document: Document):
    from pathlib import Path

    return Path(document.name)


def _of(planted: Mapping[str, Claim], claims: Mapping[str, Claim]) -> dict[str, Claim]:
    return {ref: claim for ref, claim in planted.items() if ref in claims}


def _holds(judged: Sequence[object]) -> bool:
    return bool(judged) and judged[0].verdict in _HELD


def _counts(finding: Finding) -> bool:
    return finding.severity in {Severity.ERROR, Severity.WARNING}


def _print(finding: Finding) -> tuple[str, ...]:
    """Return what tells a finding apart from those of another run, whose claims may be numbered otherwise."""
    return (
        finding.code,
        finding.report,
        str(finding.place.order),
        finding.period,
        finding.metric,
        finding.stated,
        finding.expected,
        finding.suggested,
    )


def _planted_refs(ground: Field, audit: Audit, plant: Plant) -> Iterable[tuple[str, str]]:
    """Return for each planted claim its ref after planting, where it was read again."""
    before: dict[str, list[Claim]] = {report.name: list(report.claims) for report in ground.audit.reports}
    after: dict[str, list[Claim]] = {report.name: list(report.claims) for report in audit.reports}
    for ref in plant.claims:
        claim = ground.claims[ref]
        old, new = before[claim.report], after[claim.report]
        at = old.index(claim)
        # the same number of claims behind it, or before it, wherever the rest of its line went
        for place in dict.fromkeys((at, len(new) - len(old) + at)):
            if 0 <= place < len(new) and _same_spot(new[place], claim):
                yield ref, new[place].ref
                break


def _same_spot(one: Claim, other: Claim) -> bool:
    if one.source is not other.source or one.place.page != other.place.page:
        return False
    if one.seat is not None and other.seat is not None:
        return (one.seat.table, one.seat.row, one.seat.column) == (
            other.seat.table,
            other.seat.row,
            other.seat.column,
        )
    (page, top, left), (its_page, its_top, its_left) = one.place.order, other.place.order
    return page == its_page and abs(top - its_top) < 1 and abs(left - its_left) < _SAME_PLACE


def _names(finding: Finding, refs: Iterable[str], relations: Mapping[str, Relation]) -> bool:
    named = {*finding.claims, finding.suspect}
    for check in finding.checks:
        if check in relations:
            named.update(relations[check].refs)
    return not named.isdisjoint(refs)


def _accused(plant: Plant, finding: Finding, refs: Mapping[str, str]) -> bool:
    """Return whether the suspect is planted; a changed comparative is told by what it changed from."""
    if finding.code.startswith("S"):
        return plant.kind in {"removed_note", "changed_comparative"} or finding.suspect in refs.values()
    return finding.suspect in refs.values()


def _repaired(
    plant: Plant, finding: Finding, refs: Mapping[str, str], claims: Mapping[str, Claim], audit: Audit
) -> bool:
    if plant.kind == "removed_note":
        return True
    if finding.code.startswith("S"):
        return plant.kind == "changed_comparative"
    clean = next((ref for ref, new in refs.items() if new == finding.suspect), None)
    return clean is not None and suggests(
        finding.suggested, _as_it_should_be(claims[clean], _claim(audit, finding.suspect))
    )


def _undecidable(finding: Finding, refs: Mapping[str, str], clean: Mapping[str, Claim], audit: Audit) -> bool:
    """Return whether any of the candidates of a finding would do, the planted one with its right value."""
    origins = {new: old for old, new in refs.items()}
    right = any(
        suggests(value, _as_it_should_be(clean[origins[ref]], _claim(audit, ref)))
        for ref, value in finding.candidates
        if ref in origins
    )
    broken = set(finding.checks)
    return right and all(_would_do(audit, ref, value, broken) for ref, value in finding.candidates)


def _would_do(audit: Audit, ref: str, value: str, broken: set[str]) -> bool:
    """Return whether a claim with another value satisfies what is broken and breaks nothing that holds."""
    claims = {claim.ref: claim for claim in audit.claims}
    quantity = claims[ref].quantity
    number = _interval(value)
    told = Interval(number.low, number.high) + Interval.around(Decimal(0), quantity.step / 2)
    if number.middle is None:
        return False
    claims[ref] = replace(claims[ref], quantity=replace(quantity, interval=told, value=number.middle))
    asked = [
        item.relation
        for item in audit.judgements
        if ref in item.relation.refs and (item.relation.id in broken or item.verdict in _HELD)
    ]
    firm = [item for item in asked if item.strength is not Strength.TIE and item.kind is not Kind.RESTATEMENT]
    return all(item.verdict is not Verdict.FLAGGED for item in judge(firm, claims))


def _claim(audit: Audit, ref: str) -> Claim:
    return next(claim for claim in audit.claims if claim.ref == ref)


def _as_it_should_be(claim: Claim, planted: Claim) -> Interval:
    """Return the true number in the unit in which it is read after planting."""
    right = claim.quantity.base / Interval.exactly(planted.quantity.unit.factor)
    number = printed(claim.quantity.text)
    # a decline printed as -5.0 is a decline of 5.0; what is to be printed has its minus
    flipped = number is not None and number.number * claim.quantity.value < 0
    return -right if flipped else right


def suggests(suggested: str, right: Interval) -> bool:
    """Return whether a suggestion is the right value or holds it: ``12.3``, ``[12.1, 12.5]``, ``12.1..``."""
    try:
        found = _interval(suggested)
    except (InvalidOperation, ValueError):
        return False
    return found.meets(right)


def _interval(suggested: str) -> Interval:
    low, dots, high = suggested.strip("[]()").replace(", ", "..").partition("..")
    if not dots:
        return Interval.exactly(Decimal(low))
    return Interval(Decimal(low) if low else None, Decimal(high) if high else None)


def without_run(bench: Bench, plant: Plant, detectable: str = NONE) -> Outcome:
    """Return the outcome of an error that no relation speaks against, which is counted and not run."""
    return replace(Outcome(bench.name, plant, detectable), read=True)
