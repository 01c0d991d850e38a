"""Made tables as HTML and as Typst source: the maker lays them out itself."""

from __future__ import annotations

from html import escape
from random import Random

from tests.read.pages.truth import Made
from tests.read.pages.truth import Printed
from tests.read.pages.truth import Style
from tests.read.pages.widths import least_value
from tests.read.pages.widths import values_under

#: What is left of the width of a page between its margins, in points.
_ROOM = 490.0
_ALIGN = {"right": "right", "centre": "center", "left": "left"}
_BORDERS = {
    "ruled": "td,th{border:0.5pt solid #000}",
    "bars": "table{border-collapse:separate;border-spacing:0}td,th{border-right:0.6pt solid #333;border-bottom:0.6pt solid #333}table{border-top:0.6pt solid #333;border-left:0.6pt solid #333}",
    "pieces": "td,th{border-bottom:0.5pt solid #666}",
    "halfruled": "table{border-top:1pt solid #000;border-bottom:1pt solid #000}thead tr:last-child>*,thead th[rowspan]{border-bottom:0.5pt solid #000}",
    "zebra": "thead th{background:#bbb}tbody tr:nth-child(even){background:#eee}",
    "borderless": "",
    "bands": "thead th{background:#999}.s td{background:#ddd}",
    "tiles": "table{border-collapse:separate;border-spacing:1pt}td{background:#eee}th{background:#bbb}",
    "sums": "thead{border-top:1pt solid #000;border-bottom:1pt solid #000}td.t{border-top:0.5pt solid #000;border-bottom:0.5pt solid #000}",
    "dotted": "td,th{border-bottom:0.7pt dotted #333}",
    "boxed": "table{border:0.7pt solid #000}thead{border-bottom:0.7pt solid #000}",
}

_STROKES = {
    "ruled": "0.5pt",
    "bars": "0.7pt",
    "pieces": "(bottom: 0.5pt)",
    "dotted": '(bottom: (thickness: 0.6pt, dash: "dotted"))',
    "tiles": "1pt + white",
}


def html(made: Made, style: Style, seed: int) -> str:
    """Return a page with the table, its caption, unit line and notes."""
    random = Random(f"html {seed}")  # noqa: S311
    label = random.choice((110, 150, 210))
    size = "A4 landscape" if style.turn else "A4"
    head = "table-header-group" if style.repeat else "table-row-group"
    valign = "middle" if style.middle else "bottom" if style.bottom else "top"
    top = random.choice((0, 0, 380))
    css = (
        f"@page{{size:{size};margin:20mm 18mm}}"
        f"body{{font-family:'Noto Sans CJK SC',sans-serif;font-size:{style.size}pt;margin:0;padding-top:{top}pt}}"
        f"table{{border-collapse:collapse;margin:2pt 0}}thead{{display:{head};break-inside:avoid}}tr{{break-inside:avoid}}"
        f"td,th{{padding:2pt 4pt;vertical-align:{valign};text-align:left}}"
        f"{_BORDERS[style.ruling]}.v{{text-align:{_ALIGN[style.align]};white-space:nowrap}}.o{{text-align:center}}"
        f"sup{{font-size:60%;line-height:0}}.u{{text-align:right}}.n{{font-size:80%}}.l{{width:{label}pt}}"
    )
    title = "2024年度可持续发展报告" if made.language != "en" else "Sustainability report 2024"
    parts = [f"<!doctype html><html><head><meta charset='utf-8'><style>{css}</style></head><body>"]
    parts.append(f"<h2>{title}</h2><p style='font-size:120%;font-weight:bold'>{escape(made.caption)}</p>")
    unit = f"<caption class='u'>{escape(made.unit_line)}</caption>" if made.unit_line else ""
    parts += [f"<table>{unit}<thead>", *_rows(made, 0, made.head_rows), "</thead><tbody>"]
    parts += [*_rows(made, made.head_rows, made.rows), "</tbody></table>"]
    parts += [f"<div class='n'><sup>{mark}</sup> {escape(text)}</div>" for mark, text in made.notes]
    return "".join([*parts, "</body></html>"])


def _rows(made: Made, first: int, last: int) -> list[str]:
    taken = {
        (cell.row + y, cell.column + x)
        for cell in made.cells
        for y in range(cell.rowspan)
        for x in range(cell.colspan)
        if (y, x) != (0, 0)
    }
    at = {(cell.row, cell.column): cell for cell in made.cells}
    found = []
    for row in range(first, last):
        cells = [
            _td(made, at.get((row, column)) or Printed(row, column, ""))
            for column in range(made.columns)
            if (row, column) not in taken
        ]
        section = " class='s'" if any(c.kind == "section" and c.row == row for c in made.cells) else ""
        found.append(f"<tr{section}>{''.join(cells)}</tr>")
    return found


