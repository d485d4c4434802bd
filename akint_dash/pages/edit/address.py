"""What the address of the form names, and what is kept of a form that was not taken."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from akint_dash.access.viewer import Viewer
from akint_dash.components.edit_link import FIELD, may_edit
from akint_dash.components.view import View
from akint_dash.domain.record_addresses import ENTITY, from_address
from akint_dash.domain.schema import ENTITIES
from akint_dash.importers.form_edit import APART
from akint_dash.importers.intake.folder import Intake, Intakes

log = logging.getLogger(__name__)

KEPT: Final = "utkast"
"""The query parameter, and the field, that names what was written and not taken."""
MOST_KEPT: Final = 200
NEEDS: Final = {"data-needs": "/assets/intake/intake.css /assets/edit/edit.css"}


def named(parts: Mapping[str, str]) -> tuple[str, str]:
    """The entity and the code of an address; "" for what it does not name."""
    return ENTITY.get(parts["slag"], ""), from_address(parts["post"]) or ""


def exists(view: View) -> bool:
    """Whether the form is there for who asks: for all others its address leads nowhere."""
    entity, code = named(view.parts)
    return bool(entity and code) and may_edit(view, entity, code)


def field_asked(view: View) -> str:
    """The column that is asked for; "" where it is none that a form offers."""
    entity, _ = named(view.parts)
    asked = view.query.get(FIELD, "")
    return asked if asked in offered(entity) else ""


def offered(entity: str) -> tuple[str, ...]:
    """The columns that can be changed in a form, in the schema's order."""
    return tuple(name for name in ENTITIES[entity].by_name if name not in APART)


def heading(view: View) -> str:
    """The title of the browser's window."""
    return view.words("Rett en opplysning")


# -- what was written and not taken


def kept_in(folder: Path) -> Intakes:
    """Where it waits."""
    return Intakes(folder / "skjema", MOST_KEPT)


def owner(viewer: Viewer) -> str:
    """Whose it is: one sign-in of one person."""
    return hashlib.sha256(f"skjema\0{viewer.key}".encode()).hexdigest() if viewer.key else ""


def kept(view: View) -> Mapping[str, Any]:
    """What was written in this record's form and not taken; nothing where there is none."""
    found = find(view.settings.intake_folder, view.query.get(KEPT, ""), view.viewer)
    told = found.told() if found else {}
    return told if (told.get("entity"), told.get("code")) == named(view.parts) else {}


def kept_new(view: View, entity: str) -> Mapping[str, Any]:
    """What was written in the form of a new record and not taken; nothing where there is none."""
    found = find(view.settings.intake_folder, view.query.get(KEPT, ""), view.viewer)
    told = found.told() if found else {}
    return told if (told.get("entity"), told.get("code")) == (entity, "") else {}


def keep(folder: Path, name: str, viewer: Viewer, told: Mapping[str, Any]) -> str:
    """Keep what was written, in the place of what waits under ``name``; the name it has now, "" where it cannot be."""
    try:
        draft = find(folder, name, viewer) or kept_in(folder).begin(owner(viewer))
        draft.put_down("told.json", told)
        draft.put_down("state.json", {"step": "told"})
    except OSError as error:
        log.error("a form that was not taken could not be kept: %s", error.strerror)
        return ""
    return draft.name


def let_go(folder: Path, name: str, viewer: Viewer) -> None:
    """Away with what was written: it is taken now."""
    if draft := find(folder, name, viewer):
        draft.drop()


def find(folder: Path, name: str, viewer: Viewer) -> Intake | None:
    """The kept form of that name."""
    return kept_in(folder).find(name, owner(viewer))
