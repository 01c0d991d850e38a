"""Additions of a user are taken in: the tables of the lexicon are made once, and anew for other additions."""

from __future__ import annotations

from auditor.errors import ConfigError
from auditor.lexicon.additions import ORIGIN
from auditor.lexicon.additions import now
from auditor.lexicon.additions import use
from auditor.lexicon.identities import identities
from auditor.lexicon.measures.units import units
from auditor.lexicon.metrics import metrics
from auditor.lexicon.schema import Additions


def take_in(additions: Additions) -> None:
    """Add to the lexicon what a user gave, instead of what was given before.

    Raises:
        ConfigError: for a name under two ids, an unknown metric, family or dimension, a formula that cannot
            be read; then the lexicon is as it was without additions.
    """
    if additions == now() or (now() is None and not additions.model_fields_set):
        return
    use([additions])
    try:
        _make_tables()
    except ConfigError as error:
        use([])
        raise ConfigError(ORIGIN, error.faults) from None


def _make_tables() -> None:
    units()
    metrics()
    identities()
