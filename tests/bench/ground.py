"""A clean audit as ground to plant errors in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model.audit import Audit
from auditor.model.claim import Claim
from auditor.model.document import Document
from auditor.model.quantity import Bound
from auditor.model.relation import Judgement
from auditor.model.relation import Kind
from auditor.model.relation import Verdict
from auditor.model.restatement import Restatement
from auditor.model.restatement import Standing

_HELD = frozenset({Verdict.PASSED, Verdict.ROUNDING})
_ALIKE = frozenset({Standing.UNCHANGED, Standing.ROUNDING})


@dataclass(frozen=True, slots=True)
class Field:
    """A clean audit to plant errors in.

    ``held`` are the relations that hold, by ref; ``retold`` the comparatives that an earlier report told
    alike, by the ref of the later one.
    """

    documents: Mapping[str, Document]
    audit: Audit
    claims: Mapping[str, Claim]
    held: Mapping[str, tuple[Judgement, ...]]
    disputed: frozenset[str]
    retold: Mapping[str, Restatement]

    def healthy(self, where: str) -> list[Claim]:
        """Return the claims in a table, or elsewhere, that no broken relation touches, in reading order."""
        return [
            claim
            for claim in self.claims.values()
            if (claim.seat is not None) == (where == "table")
            and claim.ref not in self.disputed
            and claim.quantity.bound is Bound.EXACT
        ]


def field_of(audit: Audit, documents: Mapping[str, Document]) -> Field:
    """Return a field: what holds may be broken, what is broken already is left alone."""
    held: dict[str, list[Judgement]] = {}
    disputed: set[str] = set()
    for item in audit.judgements:
        for ref in item.relation.refs:
            if item.verdict in _HELD:
                held.setdefault(ref, []).append(item)
            if item.verdict is Verdict.FLAGGED and item.relation.kind is not Kind.RESTATEMENT:
                disputed.add(ref)
    claims = {claim.ref: claim for claim in audit.claims}
    by_ref = {ref: tuple(judged) for ref, judged in held.items()}
    retold = {item.new.ref: item for item in audit.restatements if item.standing in _ALIKE}
    return Field(documents, audit, claims, by_ref, frozenset(disputed), retold)
