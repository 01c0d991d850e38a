"""How cells and lines look: a value, a period head, a unit line, a footnote mark, a list mark."""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.lexicon.currencies import leading
from auditor.lexicon.currencies import sign_of_currency
from auditor.lexicon.currencies import without_currency
from auditor.lexicon.fold import THIN
from auditor.lexicon.fold import fold
from auditor.lexicon.reading import reading_words
from auditor.lexicon.units import units
from auditor.read.unitlines import told_unit

#: The same few strings are asked for again and again: so many answers are kept.
_KEPT = 1 << 14
_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻₀₁₂₃₄₅₆₇₈₉①②③④⑤⑥⑦⑧⑨⑩*†‡§#"
_TRAIL = rf"(?:[{_MARKS},，]|\^\{{[^}}]*\}}|\([0-9a-z]{{1,2}}\)|（[0-9]{{1,2}}）|\[[0-9a-z]{{1,2}}\])*"
_NUMBER = rf"[0-9]{{1,3}}(?:[,，{THIN}][0-9]{{3}})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+"
_VALUE = re.compile(
    rf"[<>≤≥~≈＜＞约約]?=?\s*[(（]?[-−–—+＋－]?\s*(?:{_NUMBER})"
    rf"(?:\s*(?:[%％‰x×]|pp|[千万億亿萬]|个百分点|個百分點))?[)）]?[%％]?{_TRAIL}"
)
_DASHES = re.compile(r"[-−–—―/／]+|NM")
_YEAR = r"(?:19|20)[0-9]{2}"
_PERIOD = re.compile(
    rf"(?:FY|CY|财年|財年|As (?:at|of) .*|Year ended .*)?\s*{_YEAR}\s*(?:[/-–—~至]\s*[0-9]{{2,4}})?\s*"
    rf"(?:年|财|財|度|末|初|底|上半|下半|全|期|月|日|[0-9]{{1,2}}(?=\s*[月日])|Q[1-4]|H[12]|E|A|\s)*"
    rf"(?:[(（][^()（）]{{0,16}}[)）])?{_TRAIL}"
)
_FISCAL = re.compile(
    rf"(?:FY|CY)\s*'?[0-9]{{2}}{_TRAIL}|[0-9]{{1,2}} [A-Z][a-z]+ {_YEAR}|[A-Z][a-z]+ [0-9]{{1,2}}, {_YEAR}"
)
_UNIT_LINE = re.compile(
    r"(?:^|[\s(（【\[])(?:金额|金額)?(?:单位|單位|Unit|unit|Units)\s*[:：]\s*([^:：)）】\]]+?)"
    r"\s*(?:[;；,，、/／|]?\s*(?:币种|幣種|Currency).*)?[)）】\]]?\s*$"
)
_CURRENCY_LINE = re.compile(r"[(（]?(?:币种|幣種|Currency)\s*[:：]\s*\S{0,12}(?:\s*审计类型\s*[:：].*)?")
_BARE_UNIT = re.compile(
    r"[(（]?(?:人民币|人民幣|港|美)?(?:[百千万萬亿億]{0,2}元|[百千万萬亿億]{0,2}(?:股|人|吨|噸)|%|％)[)）]?|"
    r"[(（]?(?:in )?(?:thousands?|millions?|billions?)[)）]?"
)
_NOTE = re.compile(
    r"(?P<up>(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\^\{[a-zA-Z]\})[,，]?)\s*"
    r"|(?P<circled>[①-⑳])\s*[:：、.]?\s*"
    r"|(?P<zhu>(?:[附备備]?[注註]|Notes?)(?=\s*[:：])"
    r"|(?:[附备備]?[注註]\s*[0-9一二三四五六七八九十①-⑳]+|Notes?\s*[0-9]+)(?=\s*[:：.、]))\s*[:：.、]\s*"
    r"|(?P<star>\*{1,4}|[†‡§#])\s*"
    r"|[(（\[](?P<bracket>[0-9]{1,2}|[a-z])[)）\]]\s*"
    r"|(?P<plain>[0-9]{1,2}|[a-z])[.．、)）]\s*(?![0-9])"
    r"|(?P<bare>[0-9]{1,2})\s+(?=\D|(?:19|20)[0-9]{2}\s*[年財财])"
)
_ITEM = re.compile(
    r"[•●■◆◇○▪▫►▶➢➤✓✔·\u2022\uf06c\uf0d8\uf0b7\uf075\uf0fc]\s*|[-–—]\s+(?=\D)|[（(][0-9一二三四五六七八九十a-z]{1,3}[)）]|[0-9]{1,2}[)）、]|[①-⑳]"
)
_SECTION = re.compile(
    r"(?P<chapter>第[一二三四五六七八九十百0-9]{1,4}[章节節篇部分]|附[录錄件]|Appendix\b|Chapter\b)"
    r"|(?P<chinese>[一二三四五六七八九十]{1,3}、)"
    r"|(?P<bracketed>[（(][一二三四五六七八九十]{1,3}[)）])"
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
    return bool(_PERIOD.fullmatch(text) or _FISCAL.fullmatch(text))


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
