"""What each measure of Explore is made of: rows of the fact table with what each weighs, and its day and area.

Money and hours go to each area its recorded share, as everywhere; what counts stands on the responsible area alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from akint_dash.domain.history import Values
from akint_dash.measures.explore_questions import COUNTED, MEASURES
from akint_dash.measures.memo import once
from akint_dash.measures.pipeline import LOST, WON, Standing, converted, paying, rate_year, standings
from akint_dash.measures.scope import Mask, Scope
from akint_dash.measures.support import supported
from akint_dash.store.involvement import INSTRUMENTS, KNOWN, NONE, PARTLY, UNKNOWN, area_shares, days, split


@dataclass(frozen=True, slots=True)
class WeighedRows:
    """Columns of equal length, one row a (record, area) that weighs anything, or whose weight is missing.

    ``record`` is the index in the fact table's records; ``value`` what is known (0 where nothing is); ``known`` is
    KNOWN, PARTLY or UNKNOWN; ``day`` the days since 1970 that the value belongs to; ``area`` as in the fact table.
    """

    record: npt.NDArray[np.int32]
    value: npt.NDArray[Any]
    known: npt.NDArray[np.int8]
    day: npt.NDArray[np.int32]
    area: npt.NDArray[np.int16]


def rows(scope: Scope, measure: str, *, begun: bool = False) -> WeighedRows:
    """What lies inside the selection and its period; ``begun``: of what is counted what began in it."""
    if begun and measure in COUNTED:
        return _counted(scope, measure, begun=True)
    return _MAKERS[measure](scope)


def _of_facts(scope: Scope, mask: Mask, value: npt.NDArray[Any], known: npt.NDArray[np.int8]) -> WeighedRows:
    facts = scope.facts
    return WeighedRows(facts.record[mask], value[mask], known[mask], facts.day[mask], facts.area[mask])


def _kinds(scope: Scope, entities: Collection[str]) -> Mask:
    """The rows of records of some kinds."""
    key = "explore kinds", tuple(sorted(entities))

    def make() -> Mask:
        return np.array([entity in entities for entity, _ in scope.facts.records], dtype=bool)

    of_record: Mask = once(scope.portfolio, key, make)
    found: Mask = of_record[scope.facts.record]
    return found


def _in_years(scope: Scope) -> Mask:
    """The rows whose own year lies in the period chosen; all where none is."""
    facts, period = scope.facts, scope.selection.periode
    if period is None:
        return np.ones(len(facts.year), dtype=bool)
    inside: Mask = (facts.year >= period[0]) & (facts.year <= period[1])
    return inside


def _counted(scope: Scope, measure: str, *, begun: bool = False) -> WeighedRows:
    """One a record, where its responsible area is; a project in every year of its life where a period is chosen."""
    ones = np.ones(len(scope.facts.record), dtype=np.int64)
    inside = scope.responsible_any_year & _in_years(scope) if begun else scope.responsible
    mask = inside & _kinds(scope, MEASURES[measure].of)
    return _of_facts(scope, mask, ones, np.full(len(ones), KNOWN, dtype=np.int8))


def _hours(scope: Scope) -> WeighedRows:
    facts = scope.facts
    mask = scope.mask_any_year & _in_years(scope) & (facts.percent > 0) & (facts.of_hours != NONE)
    return _of_facts(scope, mask, facts.hours, facts.of_hours)


def _budgets(scope: Scope) -> WeighedRows:
    facts = scope.facts
    mask = scope.mask_any_year & _in_years(scope) & (facts.percent > 0) & (facts.of_amount != NONE)
    return _of_facts(scope, mask, facts.amount_ore, facts.of_amount)


def _people(scope: Scope) -> WeighedRows:
    """Those who took part in what counts as competence."""
    facts = scope.facts
    mask = scope.responsible_any_year & _in_years(scope) & _kinds(scope, MEASURES["deltakere"].of)
    mask &= facts.instrument == INSTRUMENTS.index("KOM")
    return _of_facts(scope, mask, facts.people.astype(np.int64), facts.of_people)


# -- what is worked out from a project's steps and funding, or from a request


@dataclass(frozen=True, slots=True)
class _One:
    record: int
    value: int
    known: int
    day: str
    area: str


def _made(scope: Scope, some: Iterable[_One]) -> WeighedRows:
    every, places = list(some), {code: at for at, code in enumerate(scope.facts.areas)}
    return WeighedRows(
        np.array([one.record for one in every], dtype=np.int32),
        np.array([one.value for one in every], dtype=np.int64),
        np.array([one.known for one in every], dtype=np.int8),
        np.array([days(one.day) for one in every], dtype=np.int32),
        np.array([places.get(one.area, -1) for one in every], dtype=np.int16),
    )


def _places(scope: Scope) -> Mapping[tuple[str, str], int]:
    """(entity, code) -> index in the fact table's records."""
    return once(scope.portfolio, "explore places", lambda: {key: at for at, key in enumerate(scope.facts.records)})


