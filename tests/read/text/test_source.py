from __future__ import annotations

import pytest

from auditor.errors import UnreadableFileError
from auditor.read.text import read_text
from auditor.read.text.source import read_lines

TEXT = "本公司於報告年度內減少用水量，員工人數為一千人。\n環境數據見附錄。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16"])
def test_a_report_is_read_in_the_encoding_it_is_written_in(tmp_path, encoding):
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert [line.string for line in read_lines(path)] == TEXT.split("\n")[:2]


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(b"\x00\x01\x02\xff")
    with pytest.raises(UnreadableFileError, match="binary"):
        read_text(path, path.name, "0")


def test_bytes_of_no_known_encoding_are_refused(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(b"abc \xff\xff\xff def")
    with pytest.raises(UnreadableFileError, match="Save it as UTF-8"):
        read_text(path, path.name, "0")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_alike_whatever_ends_them(reading, end):
    document = reading(end.join(["甲厂用水 5 吨。", "", "乙厂\x0c用水 7 吨。", ""]))
    assert document.lines == 3
    assert [block.place.line for block in document.blocks] == [1, 3]


def test_an_empty_report_has_no_elements(reading):
    document = reading("\n\n")
    assert (document.elements, document.lines, document.format) == ((), 2, "text")
