"""Tables of prescribed form: what the heads of their columns say holds in every row, however few there are.

计提比例 is 坏账准备 over 账面余额, meetings due are those attended in each way and those missed. The columns
of a row must tell of one time. Whether the tables of a report are laid out so, most of its rows must show.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from dataclasses import field

from auditor.lexicon.words.forms import Form
from auditor.lexicon.words.forms import prescribed
from auditor.model.claim import Claim
from auditor.model.evaluate import worked_out
from auditor.model.relation import Expression
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.chance import SHOWN
from auditor.relate.chance import Support
from auditor.relate.facts import Facts
from auditor.relate.facts import column_head
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.ratios.parser import Parser
from auditor.relate.ratios.parser import Unprinted

#: Heads that say what they are leave little to chance.
_LAID_OUT = Support(results=1, per_miss=2)


@dataclass(slots=True)
class _FormParser(Parser):
    """Reads the names of a form as the columns of a row."""

    columns: Mapping[str, Claim] = field(default_factory=dict)
    missing: AbstractSet[str] = frozenset()

    def _told(self, label: str) -> Expression:
        claim = self.columns.get(label)
        if claim is None and label in self.missing:
            return Expression.constant(0)
        if claim is None:
            raise Unprinted(label)
        self.used.append(claim)
        told = Expression.claim(claim.ref)
        years = dimension(claim) == "month"
        return told / Expression.constant(claim.quantity.unit.factor) if years else told


@dataclass(frozen=True, slots=True)
class _Case:
    """A result with the arithmetic that should give it, the claims in that, and the same in words."""

    stated: Claim
    computed: Expression
    used: Sequence[Claim]
    words: str

    @property
    def refs(self) -> frozenset[str]:
        """Return all claims of the case."""
        return frozenset((self.stated.ref, *self.computed.refs))

    @property
    def holds(self) -> bool:
        """Return whether the result is within the arithmetic."""
        result = worked_out(self.computed, {claim.ref: claim.quantity.base for claim in self.used})
        return result is not None and result.meets(self.stated.quantity.base)


def prescribed_rows(facts: Facts, relations: Collection[Relation]) -> Iterator[Relation]:
    """Propose what each row of a table of prescribed form says, but for what is worked out already."""
    known = {frozenset(item.refs) for item in relations}
    for form in prescribed():
        found = [case for row in facts.by_row.values() for case in _cases(form, row, facts)]
        held = sum(case.holds for case in found)
        missed = len(found) - held
        if _LAID_OUT.bears(held, missed):
            strength = Strength.MUST if SHOWN.bears(held, missed) else Strength.QUESTION
            yield from (_relation(form, case, strength) for case in found if case.refs not in known)


def _cases(form: Form, row: Sequence[Claim], facts: Facts) -> Iterator[_Case]:
    """Yield each result in a row, with the columns of its time."""
    told = [(name, claim) for claim in row if exact(claim) and (name := _column(form, claim))]
    for name, stated in told:
        if name != form.result:
            continue
        beside = [(other, claim) for other, claim in told if claim.period.year == stated.period.year]
        columns = dict(beside)
        if len(columns) < len(beside):
            continue
        parser = _FormParser(form.tokens, stated, facts)
        parser.columns, parser.missing = columns, form.missing
        try:
            computed = parser.whole()
        except Unprinted:
            continue
        if len(set(computed.refs)) > 1 and any(claim.quantity.value for claim in parser.used):
            yield _Case(stated, computed, tuple(parser.used), _in_words(form, columns))


def _in_words(form: Form, columns: Mapping[str, Claim]) -> str:
    """Return the arithmetic of a form with what the columns of a row are called."""
    words = (short(columns[token]) if token in columns else token for token in form.tokens)
    plain = " ".join(words).replace("( ", "(").replace(" )", ")").replace("*", "×")
    return re.sub(rf" [+] (?:{'|'.join(form.missing)})(?!\w)", "", plain) if form.missing else plain


def _column(form: Form, claim: Claim) -> str:
    """Return the name of the column of a form that a number stands in, empty for none."""
    head = "".join(column_head(claim).split()) if "|" in claim.context else ""
    return next((name for name, pattern in form.heads if head and pattern.search(head)), "")


def _relation(form: Form, case: _Case, strength: Strength) -> Relation:
    return relation(
        Kind(form.kind),
        case.stated,
        case.computed,
        f"{case.words} = {short(case.stated)}",
        f"form:{form.id}",
        keys=tuple(case.used),
        strength=strength,
    )
