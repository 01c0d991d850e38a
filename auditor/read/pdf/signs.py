"""How cells and lines look: a value, a period head, a unit line, a footnote mark, a list mark."""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.lexicon.fold import THIN
from auditor.lexicon.fold import fold
from auditor.lexicon.measures.currencies import leading
from auditor.lexicon.measures.currencies import sign_of_currency
from auditor.lexicon.measures.currencies import without_currency
from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.measures.units import units
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.reading import reading_words
from auditor.lexicon.words.signs import sign_words
from auditor.read.unitlines import told_unit

_WORDS, _NUMERALS = sign_words(), numeral_words()

#: The same few strings are asked for again and again: so many answers are kept.
_KEPT = 1 << 14
_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻₀₁₂₃₄₅₆₇₈₉①②③④⑤⑥⑦⑧⑨⑩*†‡§#"
_BEHIND = r"\^\{[^}]*\}|\([0-9a-z]{1,2}\)|（[0-9]{1,2}）|\[[0-9a-z]{1,2}\]"
_TRAIL = rf"(?:[{_WORDS.note}]?[{_MARKS},，]|{_BEHIND})*"
_NUMBER = rf"[0-9]{{1,3}}(?:[,，{THIN}][0-9]{{3}})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+"
_VALUE = re.compile(
    rf"[<>≤≥~≈＜＞{_WORDS.about}]?=?\s*[(（]?[-−–—+＋－]?\s*(?:{_NUMBER})"
    rf"(?:\s*(?:[%％‰x×]|[{_WORDS.value_scales}]|{_WORDS.points}))?[)）]?[%％]?{_TRAIL}"
)
_DASHES = re.compile(rf"[-−–—―/／]+|{_WORDS.none}")
_YEAR = r"(?:19|20)[0-9]{2}"
_PERIOD = re.compile(
    rf"(?:FY|CY|{_WORDS.fiscal}|{_WORDS.dated_heads} .*)?\s*{_YEAR}"
    rf"\s*(?:[/-–—~{_WORDS.to}]\s*[0-9]{{2,4}})?\s*"
    rf"(?:{_WORDS.period_parts}|[0-9]{{1,2}}(?=\s*[{_WORDS.month}{_WORDS.day}])|Q[1-4]|H[12]|E|A|\s)*"
    rf"(?:[(（][^()（）]{{0,16}}[)）])?{_TRAIL}"
)
_MINGUO = (
    rf"(?:{_WORDS.minguo_printed}\s*)?1[01][0-9]\s*{_WORDS.minguo_told}\s*[{_WORDS.minguo_told_ends}]?"
    rf"(?:[(（][^()（）]{{0,16}}[)）])?{_TRAIL}"
)
#: A year over the sign of its column, on a line of its own: no number is printed so far from its sign.
_PERIOD_OF_RATES = re.compile(rf"(?:FY|CY)?{_YEAR}\s+[%％‰]{_TRAIL}")
_FISCAL = re.compile(
    rf"{_MINGUO}|(?:FY|CY)\s*'?[0-9]{{2}}{_TRAIL}"
    rf"|[0-9]{{1,2}} [A-Z][a-z]+ {_YEAR}|[A-Z][a-z]+ [0-9]{{1,2}}, {_YEAR}"
)
_UNIT_LINE = re.compile(
    rf"(?:^|[\s(（【\[]){_WORDS.of_amounts}?{_WORDS.unit_head}\s*[:：]\s*([^:：)）】\]]+?)"
    rf"\s*(?:[;；,，、/／|]?\s*{_WORDS.currency}.*)?[)）】\]]?\s*$"
)
_CURRENCY_LINE = re.compile(
    rf"[(（]?{_WORDS.currency}\s*[:：]\s*\S{{0,12}}(?:\s*{_WORDS.audited}\s*[:：].*)?"
)
_BARE_UNIT = re.compile(
    rf"[(（]?{_WORDS.money_of}?(?:[{_WORDS.scales}]{{0,2}}{_WORDS.yuan}|[{_WORDS.scales}]{{0,2}}{_WORDS.counted}|%|％)[)）]?|"
    rf"[(（]?(?:{english_words().inside} )?{_WORDS.told_in}[)）]?"
)
_NOTE = re.compile(
    r"(?P<up>(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\^\{[a-zA-Z]\})[,，]?)\s*"
    r"|(?P<circled>[①-⑳])\s*[:：、.]?\s*"
    rf"|(?P<zhu>(?:[{_WORDS.note_lead}]?[{_WORDS.note}]|{_WORDS.note_printed})(?=\s*[:：])"
    rf"|(?:[{_WORDS.note_lead}]?[{_WORDS.note}]\s*[0-9{_NUMERALS.listed}①-⑳]+|{_WORDS.note_printed}\s*[0-9]+)(?=\s*[:：.、]))\s*[:：.、]\s*"
    r"|(?P<star>\*{1,4}|[†‡§#])\s*"
    r"|[(（\[](?P<bracket>[0-9]{1,2}|[a-z])[)）\]]\s*"
    r"|(?P<plain>[0-9]{1,2}|[a-z])[.．、)）]\s*(?![0-9])"
    rf"|(?P<bare>[0-9]{{1,2}})\s+(?=\D|(?:19|20)[0-9]{{2}}\s*[{_WORDS.year_begins}])"
)
_ITEM = re.compile(
    r"[•●■◆◇○▪▫►▶➢➤✓✔·\u2022\uf06c\uf0d8\uf0b7\uf075\uf0fc]\s*"
    rf"|[-–—]\s+(?=\D)|[（(][0-9{_NUMERALS.listed}a-z]{{1,3}}[)）]|[0-9]{{1,2}}[)）、]|[①-⑳]"
)
_SECTION = re.compile(
    rf"(?P<chapter>{_WORDS.nth}[{_NUMERALS.listed}{_NUMERALS.hundred}0-9]{{1,4}}[{_WORDS.chapters}]"
    rf"|{_WORDS.appendix}[{_WORDS.appendix_ends}]|{_WORDS.chapter_printed}\b)"
    rf"|(?P<chinese>[{_NUMERALS.listed}]{{1,3}}、)"
    rf"|(?P<bracketed>[（(][{_NUMERALS.listed}]{{1,3}}[)）])"
    r"|(?P<decimal>[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}[\s、.]?(?=[^0-9%％‰]|$))"
    r"|(?P<arabic>[0-9]{1,2}[、.．]\s*(?=\D))"
    r"|(?P<paren>[（(][0-9]{1,2}[)）])"
)
_SECTION_LEVELS = {"chapter": 1, "chinese": 2, "bracketed": 3, "arabic": 4, "paren": 5}


