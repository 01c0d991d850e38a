"""What an extractor knows of the document around the element that it reads."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.extract.profile import Profile


@dataclass(frozen=True, slots=True)
class Context:
    """The report, its profile, and where in its outline an element stands.

    ``headings`` are the printed headings above, outermost first; ``marks`` the footnote marks that the
    document has notes for, by which a digit glued to a label is told from a part of it.
    """

    report: str
    profile: Profile
    headings: tuple[str, ...] = ()
    marks: frozenset[str] = frozenset()

    @property
    def heading(self) -> str:
        """Return the heading path."""
        return " > ".join(self.headings)
