"""Whether two unlike numbers are told under one name, and what the heading above a number says."""

from __future__ import annotations

import re

from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.reconcile.tellings import plain


def named_alike(old: Claim, new: Claim) -> bool:
    """Return whether two unlike numbers may be told of one fact.

    Between tables the lexicon, or the same label under the same heading, says so; prose speaks too
    freely, unless the lexicon knows the metric and both sentences give it the same name. A stock and
    the change of it are never one fact.
    """
    if _moves(old.folded) != _moves(new.folded):
        return False
    if old.source is Source.TABLE and new.source is Source.TABLE:
        return new.metric.known or last_heading(old.heading) == last_heading(new.heading)
    printed = Source.TABLE in (old.source, new.source)
    return printed and new.metric.known and plain(old.folded) == plain(new.folded)


def _moves(label: str) -> bool:
    """Return whether a label names a change: 存货的减少."""
    words = quantity_words()
    return any(len(word) > 1 and word in label for word in (*words.up, *words.down))


def last_heading(heading: str) -> str:
    """Return the last heading of a path without its number."""
    return re.sub(
        rf"^[\W\d{numeral_words().listed}{particles().appendix}]+", "", heading.rsplit(" > ", 1)[-1]
    )
