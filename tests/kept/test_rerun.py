"""A second run gives the same bytes, and does only what depends on what changed."""

from __future__ import annotations

import csv
import os
from collections import Counter
from pathlib import Path

import pytest

from auditor.kept.store import no_cache

STEPS = {
    "read": "auditor.read.text.read_text",
    "extract": "auditor.extract.report.extract",
    "relate": "auditor.relate.propose.propose",
    "judge": "auditor.judge.diagnosis.diagnose",
    "page": "auditor.render.page.page",
    "workbook": "auditor.render.workbook.workbook",
}


@pytest.fixture
def done(monkeypatch) -> Counter[str]:
    """Return how often each step was really taken."""
    counts: Counter[str] = Counter()

    def counted(step: str, path: str) -> None:
        room, _, name = path.rpartition(".")
        module = __import__(room, fromlist=[name])
        real = getattr(module, name)

        def take(*given, **more):
            counts[step] += 1
            return real(*given, **more)

        take.__name__ = name
        monkeypatch.setattr(module, name, take)

    for step, path in STEPS.items():
        counted(step, path)
    return counts


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.stem != "run"
    }


def findings(folder: Path) -> list[dict[str, str]]:
    with (folder / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.usefixtures("cache")
def test_with_and_without_what_was_kept_the_bytes_are_the_same(told, diff):
    for out, more in (("first", ()), ("first", ()), ("kept", ()), ("anew", ("--no-cache",))):
        diff("--out", out, *more)
    assert files(told / "first") == files(told / "kept") == files(told / "anew")
    assert findings(told / "first")


@pytest.mark.usefixtures("cache", "told")
def test_a_second_run_does_nothing_again(diff, done):
    first = diff("--out", "x").stdout
    assert done == {"read": 2, "extract": 2, "relate": 2, "judge": 1, "page": 1, "workbook": 1}
    done.clear()
    assert diff("--out", "x").stdout == first
    assert not done
    diff("--out", "y")
    assert done == {"page": 1, "workbook": 1}


@pytest.mark.usefixtures("cache")
def test_other_settings_are_judged_on_the_same_relations(told, diff, done):
    diff("--out", "x")
    done.clear()
    (told / "auditor.toml").write_text('[thresholds]\nrestatement = "1%"\n')
    diff("--out", "x", "--config", "auditor.toml")
    assert done == {"judge": 1, "page": 1, "workbook": 1}


@pytest.mark.usefixtures("cache")
def test_other_words_are_extracted_from_the_same_documents(told, diff, done):
    diff("--out", "x")
    done.clear()
    told.joinpath("auditor.toml").write_text(
        '[[lexicon.aliases]]\nmetric = "water_consumption"\nnames = ["清水领用"]\n', encoding="utf-8"
    )
    diff("--out", "x", "--config", "auditor.toml")
    assert (done["read"], done["extract"], done["relate"], done["judge"]) == (0, 2, 2, 1)


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize(("changed", "related"), [("2023.txt", 1), ("2022.txt", 2)])
def test_a_changed_report_leaves_those_before_it_alone(told, diff, done, changed, related):
    diff("--out", "x")
    done.clear()
    path = told / changed
    path.write_text(path.read_text("utf-8").replace("52\t55", "52\t54"), encoding="utf-8")
    diff("--out", "x")
    assert (done["read"], done["extract"], done["relate"], done["judge"]) == (1, 1, related, 1)
    with no_cache():
        diff("--out", "anew")
    assert files(told / "x") == files(told / "anew")


@pytest.mark.usefixtures("cache", "told")
def test_what_a_user_says_of_a_report_is_extracted_anew(diff, done):
    diff("--out", "x")
    done.clear()
    diff("--out", "x", "--organisation", "蓝湾集团")
    assert (done["read"], done["extract"]) == (0, 2)


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("name", ["report.html", "workpaper.xlsx", "checks.csv", "summary.json"])
def test_a_result_file_that_is_gone_or_damaged_is_written_again(told, diff, name):
    diff("--out", "x")
    whole = files(told / "x")
    (told / "x" / name).unlink()
    diff("--out", "x")
    assert files(told / "x") == whole
    if name != "workpaper.xlsx":  # a workbook that cannot be read is refused: it may hold decisions
        (told / "x" / name).write_bytes(b"x")
        diff("--out", "x")
        assert files(told / "x") == whole


@pytest.mark.usefixtures("cache")
def test_a_decision_is_in_every_paper_of_the_next_run(told, diff, done):
    diff("--out", "x")
    path = told / "x" / "findings.csv"
    path.write_bytes(path.read_bytes().replace(b",open,", b",accepted,", 1))
    done.clear()
    diff("--out", "x")
    assert done == {"page": 1, "workbook": 1}
    assert [row["status"] for row in findings(told / "x")].count("accepted") == 1
    done.clear()
    diff("--out", "x")
    assert not done


@pytest.mark.usefixtures("cache")
def test_a_decision_in_a_workbook_is_seen_where_no_workbook_is_written(told, diff):
    from openpyxl import load_workbook

    diff("--out", "x")
    diff("--out", "x", "--no-xlsx")
    path = told / "x" / "workpaper.xlsx"
    book = load_workbook(path)
    heads = [cell.value for cell in book["findings"][1]]
    book["findings"].cell(2, heads.index("status") + 1).value = "confirmed"
    book.save(path)
    diff("--out", "x", "--no-xlsx")
    assert [row["status"] for row in findings(told / "x")].count("confirmed") == 1


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe", None])
def test_damaged_entries_are_made_anew(cache, told, diff, done, damage):
    diff("--out", "x")
    whole = files(told / "x")
    done.clear()
    for path in cache.iterdir():
        path.write_bytes(path.read_bytes()[:-9] if damage is None else damage)
    diff("--out", "x")
    assert files(told / "x") == whole
    assert done == {"read": 2, "extract": 2, "relate": 2, "judge": 1, "page": 1, "workbook": 1}
    done.clear()
    diff("--out", "x")
    assert not done


def test_an_entry_of_another_thing_is_made_anew(cache, told, diff):
    diff("--out", "x")
    whole = files(told / "x")
    bodies = {path: path.read_bytes() for path in sorted(cache.iterdir())}
    for path, body in zip(bodies, reversed(bodies.values()), strict=True):
        path.write_bytes(body)
    diff("--out", "x")
    assert files(told / "x") == whole


def test_an_entry_with_a_sound_head_and_a_strange_body_is_made_anew(cache, told, diff):
    from hashlib import sha256

    diff("--out", "x")
    whole = files(told / "x")
    for path in cache.iterdir():
        key = path.read_text("utf-8").split(" ")[0]
        body = '["__import__(\'os\')",{"Stranger":[[1]]}]'
        path.write_text(f"{key} {sha256(body.encode()).hexdigest()}\n{body}")
    diff("--out", "x")
    assert files(told / "x") == whole


@pytest.mark.usefixtures("told")
def test_without_the_cache_nothing_is_kept(cache, diff, done):
    for _ in range(2):
        diff("--out", "x", "--no-cache")
    assert not cache.exists()
    assert done["read"] == done["extract"] == 4
    assert done["page"] == 2


@pytest.mark.usefixtures("told")
def test_entries_are_whole_and_for_their_owner_only(cache, diff):
    diff("--out", "x")
    assert {path.suffix for path in cache.iterdir()} == {".json"}
    if os.name == "posix":
        assert all(path.stat().st_mode & 0o077 == 0 for path in cache.iterdir())


@pytest.mark.usefixtures("told")
def test_a_case_has_as_many_entries_after_other_settings(cache, diff):
    diff("--out", "x")
    before = {path.name for path in cache.iterdir()}
    diff("--out", "x", "--lang", "en", "--organisation", "蓝湾集团")
    assert {path.name for path in cache.iterdir()} == before


@pytest.mark.usefixtures("told")
def test_of_a_report_that_needs_a_password_only_hashes_are_kept(cache, diff, done):
    for _ in range(2):
        diff("--out", "x", "--password", "2023.txt=geheim")
    assert done["judge"] == 2
    assert done["page"] == 1
    kinds = Counter(path.stem.partition("-")[2] for path in cache.iterdir())
    assert kinds == {"text": 1, "report": 1, "propose": 1, "files": 1}
    assert not any("geheim" in path.read_text("utf-8") for path in cache.iterdir())
