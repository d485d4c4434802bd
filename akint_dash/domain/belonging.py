"""Whose a record is: the council area responsible for it, or for what it is a part of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from akint_dash.domain.history import Values
from akint_dash.domain.schema import ENTITIES, OWNED, UNOWNED, Sort

Get = Callable[[str, str], Values]
"""One record by entity and code, an empty mapping where it is not."""
_OWNER: Final = OWNED[0].name


def area_of(get: Get, entity: str, values: Values) -> str:
    """The area responsible for a record, or for what it is a part of; "" where there is none."""
    kind = ENTITIES[entity]
    if kind.sort is Sort.LIST or entity in UNOWNED:
        return ""
    if kind.parent:
        above = kind.by_name[kind.parent].of
        return area_of(get, above, get(above, str(values.get(kind.parent, ""))))
    return str(values.get(_OWNER, ""))
