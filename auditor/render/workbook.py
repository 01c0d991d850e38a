"""workpaper.xlsx: the tables of a run to work in, with checks that recompute themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC
from datetime import datetime
from io import BytesIO
from typing import Any

from auditor.model.audit import Audit
from auditor.model.relation import Judgement
from auditor.render import labels
from auditor.render.coverage import coverage
from auditor.render.decisions import AS_WRITTEN
from auditor.render.formulas import Cells
from auditor.render.formulas import Live
from auditor.render.formulas import rounded_half_up
from auditor.render.formulas import recomputed
from auditor.render.ledger import ledger_sheet
from auditor.render.review import COLUMNS as REVIEW_COLUMNS
from auditor.render.review import Review
from auditor.render.sheetwriter import Book
from auditor.render.sheetwriter import Column
from auditor.render.sheetwriter import Link
from auditor.render.summary import summary
from auditor.render.tables import CHECK_COLUMNS
from auditor.render.tables import CLAIM_COLUMNS
from auditor.render.tables import RESTATEMENT_COLUMNS
from auditor.render.tables import checks_sheet
from auditor.render.tables import claims_sheet
from auditor.render.tables import doubts_sheet
from auditor.render.tables import findings_sheet
from auditor.render.tables import restatements_sheet
from auditor.render.tables import times_checked
from auditor.render.tickmarks import LEGEND
from auditor.render.tickmarks import NOT_TESTED
from auditor.render.tickmarks import tick_of
from auditor.render.tickmarks import tick_of_history

#: The file says when it was made; the same day for every run, or no two runs would give the same bytes.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_NUMBERS = frozenset(
    [
        "claim_no",
        "page",
        "line",
        "value",
        "low",
        "high",
        "checked",
        "value_old",
        "value_new",
        "stated_low",
        "stated_high",
        "gap",
        "gap_in_units",
    ]
)
_WIDE = {"message": 80, "context": 50, "explanation": 60, "statement": 60, "detail": 60, "comment": 30}
_MIDDLING = {"metric": 30, "metric_old": 30, "metric_new": 30, "title": 22, "reason": 24, "report": 22}


def workbook(audit: Audit, review: Review) -> bytes:
    """Return the workbook; the same audit and decisions give the same bytes."""
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
    file.set_properties({"title": "工作底稿", "created": _CREATED})
    book = Book(file)
    for add in (_summary, _findings, _restatements, _checks, _claims, _ledger, _doubts, _legend):
        add(book, audit, review)
    _written(book, audit, review)
    file.close()
    return buffer.getvalue()


def _columns(names: Sequence[str]) -> list[Column]:
    return [
        Column(name, _WIDE.get(name) or _MIDDLING.get(name) or 14, number=name in _NUMBERS) for name in names
    ]


def _summary(book: Book, audit: Audit, _: Review) -> None:
    columns = [Column("报告", 34), Column("期间", 12), *(Column(name, 14, number=True) for name in _COVERAGE)]
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
        *(
            (f"核对：{labels.named(labels.VERDICTS, key)}", value)
            for key, value in counts["checks"]["by_verdict"].items()
        ),
        *(
            (f"历史列示：{labels.named(labels.STANDINGS, key)}", value)
            for key, value in counts["restatements"].items()
        ),
        *(
            (f"发现：{labels.named(labels.SEVERITIES, key)}", value)
            for key, value in counts["findings"]["by_severity"].items()
        ),
        *((f"发现：{key}", value) for key, value in counts["findings"]["by_code"].items()),
        *((f"读取存疑：{key}", value) for key, value in counts["doubts"].items()),
    ]
    for row, (name, value) in enumerate(told, end + 2):
        book.cell("summary", row, 0, name)
        book.number("summary", row, 1, str(value))


_COVERAGE = ("数字", "相符", "不符", "无法判断", "未勾稽", "覆盖率 %")


def _findings(book: Book, audit: Audit, review: Review) -> None:
    sheet = findings_sheet(audit.findings, review)
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


def _restatements(book: Book, audit: Audit, _: Review) -> None:
    sheet = restatements_sheet(audit.restatements)
    ordered = sorted(audit.restatements, key=lambda item: (item.key, item.old.ref, item.new.ref))
    change, old, new = (RESTATEMENT_COLUMNS.index(name) for name in ("change", "value_old", "value_new"))
    rows: list[list[Any]] = []
    for number, (item, row) in enumerate(zip(ordered, sheet.rows, strict=True), 2):
        cells: list[Any] = [
            *row,
            item.old.quantity.text,
            item.new.quantity.text,
            tick_of_history(item.standing),
        ]
        same = item.old.quantity.unit.factor == item.new.quantity.unit.factor
        if (
            same
            and item.change is not None
            and item.change == item.new.quantity.value - item.old.quantity.value
        ):
            formula = f"={book.name(number, new)}-{book.name(number, old)}"
            cells[change] = Live(formula, item.change)
            if item.share is not None and item.old.quantity.value:
                share = f"=ROUND({book.name(number, change)}/ABS({book.name(number, old)})*100,4)"
                percent = rounded_half_up(item.change / abs(item.old.quantity.value) * 100, 4)
                cells[change + 1] = Live(share, percent) if row[change + 1] else row[change + 1]
        rows.append(cells)
    columns = _columns((*RESTATEMENT_COLUMNS, "printed_old", "printed_new", "tick"))
    columns[change : change + 2] = (Column("change", 14, number=True), Column("change_pct", 12, number=True))
    book.table("restatements", columns, rows, frozen=1)


def _in_order(audit: Audit) -> list[Judgement]:
    return sorted(audit.judgements, key=lambda judgement: judgement.relation.id)


def _checks(book: Book, audit: Audit, _: Review) -> None:
    claims = {claim.ref: claim for claim in audit.claims}
    places = claim_cells(audit)
    sheet = checks_sheet(audit.judgements, claims)
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
    """Return the formula that says whether the two intervals meet; empty where an end is missing."""
    names = ("stated_low", "stated_high", "computed_low", "computed_high")
    at = {name: CHECK_COLUMNS.index(name) for name in names}
    if judgement.computed is None or any(not row[place] for place in at.values()):
        return ""
    cells = {name: book.name(number, place) for name, place in at.items()}
    meet = (
        f"=IF(AND({cells['stated_low']}<={cells['computed_high']},"
        f'{cells["computed_low"]}<={cells["stated_high"]}),"相交","不相交")'
    )
    return Live(meet, "相交" if judgement.stated.meets(judgement.computed) else "不相交")


def claim_cells(audit: Audit) -> dict[str, Cells]:
    """Return where each claim stands on the sheet ``claims``."""
    at = [CLAIM_COLUMNS.index(name) for name in ("value", "low", "high")]
    letters = [Book.letter(place) for place in at]
    return {
        claim.ref: Cells(*(f"claims!${letter}${row}" for letter in letters))
        for row, claim in enumerate(audit.claims, 2)
    }


def _claims(book: Book, audit: Audit, _: Review) -> None:
    claims = list(audit.claims)
    sheet = claims_sheet(claims, times_checked(audit.judgements))
    ticks = ticks_of(audit.judgements)
    rows = [[*row, ticks.get(claim.ref, NOT_TESTED)] for claim, row in zip(claims, sheet.rows, strict=True)]
    book.table("claims", _columns((*CLAIM_COLUMNS, "tick")), rows, frozen=1)


def ticks_of(judgements: Sequence[Judgement]) -> dict[str, str]:
    """Return the marks of each claim that some check reached, each once."""
    found: dict[str, dict[str, None]] = {}
    for judgement in judgements:
        tick = tick_of(judgement.relation.kind, judgement.verdict)
        for ref in judgement.relation.refs:
            found.setdefault(ref, {})[tick] = None
    return {ref: " ".join(sorted(ticks)) for ref, ticks in found.items()}


def _ledger(book: Book, audit: Audit, _: Review) -> None:
    sheet = ledger_sheet(audit)
    columns = [
        Column(name, 30 if place < 2 else 14, number=place >= 5) for place, name in enumerate(sheet.columns)
    ]
    book.table("ledger", columns, sheet.rows, frozen=2)


def _doubts(book: Book, audit: Audit, _: Review) -> None:
    sheet = doubts_sheet(audit.doubts)
    book.table("doubts", _columns(sheet.columns), sheet.rows)


def _legend(book: Book, audit: Audit, _: Review) -> None:
    columns = [Column("标识", 10), Column("含义", 16), Column("说明", 60), Column("核对数", 10, number=True)]
    used = Counter(tick_of(item.relation.kind, item.verdict) for item in audit.judgements)
    rows = [(mark, name, told, str(used[mark]) if used[mark] else "") for mark, name, told in LEGEND]
    rows += [("", "", "", "")]
    rows += [(status, word, "findings 的 status 列", "") for status, word in labels.STATUSES.items()]
    book.table("legend", columns, rows, filtered=False)


def _written(book: Book, audit: Audit, review: Review) -> None:
    """Keep, out of sight, what the decisions were when the file was written: so edits can be told."""
    sheet = findings_sheet(audit.findings, review)
    names = ("finding_id", *REVIEW_COLUMNS)
    at = [sheet.columns.index(name) for name in names]
    rows = [[row[place] for place in at] for row in sheet.rows]
    book.table(AS_WRITTEN, _columns(names), rows, filtered=False)
    book.hide(AS_WRITTEN)
