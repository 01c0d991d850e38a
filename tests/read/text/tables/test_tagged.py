from __future__ import annotations

from tests.read.text.conftest import misplaced
from tests.read.text.conftest import rows

HTML = """排放数据

<table border="1"><tr><td rowspan="2">指标</td><td colspan="2">2023年</td></tr>
<tr><td>一厂</td><td>二厂</td></tr><tr><th>废水<sup>1</sup></th><td>1,204</td><td>&lt;5</td></tr></table>
"""


def test_an_html_table_keeps_its_spans(reading):
    table = reading(HTML).tables[0]
    assert rows(table) == [
        ["指标", "2023年", "2023年"],
        ["指标", "一厂", "二厂"],
        ["废水¹", "1,204", "<5"],
    ]
    assert table.caption.string == "排放数据"


def test_a_cell_of_an_html_table_knows_its_column(reading):
    document = reading(HTML)
    cell = next(cell for cell in document.tables[0].cells if cell.text.string == "1,204")
    assert HTML.split("\n")[3][cell.text.place().column :].startswith("1,204")
    assert misplaced(document, HTML.replace("&lt;", "<   ").split("\n")) == []


def test_an_html_table_that_is_never_closed_is_read_to_the_end(reading):
    assert rows(reading("<table><tr><td>甲</td><td>3").tables[0]) == [["甲", "3"]]
