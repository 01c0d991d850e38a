from __future__ import annotations

from hashlib import sha256

import pytest

from auditor.errors import MissingFileError
from auditor.errors import UnknownFormatError
from auditor.errors import UnreadableFileError
from auditor.model.document import Document
from auditor.read.open import read


@pytest.mark.parametrize("name", ["bericht.txt", "bericht.MD"])
def test_a_text_is_known_by_its_suffix_and_named_without_its_folder(tmp_path, name):
    path = tmp_path / name
    path.write_text("用水量下降。\n", encoding="utf-8")
    document = read(path)
    assert (document.name, document.format, document.lines) == (name, "text", 1)
    assert document.sha256 == sha256(path.read_bytes()).hexdigest()


def test_a_pdf_is_known_by_its_first_bytes_even_under_a_text_name(tmp_path, monkeypatch):
    asked = []

    def read_pdf(*given):
        asked.append(given)
        return Document(given[1], given[2], "pdf", (), pages=1)

    monkeypatch.setattr("auditor.read.pdf.read_pdf", read_pdf)
    for name in ("a.pdf", "b.txt"):
        path = tmp_path / name
        path.write_bytes(b"%PDF-1.7\n...")
        read(path, "secret")
    digest = sha256(b"%PDF-1.7\n...").hexdigest()
    assert asked == [(tmp_path / name, name, digest, "secret") for name in ("a.pdf", "b.txt")]


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(MissingFileError, match=r"nowhere\.txt"):
        read(tmp_path / "nowhere.txt")


@pytest.mark.parametrize("name", ["data.exe", "report", "table.csv"])
def test_other_kinds_of_file_are_refused(tmp_path, name):
    path = tmp_path / name
    path.write_text("x", encoding="utf-8")
    with pytest.raises(UnknownFormatError, match=r"\.pdf, \.txt, \.md, \.docx, \.xlsx or \.html"):
        read(path)


def test_a_file_named_pdf_that_is_none_is_refused(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_text("用水量下降。", encoding="utf-8")
    with pytest.raises(UnreadableFileError, match="does not begin as a PDF"):
        read(path)


def test_an_empty_file_and_a_folder_are_refused(tmp_path):
    (tmp_path / "empty.txt").touch()
    for name in ("empty.txt", "."):
        with pytest.raises(UnreadableFileError):
            read(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "said"),
    [("a.docx", "no Word file"), ("a.xlsx", "no workbook"), ("a.xlsm", "no workbook")],
)
@pytest.mark.parametrize("data", [b"PK\x03\x04 cut off", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 encrypted"])
def test_a_broken_or_encrypted_office_file_is_an_error_with_its_reason(tmp_path, name, said, data):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError, match=said):
        read(path)


@pytest.mark.parametrize("name", ["page.html", "page.HTM", "page.xhtml"])
def test_a_web_page_is_known_by_its_suffix(tmp_path, name):
    path = tmp_path / name
    path.write_text("<p>用水量下降。</p>", encoding="utf-8")
    document = read(path)
    assert (document.format, document.lines) == ("html", 1)
