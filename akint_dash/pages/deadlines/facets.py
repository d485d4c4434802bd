"""The page's own narrowing: of which areas, from when and how far to look, what kind of deadline, whose."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from akint_dash.components.notices import unknown_values
from akint_dash.components.picks import menu, said_entry
from akint_dash.components.view import View
from akint_dash.measures.due_window import READY, due_window
from akint_dash.pages.deadlines.asked import (
    KIND_OF,
    NOBODY,
    Asked,
    area_counts,
    kind_counts,
    month_counts,
    owner_counts,
)
from akint_dash.text import dues as text

Entry = tuple[str, int, str, bool]
"""Words, how many, where it leads, whether it is chosen."""


def bar(view: View, asked: Asked) -> Component:
    """The windows, the menus, and a way back to all."""
    w = view.words
    parts = [_windows(view, asked), _day(view, asked)]
    parts.append(_menu(view, "frister-omrade", w("Rådsområde"), _areas(view, asked)))
    parts.append(_menu(view, "frister-maned", w("Måned"), _months(view, asked)))
    parts.append(_menu(view, "hva", w("Type frist"), _kinds(view, asked)))
    parts.append(_menu(view, "ansvarlig", w("Ansvarlig seksjon"), _owners(view, asked)))
    if asked.kinds or asked.owner or asked.window.since:
        back = view.link(own={"fra": None, "hva": None, "ansvarlig": None})
        parts.append(html.A(w("Nullstill"), href=back, className="clear"))
    return html.Div(
        [html.Div(parts, className="filters facets"), *unknown_values(view, asked.bad)],
        role="group",
        **{"aria-label": w("Avgrens frister")},
    )


def _windows(view: View, asked: Asked) -> Component:
    links = [
        html.A(
            text.window(view.words, ready, view.day),
            href=view.link(own={"til": ready, "fra": None}),
            **({"aria-current": "true"} if ready == asked.window.asked and not asked.window.since else {}),
        )
        for ready in READY
    ]
    return html.Nav(links, className="zoomset due-windows", **{"aria-label": view.words("Hvor langt fram")})


def _day(view: View, asked: Asked) -> Component:
    """Any days, to fill in, in a menu of their own."""
    w = view.words
    days = {"fra": (w("Fra og med"), asked.window.since), "til": (w("Til og med"), asked.window.until)}
    form = html.Form(
        [
            *(part for name, (words, day) in days.items() for part in _field(view, name, words, day)),
            html.Button(w("Vis"), type="submit", className="go"),
        ],
        action=view.link(),
        method="get",
        className="entries",
        **{"data-query": "", "data-plain": ""},
    )
    return menu("dager", w("Velg dager"), form)


def _field(view: View, name: str, words: str, day: date | None) -> list[Component]:
    """Empty where no day is asked for: today, whatever day that is when the address is opened again."""
    value, first = day.isoformat() if day else "", view.day.isoformat()
    return [
        html.Label(words, htmlFor=f"frist-{name}"),
        dbc.Input(type="date", name=name, id=f"frist-{name}", value=value, min=first),
    ]


def _months(view: View, asked: Asked) -> Iterable[Entry]:
    """Each month with deadlines; a press looks at it alone, a second one at the usual days again."""
    for (year, month), n in month_counts(view, asked).items():
        first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
        on = asked.window == due_window(last.isoformat(), view.day, first.isoformat())
        alone = {"fra": first.isoformat() if first > view.day else None, "til": last.isoformat()}
        words = f"{view.words.month(first, short=False)} {year}"
        yield words, n, view.link(own={"fra": None, "til": None} if on else alone), on


def _areas(view: View, asked: Asked) -> Iterable[Entry]:
    """The areas of the selection itself: chosen here, they are chosen among the filters."""
    chosen = view.selection.omrade
    for code, n in area_counts(view, asked).items():
        yield view.name("area", code), n, view.link(selection=view.selection.toggle("omrade", code)), code in chosen


def _kinds(view: View, asked: Asked) -> Iterable[Entry]:
    for word, n in kind_counts(view, asked).items():
        on = word in asked.kinds
        new = [one for one in KIND_OF if (one in asked.kinds) != (one == word)]
        href = view.link(own={"hva": ",".join(new)})
        yield view.words.choice("decision_kind", KIND_OF[word][0]), n, href, on


def _owners(view: View, asked: Asked) -> Iterable[Entry]:
    said = {str(v["owner"]): v for one in asked.every if one.owned for v in [view.portfolio.get(*one.owned)]}
    for name, n in owner_counts(view, asked).items():
        on = name == asked.owner
        words = view.words("ansvarlig seksjon mangler") if name == NOBODY else view.words.name(said[name], "owner")
        yield words, n, view.link(own={"ansvarlig": None if on else name}), on


def _menu(view: View, name: str, label: str, entries: Iterable[Entry]) -> Component:
    return menu(name, label, (said_entry(view, words, href, on=on, n=n) for words, n, href, on in entries if n or on))
