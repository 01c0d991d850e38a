"""What tests need to say a report in few words: claims, reports, relations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from decimal import Decimal

import pytest

from auditor.lexicon.tongue import speak
from auditor.model.claim import Change
from auditor.model.claim import Claim
from auditor.model.claim import Note
from auditor.model.claim import Report
from auditor.model.claim import Source
from auditor.model.interval import Interval
from auditor.model.metric import Metric
from auditor.model.period import Calendar
from auditor.model.period import Period
from auditor.model.place import Place
from auditor.model.quantity import Quantity
from auditor.model.quantity import Unit
from auditor.model.relation import Expression
from auditor.model.relation import Judgement
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.model.relation import Verdict
from auditor.model.relation import addition


@pytest.fixture(autouse=True)
def _one_language() -> None:
    """Let each test begin in Simplified Chinese: an audit speaks the language of its newest report."""
    speak("zh-Hans")


UNITS = {
    "吨": Unit("t", "mass"),
    "万吨": Unit("t", "mass"),
    "千克": Unit("kg", "mass", Decimal("0.001")),
    "%": Unit("%", "ratio", Decimal("0.01")),
    "人": Unit("person", "count"),
}


def quantity(text: str, unit: str) -> Quantity:
    """Return ``1,234.5`` of a unit as printed, with its rounding interval."""
    value = Decimal(text.replace(",", "").replace("−", "-"))
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    return Quantity(text, value, Interval.around(value, step / 2), step, UNITS[unit], unit)


@dataclass
class Told:
    """A report that is being written: every call adds a claim and returns it."""

    name: str = "new.txt"
    period: Period = field(default_factory=lambda: Period("CY2024"))
    claims: list[Claim] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def __call__(self, label: str, text: str, unit: str = "吨", period: str = "CY2024", **more) -> Claim:
        no = len(self.claims) + 1
        facts = {
            "ref": f"{self.name}#{no}",
            "no": no,
            "key": f"{label}|{period}|{no}",
            "report": self.name,
            "source": Source.TABLE,
            "place": Place(self.name, line=10 + no),
            "label": label,
            "folded": label,
            "metric": Metric(f"?{label}"),
            "scope": "",
            "period": Period(period),
            "quantity": quantity(text, unit),
            "change": Change.LEVEL,
            "context": f"{label} | {period}",
        }
        self.claims.append(Claim(**(facts | more)))
        return self.claims[-1]

    def note(self, mark: str, text: str, line: int, **more) -> Note:
        self.notes.append(Note(self.name, mark, text, Place(self.name, line=line), **more))
        return self.notes[-1]

    @property
    def report(self) -> Report:
        return Report(
            self.name,
            "0" * 64,
            "text",
            "zh-Hans",
            "",
            self.period,
            Calendar(),
            tuple(self.claims),
            tuple(self.notes),
            0,
            (),
            100,
        )


@pytest.fixture
def new() -> Told:
    """Return the report on 2024, still empty."""
    return Told()


@pytest.fixture
def old() -> Told:
    """Return the report on 2023, still empty."""
    return Told("old.txt", Period("CY2023"))


def judged(
    stated: Claim,
    *parts: Claim,
    kind: Kind = Kind.SUM,
    computed: str = "105",
    gap: str = "1",
    verdict: Verdict = Verdict.FLAGGED,
    strength: Strength = Strength.MUST,
    expression: Expression | None = None,
) -> Judgement:
    """Return a relation between claims with its verdict."""
    refs = tuple(part.ref for part in parts)
    relation = Relation(
        f"{kind.value}|{stated.key}",
        kind,
        stated.report,
        stated.period,
        f"{' + '.join(part.label for part in parts)} = {stated.label}",
        stated.ref,
        expression or addition(refs),
        strength,
    )
    interval = Interval.around(Decimal(computed), Decimal("0.5"))
    distance = Decimal(gap)
    return Judgement(
        relation, verdict, stated.quantity.interval, interval, distance, distance / stated.quantity.step
    )


@pytest.fixture
def judge() -> Callable[..., Judgement]:
    """Return the maker of judgements."""
    return judged


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory, monkeypatch):
    """Keep what tests read out of the user's cache, and each test from what others read."""
    monkeypatch.setenv("AUDITOR_CACHE", str(tmp_path_factory.mktemp("cache", numbered=True)))
