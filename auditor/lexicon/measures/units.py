"""Units of ``units.toml``, ready to be read in print."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from auditor.errors import ConfigError
from auditor.lexicon.additions import kept
from auditor.lexicon.additions import units_with
from auditor.lexicon.fold import fold
from auditor.lexicon.load import load
from auditor.lexicon.measures.unitreader import Per
from auditor.lexicon.measures.unitreader import UnitTable
from auditor.lexicon.phrases import PhraseBook
from auditor.lexicon.phrases import key
from auditor.lexicon.phrases import spell
from auditor.lexicon.quantities import quantity_words
from auditor.model.quantity import Unit

if TYPE_CHECKING:
    from auditor.lexicon.schema import UnitEntry
    from auditor.lexicon.schema import UnitsFile

_FILE = "units.toml"
_ORIGIN = f"lexicon/{_FILE}"


@kept
def units() -> UnitTable:
    """Return the table of ``units.toml``.

    Raises:
        ConfigError: with every fault of the file.
    """
    from auditor.lexicon.schema import UnitsFile

    return table(units_with(load(_FILE, UnitsFile)))


def table(data: UnitsFile) -> UnitTable:
    """Return the table of a checked file.

    Raises:
        ConfigError: when a name stands under two ids, or an id twice.
    """
    names = _names({entry.id: entry.printed for entry in data.unit})
    pers = _names({entry.id: entry.names for entry in data.per})
    units_by_id = {entry.id: Unit(entry.id, entry.dimension, entry.factor) for entry in data.unit}
    pers_by_id = {entry.id: Per(entry.id, entry.dimension, entry.factor) for entry in data.per}
    before = {name: _before(name, entry) for entry in data.unit for name in spell(entry.printed)}
    unit_names = {name: units_by_id[id_] for name, id_ in names.items()}
    per_names = {name: pers_by_id[id_] for name, id_ in pers.items()}
    return UnitTable(
        names=unit_names,
        per=per_names,
        _units=PhraseBook(unit_names, {name: tuple(map(fold, words)) for name, words in before.items()}),
        _pers=PhraseBook(per_names),
        _scales=PhraseBook(_scales(data)),
        _words={
            field: PhraseBook({key(word): word for word in spell(words)})
            for field, words in data.words.model_dump().items()
        },
        leading={name: units_by_id[entry.id] for entry in data.unit for name in spell(entry.leading)},
        _money={key(word): factor for word, factor in data.money_scales.items()},
    )


def _scales(data: UnitsFile) -> dict[str, Decimal]:
    return {**quantity_words().scales, **{key(word): factor for word, factor in data.scales.items()}}


def _names(entries: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return folded name to id."""
    owners: dict[str, str] = {}
    faults: list[str] = []
    for id_, names in entries.items():
        for name in spell(names):
            if name in owners:
                faults.append(f"{name!r} stands under {owners[name]!r} and {id_!r}")
            owners.setdefault(name, id_)
    if faults:
        raise ConfigError(_ORIGIN, faults)
    return owners


def _before(name: str, entry: UnitEntry) -> tuple[str, ...]:
    """Return what must not follow a name: the rest of words that begin with it, what holds for all names."""
    names = entry.printed
    own = (word[len(name) :] for word in entry.before if word.startswith(name) and word != name)
    common = (word for word in entry.before if word in names or not word.startswith(names))
    return tuple(dict.fromkeys((*own, *common)))
