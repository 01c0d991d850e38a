"""What chance finds: relations mined from the tables of a report, and from the same tables shuffled.

``python -m tests.bench.chance REPORT...`` shuffles the digits of every number of the tables, several times, and
counts what the proposers of table arithmetic still find. What they find there is false, save where a number is
nought or has one digit over and over; a false relation that misses somewhere would be a false alarm. (To shuffle
the numbers among the rows would not do: two parts that change places have the same sum.)
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path
from random import Random

from auditor.config import Config
from auditor.extract.report import extract
from auditor.judge.verdict import judge
from auditor.model.claim import Claim
from auditor.model.claim import Report
from auditor.model.relation import Verdict
from auditor.read.open import read
from auditor.relate.facts import Facts
from auditor.relate.ratios.quotients import table_ratios
from auditor.relate.sums.hiddenwholes import hidden_wholes
from auditor.relate.sums.structure import table_sums
from tests.bench.numbers import printed
from tests.bench.numbers import reread

_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Found:
    """How many relations were mined, and how many of them fail and would be told."""

    relations: int
    failing: int


def found(report: Report) -> Found:
    """Return what is mined from the tables of a report."""
    facts = Facts(report)
    claims = {claim.ref: claim for claim in report.claims}
    mined = {item.id: item for item in (*table_sums(facts), *table_ratios(facts), *hidden_wholes(facts))}
    judged = judge(mined.values(), claims)
    return Found(len(judged), sum(item.verdict is Verdict.FLAGGED for item in judged))


def shuffled(report: Report, rng: Random) -> Report:
    """Return a report with the digits of each number of its tables in another order."""
    return replace(report, claims=tuple(_shuffled(claim, rng) for claim in report.claims))


def _shuffled(claim: Claim, rng: Random) -> Claim:
    number = printed(claim.quantity.text)
    if claim.seat is None or not claim.level or number is None:
        return claim
    digits = list(number.digits + number.decimals)
    rng.shuffle(digits)
    moved = number.having("".join(digits), len(number.decimals))
    quantity = reread(claim.quantity, str(moved)) if moved is not None else None
    return claim if quantity is None else replace(claim, quantity=quantity)


def main(arguments: Sequence[str]) -> int:
    """Write a line for each report."""
    for name in arguments:
        path = Path(name)
        report = extract(read(path), Config().options(path))
        own = found(report)
        rounds = [found(shuffled(report, Random(f"{name}|{number}"))) for number in range(_ROUNDS)]  # noqa: S311
        false = sum(item.relations for item in rounds) / _ROUNDS
        alarms = sum(item.failing for item in rounds) / _ROUNDS
        sys.stdout.write(
            f"{path.name}: {own.relations} mined, {own.failing} fail; "
            f"shuffled: {false:.1f} mined, {alarms:.1f} fail (mean of {_ROUNDS})\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
