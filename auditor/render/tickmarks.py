"""Tick marks: what was done with a number, as working papers say it."""

from __future__ import annotations

from auditor.model.relation import Kind
from auditor.model.relation import Verdict
from auditor.model.restatement import Standing

EXCEPTION, NOT_TESTED, OPEN = "EX", "NT", "?"
#: Mark, its words, and what it says.
LEGEND = (
    ("F", "合计核对", "各分项相加（减）与列示的合计相符"),
    ("RX", "重新计算", "按列示的数字重新计算，与列示的比率、增减率、占比相符"),
    ("TI", "报告内核对", "同一事实在本报告另一处的列示与此相符"),
    ("PY", "核对上年报告", "与以前报告对同一期间的列示相符"),
    ("RS", "已重述", "以前报告对同一期间的列示不同，见 restatements"),
    (EXCEPTION, "例外", "不符，见 findings"),
    (OPEN, "无法判断", "缺少输入或口径不能确定，原因见 reason"),
    (NOT_TESTED, "未测试", "没有任何核对触及该数字"),
)
_DONE = {
    Kind.SAME_FACT: "TI",
    Kind.RESTATEMENT: "PY",
    Kind.SUM: "F",
    Kind.DIFFERENCE: "F",
    Kind.PERCENT_SUM: "F",
    Kind.ROLLFORWARD: "F",
}


def tick_of(kind: Kind, verdict: Verdict) -> str:
    """Return the mark of a check."""
    if verdict is Verdict.FLAGGED:
        return EXCEPTION
    return OPEN if verdict is Verdict.UNDECIDED else _DONE.get(kind, "RX")


def tick_of_history(standing: Standing) -> str:
    """Return the mark of a fact that two reports tell."""
    return "PY" if standing in {Standing.UNCHANGED, Standing.ROUNDING, Standing.RELABELLED} else "RS"
