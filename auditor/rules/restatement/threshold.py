"""From which size a changed comparative is called material."""

from __future__ import annotations

from decimal import Decimal

from auditor.lexicon.fold import fold
from auditor.lexicon.words.history import history
from auditor.model.document import Block
from auditor.rules.base import Dossier

_HUNDRED = Decimal(100)


def threshold(dossier: Dossier, report: str) -> Decimal:
    """Return the user's threshold, else the one that the report states for itself, else the default.

    It is a part of 1: 0.05 is 5 %.
    """
    if "restatement" in dossier.thresholds.model_fields_set:
        return dossier.thresholds.restatement
    stated = _stated(dossier, report)
    return dossier.thresholds.restatement if stated is None else stated


def _stated(dossier: Dossier, report: str) -> Decimal | None:
    """Return the share from which a report says that it recalculates history."""
    for document in dossier.documents:
        if document.name != report:
            continue
        for block in document.elements:
            if isinstance(block, Block) and block.text:
                found = history().threshold(fold(block.text.string))
                if found is not None:
                    return found / _HUNDRED
    return None
