"""An amount of energy and what comes of it, a power of ten apart.

What it flags:
    A fuel or electricity told with its energy, coal equivalent or emissions, where the one divided by the
    other is more than three times beyond what nature allows.

Why it matters:
    Kilowatt hours printed as megawatt hours, litres as cubic metres or 万 left out pass unnoticed where no
    year and no other row shows them; every intensity and target built on the number is wrong by as much.

How it decides:
    `plausible.toml` tells between which values the factor of a carrier lies, whatever its grade, standard or
    grid. Both numbers are told for one year of the whole company, and no two rows tell one of them
    differently (what is bought goes before what is used, location-based before market-based). The factor is
    beyond three times the one end or below a third of the other. Emissions may be told of a few engines only,
    so too little must be fifty times too little; for electricity nothing is too little where scope 2 is told
    market-based only or the report tells of green electricity. Scope 2 is left alone where heat, steam or
    cooling is bought too.

Example:
    Diesel 12,345 litres with emissions of 33,061 tonnes: 2.68 t a litre, a thousand times too much.

When it is wrong:
    When one of the two rows covers only a part of what the other covers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

from auditor.lexicon.measures.plausible import plausible
from auditor.lexicon.roles import roles
from auditor.lexicon.tongue import say
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.interval import Interval
from auditor.model.metric import Metric
from auditor.model.relation import Slip
from auditor.rules import wording
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.plausibility.lone import finding
from auditor.rules.plausibility.yearly import YearRow
from auditor.rules.plausibility.yearly import year_rows

CODE = "U209"
SEVERITY = Severity.WARNING
TITLE = "能源与其排放或折算量相差过大"
MESSAGE = (
    "{metric}（{period}）在{place}列示为 {stated}，与 {others} 相除，"
    "超出该能源可能的范围三倍以上；请核对单位或数量级。"
)

_BEYOND = 3
#: Emissions of a carrier may be told of a few engines only.
_BELOW_EMITTED = 50
_EMITTED = roles().emissions
_VOLUMES = {"volume_normal": "volume"}
#: Facets that leave a row one of the whole company and of all of its kind.
_NARROWING = frozenset({"carrier", "source", "ghg_scope", "basis", "directness"})
#: Bought beside electricity, and part of scope 2 too.
_SUPPLIED = roles().heats
#: A report that tells of them may have bought electricity that emits nothing.
_GREEN = frozenset(roles().green)

_Rows = Mapping[tuple[str, str], list[YearRow]]


@dataclass(frozen=True, slots=True)
class _Pair:
    """What comes of a carrier, the carrier, the factors that can be, and whether it may emit nothing."""

    above: Claim
    below: Claim
    possible: Interval
    green: bool

    @property
    def impossible(self) -> bool:
        """Return whether the factor is far beyond what can be, whatever both numbers were rounded from."""
        above, below = self.above.quantity, self.below.quantity
        if above.value <= 0 or below.interval.may_be_zero or below.value <= 0:
            return False
        factor = above.base / below.base
        low, high = self.possible.low, self.possible.high
        below_by = _BELOW_EMITTED if self.above.metric.base == _EMITTED else _BEYOND
        if factor.low is not None and high is not None and factor.low > _BEYOND * high:
            return True
        return not self.green and (
            factor.high is not None and low is not None and factor.high * below_by < low
        )


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each pair of rows with a factor that cannot be, at its last such year."""
    heading = Heading(CODE, SEVERITY, TITLE, MESSAGE)
    blamed = {diagnosis.suspect for diagnosis in dossier.diagnoses}
    for report in dossier.reports:
        rows = _rows(report)
        for pairs in _pairs(rows, green=any(claim.metric.base in _GREEN for claim in report.claims)):
            far = [
                pair for pair in pairs if pair.impossible and not blamed & {pair.above.ref, pair.below.ref}
            ]
            if far:
                last, refs = far[-1], (far[-1].above.ref, far[-1].below.ref)
                item = finding(last.above, heading, others=_told(last), slip=Slip.WRONG_UNIT)
                yield replace(item, claims=refs, suspect="")  # either of the two may be the wrong one


def _told(pair: _Pair) -> str:
    told = {"label": pair.below.label, "stated": wording.printed(pair.below)}
    return say("{place}“{label}”的 {stated}", place=wording.place_words(pair.below.place), **told)


def _rows(report: Report) -> _Rows:
    """Return the rows of the whole company by carrier and by what they tell of it."""
    found: defaultdict[tuple[str, str], list[YearRow]] = defaultdict(list)
    for row in year_rows(report):
        claim = row.latest
        carrier, dimension = _carrier(claim), claim.quantity.unit.dimension
        if carrier:
            found[carrier, _VOLUMES.get(dimension, dimension)].append(row)
    return found


def _carrier(claim: Claim) -> str:
    """Return the carrier of which a row of the whole company tells, empty for none."""
    metric = claim.metric
    if not metric.known or not {family for family, _ in metric.facets} <= _NARROWING:
        return ""
    if metric.base != _EMITTED:
        return "" if claim.scope else metric.base
    if metric.facet("carrier"):
        return metric.facet("carrier")
    return roles().electricity if metric.facet(roles().added_up) == "2" and not claim.scope else ""


def _pairs(rows: _Rows, *, green: bool) -> Iterator[list[_Pair]]:
    """Yield the years of each two rows whose quotient the lexicon knows."""
    supplied = any(carrier in _SUPPLIED for carrier, _ in rows)
    for (carrier, of, gives), possible in plausible().yields.items():
        below, above = _only(rows.get((carrier, of), [])), _only(rows.get((carrier, gives), []))
        if below is None or above is None or (carrier == roles().electricity and gives == "ghg" and supplied):
            continue
        years = [year for year in below.years if year in above.years]
        none = carrier == roles().electricity and (green or above.latest.metric.facet("basis") == "market")
        yield [_Pair(above.years[year], below.years[year], possible, none) for year in years]


def _only(rows: Sequence[YearRow]) -> YearRow | None:
    """Return the row that tells a thing, None where two tell it differently and neither goes first."""
    for told in (rows, [row for row in rows if _goes_first(row.latest.metric)]):
        if told and all(_agree(told[0], row) for row in told):
            return told[0]
    return None


def _goes_first(metric: Metric) -> bool:
    return metric.facet("source") == "purchased" or metric.facet("basis") == "location"


def _agree(one: YearRow, other: YearRow) -> bool:
    shared = [year for year in one.years if year in other.years]
    return bool(shared) and all(
        one.years[year].quantity.base.overlaps(other.years[year].quantity.base) for year in shared
    )
