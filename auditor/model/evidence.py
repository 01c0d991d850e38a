"""What a reviewer is shown of a report: a part of a page as a picture, or lines as they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model.place import Box


@dataclass(frozen=True, slots=True)
class Site:
    """A spot to be shown.

    In a PDF ``page`` (1-based) and ``box``, the rectangle around all that matters there; in a text
    the lines ``first`` to ``last`` (1-based, both belong).
    """

    report: str
    page: int | None = None
    box: Box | None = None
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A site as it looks: ``png`` is the picture of ``box``, or ``lines`` begin at line ``first``.

    Both reach a little beyond the site.
    """

    png: bytes = b""
    box: Box | None = None
    first: int = 0
    lines: tuple[str, ...] = ()


#: Sites that could not be shown are not in it.
Excerpts = Mapping[Site, Excerpt]
