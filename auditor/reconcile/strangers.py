"""Reports of one run that name companies with nothing in common: perhaps a file of another case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence

from auditor.lexicon.fold import fold
from auditor.lexicon.likeness import parts
from auditor.lexicon.words.company import company_words
from auditor.model.claim import Report
from auditor.model.document import Doubt
from auditor.model.place import Place
from auditor.model.saying import saying

_WORDS = company_words()
#: What says of a name that it is a company's, and not whose.
_FORMS = re.compile(
    rf"{_WORDS.limited}|{_WORDS.shares}|{_WORDS.a_group}|{_WORDS.holding}|{_WORDS.business}"
    rf"|(?<![a-z]){_WORDS.latin_ends}(?![a-z])"
)


def strangers(reports: Sequence[Report]) -> Iterator[Doubt]:
    """Yield a doubt on each report whose company is called nothing like that of the newest report."""
    told = [report for report in reports if report.audited and report.organisation]
    for report in told[:-1]:
        if _apart(report.organisation, told[-1].organisation):
            detail = saying(
                "公司为{mine}，而《{other}》为{theirs}；请确认同属一家公司，或用 --organisation 指定名称",
                mine=report.organisation,
                other=told[-1].name,
                theirs=told[-1].organisation,
            )
            yield Doubt("another_organisation", Place(report.name), detail)


def _apart(one: str, other: str) -> bool:
    """Return whether two names in one script have no word, and no two characters in a row, in common."""
    mine, theirs = (parts(_FORMS.sub(" ", fold(name))) for name in (one, other))
    comparable = bool(mine) and bool(theirs) and _latin(mine) == _latin(theirs)
    return comparable and not mine & theirs


def _latin(names: frozenset[str]) -> bool:
    return all(name.isascii() for name in names)
