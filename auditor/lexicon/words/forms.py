"""Tables of prescribed form: ``forms.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from auditor.lexicon.fold import fold
from auditor.lexicon.load import contents


@dataclass(frozen=True, slots=True)
class Form:
    """A layout: the name of each column with the pattern of its head, and the arithmetic over these names.

    ``missing`` are the columns that a table need not have.
    """

    id: str
    kind: str
    formula: str
    heads: tuple[tuple[str, re.Pattern[str]], ...]
    missing: frozenset[str]

    @property
    def result(self) -> str:
        """Return the name of the column that the formula works out."""
        return self.formula.partition("=")[0].strip()

    @property
    def tokens(self) -> tuple[str, ...]:
        """Return what should give the result: names, numbers, brackets and signs, left to right."""
        return tuple(re.findall(r"\w+|[()+*/-]", self.formula.partition("=")[2]))


@cache
def prescribed() -> tuple[Form, ...]:
    """Return the forms of ``forms.toml``, in the order of the file."""
    return tuple(
        Form(
            form["id"],
            form["kind"],
            form["formula"].replace("?", ""),
            tuple((name, re.compile(fold(pattern))) for name, pattern in form["heads"].items()),
            frozenset(re.findall(r"(\w+)\?", form["formula"])),
        )
        for form in contents("forms.toml")["form"]
    )
