"""Whether the reports of a run are of one company."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import cast

import pytest

from auditor.lexicon.tongue import tell
from auditor.model.claim import Report
from auditor.reconcile.strangers import strangers


def _reports(*companies: str) -> Sequence[Report]:
    told = [
        SimpleNamespace(name=f"{number}.pdf", organisation=company, audited=True)
        for number, company in enumerate(companies)
    ]
    return cast("Sequence[Report]", told)


@pytest.mark.parametrize(
    ("old", "new"),
    [("蓝鲸科技有限公司", "红石矿业股份有限公司"), ("Blue Whale Ltd", "Redstone Mining Ltd")],
)
def test_a_report_of_another_company_is_a_doubt(old, new):
    (doubt,) = strangers(_reports(old, new))
    assert (doubt.code, doubt.place.report) == ("another_organisation", "0.pdf")
    assert old in tell(doubt.detail)
    assert new in tell(doubt.detail)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("蓝鲸科技控股有限公司", "藍鯨集團"),  # the short name, in the other script
        ("蓝鲸科技有限公司", "Blue Whale Ltd"),  # its name in another language
        ("蓝鲸科技有限公司", ""),  # not recognised
        ("BW AG", "Blue Whale Ltd"),  # too short to tell
    ],
)
def test_one_company_under_two_names_is_none(old, new):
    assert not list(strangers(_reports(old, new)))
