"""The slides of a wall, made from the public portfolio: in the order asked for, a round in each language."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from akint_dash.access.viewer import stranger
from akint_dash.components.page import Page, Site
from akint_dash.components.view import View
from akint_dash.measures.frame import frame
from akint_dash.pages.screen.asked import OWN, Asked, read
from akint_dash.pages.screen.compose import Composed, Foot, compose
from akint_dash.pages.screen.room import Room
from akint_dash.pages.screen.slide import Slide
from akint_dash.pages.screen.slides import make
from akint_dash.text.words import Language

log = logging.getLogger(__name__)

WALL = Page("/skjerm", "Skjerm", lambda _: [], own=OWN)
"""Reads the query of the wall as a page does its own."""


@dataclass(frozen=True, slots=True)
class Made:
    """One slide of a deck: its data, and how it stands on the wall."""

    language: Language
    slide: Slide
    composed: Composed

    @property
    def id(self) -> str:
        """What tells it from the others."""
        return f"{self.slide.kind}-{self.language}"


def public(site: Site) -> Site:
    """The site as a stranger sees it, whoever asks: nothing internal reaches a wall."""
    return replace(site, who=stranger)


def seen(site: Site, query: Mapping[str, Any], language: Language) -> View:
    """The public portfolio seen through the wall's selection.

    Raises:
        DatabaseUnavailable: nothing was ever read.
    """
    return public(site).view(WALL, language, query, {})


def deck(site: Site, query: Mapping[str, Any], guest: str = "") -> list[Made]:
    """Every slide that has data. ``guest`` is the token that the codes carry, blank without a link.

    Raises:
        DatabaseUnavailable: nothing was ever read.
    """
    found: list[Made] = []
    asked = read({name: str(value) for name, value in query.items()})
    for language in asked.languages:
        found += _round(seen(site, query, language), asked, guest)
    return found


def _round(view: View, asked: Asked, guest: str) -> Iterator[Made]:
    mark = view.words("Demonstrasjon") if view.portfolio.demonstration else ""
    room = Room(asked.surface)
    for kind in asked.kinds:
        try:
            slide = make(view, asked, kind)
        except (LookupError, TypeError, ValueError, ArithmeticError):  # a wall without one slide, never without all
            log.exception("the slide %s could not be made", kind)
            continue
        if slide is not None:
            foot = Foot(day(view), mark, guest_address(view, asked, slide, guest))
            yield Made(view.words.language, slide, compose(view.words, slide, room, foot))


def day(view: View) -> str:
    """How new the data are: the day that the oldest of the county's own were told of."""
    return view.words("Data til {day}", day=view.words.date(frame(view.scope).data_day))


def guest_address(view: View, asked: Asked, slide: Slide, guest: str) -> str:
    """The address of a slide on a phone; blank where the server does not know its own address."""
    home = view.settings.public_url.rstrip("/")
    if not home:
        return ""
    own = {"bilde": slide.kind, "region": asked.region, "ukraina": asked.ukraine, "lenke": guest}
    parts = [view.selection.to_query(), urlencode({name: value for name, value in own.items() if value})]
    return f"{home}/skjerm/gjest?{'&'.join(filter(None, parts))}"