@lru_cache(maxsize=_KEPT)
def is_value(string: str) -> bool:
    """Return whether a cell holds a number or a sign that stands for none."""
    text = string.strip()
    digits = without_currency(text)
    return (bool(_VALUE.fullmatch(digits)) and not _ends_bracket(digits)) or is_blank_sign(text)


def _ends_bracket(text: str) -> bool:
    """Return whether a bracket is closed that none opens: the end of a number, the mark of an item."""
    return text[-1] in ")）" and not ("(" in text or "（" in text)


def is_currency_sign(string: str) -> bool:
    """Return whether a text is nothing but a currency, as it stands before a number."""
    return fold(string.strip()) in leading()


def is_blank_sign(string: str) -> bool:
    """Return whether a cell holds a sign for 'no value'."""
    text = string.strip().rstrip(_MARKS.replace("*", ""))
    return 0 < len(text) <= 6 and (fold(text) in reading_words().missing or bool(_DASHES.fullmatch(text)))


@lru_cache(maxsize=_KEPT)
def is_period(string: str) -> bool:
    """Return whether a cell is a year or a date as it stands over a column."""
    text = string.strip()
    return bool(_PERIOD.fullmatch(text) or _FISCAL.fullmatch(text) or _PERIOD_OF_RATES.fullmatch(text))


def is_data(string: str) -> bool:
    """Return whether a cell holds a number that is no bare year."""
    return is_value(string) and not is_period(string)


def unit_of_line(string: str) -> str:
    """Return the unit that a line gives for a whole table (``单位：万元``, ``in m³``), else nothing."""
    text = string.strip()
    if found := _UNIT_LINE.search(text):
        return found.group(1).strip()
    if told := told_unit(text):
        return told
    inner = text.strip("()（）").strip()
    bracketed = inner != text and is_unit(inner)
    return inner if bracketed or _BARE_UNIT.fullmatch(text) or _is_amount(inner) else ""


def _is_amount(text: str) -> bool:
    """Return whether a text is a currency in front of its scale: US$ million, RMB in thousands."""
    found = units().split(text) if re.match(sign_of_currency(), fold(text)) else None
    return found is not None and found.scale != 1


def is_unit(text: str) -> bool:
    """Return whether a text is nothing but a unit of measure."""
    found = units().split(text)
    return found is not None and found.unit.dimension != ""


def is_money(text: str) -> bool:
    """Return whether a text is a unit of money: ``万元``, ``US$ million``."""
    found = units().split(text)
    return found is not None and found.unit.dimension.startswith("money")


def is_currency_line(string: str) -> bool:
    """Return whether a line gives nothing but the currency of a table: its unit may stand on a line above."""
    return _CURRENCY_LINE.fullmatch(string.strip()) is not None


def note_mark(string: str, *, strict: bool) -> tuple[str, int]:
    """Return a footnote's mark at the start of a line and where its text begins, or ``("", 0)``.

    ``strict`` takes only marks that cannot be list numbers: raised ones, circled ones, stars, 注.
    """
    found = _NOTE.match(string)
    if not found or found.end() >= len(string):
        return "", 0
    kind = found.lastgroup or ""
    if strict and kind in {"plain", "bare", "bracket"}:
        return "", 0
    mark = found.group(kind).strip("，, ")
    return mark.translate(_DOWN).strip("^{}"), found.end()


_DOWN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def is_item(string: str) -> bool:
    """Return whether a line begins with a list mark."""
    return bool(_ITEM.match(string))


def section_level(string: str) -> int:
    """Return the level (1 to 6) that a heading's numbering gives, 0 without numbering."""
    found = _SECTION.match(string.strip())
    if not found:
        return 0
    kind = found.lastgroup or ""
    if kind == "decimal":
        return min(found.group().rstrip(" 、.").count(".") + 2, 6)
    return _SECTION_LEVELS[kind]


def raised_marks(string: str) -> list[str]:
    """Return the footnote marks in a text (``¹,²`` gives 1 and 2)."""
    return [
        mark.translate(_DOWN).strip("^{}⁽⁾*()")
        for mark in re.findall(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\^\{[a-zA-Z]\}|[①-⑳]", string)
    ]


def lettered_marks(string: str) -> list[str]:
    """Return the letter in brackets behind the name in a cell (``Depot services (a)`` gives a)."""
    return re.findall(r"(?<=[^\W\d_])\s?\(([a-z])\)$", string.strip())
