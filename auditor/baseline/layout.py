"""What of each published table is accepted: its identity, its figures, its wording."""

from __future__ import annotations

from dataclasses import dataclass

#: Columns that every accepted table begins with. ``key`` is stable, ``figure`` and ``place`` are for people.
FIRST = ("key", "family", "figure", "place")


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one accepted table.

    Attributes:
        table: name of the published table and of the accepted file.
        named: say which fact a row is about; part of the key, so they never differ.
        figures: a difference here is *changed*.
        wording: a difference in nothing but these is *reworded*.
        headline: the column whose cell stands for a whole row that is new or gone.
        derived: figures that follow the headline; a sentence does not tell them beside it.
        keyed: columns that hold keys of claims.
    """

    table: str
    named: tuple[str, ...]
    figures: tuple[str, ...]
    wording: tuple[str, ...]
    headline: str
    derived: tuple[str, ...] = ()
    keyed: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns of the accepted file, in order."""
        return (*FIRST, *self.named, *self.figures, *self.wording)


LAYOUTS = (
    Layout(
        "claims",
        ("report", "metric_id", "scope", "period", "change", "source"),
        ("value_text", "value", "unit_id", "low", "high", "bound"),
        ("metric", "unit", "notes", "context"),
        "value_text",
        derived=("value", "low", "high"),
    ),
    Layout(
        "restatements",
        ("metric_id", "scope", "period", "report_old", "report_new"),
        (
            *("value_old", "unit_old", "value_new", "unit_new", "change", "change_pct"),
            *("class", "disclosed", "causes", "follows"),
        ),
        ("metric_old", "metric_new", "explanation", "note"),
        "value_new",
    ),
    Layout(
        "checks",
        ("report", "kind", "period"),
        (
            *("inputs", "stated", "stated_low", "stated_high", "computed_low", "computed_high"),
            *("verdict", "gap"),
        ),
        ("statement", "reason"),
        "verdict",
        keyed=("inputs",),
    ),
    Layout(
        "findings",
        ("report", "code", "period"),
        ("severity", "stated", "expected", "gap", "suspect", "suggested", "slip"),
        ("title", "metric", "message"),
        "stated",
        keyed=("suspect",),
    ),
    Layout("ledger", ("metric_id", "scope", "period", "unit", "report"), ("value",), ("metric",), "value"),
)
