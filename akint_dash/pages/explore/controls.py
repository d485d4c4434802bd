"""The choices of Explore: what is measured, by what, and how it is shown. Only what has a meaning is offered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from akint_dash.components.needs import asset
from akint_dash.components.parts import apart
from akint_dash.measures.explore_questions import MEASURES, Inquiry, nearest, opposite, possible, seconds
from akint_dash.pages.explore.against import compare
from akint_dash.pages.explore.explored import AGAINST, OWN, Explored, forms
from akint_dash.text import explore as text
from akint_dash.text.explore import FORMS
from akint_dash.text.words import capital


def controls(asked: Explored) -> Component:
    """Measures and forms as links, dimensions as a form, and the questions kept in this browser."""
    return html.Div(
        [
            _measures(asked),
            html.Div([_dimensions(asked), _swap(asked), _forms(asked)], className="explore-by"),
            html.Div([compare(asked), saved(asked)], className="explore-by"),
        ],
        className="explore-controls",
    )


def _measures(asked: Explored) -> Component:
    w, now = asked.view.words, asked.question
    links = [
        html.A(
            text.measure(w, code),
            href=asked.link(_kept(Inquiry(code, now.by, now.then, now.against))),
            id=f"mal-{code}",
            **({"aria-current": "true"} if code == now.measure else {}),
        )
        for code in MEASURES
    ]
    return html.Nav(apart(links), className="map-lenses explore-measures", **{"aria-label": w("Hva som måles")})


def _kept(wanted: Inquiry) -> Inquiry:
    """The question with as much of what was asked as has a meaning."""
    if possible(wanted):
        return wanted
    for by, then in ((wanted.by, wanted.then), (wanted.by, ""), (wanted.then, "")):
        if possible(Inquiry(wanted.measure, by, then)):
            return Inquiry(wanted.measure, by, then)
    return Inquiry(wanted.measure, MEASURES[wanted.measure].by[0])


def _dimensions(asked: Explored) -> Component:
    """A form with the two dimensions, as many as the measure has."""
    view, w, now = asked.view, asked.view.words, asked.question
    kept = {name: view.query.get(name) for name in AGAINST} if asked.compares else {}
    own = dict.fromkeys(OWN) | {"mal": now.measure, "som": view.query.get("som")} | kept
    hidden = [
        dbc.Input(type="hidden", name=name, value=value)
        for name, value in (*parse_qsl(view.selection.to_query()), ("mal", now.measure), *kept.items())
        if value
    ]
    firsts = [(code, capital(text.dimension(w, code))) for code in MEASURES[now.measure].by]
    then = [(code, capital(text.dimension(w, code))) for code in _seconds(now)]
    others = [(code, text.measure(w, code)) for code in opposite(now.measure, now.by)]
    more = [_select("og", w("Del også etter"), [("", w("ingen videre deling")), *then], now.then)]
    if asked.compares:
        more = []
    elif others and not now.then:
        more.append(_select("mot-mal", w("Mot et annet tall"), [("", w("ingen")), *others], now.against))
    if now.against:
        more = more[1:]
    return html.Form(
        [
            *hidden,
            _select("etter", w("Etter"), firsts, now.by),
            *more,
            html.Button(w("Vis"), type="submit", className="go"),
        ],
        action=view.link(own=own),
        method="get",
        className="explore-form",
        **{"data-query": ""},
    )


def _seconds(now: Inquiry) -> tuple[str, ...]:
    by = now.by if now.by in MEASURES[now.measure].by else MEASURES[now.measure].by[0]
    return seconds(now.measure, by)


def _select(name: str, label: str, options: Sequence[tuple[str, str]], chosen: str) -> Component:
    field = f"felt-{name}"
    return html.Div(
        [
            html.Label(label, htmlFor=field),
            html.Select(
                [
                    html.Option(words, value=code, **({"selected": "selected"} if code == chosen else {}))
                    for code, words in options
                ],
                id=field,
                name=name,
            ),
        ]
    )


def _swap(asked: Explored) -> Component | None:
    """The two dimensions the other way round, where that has a meaning."""
    now = asked.question
    turned = Inquiry(now.measure, now.then, now.by)
    if not now.then or not possible(turned):
        return None
    return html.A(asked.view.words("Bytt om"), href=asked.link(turned), id="bytt-om", className="clear")


def _forms(asked: Explored) -> Component | None:
    if not asked.has_meaning:
        return None
    w = asked.view.words
    links = [
        html.A(
            w(FORMS[form]),
            href=asked.link(asked.question, form=form),
            id=f"som-{form}",
            **({"aria-current": "true"} if form == asked.form else {}),
        )
        for form in forms(asked.question, compares=asked.compares)
    ]
    return html.Nav(apart(links), className="explore-forms", **{"aria-label": w("Vist som")})


def instead(asked: Explored) -> Component:
    """The possible questions nearest to one without a meaning, as links."""
    w = asked.view.words
    links = [html.Li(html.A(text.question(w, one), href=asked.link(one))) for one in nearest(asked.question)]
    return html.Section(
        [html.H2(w("Spørsmål som kan besvares"), id="kan-besvares"), html.Ul(links, className="ledger plainlist")],
        className="card c12",
        **{"aria-labelledby": "kan-besvares"},
    )


def saved(asked: Explored) -> Component:
    """The questions kept in this browser, filled by ``assets/explore/questions.js``; hidden without script."""
    w = asked.view.words
    form: list[Any] = [
        html.Label(w("Navn på spørsmålet"), htmlFor="felt-navn"),
        dbc.Input(type="text", id="felt-navn", name="navn", maxlength=80, autocomplete="off"),
        html.Button(w("Lagre i denne nettleseren"), type="submit", className="go"),
    ]
    return html.Details(
        [
            html.Summary(w("Lagrede spørsmål"), className="pick"),
            html.Div(
                [
                    html.Form(form, className="explore-save", method="get"),
                    html.P("", role="status", className="note"),
                    html.Ul([], className="plainlist"),
                ],
                className="entries",
            ),
        ],
        id="lagrede-sporsmal",
        className="menu-box",
        hidden=True,
        **{
            "data-menu": "",
            "data-saved-questions": "",
            "data-needs": asset("explore/questions.js"),
            "data-none": w("Ingen spørsmål er lagret i denne nettleseren."),
            "data-kept": w("Lagret: {name}", name="{name}"),
            "data-remove": w("Slett {name}", name="{name}"),
            "data-shut": w("Nettleseren tillater ikke lagring."),
        },
    )
