"""Fold text for matching without moving a character.

Width, radicals and script are folded one code point for one, so an offset in the folded string is an
offset in the original. Superscripts and circled digits stay: they are footnote marks.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

_SUPPLEMENT = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
)
#: Dashes that are a minus, a range or a missing value; all become a plain hyphen.
_DASHES = "‐‑‒–—―−─﹣"
_SPACES = "\u00a0\u2002\u2003\u2009\u200a\u202f\u3000\t"
#: Spaces that part the digits of one number into threes, and nothing else.
THIN = "\u2007\u2009\u200a\u202f"
#: What parts words as well: it groups where it stands between no words of the text.
_NO_BREAK = "\u00a0"
_THREES = re.compile(rf"(?<![0-9.,{THIN}{_NO_BREAK}])[0-9]{{1,3}}(?:[{THIN}{_NO_BREAK}][0-9]{{3}})+(?![0-9])")
_BETWEEN_WORDS = re.compile(rf"[^\W\d_]{_NO_BREAK}[^\W\d_]")
#: Never folded: they carry a footnote mark or an exponent.
_KEPT = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉ª⁽⁾")


def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    for code in (*range(0x2F00, 0x2FE0), *range(0xFF01, 0xFF5F), *range(0xF900, 0xFB00)):
        folded = normalize("NFKC", chr(code))
        if len(folded) == 1:
            table[code] = folded
    table |= {ord(old): new for old, new in zip(*_SUPPLEMENT, strict=True)}
    table |= dict.fromkeys(map(ord, _DASHES), "-")
    table |= dict.fromkeys(map(ord, _SPACES), " ")
    table |= {
        ord(old): new for old, new in zip("╱∕⁄〜∼～﹪︰﹕。｡﹐﹒﹔﹙﹚", "///~~~%::。。,.;()", strict=True)
    }
    # marks the width tables leave out, and words for which t2s depends on the context
    table |= {ord(old): new for old, new in zip("“”„‟「」『』‘’", '""""""""\'\'', strict=True)}
    return table


_WIDTH = _table()
_SURROGATE = re.compile("[\ud800-\udfff]")
_GAP = re.compile(r"\s+")
#: Variants that the phrase tables of t2s leave alone in some contexts, or that differ by region.
_VARIANTS = str.maketrans("於佔僱範週裡裏著覆", "于占雇范周里里着复")


@cache
def _converter() -> object:
    from opencc import OpenCC

    return OpenCC("t2s")


def fold_width(text: str) -> str:
    """Fold radicals, full-width forms, dashes and spaces; the length stays the same."""
    return text.translate(_WIDTH)


def grouped(text: str) -> str:
    """Return a text with commas for the thin or fixed spaces that part a number into threes: 1 204 310."""
    if text.isascii() or not _THREES.search(text):
        return text
    fixed = not _BETWEEN_WORDS.search(text)
    return _THREES.sub(
        lambda found: found[0] if _NO_BREAK in found[0] and not fixed else _commas(found[0]), text
    )


def _commas(number: str) -> str:
    return re.sub(rf"[{THIN}{_NO_BREAK}]", ",", number)


@cache
def fold(text: str) -> str:
    """Fold width, then Traditional to Simplified, then case; the length stays the same.

    Lone surrogates, on which OpenCC fails, are replaced by U+FFFD first.
    """
    wide = fold_width(text)
    if not wide.isascii():
        clean = _SURROGATE.sub("\ufffd", wide)
        wide = str(_converter().convert(clean)).translate(_VARIANTS)  # type: ignore[attr-defined]
    lowered = _lower(wide)
    return lowered if len(lowered) == len(text) else text.lower()


def _lower(text: str) -> str:
    """Return a text in lower case, character by character: none grows, Σ is one letter everywhere."""
    lowered = text.lower()
    if len(lowered) == len(text) and "Σ" not in text:
        return lowered
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def squeeze(text: str) -> tuple[str, list[int]]:
    """Return ``text`` without the spaces that mean nothing, and for each character its old offset.

    A space stays only between two Latin letters or digits of a Latin phrase (``scope 1``, ``net
    emissions``); between Chinese characters, or Chinese and digits, it is layout.
    """
    kept: list[str] = []
    offsets: list[int] = []
    last = 0
    for gap in _GAP.finditer(text):
        start, end = gap.span()
        kept.append(text[last:start])
        offsets.extend(range(last, start))
        if _latin(text[start - 1 : start]) and _latin(text[end : end + 1]):
            kept.append(" ")
            offsets.append(end - 1)
        last = end
    offsets.extend(range(last, len(text)))
    return "".join((*kept, text[last:])), offsets


@cache
def _latin(char: str) -> bool:
    return bool(char) and (char.isascii() or char in _KEPT) and (char.isalnum() or char in "()/%.,&+-")
