"""A page or line as it was understood: blocks, grids, footnotes, claims and doubts."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator

from auditor.lexicon.tongue import tell
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Document
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.model.place import Place
from auditor.render.cells import plain

Here = Callable[[Place], bool]


def view(
    document: Document, report: Report, *, page: int | None = None, line: int | None = None
) -> Iterator[str]:
    """Return the lines that tell what was read on a page (1-based) or at a line (1-based)."""

    def here(place: Place) -> bool:
        return place.page == page if page is not None else place.line == line

    where = f"page {page}" if page is not None else f"line {line}"
    yield f"{document.name}  {where}  ({report.format}, {report.language}, {report.period or 'no period'})"
    elements = [item for item in document.elements if _touches(item, here)]
    for item in elements:
        yield from _table(item) if isinstance(item, Table) else _block(item)
    if not elements:
        yield f"nothing was read on {where}"
    yield from _section("claims", map(_claim, (claim for claim in report.claims if here(claim.place))))
    doubts = (doubt for doubt in document.doubts if here(doubt.place))
    yield from _section("doubts", (f"{doubt.code}  {doubt.place}  {tell(doubt.detail)}" for doubt in doubts))


def _touches(item: Block | Table, here: Here) -> bool:
    texts = [item.text] if isinstance(item, Block) else [cell.text for cell in item.cells]
    return any(here(place) for text in texts for place in _places(text))


def _places(text: Text) -> Iterator[Place]:
    return (piece.place for piece in text.pieces)


def _block(block: Block) -> Iterator[str]:
    kind = f"{block.kind.value} {block.level}" if block.kind is BlockKind.HEADING else block.kind.value
    mark = f" {block.mark}" if block.mark else ""
    yield f"[{kind}{mark}] {block.place}  {_one_line(block.text.string)}"


def _table(table: Table) -> Iterator[str]:
    told = [f"{table.rows} rows x {table.columns} columns", f"{table.header_rows} head"]
    told += [f"unit {table.unit}"] if table.unit else []
    told += ["continued"] if table.continued else []
    yield f"[table] {table.place}  {', '.join(told)}  {_one_line(table.caption.string)}".rstrip()
    for number, row in enumerate(table.grid()):
        cells = (_one_line(cell.text.string) if cell else "" for cell in row)
        yield f"  {number:>3}{'=' if number < table.header_rows else ' '}| {' | '.join(cells)}"


def _claim(claim: Claim) -> str:
    quantity = claim.quantity
    unit = quantity.unit.id or quantity.unit_text
    parts = [
        f"#{claim.no}",
        claim.metric.id,
        claim.period.code or "no period",
        f"{plain(quantity.value)} {unit}".rstrip(),
        f"in {quantity.interval}",
    ]
    parts += [f"scope {claim.scope}"] if claim.scope else []
    parts += [claim.change.value] if claim.change else []
    parts += [f"notes {';'.join(claim.notes)}"] if claim.notes else []
    return "  ".join([*parts, f"「{quantity.text}」", claim.key])


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    told = list(lines)
    yield f"{title}: {len(told)}"
    yield from (f"  {line}" for line in told)


def _one_line(string: str) -> str:
    return " ".join(string.split())
