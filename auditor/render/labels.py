"""The words of the page and the workbook for the codes of the tables."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.lexicon.tongue import say

SEVERITIES = {"error": "错误", "warning": "需说明", "note": "提示"}
STATUSES = {
    "open": "待复核",
    "confirmed": "确认例外",
    "accepted": "可接受",
    "false_alarm": "误报",
    "closed": "已关闭",
    "resolved": "已消除",
}
VERDICTS = {"passed": "相符", "rounding": "舍入内相符", "flagged": "不符", "undecided": "无法判断"}
KINDS = {
    "same_fact": "同一事实",
    "restatement": "重述",
    "sum": "加总",
    "difference": "相减",
    "ratio": "比率",
    "growth": "增减率",
    "share": "占比",
    "percent_sum": "百分比合计",
    "definition": "定义式",
    "shared_denominator": "共同分母",
    "whole_number": "整数",
    "rollforward": "期初期末勾稽",
}
STANDINGS = {
    "restated": "重述",
    "definition": "口径变更",
    "relabelled": "名称变更",
    "rounding": "仅精度不同",
    "unchanged": "未变",
}
DISCLOSURES = {"row": "行内注释", "general": "一般说明", "none": "未说明"}
CAUSES = {
    "divestment": "出售",
    "acquisition": "收购",
    "emission_factor": "排放因子",
    "method": "计算方法",
    "error": "差错更正",
    "definition": "定义或口径",
    "unit": "单位",
    "reclassification": "重分类",
}
DOUBTS = {
    "another_organisation": "可能是另一公司的报告",
    "nothing_read": "未读出任何数字",
    "number_not_read": "数字未能读成指标",
    "period_not_read": "期间未能识别",
    "unit_not_read": "单位未能识别",
    "value_missing": "应有数字处为空",
    "heads_not_read": "表头未能识别",
    "column_without_head": "列缺表头",
    "columns_headed_alike": "两列表头相同",
    "head_of_two_columns": "一个表头涵盖两列",
    "cell_without_column": "单元格跨列",
    "cell_with_two_values": "单元格内有两个数字",
    "cell_error": "单元格公式出错",
    "row_not_sure": "行的起止不确定",
    "row_without_label": "行缺名称",
    "row_without_group": "行缺所属组别",
    "rows_hidden": "有隐藏的行",
    "columns_hidden": "有隐藏的列",
    "page_not_readable": "页面无法读取",
    "text_garbled": "文字乱码",
    "text_hidden": "文字隐藏",
    "text_invisible": "文字层不可见",
    "read_by_ocr": "文字识别（OCR）读出",
    "ocr_uncertain": "文字识别（OCR）不确定",
}
SOURCES = {"table": "表格", "figure": "图示", "prose": "正文", "footnote": "脚注"}
FOLLOWS = {"yes": "已随之更新", "no": "未随之更新", "undecided": "无法判断"}


def named(words: dict[str, str], code: str) -> str:
    """Return the word for a code; a code without one stands for itself."""
    return say(words.get(code, code))


def listed(words: dict[str, str], codes: Iterable[str]) -> str:
    """Return words with commas between them."""
    return say("、").join(named(words, code) for code in codes)
