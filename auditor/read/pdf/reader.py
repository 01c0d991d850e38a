"""One PDF becomes one document: sheets, tables, blocks, doubts."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from auditor.errors import UnreadableFileError
from auditor.model.document import Document
from auditor.model.document import Doubt
from auditor.model.place import Place
from auditor.model.saying import saying
from auditor.read.pdf.pages import assemble
from auditor.read.pdf.sheet.second import is_garbled
from auditor.read.pdf.sheet.second import read_again
from auditor.read.pdf.sheet.shapes import Sheet
from auditor.read.pdf.sheet.sheets import read_sheet

#: What a broken page makes pypdfium2 or ctypes raise; anything else is a fault of ours.
_SECOND_FAULTS = (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError)
_PAGE_FAULTS = (pdfium.PdfiumError, OSError, ValueError, OverflowError, RecursionError)

#: What is told of characters without a meaning.
_LOST = "{characters} 个字符中有 {lost} 个在文件中没有含义，各种读法都不识别：请看原页"
_REPLACED = "{characters} 个字符中有 {lost} 个在文件中没有含义，采用了第二种读法：请看原页"


def read_pdf(path: Path, name: str, sha256: str, password: str | None = None) -> Document:
    """Return a PDF as a document named ``name``; every page is read, broken ones become doubts.

    Raises:
        UnreadableFileError: the file is no PDF, or is encrypted and the password is missing or wrong.
    """
    with _uncollected():
        return _read(path, name, sha256, password)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold the garbage collector off: it would look through all characters again and again, for nothing."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _read(path: Path, name: str, sha256: str, password: str | None) -> Document:
    file = _open(path, password)
    doubts: list[Doubt] = []
    try:
        sheets = [_sheet(file, number, name, doubts) for number in range(1, len(file) + 1)]
    finally:
        file.close()
    sheets = [_sure(sheet, path, password, name, doubts) for sheet in sheets]
    elements, layout_doubts = assemble(sheets, name)
    ordered = sorted([*doubts, *layout_doubts], key=lambda doubt: doubt.place.order)
    unread = tuple(doubt.place.page or 0 for doubt in ordered if doubt.code == "page_not_readable")
    return Document(name, sha256, "pdf", tuple(elements), tuple(ordered), len(sheets), unread)


def _open(path: Path, password: str | None) -> Any:  # noqa: ANN401  # pypdfium2 is untyped
    try:
        return pdfium.PdfDocument(path, password=password)
    except pdfium.PdfiumError as error:
        reason = str(error)
        if "assword" in reason:
            reason = (
                "the password is wrong. Give the right one with --password."
                if password
                else "it is encrypted. Give its password with --password."
            )
        elif "Data format" in reason:
            reason = "it is damaged, or was cut off while it was copied. Get the file again."
        raise UnreadableFileError(path, reason) from error


def _sheet(file: Any, number: int, name: str, doubts: list[Doubt]) -> Sheet:  # noqa: ANN401
    """Return one page as a sheet; a page that cannot be read is empty and leaves a doubt."""
    try:
        page = file[number - 1]
        try:
            sheet = read_sheet(page, number)
        finally:
            page.close()
    except _PAGE_FAULTS as error:
        doubts.append(
            Doubt("page_not_readable", Place(name, number), saying("该页已损坏：{error}", error=error))
        )
        return Sheet(number, 1.0, 1.0)
    doubts.extend(_sheet_doubts(sheet, name))
    return sheet


def _sheet_doubts(sheet: Sheet, name: str) -> Iterator[Doubt]:
    place = Place(name, sheet.number)
    if not sheet.words and sheet.pictures:
        yield Doubt("page_not_readable", place, saying("该页是没有文字的图片，需要文字识别（OCR）"))
    if sheet.hidden:
        yield Doubt("text_invisible", place, saying("文字层不可见，可能来自文字识别（OCR）：请目视核对"))


def _sure(sheet: Sheet, path: Path, password: str | None, name: str, doubts: list[Doubt]) -> Sheet:
    """Return the sheet, from the second reader where the first finds no meaning in the text."""
    if not is_garbled(sheet):
        return sheet
    try:
        better = read_again(sheet, path, password)
    except _SECOND_FAULTS:
        better = sheet
    words = _LOST if better is sheet else _REPLACED
    detail = saying(words, lost=sheet.lost, characters=sheet.characters)
    doubts.append(Doubt("text_garbled", Place(name, sheet.number), detail))
    return better
