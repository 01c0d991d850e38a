"""Known adjustments that do not add up to the change of a comparative.

What it flags:
    A restated number for which ``auditor.toml`` lists adjustments, when these leave a remainder that no
    rounding of the numbers explains.

Why it matters:
    The cause that a note names is only an explanation when its size fits. The remainder is what the
    company still has to explain.

How it decides:
    Restated minus original minus all adjustments (entities, factors, method, other), each an interval
    of half a unit of its last digit; the remainder is unexplained when zero does not lie in it.

Example:
    400 became 380; the sold unit emitted 15: 5 are unexplained.

When it is wrong:
    When an adjustment is missing in ``auditor.toml``, or is told in another unit or scope.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.rules.base import Dossier
from auditor.rules.base import Heading
from auditor.rules.restatement.wording import remainder

CODE = "S106"
SEVERITY = Severity.WARNING
TITLE = "已知调整不足以解释变动"
MESSAGE = "{metric}（{period}）由 {old} 改为 {new}，{change}；{steps}，尚有 {rest} 未解释。"


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each bridge that does not close."""
    heading = Heading(CODE, SEVERITY, TITLE, MESSAGE)
    for item in dossier.restatements:
        if item.bridge is not None and not item.bridge.closes:
            yield remainder(item, item.bridge, heading)
