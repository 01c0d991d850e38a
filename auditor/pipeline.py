"""The way of a report through the house, top to bottom: read, extract, relate, judge, reconcile, find."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from auditor.config import Config
from auditor.config import ReportOptions
from auditor.errors import UnreadableFileError
from auditor.model.audit import Audit
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.document import Document
from auditor.model.document import Doubt
from auditor.model.evidence import Excerpt
from auditor.model.evidence import Excerpts
from auditor.model.evidence import Site
from auditor.model.relation import Diagnosis
from auditor.model.relation import Judgement
from auditor.model.relation import Relation

if TYPE_CHECKING:
    from auditor.kept.sources import Source

#: Proposes relations of a report with others.
Relate = Callable[[Report, Sequence[Report]], Iterable[Relation]]
#: Is told each step as it begins, and the report that it works on (empty for all of them).
Progress = Callable[[str, str], None]


def _silent(step: str, report: str) -> None:
    """Tell nobody."""


def open_report(path: Path, options: ReportOptions) -> tuple[Report, Document]:
    """Read one file and recognise what it claims; doubts speak its language.

    Raises:
        InputError: when the file cannot be read as a report.
    """
    report, document = _opened(_source(path, options))
    _speak(Config(), [report])
    return report, document


def read_document(path: Path, password: str = "") -> Document:
    """Read one file; what was read before is taken from the cache, encrypted files never are.

    Raises:
        InputError: when the file cannot be read as a report.
    """
    return _document(_source(path, ReportOptions(password=password)))


def audit(paths: Sequence[Path], config: Config, progress: Progress = _silent) -> Audit:
    """Read the reports, oldest period first, and judge all that they claim.

    What was made before of the same files and settings is taken from the cache (`auditor.kept`).

    Raises:
        InputError: when a file cannot be read as a report.
        UsageError: when two reports have the same file name or are the same file, or the configuration names
            an unknown rule.
    """
    from auditor.kept.shelf import kept
    from auditor.kept.sources import place
    from auditor.kept.sources import refuse_twice
    from auditor.kept.sources import settings_of
    from auditor.lexicon.intake import take_in
    from auditor.rules import refuse_unknown

    refuse_unknown(config.rules)
    take_in(config.lexicon)
    sources = [_source(path, config.options(path)) for path in paths]
    refuse_twice(sources)

    def made() -> Audit:
        opened = [_opened(source, progress) for source in sources]
        return audit_opened(opened, config, progress, {source.name: source for source in sources})

    audit = kept(place("audit", sources, settings_of(config)), Audit, made)
    _speak(config, audit.reports)
    return audit


def audit_opened(
    opened: Sequence[tuple[Report, Document]],
    config: Config,
    progress: Progress = _silent,
    sources: Mapping[str, Source] = MappingProxyType({}),
) -> Audit:
    """Judge what reports claim, oldest period first; each comes with the document it was read from.

    ``sources`` tell by name which of the reports are as their files tell them.
    """
    from auditor.reconcile.strangers import strangers

    ordered = sorted(opened, key=_by_period)
    reports = tuple(report for report, _ in ordered)
    _speak(config, reports)
    documents = tuple(document for _, document in ordered)
    doubts = (*(doubt for document in documents for doubt in document.doubts), *strangers(reports))
    progress("relate", "")
    relations = _proposed(reports, sources)
    return replace(_judged(reports, documents, relations, config, progress), doubts=doubts)


def _speak(config: Config, reports: Sequence[Report]) -> None:
    """Let the run speak the language that is set, or else that of the newest report."""
    from auditor.lexicon.tongue import TONGUES
    from auditor.lexicon.tongue import speak

    newest = next((report.language for report in reversed(reports) if report.audited), "")
    wanted = config.lang or newest
    speak(next((tongue for tongue in TONGUES if tongue == wanted), "zh-Hans"))


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
    reports: tuple[Report, ...],
    documents: tuple[Document, ...],
    relations: Sequence[Relation],
    config: Config,
    progress: Progress,
) -> Audit:
    from auditor import rules
    from auditor.judge.dispute import settle
    from auditor.judge.house import rounding_house
    from auditor.judge.readings import one_reading
    from auditor.judge.verdict import judge
    from auditor.reconcile.quoted import replaced
    from auditor.reconcile.restate import reconcile
    from auditor.relate.changes.trends import runs
    from auditor.rules.base import Dossier

    claims = {claim.ref: claim for report in reports for claim in report.claims}
    told, beside = (tuple(item for item in reports if item.audited is own) for own in (True, False))
    progress("judge", "")
    house = rounding_house(judge(relations, claims), claims)
    readings = one_reading(house.judgements, claims)
    diagnoses = _diagnosed(readings, house.truncating, claims, told)
    judged = settle(readings, diagnoses, claims)
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
        runs=tuple(run for document in documents for run in runs(document, told)),
        replaced=tuple(replaced(judged, beside, told)),
        texts=_of(documents, [report for report in beside if report.press]),
    )
    return Audit(reports, judged, restated, diagnoses, rules.findings(dossier))


def _diagnosed(
    judgements: Sequence[Judgement],
    truncating: Collection[str],
    claims: Mapping[str, Claim],
    told: Sequence[Report],
) -> tuple[Diagnosis, ...]:
    """Return the causes behind what fails; what other reports of the run tell of a fact speaks for it."""
    from auditor.judge.diagnosis import diagnose
    from auditor.reconcile.elsewhere import told_elsewhere

    return diagnose(judgements, claims, truncating, told_elsewhere(told))


def _proposed(reports: Sequence[Report], sources: Mapping[str, Source]) -> list[Relation]:
    """Return the relations of the reports, and of the texts and editions beside them with the reports.

    A report is related to itself and to those before it.
    """
    from auditor.relate.propose import propose
    from auditor.relate.retold.editions import edition_ties
    from auditor.relate.retold.press import press_ties

    told = [report for report in reports if report.audited]
    steps: list[tuple[Relate, Report, Sequence[Report]]]
    steps = [(propose, report, told[:before]) for before, report in enumerate(told)]
    steps += [(press_ties, text, told) for text in reports if text.press]
    steps += [(edition_ties, other, told) for other in reports if other.edition]
    return [relation for step in steps for relation in _related(*step, sources)]


def _related(
    step: Relate, report: Report, others: Sequence[Report], sources: Mapping[str, Source]
) -> tuple[Relation, ...]:
    """Return the relations of a report with others, as they were proposed before or anew."""
    from auditor.kept.shelf import kept
    from auditor.kept.sources import place

    where = place(step.__name__, [sources.get(item.name) for item in (report, *others)])
    return kept(where, tuple[Relation, ...], lambda: tuple(step(report, others)))


def _of(documents: Sequence[Document], reports: Sequence[Report]) -> tuple[Document, ...]:
    """Return the documents that some reports were read from."""
    names = {report.name for report in reports}
    return tuple(document for document in documents if document.name in names)


def _source(path: Path, options: ReportOptions) -> Source:
    from auditor.kept.sources import Source
    from auditor.read.open import identified

    return Source(identified(path, options.password or None), options)


def _opened(source: Source, progress: Progress = _silent) -> tuple[Report, Document]:
    from auditor.kept.shelf import kept
    from auditor.kept.sources import place

    progress("read", source.name)
    document = _document(source)
    form = tuple[Report, tuple[Doubt, ...]]
    report, told = kept(place("report", [source]), form, lambda: _extracted(document, source.options))
    return report, replace(document, doubts=(*document.doubts, *told))


def _document(source: Source) -> Document:
    from auditor.kept.shelf import kept_document
    from auditor.read.open import read

    file = source.file
    if file.secret:
        return read(file.path, source.options.password or None)
    document = kept_document(file.digest, file.kind, source.name, lambda: read(file.path))
    if document.sha256 != file.digest:
        raise UnreadableFileError(file.path, "it was changed while it was read; run again.")
    return document


def _extracted(document: Document, options: ReportOptions) -> tuple[Report, tuple[Doubt, ...]]:
    """Return what a document claims, and what of it was not understood."""
    from auditor.extract.numbers.unclaimed import nothing_read
    from auditor.extract.numbers.unclaimed import unclaimed
    from auditor.extract.numbers.undated import undated
    from auditor.extract.numbers.unreadunits import unread_units
    from auditor.extract.report import extract

    report = extract(document, options)
    return report, (
        *unclaimed(document, report.claims),
        *undated(report.claims, document.doubts),
        *unread_units(document, report.claims),
        *nothing_read(document, report.claims),
    )
