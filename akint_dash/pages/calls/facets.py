"""The page's own narrowing: state, deadline, budget, Norway's part, kind. Menus whose entries are links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.notices import unknown_values
from akint_dash.components.picks import chip, menu, said_entry
from akint_dash.components.view import View
from akint_dash.measures import call_facets as facets
from akint_dash.measures.calls import CLOSING_DAYS, facet_counts
from akint_dash.pages.calls.asked import Asked, to
from akint_dash.text import calls as text
from akint_dash.text.words import capital

LABELS: Final = {
    "tilstand": "Tilstand",
    "frist": "Søknadsfrist",
    "budsjett": "Budsjett",
    "norge": "Norge deltar",
    "type": "Type",
}
"""Parameter and message id."""
NOTHING: Final[dict[str, Any]] = dict.fromkeys(facets.OWN)


def bar(view: View, asked: Asked) -> Component:
    """The menus, the chips of what is chosen and how many calls are left."""
    w = view.words
    n, fits = len(asked.some), sum(call.fits for call in asked.some)
    counts = facet_counts(view.scope)
    menus = [_menu(view, asked, name, _entries(view, name, counts[name])) for name in LABELS]
    closed = sum(call.state == "closed" for call in asked.some)
    left = text.count(w, n, closed, fits, narrowed=asked.thinned(view))
    return html.Div(
        [
            html.Div([*menus, *_chips(view, asked), html.P(left, className="left num")], className="filters facets"),
            *unknown_values(view, asked.facets.bad),
        ],
        role="group",
        **{"aria-label": w("Avgrens utlysninger")},
    )


Entries = Sequence[tuple[str, str, int]]


def words_of(view: View, name: str, code: str) -> str:
    """An entry in words."""
    w = view.words
    if name == "tilstand":
        said = capital(text.state(w, facets.STATES[code]))
        return w("{said} (innen {n} dager)", said=said, n=CLOSING_DAYS) if code == "snart" else said
    if name == "norge":
        return text.norway(w, facets.NORWAY[code])
    if name == "type":
        return w.choice("call_kind", facets.KINDS[code])
    if name == "budsjett":
        return {
            "under-1": w("Under 1\u00a0mill.\u00a0euro"),
            "1-5": w("1 til under 5\u00a0mill.\u00a0euro"),
            "5-20": w("5 til under 20\u00a0mill.\u00a0euro"),
            "over-20": w("20\u00a0mill.\u00a0euro eller mer"),
            "mangler": w("Beløp mangler"),
        }[code]
    return due_words(view, code)


def due_words(view: View, code: str) -> str:
    """A deadline window in words."""
    w = view.words
    if code.isdigit():
        return w("De neste {n} dagene", n=code)
    first, last = facets.days(code, view.day) or (view.day, view.day)
    if first == last:
        return w.date(first)
    if "-u" in code:
        return w("uke {n} {year}", n=first.isocalendar().week, year=first.isocalendar().year)
    if last - first < timedelta(days=32):
        return f"{w.month(first, short=False)} {first.year}"
    return w("{n}. kvartal {year}", n=(first.month + 2) // 3, year=first.year)


def _entries(view: View, name: str, counts: Counter[str]) -> Entries:
    """(code, words, how many) of a menu; how many as if this menu alone narrowed."""
    known: dict[str, Sequence[str]] = {
        "tilstand": tuple(facets.STATES),
        "frist": [str(days) for days in facets.AHEAD],
        "budsjett": tuple(facets.BUDGETS),
        "norge": tuple(facets.NORWAY),
        "type": tuple(facets.KINDS),
    }
    return [(code, words_of(view, name, code), counts[code]) for code in known[name]]


def _menu(view: View, asked: Asked, name: str, entries: Entries) -> Component:
    chosen = asked.facets.asked.get(name, ())
    items = (
        said_entry(view, words, to(view, **{name: _toggled(name, chosen, code)}), on=code in chosen, n=n)
        for code, words, n in entries
        if n or code in chosen
    )
    return menu(name, view.words(LABELS[name]), items)


def _toggled(name: str, chosen: Sequence[str], code: str) -> str:
    if name == "frist":
        return "" if code in chosen else code
    new = [c for c in chosen if c != code] if code in chosen else [*chosen, code]
    return ",".join(new)


def _chips(view: View, asked: Asked) -> list[Component]:
    w = view.words
    chips = []
    for name, codes in asked.facets.asked.items():
        for code in codes:
            words = f"{w(LABELS[name])}: {words_of(view, name, code)}"
            chips.append(chip(view, words, to(view, **{name: _toggled(name, codes, code)})))
    if chips:
        chips.append(html.A(w("Nullstill"), href=to(view, **NOTHING), className="clear"))
    return chips
