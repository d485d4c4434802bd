"""Who may change which record: editors what belongs to their areas, who may write for every area everything.

A part of a record belongs to the area of that record. What has no area (code lists, what comes from public sources)
belongs to nobody's editors.
"""

from __future__ import annotations

from collections.abc import Callable

from akint_dash.access.viewer import Viewer
from akint_dash.domain.history import Values
from akint_dash.domain.schema import ENTITIES, OWNED, UNOWNED, Sort

Get = Callable[[str, str], Values]
"""One record by entity and code, an empty mapping where it is not."""
_OWNER = OWNED[0].name


def area_of(get: Get, entity: str, values: Values) -> str:
    """The area responsible for a record, or for what it is a part of; "" where there is none."""
    kind = ENTITIES[entity]
    if kind.sort is Sort.LIST or entity in UNOWNED:
        return ""
    if kind.parent:
        above = kind.by_name[kind.parent].of
        return area_of(get, above, get(above, str(values.get(kind.parent, ""))))
    return str(values.get(_OWNER, ""))


def may_change(viewer: Viewer, get: Get, entity: str, values: Values) -> bool:
    """Whether someone may change a record that says ``values``; ``get`` knows what it is a part of."""
    if viewer.may_write:
        return True
    area = area_of(get, entity, values)
    return bool(area) and viewer.may_edit(area)
