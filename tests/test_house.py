"""The law of the house: a room knows the nouns, the lexicon and itself; each outside package has its door."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from auditor.lexicon.metrics import metrics
from auditor.lexicon.tongue import english

HOUSE = Path(__file__).resolve().parents[1] / "auditor"
MODULES = sorted(HOUSE.rglob("*.py"))
SHARED = {"model", "config", "errors", "lexicon"}
HALLWAY = {"pipeline", "cli", "__main__"}

#: Package: who may import it. A door to one module of a room is written with a slash.
DOORS = {
    "pypdfium2": {"read"},
    "pdfplumber": {"read"},
    "pdfminer": {"read"},
    "opencc": {"lexicon"},
    "regex": {"read", "extract", "lexicon"},
    "pandas": {"render", "baseline"},
    "openpyxl": {"render", "baseline", "read"},
    "xlsxwriter": {"render"},
    "jinja2": {"render"},
    "deepdiff": {"baseline"},
    "pytest": {"baseline"},
    "click": {"cli"},
    "rich": {"render", "cli"},
    "pydantic": {"config", "lexicon"},
    "docx": {"read"},
    "PIL": {"read"},
    "rapidocr": {"read"},
    "lxml": {"read"},
    "rapidfuzz": {"relate", "extract", "lexicon", "reconcile"},
}

#: Chinese writing, its radicals among it; not its punctuation, which is structure.
CHINESE = re.compile(r"[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff]")
#: Rooms that read what reports print.
READING = {"read", "extract", "relate", "judge", "reconcile", "rules"}
#: What only patterns hold; and what of a pattern is no word: names of groups, classes, sets, flags.
PATTERN = re.compile(r"\\[sbdwSpP]|\(\?|\[\^|\[0-9|\[a-z|\)\?|\|")
NO_WORDS = re.compile(r"\(\?P[<=]\w+[>)]|\\p\{[^}]*\}|\\[A-Za-z]|\[[^\]]*\]|\(\?[a-z]+[:)]")
#: Words that still stand in patterns: of HTML, of number formats, of what is no language. It only shrinks.
LEFT = {
    "extract/numbers/letters.py": "illion",
    "extract/numbers/lookalikes.py": "gri https www",
    "extract/numbers/numerals.py": "bracket",
    "extract/profile.py": "the",
    "extract/prose/oneunit.py": "area money",
    "extract/times/datepatterns.py": "day month",
    "read/displayed.py": "am general pm",
    "read/html.py": "align display em end fn foot hidden left margin none note padding pt px rem sub super vertical visibility xml",
    "read/pdf/unmarked.py": "https",
    "read/text/headings.py": "chapter part section",
    "read/text/markup.py": "amp br center del div em font gt hr https img li lt mailto nbsp ol quot small span strong sub sup table tbody td th thead tr ul",
    "read/text/notes.py": "sup",
    "read/text/tables/tagged.py": "col row span table td th tr",
}
#: An example in the file that `auditor init` writes.
EXAMPLES = {"cli/init.py"}
#: Ids of metrics that name something else where they stand: a denominator, a family of facets.
PLAIN_WORDS = {"hours_worked", "eps"}


def room_of(module: Path) -> str:
    """Return the package of a module, or the module itself where it stands in the hallway."""
    return module.relative_to(HOUSE).with_suffix("").parts[0]


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            yield node.module or ""
            if node.module == "auditor":
                yield from (f"auditor.{name.name}" for name in node.names)


def imports(module: Path) -> list[str]:
    return sorted(set(imported(ast.parse(module.read_text("utf-8")))))


def rooms_named(module: Path) -> set[str]:
    names = (name.split(".") for name in imports(module))
    inside = {parts[1] for parts in names if parts[0] == "auditor" and len(parts) > 1}
    return {name for name in inside if (HOUSE / name).exists() or (HOUSE / f"{name}.py").exists()}


def in_house(module: Path) -> str:
    return str(module.relative_to(HOUSE))


@pytest.mark.parametrize("module", MODULES, ids=in_house)
def test_a_room_imports_the_nouns_and_itself_only(module):
    room = room_of(module)
    if room not in HALLWAY:
        assert rooms_named(module) <= SHARED | {room}


@pytest.mark.parametrize("module", [m for m in MODULES if room_of(m) == "model"], ids=in_house)
def test_the_nouns_know_nothing_but_themselves(module):
    assert rooms_named(module) <= {"model"}


@pytest.mark.parametrize("module", MODULES, ids=in_house)
def test_every_outside_package_comes_in_by_its_door(module):
    for name in imports(module):
        package = name.split(".")[0]
        if package in sys.stdlib_module_names or package == "auditor":
            continue
        assert package in DOORS, f"{package} has no door"
        assert room_of(module) in DOORS[package], f"{package} does not come in through {room_of(module)}"


@pytest.mark.parametrize("module", MODULES, ids=in_house)
def test_a_module_can_be_read_in_one_sitting(module):
    tree = ast.parse(module.read_text("utf-8"))
    assert len(module.read_text("utf-8").splitlines()) <= 300
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno <= 40, node.name


def waiting(modules: dict[str, set[str]]) -> set[str]:
    """Return the modules that a circle of imports holds, or that wait for one: none may be left over."""
    left = dict(modules)
    while ready := [name for name, wanted in left.items() if not wanted & left.keys()]:
        for name in ready:
            del left[name]
    return set(left)


def module_name(module: Path) -> str:
    return ".".join(module.relative_to(HOUSE.parent).with_suffix("").parts).removesuffix(".__init__")


def test_no_two_modules_wait_for_each_other():
    graph = {module_name(module): set(imports(module)) for module in MODULES}
    assert waiting(graph) == set()


def test_the_law_sees_modules_that_wait_for_each_other():
    assert waiting({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"os"}}) == {"a", "b", "c"}


@pytest.mark.parametrize("folder", sorted({module.parent for module in MODULES}), ids=in_house)
def test_a_folder_can_be_taken_in_at_a_glance(folder):
    assert len(list(folder.glob("*.py"))) <= 36


def literals(tree: ast.AST) -> Iterator[str]:
    """Yield the strings of a module that are no docstrings, pieces of f-strings too."""
    told = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in told:
            yield node.value


def words_of_language(tree: ast.AST) -> list[str]:
    """Return the strings with Chinese in them that are no message the tool has an English one for."""
    return [string for string in literals(tree) if CHINESE.search(string) and string not in english()]


@pytest.mark.parametrize("module", [m for m in MODULES if room_of(m) != "lexicon"], ids=in_house)
def test_words_of_language_stand_in_the_lexicon(module):
    if str(module.relative_to(HOUSE)) not in EXAMPLES:
        assert words_of_language(ast.parse(module.read_text("utf-8"))) == []


def test_the_law_sees_a_word_in_a_pattern():
    code = '"""说明"""\nA = rf"{x}单位[:：]"\nB = "，、（）"\nC = say("第 {page} 页", page=1)\n'
    assert words_of_language(ast.parse(code)) == ["单位[:：]"]


def patterns(tree: ast.AST) -> Iterator[str]:
    """Yield the strings of a module that are patterns; what an f-string puts in stands as a space."""
    whole = {node: node.values for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)}
    pieces = {id(part) for parts in whole.values() for part in parts}
    told = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found = [[node] for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in pieces]
    for parts in (*whole.values(), *found):
        strings = [
            part.value if isinstance(part, ast.Constant) else " " for part in parts if part not in told
        ]
        text = "".join(string for string in strings if isinstance(string, str))
        if PATTERN.search(text):
            yield text


def english_in_patterns(tree: ast.AST) -> set[str]:
    """Return the words of English in the patterns of a module; fy and cy are how we write years ourselves."""
    words = (re.findall("[a-z]{2,}", NO_WORDS.sub(" ", text).lower()) for text in patterns(tree))
    return {word for found in words for word in found} - {"fy", "cy"}


@pytest.mark.parametrize("module", [m for m in MODULES if room_of(m) in READING], ids=in_house)
def test_english_words_of_patterns_stand_in_the_lexicon(module):
    found = english_in_patterns(ast.parse(module.read_text("utf-8")))
    if found or in_house(module) in LEFT:
        assert found == set(LEFT.get(in_house(module), "").split()), (
            "words go to the lexicon; LEFT only shrinks"
        )


def test_the_law_sees_an_english_word_in_a_pattern():
    code = (
        'A = rf"{x}\\s(?:from|to)\\s(?P<year>20[0-9]{{2}})"\nB = r"\\p{Han}[a-z]\\bFY"\nC = "a plain text"\n'
    )
    assert english_in_patterns(ast.parse(code)) == {"from", "to"}


@pytest.mark.parametrize("module", [m for m in MODULES if room_of(m) != "lexicon"], ids=in_house)
def test_a_metric_is_called_by_the_part_it_plays(module):
    assert {*literals(ast.parse(module.read_text("utf-8")))} & {*metrics().entries} <= PLAIN_WORDS


def test_the_law_sees_a_room_that_names_another(tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "HOUSE", tmp_path)
    for room in ("read", "judge"):
        (tmp_path / room).mkdir()
    trespass = tmp_path / "read" / "pdf.py"
    trespass.write_text(
        "def look():\n    from auditor.judge.verdict import judge\n    from auditor import judge\n"
    )
    assert rooms_named(trespass) == {"judge"}
