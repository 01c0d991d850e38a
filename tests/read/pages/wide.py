"""Made tables with what design reports add: codes, row numbers, signs in columns of their own, heads of two lines.

Each variant takes a made table and returns it with its truth moved along.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from opencc import OpenCC

from tests.read.pages import vocabulary
from tests.read.pages.make import make_style
from tests.read.pages.make import make_table
from tests.read.pages.truth import WIDE_RULINGS
from tests.read.pages.truth import Figure
from tests.read.pages.truth import Made
from tests.read.pages.truth import Printed
from tests.read.pages.truth import Style

Variant = Callable[[Made, Random], Made]
#: Rulings without upright rules: only there a sign has a column that no rule parts from its number.
_OPEN = frozenset(("halfruled", "zebra", "borderless", "bands", "sums", "boxed", "dotted", "pieces"))
_RULED = frozenset(("ruled", "bars", "pieces", "tiles"))


def make_wide(seed: int) -> tuple[Made, Style]:
    """Return the table of a seed with one or two variants, and how it is drawn."""
    random = Random(f"wide {seed}")  # noqa: S311
    made, style = make_table(seed), make_style(seed)
    middle = random.random() < 0.4
    style = replace(style, ruling=_ruling(made, random), middle=middle, bottom=random.random() < 0.5)
    for name in random.sample(sorted(VARIANTS), random.choice((1, 1, 2))):
        if name not in _SIGNS or style.ruling in _OPEN:
            made = VARIANTS[name](made, random)
    return made, style


def _ruling(made: Made, random: Random) -> str:
    """Return a ruling that tells how far merged cells reach."""
    merged = any(cell.rowspan > 1 and cell.kind != "head" for cell in made.cells)
    return random.choice([ruling for ruling in WIDE_RULINGS if not merged or ruling in _RULED])


def _insert(made: Made, at: int) -> list[Printed]:
    """Return the cells with an empty column put in before another; what reaches over its place grows."""
    found = []
    for cell in made.cells:
        over = cell.column < at < cell.column + cell.colspan
        step = int(cell.column >= at)
        found.append(replace(cell, column=cell.column + step, colspan=cell.colspan + int(over)))
    return found


def _with_column(made: Made, at: int, cells: list[Printed]) -> Made:
    return replace(made, cells=[*_insert(made, at), *cells], columns=made.columns + 1)


def unit_last(made: Made, _: Random) -> Made:
    """Put the column of units behind the values."""
    kinds = made.kinds()
    if "unit" not in kinds:
        return made
    at, last = kinds.index("unit"), made.columns - 1
    cells = []
    for cell in made.cells:
        if cell.column == at and cell.colspan == 1:
            cells.append(replace(cell, column=last))
        else:
            cells.append(replace(cell, column=cell.column - int(cell.column > at)))
    return replace(made, cells=cells)


def _fronted(made: Made, head: str, named: dict[int, str]) -> Made:
    """Return the table with a column of codes in front; ``named`` says them by row."""
    heads = [Printed(0, 0, head, made.head_rows, kind="head", bold=True)]
    codes = [Printed(row, 0, text, kind="code") for row, text in named.items()]
    cells = [
        replace(cell, column=0, colspan=cell.colspan + 1)
        if cell.kind == "section" and cell.colspan > 1
        else replace(cell, column=cell.column + 1)
        for cell in made.cells
    ]
    rows = {cell.text: cell.row for cell in made.cells if cell.kind == "value"}
    figures = [
        replace(f, labels=(named[rows[f.text]], *f.labels)) if rows[f.text] in named else f
        for f in made.figures
    ]
    return replace(
        made,
        cells=[*heads, *codes, *cells],
        figures=figures,
        columns=made.columns + 1,
        labels=made.labels + 1,
    )


def _body(made: Made) -> list[int]:
    """Return the rows with values."""
    return sorted({cell.row for cell in made.cells if cell.kind == "value"})


def numbered(made: Made, _: Random) -> Made:
    """Number the rows in a column of their own."""
    if made.labels > 1:
        return made
    head = _say("序号", made) if made.language != "en" else "No."
    return _fronted(made, head, {row: str(index) for index, row in enumerate(_body(made), start=1)})


def coded(made: Made, random: Random) -> Made:
    """Put the codes of the indicators in a column of their own."""
    if made.labels > 1:
        return made
    form = random.choice(("A{}.{}", "GRI 30{}-{}", "E{}-{}"))
    head = _say("指标编号", made) if made.language != "en" else "Code"
    codes = {row: form.format(1 + index // 4, 1 + index % 4) for index, row in enumerate(_body(made))}
    return _fronted(made, head, codes)


def remarked(made: Made, random: Random) -> Made:
    """Put remarks behind the values of some rows."""
    last = made.columns
    words = "zh" if made.language != "en" else "en"
    cells = [
        Printed(0, last, _say(vocabulary.REMARK_HEADS[words], made), made.head_rows, kind="head", bold=True)
    ]
    cells += [
        Printed(row, last, _say(random.choice(vocabulary.REMARKS[words]), made), kind="remark")
        for row in _body(made)
        if random.random() < 0.5
    ]
    if len(cells) == 1:
        return made
    grown = [
        replace(cell, colspan=cell.colspan + 1) if cell.kind == "section" and cell.colspan > 1 else cell
        for cell in made.cells
    ]
    return replace(made, cells=[*grown, *cells], columns=last + 1)


def changed(made: Made, random: Random) -> Made:
    """Put how far each value has changed behind the last."""
    if made.head_rows > 1:
        return made
    last = made.columns
    words = "zh" if made.language != "en" else "en"
    head = _say(random.choice(vocabulary.CHANGE_HEADS[words]), made)
    grown = [
        replace(cell, colspan=cell.colspan + 1) if cell.kind == "section" and cell.colspan > 1 else cell
        for cell in made.cells
    ]
    found = replace(made, cells=grown, columns=last + 1, figures=list(made.figures))
    found.cells.append(Printed(0, last, head, kind="head", bold=True))
    for row in _body(made):
        labels = next((f.labels for f in made.figures if _row_of(made, f) == row), None)
        if labels is None:
            continue
        text = f"{random.choice(('', '-', '+'))}{random.uniform(0.1, 60):.2f}%"
        found.cells.append(Printed(row, last, text, kind="value"))
        found.figures.append(Figure(text, labels, (head,), "?", "", level=False))
    return found


def _row_of(made: Made, figure: Figure) -> int:
    return next(cell.row for cell in made.cells if cell.kind == "value" and cell.text == figure.text)


def currency(made: Made, random: Random) -> Made:
    """Put a sign of currency in a narrow column before each column of values."""
    sign = random.choice(("$", "¥", "US$", "€"))
    made = _plain(made)
    for at in [k for k, kind in enumerate(made.kinds()) if kind == "value"][::-1]:
        rows = [c.row for c in made.cells if c.column == at and c.kind == "value" and c.text[0] not in "-—/N"]
        cells = [Printed(row, at, sign, kind="sign") for row in rows]
        made = _headed(_with_column(made, at, cells), at, at + 1)
    return made


def percent(made: Made, _: Random) -> Made:
    """Put the signs of percentages in a narrow column behind the values."""
    for at in [k for k, kind in enumerate(made.kinds()) if kind == "value"][::-1]:
        shares = [c for c in made.cells if c.column == at and c.kind == "value" and c.text.endswith("%")]
        if not shares:
            continue
        cells = [Printed(cell.row, at + 1, "%", kind="sign", mark=cell.mark) for cell in shares]
        made = _headed(_with_column(made, at + 1, cells), at + 1, at)
        made.cells = [
            replace(c, text=c.text[:-1], mark="")
            if c.column == at and c.kind == "value" and c.text[-1] == "%"
            else c
            for c in made.cells
        ]
    figures = [replace(f, text=f.text.rstrip("%")) for f in made.figures]
    return replace(made, figures=figures)


def _headed(made: Made, sign: int, values: int) -> Made:
    """Return the table with the head of a column of values reaching over its signs, and longer sections."""
    first = min(sign, values)
    cells = []
    for cell in made.cells:
        if (
            cell.kind == "head"
            and cell.column == values
            and not any(
                other.kind == "head"
                and other.row == cell.row
                and other.column <= sign < other.column + other.colspan
                for other in made.cells
            )
        ):
            cells.append(replace(cell, column=first, colspan=cell.colspan + 1))
        elif cell.kind == "section" and cell.column + cell.colspan == made.columns - 1 and cell.colspan > 1:
            cells.append(replace(cell, colspan=made.columns - cell.column))
        else:
            cells.append(cell)
    return replace(made, cells=cells)


def _plain(made: Made) -> Made:
    """Return a table whose percentages are none: its values may be money."""
    cells = [replace(c, text=c.text.rstrip("%")) if c.kind == "value" else c for c in made.cells]
    cells = [replace(c, text="-") if c.kind == "unit" and c.text == "%" else c for c in cells]
    figures = [replace(f, text=f.text.rstrip("%"), unit="?") for f in made.figures]
    return replace(made, cells=cells, figures=figures)


def two_lines(made: Made, random: Random) -> Made:
    """Print the heads over values in two lines."""
    form = random.choice(vocabulary.TWO_LINES["zh" if made.language != "en" else "en"])
    return _renamed(
        made, lambda text: _say(form.format(text[-4:] if text.startswith("FY") else text[:4]), made)
    )


def _renamed(made: Made, name: Callable[[str], str]) -> Made:
    """Return the table with the heads that are years printed otherwise."""
    years = {c.text: name(c.text) for c in made.cells if c.kind == "head" and "202" in c.text}
    cells = [replace(c, text=years.get(c.text, c.text)) if c.kind == "head" else c for c in made.cells]
    figures = [replace(f, heads=tuple(years.get(head, head) for head in f.heads)) for f in made.figures]
    return replace(made, cells=cells, figures=figures)


def bilingual(made: Made, _: Random) -> Made:
    """Print labels with their English below."""
    if made.language == "en":
        return made
    known = {_say(label, made): english for label, english in vocabulary.BOTH.items()}

    def both(text: str) -> str:
        plain = text.removeprefix("- ")
        return f"{text}\n{known[plain]}" if plain in known else text

    cells = [
        replace(c, text=both(c.text)) if c.kind in {"label", "head", "section"} else c for c in made.cells
    ]
    figures = [
        replace(f, labels=tuple(map(both, f.labels)), heads=tuple(map(both, f.heads))) for f in made.figures
    ]
    return replace(made, cells=cells, figures=figures)


def blanks(made: Made, random: Random) -> Made:
    """Say in words where there is no value."""
    words = vocabulary.BLANKS["zh" if made.language != "en" else "en"]
    none = frozenset(("-", "N/A", "—", "/"))
    cells = [
        replace(c, text=_say(random.choice(words), made)) if c.kind == "value" and c.text in none else c
        for c in made.cells
    ]
    return replace(made, cells=cells)


def totals(made: Made, _: Random) -> Made:
    """Print the values of totals as bold as their labels."""
    bold = {c.row for c in made.cells if c.bold and c.kind == "label"}
    cells = [replace(c, bold=True) if c.kind == "value" and c.row in bold else c for c in made.cells]
    return replace(made, cells=cells)


def _say(text: str, made: Made) -> str:
    return OpenCC("s2hk").convert(text) if made.language == "zh-Hant" else text


VARIANTS: dict[str, Variant] = {
    "unit_last": unit_last,
    "numbered": numbered,
    "coded": coded,
    "remarked": remarked,
    "changed": changed,
    "currency": currency,
    "percent": percent,
    "two_lines": two_lines,
    "bilingual": bilingual,
    "blanks": blanks,
    "totals": totals,
}
_SIGNS = frozenset(("currency", "percent"))
