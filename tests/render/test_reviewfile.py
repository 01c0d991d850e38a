"""A findings.csv comes back as Excel, WPS and LibreOffice save it. The bytes are written by hand."""

from __future__ import annotations

import pytest

from auditor.errors import MissingFileError
from auditor.errors import UnreadableFileError
from auditor.render.reviewfile import iso_date
from auditor.render.reviewfile import read_findings

HEAD = "finding_id,code,stated,status,reviewer,reviewed_on,comment"
ROW = '0c114b6097ab,S101,"5,242,053兆瓦時",accepted,李华,{date},"口径不同，见附注 4"'

#: name of the program and of its file type: the bytes that it writes
SAVED = {
    "Excel, CSV UTF-8": f"{HEAD}\r\n{ROW.format(date='2025/3/1')}\r\n".encode("utf-8-sig"),
    "Excel and WPS in China, CSV": f"{HEAD}\r\n{ROW.format(date='2025/3/1')}\r\n".encode("gbk"),
    "Excel, Unicode text": (
        "\ufefffinding_id\tcode\tstated\tstatus\treviewer\treviewed_on\tcomment\r\n"
        '0c114b6097ab\tS101\t"5,242,053兆瓦時"\taccepted\t李华\t2025-3-1\t口径不同，见附注 4\r\n'
    ).encode("utf-16-le"),
    "LibreOffice, text CSV": f"{HEAD}\n{ROW.format(date='2025-03-01')}\n".encode(),
    "LibreOffice, quote all": (
        '"finding_id","code","stated","status","reviewer","reviewed_on","comment"\n'
        '"0c114b6097ab","S101","5,242,053兆瓦時","accepted","李华","2025年3月1日","口径不同，见附注 4"\n'
    ).encode(),
    "Excel in Europe": (
        f"{HEAD.replace(',', ';')}\r\n"
        "0c114b6097ab;S101;5,242,053兆瓦時;accepted;李华;2025.03.01;口径不同，见附注 4\r\n"
    ).encode("utf-8-sig"),
    "Excel, with the separator told": f"sep=,\r\n{HEAD}\r\n{ROW.format(date='45717')}\r\n".encode(
        "utf-8-sig"
    ),
    "columns in another order, an empty column and an empty row": (
        "\ufeffcomment,,Status ,reviewer,reviewed_on,stated,code,Finding_ID\r\n"
        '"口径不同，见附注 4",,accepted,李华,2025-03-01 0:00:00,"5,242,053兆瓦時",S101, 0c114b6097ab\r\n'
        ",,,,,,,\r\n"
    ).encode(),
}


@pytest.mark.parametrize("program", SAVED)
def test_a_decision_is_read_from_what_a_program_saves(tmp_path, program):
    path = tmp_path / "findings.csv"
    path.write_bytes(SAVED[program])
    (row,) = read_findings(path)
    assert row["finding_id"] == "0c114b6097ab"
    assert row["status"].strip() == "accepted"
    assert (row["reviewer"], row["reviewed_on"]) == ("李华", "2025-03-01")
    assert row["comment"] == "口径不同，见附注 4"
    assert row["stated"] == "5,242,053兆瓦時"


@pytest.mark.parametrize("told", ["03/01/2025", "1/3/25", "三月一日", "2025-13-01", "2025", ""])
def test_a_date_that_may_be_read_two_ways_stays_as_it_was_written(told):
    assert iso_date(told) == told


def test_a_date_with_the_name_of_the_month_is_clear():
    assert iso_date("1-Mar-2025") == "2025-03-01"


def test_a_comment_of_several_lines_is_one_cell(tmp_path):
    path = tmp_path / "findings.csv"
    path.write_bytes(b'finding_id,comment\r\na,"one\r\ntwo"\r\nb,three\r\n')
    assert [row["comment"] for row in read_findings(path)] == ["one\r\ntwo", "three"]


@pytest.mark.parametrize(
    "data", [b"a;b\n1;2\n", b"\xff\xfe\x00broken\xff", b"", b"PK\x03\x04workbook", b"finding_id,\xff\xff\n"]
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path, data):
    path = tmp_path / "findings.csv"
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError):
        read_findings(path)
    assert path.read_bytes() == data


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(MissingFileError):
        read_findings(tmp_path / "none.csv")
