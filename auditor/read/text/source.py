"""Bytes become numbered lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import MissingFileError
from auditor.errors import UnreadableFileError
from auditor.lexicon.words.reading import reading_words

#: Rules under heads and above totals, one for each column or one for all.
_RULE = re.compile(r" *[-=_─━═]{4,}(?: +[-=_─━═]{3,})* *")
#: How much of a wrong decoding would have to look right before it is chosen over the other.
_LEGACY = ("gb18030", "big5")


@dataclass(frozen=True, slots=True)
class Line:
    """One line as printed, without its line end; ``number`` is 1-based."""

    number: int
    string: str

    @property
    def blank(self) -> bool:
        """Return whether the line holds white space only, or the signs that draw a rule."""
        return not self.string.strip() or _RULE.fullmatch(self.string) is not None


def read_lines(path: Path) -> list[Line]:
    """Return the lines of a text file.

    Only line feeds (and carriage returns) end a line, as editors count them; a form feed does not.

    Raises:
        MissingFileError: there is no such file.
        UnreadableFileError: the bytes are no text in any encoding that is tried.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFileError(path) from error
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or "the system refused") from error
    text = decode(path, data).replace("\r\n", "\n").replace("\r", "\n")
    parts = text.split("\n")
    if parts and not parts[-1]:
        parts.pop()
    return [Line(number, part) for number, part in enumerate(parts, 1)]


def decode(path: Path, data: bytes) -> str:
    """Return the text in the bytes of a file.

    Raises:
        UnreadableFileError: the bytes are no text in any encoding that is tried.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decode_as(path, data, "utf-16")
    if b"\x00" in data:
        raise UnreadableFileError(path, "it holds binary data, not text. Give the report as text or PDF.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decode_legacy(path, data)


def _decode_as(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFileError(path, f"it is not valid {encoding}. Save it as UTF-8.") from error


def _decode_legacy(path: Path, data: bytes) -> str:
    """Return the decoding in which the most characters are common ones.

    GB 18030 decodes almost anything, Big5 texts too, so decoding without a fault proves nothing.
    """
    decoded = []
    for encoding in _LEGACY:
        try:
            decoded.append(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    if not decoded:
        raise UnreadableFileError(path, "it is not UTF-8, GB 18030 or Big5. Save it as UTF-8.")
    return max(decoded, key=_likelihood)


def _likelihood(text: str) -> float:
    common = reading_words().common
    return sum(char in common for char in text) / max(len(text), 1)
