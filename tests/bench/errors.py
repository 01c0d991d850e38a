"""Plant errors in clean reports and count what the audit finds: ``python -m tests.bench.errors``.

A case is one report, reports joined by ``+`` (audited together), or a folder, whose reports are one case.
Without a case the bundled folders are taken. The same seed gives the same table.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path
from random import Random

from auditor.config import Config
from auditor.extract.report import extract
from auditor.model.document import Document
from auditor.pipeline import audit_opened
from auditor.pipeline import read_document as read
from tests.bench.ground import field_of
from tests.bench.plants import KINDS
from tests.bench.plants import Plant
from tests.bench.plants import places_of
from tests.bench.plants import plants
from tests.bench.score import FAINT
from tests.bench.score import NONE
from tests.bench.score import Bench
from tests.bench.score import Outcome
from tests.bench.score import without_run
from tests.bench.table import as_csv
from tests.bench.table import summary

_ROOT = Path(__file__).parents[2]
_SUFFIXES = (".txt", ".md", ".pdf")
#: Errors that break nothing are only counted, up to this many for each one that is wanted; so are those that
#: break what chance may have made, but for as many as are wanted, which are looked at besides.
_MOST_SILENT = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark and write its table to standard output."""
    options = _options(arguments)
    cases = options.cases or [
        str(folder.parent) for folder in sorted((_ROOT / "reports").glob("*/auditor.toml"))
    ]
    outcomes: list[Outcome] = []
    benches = [bench_of(name, paths_of(name)) for name in cases]
    for bench in benches:
        for outcome in run(bench, options.seed, options.each, options.kind or KINDS):
            outcomes.append(outcome)
            _tell(outcome, len(outcomes))
    sys.stdout.write(summary(outcomes, [(bench.name, bench.field.audit) for bench in benches]))
    if options.csv:
        options.csv.write_text(as_csv(outcomes), "utf-8")
    return 0


def run(bench: Bench, seed: int, each: int, kinds: Sequence[str]) -> Iterator[Outcome]:
    """Plant ``each`` detectable errors of every class and place, one at a time, and audit each."""
    for kind in kinds:
        for where in places_of(kind):
            rng = Random(f"{seed}|{bench.name}|{kind}|{where}")  # noqa: S311  # a benchmark keeps no secret
            yield from _of_class(bench, kind, where, rng, each)


def _of_class(bench: Bench, kind: str, where: str, rng: Random, each: int) -> Iterator[Outcome]:
    if kind == "several":
        apart = _apart(bench, plants(bench.field, kind, where, rng), each)
        yield from bench.run_together(apart) if apart else ()
        return
    run_now, faint, silent = 0, 0, 0
    for plant in plants(bench.field, kind, where, rng):
        if run_now == each or silent == each * _MOST_SILENT:
            return
        detectable = bench.detectable(plant)
        if detectable == NONE or (detectable == FAINT and faint == each):
            silent += 1
            yield without_run(bench, plant, detectable)
        else:
            run_now += detectable != FAINT
            faint += detectable == FAINT
            yield bench.run(plant)


def _apart(bench: Bench, stream: Iterator[Plant], most: int) -> list[Plant]:
    """Return detectable errors, at most so many, none in the row or sentence of another."""
    found: list[Plant] = []
    seen: set[tuple[object, ...]] = set()
    for plant in stream:
        claim = next(iter(plant.claims.values()))
        seat = claim.seat
        place = (claim.report, seat.table, seat.row) if seat else (claim.report, "sentence", claim.sentence)
        if place not in seen and bench.detectable(plant) not in {NONE, FAINT}:
            seen.add(place)
            found.append(plant)
        if len(found) == most:
            break
    return found


def bench_of(name: str, paths: Sequence[Path]) -> Bench:
    """Read the reports of a case and audit them as they are."""
    return bench_of_documents(name, [read(path) for path in paths])


def bench_of_documents(name: str, documents: Sequence[Document]) -> Bench:
    """Audit documents as they are."""
    config = Config()
    opened = [(extract(document, config.options(Path(document.name))), document) for document in documents]
    audit = audit_opened(opened, config)
    ground = field_of(audit, {document.name: document for document in documents})
    return Bench("+".join(Path(part).name for part in name.split("+")), opened, ground, config)


def paths_of(name: str) -> list[Path]:
    """Return the reports that a case names; of a folder's, one format of each."""
    paths = [Path(part) for part in name.split("+")]
    if not paths[0].is_dir():
        return paths
    stems: dict[str, Path] = {}
    for suffix in _SUFFIXES:
        for path in sorted(paths[0].glob(f"*{suffix}")):
            if path.name != "README.md":
                stems.setdefault(path.stem, path)
    return [stems[stem] for stem in sorted(stems)]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.errors", description=__doc__)
    parser.add_argument("cases", nargs="*", metavar="REPORT|OLD+NEW|FOLDER")
    parser.add_argument("--seed", type=int, default=1, help="decides which errors are planted")
    parser.add_argument("--each", type=int, default=3, help="detectable errors of each class and place")
    parser.add_argument("--kind", action="append", choices=KINDS, help="only this class of error")
    parser.add_argument("--csv", type=Path, help="write a record for each planted error there")
    return parser.parse_args(arguments)


def _tell(outcome: Outcome, number: int) -> None:
    if outcome.detectable != NONE:
        sys.stderr.write(f"\r{number} {outcome.case} {outcome.plant.kind} {outcome.plant.where}\x1b[K")


if __name__ == "__main__":
    sys.exit(main())
