"""Sentences about the wall: how large its smallest text is, and what to do where that is too small."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from akint_dash.domain.wall import Surface
from akint_dash.text.words import Words

KIND_WORDS: Final[Mapping[str, str]] = {
    "funn": "Dagens funn",
    "virkemidler": "De fire virkemidlene",
    "kart": "Kartet med båndene våre",
    "frister": "De neste fristene",
    "omrader": "Rådsområder og virkemidler",
    "penger": "Støtte innvilget og til avgjørelse",
    "nytt": "Nytt siste uke",
    "region": "En partnerregion",
    "ukraina": "En ukrainsk region",
    "strategi": "En setning i strategien med svar",
}
"""What each slide is called."""


def kind_words(w: Words, kind: str) -> str:
    """The name of a kind of slide."""
    return w(KIND_WORDS[kind])


def size_title(w: Words, surface: Surface) -> str:
    """Whether the smallest text is large enough for those who stand farthest away."""
    values = {"m": w.decimal(surface.metres), "inches": w.decimal(surface.inches)}
    if surface.enough:
        return w("Teksten er stor nok fra {m} meter på {inches} tommer", **values)
    return w("Teksten blir for liten fra {m} meter på {inches} tommer", **values)


def size_say(w: Words, surface: Surface) -> list[str]:
    """How large it is, and the two ways out where it is too small."""
    now = w("Her er den {n} bueminutter.", n=w.decimal(surface.minutes))
    if surface.enough:
        return [now]
    out = w(
        "Alt under overskriften blir for smått. La leserne stå høyst {m} meter unna, eller bruk minst {inches} tommer.",
        m=w.decimal(surface.farthest),
        inches=w.number(int(surface.least_inches) + 1),
    )
    return [now, " ", out]
