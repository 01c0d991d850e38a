"""What is counted without a unit: leavers in a year, staff under ``Number``, meetings under 次数."""

from __future__ import annotations

from dataclasses import replace

from auditor.extract.numbers.quantities import as_count
from auditor.extract.numbers.unittext import unit_text
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import clean
from auditor.model.metric import Metric
from auditor.model.quantity import Quantity
from auditor.model.quantity import Unit

_PERSON = "person"
#: What people may be counted in: a metric that admits more may count cases or firms as well.
_OF_PEOPLE = frozenset({_PERSON, "item", "person_time"})


def as_people(quantity: Quantity, metric: Metric, head: str) -> Quantity:
    """Return a whole number in persons where its metric counts people alone and its unit names nothing else.

    The unit is kept as it was printed; a number of decimals may be a share that lost its sign. ``head`` is
    what stands over the number: how old someone is counts no people.
    """
    unspoken = quantity.unit.id in ("", "item") and quantity.unit.dimension in ("", "count")
    if fold(head).endswith(label_words().ages):
        return quantity
    if not unspoken or quantity.step != 1 or quantity.value < 0 or not _counts_people(metric):
        return quantity
    person = unit_text(_PERSON)
    return as_count(replace(quantity, unit=person.unit)) if person is not None else quantity


def as_named(quantity: Quantity, head: str, label: str) -> Quantity:
    """Return a whole number without a unit in that which the end of its head or label counts: 次数, 家数."""
    if quantity.unit.id or quantity.unit.dimension or quantity.step != 1 or quantity.value < 0:
        return quantity
    unit = _counted(head) or _counted(label)
    return as_count(replace(quantity, unit=unit)) if unit is not None else quantity


def _counted(label: str) -> Unit | None:
    """Return the unit of count in front of the word for a number that ends a label, None without one."""
    plain = clean(label)
    end = next((word for word in label_words().number_ends if plain.endswith(word)), "")
    found = unit_text(plain.removesuffix(end)[-1:]) if end and len(plain) > len(end) + 1 else None
    return found.unit if found is not None and found.unit.dimension == "count" else None


def _counts_people(metric: Metric) -> bool:
    entry = metrics().entry(metric.base) if metric.known else None
    if entry is None or set(entry.dimensions) != {"count"}:
        return False
    return bool(entry.counts) and entry.counts[0] == _PERSON and _OF_PEOPLE.issuperset(entry.counts)
