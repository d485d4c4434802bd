"""The way in and out in the header, and who is signed in at the foot; nothing of it where nobody signs in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from akint_dash.access.forgery import FIELD
from akint_dash.access.sign_in import IN, NEXT, OUT
from akint_dash.components.view import View
from akint_dash.settings import Role

ROLE_WORDS: Final[Mapping[Role, str]] = {
    "reader": "leser",
    "staff": "ansatt",
    "editor": "redaktør",
    "administrator": "administrator",
}


def way_in_or_out(view: View) -> list[Component]:
    """To the sign-in, or out again."""
    w, settings = view.words, view.settings
    here = urlencode({NEXT: view.link()})
    if settings.auth == "oidc":
        if view.viewer.role is None:
            return [html.A(w("Logg inn"), href=f"{IN}?{here}", **{"data-plain": ""})]
        return [_out(view)]
    if settings.auth == "proxy":
        there = settings.sign_in_url if view.viewer.role is None else settings.sign_out_url
        words = w("Logg inn") if view.viewer.role is None else w("Logg ut")
        return [html.A(words, href=there, **{"data-plain": ""})] if there else []
    return []


def _out(view: View) -> Component:
    hidden: Any = dbc.Input(type="hidden", name=FIELD, value=view.viewer.token())
    button = html.Button(view.words("Logg ut"), type="submit")
    return html.Form([hidden, button], action=OUT, method="post", className="out", **{"data-plain": ""})


def told_who(view: View) -> list[Component]:
    """Who is signed in and as what, on the reader's own page only."""
    w, viewer = view.words, view.viewer
    if view.settings.auth == "none" or viewer.role is None:
        return []
    role = w(ROLE_WORDS[viewer.role])
    if viewer.areas:
        areas = w.join([view.name("area", code, short=True) for code in sorted(viewer.areas)])
        role = w("redaktør for {areas}", areas=areas)
    if not viewer.name:
        return [html.Span(w("Innlogget ({role})", role=role))]
    return [html.Span(w("Innlogget: {name} ({role})", name=viewer.name, role=role))]
