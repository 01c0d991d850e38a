"""What was read before comes back as it was; what is doubtful is read anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from auditor.kept import shelf
from auditor.kept import store
from auditor.kept.documents import pack
from auditor.kept.documents import unpack
from auditor.kept.store import Entry
from auditor.kept.version import READERS
from auditor.kept.version import version
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.document import Cell
from auditor.model.document import Document
from auditor.model.document import Doubt
from auditor.model.document import Piece
from auditor.model.document import Table
from auditor.model.document import Text
from auditor.model.place import Box
from auditor.model.place import Place
from auditor.model.saying import saying
from auditor.pipeline import read_document as read

TEXT = "环境绩效\n\n指标\t单位\t2023年\t2024年\n总用水量\t吨\t980\t1,100\n"


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv(store.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def report(tmp_path) -> Path:
    path = tmp_path / "2024.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def readings(monkeypatch) -> list[Path]:
    """Return the files that were really read."""
    from auditor.read import text

    done: list[Path] = []
    real = text.read_text
    monkeypatch.setattr(text, "read_text", lambda path, *more: (done.append(path), real(path, *more))[1])
    return done


def whole(name: str) -> Document:
    """Return a document with every kind of element and place."""
    box = Box(0.1, 1 / 3, 200.0, 12.75)
    text = Text("用水¹ 5", (Piece(0, Place(name, 2, box=box)), Piece(4, Place(name, 2))))
    lined = Text("第三行", (Piece(0, Place(name, line=3, column=7)),))
    cells = (Cell(0, 0, text, 2, 1, 4.5), Cell(0, 1, Text("")))
    return Document(
        name,
        "ab" * 32,
        "pdf",
        (Block(BlockKind.NOTE, lined, 0, "①"), Table(cells, 2, 2, 1, text, "万吨", continued=True)),
        (
            Doubt("text_garbled", Place(name, 1), saying("“{char}”没有含义", char="\x00")),
            Doubt("other", Place(""), saying("")),
        ),
        2,
        (1,),
        9,
    )


def test_a_document_comes_back_to_the_last_place():
    document = whole("2024.pdf")
    assert unpack(pack(document), "2024.pdf", document.sha256) == document


def test_a_document_comes_back_under_the_name_that_its_file_has_now():
    document = whole("2024.pdf")
    assert unpack(pack(document), "copy.pdf", document.sha256) == whole("copy.pdf")


@pytest.mark.usefixtures("folder")
def test_the_second_reading_takes_the_document_from_the_cache(report, readings):
    first, second = read(report), read(report)
    assert readings == [report]
    assert first == second
    assert first.tables[0].cells[-1].text.string == "1,100"


@pytest.mark.usefixtures("folder")
def test_a_changed_file_and_a_file_for_another_reader_are_read_anew(report, readings):
    read(report)
    report.write_text(TEXT.replace("980", "900"), encoding="utf-8")
    assert "900" in {cell.text.string for cell in read(report).tables[0].cells}
    page = report.with_suffix(".html")
    page.write_bytes(report.read_bytes())
    assert read(page).format == "html"
    assert readings == [report, report]


@pytest.mark.parametrize("damage", ["", "{}", "\n", "cut", "flip", "binary"])
def test_a_damaged_entry_is_read_anew_and_written_again(folder, report, readings, damage):
    sound = read(report)
    (entry,) = folder.iterdir()
    whole_entry = entry.read_bytes()
    damaged = {
        "cut": whole_entry[:-20],
        "flip": whole_entry.replace(b"980", b"981"),
        "binary": b"\xff\xfe\x00" + whole_entry,
    }
    entry.write_bytes(damaged.get(damage, damage.encode()))
    assert read(report) == sound
    assert readings == [report, report]
    assert entry.read_bytes() == whole_entry


def test_an_entry_of_another_version_is_replaced(folder, report, readings, monkeypatch):
    read(report)
    monkeypatch.setattr(shelf, "version", lambda _: "0" * 64)
    read(report)
    assert readings == [report, report]
    assert len(list(folder.iterdir())) == 1


def test_the_version_depends_on_the_source_and_words_of_the_readers(tmp_path, monkeypatch):
    for room in (*READERS, "render"):
        (tmp_path / room).mkdir()
    monkeypatch.setattr("auditor.__file__", str(tmp_path / "__init__.py"))

    def versions() -> tuple[str, str]:
        return version.__wrapped__(READERS), version.__wrapped__()

    before, whole_before = versions()
    (tmp_path / "render" / "page.html.j2").write_text("x")
    after, whole_after = versions()
    assert after == before
    assert whole_after != whole_before
    (tmp_path / "read" / "a.py").write_text("x = 1")
    middle, _ = versions()
    assert middle != before
    (tmp_path / "lexicon" / "a.toml").write_text("x = 1")
    assert versions()[0] not in {before, middle}


def test_the_oldest_entries_make_room_for_new_ones(folder, monkeypatch):
    monkeypatch.setattr(store, "LARGEST", 2500)
    for age, name in enumerate("abc"):
        store.keep(Entry(name, "key"), name * 1000)
        os.utime(folder / f"{name}.json", (age, age))
    store.keep(Entry("d", "key"), "d" * 1000)
    assert {path.stem for path in folder.iterdir()} == {"c", "d"}
    assert store.recall(Entry("d", "key")) == "d" * 1000
    assert store.recall(Entry("d", "other key")) is None


def test_without_the_cache_nothing_is_looked_up_or_kept(folder, report, readings, monkeypatch):
    with store.no_cache():
        read(report)
    monkeypatch.setenv(store.VARIABLE, "off")
    read(report)
    assert readings == [report, report]
    assert not folder.exists()


def test_a_report_that_needs_a_password_is_never_kept(folder, report, tmp_path, monkeypatch):
    read(report, "geheim")
    document = whole("secret.pdf")
    monkeypatch.setattr("auditor.read.pdf.read_pdf", lambda *_: document)
    path = tmp_path / "secret.pdf"
    path.write_bytes(b"%PDF-1.7\ntrailer << /Encrypt 5 0 R >>")
    read(path)
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_disturbs_nobody(report, readings, tmp_path, monkeypatch):
    (tmp_path / "taken").write_text("a file")
    monkeypatch.setenv(store.VARIABLE, str(tmp_path / "taken"))
    assert read(report) == read(report)
    assert readings == [report, report]


def test_entries_are_written_whole_and_for_their_owner_only(folder, report):
    read(report)
    assert [path.suffix for path in folder.iterdir()] == [".json"]
    if os.name == "posix":
        assert folder.stat().st_mode & 0o077 == 0
        assert all(path.stat().st_mode & 0o077 == 0 for path in folder.iterdir())


@pytest.mark.parametrize(("name", "under"), [("XDG_CACHE_HOME", "auditor"), ("HOME", ".cache/auditor")])
def test_the_folder_is_the_user_s_own(report, tmp_path, monkeypatch, name, under):
    monkeypatch.delenv(store.VARIABLE)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv(name, str(tmp_path / "home"))
    read(report)
    assert len(list((tmp_path / "home" / under).iterdir())) == 1
