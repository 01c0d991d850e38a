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
from auditor.reconcile import bridge
from auditor.render import labels
from auditor.render import tickmarks
from auditor.render import workbook
from auditor.render.continuity import KINDS
from auditor.render.review import EARLIER
from auditor.rules import RULES

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


def test_quotes_of_a_report_are_not_converted() -> None:
    speak("zh-Hant")
    assert say("原名：{label}", label="排放总量") == "原名：排放总量"
    assert say("随“{row}”的重述而变", row="总量") == "隨「总量」的重述而變"


def test_words_can_be_recognised_in_any_language() -> None:
    assert in_all_tongues("误报") == ("误报", "誤報", "false alarm")


def _said() -> Iterator[str]:
    """Yield all words that the tool can say."""
    for path in sorted(_HOUSE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value
    for path in sorted((_HOUSE / "render" / "templates").iterdir()):
        yield from re.findall(r'_\("([^"]*)"', path.read_text("utf-8"))
    for rule in RULES:
        yield from (
            words for name, words in vars(rule).items() if name == "TITLE" or name.startswith("MESSAGE")
        )
    for table in (getattr(labels, name) for name in dir(labels) if name.isupper()):
        yield from table.values()
    yield from spoken.SLIPS.values()
    yield from KINDS
    yield from (words for entry in tickmarks.LEGEND for words in entry[1:])
    yield from (*workbook.COUNTED, workbook.MEET, workbook.APART)
    yield from bridge.LABELS.values()
    yield EARLIER


def test_every_message_has_its_english_and_no_english_is_left_over() -> None:
    said = {words for words in _said() if _CHINESE.search(words)}
    assert said - set(english()) == set()
    assert set(english()) - said == set()


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
