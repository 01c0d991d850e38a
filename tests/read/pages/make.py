"""Random tables as reports print them, each with its truth; one seed gives one table."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from functools import cache
from random import Random

from opencc import OpenCC

from tests.read.pages import vocabulary
from tests.read.pages.truth import ALIGNS
from tests.read.pages.truth import RULINGS
from tests.read.pages.truth import Figure
from tests.read.pages.truth import Made
from tests.read.pages.truth import Printed
from tests.read.pages.truth import Style

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
YEAR = 2024
#: Rulings with a rule under each row.
_RULED = frozenset(("ruled", "bars", "pieces"))


@cache
def _traditional() -> OpenCC:
    return OpenCC("s2hk")


@dataclass(slots=True)
class _Line:
    """A row before it is laid out."""

    kind: str  # section, parent, row, total
    label: str
    unit: str = ""
    unit_id: str = "?"
    numbers: str = ""
    level: int = 0
    group: str = ""
    parent: str = ""


@dataclass(slots=True)
class _Plan:
    """The choices for one table."""

    random: Random
    language: str
    unit_place: str  # column, merged, title, label
    heads: str  # years, groups, groups-below
    years: list[int]
    groups: tuple[str, ...]
    year_form: str
    children: str  # indent, dash
    category: bool
    marks: bool
    lines: list[_Line] = field(default_factory=list)

    @property
    def words(self) -> str:
        return self.language[:2]


def make_table(seed: int) -> Made:
    """Return the table of a seed."""
    random = Random(seed)  # noqa: S311
    plan = _plan(random)
    if plan.unit_place == "merged" and RULINGS[seed % len(RULINGS)] not in _RULED:
        plan.unit_place = "column"  # nothing but a rule tells how far a merged unit reaches
    plan.lines = _lines(plan)
    return _Setter(plan).made()


def make_style(seed: int) -> Style:
    """Return how the table of a seed is drawn; a table with categories has a rule under each row."""
    random = Random(f"style {seed}")  # noqa: S311
    ruling = RULINGS[seed % len(RULINGS)]
    if make_table(seed).labels > 1 and ruling not in _RULED:
        ruling = "pieces"
    return Style(
        ruling,
        random.choice(ALIGNS),
        random.random() < 0.6,
        random.choice((7.5, 8.0, 9.0, 10.0)),
        random.random() < 0.5,
        random.choice(("", "", "", "", "landscape", "rotated")),
    )


def _plan(random: Random) -> _Plan:
    language = random.choice(LANGUAGES)
    words = language[:2]
    heads = random.choice(("years", "years", "years", "groups", "groups-below"))
    count = random.choice((2, 3, 4)) if heads == "years" else 2
    groups = random.choice(vocabulary.GROUPS[words]) if heads != "years" else ()
    years = [YEAR - k for k in range(count)]
    if random.random() < 0.5:
        years.reverse()
    return _Plan(
        random,
        language,
        random.choice(("column", "column", "merged", "title", "label")),
        heads,
        years,
        groups,
        random.choice(vocabulary.YEARS[words]),
        random.choice(("indent", "dash")),
        random.random() < 0.2,
        random.random() < 0.5,
    )


def _lines(plan: _Plan) -> list[_Line]:
    """Return rows of two to four blocks; one unit for all where the title gives it."""
    random = plan.random
    blocks = list(vocabulary.CHINESE if plan.words == "zh" else vocabulary.ENGLISH)
    random.shuffle(blocks)
    if plan.unit_place == "title":
        return _one_unit(plan, blocks)
    found: list[_Line] = []
    for title, rows in blocks[: random.choice((2, 3, 3, 4))]:
        chosen = random.sample(rows, random.randint(2, len(rows)))
        if not plan.category:
            found.append(_Line("section", title))
        for label, unit, unit_id, numbers in chosen:
            found.append(_Line("row", label, unit, unit_id, numbers, group=title))
        if random.random() < 0.5:
            found += _family(plan, title, chosen[0])
    return found


def _family(plan: _Plan, title: str, row: tuple[str, str, str, str]) -> list[_Line]:
    """Return a parent without values and its children."""
    name, children = plan.random.choice(vocabulary.OF_WHICH[plan.words])
    _, unit, unit_id, numbers = row
    parent = f"{name}（{title}）" if plan.words == "zh" else f"{name} ({title.lower()})"
    return [
        _Line("parent", parent, unit, group=title),
        *(_Line("row", child, unit, unit_id, numbers, 1, title, parent) for child in children),
    ]


def _one_unit(plan: _Plan, blocks: list[vocabulary.Block]) -> list[_Line]:
    rows = [row for _, rows in blocks for row in rows]
    unit = plan.random.choice([row[1] for row in rows if row[3] in {"large", "money", "count"}])
    chosen = [row for row in rows if row[1] == unit]
    found = [_Line("row", label, unit, unit_id, numbers) for label, unit, unit_id, numbers in chosen]
    found += _family(plan, blocks[0][0], chosen[0])
    total = vocabulary.TOTALS[plan.words]
    found.append(_Line("total", total, unit, chosen[0][2], chosen[0][3]))
    plan.category = False
    return found


class _Setter:
    """Lays a plan out as a grid and writes the truth beside it."""

    def __init__(self, plan: _Plan) -> None:
        self.plan = plan
        self.random = plan.random
        self.labels = 2 if plan.category else 1
        self.units = plan.unit_place in {"column", "merged"}
        self.first = self.labels + self.units
        self.cells: list[Printed] = []
        self.figures: list[Figure] = []
        self.used: set[str] = set()
        self.notes: list[tuple[str, str]] = []
        self.said: list[str] = []
        self.parents: list[tuple[str, str]] = []

    def made(self) -> Made:
        plan = self.plan
        words = plan.words
        title = self._say(self.random.choice(vocabulary.TITLES[words]))
        heads, head_rows = self._heads()
        unit = plan.lines[0].unit if plan.unit_place == "title" else ""
        unit_line = (f"单位：{unit}" if words == "zh" else f"Unit: {unit}") if unit else ""
        for index, line in enumerate(plan.lines):
            self._row(head_rows + index, line, heads)
        self._merge(head_rows)
        columns = self.first + len(heads)
        notes = [(mark, self._say(text)) for mark, text in self.notes]
        return Made(
            plan.language, title, self._say(unit_line), columns, head_rows + len(plan.lines), head_rows,
            self.cells, self.figures, notes, self.labels, [], self.parents,
        )  # fmt: skip

    def _say(self, text: str) -> str:
        return _traditional().convert(text) if self.plan.language == "zh-Hant" else text

    def _mark(self, share: float) -> str:
        texts = vocabulary.NOTES[self.plan.words]
        if not self.plan.marks or len(self.notes) >= len(texts) or self.random.random() > share:
            return ""
        self.notes.append((str(len(self.notes) + 1), texts[len(self.notes)]))
        return self.notes[-1][0]

    def _heads(self) -> tuple[list[tuple[tuple[str, ...], str]], int]:
        """Print the heads; return head path and period of each value column, and the number of head rows."""
        plan, words = self.plan, self.plan.words
        years = [plan.year_form.format(year) for year in plan.years]
        periods = [f"CY{year}" for year in plan.years]
        deep = 1 if plan.heads == "years" else 2
        corner = self._say(self.random.choice(vocabulary.HEADS[words]))
        self.cells.append(Printed(0, 0, corner, deep, self.labels, kind="head", bold=True))
        if self.units:
            text = self._say(self.random.choice(vocabulary.UNIT_HEADS[words]))
            self.cells.append(Printed(0, self.labels, text, deep, 1, kind="head", bold=True))
        if deep == 1:
            return self._year_heads(years, periods), 1
        groups = [self._say(group) for group in plan.groups]
        over, under = (groups, years) if plan.heads == "groups" else (years, groups)
        found = []
        for index, text in enumerate(over):
            at = self.first + index * len(under)
            self.cells.append(Printed(0, at, text, 1, len(under), kind="head", bold=True))
            for step, below in enumerate(under):
                self.cells.append(Printed(1, at + step, below, kind="head", bold=True))
                period = periods[step if plan.heads == "groups" else index]
                found.append(((text, below), period))
        return found, 2

    def _year_heads(self, years: list[str], periods: list[str]) -> list[tuple[tuple[str, ...], str]]:
        for index, year in enumerate(years):
            mark = self._mark(0.1)
            self.cells.append(Printed(0, self.first + index, year, mark=mark, kind="head", bold=True))
        return [((year,), period) for year, period in zip(years, periods, strict=True)]

    def _row(self, row: int, line: _Line, heads: list[tuple[tuple[str, ...], str]]) -> None:
        plan = self.plan
        label = self._say(line.label)
        if plan.unit_place == "label" and line.unit and not line.level:
            label += f"（{self._say(line.unit)}）" if plan.words == "zh" else f" ({line.unit})"
        if line.kind == "section":
            wide = self.random.random() < 0.7
            self.cells.append(
                Printed(row, 0, label, 1, self.first + len(heads) if wide else 1, bold=True, kind="section")
            )
            return
        mark = self._mark(0.25)
        dash = line.level and plan.children == "dash"
        shown = f"- {label}" if dash else label
        indent = 0 if dash else line.level
        bold = line.kind == "total"
        self.cells.append(Printed(row, self.labels - 1, shown, mark=mark, indent=indent, bold=bold))
        if line.parent:
            self.parents.append((label, self._say(line.parent)))
        if line.kind == "parent":
            return
        if self.units:
            self.cells.append(Printed(row, self.labels, self._say(line.unit), kind="unit"))
        labels = (self._say(line.group), label) if plan.category else (label,)
        for index, (path, period) in enumerate(heads):
            self._figure(row, index, line, Figure("", labels, path, line.unit_id, period, "", mark))

    def _figure(self, row: int, index: int, line: _Line, bare: Figure) -> None:
        chance = self.random.random()
        if chance < 0.04:
            return
        if chance < 0.1:
            text = self.random.choice(("-", "N/A", "—", "/"))
            self.cells.append(Printed(row, self.first + index, text, kind="value"))
            return
        text = self._number(line.numbers)
        mark = self._mark(0.02)
        self.cells.append(Printed(row, self.first + index, text, mark=mark, kind="value"))
        self.figures.append(
            Figure(text, bare.labels, bare.heads, bare.unit, bare.period, mark, bare.label_mark)
        )

    def _number(self, kind: str) -> str:
        while True:
            text = _numeral(self.random, kind)
            if text not in self.used:
                self.used.add(text)
                return text

    def _merge(self, head_rows: int) -> None:
        """Merge the units that repeat, and the categories of a table with two label columns."""
        lines = self.plan.lines
        if self.plan.unit_place == "merged":
            units = [cell for cell in self.cells if cell.kind == "unit"]
            self.cells = [cell for cell in self.cells if cell.kind != "unit"]
            self.cells += _merged(units)
        if self.plan.category:
            groups = [
                Printed(head_rows + index, 0, self._say(line.group)) for index, line in enumerate(lines)
            ]
            self.cells += _merged(groups)


def _merged(cells: list[Printed]) -> list[Printed]:
    """Return cells of one column with equal neighbours as one cell over their rows."""
    found: list[Printed] = []
    for cell in cells:
        last = found[-1] if found else None
        if last is not None and last.text == cell.text and last.row + last.rowspan == cell.row:
            found[-1] = Printed(last.row, last.column, last.text, last.rowspan + 1, kind=last.kind)
        else:
            found.append(cell)
    return found


def _numeral(random: Random, kind: str) -> str:
    if kind == "large":
        return f"{random.randint(1000, 9_999_999):,}"
    if kind == "decimal":
        return f"{random.uniform(1, 90000):,.2f}"
    if kind == "share":
        return f"{random.uniform(1, 99):.2f}%"
    if kind == "small":
        return f"{random.uniform(0, 9):.3f}"
    if kind == "money":
        text = f"{random.uniform(100, 999_999):,.2f}"
        return f"({text})" if random.random() < 0.2 else text
    return f"{random.randint(100, 99999):,}"
