"""Formulas as notes print them: with signs, or in words (calculated as A divided by B).

A formula becomes its left side and tokens from left to right: names, numbers, brackets and the signs
``+ - * /``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.measures.units import units
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.english import english_words

_SENTENCE = re.compile(r"[。;；\n]|(?<=[a-z%)0-9])\.(?:\s|$)")
_TOKEN = re.compile(
    r"\s*(?P<op>[()+*/]|(?<![0-9a-z])-)"
    r"|\s*(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?\s*%?)"
    r"|[,，]?\s*(?P<name>(?:(?! - |(?<=[\u3400-\u9fff])-)[^()+*/0-9,，]|[,，](?=.*[*/])"
    r"|(?:(?<=[a-z\u3400-\u9fff])|(?<=[a-z] ))[0-9])+)"
)
#: The short form of a name behind it: revenue tonne kilometres (RTK).
_SHORT_FORM = re.compile(r"(?<=[a-z\u3400-\u9fff])\s?\([a-z]{2,8}\)")
#: Another word in a bracket behind one as long, which it stands for.
_OTHER = re.compile(r"([\u3400-\u9fff]{2,})\(([\u3400-\u9fff]{2,4})\)")
_LONGEST_LEFT = 90


@dataclass(frozen=True, slots=True)
class Printed:
    """A formula as printed; ``left`` is empty where the note says only how its row is worked out.

    ``signs`` tells that it is written with an equals sign.
    """

    left: str
    tokens: tuple[str, ...]
    signs: bool

    @property
    def divides(self) -> bool:
        """Return whether something that it names is divided."""
        return bool(self.names) and "/" in self.tokens

    @property
    def adds(self) -> bool:
        """Return whether it only adds up what it names, or takes it off: net = gross - returns."""
        plain = all(token in self.names or token in ("+", "-") for token in self.tokens)
        return self.signs and bool(self.left) and len(self.names) > 1 and plain

    @property
    def multiplies(self) -> bool:
        """Return whether it only takes one thing so many times: hours lost = days lost × 8."""
        rest = set(self.tokens) - set(self.names)
        plain = all(part == "*" or re.fullmatch(r"[0-9][0-9,]*(?:\.[0-9]+)?", part) for part in rest)
        return self.signs and bool(self.left) and len(self.names) == 1 and plain and "*" in rest

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names among the tokens."""
        return tuple(token for token in self.tokens if re.search(r"[^\W\d_]{2}", token))


def formulas(folded: str) -> Iterator[Printed]:
    """Yield the formulas of a folded note that divide something, add what they name, or multiply it."""
    told = (one for sentence in _SENTENCE.split(folded) for one in _each(sentence))
    for sentence in told:
        for left, right, signs in _sides(sentence):
            kept, rest = _cut(_in_signs(right))
            tokens = [item[0].strip() for item in _TOKEN.finditer(kept) if item[0].strip()]
            found = Printed(left.strip(" :：,，-"), tuple(_without_units(tokens)), signs)
            if (found.divides or found.adds or found.multiplies) and not _goes_on(rest):
                yield found


def _each(sentence: str) -> Iterator[str]:
    """Yield a formula that is told for two things at once as two: 新进率(离职率)=新进(离职)人数÷员工人数."""
    left, equals, right = sentence.partition("=")
    if not (equals and _OTHER.search(left) and _OTHER.search(right)):
        yield sentence
        return
    yield _OTHER.sub(r"\1", sentence)
    yield _OTHER.sub(lambda found: found[1][: -len(found[2])] + found[2], sentence)


def _without_units(tokens: Sequence[str]) -> Iterator[str]:
    """Yield the tokens of a formula without the plain unit of a number: days lost × 8 hours."""
    yield from tokens[:1]
    for number, token in pairwise(tokens):
        unit = units().parse(token) if number[0].isdigit() and token[0].isalpha() else None
        if unit is None or unit.factor != 1:
            yield token


def _sides(sentence: str) -> Iterator[tuple[str, str, bool]]:
    """Yield both sides of what a sentence equates, and whether it does so by a sign."""
    parts = re.split(r"\s*[=＝]\s*", sentence)
    if len(parts) > 1:
        for left, right in pairwise(parts):
            yield re.split(r"[,，:：]", left)[-1][-_LONGEST_LEFT:], right, True
        return
    found = _calculated().search(sentence)
    if found is not None:
        yield (
            re.split(r"[,，]", sentence[: found.start()])[-1][-_LONGEST_LEFT:],
            sentence[found.end() :],
            False,
        )
    elif re.match(r"\s*\(", sentence) or re.search(alternation(arithmetic_words().divided), sentence):
        yield "", sentence, False


@cache
def _calculated() -> re.Pattern[str]:
    return re.compile(alternation(arithmetic_words().calculated) + r"\s*[:：]?")


def _in_signs(right: str) -> str:
    """Return the right side of a formula with signs for its words."""
    words = arithmetic_words()
    right = _SHORT_FORM.sub("", right)
    text = re.sub(
        rf"^\s*{alternation(words.dividing)}\s+(.+?)\s+{alternation(words.dividing_by)}\s", r"(\1) / ", right
    )
    text = re.sub(alternation(words.divided), " / ", text)
    text = re.sub(alternation(words.multiplied), " * ", text)
    text = re.sub(r"(?<=[\s)])[x×](?=\s*[0-9])|[×]", " * ", text).replace("÷", " / ")
    text = re.sub(rf"(?<![0-9]){english_words().a_million}", "1,000,000", text)
    per = rf"{alternation(words.per_number)}\s+([0-9][0-9,]*)\s+(.+)$"
    return re.sub(per, r" / (\2) * \1", text)


def _goes_on(rest: str) -> bool:
    """Return whether what was cut off may be part of the arithmetic: multiplied later, told per thousand."""
    scale = alternation(tuple(quantity_words().scales))
    return bool(re.search(rf"[*/]|(?<![a-z0-9-])[0-9]{{3}}|(?<![a-z]){scale}(?![a-z])", rest))


def _cut(right: str) -> tuple[str, str]:
    """Return a right side up to where something else begins outside brackets, and what begins there."""
    depth = 0
    for at, char in enumerate(right):
        depth += (char == "(") - (char == ")")
        led = re.match(
            r"[,，](?![0-9]{3}|\s*[*/])|\s" + alternation(arithmetic_words().formula_ends), right[at:]
        )
        if depth <= 0 and led:
            return right[:at], right[at:]
    return right, ""
