"""The topics of ``topics.toml``: which metrics a general note can be about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from auditor.lexicon.fold import fold
from auditor.lexicon.load import contents
from auditor.lexicon.metrics import metrics
from auditor.model.metric import Metric


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: the words that name it, folded, and the beginnings of the codes of its metrics."""

    id: str
    codes: tuple[str, ...]
    gri: tuple[str, ...]
    words: tuple[str, ...]


@cache
def topics() -> tuple[Topic, ...]:
    """Return the topics in the order of the file."""
    data = contents("topics.toml")
    return tuple(
        Topic(
            entry["id"],
            tuple(entry["codes"]),
            tuple(entry["gri"]),
            tuple(fold(word) for word in entry["words"]),
        )
        for entry in data["topic"]
    )


@cache
def generic_words() -> frozenset[str]:
    """Return the words that name no single metric in a note: 排放数据."""
    data = contents("topics.toml")
    return frozenset(fold(word) for word in data["generic"]["words"])


def topics_named(folded: str) -> frozenset[str]:
    """Return the topics that a folded text names."""
    return frozenset(topic.id for topic in topics() if any(word in folded for word in topic.words))


def topic_of(metric: Metric, folded_label: str) -> frozenset[str]:
    """Return the topics of a metric: by its codes, for an unknown one by the words of its label."""
    if not metric.known:
        return topics_named(folded_label)
    entry = metrics().entry(metric.base)
    found = {topic.id for topic in topics() for code in entry.hkex if code.startswith(topic.codes)}
    found |= {topic.id for topic in topics() for code in entry.gri if code.startswith(topic.gri)}
    return frozenset(found) or frozenset({"finance"})
