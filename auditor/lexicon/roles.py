"""The metrics and families that readings and checks are about, by the part they play, of ``roles.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from auditor.lexicon.load import contents


@dataclass(frozen=True, slots=True)
class Roles:
    """Ids of metrics, of groups of metrics and carriers, and of families; see ``roles.toml``."""

    staff: str
    staff_share: str
    hours: str
    women_of_rank: str
    pay_ratio: str
    emissions: str
    emissions_intensity: str
    energy: str
    electricity: str
    revenue: str
    net_profit: str
    per_share: str
    cost: str
    margin: str
    heats: tuple[str, ...]
    supplied: tuple[str, ...]
    worked_out: tuple[str, ...]
    green: tuple[str, ...]
    weights: tuple[str, ...]
    told_alone: tuple[str, ...]
    added_up: str
    carried: tuple[str, ...]


@cache
def roles() -> Roles:
    """Return the ids of ``roles.toml``."""
    data = contents("roles.toml")
    groups: dict[str, Any] = {name: tuple(ids) for name, ids in data["groups"].items()}
    families = data["families"]
    return Roles(
        **data["metrics"], **groups, added_up=families["added_up"], carried=tuple(families["carried"])
    )
