"""report.html: every finding leads to its evidence, nothing is fetched, the bytes stay the same."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from auditor.model.audit import Audit
from auditor.model.evidence import Excerpt
from auditor.model.place import Box
from auditor.model.place import Place
from auditor.render import exhibits as exhibit_room
from auditor.render.exhibits import exhibits
from auditor.render.exhibits import sites
from auditor.render.findings import interval_words
from auditor.render.page import page
from auditor.render.review import Review

_VOID = {"meta", "input", "br", "img", "link", "hr"}


class Outline(HTMLParser):
    """The ids, links and nesting of a page."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.open, self.articles = [], [], [], {}
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        facts = dict(attributes)
        if tag not in _VOID:
            self.open.append((tag, facts.get("id")))
        if "id" in facts:
            self.ids.append(facts["id"])
        self.links += [facts[name] for name in ("href", "src", "action", "xlink:href") if name in facts]
        inside = next((name for kind, name in reversed(self.open) if kind == "article"), None)
        if inside and "href" in facts:
            self.articles.setdefault(inside, []).append(facts["href"])

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        opened = self.open.pop()
        assert opened[0] == tag, f"</{tag}> closes <{opened[0]}>"


def lines_of(audit):
    """Return an excerpt for every site: line 14 reads ``第 14 行 60 107 70 人``."""
    found = {}
    for group in sites(audit).values():
        for site in group:
            told = tuple(f"第 {n} 行 60 107 70 人" for n in range(site.first, site.last + 1))
            found[site] = Excerpt(first=site.first, lines=told)
    return found


@pytest.fixture
def told(small):
    return page(small.audit, Review(), lines_of(small.audit), "测试公司")


def test_each_finding_leads_to_the_evidence_of_every_number_that_it_names(small, told):
    outline = Outline(told)
    for finding in small.audit.findings:
        assert finding.id in outline.ids
        leads = [link[1:] for link in outline.articles[finding.id] if re.match(rf"#{finding.id}-e", link)]
        assert len(leads) == len(finding.claims)
        assert set(leads) <= set(outline.ids)


def test_every_link_of_the_page_has_its_target_and_no_anchor_is_there_twice(told):
    outline = Outline(told)
    assert len(outline.ids) == len(set(outline.ids))
    assert {link[1:] for link in outline.links if link.startswith("#")} <= set(outline.ids)
    assert not outline.open


def test_a_finding_leads_to_its_check(small, told):
    assert f'href="#check-{small.check.relation.id}"' in told
    assert f'id="check-{small.check.relation.id}"' in told


def test_the_page_fetches_nothing(told):
    links = Outline(told).links
    assert links
    assert all(link.startswith(("#", "data:image/png;base64,")) for link in links)
    assert not re.search(r"@import|url\(|https?:|fetch\(|XMLHttpRequest|localStorage", told)
    assert "default-src 'none'" in told


def test_the_same_audit_gives_the_same_page(small, told):
    assert page(small.audit, Review(), lines_of(small.audit), "测试公司") == told


def test_what_a_report_says_is_text_and_never_markup(told):
    assert "<script>alert(1)</script>" not in told
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in told


def test_the_suspect_is_marked_in_its_line(told):
    assert '<mark class="r-suspect">107</mark>' in told


def test_the_page_says_what_no_check_reached_and_what_the_reading_doubts(told):
    assert re.search(r'id="untied".*水.*7 吨', told, re.DOTALL)
    assert "cell_without_column" in told


def test_a_restated_number_is_told_old_and_new_with_its_note(told):
    ledger = told[told.index('id="restatements"') : told.index('id="ledger"')]
    for words in ("70 人", "60 人", "−10", "本年出售一家子公司", "出售", "未随之更新"):
        assert words in ledger


def linked(text, key):
    """Return the findings that the row of a restated fact leads to."""
    row = text[text.index(f'id="restated-{key}-') :]
    return re.findall(r'href="#([a-z]{12})"', row[: row.index("</tr>")])


def test_a_restated_number_leads_to_the_finding_about_its_change(small, told):
    assert [linked(told, item.key) for item in small.audit.restatements] == [["bbbbbbbbbbbb"], []]


def test_a_finding_that_names_two_tellings_for_another_reason_is_not_about_their_change(small):
    item = small.audit.restatements[1]
    wrong = replace(small.wrong, claims=(item.new.ref, item.old.ref))
    audit = replace(small.audit, findings=(wrong, small.changed))
    assert linked(page(audit, Review(), lines_of(audit)), item.key) == []


def test_a_picture_that_two_findings_need_is_in_the_page_once(small):
    place = Place("new.txt", page=3, box=Box(100, 200, 130, 210))
    reports = tuple(
        replace(report, claims=tuple(replace(claim, place=place) for claim in report.claims))
        for report in small.audit.reports
    )
    audit = replace(small.audit, reports=reports, restatements=())
    shown = {site: Excerpt(png=b"PNG", box=Box(0, 170, 595, 240)) for site in sites(audit)["new.txt"]}
    told = page(audit, Review(), shown)
    assert told.count("data:image/png;base64,UE5H") == 1
    assert told.count('<use href="#crop-1"/>') == 2
    assert 'class="r-suspect" x="98.0" y="198.0" width="34.0" height="14.0"' in told


def test_beyond_the_first_findings_only_pages_are_named_and_the_page_says_so(small, monkeypatch):
    monkeypatch.setattr(exhibit_room, "PICTURED", 1)
    monkeypatch.setattr("auditor.render.page.PICTURED", 1)
    place = Place("new.txt", page=3, box=Box(100, 200, 130, 210))
    new = small.audit.reports[1]
    new = replace(new, claims=tuple(replace(claim, place=place) for claim in new.claims))
    audit = replace(small.audit, reports=(small.audit.reports[0], new), restatements=())
    shown = exhibits(audit)
    assert [mark.place.page for exhibit in shown[small.wrong.id] for mark in exhibit.marks] == [3, 3, 3]
    assert all(exhibit.site.page is None for exhibit in shown[small.changed.id])
    told = page(audit, Review(), {})
    assert "仅前 1 条" in told
    assert "第 3 页" in told[told.index(f'id="{small.changed.id}"') :]


def test_an_audit_that_found_nothing_says_so(new):
    told = page(Audit((new.report,)), Review(), {})
    assert "没有发现" in told
    assert "只有一份报告" in told


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("[104.5, 1105.5]", "104.5 至 1,105.5"),
        ("-3544531", "−3,544,531"),
        ("[, 5]", "5 以下"),
        ("8,786,584兆瓦时", "8,786,584兆瓦时"),
        ("[见附注]", "[见附注]"),
        ("", ""),
    ],
)
def test_an_interval_cell_is_told_in_words(cell, words):
    assert interval_words(cell) == words