def _inside(scope: Scope, day: str) -> bool:
    period = scope.selection.periode
    return period is None or period[0] <= int(day[:4]) <= period[1]


def _cash(scope: Scope, payer: str) -> Mapping[str, list[Values]]:
    """project -> its rows of cash from others, or of the county's own."""

    def make() -> dict[str, list[Values]]:
        found: dict[str, list[Values]] = defaultdict(list)
        for values in scope.portfolio.records("funding").values():
            if values["form"] == "cash" and values["payer"] == payer:
                found[str(values["project"])].append(values)
        return dict(found)

    return once(scope.portfolio, f"explore cash {payer}", make)


def _granted(scope: Scope, payer: str) -> WeighedRows:
    """The cash of projects granted, on the day of the grant, each area its recorded share."""
    funding, chosen, places = _cash(scope, payer), scope.selection.omrade, _places(scope)

    def parts(one: Standing) -> Iterable[_One]:
        values = scope.portfolio.get("project", one.code)
        found = converted(funding.get(one.code, []), rate_year(scope, one.code), scope.portfolio.rates)
        partly = PARTLY if found.no_amount or found.no_rate else KNOWN
        known = UNKNOWN if found.ore is None else partly
        shares = area_shares(values)
        for (area, _, percent), ore in zip(shares, split(found.ore or 0, shares), strict=True):
            if percent and (not chosen or area in chosen):
                yield _One(places["project", one.code], ore, known, str(one.decided_on), area)

    won = [s for s in paying(scope) if s.status in WON and s.decided_on and _inside(scope, s.decided_on)]
    return _made(scope, (part for one in won for part in parts(one)))


def _application_days(scope: Scope) -> WeighedRows:
    """Days from a project's application to its decision, on the day of the decision."""
    places, found = _places(scope), []
    for one in standings(scope):
        if one.status in WON | LOST and one.decided_on and _inside(scope, one.decided_on):
            area = str(scope.portfolio.get("project", one.code)["area"])
            sent = one.submitted_on if one.submitted_on and one.submitted_on <= one.decided_on else None
            value, known = (_days(sent, one.decided_on), KNOWN) if sent else (0, UNKNOWN)
            found.append(_One(places["project", one.code], value, known, one.decided_on, area))
    return _made(scope, found)


def _answer_days(scope: Scope) -> WeighedRows:
    """Days to the answers of the leader's office, each on the area that asked; what waits is no number yet."""
    until, chosen, places, found = scope.last_day("activity"), scope.selection.omrade, _places(scope), []
    for code in scope.narrowed(omrade=(), periode=None).codes("activity"):
        values = scope.portfolio.get("activity", code)
        if values["kind"] != "support" or "answered" not in values or str(values["answered"]) > until:
            continue
        asked, area = str(values.get("asked") or values["start"]), supported(values)
        if _inside(scope, asked) and (not chosen or area in chosen):
            value = _days(asked, str(values["answered"]))
            found.append(_One(places["activity", code], value, KNOWN, asked, area))
    return _made(scope, sorted(found, key=lambda one: one.record))


def _days(start: str, end: str) -> int:
    return max(0, (date.fromisoformat(end) - date.fromisoformat(start)).days)


_MAKERS: Final[Mapping[str, Callable[[Scope], WeighedRows]]] = {
    "tiltak": lambda scope: _counted(scope, "tiltak"),
    "prosjekter": lambda scope: _counted(scope, "prosjekter"),
    "stotte": lambda scope: _granted(scope, "others"),
    "egne-kroner": lambda scope: _granted(scope, "own"),
    "budsjett": _budgets,
    "timer": _hours,
    "deltakere": _people,
    "svartid": _answer_days,
    "soknadstid": _application_days,
}
