"""The door to XlsxWriter: text stays text, numbers become floats here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from auditor.render.formulas import Live

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_GUARD = re.compile(r"^'(?=\s*[=+@＝＋－＠-])")
#: What a spreadsheet takes into one cell, and into one sheet besides its head.
_LONGEST, _LINKS = 32_000, 60_000


@cache
def _plain_sheet() -> Any:  # noqa: ANN401  # xlsxwriter is untyped
    """Return a sheet whose formulas are written as they are: none names a function of newer spreadsheets."""
    from xlsxwriter.worksheet import Worksheet

    class Plain(Worksheet):  # type: ignore[misc]
        def _prepare_formula(self, formula: str, _: bool = False) -> str:
            return formula.removeprefix("=")

    return Plain


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters, and whether its plain decimals are numbers."""

    name: str
    width: int = 14
    number: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to a place in the workbook."""

    text: str
    target: str


class Book:
    """A workbook that is being written."""

    def __init__(self, file: Any) -> None:  # noqa: ANN401  # xlsxwriter is untyped
        self._file = file
        self._links = 0
        head = {"bold": True, "bg_color": "#E8ECF2", "border": 1, "border_color": "#C8D0DA", "valign": "top"}
        self._head = file.add_format(head)
        self._text = file.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self._value = file.add_format({"valign": "top"})
        self._link = file.add_format(
            {"font_color": "#1B5FB0", "underline": 1, "text_wrap": True, "valign": "top"}
        )
        self._formula = file.add_format({"font_color": "#1F6F43", "valign": "top"})

    @staticmethod
    def letter(column: int) -> str:
        """Return ``AA`` for column 26 (0-based)."""
        letters = ""
        column += 1
        while column:
            column, rest = divmod(column - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return letters

    @classmethod
    def name(cls, row: int, column: int) -> str:
        """Return ``C7`` for row 7 (1-based) and column 2 (0-based)."""
        return f"{cls.letter(column)}{row}"

    def table(
        self,
        name: str,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Any]],
        *,
        frozen: int = 0,
        filtered: bool = True,
    ) -> int:
        """Add a sheet with heads in its first row, which stays in sight; return its last row (0-based)."""
        sheet = self._file.add_worksheet(name, _plain_sheet())
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, column.name, self._head)
        for number, row in enumerate(rows, 1):
            for place, cell in enumerate(row):
                self._write(sheet, number, place, cell, number_column=columns[place].number)
        sheet.freeze_panes(1, frozen)
        if filtered and rows:
            sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        return len(rows)

    def _write(self, sheet: Any, row: int, column: int, cell: Any, *, number_column: bool) -> None:  # noqa: ANN401
        if isinstance(cell, Live):
            value = float(cell.value) if isinstance(cell.value, Decimal) else cell.value
            sheet.write_formula(row, column, cell.formula, self._formula, value)
        elif isinstance(cell, Link) and self._links < _LINKS:
            self._links += 1
            sheet.write_url(row, column, cell.target, self._link, cell.text[:_LONGEST])
        elif isinstance(cell, Link):
            sheet.write_string(row, column, cell.text[:_LONGEST], self._text)
        elif number_column and _NUMBER.fullmatch(cell):
            sheet.write_number(row, column, float(Decimal(cell)), self._value)
        elif cell:
            # the apostrophe that guards a CSV cell would be seen here, where text is text
            sheet.write_string(row, column, _GUARD.sub("", cell)[:_LONGEST], self._text)

    def cell(self, name: str, row: int, column: int, text: str) -> None:
        """Write text into a cell, row and column 0-based."""
        self._file.get_worksheet_by_name(name).write_string(row, column, text, self._text)

    def number(self, name: str, row: int, column: int, text: str) -> None:
        """Write a plain decimal as a number, row and column 0-based."""
        self._file.get_worksheet_by_name(name).write_number(row, column, float(Decimal(text)), self._value)

    def choices(self, name: str, column: int, choices: Sequence[str], rows: int) -> None:
        """Let a column be filled from a list; anything else may still be typed after a warning."""
        if rows:
            rule = {"validate": "list", "source": list(choices), "error_type": "warning"}
            self._file.get_worksheet_by_name(name).data_validation(1, column, rows, column, rule)

    def coloured(self, name: str, column: int, rows: int) -> None:
        """Colour severities."""
        self._colours(
            name, column, rows, {"error": ("#FCEBEA", "#B3261E"), "warning": ("#FDF3DC", "#8A5900")}
        )

    def verdicts(self, name: str, column: int, rows: int) -> None:
        """Colour verdicts."""
        colours = {"flagged": ("#FCEBEA", "#B3261E"), "undecided": ("#F0EBF8", "#5E4690")}
        self._colours(name, column, rows, colours)

    def _colours(self, name: str, column: int, rows: int, colours: dict[str, tuple[str, str]]) -> None:
        sheet = self._file.get_worksheet_by_name(name)
        for word, (ground, ink) in colours.items():
            look = self._file.add_format({"bg_color": ground, "font_color": ink})
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
            if rows:
                sheet.conditional_format(1, column, rows, column, rule)

    def hide(self, name: str) -> None:
        """Take a sheet out of sight."""
        self._file.get_worksheet_by_name(name).very_hidden()
