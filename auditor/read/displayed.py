"""A stored number and its number format become the text that a spreadsheet program shows.

Follows ECMA-376 part 1, 18.8.30 and 18.8.31 (number formats), as spreadsheet programs carry it out: a
stored number counts with fifteen significant digits, and halves are rounded away from zero.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP
from decimal import Context
from decimal import Decimal
from operator import eq
from operator import ge
from operator import gt
from operator import le
from operator import lt
from operator import ne

import regex

from auditor.lexicon.words.signs import sign_words
from auditor.read.displayeddates import date_part
from auditor.read.displayeddates import is_minutes

_STORED = Context(prec=15, rounding=ROUND_HALF_UP)
_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
#: The General format shows a number that is not whole in so many digits.
_GENERAL_DIGITS = 10
_LITERAL, _DIGIT = "literal", "digit"
_TOKEN = regex.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>(?i:General))|(?P<exponent>[Ee][+-])|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)"
    r"|(?P<percent>%)|(?P<at>@)|(?P<plain>.)",
    regex.DOTALL,
)
_PART = regex.compile(r'"[^"]*"|\\.|\[[^\]]*\]|.', regex.DOTALL)
_CONDITION = regex.compile(r"(?P<sign><=|>=|<>|<|>|=)(?P<limit>-?[0-9.]+)")
_COMPARE: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": lt,
    ">": gt,
    "=": eq,
    "<=": le,
    ">=": ge,
    "<>": ne,
}
_DATE = regex.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[[^\]]*\]|'
    rf"(?P<half>(?i:am/pm|a/p)|{sign_words().noon})"
    r"|(?P<code>y+|e+|m+|d+|a{3,4}|h+|s+(?:\.0+)?)|(?P<plain>.)",
    regex.IGNORECASE | regex.DOTALL,
)
#: The short date, whose look the format leaves to the reader's country; the order that nobody mistakes.
_SHORT_DATES = {"mm-dd-yy": "yyyy/m/d", "m/d/yy": "yyyy/m/d", "m/d/yy h:mm": "yyyy/m/d h:mm"}


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


def displayed(value: Decimal, code: str) -> str:
    """Return how a number is shown in a number format (``0.0%`` shows 0.1234 as ``12.3%``).

    Formats that only narrow columns or other countries would show otherwise are shown in full, and a
    large whole number in the General format is never cut to an exponent.
    """
    stored = _STORED.plus(value)
    sections = _sections(code)
    section, absolute = _chosen(stored, sections)
    tokens = _tokens(section)
    string = _shown(abs(stored), tokens)
    sign = "-" if stored < 0 and not absolute else ""
    return (sign + string).strip()


def displayed_text(string: str, code: str) -> str:
    """Return how a text is shown in a number format; most leave it as it is."""
    sections = _sections(code)
    section = sections[3] if len(sections) > 3 else sections[-1]
    tokens = _tokens(section)
    if not any(token.kind == "at" for token in tokens):
        return string
    return "".join(string if token.kind == "at" else token.text for token in tokens).strip()


def displayed_date(moment: datetime, code: str) -> str:
    """Return how a date or time is shown in a number format (``yyyy"年"m"月"``)."""
    section = _sections(code)[0]
    section = _SHORT_DATES.get(section.lower(), section)
    matches = list(_DATE.finditer(section))
    halved = any(match["half"] for match in matches)
    codes = [(match["code"] or "").lower() for match in matches]
    return "".join(
        date_part(match, moment, minutes=is_minutes(codes, index), halved=halved)
        for index, match in enumerate(matches)
    ).strip()


def _sections(code: str) -> list[str]:
    """Return the parts of a format between semicolons that are not quoted."""
    sections = [""]
    for part in _PART.findall(code):
        if part == ";":
            sections.append("")
        else:
            sections[-1] += part
    return sections


def _chosen(value: Decimal, sections: list[str]) -> tuple[str, bool]:
    """Return the section for a value, and whether it shows the value without its sign."""
    if any(_CONDITION.search(section) for section in sections[:2]):
        return _conditional(value, sections)
    if value < 0 and len(sections) > 1:
        return sections[1], True
    if value == 0 and len(sections) > 2:
        return sections[2], True
    return sections[0], False


def _conditional(value: Decimal, sections: list[str]) -> tuple[str, bool]:
    for index, section in enumerate(sections):
        match = next((found for part in _brackets(section) if (found := _CONDITION.fullmatch(part))), None)
        if match is None:
            return section, index > 0
        if _COMPARE[match["sign"]](value, Decimal(match["limit"])):
            return section, value < 0 and match["sign"] in "<="
    return sections[-1], False


def _brackets(section: str) -> list[str]:
    return [str(found) for found in regex.findall(r"\[([^\]]*)\]", section)]


def _tokens(section: str) -> list[_Token]:
    """Return the tokens of a section; colours, conditions and fills say nothing that is shown."""
    tokens = []
    for match in _TOKEN.finditer(section):
        kind = match.lastgroup or ""
        text = match[kind]
        if kind in {"quoted", "escaped", "plain"}:
            tokens.append(_Token(_LITERAL, text))
        elif kind == "space":
            tokens.append(_Token(_LITERAL, " "))
        elif kind == "bracket":
            if text.startswith("$"):
                tokens.append(_Token(_LITERAL, text[1:].split("-")[0]))
        elif kind != "fill":
            tokens.append(_Token(kind, text))
    return tokens


def _shown(value: Decimal, tokens: list[_Token]) -> str:
    kinds = [token.kind for token in tokens]
    if _is_fraction(tokens):
        return _general(value)
    if "general" in kinds or "at" in kinds:
        return "".join(
            _general(value) if token.kind in {"general", "at"} else token.text
            for token in tokens
            if token.kind in {_LITERAL, "general", "at"}
        ) or _general(value)
    if _DIGIT not in kinds:
        return "".join(token.text for token in tokens)
    if "exponent" in kinds:
        return _scientific(value, tokens)
    return _fixed(_WIDE.multiply(value, Decimal(100) ** kinds.count("percent")), tokens)


def _is_fraction(tokens: list[_Token]) -> bool:
    return any(
        token.text == "/" and 0 < index < len(tokens) - 1 and tokens[index + 1].kind == _DIGIT
        for index, token in enumerate(tokens)
    )


def _general(value: Decimal) -> str:
    """Return a number without a format: whole numbers in full, others in ten digits at most."""
    if value == value.to_integral_value():
        return f"{value:f}".split(".")[0]
    places = max(_GENERAL_DIGITS - len(str(int(value))), 0)
    if value < Decimal("0.0001"):
        places = 5 - value.adjusted()
    rounded = value.quantize(Decimal(1).scaleb(-places), context=_WIDE)
    return f"{rounded:f}".rstrip("0").rstrip(".")


def _scientific(value: Decimal, tokens: list[_Token]) -> str:
    at = next(index for index, token in enumerate(tokens) if token.kind == "exponent")
    size = value.adjusted() if value else 0
    places = sum(token.kind == _DIGIT for token in _after_point(tokens[:at]))
    mantissa = value.scaleb(-size).quantize(Decimal(1).scaleb(-places), context=_WIDE)
    if mantissa >= 10:
        mantissa, size = mantissa / 10, size + 1
    digits = sum(token.kind == _DIGIT for token in tokens[at:])
    sign = "-" if size < 0 else tokens[at].text[1].replace("-", "")
    return f"{_fixed(mantissa, tokens[:at])}{tokens[at].text[0]}{sign}{abs(size):0{digits}d}"


def _after_point(tokens: list[_Token]) -> list[_Token]:
    at = next((index for index, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    return tokens[at + 1 :]


def _fixed(value: Decimal, tokens: list[_Token]) -> str:
    """Return a number in places before and after the point, grouped and scaled as its commas say."""
    after = _after_point(tokens)
    before = tokens[: len(tokens) - len(after)]
    last = max((index for index, token in enumerate(before) if token.kind == _DIGIT), default=-1)
    first = next((index for index, token in enumerate(before) if token.kind == _DIGIT), 0)
    grouped = any(token.kind == "comma" for token in before[first : max(last, 0)])
    scale = sum(token.kind == "comma" for token in tokens[last + 1 :])
    places = sum(token.kind == _DIGIT for token in after)
    rounded = value.scaleb(-3 * scale).quantize(Decimal(1).scaleb(-places), context=_WIDE)
    whole, _, rest = f"{rounded:f}".partition(".")
    return _whole(whole.lstrip("0"), before, grouped=grouped) + _rest(rest, after)


def _whole(digits: str, tokens: list[_Token], *, grouped: bool) -> str:
    """Return the digits before the point, set from the right into their places."""
    shown: list[str] = []
    left, count = list(digits), 0
    remaining = sum(token.kind == _DIGIT for token in tokens)

    def put(digit: str) -> None:
        nonlocal count
        if grouped and count and count % 3 == 0:
            shown.append(" " if digit == " " else ",")
        shown.append(digit)
        count += 1

    for token in reversed(tokens):
        if token.kind == _DIGIT:
            remaining -= 1
            if left:
                put(left.pop())
            elif token.text != "#":
                put("0" if token.text == "0" else " ")
            while not remaining and left:
                put(left.pop())
        elif token.kind != "comma":
            shown.append(token.text[::-1])
    return "".join(shown)[::-1]


def _rest(digits: str, tokens: list[_Token]) -> str:
    """Return the digits after the point; ``#`` and ``?`` show no zeros at the end."""
    places = [index for index, token in enumerate(tokens) if token.kind == _DIGIT]
    kept = dict(zip(places, digits, strict=False))
    for index in reversed(places):
        if kept[index] != "0" or tokens[index].text == "0":
            break
        kept[index] = " " if tokens[index].text == "?" else ""
    return "".join(kept.get(index, token.text) for index, token in enumerate(tokens) if token.kind != "comma")
