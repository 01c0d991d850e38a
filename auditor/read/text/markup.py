"""Markdown and HTML inside a line: the marks go, the characters keep their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

import regex

_SUPERSCRIPT = str.maketrans("0123456789()+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻")
_SUBSCRIPT = str.maketrans("0123456789()+-", "₀₁₂₃₄₅₆₇₈₉₍₎₊₋")
_TAGS = (
    "ul|ol|li|p|br|b|i|em|strong|span|div|u|font|table|thead|tbody|tr|td|th|h[1-6]|a|img|hr|small"
    "|center|del|s|sup|sub"
)
_MARKUP = regex.compile(
    rf"""
      \$?\^\{{\s*(?P<raised>[^{{}}]*?)\s*\}}\$?
    | <sup>\s*(?P<sup>[^<>]*?)\s*</sup>
    | \[\^(?P<cited>[^\]\s]+)\]
    | \$?_\{{\s*(?P<lowered>[^{{}}]*?)\s*\}}\$?
    | <sub>\s*(?P<sub>[^<>]*?)\s*</sub>
    | !?\[(?P<linked>[^\[\]]*)\]\([^()\s]*\)
    | (?P<stars>\*\*)
    | <(?P<address>(?:https?://|mailto:)[^<>\s]+)>
    | (?P<tag></?(?:{_TAGS})(?:\s[^<>]*)?/?>)
    | (?P<entity>&(?:nbsp|lt|gt|amp|quot|\#[0-9]{{1,6}});)
    | \\(?P<escaped>[%\#_*~$&|-])
    """,
    regex.VERBOSE,
)
_RAISED = ("raised", "sup", "cited")
_LOWERED = ("lowered", "sub")
_KEPT = ("linked", "address", "escaped")


@dataclass(frozen=True, slots=True)
class Fragment:
    """Characters that stand together on one line; ``column`` counts code points from 0."""

    string: str
    line: int
    column: int


def clean(string: str, line: int, column: int = 0) -> list[Fragment]:
    """Return the readable characters of a stretch of a line, without markup and outer white space.

    ``^{1,2}`` and ``<sup>1</sup>`` become superscript characters, ``**`` and tags vanish, a link
    leaves its text.
    """
    return trim(list(_fragments(string, line, column)))


def trim(fragments: list[Fragment]) -> list[Fragment]:
    """Return the fragments without white space at either end."""
    kept = list(fragments)
    while kept and not kept[0].string.strip():
        kept.pop(0)
    while kept and not kept[-1].string.strip():
        kept.pop()
    if kept:
        first = kept[0]
        bare = first.string.lstrip()
        kept[0] = Fragment(bare, first.line, first.column + len(first.string) - len(bare))
        last = kept[-1]
        kept[-1] = Fragment(last.string.rstrip(), last.line, last.column)
    return kept


def drop(fragments: list[Fragment], length: int) -> list[Fragment]:
    """Return the fragments without their first ``length`` characters."""
    kept = []
    for fragment in fragments:
        if length >= len(fragment.string):
            length -= len(fragment.string)
            continue
        kept.append(Fragment(fragment.string[length:], fragment.line, fragment.column + length))
        length = 0
    return kept


def plain(fragments: list[Fragment]) -> str:
    """Return the characters of the fragments."""
    return "".join(fragment.string for fragment in fragments)


def raised(string: str) -> str:
    """Return raised characters as Unicode superscripts; a letter that is a mark as ``^{a}``."""
    bare = string.strip()
    if len(bare) == 1 and "a" <= bare <= "z":
        return "^{" + bare + "}"
    return string.translate(_SUPERSCRIPT)


def lowered(string: str) -> str:
    """Return lowered characters as Unicode subscripts."""
    return string.translate(_SUBSCRIPT)


def _fragments(string: str, line: int, column: int) -> Iterator[Fragment]:
    end = 0
    for match in _MARKUP.finditer(string):
        if match.start() > end:
            yield Fragment(string[end : match.start()], line, column + end)
        yield from _rendered(match, line, column)
        end = match.end()
    if end < len(string):
        yield Fragment(string[end:], line, column + end)


def _rendered(match: regex.Match[str], line: int, column: int) -> Iterator[Fragment]:
    name = match.lastgroup or ""
    start = column + match.start(name)
    text = str(match[name])
    if name in _RAISED:
        yield Fragment(text.translate(_SUPERSCRIPT), line, start)
    elif name in _LOWERED:
        yield Fragment(text.translate(_SUBSCRIPT), line, start)
    elif name in _KEPT:
        yield Fragment(text, line, start)
    elif name == "entity":
        yield Fragment(unescape(text), line, start)
    elif name == "tag" and _parts(text):
        # a list item or paragraph ends here; without a space its text would touch the next one
        yield Fragment(" ", line, start)


def _parts(tag: str) -> bool:
    return regex.match(r"</?(?:br|p|li|ul|ol|div|tr|td|th|h[1-6])\b", tag) is not None
