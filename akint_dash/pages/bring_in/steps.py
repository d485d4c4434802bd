"""How far the work on a sending is, in words and as a share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from akint_dash.text.words import Words


def far(w: Words, state: Mapping[str, Any]) -> tuple[str, float]:
    """What is being done now, and about how much of all is done."""
    match state["step"]:
        case "reads":
            at, of = int(state["at"]), int(state["of"])
            words = w("Leser fil {at} av {of}: {file}", at=w.number(at), of=w.number(of), file=state["what"])
            return words, 0.7 * (at - 1) / of + 0.1
        case "compares":
            return w("Sammenligner med databasen"), 0.8
        case "writes":
            return w("Sammenligner og skriver"), 0.8
        case "waits":
            return w("Venter på tur"), 0.0
        case _:
            return w("Ferdig"), 1.0
