"""A document becomes a report: its profile, all its claims in reading order, its notes."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

import regex

from auditor.config import ReportOptions
from auditor.extract.charts import Dated
from auditor.extract.charts import in_charts
from auditor.extract.contents import contents_lines
from auditor.extract.context import Context
from auditor.extract.figures import figure_claims
from auditor.extract.figures import unit_line
from auditor.extract.notes import known_marks
from auditor.extract.notes import notes
from auditor.extract.numbers.cells import parse_cell
from auditor.extract.numbers.currency import in_report_currency
from auditor.extract.numbers.resolved import with_resolved
from auditor.extract.numbers.unittext import UnitText
from auditor.extract.numbers.unittext import bracketed_unit
from auditor.extract.profile import profile
from auditor.extract.prose.baseyear import with_base_year
from auditor.extract.prose.prose import prose_claims
from auditor.extract.table.columns import Column
from auditor.extract.table.columns import Role
from auditor.extract.table.movedcells import parse_moved
from auditor.extract.table.outline import Outline
from auditor.extract.table.pairs import unpaired
from auditor.extract.table.tables import qualified
from auditor.extract.table.tables import table_claims
from auditor.extract.tiles import captioned
from auditor.extract.times.periods import single
from auditor.lexicon.fold import fold
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import facets_of
from auditor.lexicon.naming import marks
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.claim import Source
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Cell
from auditor.model.document import Document
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.model.period import NO_PERIOD
from auditor.model.period import Period
from auditor.model.quantity import Unit

_PROSE_IN_CELL = 8


def extract(document: Document, options: ReportOptions | None = None) -> Report:
    """Return all that a document claims; what a user says of it overrides what is recognised."""
    given = options or ReportOptions()
    who = profile(document, language=given.language, organisation=given.organisation, period=given.period)
    reader = _Reader(Context(document.name, who, marks=known_marks(document)))
    tiles, charts = captioned(document.elements), in_charts(document.elements)
    contents = contents_lines(document.elements)
    for index, element in enumerate(document.elements):
        if index in contents:
            continue
        if isinstance(element, Block) and index in charts:
            reader.chart(element, charts[index])
        elif isinstance(element, Block) and index in tiles:
            reader.take(replace(element, text=tiles[index]))
        else:
            reader.take(element)
    return Report(
        document.name,
        document.sha256,
        document.format,
        who.language,
        who.organisation,
        who.period,
        who.clock.calendar,
        _numbered(_in_units_of_tables(_certain(reader.claims, document)), document.name),
        notes(document),
        document.pages,
        document.pages_unread,
        document.lines,
        given.press,
        given.edition,
    )


@dataclass(slots=True)
class _Reader:
    """Walks the elements and keeps the outline, the unit of a figure and the columns of a table.

    ``tables`` is the number of the next table, ``last`` that of the one that may go on over the page.
    """

    context: Context
    claims: list[Claim] = field(default_factory=list)
    outline: dict[int, str] = field(default_factory=dict)
    unit: UnitText | None = None
    columns: tuple[Column, ...] = ()
    tables: int = 0
    last: int = 0
    rows: int = 0
    rows_above: Outline = field(default_factory=Outline)
    sentence: int = 0
    titled: bool = False

    def take(self, element: Block | Table) -> None:
        """Read one element."""
        if isinstance(element, Table):
            self._table(element)
        elif element.kind is not BlockKind.FURNITURE and element.text:
            self._block(element)

    def chart(self, block: Block, dated: Dated) -> None:
        """Read a number of a chart, which is of the year that it stands over."""
        headings = (*self.context.headings, dated.named) if dated.title else self.context.headings
        context = replace(self.context, headings=headings)
        found, self.sentence = figure_claims(
            block.text, dated.unit, context, self.sentence, titled=bool(dated.title and dated.unit)
        )
        year = single(fold(dated.year), self.context.profile.clock)
        self.claims.extend(
            replace(claim, period=year, notes=marks(dated.year), label=dated.title or claim.label)
            for claim in found
        )

    def _table(self, table: Table) -> None:
        rest, pairs = unpaired(table)
        if rest is not None:
            self._columns_of(rest)
        for pair in pairs:
            found, columns = table_claims(pair, self.tables, self.context)
            self.tables += 1
            self._take_claims(pair, found, columns, 0)

    def _columns_of(self, table: Table) -> None:
        """Read a table by its columns; one that goes on has the number of the part before."""
        goes_on = table.continued and self.tables > 0
        if not goes_on:
            self.last, self.rows, self.rows_above = self.tables, 0, Outline()
            self.tables += 1
        found, self.columns = table_claims(
            table, self.last, self.context, self.columns, self.rows_above, self.rows
        )
        found = self._told_apart(found, self.last) if goes_on else found
        self._take_claims(table, found, self.columns, self.rows)
        self.rows += table.rows

    def _told_apart(self, found: Sequence[Claim], number: int) -> tuple[Claim, ...]:
        """Return the claims of a later part of a table, told apart from rows of its earlier parts."""
        above = [claim for claim in self.claims if claim.seat and claim.seat.table == number]
        return tuple(qualified([*above, *found]))[len(above) :]

    def _take_claims(
        self, table: Table, found: Sequence[Claim], columns: Sequence[Column], above: int
    ) -> None:
        """Take the claims of a table, and read the sentences in its cells."""
        self.claims.extend(self._of_entity(found, table.caption.string))
        told = {claim.seat.row - above for claim in found if claim.seat}
        for cell, label in _cells_with_prose(table, columns, told):
            self._prose(cell.text, Source.TABLE, label, before=_period_over(cell, columns))

    def _block(self, block: Block) -> None:
        if block.kind is BlockKind.HEADING:
            self._open_heading(block)
            self.titled = True
        if block.kind is BlockKind.FIGURE:
            self.unit = unit_line(block.text.string) or self.unit
            found, self.sentence = figure_claims(
                block.text, self.unit, self.context, self.sentence, titled=self.titled
            )
            self.titled = False
            self.claims.extend(found)
            return
        if block.kind is not BlockKind.HEADING:
            self.unit, self.titled = None, False
        source = Source.FOOTNOTE if block.kind is BlockKind.NOTE else Source.PROSE
        self._prose(block.text, source, item=block.kind is BlockKind.ITEM)

    def _open_heading(self, block: Block) -> None:
        level = block.level or 1
        self.outline = {depth: text for depth, text in self.outline.items() if depth < level}
        self.outline[level] = " ".join(block.text.string.split())
        self.unit = bracketed_unit(block.text.string) or self.unit
        headings = tuple(self.outline[depth] for depth in sorted(self.outline))
        self.context = replace(self.context, headings=headings)

    def _prose(
        self, text: Text, source: Source, label: str = "", *, item: bool = False, before: Period = NO_PERIOD
    ) -> None:
        context = self.context
        if label:
            context = replace(context, headings=(*context.headings, label))
        found, self.sentence = prose_claims(text, source, context, self.sentence, before)
        self.claims.extend(_of_item(claim) if item else claim for claim in self._of_entity(found))

    def _of_entity(self, claims: Iterable[Claim], caption: str = "") -> Iterator[Claim]:
        """Yield claims with the entity in their scope that a caption or heading narrows them to."""
        told = (
            dict(facets_of(clean(text))).get("consolidation")
            for text in (caption, *self.context.headings[::-1])
        )
        entity = next((value for value in told if value), "")
        for claim in claims:
            yield replace(claim, scope=f"{claim.scope} {entity}".strip()) if entity else claim


def _certain(claims: Sequence[Claim], document: Document) -> list[Claim]:
    return with_base_year(with_resolved(in_report_currency(claims, document)), document)


def _in_units_of_tables(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims; a rate that prose tells without its unit has the one of the tables.

    率为1.42 beside a table that gives 1.42 次/百万工时: the unit is left out, not another one meant.
    """
    told: dict[str, set[Unit]] = {}
    for claim in claims:
        if claim.source is Source.TABLE and claim.metric.known and claim.quantity.unit.dimension:
            told.setdefault(claim.metric.id, set()).add(claim.quantity.unit)
    return [_with_unit(claim, told.get(claim.metric.id, set())) for claim in claims]


