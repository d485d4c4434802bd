"""Where records are: the municipalities they name, as they are called today, and the regions of their partners.

An activity is with the municipalities it names and with those its participants came from, and so are its attendances; a
participation lies where it says, else where its actor does. A municipality chooses whole records: what is counted of an
activity, its hours and its people, is all of it, not the part of those who came from there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from akint_dash.measures.memo import once
from akint_dash.store.involvement import regions_of, regions_of_projects
from akint_dash.store.portfolio import Portfolio

Mask = npt.NDArray[np.bool_]


def today_of(portfolio: Portfolio, code: object) -> str:
    """The municipality that a number of an earlier list belongs to today; "" where it is not known."""
    seen: set[str] = set()
    name = str(code or "")
    while name and name not in seen:
        seen.add(name)
        values = portfolio.get("municipality", name)
        if not values:
            return ""
        if "replaced_by" not in values:
            return name
        name = str(values["replaced_by"])
    return name


def renewed(portfolio: Portfolio, entity: str, code: str) -> bool:
    """Whether a record is a municipality of an earlier list that lives on under its own name with another number."""
    values = portfolio.get(entity, code) if entity == "municipality" else {}
    after = portfolio.get("municipality", values.get("replaced_by"))
    return bool(after) and after.get("name_nb") == values.get("name_nb")


def municipalities_of(portfolio: Portfolio, entity: str, code: str, values: Mapping[str, Any]) -> frozenset[str]:
    """The municipalities of a record, as they are called today."""
    return frozenset(
        filter(None, (today_of(portfolio, one) for one in _municipalities(portfolio, entity, code, values)))
    )


def _municipalities(portfolio: Portfolio, entity: str, code: str, values: Mapping[str, Any]) -> Iterator[object]:
    if entity == "attendance":
        activity = str(values.get("activity", ""))
        yield from _municipalities(portfolio, "activity", activity, portfolio.get("activity", activity))
    yield from (one for one, _ in values.get("municipalities", ()))
    own = values.get("municipality")
    if entity == "participation" and not own:
        own = portfolio.get("actor", values.get("actor")).get("municipality")
    yield own
    if entity == "activity":
        yield from _came_from(portfolio).get(code, ())


def _came_from(portfolio: Portfolio) -> Mapping[str, list[str]]:
    """activity -> the municipalities its participants are recorded as from."""

    def make() -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for values in portfolio.records("attendance").values():
            if "municipality" in values:
                found.setdefault(str(values["activity"]), []).append(str(values["municipality"]))
        return found

    return once(portfolio, "participants' municipalities", make)


def tied_projects(portfolio: Portfolio) -> Mapping[str, tuple[str, ...]]:
    """project -> the regions it is tied to: what shares it, filters by a partner or a ring, and names its partners."""
    return once(portfolio, "regions of projects", lambda: regions_of_projects(portfolio.state))


def tied_regions(portfolio: Portfolio, entity: str, code: str, values: Mapping[str, Any]) -> tuple[str, ...]:
    """The regions a record is tied to, each once."""
    if entity == "project":
        return tied_projects(portfolio).get(code, ())
    return tuple(dict.fromkeys(regions_of(values, portfolio.state)))


# -- the rows of the fact table


def in_places(portfolio: Portfolio, name: str, chosen: Collection[str]) -> Mask | bool:
    """The rows of records in one of the places chosen of a kind, "partner" or "kommune"; True where none is chosen."""
    if not chosen:
        return True
    facts, index = portfolio.involvement, once(portfolio, ("places", name), lambda: _index(portfolio, name))
    inside = np.zeros(len(facts.records), dtype=bool)
    for code in chosen:
        inside[index.get(code, [])] = True
    found: Mask = inside[facts.record]
    return found


def _index(portfolio: Portfolio, name: str) -> dict[str, list[int]]:
    """place -> the records there, by their index in the fact table's."""
    found: dict[str, list[int]] = {}
    for at, (entity, code) in enumerate(portfolio.involvement.records):
        values = portfolio.get(entity, code)
        partners = name == "partner"
        some = (tied_regions if partners else municipalities_of)(portfolio, entity, code, values)
        for place in set(some):
            found.setdefault(place, []).append(at)
    return found
