"""The language in which findings, page and workbook speak.

All words are written in Simplified Chinese where they are used. In Traditional Chinese they are converted, in
English they are looked up in ``messages.toml``. Only the tool's own words change: what a report prints is
quoted as printed.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from auditor.lexicon.load import contents
from auditor.model.saying import Saying

Tongue = Literal["zh-Hans", "zh-Hant", "en"]
TONGUES: tuple[Tongue, ...] = ("zh-Hans", "zh-Hant", "en")
#: Quotation marks, and a variant that few print.
_PRINTED = str.maketrans("“”‘’説", "「」『』說")
_spoken: list[Tongue] = ["zh-Hans"]


def speak(tongue: Tongue) -> None:
    """Let all that is said from now on be said in one language."""
    _spoken[:] = [tongue]


def language() -> Tongue:
    """Return the language of the run."""
    return _spoken[0]


def say(words: str, /, **told: object) -> str:
    """Return words of the tool in the language of the run, with what ``{names}`` in them stand for."""
    said = _said(words, language())
    return said.format(**told) if told else said


def tell(saying: Saying | None) -> str:
    """Return a saying in the language of the run; nothing for none."""
    return say(saying.words, **dict(saying.told)) if saying else ""


def sentences(*told: str) -> str:
    """Return sentences behind each other; empty ones are left out."""
    return (" " if language() == "en" else "").join(filter(None, told))


def in_all_tongues(words: str) -> tuple[str, ...]:
    """Return words in each language, to be recognised again."""
    return tuple(dict.fromkeys(_said(words, tongue) for tongue in TONGUES))


@cache
def _said(words: str, tongue: Tongue) -> str:
    if tongue == "zh-Hans":
        return words
    return english().get(words, words) if tongue == "en" else _traditional(words)


def _traditional(words: str) -> str:
    return str(_converter().convert(words)).translate(_PRINTED)  # type: ignore[attr-defined]


@cache
def _converter() -> object:
    from opencc import OpenCC

    return OpenCC("s2hk")


@cache
def english() -> dict[str, str]:
    """Return the English for the tool's words."""
    data = contents("messages.toml")
    return {str(words): str(said) for words, said in data["english"].items()}
