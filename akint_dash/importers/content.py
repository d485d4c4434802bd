"""Records known by what they say: actors by organisation number, participations by project, actor and role.

A code or a source's own key may differ between two sources, and between a source and the workbook; these do not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from typing import Any

from akint_dash.domain.history import Value, Values
from akint_dash.importers.actors import organisation_number
from akint_dash.importers.plain import folded


class ByContent:
    """Actors and participations of today, growing with each draft."""

    def __init__(self) -> None:
        self._numbered: dict[str, set[str]] = defaultdict(set)
        self._number_of: dict[str, str] = {}
        self._taking: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)

    def remember(self, entity: str, code: str, values: Values) -> None:
        """Keep what tells a record."""
        if entity == "actor" and (number := _number(values)):
            self._numbered[number].add(code)
            self._number_of[code] = number
        elif entity == "participation" and (where := _where(values, values.get("actor"))):
            roles = self._taking[where]
            roles[code] = str(values.get("role") or roles.get(code, ""))

    def fits(self, entity: str, code: str, values: Mapping[str, Any]) -> bool:
        """Whether a record may be the one that ``values`` speak of: two numbers are two actors."""
        number = _number(values) if entity == "actor" else ""
        return not number or self._number_of.get(code, number) == number

    def find(self, entity: str, values: Mapping[str, Any], actor: str = "") -> Set[str]:
        """The codes of the records that ``values`` speak of; ``actor`` is the code under which the actor is kept.

        A participation whose role one side does not state is the only one of that actor in that project, if there is
        only one.
        """
        if entity == "actor":
            return self._numbered[number] if (number := _number(values)) else set()
        where = _where(values, actor) if entity == "participation" else None
        if where is None:
            return set()
        role, roles = str(values.get("role") or ""), self._taking[where]
        same = {code for code, known in roles.items() if known == role}
        unstated = {code for code, known in roles.items() if not known}
        return same or (unstated if role else set(roles))


def _number(values: Mapping[str, Value | None]) -> str:
    return organisation_number(str(values.get("organisation_number") or ""))


def _where(values: Mapping[str, Value | None], actor: object) -> tuple[str, str] | None:
    project = values.get("project_number")
    return (folded(str(project)), str(actor)) if project and actor else None
