"""Lines of a table's body by what stands in them: a label, values, other text; how wide labels may be."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.read.pdf.grid.codes import is_coded
from auditor.read.pdf.grid.columns import groups_of
from auditor.read.pdf.grid.columns import span_of
from auditor.read.pdf.grid.columns import string_of
from auditor.read.pdf.grid.drafts import slot
from auditor.read.pdf.sheet.shapes import Line
from auditor.read.pdf.sheet.shapes import Word
from auditor.read.pdf.sheet.words import is_wide
from auditor.read.pdf.signs import is_value

#: A column of labels is at least so many type sizes wide: Western writing, Chinese.
_NARROWEST = (7.0, 4.5)
#: So many Latin words after the first of their lines tell whether a table is written in title case.
_SPEAKING = 4
#: So many labels with their translations tell that a table is printed in two languages.
_PAIRS = 3
#: Stands for the column of codes in front of the labels; a row has one at most.
_CODE = -1
#: Chinese signs that never begin a line.
_CLOSING = "），。、；：」》】"


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a table's body: its label, and the columns in which it has values or other text."""

    line: Line
    label: tuple[Word, ...]
    values: frozenset[int]
    texts: frozenset[int]

    @property
    def marks(self) -> bool:
        """Return whether it is nothing but marks that had no room on the line of their text."""
        return all(word.mark for word in self.line.words)


def make_item(line: Line, cuts: Sequence[float]) -> Item:
    """Return a line as its label, and the columns of its values and of its other text."""
    label: tuple[Word, ...] = ()
    values, texts = set(), set()
    for index, group in enumerate(groups_of(line)):
        string, column = string_of(group), slot(list(cuts), sum(span_of(group)) / 2)
        if index == 0 and is_coded(line):
            values.add(_CODE)
        elif column == 0 or (index == 0 and group[0].x0 < cuts[1] - 2 * group[0].size):
            label = (*label, *group)
        elif is_value(string):
            values.add(column)
        else:
            texts.add(column)
    return Item(line, label, frozenset(values), frozenset(texts))


def edges_of(items: Sequence[Item], cuts: Sequence[float]) -> list[float]:
    """Return where the labels' column may end, as its text tells it: the widest first.

    Labels with nothing beside them, or bold ones, may be titles that run on over the columns.
    """
    labels = [item for item in items if item.label]
    narrow = [
        [item for item in labels if item.values or item.texts],
        [item for item in labels if not is_bold(item.label)],
    ]
    found = [_edge(labels, cuts, labels)]
    for part in narrow:
        edge = _edge(part, cuts, labels)
        if part and all(abs(edge - other) > 0.3 * part[0].line.size for other in found):
            found.append(edge)
    return found


def _edge(items: Sequence[Item], cuts: Sequence[float], labels: Sequence[Item]) -> float:
    """Return the right end of some labels; a column has room for a few characters in any case."""
    wide = sum(is_wide(item.label[0].string[0]) for item in labels) * 2 > len(labels)
    least = min((item.label[0].x0 for item in labels), default=0.0)
    least += _NARROWEST[wide] * max((item.line.size for item in labels), default=0.0)
    ends = [ink_end(item.label[-1]) for item in items if item.label[-1].x1 <= cuts[1] + 2.0]
    return max([*ends, min(least, cuts[1])])


def sentence_case(items: Sequence[Item]) -> bool:
    """Return whether labels begin with a capital and go on in small letters, but for a name now and then."""
    words = [word.string for item in items for word in item.label[1:] if word.string[0].isalpha()]
    latin = [string for string in words if not is_wide(string[0])]
    small = sum(string[0].islower() for string in latin)
    return len(latin) >= _SPEAKING and small * 10 >= 8 * len(latin)


def bilingual(items: Sequence[Item]) -> bool:
    """Return whether labels are printed twice: in Chinese, and below in Western writing."""
    labels = [item for item in items if item.label and not item.marks]
    wide = sum(in_chinese(item) for item in labels)
    pairs = sum(says_again(a, b) for a, b in itertools.pairwise(labels))
    return pairs >= _PAIRS and pairs * 3 >= wide


def says_again(upper: Item, lower: Item) -> bool:
    """Return whether a line in Western writing stands below one in Chinese."""
    string = "".join(word.string for word in lower.label)
    western = string[0].isalpha() and not any(map(is_wide, string))
    return western and not lower.values & upper.values and in_chinese(upper)


def in_chinese(item: Item) -> bool:
    """Return whether a label is printed in Chinese."""
    return any(is_wide(char) for word in item.label for char in word.string)


def ink_end(word: Word) -> float:
    """Return where the ink of a word ends: closing signs of Chinese fill half their width, and may hang."""
    return word.x1 - (0.5 * word.size if word.string[-1] in _CLOSING else 0.0)


def first_width(label: Sequence[Word]) -> float:
    """Return the width of what must stay together at the start of a line: a word, a Chinese character."""
    word = label[0]
    string = word.string
    if not is_wide(string[0]):
        length = next((k for k, char in enumerate(string) if is_wide(char)), len(string))
    else:
        length = 2 if string[0] in "（「《【" or string[1:2] in tuple(_CLOSING + ")") else 1
    return (word.x1 - word.x0) * min(length, len(string)) / len(string)


def is_bold(words: Sequence[Word]) -> bool:
    """Return whether most of some words is bold."""
    return sum(len(w.string) for w in words if w.bold) * 2 > sum(len(w.string) for w in words)
