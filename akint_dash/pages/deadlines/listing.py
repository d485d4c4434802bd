"""The list: every deadline by day, with its state, whose it is, and the record it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import Basis, card
from akint_dash.components.due_axis import due_mark, due_tally
from akint_dash.components.due_words import kind_words, look, owner, record_link
from akint_dash.components.first_rows import folded
from akint_dash.components.marks import telling
from akint_dash.components.parts import CLASS, sign, unseen
from akint_dash.components.view import View
from akint_dash.measures.decisions import without_day
from akint_dash.measures.dues import Due, due_table
from akint_dash.measures.touch import PLACED
from akint_dash.pages.deadlines.asked import Asked
from akint_dash.text import dues as text

SHOWN: Final = 20
"""So many rows stand open; the rest behind one click."""


def listing(view: View, asked: Asked) -> Component:
    """The card."""
    w, found = view.words, asked.found
    figure: list[Any] = [*due_tally(view, "liste", found, shapes=False), _table(view, found[:SHOWN])] if found else []
    if rest := found[SHOWN:]:
        figure.append(folded(view, len(rest), _table(view, rest)))
    said = w("Sortert etter dato.")
    if any(one.state == "lost" for one in found):
        said = w("Sortert etter dato. «For sent» betyr at siste dag for et vedtak eller partnerbrev er passert.")
    return card(
        view,
        "liste",
        title=text.list_title(w, found),
        say=" ".join(filter(None, [said, text.letter(w, found)])),
        figure=figure,
        data=due_table(list(found), view.day),
        caption=_caption(view),
        refs=("S15",),
        even_so=text.without_day(w, len(without_day(view.scope))),
        basis=Basis(_basis(view)),
        more=[_feed(view)],
        level=2,
    )


def _basis(view: View) -> str:
    """Which deadlines the list cannot hold, and which calls' it does."""
    w, told = view.words, [text.ours(view.words)]
    if lacking := without_day(view.scope):
        view.shown["liste"] = [*view.shown["liste"], PLACED]
        told.append(text.without_day(w, len(lacking)))
    return " ".join([*told, w("Frister for rapporter er ikke registrert i dataene.")])


def _caption(view: View) -> str:
    return view.words("Frister etter dato")


def _feed(view: View) -> Component:
    """The calendar of this very selection."""
    query = view.link().partition("?")[2]
    href = f"{view.address('/frister')}.ics" + (f"?{query}" if query else "")
    return html.A(view.words("Abonner på fristene i kalenderen"), href=href, **{"data-plain": ""})


def _table(view: View, found: Sequence[Due]) -> Component:
    w = view.words
    heads = (w("Frist"), w("Gjelder"), w("Er vi i tide?"), w("Rådsområde"), w("Ansvarlig seksjon"))
    head = html.Tr([html.Th(words, scope="col") for words in heads])
    body = [html.Tr(_row(view, heads, one)) for one in found]
    caption = html.Caption(_caption(view), className="unseen")
    return html.Table([caption, html.Thead(head), html.Tbody(body)], className="plain stack due-list")


def _row(view: View, heads: Sequence[str], one: Due) -> list[Component]:
    w, days = view.words, (one.day - view.day).days
    when = [
        html.B(text.when(w, days), className=look(one.state) or None),
        " ",
        html.Time(w.date(one.day), dateTime=one.day.isoformat()),
    ]
    kind = [sign(one.instrument), kind_words(view, one)]
    state = [telling(due_mark(view, one), "", f"due-mark end {one.state}")]
    state.append(html.Span(w.choice("due_state", one.state)))
    why = html.Small(text.late(w, one.late)) if one.late else None
    area = view.name("area", one.area) if one.area else w("mangler")
    return [
        html.Td(when, className="num due-when", **{"data-h": heads[0]}),
        html.Th([record_link(view, one), unseen(": "), html.Small(kind, className=CLASS[one.instrument])], scope="row"),
        html.Td([html.Span(state, className="due-state"), why], **{"data-h": heads[2]}),
        html.Td(area, className=None if one.area else "missing", **{"data-h": heads[3]}),
        html.Td(owner(view, one), **{"data-h": heads[4]}),
    ]
