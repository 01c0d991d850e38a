"""The currency of a report whose amounts print only 元: the one that it names elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from auditor.lexicon.fold import fold
from auditor.lexicon.measures.currencies import currency_named
from auditor.lexicon.measures.currencies import leading_of
from auditor.lexicon.quantities import any_of
from auditor.model.claim import Claim
from auditor.model.document import Block
from auditor.model.document import Document
from auditor.model.quantity import Quantity
from auditor.model.quantity import Unit

_PLAIN = "CNY"
#: Currencies whose amounts a report may print with a bare 元.
_YUAN = ("TWD", "HKD", "MOP")


def in_report_currency(claims: Sequence[Claim], document: Document) -> list[Claim]:
    """Return the claims, those in a bare 元 in the one currency that the report names."""
    currency = _currency(document)
    if currency is None:
        return list(claims)
    return [replace(claim, quantity=_in_currency(claim.quantity, currency)) for claim in claims]


def _currency(document: Document) -> Unit | None:
    """Return the one currency of yuan that a report names; None where it names plain yuan or several."""
    texts = [item.text.string for item in document.elements if isinstance(item, Block)]
    texts += [text for table in document.tables for text in (table.caption.string, table.unit)]
    texts += [cell.text.string for table in document.tables for cell in table.cells]
    told: Counter[str] = Counter()
    for text in texts:
        folded = fold(text or "")
        for id_ in (*_YUAN, _PLAIN):
            told[id_] += any_of(leading_of(id_)).search(folded) is not None
    named = [id_ for id_ in told if told[id_]]
    return currency_named(leading_of(named[0])[0]) if len(named) == 1 and named[0] in _YUAN else None


def _in_currency(quantity: Quantity, currency: Unit) -> Quantity:
    unit = quantity.unit
    printed = fold(f"{quantity.unit_text} {quantity.full_unit}")
    if f"money:{_PLAIN}" not in unit.dimension or any_of(leading_of(_PLAIN)).search(printed):
        return quantity
    dimension = unit.dimension.replace(f"money:{_PLAIN}", currency.dimension)
    return replace(quantity, unit=replace(unit, id=unit.id.replace(_PLAIN, currency.id), dimension=dimension))
