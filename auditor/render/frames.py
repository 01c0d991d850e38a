"""The written tables as pandas frames, for a notebook or a script that joins them.

Every cell is the string that was written: ``1.20`` stays ``1.20``, an empty cell is the empty string, a
page number never becomes ``12.0``. Turn a column into `decimal.Decimal` where numbers are needed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from auditor.errors import MissingFileError

if TYPE_CHECKING:
    import pandas as pd

TABLES = ("claims", "restatements", "ledger", "checks", "findings", "doubts")


def frames(folder: Path) -> dict[str, pd.DataFrame]:
    """Return the tables of a result folder by name, those that were written.

    Raises:
        MissingFileError: when the folder holds no table at all.
    """
    found = {name: _frame(folder / f"{name}.csv") for name in TABLES if (folder / f"{name}.csv").exists()}
    if not found:
        raise MissingFileError(folder / "claims.csv")
    return found


def inputs(checks: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each claim of each check: the check's columns beside those of the claim."""
    refs = claims.assign(ref=claims["report"] + "#" + claims["claim_no"])
    listed = checks.assign(ref=checks["inputs"].str.split(";")).explode("ref")
    listed["ref"] = listed["ref"].str.strip()
    return listed.merge(refs, on="ref", suffixes=("_check", "_claim"))


def _frame(path: Path) -> pd.DataFrame:
    import pandas as pd

    return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
