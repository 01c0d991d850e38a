"""What a text says of a whole series, and the steps that the reports tell of it."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.place import Place


@dataclass(frozen=True, slots=True)
class Point:
    """The number of one period: one row, or the rows whose sum it is, by their refs."""

    period: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A series that a text calls rising or falling without a break.

    ``words`` is the phrase as printed; ``broken`` are the two points of the first step against it, None
    when every step that is told supports it.
    """

    place: Place
    words: str
    subject: str
    metric: str
    rising: bool
    points: tuple[Point, ...]
    broken: tuple[Point, Point] | None = None
