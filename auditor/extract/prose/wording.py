"""Cut a label out of the words around a number."""

from __future__ import annotations

from functools import cache

import regex

from auditor.extract.prose.brackets import behind
from auditor.extract.prose.oneunit import whole_opens
from auditor.extract.prose.sentences import Sentence
from auditor.extract.prose.since import begun
from auditor.lexicon.fold import fold
from auditor.lexicon.labels import label_words
from auditor.lexicon.measures.numerals import numeral_words
from auditor.lexicon.quantities import alternation
from auditor.lexicon.quantities import quantity_words
from auditor.lexicon.words.clauses import clause_words
from auditor.lexicon.words.english import english_words
from auditor.lexicon.words.particles import particles
from auditor.model.period import PeriodKind
from auditor.model.quantity import Quantity

_ENGLISH = english_words()

_SMALL = particles()

#: The length of a label, in characters; Latin words take more of them.
_LIMIT, _LATIN_LIMIT = 60, 120
_PARTICLE = regex.compile(rf"^\s*{_SMALL.of}?\s*")
_ASIDE = regex.compile(r"^\s*[(（][^()（）]{1,16}[)）]\s*")
_STOP = regex.compile(r"[。！？；;.!?\n]|\s[(（]|[(（][^()（）]*$")
_HAN, _LATIN, _LETTER = (regex.compile(one) for one in (r"\p{Han}", r"[a-z]", r"[A-Za-z]"))
#: An English noun that is counted: lost-time injuries.
_NOUN = regex.compile(r"[a-z]+(?:[- ][a-z]+)*")


def words_between(sentence: Sentence, start: int, end: int) -> str:
    """Return printed words between two offsets without periods, change words and linking verbs."""
    printed = sentence.text.string
    pieces: list[str] = []
    cursor = start
    for item in sentence.periods:
        if item.end <= start or item.start >= end:
            continue
        pieces.append(printed[cursor : max(item.start, cursor)])
        among = (
            item.period.kind is PeriodKind.SPAN
            and sentence.folded[item.end : item.end + 1] in clause_words().among
        )
        cursor = item.end + among
    pieces.append(printed[cursor:end])
    words = regex.sub(r"[(（]\s*[)）]", "", "".join(pieces))
    since = _frame().search(fold(words))
    if since and any(begun(sentence, mention) for mention in sentence.mentions):
        words = words[: since.start()] + words[since.end() :]
    counted = any(mention.end == start for mention in sentence.mentions)
    inside = _inside().match(fold(words)) if counted else None
    label = stripped(words[inside.end() :] if inside else words)
    ratio = _ends_in_ratio(sentence, end)
    return (
        f"{label}{printed[ratio]}"
        if label and ratio and not fold(label).endswith(_SMALL.percent_end)
        else label
    )


def _ends_in_ratio(sentence: Sentence, end: int) -> int:
    """Return where the 比 stands that ends the name of a ratio right in front of a number: 逾放比0.11%.

    0 where there is none: behind it would follow what something is held against.
    """
    found = _ratio().search(sentence.folded, sentence.span.start, end)
    if found is None or any(found.start() < item.end <= end for item in sentence.periods):
        return 0
    return int(found.start("ratio"))


@cache
def _ratio() -> regex.Pattern[str]:
    words = quantity_words()
    against = (*words.against, *words.year_bases, *words.adverbs, *clause_words().closes)
    end = _SMALL.percent_end
    held = sorted({word[:-1] for word in against if word.endswith(end) and len(word) > 1})
    apart = "".join(rf"(?<!{word})" for word in held)
    linked = alternation(tuple(word for word in words.linking if word not in words.down))
    return regex.compile(rf"(?<=\p{{Han}}){apart}(?P<ratio>{end})(?:{linked}|[:\s])*$")


@cache
def _frame() -> regex.Pattern[str]:
    """What is left of 自2019年起 without its year."""
    return regex.compile(rf"{alternation(clause_words().since)}\s*{alternation(clause_words().until)}")


