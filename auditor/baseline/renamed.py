"""Rows that are under another key because a label or heading was reworded, and for no other reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from collections.abc import Mapping

from auditor.baseline.layout import Layout
from auditor.baseline.rows import Rows


def renamings(layout: Layout, accepted: Rows, now: Rows, claims: Mapping[str, str]) -> dict[str, str]:
    """Return the new key by the old one.

    A row that is gone and one that is new are the same when they say the same of the same thing, and
    when no other row that is gone or new says it too. ``claims`` are the claims renamed already.
    """
    gone = _by_content(layout, accepted, accepted.keys() - now.keys(), claims)
    new = _by_content(layout, now, now.keys() - accepted.keys(), {})
    return {
        keys[0]: new[content][0]
        for content, keys in sorted(gone.items())
        if len(keys) == 1 and len(new.get(content, ())) == 1
    }


def rekeyed(layout: Layout, accepted: Rows, renamed: Mapping[str, str], claims: Mapping[str, str]) -> Rows:
    """Return accepted rows under their new keys, the claims that they name under theirs."""
    return {renamed.get(key, key): _naming(layout, row, claims) for key, row in accepted.items()}


def _by_content(
    layout: Layout, rows: Rows, keys: Collection[str], claims: Mapping[str, str]
) -> dict[tuple[str, ...], list[str]]:
    found: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted(keys):
        row = _naming(layout, rows[key], claims)
        found[tuple(row.get(column, "") for column in (*layout.named, *layout.figures))].append(key)
    return found


def _naming(layout: Layout, row: dict[str, str], claims: Mapping[str, str]) -> dict[str, str]:
    """Return a row that names claims by their new keys."""
    if not claims:
        return row
    cells = {column: row.get(column, "").split(";") for column in layout.keyed}
    return row | {column: ";".join(claims.get(key, key) for key in keys) for column, keys in cells.items()}
