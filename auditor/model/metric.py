"""What a number measures: a base from the lexicon and the discriminators that narrow it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric.

    ``base`` is a lexicon id (``ghg_emissions``) or ``?`` and the folded label. ``facets`` are
    (family, value) pairs sorted by family: ``(("netting", "net"), ("scope", "1"))``. Two metrics
    with unlike values in one family are never the same fact.
    """

    base: str
    facets: tuple[tuple[str, str], ...] = ()

    @property
    def known(self) -> bool:
        """Return whether the lexicon has the base."""
        return not self.base.startswith("?")

    @property
    def id(self) -> str:
        """Return the canonical id: ``ghg_emissions.net.scope1``."""
        return ".".join((self.base, *(f"{family}_{value}" for family, value in self.facets)))

    def facet(self, family: str) -> str:
        """Return the value in a family, empty when the metric does not narrow it."""
        return dict(self.facets).get(family, "")

    def having(self, family: str, value: str) -> Metric:
        """Return this metric with ``value`` in ``family``; an empty value removes the family."""
        facets = dict(self.facets)
        facets.pop(family, None)
        if value:
            facets[family] = value
        return Metric(self.base, tuple(sorted(facets.items())))

    def conflicts(self, other: Metric) -> bool:
        """Return whether some family has unlike values."""
        mine, theirs = dict(self.facets), dict(other.facets)
        return any(theirs.get(family, value) != value for family, value in mine.items())
