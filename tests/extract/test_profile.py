"""What a document is: whose report."""

from __future__ import annotations

import pytest

from auditor.extract.profile import profile
from auditor.read.text import read_text

CASES = {
    "the company is named more often than who assures it": (
        "Norfell Ltd reports for 2024.\n\nThe Norfell Group grew.\n\nKPMG AG assured it.\n\nKPMG AG, Basel\n\nKPMG AG\n",
        "Norfell Ltd",
    ),
    "words of a sentence are no part of a name": (
        "This report covers Norfell Pumps, Inc and what it owns in 2024.\n",
        "Norfell Pumps, Inc",
    ),
    "a trust that is named once is not the company": (
        "海石港口有限公司 2024 年报告\n\nCarbon Trust 为我们核验。海石港口有限公司。\n\n再次感谢 Carbon Trust。\n",
        "海石港口有限公司",
    ),
    "a name in parts counts for the whole": (
        "Azur Ceramics SE\n\nAzur Ceramics Holdings\n\nBolton Glass plc sells to Azur Ceramics Group.\n",
        "Azur Ceramics SE",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_whose_report_it_is(name, tmp_path):
    text, expected = CASES[name]
    path = tmp_path / "report.txt"
    path.write_text(text, "utf-8")
    assert profile(read_text(path, path.name, "0" * 64)).organisation == expected
