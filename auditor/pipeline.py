"""The way of a report through the house, top to bottom: read, extract, relate, judge, reconcile, find."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from auditor.config import Config
from auditor.config import ReportOptions
from auditor.errors import UsageError
from auditor.model.audit import Audit
from auditor.model.claim import Report
from auditor.model.document import Document
from auditor.model.evidence import Excerpt
from auditor.model.evidence import Excerpts
from auditor.model.evidence import Site
from auditor.model.relation import Relation

#: Is told each step as it begins, and the report that it works on (empty for all of them).
Progress = Callable[[str, str], None]


def _silent(step: str, report: str) -> None:
    """Tell nobody."""


def open_report(path: Path, options: ReportOptions) -> tuple[Report, Document]:
    """Read one file and recognise what it claims.

    Raises:
        InputError: when the file cannot be read as a report.
    """
    from auditor.extract.numbers.unclaimed import nothing_read
    from auditor.extract.numbers.unclaimed import unclaimed
    from auditor.extract.numbers.undated import undated
    from auditor.extract.numbers.unreadunits import unread_units
    from auditor.extract.report import extract
    from auditor.read.open import read

    document = read(path, options.password or None)
    report = extract(document, options)
    told = (
        *unclaimed(document, report.claims),
        *undated(report.claims, document.doubts),
        *unread_units(document, report.claims),
        *nothing_read(document, report.claims),
    )
    return report, replace(document, doubts=(*document.doubts, *told))


def audit(paths: Sequence[Path], config: Config, progress: Progress = _silent) -> Audit:
    """Read the reports, oldest period first, and judge all that they claim.

    Raises:
        InputError: when a file cannot be read as a report.
        UsageError: when two reports have the same file name, or the configuration names an unknown rule.
    """
    from auditor.lexicon.intake import take_in
    from auditor.rules import refuse_unknown

    refuse_unknown(config.rules)
    take_in(config.lexicon)
    _refuse_namesakes(paths)
    return audit_opened([_opened(path, config, progress) for path in paths], config, progress)


def audit_opened(
    opened: Sequence[tuple[Report, Document]], config: Config, progress: Progress = _silent
) -> Audit:
    """Judge what reports claim, oldest period first; each comes with the document it was read from."""
    from auditor.lexicon.tongue import speak

    speak(config.lang)
    ordered = sorted(opened, key=_by_period)
    reports = tuple(report for report, _ in ordered)
    documents = tuple(document for _, document in ordered)
    return _judged(reports, documents, config, progress)


def _by_period(pair: tuple[Report, Document]) -> tuple[bool, int, str, str]:
    """Return a key that puts older reports first, other editions and press texts last."""
    report = pair[0]
    return (not report.audited, report.period.year or 0, report.period.code, report.name)


def excerpts(paths: Sequence[Path], config: Config, audit: Audit) -> Excerpts:
    """Return pictures or lines of the places that the findings of an audit are shown with."""
    from auditor.read.excerpts import excerpts as read_excerpts
    from auditor.render.exhibits import sites

    wanted = sites(audit)
    found: dict[Site, Excerpt] = {}
    for path in paths:
        password = config.options(path).password or None
        found |= read_excerpts(path, wanted.get(path.name, ()), password)
    return found


def _judged(
    reports: tuple[Report, ...], documents: tuple[Document, ...], config: Config, progress: Progress
) -> Audit:
    from auditor import rules
    from auditor.judge.diagnosis import diagnose
    from auditor.judge.dispute import settle
    from auditor.judge.house import rounding_house
    from auditor.judge.verdict import judge
    from auditor.reconcile.quoted import replaced
    from auditor.reconcile.restate import reconcile
    from auditor.relate.changes.trends import runs
    from auditor.rules.base import Dossier

    claims = {claim.ref: claim for report in reports for claim in report.claims}
    progress("relate", "")
    told = tuple(report for report in reports if report.audited)
    beside = tuple(report for report in reports if not report.audited)
    relations = _proposed(told, beside)
    progress("judge", "")
    house = rounding_house(judge(relations, claims), claims)
    diagnoses = diagnose(house.judgements, claims, house.truncating)
    judged = settle(house.judgements, diagnoses, claims)
    progress("reconcile", "")
    restated = reconcile(told, judged, config)
    progress("find", "")
    dossier = Dossier(
        told,
        claims,
        judged,
        diagnoses,
        restated,
        config.thresholds,
        config.rules,
        documents=_of(documents, told),
        companions=beside,
        runs=tuple(run for document in documents for run in runs(document, told)),
        replaced=tuple(replaced(judged, beside, told)),
        texts=_of(documents, [report for report in beside if report.press]),
    )
    doubts = tuple(doubt for document in documents for doubt in document.doubts)
    return Audit(reports, judged, restated, diagnoses, rules.findings(dossier), doubts)


def _proposed(told: Sequence[Report], beside: Sequence[Report]) -> list[Relation]:
    """Return the relations of the reports, and of the texts and editions beside them with the reports."""
    from auditor.relate.propose import propose
    from auditor.relate.retold.editions import edition_ties
    from auditor.relate.retold.press import press_ties

    found = [relation for report in told for relation in propose(report, told)]
    found += [relation for text in beside if text.press for relation in press_ties(text, told)]
    found += [relation for other in beside if other.edition for relation in edition_ties(other, told)]
    return found


def _of(documents: Sequence[Document], reports: Sequence[Report]) -> tuple[Document, ...]:
    """Return the documents that some reports were read from."""
    names = {report.name for report in reports}
    return tuple(document for document in documents if document.name in names)


def _opened(path: Path, config: Config, progress: Progress) -> tuple[Report, Document]:
    progress("read", path.name)
    return open_report(path, config.options(path))


def _refuse_namesakes(paths: Sequence[Path]) -> None:
    """Refuse two files of one name: claims are named by the file that tells them."""
    names = [path.name for path in paths]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        message = f"two reports are called {twice[0]}: give each file a name of its own"
        raise UsageError(message)
