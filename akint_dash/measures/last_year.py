"""What stood a year earlier where a record has something for each year: beside its cells in the yearly collection.

Only where one record alone can be meant: budgets by area and instrument, fees by membership, funds by area, level and
scheme, targets by area, measure and goal; activities of one area, kind and name (its numbers aside), and who took part
in them by audience. Of a project it is the status at the end of that year.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from akint_dash.domain.history import State, Value, Values
from akint_dash.domain.schema import ENTITIES, Column

SHOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "budget": ("planned_nok", "used_nok", "planned_fte", "used_fte"),
    "membership_fee": ("amount", "currency"),
    "fund": ("amount_nok",),
    "target": ("value",),
    "activity": ("start", "hours"),
    "attendance": ("people",),
    "project": ("status",),
}
"""Entity -> the columns that are shown of a year earlier."""
_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "budget": ("area", "instrument"),
    "membership_fee": ("membership",),
    "fund": ("area", "level", "scheme"),
    "target": ("area", "measure", "goal"),
}
"""What two years of the same thing have alike."""
_DIGITS: Final = re.compile(r"[\d\W_]+")


def columns(entity: str) -> dict[str, Column]:
    """The columns that are shown of a year earlier, by the column that they stand beside."""
    if entity == "project":
        return {"title": ENTITIES["project_step"].by_name["status"]}
    return {name: ENTITIES[entity].by_name[name] for name in SHOWN.get(entity, ())}


class LastYear:
    """The values of the year before ``year``."""

    def __init__(self, state: State, year: int) -> None:
        self._state = state
        self._year = year
        self._twice: set[tuple[str, tuple[Any, ...], int]] = set()
        self._known: dict[tuple[str, tuple[Any, ...], int], tuple[str, Values]] = {}
        for entity in (*_KEYS, "activity", "attendance"):
            for code, values in state.get(entity, {}).items():
                self._know(entity, code, values)
        self._status = _statuses(state, year - 1)

    def _know(self, entity: str, code: str, values: Values) -> None:
        key = self._key(entity, values)
        if key is None or key[2] not in (self._year, self._year - 1):
            return
        if key in self._known:
            self._twice.add(key)
        self._known[key] = code, values

    def _key(self, entity: str, values: Values) -> tuple[str, tuple[Any, ...], int] | None:
        """What tells a thing and its year from others; None where it has none."""
        if entity in _KEYS:
            year = values.get("year")
            own = tuple(values.get(name) for name in _KEYS[entity])
            return None if year is None else (entity, own, int(str(year)))
        if entity == "attendance":
            activity = self._state.get("activity", {}).get(str(values.get("activity")), {})
            above = self._key("activity", activity) if activity else None
            own = tuple(values.get(name) for name in ("audience", "area", "municipality"))
            return None if above is None or above in self._twice else (entity, (*above[1], *own), above[2])
        if not values.get("start") or not values.get("title"):
            return None
        named = _DIGITS.sub(" ", str(values["title"])).strip().casefold()
        return entity, (values.get("area"), values.get("kind"), named), int(str(values["start"])[:4])

    def values(self, entity: str, code: str, values: Values) -> dict[str, Value]:
        """Column -> the value a year before, of a record of the year (or of what a new one begins with)."""
        if entity == "project":
            return {"title": self._status[code]} if code in self._status else {}
        key = self._key(entity, values)
        if key is None or key[2] != self._year or key in self._twice:
            return {}
        before = (*key[:2], self._year - 1)
        if before in self._twice or before not in self._known:
            return {}
        held = self._known[before][1]
        return {name: held[name] for name in SHOWN[entity] if name in held}

    def next_code(self, entity: str, given: Values) -> str | None:
        """The code of the year before with this year in it, for a new row; None where it has none of that kind."""
        key = self._key(entity, given)
        before = None if key is None else self._known.get((*key[:2], self._year - 1))
        if before is None or str(self._year - 1) not in before[0]:
            return None
        return before[0].replace(str(self._year - 1), str(self._year))


def _statuses(state: State, year: int) -> dict[str, Value]:
    """project -> the last status reached by the end of a year."""
    last: dict[str, tuple[str, Value]] = {}
    for values in state.get("project_step", {}).values():
        project, day = str(values.get("project")), str(values.get("date"))
        if day <= f"{year}-12-31" and day >= last.get(project, ("",))[0]:
            last[project] = day, values["status"]
    return {project: status for project, (_, status) in last.items()}
