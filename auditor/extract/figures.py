"""Claims from figures: tiles (a big number and its caption) and labels with a number."""

from __future__ import annotations

from dataclasses import replace

import regex

from auditor.extract.context import Context
from auditor.extract.numbers.cells import parse_cell
from auditor.extract.numbers.unittext import UnitText
from auditor.extract.numbers.unittext import in_unit
from auditor.extract.numbers.unittext import unit_text
from auditor.extract.prose.prose import prose_claims
from auditor.lexicon.fold import fold
from auditor.lexicon.naming import clean
from auditor.lexicon.naming import name
from auditor.lexicon.naming import unnamed
from auditor.lexicon.words.signs import sign_words
from auditor.model.claim import Claim
from auditor.model.claim import Source
from auditor.model.document import Text
from auditor.model.quantity import NO_UNIT
from auditor.model.quantity import Quantity

_UNIT_LINE = regex.compile(rf"^\s*[(（]?\s*{sign_words().unit_any}\s*[:：]", regex.IGNORECASE)
_PAIR = regex.compile(
    r"^(?P<label>.*?[\p{L})）])\s*[/:：／|]?\s*(?P<number>[-−+]?[0-9][0-9,]*(?:\.[0-9]+)?)$"
)
_YEAR = regex.compile(r"(?:19|20)[0-9]{2}")
#: A number in front of its caption, which ends with the unit in brackets.
_UNIT_LAST = regex.compile(
    r"(?P<number>[-−+]?[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?P<label>[\p{Han}a-zA-Z][^()（）0-9]*)[(（](?P<unit>[^()（）]+)[)）]\s*"
)
#: A number alone, whose label is the heading above it.
_ALONE = regex.compile(r"\s*(?P<number>[-−+]?[0-9][0-9,]*(?:\.[0-9]+)?)\s*")


def unit_line(text: str) -> UnitText | None:
    """Return the unit that a figure states once (單位：萬噸), None for other text."""
    return unit_text(text) if _UNIT_LINE.match(fold(text)) else None


def figure_claims(
    text: Text, unit: UnitText | None, context: Context, number: int, *, titled: bool = False
) -> tuple[tuple[Claim, ...], int]:
    """Return the claims of a figure block; ``unit`` is the one in force for bare numbers.

    ``titled`` tells that the heading right above it is its label.
    """
    alone = _ALONE.fullmatch(text.string) if titled else None
    if alone and context.headings:
        claim = _claim(text, context.headings[-1], alone, unit, context, number)
        return ((claim,) if claim else (), number + 1)
    last = _UNIT_LAST.fullmatch(text.string.strip())
    told = unit_text(last["unit"]) if last else None
    if last and told:
        claim = _claim(text, last["label"].strip(), last, told, context, number)
        return ((claim,) if claim else (), number + 1)
    pair = _PAIR.match(text.string.strip())
    if pair and not _YEAR.fullmatch(pair["number"]):
        claim = _claim(text, pair["label"].strip(), pair, unit, context, number)
        return ((claim,) if claim else (), number + 1)
    claims, after = prose_claims(text, Source.FIGURE, context, number)
    return (_tile(claims, text), after)


def _claim(  # noqa: PLR0913, PLR0917  # a label and its number, apart
    text: Text, label: str, pair: regex.Match[str], unit: UnitText | None, context: Context, number: int
) -> Claim | None:
    parsed = parse_cell(pair["number"])
    if (
        parsed is None
        or len(clean(label)) < 2
        or regex.match(r"[\s*]*[0-9]", label)
        or _YEAR.fullmatch(pair["number"])
    ):
        return None
    quantity: Quantity = in_unit(parsed[0], unit) if unit is not None else parsed[0]
    if unit is None and "," not in pair["number"] and "." not in pair["number"]:
        return None
    named = name(clean(label), quantity.unit, context.profile.names)
    lead = len(text.string) - len(text.string.lstrip())
    return Claim(
        ref="",
        no=0,
        key="",
        report=context.report,
        source=Source.FIGURE,
        place=text.place(lead + pair.start("number"), lead + pair.end("number")),
        label=label,
        folded=clean(label),
        metric=named.metric if named else unnamed(clean(label)),
        scope=named.residue if named else "",
        period=context.profile.clock.current,
        quantity=quantity,
        context=" ".join(text.string.split()),
        sentence=number,
        heading=fold(context.heading),
    )


def _tile(claims: tuple[Claim, ...], text: Text) -> tuple[Claim, ...]:
    """Give the big number of a tile the meaning of the same number in its caption."""
    if len(claims) < 2 or not regex.match(
        r"\s*[^\p{L}]{0,3}[\p{Han}a-z ]{0,12}[0-9]", text.string, regex.IGNORECASE
    ):
        return claims
    first = claims[0]
    for other in claims[1:]:
        same = other.quantity.value == first.quantity.value and other.quantity.unit == first.quantity.unit
        if same and first.quantity.unit is not NO_UNIT:
            told = replace(
                other, place=first.place, quantity=first.quantity, order=first.order, notes=first.notes
            )
            return (told, *claims[1:])
    return claims
