"""Score the extraction against claims that were labelled by eye before it ran.

``labels.csv`` holds no text of the reports: a file, a line (text), page (PDF) or row (dataset), the digits
as printed and what a reader says of them. Kinds: ``region`` is a stretch that was labelled in full, ``claim``
a claim in it, ``maybe`` a number that may be taken or left, ``plain`` a sentence without a quantity.
``a~b`` are readings that are both right, ``*`` says that the text does not tell. A metric ``?`` is one that
the lexicon does not know. Scope is ``x`` for a fact narrower than its metric, scored for known metrics only.

``labels_later.csv`` is of the same form: it was labelled and scored once before the extraction was changed for
it (recall 97.6, precision 98.2, period 95.0, bound 99.6, change 98.3, metric 87.6, scope 83.3 per cent).

Run ``python tests/extract/score.py`` for the table, with ``-v`` for every miss, ``--later`` for the later labels.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from decimal import Decimal
from pathlib import Path

import regex

from auditor.config import ReportOptions
from auditor.extract.report import extract
from auditor.lexicon.fold import fold
from auditor.model.claim import Claim
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.model.document import Piece
from auditor.model.document import Text
from auditor.model.metric import Metric
from auditor.model.place import Place
from auditor.read.open import read

LABELS = Path(__file__).with_name("labels.csv")
#: Labelled, and scored for the first time, after the extraction had been built on the others.
LATER = Path(__file__).with_name("labels_later.csv")
SHARED = Path(__file__).parents[2].parent / "shared"
SENTENCES = "sentences.csv"
MEANINGS = ("period", "bound", "change", "metric", "scope")
#: Facets that a base says itself: a woman director is female.
_IMPLIED = {
    "women_directors_share": ("gender",),
    "women_in_management": ("gender",),
    "independent_directors_share": ("board",),
    "clean_electricity_share": ("renewable",),
    "renewable_energy": ("renewable",),
    "waste_recycling_rate": ("treatment",),
}
_DIGITS = regex.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_CHINESE = regex.compile(r"[一二三四五六七八九十百千万亿两]+")


@dataclass(frozen=True, slots=True)
class Label:
    """A row of ``labels.csv``; ``place`` is a line, page or row number."""

    file: str
    place: int
    kind: str
    digits: str
    value: Decimal
    unit: tuple[str, ...]
    told: dict[str, tuple[str, ...]]


@dataclass(slots=True)
class Tally:
    """Counts of one source."""

    labels: int = 0
    found: int = 0
    made: int = 0
    false: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Take in the counts of another source."""
        self.labels += other.labels
        self.found += other.found
        self.made += other.made
        self.false += other.false
        self.asked += other.asked
        self.right += other.right

    @property
    def recall(self) -> float:
        """Return the share of labelled claims that were found with value and unit."""
        return self.found / self.labels if self.labels else 1.0

    @property
    def precision(self) -> float:
        """Return the share of claims in labelled stretches that are right in value and unit."""
        return 1 - self.false / self.made if self.made else 1.0

    def share(self, meaning: str) -> float:
        """Return the share of found claims of which a meaning is right."""
        return self.right[meaning] / self.asked[meaning] if self.asked[meaning] else 1.0


def score(path: Path = LABELS) -> dict[str, Tally]:
    """Return the tally of every source, in the order of the labels."""
    labels, regions, _ = _labels(path)
    return {file: _scored(file, labels[file], regions[file]) for file in regions}


def false_claims(path: Path = LABELS) -> tuple[int, int, list[str]]:
    """Return how many sentences without a quantity made a claim, of how many, and which."""
    _, _, plain = _labels(path)
    sentences = _sentences()
    wrong = []
    for row in plain:
        claims = _of_sentence(row, sentences[row])
        if claims:
            wrong.append(f"{row}: {[claim.quantity.text + claim.quantity.unit_text for claim in claims]}")
    return len(wrong), len(plain), wrong


def table(tallies: dict[str, Tally]) -> str:
    """Return the scores as text, one line a source and one for all."""
    total = Tally()
    for tally in tallies.values():
        total.add(tally)
    head = f"{'source':28}{'claims':>7}{'recall':>8}{'precis':>8}" + "".join(f"{m:>8}" for m in MEANINGS)
    rows = [_line(file[:27], tally) for file, tally in tallies.items()]
    return "\n".join((head, *rows, _line("all", total)))


def _line(name: str, tally: Tally) -> str:
    shares = (tally.recall, tally.precision, *(tally.share(meaning) for meaning in MEANINGS))
    return f"{name:28}{tally.labels:7}" + "".join(f"{100 * share:8.1f}" for share in shares)


def _labels(path: Path) -> tuple[dict[str, list[Label]], dict[str, list[range]], list[int]]:
    labels: dict[str, list[Label]] = defaultdict(list)
    regions: dict[str, list[range]] = defaultdict(list)
    plain: list[int] = []
    with path.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            first, _, last = row["place"].partition("-")
            if row["kind"] == "region":
                regions[row["file"]].append(range(int(first), int(last or first) + 1))
            elif row["kind"] == "plain":
                plain.append(int(first))
            else:
                labels[row["file"]].append(_label(row))
    return labels, regions, plain


def _label(row: dict[str, str]) -> Label:
    told = {meaning: tuple(row[meaning].split("~")) for meaning in MEANINGS}
    units = tuple(row["unit"].split("~"))
    return Label(
        row["file"], int(row["place"]), row["kind"], row["digits"], Decimal(row["value"]), units, told
    )


