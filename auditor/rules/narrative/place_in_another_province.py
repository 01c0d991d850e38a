"""A place that a text puts into a province where it is not.

What it flags:
    A province with the name of a city or prefecture right behind it that lies in another province.

Why it matters:
    One of the two names is wrong, and with it what happened there. Articles on reports go wrong like
    this when they shorten a name.

How it decides:
    By a list of prefecture-level places (``lexicon/places.toml``) without names that are common words;
    a road, bank or association of that name does not count.

Example:
    "the flood in 四川遵义": 遵义 lies in 贵州, as the report says.

When it is wrong:
    When two names stand side by side in a list without a comma.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.lexicon.fold import fold
from auditor.lexicon.tongue import say
from auditor.lexicon.words.places import Misplaced
from auditor.lexicon.words.places import places
from auditor.model.document import Block
from auditor.model.document import BlockKind
from auditor.model.finding import Finding
from auditor.model.finding import Severity
from auditor.rules import wording
from auditor.rules.base import Dossier
from auditor.rules.base import finding_id

CODE = "N103"
SEVERITY = Severity.WARNING
TITLE = "地名与所属省区不符"
MESSAGE = "{place}称“{words}”，而{name}属{home}。{elsewhere}"


def check(dossier: Dossier) -> Iterator[Finding]:
    """Return one finding for each misplaced name, in the reports and in texts about them."""
    for document in (*dossier.documents, *dossier.texts):
        for block in document.elements:
            if isinstance(block, Block) and block.kind is not BlockKind.FURNITURE and block.text:
                for found in places().misplaced(fold(block.text.string)):
                    yield _finding(dossier, block, found)


def _finding(dossier: Dossier, block: Block, found: Misplaced) -> Finding:
    place = block.text.place(found.start, found.end)
    words = block.text.string[found.start : found.end]
    return Finding(
        id=finding_id(CODE, found.province, "", found.place, place.report),
        code=CODE,
        severity=SEVERITY,
        title=TITLE,
        report=place.report,
        place=place,
        period="",
        metric="",
        stated=words,
        expected="",
        gap="",
        message=say(
            MESSAGE,
            place=wording.place_words(place),
            words=words,
            name=found.place,
            home=found.home,
            elsewhere=_elsewhere(dossier, found.province),
        ),
        claims=(),
    )


def _elsewhere(dossier: Dossier, province: str) -> str:
    """Return which places of the province the reports name, as a hint at what was meant."""
    inside = [name for name, home in places().home.items() if home == province]
    told = [
        name
        for name in inside
        for document in dossier.documents
        for block in document.elements
        if isinstance(block, Block) and block.text and f"{province}{name}" in fold(block.text.string)
    ]
    named = say("、").join(dict.fromkeys(told))
    return say("报告提到的{province}地名：{named}。", province=province, named=named) if told else ""
