"""The sample's source: a small markdown with ``::`` blocks, and its form as plain text.

A block opens with ``::kind options`` and closes with ``::end``; ``::page`` stands alone and starts a
page. In a table row each leading ``»`` indents by one step and a leading ``=`` makes a section row;
both are layout and leave no trace in the text form.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

INDENT = "»"
SECTION = "="


@dataclass(frozen=True, slots=True)
class Part:
    """One block of the source: ``kind`` is a ``::`` word, ``h1`` to ``h3``, ``item`` or ``text``."""

    kind: str
    options: str = ""
    lines: tuple[str, ...] = ()


def parse(path: Path) -> list[Part]:
    """Read a source file into its parts, in order."""
    parts: list[Part] = []
    lines = iter(path.read_text(encoding="utf-8").splitlines())
    for line in lines:
        if not line.strip():
            continue
        if line.startswith("::"):
            kind, _, options = line[2:].partition(" ")
            alone = kind in {"page", "columns", "end"}
            parts.append(Part(kind, options, () if alone else _until_end(lines)))
        elif line.startswith("#"):
            marks, _, text = line.partition(" ")
            parts.append(Part(f"h{len(marks)}", "", (text,)))
        elif line.startswith("- "):
            parts.append(Part("item", "", (line,)))
        else:
            parts.append(Part("text", "", (line,)))
    return parts


def _until_end(lines) -> tuple[str, ...]:
    body: list[str] = []
    for line in lines:
        if line == "::end":
            break
        body.append(line)
    return tuple(body)


def cells(row: str) -> list[str]:
    """Return the cells of a table line without the layout marks."""
    return row.removeprefix(SECTION).lstrip(INDENT).split("\t")


def text_form(parts: list[Part]) -> str:
    """Return the report as plain text: markdown headings, tables with tabs."""
    blocks: list[str] = []
    for part in parts:
        block = _TEXT.get(part.kind, _plain)(part)
        if block and part.kind == "item" and blocks and blocks[-1].startswith("- "):
            blocks[-1] += "\n" + block
        elif block:
            blocks.append(block)
    return "\n\n".join(blocks) + "\n"


def _plain(part: Part) -> str:
    return "\n".join(part.lines)


def _cover(part: Part) -> str:
    return "\n\n".join((f"# {part.lines[0]}", *part.lines[1:]))


def _heading(part: Part) -> str:
    return "#" * int(part.kind[1]) + " " + part.lines[0]


def _tiles(part: Part) -> str:
    return "\n\n".join(line.replace("\t", "\n\n") for line in part.lines)


def _figure(part: Part) -> str:
    labels = (" / ".join(line.split("\t")[-2:]) for line in part.lines)
    return "\n\n".join((part.options, *labels))


def _table(part: Part) -> str:
    width = len(part.lines[0].split("\t"))
    rows = (cells(line) for line in part.lines)
    return "\n".join("\t".join(row + [""] * (width - len(row))) for row in rows)


def _silent(_part: Part) -> str:
    return ""


_TEXT = {
    "cover": _cover,
    "page": _silent,
    "columns": _silent,
    "end": _silent,
    "h1": _heading,
    "h2": _heading,
    "h3": _heading,
    "tiles": _tiles,
    "figure": _figure,
    "bars": _figure,
    "table": _table,
}
