"""Where something stands: report, page and box, or line and columns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in PDF points (1/72 inch), origin at the top left of the visible page."""

    x0: float
    top: float
    x1: float
    bottom: float

    def union(self, other: Box) -> Box:
        """Return the smallest box that holds both."""
        return Box(
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )

    def __str__(self) -> str:
        """Return ``x0,top,x1,bottom`` to a tenth of a point."""
        return ",".join(f"{edge:.1f}" for edge in (self.x0, self.top, self.x1, self.bottom))


@dataclass(frozen=True, slots=True)
class Place:
    """One spot in one report.

    A PDF has ``page`` (1-based) and ``box``; a text has ``line`` (1-based) and ``column``
    (0-based code point in that line). Never both.
    """

    report: str
    page: int | None = None
    line: int | None = None
    box: Box | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return ``p12`` or ``L3612``; empty when nothing is known."""
        if self.page is not None:
            return f"p{self.page}"
        return f"L{self.line}" if self.line is not None else ""

    @property
    def order(self) -> tuple[int, float, float]:
        """Return a key that sorts places of one report from top to bottom."""
        if self.page is not None:
            top = self.box.top if self.box else 0.0
            left = self.box.x0 if self.box else 0.0
            return (self.page, top, left)
        return (self.line or 0, float(self.column or 0), 0.0)
