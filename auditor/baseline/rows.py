"""Published tables become keyed rows: nothing in them depends on the order or the number of other rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from auditor.baseline.layout import LAYOUTS
from auditor.baseline.layout import Layout
from auditor.lexicon.fold import fold
from auditor.lexicon.words.signs import sign_words

_SIGNS = sign_words()

Record = Mapping[str, str]
#: The published tables of one run, by name: rows as column: cell.
Tables = Mapping[str, Sequence[Record]]
#: The rows of one accepted table by key.
Rows = dict[str, dict[str, str]]

#: Family of what the lexicon does not know, and of what is about no claim.
UNKNOWN, NO_CLAIM = "unknown", "report"

#: Pages and lines within a message; they move when something is added before them.
_PLACE_WORDS = re.compile(rf"({_SIGNS.nth} ?|page |line )[0-9]+( ?[{_SIGNS.page}{_SIGNS.line}])?")
#: Columns of the ledger before those of the reports.
_LEDGER = ("metric_id", "metric", "scope", "period", "unit")


def keyed(tables: Tables) -> dict[str, Rows]:
    """Return every accepted kind of table by name, its rows by key."""
    claims = {f"{claim['report']}#{claim['claim_no']}": claim for claim in tables["claims"]}
    return {layout.table: _rows(layout, tables[layout.table], claims) for layout in LAYOUTS}


def _rows(layout: Layout, records: Sequence[Record], claims: Mapping[str, Record]) -> Rows:
    read = _READERS[layout.table]
    seen: Counter[str] = Counter()
    rows: Rows = {}
    for record in read(records, claims):
        key = record["key"]
        seen[key] += 1
        if seen[key] > 1:
            key = f"{key}-{seen[key]}"
        rows[key] = {column: record.get(column, "") for column in layout.columns} | {"key": key}
    return rows


def family(metric_id: str) -> str:
    """Return the metric of the lexicon without what narrows it."""
    return UNKNOWN if metric_id.startswith("?") else metric_id.split(".", maxsplit=1)[0]


def _claims(records: Sequence[Record], _: Mapping[str, Record]) -> Iterator[dict[str, str]]:
    for claim in records:
        yield {
            **claim,
            "key": f"{claim['report']}|{claim['claim_key']}",
            "family": family(claim["metric_id"]),
            "figure": _figure(claim["metric"], claim["scope"], claim["period"]),
            "place": _place(claim),
        }


def _restatements(records: Sequence[Record], _: Mapping[str, Record]) -> Iterator[dict[str, str]]:
    for item in records:
        yield {
            **item,
            "family": family(item["metric_id"]),
            "figure": _figure(item["metric_new"], item["scope"], item["period"]),
            "place": f"{item['report_new']} {item['place_new']}",
        }


def _checks(records: Sequence[Record], claims: Mapping[str, Record]) -> Iterator[dict[str, str]]:
    for check in records:
        refs = check["inputs"].split(";")
        stated = claims[refs[0]]
        yield {
            **check,
            "key": check["check_id"],
            "family": family(stated["metric_id"]),
            "figure": _figure(stated["metric"], stated["scope"], check["period"]),
            "place": _place(stated),
            "inputs": ";".join(_claim_keys(refs, claims)),
        }


def _findings(records: Sequence[Record], claims: Mapping[str, Record]) -> Iterator[dict[str, str]]:
    for finding in records:
        first = claims.get(finding["claims"].split(";")[0])
        yield {
            **finding,
            "key": finding["finding_id"],
            "family": family(first["metric_id"]) if first else NO_CLAIM,
            "figure": _figure(finding["code"], finding["metric"], finding["period"]),
            "place": _place(finding),
            "suspect": ";".join(_claim_keys([finding["suspect"]], claims)),
            "message": _PLACE_WORDS.sub(r"\1…\2", finding["message"]),
        }


def _ledger(records: Sequence[Record], claims: Mapping[str, Record]) -> Iterator[dict[str, str]]:
    """Return one row for each report that tells a fact: a new report adds rows and changes none."""
    places: dict[tuple[str, ...], str] = {}
    for claim in claims.values():
        places.setdefault((*_fact(claim), claim["value"]), _place(claim))
        places.setdefault(_fact(claim), _place(claim))
    for record in records:
        reports = [column for column in record if column not in _LEDGER]
        for report in filter(record.get, reports):
            row = {column: record[column] for column in _LEDGER} | {"report": report, "value": record[report]}
            yield {
                **row,
                "key": "|".join((*_fact(row), fold(record["unit"]))),
                "family": family(row["metric_id"]),
                "figure": _figure(row["metric"], row["scope"], row["period"]),
                "place": places.get((*_fact(row), row["value"])) or places.get(_fact(row), report),
            }


def _fact(row: Record) -> tuple[str, ...]:
    return row["metric_id"], row["scope"], row["period"], row["report"]


def _claim_keys(refs: Iterable[str], claims: Mapping[str, Record]) -> Iterator[str]:
    """Return claims by key, not by number: a claim added before them changes no other row."""
    for ref in refs:
        yield f"{claims[ref]['report']}|{claims[ref]['claim_key']}" if ref in claims else ref


def _figure(*words: str) -> str:
    return " ".join(filter(None, words))


def _place(row: Record) -> str:
    where = f"p{row['page']}" if row["page"] else f"L{row['line']}" if row["line"] else ""
    return f"{row['report']} {where}".rstrip()


_READERS: dict[str, Callable[[Sequence[Record], Mapping[str, Record]], Iterator[dict[str, str]]]] = {
    "claims": _claims,
    "restatements": _restatements,
    "checks": _checks,
    "findings": _findings,
    "ledger": _ledger,
}
