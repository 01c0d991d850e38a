"""The currency of a report whose amounts print only 元: the one that it names elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from auditor.lexicon.fold import fold
from auditor.lexicon.quantities import any_of
from auditor.lexicon.units import units
from auditor.model.claim import Claim
from auditor.model.document import Block
from auditor.model.document import Document
from auditor.model.quantity import Quantity
from auditor.model.quantity import Unit

_PLAIN = "CNY"
#: What names plain yuan: where a report says it once, a bare 元 may be meant so.
_CHINESE = ("人民币", "rmb", "cny", "yuan", "¥")
#: Currencies whose amounts a report may print with a bare 元, and how it names them.
_YUAN = {
    "TWD": ("新台币", "台币", "nt$", "ntd", "twd"),
    "HKD": ("港元", "港币", "hk$", "hkd"),
    "MOP": ("澳门元", "澳门币", "mop"),
}


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
        for id_, words in (*_YUAN.items(), (_PLAIN, _CHINESE)):
            told[id_] += any_of(words).search(folded) is not None
    named = [id_ for id_ in told if told[id_]]
    return units().parse(_YUAN[named[0]][0]) if len(named) == 1 and named[0] in _YUAN else None


def _in_currency(quantity: Quantity, currency: Unit) -> Quantity:
    unit = quantity.unit
    printed = fold(f"{quantity.unit_text} {quantity.full_unit}")
    if f"money:{_PLAIN}" not in unit.dimension or any_of(_CHINESE).search(printed):
        return quantity
    dimension = unit.dimension.replace(f"money:{_PLAIN}", currency.dimension)
    return replace(quantity, unit=replace(unit, id=unit.id.replace(_PLAIN, currency.id), dimension=dimension))
