"""Cut a label out of the words around a number."""

from __future__ import annotations

from functools import cache

import regex

from auditor.extract.prose.sentences import Sentence
from auditor.lexicon.fold import fold
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words

#: The length of a label, in characters; Latin words take more of them.
_LIMIT, _LATIN_LIMIT = 60, 120
#: A classifier in front of the noun that it counts: 名员工, 场培训.
_CLASSIFIER = regex.compile(r"^\s*[个名位家项场件次所台只座份起](?=\p{Han}{2})")


def words_between(sentence: Sentence, start: int, end: int) -> str:
    """Return printed words between two offsets without periods, change words and linking verbs."""
    printed = sentence.text.string
    pieces: list[str] = []
    cursor = start
    for item in sentence.periods:
        if item.end <= start or item.start >= end:
            continue
        pieces.append(printed[cursor : max(item.start, cursor)])
        cursor = item.end
    pieces.append(printed[cursor:end])
    words = "".join(pieces)
    counted = any(mention.end == start for mention in sentence.mentions)
    return stripped(regex.sub(r"^[中里裡](?=\p{Han})", "", words) if counted else words)


def clause_start(sentence: Sentence, index: int) -> int:
    """Return where the words in front of a quantity begin: its clause or the quantity before it."""
    mention = sentence.mentions[index]
    starts = [clause.start for clause in sentence.clauses if clause.start <= mention.start]
    previous = sentence.mentions[index - 1].end if index else sentence.span.start
    return max([sentence.span.start, previous, *starts])


def words_behind(sentence: Sentence, index: int) -> str:
    """Return the noun behind a quantity, up to the end of its clause or the next quantity.

    What a unit counts (25 万员工) is its beginning.
    """
    mention = sentence.mentions[index]
    end = next((clause.end for clause in sentence.clauses if clause.end >= mention.end), sentence.span.end)
    start, following = mention.end, sentence.mentions[index + 1 :]
    if following and bracketed(sentence, index + 1):
        start, following = following[0].end, following[1:]
    if following:
        end = min(end, following[0].start)
    text = sentence.text.string[start : max(end, start)].lstrip(")）")
    text = regex.sub(r"^\s*(?:的)?\s*", "", text)
    text = regex.sub(r"^\s*[(（][^()（）]{1,16}[)）]\s*", "", text)
    text = regex.split(r"[。！？；;.!?\n]|\s[(（]|[(（][^()（）]*$", text)[0]
    text = "" if regex.match(r"(?:and|while|whereas|but|which)\s|中(?=\p{Han})", text) else text
    counted = _counted(mention.quantity.unit_text)
    text = f"{counted} {text}" if counted.isascii() else counted + text
    return (
        _cut(text.strip(' ，,、）)」"'), first=True)
        if says_something(text) and not _moves().fullmatch(fold(text))
        else ""
    )


@cache
def _moves() -> regex.Pattern[str]:
    """Words that tell of a change and name nothing: 增加, up, a year earlier."""
    words = quantity_words()
    every = (*words.up, *words.down, *words.more, *words.fewer, *words.year_bases, *words.against)
    every = (*every, *words.steady)
    return regex.compile(rf"(?:{alternation(every)}|[\s，,、了至到]|\[[0-9]{{1,3}}\]?)+")


def bracketed(sentence: Sentence, index: int) -> bool:
    """Return whether a quantity stands in brackets right behind another one: 17,806 tonnes (28.8%)."""
    mention = sentence.mentions[index]
    between = sentence.folded[sentence.mentions[index - 1].end : mention.start] if index else ""
    inside = regex.fullmatch(r"\s*\(\s*(?:占|or\s)?\s*", between)
    return bool(inside) and bool(regex.match(r"\s*\)", sentence.folded[mention.end : mention.end + 3]))


def _counted(unit_text: str) -> str:
    """Return the noun of a unit as printed, without its classifier; nothing for a bare classifier."""
    noun = _CLASSIFIER.sub("", unit_text)
    return noun if noun != unit_text or noun in _people() else ""


def _people() -> frozenset[str]:
    return frozenset(("员工", "員工", "雇员", "僱員", "职工", "職工", "employees", "people"))


def says_something(label: str) -> bool:
    """Return whether a label holds more than a particle."""
    told = _empty().sub(" ", fold(label))
    return len(regex.findall(r"\p{Han}", told)) >= 2 or len(regex.findall(r"[a-z]", told)) >= 3


@cache
def _empty() -> regex.Pattern[str]:
    return regex.compile(alternation(quantity_words().empty))


def stripped(text: str) -> str:
    """Return words without openers in front and without verbs, change words and bounds at their end."""
    folded = fold(text)
    head = _lead().match(folded)
    start = head.end() if head else 0
    tail = _tail().search(folded, start)
    end = tail.start() if tail else len(text)
    end += folded[:end].endswith("百分") and folded[end : end + 1] == "比"  # 百分比 ends a label
    return _cut(text[start:end].strip(' \t\n，,、；;：:（(“"「*-'))


def _cut(text: str, *, first: bool = False) -> str:
    """Return at most the last (or first) characters of a label that may be kept, whole Latin words only."""
    latin = len(regex.findall(r"[A-Za-z]", text)) * 2 > len(text)
    limit = _LATIN_LIMIT if latin else _LIMIT
    if len(text) <= limit:
        return text
    kept = text[:limit] if first else text[-limit:]
    if not latin:
        return kept
    return kept.rpartition(" ")[0] if first else kept.partition(" ")[2]


@cache
def _lead() -> regex.Pattern[str]:
    number = r"^[(（]?(?:[一二三四五六七八九十]{1,2}|[ivx]{1,4})[)）]"
    return regex.compile(rf"(?:{number}|{alternation(quantity_words().openers)}|[\s，,、；;：:。.*•·-])+")


@cache
def _tail() -> regex.Pattern[str]:
    words = quantity_words()
    every = {*words.linking, *words.up, *words.down, *words.reached, *words.year_bases, *words.base_year}
    every |= {
        *words.more,
        *words.fewer,
        *words.remnants,
        *words.against,
        *words.range_signs,
        *words.origins,
        *words.adverbs,
    }
    for bound in words.bounds:
        every |= set(bound.before)
    group = alternation(tuple(sorted(every, key=lambda word: (-len(word), word))))
    return regex.compile(rf"(?:{group}|[\s，,、；;：:（(“\"「*-])+$")
