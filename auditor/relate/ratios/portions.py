"""Shares told beside the number that they are of a whole: 共 878 家，其中 447 家位于内地，占 50.9 %.

Where a sentence tells a whole, says "of which" and at once a part, and behind that its share and nothing of
another whole, the three are one statement: a gap is an error. Where the share names its whole (占总收入的
25.2 %), that is what the report tells of it, and a gap asks a question, for the whole may be drawn wider.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from auditor.lexicon.arithmetic import arithmetic_words
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.metrics import metrics
from auditor.lexicon.naming import name
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.movements import between
from auditor.lexicon.words.particles import particles
from auditor.model.claim import Claim
from auditor.model.quantity import NO_UNIT
from auditor.model.relation import Relation
from auditor.model.relation import Strength
from auditor.relate.adjoining import Spans
from auditor.relate.adjoining import told_sentences
from auditor.relate.adjoining import words_behind
from auditor.relate.adjoining import words_between
from auditor.relate.facts import HUNDRED
from auditor.relate.facts import Facts
from auditor.relate.facts import dimension
from auditor.relate.facts import exact
from auditor.relate.facts import is_level
from auditor.relate.facts import percent_of
from auditor.relate.facts import percentage
from auditor.relate.ratios.ofcounted import held
from auditor.relate.slips import one_slip_into

_SMALL = particles()

#: Places by which a number is moved: one, per cent or a lost point, 千, 万, 百万, 亿.
_POWERS = (1, 2, 3, 4, 6, 8)


def portions(facts: Facts) -> Iterator[Relation]:
    """Propose each share of a sentence as the quotient of the part beside it and the whole that is told."""
    for claims, spans in told_sentences(facts.report):
        levels = [claim for claim in claims if is_level(claim) and exact(claim) and claim.quantity.value > 0]
        for before, claim in pairwise(levels):
            link = link_of(before, claim, claims, spans)
            if link is None:
                continue
            named = link["whole"] or ""
            if link["year"] and link["year"] != str(before.period.year):
                continue
            pair = (before, claim)
            found = whole_named(*pair, named, facts) if named else of_which(*pair, levels, spans)
            became = None if found or named or not _in_bracket(link) else _became(*pair, levels, spans)
            found = found or became
            if found is not None and not better_whole(claim, before, found, levels):
                sure = not named and not link["aside"] and became is None
                yield share_of(claim, before, found, Strength.MUST if sure else Strength.QUESTION)


def link_of(part: Claim, share: Claim, claims: Sequence[Claim], spans: Spans) -> re.Match[str] | None:
    """Return the words by which a percentage is the share of the number before it, None where it is not.

    Between the two it may be told how the part moved: 655.3 MWh, up 60.3 %, 1.0 % of the total.
    """
    if dimension(share) != "percent" or dimension(part) in ("percent", "points") or held(part, share, spans):
        return None
    passed = claims[claims.index(part) + 1 : claims.index(share)]
    last = passed[-1] if passed else part
    if passed:
        moved = words_between(part, last, spans, passed[:-1])
        if moved is None or between().sub("", moved):
            return None
    words = words_between(last, share, spans)
    found = _links().fullmatch(words) if words is not None else None
    alone = found is None or not found["aside"] or words_behind(share, spans).lstrip()[:1] in {")", "）"}
    return found if alone else None


@cache
def _links() -> re.Pattern[str]:
    """Words of place may stand behind the part, then a comma, the link and the name of the whole.

    Or what the part is (其中 480 人为女性), and the share in a bracket of its own.
    """
    words = label_words()
    link = alternation((*words.share_links, *words.share_nouns, "or"))
    behind = r"[^，,。；;:：()（）0-9%]{0,16}(?:[(（][^()（）0-9]{1,8}[)）])?"
    plain = alternation(clause_words().to_share)
    ends = alternation((*words.share_ends, *_SMALL.of_which))
    year = rf"(?:[^，,。；;:：()（）0-9%]{{0,8}}(?P<year>(?:19|20)[0-9]{{2}})\s*{_SMALL.year_told})?"
    whole = year + r"(?P<whole>[^，,。；;:：()（）0-9%]{2,24}?)"
    return re.compile(
        rf"{behind}[，,]?\s*(?:{link})\s*{whole}??\s*(?:{ends})?\s*(?:{plain}|\s)*|\s*[(（]\s*(?:{link})?\s*"
        rf"|(?P<aside>[^，,。；;:：()（）0-9%]{{1,16}})[(（]\s*(?:{link})?\s*"
    )


def of_which(part: Claim, share: Claim, levels: Sequence[Claim], spans: Spans) -> Claim | None:
    """Return the whole of which a sentence says at once how large the part is: 共 878 家，其中 447 家."""
    before = [other for other in levels[: levels.index(part)] if not _bracketed(other, spans)]
    whole = before[-1] if before else None
    if whole is None or not _splits(part, share, whole):
        return None
    passed = [other for other in levels if whole.no < other.no < part.no]
    words = words_between(whole, part, spans, passed) or ""
    opening = fold(whole.context)[: spans[whole.ref][0]] if whole.ref in spans else ""
    led = re.search(alternation((*arithmetic_words().of_which, *label_words().partial)) + _NAME, words)
    inside, holding = alternation(clause_words().insides), alternation(clause_words().holding)
    led = led or re.search(rf"{inside}[，,]?{holding}?$", words)
    return whole if led or re.match(rf"^\s*{english_words().of_all}\b[^,;0-9]*$", opening) else None


def _in_bracket(link: re.Match[str]) -> bool:
    """Return whether a share stands in a bracket right behind its part."""
    return link[0].lstrip().startswith(("(", "（")) and not link["aside"]


def _became(part: Claim, share: Claim, levels: Sequence[Claim], spans: Spans) -> Claim | None:
    """Return the number of the clause before, of which a part was returned, settled or passed."""
    before = levels[: levels.index(part)]
    whole = before[-1] if before else None
    if whole is None or not _splits(part, share, whole):
        return None
    words = words_between(whole, part, spans) or ""
    one_noun = whole.quantity.unit == part.quantity.unit and dimension(part) == "count"
    done = rf"{alternation(clause_words().done)}{_SMALL.done}?\s*"
    led = re.fullmatch(_CLAUSE + r"[，,]" + _CLAUSE + done, words)
    return whole if led and one_noun else None


#: Words of a clause up to its comma, or to a number.
_CLAUSE = r"[^，,。；;:：()（）0-9]{0,12}"
#: What may stand between the words "of which" and the part: its name.
_NAME = r"[^，,。；;:：0-9]{0,24}$"


def _bracketed(claim: Claim, spans: Spans) -> bool:
    """Return whether a number stands in brackets: what was told of another year."""
    if claim.ref not in spans:
        return False
    ahead = fold(claim.context)[: spans[claim.ref][0]]
    return max(ahead.rfind("("), ahead.rfind("（")) > max(ahead.rfind(")"), ahead.rfind("）"))


def whole_named(part: Claim, share: Claim, named: str, facts: Facts) -> Claim | None:
    """Return what the report tells of the whole that a share names.

    A part that is larger than its whole is one where another place for its point, or a digit less, would
    give the share.
    """
    found = name(named.strip(), NO_UNIT, any_unit=True)
    if found is None or metrics().entry(found.metric.base).nature == "ratio":
        return None
    whole = facts.tell(found.metric, found.residue, part.period)
    if whole is None or divisible(part, whole):
        return whole
    larger = dimension(part) == dimension(whole) and exact(whole) and part.size >= whole.size > 0
    return whole if larger and _slipped(part, share, whole) else None


def _slipped(part: Claim, share: Claim, whole: Claim) -> bool:
    """Return whether a part with its point moved, or a digit less, is what its share tells of the whole."""
    told = whole.quantity.base * share.quantity.base.scale(1 / HUNDRED.number)
    moved = (part.quantity.base.scale(Decimal(1).scaleb(-power)) for power in _POWERS)
    step = part.quantity.step * part.quantity.unit.factor
    digits = f"{part.size / step:.0f}"
    shorter = (Decimal(digits[:at] + digits[at + 1 :]) * step for at in range(len(digits) - 1))
    return any(base.meets(told) for base in moved) or any(size in told for size in shorter)


def _splits(part: Claim, share: Claim, whole: Claim) -> bool:
    """Return whether a sentence that splits a whole means this one: no part is more, save by a slip."""
    if whole.period != part.period or not _of_one_kind(part, whole):
        return False
    told = share.quantity.base.scale(1 / HUNDRED.number)
    if whole.size > part.size or told.may_be_zero:
        return whole.size > part.size
    return one_slip_into(part, whole.quantity.base * told) or one_slip_into(whole, part.quantity.base / told)


def divisible(part: Claim, whole: Claim) -> bool:
    """Return whether a number may be a part of another one: of its kind and unit, and smaller."""
    return _of_one_kind(part, whole) and whole.size > part.size


def _of_one_kind(part: Claim, whole: Claim) -> bool:
    same = part.ref != whole.ref and dimension(part) in (dimension(whole), _counted(whole))
    alike = part.quantity.unit.id in ("", whole.quantity.unit.id) or dimension(part) != "count"
    return same and alike and exact(whole)


def _counted(whole: Claim) -> str:
    """Return the dimension of a part that does not say again what is counted: of our 1,217 suppliers, 431."""
    return "" if dimension(whole) == "count" else dimension(whole)


def better_whole(share: Claim, part: Claim, whole: Claim, levels: Sequence[Claim]) -> bool:
    """Return whether another number of the sentence is the whole that the share was drawn from."""
    return any(
        other.ref != whole.ref
        and divisible(part, other)
        and percentage(part, other).meets(share.quantity.base)
        for other in levels
        if other.ref != part.ref and not other.quantity.interval.may_be_zero
    )


def share_of(share: Claim, part: Claim, whole: Claim, strength: Strength) -> Relation:
    """Return a share as the quotient of its part and its whole."""
    sure = strength if "weak" not in (share.confidence, part.confidence) else Strength.QUESTION
    return percent_of(share, part, whole, "prose:portion", sure)
