"""The addresses of reading in, and whose a sending is."""

from __future__ import annotations

import hashlib
from typing import Final

from akint_dash.access.viewer import Viewer
from akint_dash.components.view import View
from akint_dash.importers.intake.folder import Intake, Intakes

HERE: Final = "/data/les-inn"
NEEDS: Final = {"data-needs": "/assets/intake/intake.css /assets/intake/intake.js"}
WRONG: Final = {
    "ingen": "Velg minst én fil.",
    "mange": "Det er for mange filer. Send dem i flere omganger.",
    "stor": "Filene er for store. Send dem i flere omganger.",
    "full": "Filene kunne ikke lagres på serveren. Prøv igjen om litt.",
}
"""What is said of a sending that was not taken, by the value of ``feil``."""


def owner(viewer: Viewer) -> str:
    """Who sent something: one sign-in of one person; "" for who may not."""
    return hashlib.sha256(f"intake\0{viewer.key}".encode()).hexdigest() if viewer.may_write else ""


def of_staff(view: View) -> bool:
    """Whether the page is there for who asks: for strangers and readers its address leads nowhere."""
    return view.viewer.audience == "staff"


def intake_of(view: View) -> Intake | None:
    """The sending that an address names, for who sent it."""
    return Intakes(view.settings.intake_folder).find(view.parts.get("navn", ""), owner(view.viewer))