def _with_unit(claim: Claim, told: Collection[Unit]) -> Claim:
    bare = claim.quantity.unit.dimension == "" and claim.source is not Source.TABLE and claim.metric.known
    if not bare or len(told) != 1 or metrics().entry(claim.metric.base).nature != "ratio":
        return claim
    return replace(claim, quantity=replace(claim.quantity, unit=next(iter(told))))


def _of_item(claim: Claim) -> Claim:
    """Return a claim of a list item: unless it says when, it speaks of what its heading names."""
    dated = regex.search(r"(?:19|20)[0-9]{2}", claim.context)
    return claim if dated else replace(claim, confidence="weak")


def _cells_with_prose(
    table: Table, columns: Sequence[Column], rows: Collection[int]
) -> Iterator[tuple[Cell, str]]:
    """Yield the cells that hold sentences, each with the label of its row; ``rows`` tell numbers."""
    for cell in table.cells:
        text = cell.text.string.strip()
        role = columns[cell.column].role if cell.column < len(columns) else Role.TEXT
        is_label = role in (Role.LABEL, Role.UNIT, Role.NOTE) and (
            cell.row in rows or len(text) < _PROSE_IN_CELL
        )
        if is_label or len(text) < _PROSE_IN_CELL or cell.row < table.header_rows:
            continue
        moved = role is Role.CHANGE and parse_moved(text) is not None
        if (parse_cell(text) is None and not moved) or role is Role.TEXT:
            first = next((item for item in table.cells if item.row == cell.row and item.column == 0), None)
            label = first.text.string.strip() if first and first is not cell else ""
            yield (cell, label[:40])


def _period_over(cell: Cell, columns: Sequence[Column]) -> Period:
    """Return the period that the head over a cell names; a cell over several columns has none."""
    if cell.colspan > 1 or cell.column >= len(columns) or columns[cell.column].unsure:
        return NO_PERIOD
    return columns[cell.column].period


def _numbered(claims: Sequence[Claim], report: str) -> tuple[Claim, ...]:
    """Number the claims in reading order and give each its stable key."""
    seen: Counter[str] = Counter()
    result: list[Claim] = []
    for number, claim in enumerate(claims, 1):
        identity = "|".join(
            (
                claim.metric.id,
                claim.scope,
                claim.period.code,
                claim.change.value,
                claim.source.value,
                claim.quantity.unit.dimension,
                claim.folded if claim.metric.known else "",
                claim.heading,
            )
        )
        digest = hashlib.sha256(identity.encode()).hexdigest()[:12]
        seen[digest] += 1
        key = digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
        result.append(replace(claim, ref=f"{report}#{number}", no=number, key=key))
    return tuple(result)
