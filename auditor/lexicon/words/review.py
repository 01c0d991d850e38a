"""What people write for the status of a finding, of ``review.toml``."""

from __future__ import annotations

from functools import cache

from auditor.lexicon.load import contents


@cache
def statuses() -> dict[str, str]:
    """Return the status that each word stands for; the empty one for an empty cell too."""
    told: dict[str, list[str]] = contents("review.toml")["statuses"]
    return {word: status for status, words in told.items() for word in words}
