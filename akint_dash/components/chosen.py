"""What a value of the selection is called."""

from __future__ import annotations

from akint_dash.components.view import View
from akint_dash.domain.selection import ENTITY_OF, RINGS
from akint_dash.text.explore import time


def label_of(view: View, name: str, code: str) -> str:
    """The words for ``code`` of the list ``name`` of the selection."""
    if name == "status":
        return view.words.choice("status", code)
    if name == "ring":
        return view.words.choice("ring", RINGS[code])
    if name == "maned":
        return time(view.words, code)
    return view.name(ENTITY_OF[name], code)
