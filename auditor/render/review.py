"""What a reviewer wrote into findings.csv lives on in the next run."""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from decimal import Decimal
from functools import cache

from auditor.lexicon.tongue import in_all_tongues
from auditor.lexicon.tongue import say
from auditor.model.finding import Finding
from auditor.render.reviewfile import status_word

COLUMNS = ("status", "reviewer", "reviewed_on", "comment")
OPEN, RESOLVED = "open", "resolved"
#: Decisions after which a finding no longer counts for the exit code.
SETTLED = ("accepted", "false_alarm")

#: How the comment of a resolved row keeps the status that a person had given it.
EARLIER = "〔原状态：{status}〕"
#: What the tool itself adds to a comment.
_QUOTE = re.compile(r"〔[^〔〕]*(〔[^〔〕]*〕[^〔〕]*)*〕")
_NUMBER = re.compile(r"-?[0-9][0-9,]*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_MINUS = re.compile(r"[−–?](?=[0-9])")
#: The figures of a finding on which a decision rests.
_FIGURES = ("stated", "expected")


@dataclass(frozen=True, slots=True)
class Decision:
    """The cells of one finding that belong to the reviewer."""

    status: str = OPEN
    reviewer: str = ""
    reviewed_on: str = ""
    comment: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the cells in the order of `COLUMNS`."""
        return self.status, self.reviewer, self.reviewed_on, self.comment

    @property
    def touched(self) -> bool:
        """Return whether a person decided or wrote anything."""
        return self.status != OPEN or any(self.cells[1:])

    @property
    def decided(self) -> bool:
        """Return whether a person decided."""
        return self.status not in {OPEN, RESOLVED}

    @property
    def own_words(self) -> tuple[str, ...]:
        """Return the cells without what the tool added to the comment."""
        return *self.cells[:3], _QUOTE.sub("", self.comment).strip()

    def resolved(self) -> Decision:
        """Return this decision for a finding that is gone; its status moves into the comment."""
        if self.status in {OPEN, RESOLVED}:
            return replace(self, status=RESOLVED)
        return replace(self, status=RESOLVED, comment=f"{self.comment}{say(EARLIER, status=self.status)}")

    def returned(self) -> Decision:
        """Return this decision for a finding that was gone and is back."""
        if self.status != RESOLVED:
            return self
        earlier = _earlier().search(self.comment)
        if not earlier:
            return replace(self, status=OPEN)
        return replace(self, status=earlier[1], comment=self.comment[: earlier.start()])

    def reopened(self, title: str, figures: str) -> Decision:
        """Return an open decision that quotes this one: the tool never decides again for a person."""
        who = say("，").join(filter(None, (self.status, self.reviewer, self.reviewed_on)))
        told = say(
            "〔{title}：{who}{figures}：{words}〕" if self.comment else "〔{title}：{who}{figures}〕",
            title=title,
            who=who,
            figures=figures,
            words=self.comment,
        )
        return Decision(comment=told)

    def beside(self, other: Decision) -> Decision:
        """Return this decision with one that contradicts it quoted, where a person wrote that one."""
        if not other.touched or other.own_words == self.own_words:
            return replace(self, comment=max(self.comment, other.comment, key=len))
        if not self.touched:
            return other
        quoted = other.reopened(say("另一决定"), "").comment
        return self if quoted in self.comment else replace(self, comment=f"{self.comment}{quoted}")


@dataclass(frozen=True, slots=True)
class Remembered:
    """One row of an earlier findings.csv.

    ``prior`` says that it was written on an earlier year's run, ``listed`` that it is kept as resolved when
    it is gone, though nobody touched it.
    """

    cells: Mapping[str, str]
    prior: bool = False
    listed: bool = False

    @property
    def decision(self) -> Decision:
        """Return what the reviewer wrote; an unknown status is kept in the comment."""
        told, *rest = ((self.cells.get(column) or "").strip() for column in COLUMNS)
        status = status_word(told)
        if status is None:
            rest[-1] = f"{rest[-1]}{say('〔状态原文：{told}〕', told=told)}"
        return Decision(status or OPEN, *rest)

    def figures_changed(self, finding: Finding) -> bool:
        """Return whether the finding rests on other figures than the ones that were decided on.

        Figures are compared as numbers: a spreadsheet drops separators and zeros at the end. A
        column that is not there says nothing.
        """
        now = {"stated": finding.stated, "expected": finding.expected}
        return any(
            column in self.cells and not _alike(self.cells[column], now[column]) for column in _FIGURES
        )

    def told_figures(self) -> str:
        """Return the figures that were decided on, in words."""
        stated, expected = (self.cells.get(column, "") for column in _FIGURES)
        told = say("，当时列示 {stated}", stated=stated) if stated else ""
        return told + (say("，应得 {expected}", expected=expected) if expected else "")


@dataclass(frozen=True, slots=True)
class Review:
    """The rows of earlier findings.csv files by the ids of this run, and what contradicted itself."""

    rows: Mapping[str, Remembered] = field(default_factory=dict)
    conflicts: tuple[str, ...] = ()
    #: Columns that people added to the table.
    extras: tuple[str, ...] = ()

    def decision(self, finding: Finding) -> Decision:
        """Return what was decided on a finding that is in this run; `open` for a new one."""
        row = self.rows.get(finding.id)
        if row is None or not row.decision.touched:
            return Decision()
        decision = row.decision.returned()
        if row.prior:
            return decision.reopened(say("上期决定，请重新确认"), row.told_figures())
        if decision.decided and row.figures_changed(finding):
            return decision.reopened(say("数字已变，原决定"), row.told_figures())
        return decision

    def extra_cells(self, finding_id: str) -> tuple[str, ...]:
        """Return the cells of the columns that people added."""
        row = self.rows.get(finding_id)
        return tuple(row.cells.get(column, "") if row else "" for column in self.extras)

    def resolved(self, present: Collection[str]) -> list[dict[str, str]]:
        """Return the rows to be kept as resolved: their finding is not among ``present``."""
        gone = ((key, row) for key, row in self.rows.items() if key not in present)
        return [
            {**row.cells, **dict(zip(COLUMNS, row.decision.resolved().cells, strict=True))}
            for _, row in sorted(gone, key=lambda item: item[0])
            if row.listed or row.decision.touched
        ]

    def carried(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings with the status that a reviewer gave them."""
        return tuple(replace(finding, status=self.decision(finding).status) for finding in findings)


@cache
def _earlier() -> re.Pattern[str]:
    """The words of `EARLIER` in any language, at the end of a comment."""
    heads = (re.escape(words.partition("{")[0]) for words in in_all_tongues(EARLIER))
    return re.compile(f"(?:{'|'.join(heads)})([a-z_]+)〕$")


def _alike(one: str, other: str) -> bool:
    mine, theirs = _numbers(one), _numbers(other)
    if not mine and not theirs:
        return True
    return len(mine) == len(theirs) and all(map(_same, mine, theirs))


def _numbers(text: str) -> list[str]:
    """Return the numbers of a cell; a file in GBK has a question mark where a minus sign was."""
    return [found.replace(",", "") for found in _NUMBER.findall(_MINUS.sub("-", text))]


def _same(one: str, other: str) -> bool:
    """Return whether two printed numbers are one; ``1.23E+11`` is told with the digits that it has."""
    mine, theirs = Decimal(one), Decimal(other)
    if "e" not in f"{one}{other}".lower():
        return mine == theirs
    digits = min(len(value.as_tuple().digits) for value in (mine, theirs))
    return f"{mine:.{digits - 1}e}" == f"{theirs:.{digits - 1}e}"