@cache
def _inside() -> regex.Pattern[str]:
    return regex.compile(rf"{alternation(clause_words().within)}(?=\p{{Han}})")


def clause_start(sentence: Sentence, index: int) -> int:
    """Return where the words in front of a quantity begin: its clause or the quantity before it."""
    mention = sentence.mentions[index]
    starts = [clause.start for clause in sentence.clauses if clause.start <= mention.start]
    previous = sentence.mentions[index - 1].end if index else sentence.span.start
    aside = behind(sentence, index - 1) if index else None
    return max([sentence.span.start, aside.end() if aside else previous, *starts])


def words_behind(sentence: Sentence, index: int) -> str:
    """Return the noun behind a quantity, up to the end of its clause or the next quantity.

    What a unit counts (25 万员工) is its beginning.
    """
    mention = sentence.mentions[index]
    end = next((clause.end for clause in sentence.clauses if clause.end >= mention.end), sentence.span.end)
    aside = behind(sentence, index)
    start, following = aside.end() if aside else mention.end, sentence.mentions[index + 1 :]
    if following and bracketed(sentence, index + 1) and not whole_of_part(sentence, index):
        start, following = following[0].end, following[1:]
    if following:
        end = min(end, following[0].start)
    text = _undated(sentence, start, max(end, start)).lstrip(")）")
    text = _ASIDE.sub("", _PARTICLE.sub("", text))
    text = _whole_of_share(_STOP.split(text, 1)[0], sentence, index)
    text = "" if _turn().match(fold(text)) else text
    counted = _counted(mention.quantity)
    text = f"{counted} {text}" if counted.isascii() else counted + text
    return (
        _cut(text.strip(' ，,、）)」"'), first=True)
        if says_something(text) and not _moves().fullmatch(fold(text))
        else ""
    )


def _whole_of_share(text: str, sentence: Sentence, index: int) -> str:
    """Return the words behind a number without the part whose share follows: 29 名高管中女性占 31.0%."""
    following = sentence.mentions[index + 1 : index + 2]
    held = _holding_share().search(fold(text)) if following else None
    return text[: held.start()] if held and following[0].quantity.unit.id == "%" else text


@cache
def _holding_share() -> regex.Pattern[str]:
    """What tells whose share of the counted stands behind it: 中女性占 of 18 名部门主管中女性占 38.9 %."""
    inside = alternation(clause_words().insides)
    linked = alternation((*label_words().share_links, *label_words().share_nouns, *clause_words().holding))
    return regex.compile(rf"(?<=\p{{Han}}{{2}}){inside}[^,，。；;、()（）]{{1,12}}?{linked}\s*$")


def _undated(sentence: Sentence, start: int, end: int) -> str:
    """Return printed words between two offsets up to the first period that an English one of them names."""
    text = sentence.text.string[start:end]
    named = next((item for item in sentence.periods if start <= item.start < end), None)
    if named is None:
        return text
    led = alternation(clause_words().dates_labels)
    dated = regex.search(rf"(?:^|\s){led}(?: {_ENGLISH.the})?\s*$", text[: named.start - start])
    return text[: dated.start()] if dated else text


@cache
def _turn() -> regex.Pattern[str]:
    inside = alternation(clause_words().turns_inside)
    return regex.compile(rf"{alternation(clause_words().turns)}\s|{inside}(?=\p{{Han}})")


@cache
def _moves() -> regex.Pattern[str]:
    """Words that tell of a change and name nothing: 增加, up, a year earlier."""
    words = quantity_words()
    every = (*words.up, *words.down, *words.more, *words.fewer, *words.year_bases, *words.against)
    every = (*every, *words.steady)
    return regex.compile(rf"(?:{alternation(every)}|[\s，,、{_SMALL.and_so_far}]|\[[0-9]{{1,3}}\]?)+")


