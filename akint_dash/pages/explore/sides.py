"""What the two selections of a comparison are called: what differs between them, and to which day they are counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Final

from akint_dash.components.base_line import labels_of
from akint_dash.components.view import View
from akint_dash.domain.selection import Selection
from akint_dash.measures.explore_compare import Terms
from akint_dash.measures.frame import Frame

EVERY: Final[Mapping[str, str]] = {
    "omrade": "alle rådsområder",
    "virkemiddel": "alle virkemidler",
    "program": "alle programmer",
    "tema": "alle temaer",
    "status": "alle statuser",
    "ring": "alle deler av verden",
    "kommune": "alle kommuner",
    "partner": "alle partnere",
    "maned": "alle måneder",
    "periode": "alle år",
    "sok": "alle titler",
}
"""A filter -> what is looked at without it (message ids)."""


def names_of(view: View, selections: tuple[Selection, Selection], base: Terms, shown: Frame) -> list[str]:
    """What each side is called."""
    differ = [f.name for f in fields(Selection) if len({getattr(one, f.name) for one in selections}) > 1]
    return [
        ", ".join(_name(replace(view, selection=one), name, until, shown) for name in differ)
        for one, until in zip(selections, base.until, strict=True)
    ]


def _name(view: View, name: str, until: date | None, shown: Frame) -> str:
    w = view.words
    labels = labels_of(view, name)
    if not labels:
        return w(EVERY[name]) if name in EVERY else w("uten filter")
    said, period = w.join(labels), view.selection.periode
    if name != "periode" or period is None:
        return said
    if until:
        return w("{years} per {day}", years=said, day=w.short_date(until))
    if not shown.unfinished(period[1]):
        return said
    return (
        w("{year} til {day}", year=said, day=w.short_date(shown.data_day))
        if shown.stale
        else w("{year} hittil", year=said)
    )
