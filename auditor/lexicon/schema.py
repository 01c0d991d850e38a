"""What the lexicon files may say; read by the loaders, which import it only when they run."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated
from typing import Literal
from typing import Self

from pydantic import BaseModel
from pydantic import BeforeValidator
from pydantic import ConfigDict
from pydantic import Field
from pydantic import model_validator


def _exact(value: object) -> object:
    """Refuse a number that TOML has read as a float."""
    if isinstance(value, str):
        return value
    message = f"write {value!r} as a string, so that it stays exact"
    raise ValueError(message)


Exact = Annotated[Decimal, BeforeValidator(_exact), Field(gt=0)]
Text = Annotated[str, Field(min_length=1)]
Names = Annotated[tuple[Text, ...], Field(min_length=1)]
#: Why a number of the past was changed.
ChangeCause = Literal[
    "divestment",
    "acquisition",
    "emission_factor",
    "method",
    "error",
    "definition",
    "unit",
    "reclassification",
]


class Section(BaseModel):
    """A table of a lexicon file; unknown keys are faults."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class UnitEntry(Section):
    """``[[unit]]`` of units.toml."""

    id: Text
    dimension: Text
    factor: Exact
    names: tuple[Text, ...] = ()
    leading: tuple[Text, ...] = ()
    before: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _is_named(self) -> Self:
        """Refuse a unit without a name."""
        if self.names or self.leading:
            return self
        message = "give the unit a name"
        raise ValueError(message)

    @property
    def printed(self) -> tuple[str, ...]:
        """All names of the unit."""
        return (*self.names, *self.leading)


class PerEntry(Section):
    """``[[per]]`` of units.toml."""

    id: Text
    dimension: Text
    factor: Exact
    names: Names


class UnitWords(Section):
    """``[words]`` of units.toml."""

    tails: Names
    area_tails: tuple[Text, ...] = ()
    heads: Names
    links: Names
    over: Names


class UnitsFile(Section):
    """units.toml."""

    unit: tuple[UnitEntry, ...]
    per: tuple[PerEntry, ...]
    words: UnitWords
    scales: Mapping[str, Exact]
    money_scales: Mapping[str, Exact]


class FacetPattern(Section):
    """A regular expression of a facet; ``value`` may use its groups."""

    find: Text
    value: Text


class FacetEntry(Section):
    """``[[facet]]`` of facets.toml."""

    family: Text
    value: str = ""
    phrases: tuple[Text, ...] = ()
    before: tuple[Text, ...] = ()
    patterns: tuple[FacetPattern, ...] = ()


class FacetsFile(Section):
    """facets.toml."""

    families: Mapping[str, Text]
    settles: Mapping[str, tuple[Text, ...]]
    fragments: Mapping[str, Text]
    facet: tuple[FacetEntry, ...]


class BareNames(Section):
    """``[[metric.bare]]``: names too short to stand for the metric in every unit."""

    names: Names
    dimensions: Names


class MetricEntry(Section):
    """``[[metric]]`` of metrics.toml."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    names: Names
    whole: tuple[Text, ...] = ()
    counts: tuple[Text, ...] = ()
    dimensions: Names
    nature: Literal["flow", "stock", "ratio"]
    better: Literal["up", "down", ""] = ""
    families: tuple[Text, ...] = ()
    bare: tuple[BareNames, ...] = ()
    hkex: tuple[Text, ...] = ()
    gri: tuple[Text, ...] = ()
    sasb: tuple[Text, ...] = ()


class MetricsFile(Section):
    """metrics.toml."""

    metric: tuple[MetricEntry, ...]


class IdentityEntry(Section):
    """``[[identity]]`` of identities.toml."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    kind: Literal["sum", "difference", "ratio", "percent_sum", "share"]
    formula: Text
    strength: Literal["must", "question", "tie"] = "must"
    group: str = ""
    source: str = ""


class IdentitiesFile(Section):
    """identities.toml."""

    identity: tuple[IdentityEntry, ...]


class AliasEntry(Section):
    """``[[lexicon.aliases]]`` of auditor.toml: more names of a metric."""

    metric: Text
    names: Names


class Additions(Section):
    """``[lexicon]`` of auditor.toml: what a user adds to the lexicon, in the words of its files."""

    aliases: tuple[AliasEntry, ...] = ()
    metrics: tuple[MetricEntry, ...] = ()
    units: tuple[UnitEntry, ...] = ()
    identities: tuple[IdentityEntry, ...] = ()


class CauseEntry(Section):
    """``[[cause]]`` of causes.toml."""

    id: ChangeCause
    phrases: Names


class EffectWords(Section):
    """``[effects]`` of causes.toml."""

    adjusted: Names
    not_adjusted: Names
    excepted: Names
    consistent: Names
    narrows: Names
    marked: Names
    general: Names


class ReachWords(Section):
    """``[reach]`` of causes.toml."""

    year: Text
    joined: Text
    ranges: Names
    name: Text
    named: Names
    open: Names
    passing: Names


class DenialWords(Section):
    """``[denials]`` of causes.toml."""

    before: Names
    ahead: Names
    verbs: Names
    after: Names
    nought: Names
    asked: Names
    ticked: Names


class CausesFile(Section):
    """causes.toml."""

    cause: tuple[CauseEntry, ...]
    effects: EffectWords
    reach: ReachWords
    denials: DenialWords


class FactorEntry(Section):
    """``[[factor]]`` of factors.toml."""

    value: Exact
    year: Annotated[int, Field(ge=1990, le=2100)]
    series: Text
    region: Text
    unit: Text
    issued: str = ""
    source: Text
    confirm: bool = False


class FactorsFile(Section):
    """factors.toml."""

    factor: tuple[FactorEntry, ...]


class WholeWords(Section):
    """``[whole]`` of history.toml."""

    leading: Names
    words: Names
    heads: Names


class RunWords(Section):
    """``[runs]`` of history.toml."""

    up: Names
    down: Names
    patterns: Names
    counts: Mapping[str, int]
    joins: Text


class PatternList(Section):
    """A list of regular expressions of history.toml."""

    patterns: Names


class HistoryFile(Section):
    """history.toml."""

    whole: WholeWords
    runs: RunWords
    entities: PatternList
    threshold: PatternList


class PlacesFile(Section):
    """places.toml."""

    after: Names
    provinces: Mapping[str, Names]