def whole_of_part(sentence: Sentence, index: int) -> bool:
    """Return whether a number is the whole of the one before it: 3,079 of our 7,418 employees (41.5%) are."""
    before = sentence.mentions[index - 1] if index else None
    between = sentence.folded[before.end : sentence.mentions[index].start] if before else ""
    if before is None or not whole_opens().fullmatch(between):
        return False
    return before.bare or before.quantity.unit == sentence.mentions[index].quantity.unit


def words_behind_whole(sentence: Sentence, index: int) -> str:
    """Return what is said of a part behind its whole: women employees of 62 of our 90 employees are women.

    Empty where the number is no part of the one behind it.
    """
    if index + 1 >= len(sentence.mentions) or not whole_of_part(sentence, index + 1):
        return ""
    whole = sentence.mentions[index + 1]
    end = next((clause.end for clause in sentence.clauses if clause.end >= whole.end), sentence.span.end)
    said = regex.sub(r"^\s*[(][^()]*[)]", "", sentence.folded[whole.end : end])
    said = regex.sub(rf"^\s*{alternation(clause_words().verbs)}\s", "", said)
    said = regex.split(r"[.;:,()0-9]", said)[0].strip()
    return f"{said} {whole.quantity.unit_text}" if says_something(said) else ""


def bracketed(sentence: Sentence, index: int) -> bool:
    """Return whether a quantity stands in brackets right behind another one: 17,806 tonnes (28.8%)."""
    mention = sentence.mentions[index]
    between = sentence.folded[sentence.mentions[index - 1].end : mention.start] if index else ""
    again = alternation(clause_words().again)
    inside = regex.fullmatch(rf"\s*\(\s*(?:{again})?\s*", between)
    return bool(inside) and bool(regex.match(r"\s*\)", sentence.folded[mention.end : mention.end + 3]))


def _counted(quantity: Quantity) -> str:
    """Return the noun of a unit as printed, without its classifier; nothing for a bare classifier."""
    unit_text = quantity.unit_text
    if quantity.unit.dimension == "count" and _NOUN.fullmatch(unit_text):
        return "" if unit_text in quantity_words().bare_nouns else unit_text
    led = _classifier().match(unit_text)
    if led:
        return unit_text[led.end() :]
    return unit_text if fold(unit_text) in clause_words().people else ""


@cache
def _classifier() -> regex.Pattern[str]:
    """A classifier in front of the noun that it counts: 名员工, 场培训."""
    return regex.compile(rf"\s*{alternation(clause_words().classifiers)}(?=\p{{Han}}{{2}})")


def says_something(label: str) -> bool:
    """Return whether a label holds more than a particle."""
    told = _empty().sub(" ", fold(label))
    return len(_HAN.findall(told)) >= 2 or len(_LATIN.findall(told)) >= 3


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
    end += (
        folded[:end].endswith(_SMALL.percent) and folded[end : end + 1] == _SMALL.percent_end
    )  # 百分比 ends a label
    end += 2 * (start < end and folded.startswith(_SMALL.share, end))  # so does 占比
    return _cut(text[start:end].strip(' \t\n，,、；;：:（(“"「*-'))


def _cut(text: str, *, first: bool = False) -> str:
    """Return at most the last (or first) characters of a label that may be kept, whole Latin words only."""
    latin = len(_LETTER.findall(text)) * 2 > len(text)
    limit = _LATIN_LIMIT if latin else _LIMIT
    if len(text) <= limit:
        return text
    kept = text[:limit] if first else text[-limit:]
    if not latin:
        return kept
    return kept.rpartition(" ")[0] if first else kept.partition(" ")[2]


@cache
def _lead() -> regex.Pattern[str]:
    number = rf"^[(（]?(?:[{numeral_words().listed}]{{1,2}}|[ivx]{{1,4}})[)）]"
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
    more = (*words.more, *words.fewer)
    every |= {against + sign + verb for against in _SMALL.against for sign in more for verb in words.spent}
    group = alternation(tuple(sorted(every, key=lambda word: (-len(word), word))))
    return regex.compile(rf"(?:{group}|[\s，,、；;：:（(“\"「*-])+$")
