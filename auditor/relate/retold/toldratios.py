"""Ratios that a sentence tells as an amount over another: net debt was 39.7, or 0.2 times EBITDA.

A row called by both, Net debt/EBITDA, tells them again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.relation import Relation
from auditor.relate.adjoining import told_sentences
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import same_fact


def told_ratios(facts: Facts) -> Iterator[Relation]:
    """Propose the times of a sentence against the one row that is called as its amount over what it names."""
    rows: dict[tuple[str, int | None], list[Claim]] = defaultdict(list)
    for claim in facts.levels:
        if claim.source is Source.TABLE and _is_times(claim) and exact(claim):
            rows[_plain(claim.folded), claim.period.year].append(claim)
    for claims, _ in told_sentences(facts.report) if rows else ():
        amounts = [claim for claim in claims if dimension(claim).startswith("money") and is_level(claim)]
        for claim in claims:
            above = next((item for item in amounts if item.no < claim.no), None)
            if above is None or not _is_times(claim) or not is_level(claim) or not exact(claim):
                continue
            found = rows.get((f"{_plain(above.folded)}/{_plain(claim.folded)}", claim.period.year), [])
            if len({item.quantity.value for item in found}) == 1:
                yield same_fact(claim, found[0], "same:ratio")


def _is_times(claim: Claim) -> bool:
    return claim.quantity.unit.id in ("times", "times_multiple")


def _plain(folded: str) -> str:
    """Return a name without its brackets and the spaces around its stroke: net debt / ebitda (times)."""
    return re.sub(r"\s*/\s*", "/", re.sub(r"[(][^()]*[)]", "", folded)).strip()
