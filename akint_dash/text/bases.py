"""The one sentence that says which of the chosen filters cannot touch a figure."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from akint_dash.domain.selection import Selection
from akint_dash.text.words import Words

BUT_AREA: Final = ("virkemiddel", "program", "tema", "status", "ring", "sok")
"""The filters that cannot touch what is the county's own, or the chosen areas': development money and holes."""


def untouched(w: Words, chosen: Selection, filters: Collection[str]) -> str:
    """Which filters in use do not apply here, and whose the number is; empty where all in use do."""
    names = {
        "virkemiddel": w("virkemiddel"),
        "program": w("program"),
        "tema": w("tema"),
        "status": w("status"),
        "ring": w("ring"),
        "sok": w("søk"),
    }
    idle = w.join([name for key, name in names.items() if key in filters and getattr(chosen, key)])
    if not idle:
        return ""
    if chosen.omrade:
        return w("Filteret på {names} gjelder ikke her: tallet er hele det valgte områdets.", names=idle)
    return w("Filteret på {names} gjelder ikke her: tallet er hele fylkeskommunens.", names=idle)
