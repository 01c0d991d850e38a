"""The tool speaks Simplified and Traditional Chinese and English; what a report prints is quoted as printed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import auditor
from auditor.lexicon import spoken
from auditor.lexicon.tongue import english
from auditor.lexicon.tongue import in_all_tongues
from auditor.lexicon.tongue import say
from auditor.lexicon.tongue import sentences
from auditor.lexicon.tongue import speak
from auditor.lexicon.tongue import tell
from auditor.model.saying import saying

_HOUSE = Path(auditor.__file__).parent
_CHINESE = re.compile(r"[\u3001-\u303f\u4e00-\u9fff\uff08-\uff1b]")


def test_words_are_told_in_the_language_of_the_run() -> None:
    speak("en")
    assert say("第 {page} 页", page=9) == "page 9"
    assert sentences("One.", "", "Two.") == "One. Two."
    speak("zh-Hant")
    assert say("第 {page} 页", page=9) == "第 9 頁"
    assert say("形似{slip}。", slip=say("数字前后颠倒")) == "形似數字前後顛倒。"
    assert sentences("一。", "二。") == "一。二。"


def test_what_was_found_before_the_language_was_known_is_told_in_it() -> None:
    found = saying("未列示 {period} 的{missing}", missing="员工总数", period="FY2024")
    speak("en")
    assert tell(found) == "员工总数 is not printed for FY2024"
    speak("zh-Hant")
    assert tell(found) == "未列示 FY2024 的员工总数"
    assert tell(None) == ""


def test_quotes_of_a_report_are_not_converted() -> None:
    speak("zh-Hant")
    assert say("原名：{label}", label="排放总量") == "原名：排放总量"
    assert say("随“{row}”的重述而变", row="总量") == "隨「总量」的重述而變"


def test_words_can_be_recognised_in_any_language() -> None:
    assert in_all_tongues("误报") == ("误报", "誤報", "false alarm")


def _called() -> Iterator[str]:
    """Yield the words that code and templates say; those of tables are held by the law of the house."""
    for call in (node for node in _nodes() if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
        if call.func.id in {"say", "saying"}:
            yield from (part.value for part in ast.walk(call.args[0]) if isinstance(part, ast.Constant))
    for path in sorted((_HOUSE / "render" / "templates").iterdir()):
        yield from re.findall(r'_\("([^"]*)"', path.read_text("utf-8"))
    yield from spoken.SLIPS.values()


def _nodes() -> Iterator[ast.AST]:
    for path in sorted(_HOUSE.rglob("*.py")):
        yield from ast.walk(ast.parse(path.read_text("utf-8")))


def test_every_message_has_its_english_and_no_english_is_left_over() -> None:
    said = set(_called())
    written = {node.value for node in _nodes() if isinstance(node, ast.Constant)}
    assert {words for words in said if _CHINESE.search(words)} - set(english()) == set()
    assert set(english()) - said - written == set()


def test_the_english_of_a_message_tells_what_the_message_tells() -> None:
    def names(words: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(words) if name}

    for words, told in english().items():
        assert names(words) == names(told), words
        assert not _CHINESE.search(told.replace("〔", "").replace("〕", "")), told


def test_no_template_says_anything_past_the_catalogue() -> None:
    for path in sorted((_HOUSE / "render" / "templates").iterdir()):
        plain = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", path.read_text("utf-8"))
        assert not _CHINESE.search(plain), path.name