def _scored(file: str, labels: Sequence[Label], regions: Sequence[range]) -> Tally:
    tally = Tally()
    claims = [claim for claim in _claims(file, regions) if any(_at(claim) in span for span in regions)]
    left = list(claims)
    for label in sorted(labels, key=lambda label: label.kind):
        _take(label, left, tally)
    tally.made += len(left)
    tally.false += len(left)
    tally.faults.extend(f"{_at(claim)} EXTRA {_shown(claim)}" for claim in left)
    return tally


def _take(label: Label, left: list[Claim], tally: Tally) -> None:
    """Pair a label with the claim of the same digits at its place that agrees with it most."""
    same = [claim for claim in left if _at(claim) == label.place and _digits(claim) == label.digits]
    best = max(same, key=lambda claim: _agreement(label, claim), default=None)
    if best is not None:
        left.remove(best)
    if label.kind == "maybe":
        return
    tally.labels += 1
    tally.made += best is not None
    right = best is not None and _measured(label, best)
    tally.found += right
    tally.false += best is not None and not right
    if best is None:
        tally.faults.append(f"{label.place} MISSED {label.digits} {label.unit}")
        return
    if not right:
        tally.faults.append(f"{label.place} VALUE {label.digits} {label.value} {label.unit}: {_shown(best)}")
    for meaning in _asked(label):
        tally.asked[meaning] += 1
        tally.right[meaning] += _agrees(label, best, meaning)
        if not _agrees(label, best, meaning):
            told = "~".join(label.told[meaning])
            tally.faults.append(f"{label.place} {meaning.upper()} not {told!r}: {_shown(best)}")


def _agreement(label: Label, claim: Claim) -> int:
    meanings = sum(_agrees(label, claim, meaning) for meaning in _asked(label))
    return 10 * _measured(label, claim) + meanings


def _measured(label: Label, claim: Claim) -> bool:
    value = abs(claim.quantity.value) == abs(label.value)
    return value and ("*" in label.unit or claim.quantity.unit.id in label.unit)


def _asked(label: Label) -> Iterator[str]:
    for meaning in MEANINGS:
        known = meaning != "scope" or "?" not in label.told["metric"]
        if known and "*" not in label.told[meaning]:
            yield meaning


def _agrees(label: Label, claim: Claim, meaning: str) -> bool:
    told = label.told[meaning]
    if meaning == "metric":
        return ("?" in told and not claim.metric.known) or _identity(claim.metric) in told
    said = {
        "period": claim.period.code,
        "bound": claim.quantity.bound.value,
        "change": claim.change.value,
        "scope": "x" if claim.scope else "",
    }[meaning]
    return said in told


def _identity(metric: Metric) -> str:
    for family in _IMPLIED.get(metric.base, ()):
        metric = metric.having(family, "")
    return metric.id


def _at(claim: Claim) -> int:
    return claim.place.page or claim.place.line or 0


def _digits(claim: Claim) -> str:
    text = fold(claim.quantity.text)
    arabic = _DIGITS.search(text)
    found = arabic or _CHINESE.search(text)
    if not found:
        return text
    return found[0] if arabic else _printed(claim, found[0])


def _printed(claim: Claim, folded: str) -> str:
    """Return a Chinese numeral in the script of the report."""
    at = fold(claim.quantity.text).find(folded)
    return claim.quantity.text[at : at + len(folded)]


def _shown(claim: Claim) -> str:
    quantity = claim.quantity
    return (
        f"{quantity.text}{quantity.unit_text} = {quantity.value} {quantity.unit.id} {quantity.bound}"
        f" [{claim.period}] {claim.change.value} <{claim.metric.id}> ({claim.scope}) | {claim.context[:90]}"
    )


def _claims(file: str, regions: Sequence[range]) -> Iterator[Claim]:
    if file == SENTENCES:
        sentences = _sentences()
        for span in regions:
            yield from _of_sentence(span.start, sentences[span.start])
        return
    folder = SHARED / ("reports" if file.endswith(".pdf") else "seeds")
    yield from extract(read(folder / file), ReportOptions()).claims


def _sentences() -> list[str]:
    with (SHARED / "datasets" / "esg-sentences-zh" / SENTENCES).open(encoding="utf-8", newline="") as handle:
        return [row["sentence"] for row in csv.DictReader(handle)]


def _of_sentence(row: int, sentence: str) -> Sequence[Claim]:
    """Return the claims of one sentence, read as a report of 2022 that says nothing else."""
    text = Text(sentence, (Piece(0, Place(SENTENCES, line=row, column=0)),))
    document = Document(SENTENCES, "0" * 64, "txt", (Block(BlockKind.PARAGRAPH, text),), lines=1)
    return extract(document, ReportOptions(file=SENTENCES, period="CY2022")).claims


def _main() -> None:
    path = LATER if "--later" in sys.argv else LABELS
    tallies = score(path)
    if "-v" in sys.argv:
        for file, tally in tallies.items():
            print(file, *tally.faults, sep="\n  ")  # noqa: T201  # a script for people
    print(table(tallies))  # noqa: T201
    wrong, plain, which = false_claims(path)
    print(f"false claims in sentences without a quantity: {wrong} of {plain}", *which, sep="\n  ")  # noqa: T201


if __name__ == "__main__":
    _main()
