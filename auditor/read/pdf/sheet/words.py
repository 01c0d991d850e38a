"""Glyphs become words; raised and lowered signs become Unicode marks on the word they belong to."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Sequence
from operator import itemgetter

from auditor.lexicon.words.signs import sign_words
from auditor.read.pdf.sheet.shapes import Glyph
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Word

_TURN = itemgetter(Glyph._fields.index("turn"))
#: A gap above this share of the type size parts two words.
_GAP = 0.3
#: A smaller neighbour is a raised or lowered sign below this ratio.
_SMALL = 0.8
#: Browsers set a raised or lowered sign at five sixths: one up to this ratio stands clearly off its host.
_SMALLER, _OFF, _CLOSE = 0.87, 0.2, 0.3
#: A digit alone on its line is a mark without further evidence up to this size.
_TINY, _DIGITS = 0.62, frozenset("123456789")
_RAISED = str.maketrans("0123456789()（）+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁽⁾⁺⁻⁻⁻")
_LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LOWERED = str.maketrans("0123456789()+-", "₀₁₂₃₄₅₆₇₈₉₍₎₊₋")
#: Chinese, Japanese and Korean writing with its radicals, its compatibility forms, and full-width forms.
_WIDE = (range(0x2E80, 0xA000), range(0xF900, 0xFB00), range(0xFF00, 0xFFF0))
#: Signs that a raised run may hold to count as a mark; anything else is small print.
_MARK_SIGNS = frozenset("0123456789()（）+-−–,，、;*†‡§#[]①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ " + sign_words().note)


def make_words(glyphs: Sequence[Glyph], height: float) -> list[Word]:
    """Return the words of a page, turned text line by line, marks set against their hosts."""
    if not any(map(_TURN, glyphs)):
        return set_marks(_once(_split(glyphs)))
    upright: list[Glyph] = []
    turned: dict[int, list[Glyph]] = defaultdict(list)
    now = upright
    for glyph in glyphs:
        if glyph.char != " ":  # a space belongs to the text it stands in
            now = turned[glyph.turn] if glyph.turn else upright
        now.append(glyph)
    words = set_marks(_once(_split(upright)))
    for turn in sorted(turned):
        words.extend(_turned_words(turned[turn], turn, height))
    return words


def _split(glyphs: Iterable[Glyph]) -> list[Word]:
    """Return the words in which glyphs stand; they are unpacked, as there are so many of them."""
    words: list[Word] = []
    run: list[Glyph] = []
    spaced = False
    last: Glyph | None = None
    before, end, level, host = 0.0, 0.0, 0.0, 0.0  # of the last glyph: its ends, base line and size
    for glyph in glyphs:
        char, x0, _, x1, _, base, size, _, _ = glyph
        if char == " ":
            if run:
                words.append(_word(run, spaced))
                run = []
            spaced = True
            continue
        if run:
            if (
                x0 - end > _GAP * host
                or abs(base - level) > 0.15 * host
                or x0 < before - 0.1 * host
                or not _SMALL < size / (host or 1) < 1 / _SMALL
            ):
                words.append(_word(run, spaced))
                run, spaced = [], False
        elif words:
            spaced = spaced and last is not None and _really_spaced(last, glyph)
        run.append(glyph)
        last = glyph
        before, end, level, host = x0, x1, base, size
    if run:
        words.append(_word(run, spaced))
    return words


def _really_spaced(last: Glyph, glyph: Glyph) -> bool:
    """Return False for the space that the engine makes up inside a spaced-out number."""
    gap = glyph.x0 - last.x1
    digits = (last.char + glyph.char).isdigit()
    return not (digits and -0.1 * last.size < gap < 0.12 * last.size)


def _word(run: list[Glyph], spaced: bool) -> Word:
    first = run[0]
    return Word(
        "".join([glyph[0] for glyph in run]),
        first.x0,
        min([glyph[2] for glyph in run]),
        run[-1].x1,
        max([glyph[4] for glyph in run]),
        first.base,
        first.size,
        first.bold,
        spaced,
    )


def _once(words: list[Word]) -> list[Word]:
    """Return the words without those printed a second time, a little aside, to look bold or shadowed."""
    seen: dict[str, list[Word]] = defaultdict(list)
    kept = []
    for word in words:
        near = 0.2 * word.size
        if any(abs(w.x0 - word.x0) < near and abs(w.base - word.base) < near for w in seen[word.string]):
            continue
        seen[word.string].append(word)
        kept.append(word)
    return kept


def set_marks(words: list[Word]) -> list[Word]:
    """Return the words with each raised or lowered sign rewritten and put on its host's base line."""
    if len({round(word.size, 1) for word in words}) < 2:
        return words
    buckets: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        for row in range(int(word.top // 16), int(word.bottom // 16) + 1):
            buckets[row].append(word)
    largest = {row: max(word.size for word in near) for row, near in buckets.items()}
    return _set_wrapped([_set_mark(word, buckets, largest) for word in words])


def _set_wrapped(words: list[Word]) -> list[Word]:
    """Return the words with the marks set that had no room on the line of their host.

    Such a mark stands alone, small, under the line that it belongs to; it is raised elsewhere on the page,
    or is one digit of very small type.
    """
    known = {word.string.translate(_LEVEL) for word in words if word.mark}
    found = []
    for word in words:
        small = _SMALL if word.string in known else _TINY if word.string in _DIGITS else 0.0
        alone = not word.mark and small and _is_under_host(word, words, small)
        found.append(word._replace(string=_raised(word.string), mark=True) if alone else word)
    return found


def _is_under_host(word: Word, words: list[Word], small: float) -> bool:
    """Return whether a word stands alone in its line, right under the beginning or end of a larger one.

    ``small`` is how large its type may be, as a share of the larger one's.
    """
    under = False
    for other in words:
        step = (word.base - other.base) / (other.size or 1.0)
        if other is word or other.x0 - word.x1 > 2 * other.size or word.x0 - other.x1 > 2 * other.size:
            continue
        if abs(step) < 0.5:
            return False
        near = abs(other.x0 - word.x0) < 1.0 or abs(other.x1 - word.x1) < 1.0
        under = under or (near and word.size < small * other.size and 0.6 < step < 1.9)
    return under


def _set_mark(word: Word, buckets: dict[int, list[Word]], largest: dict[int, float]) -> Word:
    row = int(word.centre // 16)
    if len(word.string) > 12 or not word.size < _SMALLER * largest.get(row, 0.0):
        return word
    host = _host(word, buckets[row])
    if host is None or not (word.size < _SMALL * host.size or _stands_off(word, host)):
        return word
    raise_ = (host.base - word.base) / host.size
    if raise_ > 0.15 and (set(word.string) <= _MARK_SIGNS or _letter_mark(word.string)):
        return word._replace(string=_raised(word.string), base=host.base, mark=True)
    if -0.5 < raise_ < -0.03 and word.string.isascii() and len(word.string) <= 4:
        return word._replace(string=word.string.translate(_LOWERED), base=host.base, mark=True)
    return word


def _stands_off(word: Word, host: Word) -> bool:
    """Return whether a sign that is hardly smaller than its host touches its end well off its base line."""
    off = abs(host.base - word.base) / host.size
    return off > _OFF and word.string[0].isdigit() and -0.1 < (word.x0 - host.x1) / host.size < _CLOSE


def _host(word: Word, near: list[Word]) -> Word | None:
    """Return the larger word that the sign touches: the one before it, else the one after it."""
    best: tuple[float, Word] | None = None
    for other in near:
        if not word.size < _SMALLER * other.size:
            continue
        if word.bottom <= other.top or word.top >= other.bottom or not 0 < other.size < 60:
            continue
        before = word.x0 - other.x1
        after = other.x0 - word.x1
        if -0.3 * other.size < before < 0.8 * other.size:
            gap = abs(before)
        elif -0.2 * other.size < after < 0.6 * other.size:
            gap = abs(after) + other.size
        else:
            continue
        if best is None or gap < best[0]:
            best = (gap, other)
    return best[1] if best else None


def _letter_mark(string: str) -> bool:
    return len(string) == 1 and string.isascii() and string.isalpha()


def _raised(string: str) -> str:
    if _letter_mark(string):
        return "^{" + string + "}"
    return string.translate(_RAISED)


def _turned_words(glyphs: list[Glyph], turn: int, height: float) -> list[Word]:
    """Return one word for each line of turned text, read in its own direction."""
    straight = [_straighten(glyph, turn) for glyph in glyphs]
    words = []
    for line in make_lines(set_marks(_split(straight))):
        run: list[Word] = []
        for word in line.words:
            if run and word.x0 - run[-1].x1 > 1.5 * word.size:
                words.append(_turn_back(run, turn))
                run = []
            run.append(word)
        words.append(_turn_back(run, turn))
    return [word for word in words if 0 <= word.top <= height]


def _straighten(glyph: Glyph, turn: int) -> Glyph:
    x0, top, x1, bottom = glyph.x0, glyph.top, glyph.x1, glyph.bottom
    if turn == 90:
        return glyph._replace(x0=-bottom, x1=-top, top=x0, bottom=x1)
    if turn == 270:
        return glyph._replace(x0=top, x1=bottom, top=-x1, bottom=-x0, base=-glyph.base)
    return glyph._replace(x0=-x1, x1=-x0, top=-bottom, bottom=-top, base=-glyph.base)


def _turn_back(run: list[Word], turn: int) -> Word:
    x0, x1 = run[0].x0, run[-1].x1
    top, bottom = min(word.top for word in run), max(word.bottom for word in run)
    string = run[0].string
    for before, word in itertools.pairwise(run):
        string += (" " if needs_space(before, word) else "") + word.string
    box = {90: (top, -x1, bottom, -x0), 270: (-bottom, x0, -top, x1)}.get(turn, (-x1, -bottom, -x0, -top))
    return Word(string, *box, base=box[3], size=run[0].size, bold=run[0].bold, spaced=True, turn=turn)


def make_lines(words: Iterable[Word]) -> list[Line]:
    """Return the words as lines from top to bottom; words of one base line (0.3 of a size) together."""
    lines: list[Line] = []
    bases: list[float] = []
    for word in sorted(words, key=lambda word: (word.base, word.x0)):
        # the last few lines suffice: base lines grow
        for index in range(len(lines) - 1, max(len(lines) - 4, -1), -1):
            host = lines[index].words[0].size
            size = host if word.mark else min(word.size, host)
            if abs(word.base - bases[index]) <= 0.3 * size:
                lines[index].words.append(word)
                break
        else:
            lines.append(Line([word]))
            bases.append(word.base)
    for line in lines:
        line.words.sort(key=lambda word: word.x0)
    return lines


def is_wide(char: str) -> bool:
    """Return whether a character is Chinese, Japanese or Korean writing or its punctuation."""
    return any(ord(char) in script for script in _WIDE)


def needs_space(before: Word, word: Word) -> bool:
    """Return whether a space stands between two words of one line."""
    gap = word.x0 - before.x1
    size = max(before.size, word.size)
    if word.mark:
        return gap > size
    if is_wide(before.string[-1]) and is_wide(word.string[0]):
        return gap > (0.15 if word.spaced else 0.5) * size
    if word.spaced:
        return gap > 0.05 * size or not (is_wide(before.string[-1]) or is_wide(word.string[0]))
    return gap > 0.15 * size
