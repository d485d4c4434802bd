"""The way to the form that changes one field of a record, for who may change it."""

from __future__ import annotations

from typing import Final

from akint_dash.access.editing import may_change
from akint_dash.components.record_link import list_path, sheet_path
from akint_dash.components.view import View
from akint_dash.domain.record_addresses import ADDRESS
from akint_dash.domain.schema import ENTITIES

EDIT: Final = "rett"
"""The last part of the form's address, after that of the record's sheet."""
FIELD: Final = "felt"
"""The query parameter that names the field."""
ADDS: Final = "activity"
"""The kind that has a form for a new record."""
NEW: Final = f"{list_path(ADDS)}/ny"
"""The address of that form."""
DONE: Final = "rettet"
"""The query parameter of the record's sheet that names the update just made; 0 where nothing was changed."""


def may_edit(view: View, entity: str, code: str) -> bool:
    """Whether who asks may change the record today; on an earlier day nobody changes anything."""
    values = view.portfolio.get(entity, code) if entity in ADDRESS else {}
    return bool(values) and not view.selection.per and may_change(view.viewer, view.portfolio.get, entity, values)


def may_add(view: View) -> bool:
    """Whether who asks may register something new: for one area at least."""
    viewer = view.viewer
    return not view.selection.per and (viewer.may_write or bool(viewer.may("editor") and viewer.areas))


def new_href(view: View, entity: str) -> str:
    """The address of the form of a new record; "" where there is none, or not for who asks."""
    return view.link(NEW, own={}) if entity == ADDS and may_add(view) else ""


def edit_href(view: View, entity: str, code: str, column: str = "") -> str:
    """The address of the form for ``column`` of a record (for any, without); "" where this viewer may not edit it."""
    if not may_edit(view, entity, code):
        return ""
    own = {FIELD: column} if column in ENTITIES[entity].by_name else {}
    return view.link(f"{sheet_path(entity, code)}/{EDIT}", own=own)
