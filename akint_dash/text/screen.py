"""Sentences about the wall: how large its smallest text is, and what to do where that is too small."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from akint_dash.domain.wall import Surface
from akint_dash.text.words import Words

KIND_WORDS: Final[Mapping[str, str]] = {
    "funn": "Dagens funn",
    "virkemidler": "De fire virkemidlene",
    "kart": "Kartet med samarbeidsregionene våre",
    "frister": "De neste fristene",
    "omrader": "Rådsområder og virkemidler",
    "penger": "Innvilget støtte og søknader som venter på svar",
    "nytt": "Nytt den siste uken",
    "region": "En samarbeidsregion",
    "ukraina": "En ukrainsk region",
    "strategi": "Et punkt i strategien, med svar",
}
"""What each slide is called."""


def kind_words(w: Words, kind: str) -> str:
    """The name of a kind of slide."""
    return w(KIND_WORDS[kind])


def size_title(w: Words, surface: Surface) -> str:
    """Whether the smallest text is large enough for those who stand farthest away."""
    values = {"m": _metres(w, surface.metres), "inches": w.decimal(surface.inches)}
    if surface.enough:
        return w("Teksten på en skjerm på {inches} tommer kan leses på inntil {m} meters avstand", **values)
    return w("Teksten på en skjerm på {inches} tommer blir for liten på {m} meters avstand", **values)


def _metres(w: Words, metres: float) -> str:
    """Whole ones as a word up to twelve."""
    return w.count(int(metres)) if metres == int(metres) else w.decimal(metres)


def size_say(w: Words, surface: Surface) -> list[str]:
    """The two ways out where it is too small; nothing where it is large enough."""
    if surface.enough:
        return []
    out = w(
        "Alt under overskriften blir for smått. La leserne stå høyst {m} meter unna, eller bruk minst {inches} tommer.",
        m=_metres(w, surface.farthest),
        inches=w.number(int(surface.least_inches) + 1),
    )
    return [out]
