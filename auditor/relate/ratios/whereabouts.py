"""Words of a part that say nothing but where it is: of our suppliers, 60 % are in Hong Kong."""

from __future__ import annotations

import re
from functools import cache

from auditor.lexicon.facets import scan
from auditor.lexicon.naming import residue
from auditor.lexicon.quantities import alternation
from auditor.lexicon.words.clauses import clause_words


def only_there(called: str) -> bool:
    """Return whether folded words say nothing but where somebody or something is: work in Hong Kong."""
    _, spans = scan(called)
    return not residue(_there().sub(lambda found: "|" * len(found[0]), called), spans, ())


@cache
def _there() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){alternation(clause_words().being_there)}(?![a-z])")
