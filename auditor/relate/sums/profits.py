"""The operating profit of an income statement: what was earned, less the costs, with gains and losses.

The rows are known by their names, whatever they were read to stand below: a statement puts 减 and 加 before
the first of many. It tells costs in all, or one by one. A loss is told with a minus, in older statements
without. The way that gives the profit in one column is the way of the others; where none does, there are rows
that nobody knows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from auditor.lexicon.words.statements import statement_row
from auditor.model.claim import Claim
from auditor.model.relation import Kind
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import relation
from auditor.relate.facts import short
from auditor.relate.lines import lines
from auditor.relate.lines import tables
from auditor.relate.sums.signed import comes_out
from auditor.relate.sums.signed import in_words
from auditor.relate.sums.signed import worked_out

#: Fewer rows are no statement.
_LEAST_TERMS = 4
_MONEY = "money:"
#: The numbers of a statement in one column, by what their rows are and by name.
_Column = dict[tuple[str, str], Claim]
_Terms = list[tuple[int, Claim]]


def operating_profits(facts: Facts) -> Iterator[Relation]:
    """Propose the operating profit of each statement, in each of its columns."""
    for claims in tables(facts):
        for statement in _statements([claim for claim in claims if dimension(claim).startswith(_MONEY)]):
            columns = [column for column in statement.values() if any(kind == "result" for kind, _ in column)]
            yield from _of_statement(columns)


def _statements(claims: Sequence[Claim]) -> Iterator[Mapping[int, _Column]]:
    """Yield the columns of each statement of a table, down to the row of its result."""
    columns: dict[int, _Column] = defaultdict(dict)
    for line in lines(claims, down=True):
        row = statement_row(line.first.leaf)
        if not row[0]:
            continue
        if any(row in column for column in columns.values()):
            columns = defaultdict(dict)
        for position, claim in line.claims.items():
            columns[position][row] = claim
        if row[0] == "result":
            yield columns
            columns = defaultdict(dict)


def _of_statement(columns: Sequence[_Column]) -> Iterator[Relation]:
    """Yield the profit of each column, drawn as in one where it comes out."""
    for sign in (1, -1):
        told = [(_result(column), _terms(column, sign)) for column in columns]
        told = [(result, terms) for result, terms in told if len(terms) >= _LEAST_TERMS]
        if any(comes_out(result, terms) for result, terms in told):
            yield from (_relation(result, terms) for result, terms in told)
            return


def _result(column: _Column) -> Claim:
    return next(claim for (kind, _), claim in column.items() if kind == "result")


def _terms(column: _Column, sign: int) -> _Terms:
    """Return what makes up the profit, with signs; nothing without income and costs."""
    kinds: dict[str, list[Claim]] = defaultdict(list)
    for (kind, _), claim in column.items():
        kinds[kind].append(claim)
    costs = kinds["costs"] or kinds["each_cost"]
    if not kinds["income"] or not costs:
        return []
    signed = [(1, kinds["income"][:1]), (-1, costs), (1, kinds["gains"]), (sign, kinds["losses"])]
    return [(sign, claim) for sign, claims in signed for claim in claims]


def _relation(result: Claim, terms: _Terms) -> Relation:
    return relation(
        Kind.DIFFERENCE,
        result,
        worked_out(terms),
        f"{in_words(terms)} = {short(result)}",
        "table:operating_profit",
        keys=tuple(claim for _, claim in terms),
        strength=Strength.QUESTION,
    )
