"""People counted without saying so in a unit: leavers in a year, staff under ``Number``, new hires."""

from __future__ import annotations

from dataclasses import replace

from auditor.extract.numbers.quantities import as_count
from auditor.extract.numbers.unittext import unit_text
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.model.metric import Metric
from auditor.model.quantity import Quantity

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


def _counts_people(metric: Metric) -> bool:
    entry = metrics().entry(metric.base) if metric.known else None
    if entry is None or set(entry.dimensions) != {"count"}:
        return False
    return bool(entry.counts) and entry.counts[0] == _PERSON and _OF_PEOPLE.issuperset(entry.counts)
