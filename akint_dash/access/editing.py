"""Who may change which record: editors what belongs to their areas, who may write for every area everything.

A part of a record belongs to the area of that record. What has no area (code lists, what comes from public sources)
belongs to nobody's editors.
"""

from __future__ import annotations

from akint_dash.access.viewer import Viewer
from akint_dash.domain.belonging import Get as Get
from akint_dash.domain.belonging import area_of as area_of
from akint_dash.domain.history import Values


def may_change(viewer: Viewer, get: Get, entity: str, values: Values) -> bool:
    """Whether someone may change a record that says ``values``; ``get`` knows what it is a part of."""
    if viewer.may_write:
        return True
    area = area_of(get, entity, values)
    return bool(area) and viewer.may_edit(area)
