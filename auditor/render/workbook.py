"""workpaper.xlsx: the tables of a run to work in, with checks that recompute themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import UTC
from datetime import datetime
from io import BytesIO
from typing import Any

from auditor.lexicon.tongue import say
from auditor.model.audit import Audit
from auditor.model.relation import Judgement
from auditor.model.relation import Kind
from auditor.model.relation import Verdict
from auditor.model.restatement import Restatement
from auditor.render import labels
from auditor.render.continuity import continuity_sheet
from auditor.render.coverage import coverage
from auditor.render.decisions import AS_WRITTEN
from auditor.render.formulas import Cells
from auditor.render.formulas import Live
from auditor.render.formulas import recomputed
from auditor.render.formulas import rounded_half_up
from auditor.render.review import COLUMNS as REVIEW_COLUMNS
from auditor.render.review import Review
from auditor.render.sheets import Sheet
from auditor.render.sheetwriter import Book
from auditor.render.sheetwriter import Column
from auditor.render.sheetwriter import Link
from auditor.render.summary import summary
from auditor.render.tables import CHECK_COLUMNS
from auditor.render.tables import CLAIM_COLUMNS
from auditor.render.tables import RESTATEMENT_COLUMNS
from auditor.render.tables import sheets
from auditor.render.tickmarks import LEGEND
from auditor.render.tickmarks import NOT_TESTED
from auditor.render.tickmarks import tick_of
from auditor.render.tickmarks import tick_of_history

#: The tables of an audit by name.
_Tables = Mapping[str, Sheet]
#: The file says when it was made; the same day for every run, or no two runs would give the same bytes.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
#: What the formula of a check says of its two intervals.
MEET, APART = "相交", "不相交"
_NUMBERS = frozenset(
    (
        *("claim_no", "page", "line", "value", "low", "high", "checked", "value_old", "value_new"),
        *("stated_low", "stated_high", "gap", "gap_in_units"),
    )
)
_WIDTHS = {
    **dict.fromkeys(("message", "explanation", "statement", "detail", "context"), 60),
    **dict.fromkeys(("metric", "metric_old", "metric_new", "comment"), 30),
    **dict.fromkeys(("title", "reason", "report"), 22),
}


def workbook(audit: Audit, review: Review, made: Sequence[Sheet] = ()) -> bytes:
    """Return the workbook; the same audit and decisions give the same bytes.

    ``made`` are the tables of the audit where they are made already.
    """
    from xlsxwriter import Workbook

    buffer = BytesIO()
    file = Workbook(
        buffer,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    file.set_properties({"title": say("工作底稿"), "created": _CREATED})
    book = Book(file)
    tables = {sheet.name: sheet for sheet in made or sheets(audit, review)}
    for add in (_summary, _findings, _restatements, _checks, _claims, _ledger, _continuity, _doubts, _legend):
        add(book, audit, tables)
    _written(book, tables["findings"])
    file.close()
    return buffer.getvalue()


def _columns(names: Sequence[str]) -> list[Column]:
    return [Column(name, _WIDTHS.get(name, 14), number=name in _NUMBERS) for name in names]


def _summary(book: Book, audit: Audit, _: _Tables) -> None:
    columns = [Column(say("报告"), 34), Column(say("期间"), 12)]
    columns += [Column(say(name), 14, number=True) for name in COUNTED]
    rows = [
        (
            line.report.name,
            line.report.period.code,
            *map(str, (line.claims, line.tied, line.flagged, line.undecided, line.untied)),
            line.percent,
        )
        for line in coverage(audit)
    ]
    end = book.table("summary", columns, rows, filtered=False)
    counts = summary(audit)
    told = [
        *_named(say("核对"), labels.VERDICTS, counts["checks"]["by_verdict"]),
        *_named(say("历史列示"), labels.STANDINGS, counts["restatements"]),
        *_named(say("发现"), labels.SEVERITIES, counts["findings"]["by_severity"]),
        *_named(say("发现"), {}, counts["findings"]["by_code"]),
        *_named(say("读取存疑"), {}, counts["doubts"]),
    ]
    for row, (name, value) in enumerate(told, end + 2):
        book.cell("summary", row, 0, name)
        book.number("summary", row, 1, str(value))


def _named(what: str, words: dict[str, str], counts: dict[str, int]) -> list[tuple[str, int]]:
    return [
        (say("{what}：{name}", what=what, name=labels.named(words, code)), count)
        for code, count in counts.items()
    ]


COUNTED = ("数字", "相符", "不符", "无法判断", "未勾稽", "覆盖率 %")


def _findings(book: Book, audit: Audit, tables: _Tables) -> None:
    sheet = tables["findings"]
    rows_of = {judgement.relation.id: row for row, judgement in enumerate(_in_order(audit), 2)}
    at = sheet.columns.index("checks")

    def linked(row: Sequence[str]) -> list[Any]:
        cells: list[Any] = list(row)
        target = rows_of.get(row[at].split(";")[0])
        if target is not None:
            cells[at] = Link(row[at], f"internal:'checks'!A{target}")
        return cells

    columns = _columns(sheet.columns)
    book.table("findings", columns, [linked(row) for row in sheet.rows], frozen=2)
    book.choices("findings", sheet.columns.index("status"), tuple(labels.STATUSES), len(sheet.rows))
    book.coloured("findings", sheet.columns.index("severity"), len(sheet.rows))


def _restatements(book: Book, audit: Audit, tables: _Tables) -> None:
    sheet = tables["restatements"]
    ordered = sorted(audit.restatements, key=lambda item: (item.key, item.old.ref, item.new.ref))
    change = RESTATEMENT_COLUMNS.index("change")
    rows: list[list[Any]] = []
    for number, (item, row) in enumerate(zip(ordered, sheet.rows, strict=True), 2):
        printed = (item.old.quantity.text, item.new.quantity.text)
        cells: list[Any] = [*row, *printed, tick_of_history(item.standing)]
        cells[change : change + 2] = _changes(number, item, row[change : change + 2])
        rows.append(cells)
    columns = _columns((*RESTATEMENT_COLUMNS, "printed_old", "printed_new", "tick"))
    columns[change : change + 2] = (Column("change", number=True), Column("change_pct", number=True))
    book.table("restatements", columns, rows, frozen=1)


def _changes(number: int, item: Restatement, told: Sequence[str]) -> Sequence[Any]:
    """Return change and per cent as formulas, as plain cells where the units differ."""
    old, new = item.old.quantity, item.new.quantity
    if item.change is None or old.unit.factor != new.unit.factor or item.change != new.value - old.value:
        return told
    names = ("value_old", "value_new", "change")
    at = {name: Book.name(number, RESTATEMENT_COLUMNS.index(name)) for name in names}
    places = max(-int(item.change.as_tuple().exponent), 0)
    change = Live(f"=ROUND({at['value_new']}-{at['value_old']},{places})", item.change)
    if not told[1] or not old.value:
        return change, told[1]
    share = rounded_half_up(item.change / abs(old.value) * 100, 4)
    return change, Live(f"=ROUND({at['change']}/ABS({at['value_old']})*100,4)", share)


def _in_order(audit: Audit) -> list[Judgement]:
    return sorted(audit.judgements, key=lambda judgement: judgement.relation.id)


def _checks(book: Book, audit: Audit, tables: _Tables) -> None:
    claims = {claim.ref: claim for claim in audit.claims}
    places = claim_cells(audit)
    sheet = tables["checks"]
    low, high = CHECK_COLUMNS.index("computed_low"), CHECK_COLUMNS.index("computed_high")
    stated = CHECK_COLUMNS.index("stated")
    rows: list[list[Any]] = []
    for number, (judgement, row) in enumerate(zip(_in_order(audit), sheet.rows, strict=True), 2):
        found = recomputed(judgement, claims, places)
        cells: list[Any] = list(row)
        source = claims[judgement.relation.stated].quantity
        cells[stated] = Live(f"={places[judgement.relation.stated].value}", source.value)
        cells[low], cells[high] = found.low or row[low], found.high or row[high]
        cells += [found.point or "", _agreement(book, number, judgement, row)]
        cells += [source.text, tick_of(judgement.relation.kind, judgement.verdict)]
        rows.append(cells)
    columns = _columns((*CHECK_COLUMNS, "recomputed", "agrees", "printed", "tick"))
    for at in (stated, low, high, len(CHECK_COLUMNS)):
        columns[at] = Column(columns[at].name, 16, number=True)
    book.table("checks", columns, rows, frozen=1)
    book.verdicts("checks", CHECK_COLUMNS.index("verdict"), len(rows))


def _agreement(book: Book, number: int, judgement: Judgement, row: Sequence[str]) -> object:
    """Return the formula that says whether the two intervals meet.

    A shared end is enough, but not for one fact told twice, and not where an end is open. Empty where
    an end is missing or where that is not how the check was judged.
    """
    names = ("stated_low", "stated_high", "computed_low", "computed_high")
    at = {name: CHECK_COLUMNS.index(name) for name in names}
    if judgement.computed is None or any(not row[place] for place in at.values()):
        return ""
    stated, computed = judgement.stated, judgement.computed
    told_twice = judgement.relation.kind in {Kind.SAME_FACT, Kind.RESTATEMENT}
    strict = told_twice and bool(stated.width) and bool(computed.width)
    meet = stated.overlaps(computed) if strict else stated.meets(computed)
    touches = stated.low == computed.high or stated.high == computed.low
    if meet == (judgement.verdict is Verdict.FLAGGED) or (touches and meet == strict):
        return ""
    sign = "<" if strict else "<="
    one, two, three, four = (book.name(number, at[name]) for name in names)
    yes, no = say(MEET), say(APART)
    return Live(f'=IF(AND({one}{sign}{four},{three}{sign}{two}),"{yes}","{no}")', yes if meet else no)


def claim_cells(audit: Audit) -> dict[str, Cells]:
    """Return where each claim stands on the sheet ``claims``."""
    at = [CLAIM_COLUMNS.index(name) for name in ("value", "low", "high")]
    letters = [Book.letter(place) for place in at]
    return {
        claim.ref: Cells(*(f"claims!${letter}${row}" for letter in letters))
        for row, claim in enumerate(audit.claims, 2)
    }


def _claims(book: Book, audit: Audit, tables: _Tables) -> None:
    sheet = tables["claims"]
    ticks = ticks_of(audit.judgements)
    rows = [
        [*row, ticks.get(claim.ref, NOT_TESTED)] for claim, row in zip(audit.claims, sheet.rows, strict=True)
    ]
    book.table("claims", _columns((*CLAIM_COLUMNS, "tick")), rows, frozen=1)


def ticks_of(judgements: Sequence[Judgement]) -> dict[str, str]:
    """Return the marks of each claim that some check reached, each once."""
    found: dict[str, dict[str, None]] = {}
    for judgement in judgements:
        tick = tick_of(judgement.relation.kind, judgement.verdict)
        for ref in judgement.relation.refs:
            found.setdefault(ref, {})[tick] = None
    return {ref: " ".join(sorted(ticks)) for ref, ticks in found.items()}


def _ledger(book: Book, _: Audit, tables: _Tables) -> None:
    sheet = tables["ledger"]
    columns = [
        Column(name, 30 if place < 2 else 14, number=place >= 5) for place, name in enumerate(sheet.columns)
    ]
    book.table("ledger", columns, sheet.rows, frozen=2)


def _continuity(book: Book, audit: Audit, _: _Tables) -> None:
    sheet = continuity_sheet(audit)
    book.table("continuity", _columns(sheet.columns), sheet.rows)


def _doubts(book: Book, _: Audit, tables: _Tables) -> None:
    sheet = tables["doubts"]
    book.table("doubts", _columns(sheet.columns), sheet.rows)


def _legend(book: Book, audit: Audit, _: _Tables) -> None:
    columns = [Column(say("标识"), 10), Column(say("含义"), 16), Column(say("说明"), 60)]
    columns += [Column(say("核对数"), 10, number=True)]
    used = Counter(tick_of(item.relation.kind, item.verdict) for item in audit.judgements)
    rows = [
        (mark, say(name), say(told), str(used[mark]) if used[mark] else "") for mark, name, told in LEGEND
    ]
    rows += [("", "", "", "")]
    rows += [
        (status, say(word), say("findings 的 status 列"), "") for status, word in labels.STATUSES.items()
    ]
    book.table("legend", columns, rows, filtered=False)


def _written(book: Book, sheet: Sheet) -> None:
    """Keep, out of sight, what the decisions were when the file was written: so edits can be told."""
    names = ("finding_id", *REVIEW_COLUMNS)
    at = [sheet.columns.index(name) for name in names]
    rows = [[row[place] for place in at] for row in sheet.rows]
    book.table(AS_WRITTEN, _columns(names), rows, filtered=False)
    book.hide(AS_WRITTEN)
