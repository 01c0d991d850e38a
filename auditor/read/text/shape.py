"""What a stretch of text looks like: a value, a unit, a period, a caption, a finished sentence."""

from __future__ import annotations

from functools import cache
from unicodedata import east_asian_width

import regex

from auditor.lexicon.fold import fold
from auditor.lexicon.fold import squeeze
from auditor.lexicon.measures.currencies import without_currency
from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.words.reading import reading_words
from auditor.lexicon.words.signs import sign_words

_WORDS = sign_words()

_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_NUMBER = r"[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+"
_VALUE = regex.compile(
    rf"[(（]?\s*[<>≤≥~≈+\-−–±]?=?\s*(?:{_NUMBER})\s*(?:%|％|‰)?\s*[)）]?"
    rf"(?:\s[(（][0-9]+(?:\.[0-9]+)?\s?[%％][)）])?(?:\s?[{_MARKS}][{_MARKS},，]*|[*#†])?"
)
_PERIOD = regex.compile(
    rf"(?:(?:fy|cy)\s?)?(?:19|20)[0-9]{{2}}\s*(?:[-/~{_WORDS.until}]\s*(?:19|20)?[0-9]{{2}}\s*)?"
    rf"{_WORDS.year_ends}?(?:\s*[0-9]{{1,2}}\s*{_WORDS.month}(?:\s*[0-9]{{1,2}}\s*{_WORDS.day})?)?"
    rf"|1[0-9]{{2}}\s?{_WORDS.year}[{_WORDS.minguo_ends}]?"
    r"|(?:fy|cy)\s?'?[0-9]{2}(?:\s*[-/]\s*[0-9]{2})?"
    r"|[1-4]?q[1-4]?\s?(?:19|20)?[0-9]{2}|h[12]\s?(?:19|20)[0-9]{2}"
)
#: What may follow the period in a head: a mark, a word or two (实际, 数据, 占比（%）), a remark in brackets.
_AFTER_PERIOD = regex.compile(
    r"(?:[(（\[][^()（）\[\]]{1,20}[)）\]]|[^\s0-9()（）.,，。；:：]{0,3}(?:[(（][%％‰][)）])?)?[0-9⁰¹²³⁴⁵⁶⁷⁸⁹*,，()（）]{0,6}"
)
_BRACKETED = regex.compile(r"[(（][^()（）]{1,12}[)）]|[0-9⁰¹²³⁴⁵⁶⁷⁸⁹*]{1,2}$")
_TERMINAL = "。！？!?…"
_CLOSERS = "」』”’）)】》〉\"'" + _MARKS + "⁽⁾,"
_MASSES = tuple(_WORDS.masses)
_INNER = regex.compile(r"[，。；！？]|[,;] |\. [A-Z]")


@cache
def folded(string: str) -> str:
    """Return the string folded and without the white space that means nothing."""
    return squeeze(fold(string.strip()))[0]


@cache
def width(string: str) -> int:
    """Return the width in half-width columns: a Chinese character takes two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in string)


def is_value(string: str) -> bool:
    """Return whether the string is one printed number, with a currency, a per cent sign or mark at most."""
    return _VALUE.fullmatch(without_currency(string.strip())) is not None


def is_missing(string: str) -> bool:
    """Return whether the string stands for no value (``-``, ``N/A``)."""
    return fold(string.strip()) in reading_words().missing


def is_entry(string: str) -> bool:
    """Return whether the string can stand in a column of values."""
    return is_value(string) or is_missing(string)


def is_whole(string: str) -> bool:
    """Return whether the string is an entry and not the end of a label in brackets: the 3.4) of (CCM 3.4)."""
    return is_entry(string) and fold(string).count("(") == fold(string).count(")")


def is_unit_head(string: str) -> bool:
    """Return whether the string heads a column of units."""
    bare = folded(string).strip("()（）:")
    return bare in reading_words().unit_heads


def is_period(string: str) -> bool:
    """Return whether the string is a head that names a period, a change or a target."""
    bare = folded(string)
    if not bare or len(bare) > 40:
        return False
    if match := _PERIOD.match(bare):
        return _AFTER_PERIOD.fullmatch(bare[match.end() :]) is not None
    words = reading_words()
    for word in words.period_words:
        if bare.startswith(word):
            rest = _BRACKETED.sub("", bare[len(word) :])
            return not rest or rest in words.period_ends
    return False


def is_unit(string: str) -> bool:
    """Return whether the string reads as a unit."""
    bare = folded(string).strip("()（）")
    if not bare or len(bare) > 40 or any(mark in bare for mark in "，。；"):
        return False
    head = regex.split(rf"[/╱\s{_WORDS.per}]", bare, maxsplit=1)[0]
    return any(_begins_unit(head, stem) for stem in reading_words().unit_stems)


def _begins_unit(head: str, stem: str) -> bool:
    if not head.startswith(stem):
        return False
    rest = head[len(stem) :]
    if stem.isascii() and stem.isalnum():
        return not rest[:1].isalpha()
    # one character is a unit by itself (人) but begins many words (人均); mass takes a substance (吨标煤)
    return not rest or (len(rest) <= 10 and (len(stem) > 1 or stem in _MASSES))


def ends_sentence(string: str) -> bool:
    """Return whether the last sentence is finished."""
    bare = string.rstrip().rstrip(_CLOSERS).rstrip()
    if not bare:
        return True
    return bare[-1] in _TERMINAL or (bare[-1] == "." and bare[-2:-1].isalpha())


def ends_clause(string: str) -> bool:
    """Return whether the text ends a sentence, an item of a list or the lead-in of one."""
    return ends_sentence(string) or string.rstrip()[-1:] in "；;：:"


def leaves_open(string: str) -> bool:
    """Return whether a bracket or quotation mark is opened and not closed."""
    return any(
        string.count(left) > string.count(right) for left, right in ("《》", "「」", "“”", "（）", "『』")
    )


def has_inner_stop(string: str) -> bool:
    """Return whether punctuation shows that the string is a sentence, not a title."""
    return _INNER.search(string) is not None


def caption_kind(string: str) -> str:
    """Return ``table`` or ``figure`` for a line that captions one, else nothing.

    ``表 ：…``, ``表 3-1 …``, ``Table 4: …``, ``圖 2 …``, ``表B2 …``.
    """
    bare = fold(string.strip())
    words = reading_words()
    for kind, heads in (("table", words.captions), ("figure", words.figure_captions)):
        for head in heads:
            if bare.startswith(head) and _captions(bare[len(head) :]) and len(bare) <= 120:
                return kind
    return ""


def _captions(rest: str) -> bool:
    number = regex.match(
        r"\s*(?:[a-z]-?)?[0-9]{1,3}(?:[.\-][0-9]{1,3}){0,2}\s*[:.、]?\s*(?=\S|$)"
        rf"|\s*[{numeral_words().listed}]{{1,3}}\s*[:、]|\s*:",
        rest,
    )
    return number is not None and not has_inner_stop(rest)


def is_label_head(string: str) -> bool:
    """Return whether the string heads a column of labels (``指标``, ``Indicator``)."""
    return folded(string) in reading_words().label_heads


def names_group(string: str) -> bool:
    """Return whether a label names a group of rows below it (``按性别划分的``, ``其中：``)."""
    bare = fold(string)
    return any(word in bare for word in reading_words().group_words)
