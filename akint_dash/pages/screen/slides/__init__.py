"""The kinds of slides: each is made of a view, or left out where it has no data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from akint_dash.components.view import View
from akint_dash.pages.screen.asked import Asked
from akint_dash.pages.screen.slide import Slide
from akint_dash.pages.screen.slides import ahead, overview, places, promise

MAKERS: Final[Mapping[str, Callable[[View, Asked], Slide | None]]] = {
    "funn": overview.finding,
    "virkemidler": overview.instruments,
    "kart": places.ties,
    "frister": ahead.due,
    "omrader": overview.areas,
    "penger": overview.money_won,
    "nytt": ahead.news,
    "region": places.region,
    "ukraina": places.needs,
    "strategi": promise.promise,
}
"""By the word in the address."""


def make(view: View, asked: Asked, kind: str) -> Slide | None:
    """One slide; None where there is nothing to show."""
    return MAKERS[kind](view, asked)
