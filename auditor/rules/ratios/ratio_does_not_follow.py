"""A ratio, share or intensity that its numerator and denominator do not give.

What it flags:
    A stated ratio, share of a whole or intensity that the printed inputs cannot give; a number that
    does not follow from the formula in its own footnote, in signs or in words; a rate of completion
    that base, actual number and target do not give; intensities of one year that cannot all have the
    same denominator; shares in a column that cannot all be of one whole, printed or not; a gap between the
    pay of men and of women that the two amounts do not give; a year that leaves the factor which two rows
    (a fuel and what is emitted by burning it) keep in all other years; an amount times its printed factor
    that does not give the emission, coal equivalent or price beside it, where it does in the other lines;
    a row of a table of prescribed form whose columns do not give what its head says (an allowance over the
    balance that it is made for, depreciation by years and residual value).

Why it matters:
    Intensities are targets and covenants. One that cannot be recomputed leaves the reader without
    the definition that was really used.

How it decides:
    The quotient of the rounding intervals is held against the interval of the stated number. Where a
    footnote narrows an input or the definition is not the report's own, the relation need not hold:
    then the finding is a warning, a question to the preparer. So is a factor that was constant but for
    one year; where it is new from a year on, or that of a grid, nothing is asked.

Example:
    2 deaths among 1,000 employees are told as a rate of 0.1 %: the rows give 0.2 %.

When it is wrong:
    When the denominator is an average, or covers fewer entities than the row that is printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.model.relation import Kind
from auditor.rules.arithmetic import finding
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.causes import causes

CODE = "Q102"
SEVERITY = Severity.ERROR
TITLE = "比率与其分子分母不符"
MESSAGE = (
    "{metric}（{period}）在{place}列示为 {stated}；"
    "按“{statement}”，{arithmetic} 应得 {computed}，相差 {gap}。"
    "所用数字见{places}；如口径另有限定，请予说明。"
)

_KINDS = (Kind.RATIO, Kind.SHARE, Kind.SHARED_DENOMINATOR, Kind.DEFINITION)


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each cause behind flagged arithmetic of this kind."""
    heading = Heading(CODE, SEVERITY, TITLE, MESSAGE)
    return (finding(dossier, cause, heading) for cause in causes(dossier, _KINDS))
