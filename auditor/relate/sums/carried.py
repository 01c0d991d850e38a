"""Whether "less" counts for the rows below it too: 减：所得税影响额, and below it 少数股东权益影响额.

Some tables say so of every row that is taken off, others once, for all that stand below until a row says that
it is put on. Which of the two, the numbers show.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence

from auditor.relate.lines import Line
from auditor.relate.lines import put_on


def readings(parts: Sequence[Line]) -> Iterator[tuple[int, ...]]:
    """Yield the signs of rows, from top to bottom: as each one says, and with less carried down."""
    told = tuple(part.sign for part in parts)
    yield told
    if -1 in told[:-1]:
        carried = tuple(_carried(parts))
        if carried != told and 1 in carried:
            yield carried


def _carried(parts: Sequence[Line]) -> Iterator[int]:
    sign = 1
    for part in parts:
        sign = -1 if part.sign < 0 else 1 if put_on(part) else sign
        yield sign
