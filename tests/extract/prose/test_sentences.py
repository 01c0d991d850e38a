"""Where a sentence ends."""

from __future__ import annotations

import pytest

from auditor.extract.prose.sentences import Span
from auditor.extract.prose.sentences import clauses
from auditor.extract.prose.sentences import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Of them 303 (36.8%) were women. 90.1% hold a permanent contract.", 2),
        ("We paid less (see note). €3 million was set aside.", 2),
        ("The plant uses approx. 500 MWh a year.", 1),
        ("It closed on Dec. 31, 2024 with a loss.", 1),
        ("Water fell by 3. 5 sites reported.", 1),
    ],
)
def test_a_stop_in_front_of_a_number_ends_a_sentence_behind_a_word(text: str, count: int):
    assert len(list(sentences(text))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Sales in Nordics, Central Europe and Iberia grew 4.2% in 2024.", 1),
        ("Sales across the Alps, Benelux, and the Baltics grew 4.2%, costs fell.", 2),
        ("In Iberia, sales grew 4.2% in 2024.", 2),
    ],
)
def test_a_comma_between_names_of_a_list_ends_no_clause(text: str, count: int):
    assert len(clauses(text, Span(0, len(text)))) == count