def _td(made: Made, cell: Printed) -> str:
    tag = "th" if cell.kind == "head" else "td"
    kinds = made.kinds()
    values = values_under(cell, kinds)
    label = cell.column == made.columns - 1 - kinds[::-1].index("label") and cell.colspan == 1
    name = "v" if values and cell.kind in {"head", "value"} else "l" if label else ""
    name += " t" if cell.bold and cell.kind == "value" else ""
    name = "o" if cell.kind == "head" and values and cell.colspan > 1 else name
    spans = f" rowspan={cell.rowspan}" * (cell.rowspan > 1) + f" colspan={cell.colspan}" * (cell.colspan > 1)
    text = escape(cell.text).replace("\n", "<br>")
    text = f"<b>{text}</b>" if cell.bold and tag == "td" else text
    text += f"<sup>{cell.mark}</sup>" if cell.mark else ""
    pad = f" style='padding-left:{4 + 9 * cell.indent}pt'" if cell.indent else ""
    return f"<{tag} class='{name}'{spans}{pad}>{text}</{tag}>"


def typst(made: Made, style: Style, seed: int) -> str:
    """Return the Typst source of a page with the table."""
    random = Random(f"typst {seed}")  # noqa: S311
    label = random.choice((110, 150, 210))
    kinds = made.kinds()
    last = made.columns - 1 - kinds[::-1].index("label")
    columns = [
        f"{label}pt" if k == last else "70pt" if kind == "label" else "auto" for k, kind in enumerate(kinds)
    ]
    stroke = _STROKES.get(style.ruling, "none")
    fill = ""
    if style.ruling == "tiles":
        fill = f"fill: (_, y) => if y < {made.head_rows} {{ luma(190) }} else {{ luma(235) }},"
    if style.ruling == "zebra":
        fill = f"fill: (_, y) => if y < {made.head_rows} {{ luma(190) }} else if calc.odd(y) {{ luma(235) }},"
    wide = label + sum(
        least_value(made, style.size) if kind == "value" else 70.0 if kind in {"label", "unit"} else 40.0
        for kind in kinds
    )
    flip = "flipped: true," if style.turn or wide > _ROOM else ""
    lines = [
        f'#set page(paper: "a4", {flip} margin: 18mm)',
        f'#set text(font: ("DejaVu Sans", "Noto Sans CJK SC"), size: {style.size}pt)',
        "#show table.cell: set par(justify: false)",
        f"#text(size: 16pt)[{'2024年度可持续发展报告' if made.language != 'en' else 'Sustainability report 2024'}]",
        f"#v({random.choice((0, 0, 300))}pt)",
        f'#text(size: {style.size + 2}pt, weight: "bold")[{made.caption}]',
        f"#block[#align(right)[{made.unit_line}] " if made.unit_line else "#block[",
        f"#table(columns: ({', '.join(columns)}), stroke: {stroke}, inset: 3pt, {fill}",
    ]
    horizon = "horizon" if style.middle else "bottom" if style.bottom else "top"
    body = [_typst_cell(cell, kinds, style, horizon) for cell in _filled(made)]
    heads = [text for cell, text in zip(_filled(made), body, strict=True) if cell.row < made.head_rows]
    rest = body[len(heads) :]
    if style.ruling in {"halfruled", "sums"}:
        lines.append("table.hline(y: 0, stroke: 1pt),")
        rest += [
            f"table.hline(y: {made.head_rows}, stroke: 0.5pt)",
            f"table.hline(y: {made.rows}, stroke: 1pt)",
        ]
    repeat = "true" if style.repeat else "false"
    lines += [f"table.header(repeat: {repeat}, {', '.join(heads)}),", ", ".join(rest), ")]"]
    lines += [f"#text(size: {0.8 * style.size}pt)[#super[{mark}] {text}]\n" for mark, text in made.notes]
    return "\n".join(lines)


def _filled(made: Made) -> list[Printed]:
    """Return the cells in order, empty ones too."""
    at = {(cell.row, cell.column): cell for cell in made.cells}
    taken = {
        (cell.row + y, cell.column + x)
        for cell in made.cells
        for y in range(cell.rowspan)
        for x in range(cell.colspan)
    }
    for row in range(made.rows):
        for column in range(made.columns):
            if (row, column) not in taken:
                at[row, column] = Printed(row, column, "")
    return [at[key] for key in sorted(at)]


def _typst_cell(cell: Printed, kinds: list[str], style: Style, horizon: str) -> str:
    over = values_under(cell, kinds) > 0
    align = _ALIGN[style.align] if over and cell.kind in {"head", "value"} else "left"
    align = "center" if cell.kind == "head" and over and cell.colspan > 1 else align
    text = "".join(f"\\{char}" if char in "/-_$#*" else char for char in cell.text).replace("\n", " \\ ")
    text = f"#strong[{text}]" if cell.bold else text
    text = f"#h({9 * cell.indent}pt){text}" if cell.indent else text
    text += f"#super[{cell.mark}]" if cell.mark else ""
    spans = f"rowspan: {cell.rowspan}, colspan: {cell.colspan}, x: {cell.column}, y: {cell.row}"
    return f"table.cell({spans}, align: {align} + {horizon}, breakable: false)[{text}]"
