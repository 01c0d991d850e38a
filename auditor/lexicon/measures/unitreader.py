"""How a printed unit is read, compounds included: 万吨, 每百万工时, RMB in thousands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from decimal import Decimal

import regex

from auditor.lexicon.phrases import Found
from auditor.lexicon.phrases import PhraseBook
from auditor.lexicon.phrases import key
from auditor.model.quantity import Unit

_ONE = Decimal(1)
_RATIO = Unit("ratio", "ratio")
_WRAPPING = regex.compile(r"[()\[\]\"]+")
_RAISED = regex.compile(r"[⁰¹²³⁴-⁹]+(?:[,，][⁰¹²³⁴-⁹]+)*$")
#: Which words may follow a denominator, by the family of its dimension.
_TAILS = {"money": "tails", "area": "area_tails"}
#: Printed with two capitals a volume of water is in megalitres; a millilitre is an mL or ml.
_MEGALITRES = regex.compile(r"(?<![A-Za-z])ML(?![A-Za-z])")
#: What may be a scale behind the sign of a currency; m2 is an area.
_LETTERS = regex.compile(r"[a-z]{1,3}(?![a-z0-9²³])")
_MEASURED = ("mass", "ghg", "energy", "coal_equivalent", "volume", "area", "money:")
#: A currency's code with the letter of its scale.
_CODED = regex.compile(r"(?<![a-z])(?P<money>[a-z]{3})(?P<scale>k|m|mn|bn)(?![a-z0-9²³])")
#: So many characters may narrow what stands behind a denominator.
_NARROWING = 12


@dataclass(frozen=True, slots=True)
class Per:
    """A denominator: ``factor`` turns a number of it into the base of its dimension."""

    id: str
    dimension: str
    factor: Decimal = _ONE


@dataclass(frozen=True, slots=True)
class Scaled:
    """A unit and the scale word in front of it: 万吨 is ``t`` and 10000."""

    unit: Unit
    scale: Decimal = _ONE


@dataclass(frozen=True, slots=True)
class UnitTable:
    """All units by their folded and squeezed names; reads printed units.

    Dimensions of compounds join those of their parts: ``ghg/money:CNY``, ``count/hours_worked``.
    """

    names: Mapping[str, Unit]
    per: Mapping[str, Per]
    _units: PhraseBook[Unit]
    _pers: PhraseBook[Per]
    _scales: PhraseBook[Decimal]
    _words: Mapping[str, PhraseBook[str]]
    _money: Mapping[str, Decimal]
    leading: Mapping[str, Unit] = field(default_factory=dict)

    def parse(self, text: str) -> Unit | None:
        """Return the unit that a whole cell or phrase prints, None when it is none.

        A scale word multiplies the factor and shows in the id (万吨: ``10000t``); a scale word
        alone has an empty id. ``/`` stands for a ratio.
        """
        found = self.split(text)
        return self._joined(found.scale, found.unit) if found else None

    def split(self, text: str) -> Scaled | None:
        """Return the unit that a whole cell or phrase prints, its scale word kept apart."""
        plain = key(_MEGALITRES.sub("megalitre", text))
        if plain in {"/", "-/-", "n/a (ratio)"}:
            return Scaled(_RATIO)
        for tidy in dict.fromkeys((self._tidy(plain), self._tidy(_RAISED.sub("", plain)))):
            found = self._whole(tidy) if tidy else None
            if found:
                return found if printed_as(found.unit, text) else None
        return None

    @property
    def money_letters(self) -> tuple[str, ...]:
        """The letters that may stand behind an amount of money."""
        return tuple(self._money)

    def money_scale(self, word: str) -> Decimal:
        """Return what a letter behind an amount of money multiplies it by: US$26.9m."""
        return self._money[word]

    def prefix(self, text: str) -> tuple[Unit, int] | None:
        """Return the longest unit at the start of a folded text and how many characters it took."""
        start = len(text) - len(text.lstrip())
        head = self._head(text, start)
        if head is None:
            return None
        below = self._below(text, head.end)
        unit = self._joined(head.value.scale, head.value.unit)
        return (_over(unit, below.value), below.end) if below else (unit, head.end)

    def _tidy(self, text: str) -> str:
        text = _CODED.sub(self._parted, _WRAPPING.sub(" ", text)).strip()
        head = self._words["heads"].at(text)
        if head and head.end < len(text):
            return text[head.end :].strip(" :")
        return text.strip(" :")

    def _parted(self, found: regex.Match[str]) -> str:
        """Return a currency and the letter of its scale, printed as one word, in two: EURm, usdbn."""
        known = self.names.get(found["money"])
        return " ".join(found.groups()) if known and known.dimension.startswith("money:") else found[0]

    def _whole(self, text: str) -> Scaled | None:
        head = self._head(text, 0) or self._scale_alone(text)
        if head and head.end == len(text):
            return head.value
        if head is None and self._words["over"].at(text):
            head = Found(Scaled(Unit("count", "count")), 0, 0)  # 每百万工时: of what is not said
        below = self._below(text, head.end) if head else None
        if head and below and below.end < len(text):
            below = self._narrowed(text, below)
        if head and below and below.end == len(text):
            return Scaled(_over(head.value.unit, below.value), head.value.scale)
        return self._amount(text)

    def _scale_alone(self, text: str) -> Found[Scaled] | None:
        scale = self._scales.at(text)
        whole = scale is not None and scale.end == len(text)
        return Found(Scaled(Unit("", ""), scale.value), 0, scale.end) if scale and whole else None

    def _head(self, text: str, start: int) -> Found[Scaled] | None:
        """Return a unit with or without a scale word in front; 元人民币 is one unit."""
        unit = self._units.at(text, start)
        if unit:
            return self._with_currency(text, Found(Scaled(unit.value), start, unit.end))
        scale = self._scales.at(text, start)
        unit = self._units.at(text, self._behind_scale(text, scale.end)) if scale else None
        if not (scale and unit):
            return None
        return self._with_currency(text, Found(Scaled(unit.value, scale.value), start, unit.end))

    def _behind_scale(self, text: str, end: int) -> int:
        """Return where the unit behind a scale word begins: thousands of euros."""
        start = _skip(text, end)
        return _skip(text, start + 2) if text.startswith("of ", start) else start

    def _with_currency(self, text: str, head: Found[Scaled]) -> Found[Scaled]:
        """Return the head with a currency behind it: 百万元 (人民币), 元 币种:港币."""
        unit = head.value.unit
        if unit.id != "CNY":
            return head
        link = self._words["links"].at(text, _skip(text, head.end))
        behind = self._units.at(text, _skip(text, link.end if link else head.end))
        if behind is None or not behind.value.dimension.startswith("money:"):
            return head
        return Found(Scaled(behind.value, head.value.scale), head.start, behind.end)

    def _amount(self, text: str) -> Scaled | None:
        """Return money with its scale word behind it: RMB million, US$m, 人民币百万元, RMB in thousands."""
        money = self._units.at(text)
        if money is None or not money.value.dimension.startswith("money:"):
            return None
        rest = _skip(text, money.end)
        link = self._words["links"].at(text, rest)
        rest = _skip(text, link.end) if link else rest
        if text[rest:] in self._money:
            return Scaled(money.value, self._money[text[rest:]])
        scale = self._scales.at(text, rest)
        if scale is None:
            return None
        end = _skip(text, scale.end)
        yuan = self._units.at(text, end)
        end = yuan.end if yuan and yuan.value.id == "CNY" else end
        below = self._below(text, end)
        if end == len(text):
            return Scaled(money.value, scale.value)
        if below and below.end == len(text):
            return Scaled(_over(money.value, below.value), scale.value)
        return None

    def _below(self, text: str, start: int) -> Found[Per] | None:
        """Return the denominator behind 每, / or per, the longest reading."""
        over = self._words["over"].at(text, _skip(text, start))
        if over is None:
            return None
        at = _skip(text, over.end)
        named, amount = self._pers.at(text, at), self._per_amount(text, at)
        readings = [found for found in (named, amount) if found]
        return self._tail(text, max(readings, key=lambda found: found.end)) if readings else None

    def _per_amount(self, text: str, start: int) -> Found[Per] | None:
        """Return a denominator made of a scale word and a unit, in either order."""
        head = self._head(text, start)
        if head is None:
            return None
        unit, scale, end = head.value.unit, head.value.scale, head.end
        if unit.dimension.startswith("money:"):
            behind = self._scales.at(text, _skip(text, end)) or self._letter(text, _skip(text, end))
            scale, end = (behind.value, behind.end) if behind and scale == _ONE else (scale, end)
            yuan = self._units.at(text, end) if behind else None
            end = yuan.end if yuan and yuan.value.id == "CNY" else end
        return Found(self._as_per(unit, scale), start, end)

    def _letter(self, text: str, start: int) -> Found[Decimal] | None:
        """Return the scale that a letter behind a currency is, where a word ends: EUR m, US$bn sales."""
        word = _LETTERS.match(text, start)
        scale = self._money.get(word[0]) if word else None
        return Found(scale, start, start + len(word[0])) if word and scale else None

    def _as_per(self, unit: Unit, scale: Decimal) -> Per:
        known = {(per.dimension, per.factor): per for per in self.per.values()}
        scaled = self._joined(scale, unit)
        dimension = f"count:{unit.id}" if unit.dimension == "count" else unit.dimension
        return known.get((dimension, scaled.factor), Per(scaled.id, dimension, scaled.factor))

    def _tail(self, text: str, below: Found[Per]) -> Found[Per]:
        """Return a denominator of money or area with the noun behind it: 收入, of sales, 建筑面积."""
        book = _TAILS.get(below.value.dimension.partition(":")[0])
        tail = self._words[book].at(text, _skip(text, below.end)) if book else None
        return Found(below.value, below.start, tail.end) if tail else below

    def _narrowed(self, text: str, below: Found[Per]) -> Found[Per]:
        """Return a denominator with a word between it and its noun: 百万港元零售收益, m2 retail floor area.

        What is divided by is narrower than the unit tells, so it has an id and a dimension of its own.
        """
        rest = text[below.end :].strip(" ()")
        book = _TAILS.get(below.value.dimension.partition(":")[0])
        cuts = range(1, min(len(rest), _NARROWING)) if book else range(0)
        for cut in cuts:
            tail = self._words[book or ""].at(rest, cut)
            if tail and tail.end == len(rest) and regex.fullmatch(r"[\p{Han}]+|[a-z -]+", rest[:cut]):
                told = below.value
                per = replace(told, id=f"{told.id}({rest})", dimension=f"{told.dimension}({rest})")
                return Found(per, below.start, len(text))
        return below

    def _joined(self, scale: Decimal, unit: Unit) -> Unit:
        """Return a unit with its scale word in it: 千 and 千瓦时 make MWh."""
        factor = unit.factor * scale
        if scale == _ONE:
            return unit
        same = (
            known
            for known in self.names.values()
            if (known.dimension, known.factor) == (unit.dimension, factor)
        )
        named = next(same, None) if unit.id and unit.dimension != "count" else None
        return named or Unit(f"{scale:f}{unit.id}" if unit.id else "", unit.dimension, factor)


def measured(unit: Unit) -> bool:
    """Return whether a unit is one of measure: what is counted (people, cases) has the names of things."""
    return unit.dimension.startswith(_MEASURED)


def printed_as(unit: Unit, printed: str) -> bool:
    """Return whether capitals let a unit be read: MtCO2e is a million tonnes; MT, mt, Mt CO2e may not be."""
    return not unit.id.startswith("MtCO2e") or regex.search(r"(?<![A-Za-z])MtCO", printed) is not None


def _over(unit: Unit, per: Per) -> Unit:
    return Unit(f"{unit.id}/{per.id}", f"{unit.dimension}/{per.dimension}", unit.factor / per.factor)


def _skip(text: str, start: int) -> int:
    """Return the place of the next character that is not layout."""
    return start + len(text[start:]) - len(text[start:].lstrip(" ()"))
