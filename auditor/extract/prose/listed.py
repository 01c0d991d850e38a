"""Lists that share out numbers: A、B和C分别为x、y和z, A and B were x and y respectively.

Each number takes the name in its place. Where there are not as many names as numbers, nobody can tell
which is whose: then none gets a name that could be held against another claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from auditor.extract.prose.sentences import Sentence
from auditor.extract.prose.sentences import Span
from auditor.extract.prose.wording import says_something
from auditor.extract.prose.wording import words_between
from auditor.lexicon.labels import label_words
from auditor.lexicon.measures.currencies import sign_of_currency
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import any_of
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.clauses import joint_word
from auditor.lexicon.words.clauses import near

_STOP = r"[，,；;]"
#: So many characters may stand between 分别 and the first number.
_REACH = 14


@dataclass(frozen=True, slots=True)
class Item:
    """What a number of a list is called.

    ``names`` are the names of the whole list in order, ``at`` the place of the number in it; none when the
    list names nothing itself: then ``earlier`` is the quantity in the same place among those before. Both
    missing: what the number counts cannot be told.
    """

    at: int
    names: tuple[str, ...] = ()
    earlier: int | None = None
    words: str = ""


def items(sentence: Sentence) -> dict[int, Item]:
    """Return for each quantity that a list shares out what it is called."""
    found: dict[int, Item] = {}
    for word in _respectively().finditer(sentence.folded, sentence.span.start, sentence.span.end):
        for index, item in _of_word(sentence, word):
            found.setdefault(index, item)
    return found


def _of_word(sentence: Sentence, word: regex.Match[str]) -> Iterator[tuple[int, Item]]:
    run = _run_behind(sentence, word.end()) if not word[0].isascii() else _run_before(sentence, word.start())
    if len(run) < 2:
        return
    until = word.start() if not word[0].isascii() else sentence.mentions[run[0]].start
    start = max(
        [sentence.span.start, *(mention.end for mention in sentence.mentions if mention.end <= until)]
    )
    names = _names(sentence, start, until, len(run))
    if names is None:
        return
    before = _levels_before(sentence, run) if not names else ()
    words = regex.split(_STOP, words_between(sentence, start, until))[-1].strip()
    for at, index in enumerate(run):
        yield index, Item(at, names, before[at] if before else None, words)


def _run_behind(sentence: Sentence, start: int) -> list[int]:
    """Return the quantities of the list that begins behind a place."""
    first = next((at for at, mention in enumerate(sentence.mentions) if mention.start >= start), None)
    if first is None or not _leads(sentence, start, sentence.mentions[first].start):
        return []
    run = [first]
    while run[-1] + 1 < len(sentence.mentions) and _parted(sentence, run[-1]):
        run.append(run[-1] + 1)
    return run


def _run_before(sentence: Sentence, end: int) -> list[int]:
    """Return the quantities of the list that ends in front of a place."""
    last = max((at for at, mention in enumerate(sentence.mentions) if mention.end <= end), default=None)
    if last is None or regex.search(r"[A-Za-z]{2}|\p{Han}", sentence.slice(sentence.mentions[last].end, end)):
        return []
    run = [last]
    while run[0] and _parted(sentence, run[0] - 1):
        run.insert(0, run[0] - 1)
    return run


def _leads(sentence: Sentence, start: int, end: int) -> bool:
    between = sentence.folded[start:end]
    return len(between) <= _REACH and not regex.search(_STOP, between)


def _parted(sentence: Sentence, index: int) -> bool:
    """Return whether only a joint of a list parts a quantity from the next one, of the same unit."""
    one, other = sentence.mentions[index], sentence.mentions[index + 1]
    between = sentence.folded[one.end : other.start]
    alike = one.quantity.unit.dimension == other.quantity.unit.dimension or one.bare
    moved = alternation((*quantity_words().up, *quantity_words().down))
    words = alternation((*clause_words().ended, *clause_words().numbered, *near()))
    led = rf"(?:{moved})?(?:{words}|{sign_of_currency()})?"
    joint = rf"\s*(?:{_STOP}\s*)?(?:{_joint()}|{_STOP})?\s*{led}\s*"
    return alike and bool(regex.fullmatch(joint, between))


@cache
def _joint() -> str:
    """Return what stands between the items of a list; inside a word it is no joint (参与, 及时)."""
    return rf"[、]|{joint_word()}|/(?=\p{{Han}})|&"


def _names(sentence: Sentence, start: int, end: int, count: int) -> tuple[str, ...] | None:
    """Return the names of a list of ``count`` numbers: () when it has none or another number of them.

    None when one name stands for all of them: the years that it names share them out.
    """
    clause = start
    for stop in regex.finditer(rf"{_STOP}|[：:]", sentence.folded[start:end]):
        clause = start + stop.end()
    if not says_something(words_between(sentence, clause, end)):
        inner = [stop.start() for stop in regex.finditer(_STOP, sentence.folded[start:end])]
        clause, end = (start, start + inner[-1]) if inner else (start, end)
    told = _split(sentence, clause, end, _joint())
    if len(told) > count:
        told = _split(sentence, clause, end, "、")
    if len(told) == count:
        return told
    wider = _split(sentence, start, end, f"{_joint()}|{_STOP}")
    if len(told) > 1 and len(wider) == count:
        return wider
    single = len(wider) == 1 and says_something(wider[0])
    return None if single else ()


def _split(sentence: Sentence, start: int, end: int, joint: str) -> tuple[str, ...]:
    """Return the printed names between two offsets, without periods and verbs."""
    names: list[str] = []
    at = start
    joints = [*regex.finditer(joint, sentence.folded[start:end]), None]
    for found in joints:
        stop = start + found.start() if found else end
        name = words_between(sentence, at, stop)
        if regex.search(r"\p{L}", name):
            names.append(name)
        at = start + found.end() if found else end
    return tuple(names)


def _levels_before(sentence: Sentence, run: Sequence[int]) -> tuple[int, ...]:
    """Return as many quantities in front of a list as it has, in its sentence or behind a word like 其中."""
    before = tuple(range(run[0]))
    start = max(
        (clause for clause in _parts(sentence) if clause <= sentence.mentions[run[0]].start), default=0
    )
    openers = any_of(label_words().partial).finditer(sentence.folded, start, sentence.mentions[run[0]].start)
    for first in (start, *[word.end() for word in openers][-1:]):
        near = tuple(index for index in before if sentence.mentions[index].start >= first)
        if len(near) == len(run):
            return near
    return ()


def _parts(sentence: Sentence) -> list[int]:
    """Return where the parts of a sentence begin that semicolons make."""
    span = Span(sentence.span.start, sentence.span.end)
    stops = regex.finditer("[；;]", sentence.folded[span.start : span.end])
    return [span.start, *(span.start + stop.end() for stop in stops)]


@cache
def _respectively() -> regex.Pattern[str]:
    return regex.compile(alternation(label_words().respectively))
