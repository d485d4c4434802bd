"""In place of a figure of projects or applications, where the selection holds none of them."""

from __future__ import annotations

from dash.development.base_component import Component

from akint_dash.components.empty import empty
from akint_dash.components.view import View
from akint_dash.measures import projects as measure
from akint_dash.text import projects as text
from akint_dash.text.frame import in_years, stop


def no_projects(view: View) -> Component:
    """That no project is chosen, and how many the filters leave out of the pipeline."""
    w, ran = view.words, _ran(view)
    n = measure.projects_left_out(view.scope, ran)
    if ran:
        return empty(view, _none_decided(view, ran), w.n("1 annet prosjekt", "{n} andre prosjekter", n) if n else "")
    words = w("Ingen prosjekter med disse filtrene.")
    return empty(view, words, w.n("1 prosjekt", "{n} prosjekter", n) if n else "")


def no_applications(view: View, *, waiting: bool = False) -> Component:
    """That no application is decided (nor, ``waiting``, waits), and how many the filters leave out: projects may be
    there that have not come so far."""
    w, ran = view.words, _ran(view)
    n = measure.applications_left_out(view.scope, ran, waiting=waiting)
    if ran:
        if waiting:
            others = w.n("1 annen søknad", "{n} andre søknader", n)
        else:
            others = w.n("1 annen avgjort søknad", "{n} andre avgjorte søknader", n)
        return empty(view, _none_decided(view, ran), others if n else "")
    if waiting:
        words, told = w("Ingen søknader med disse filtrene."), w.n("1 søknad", "{n} søknader", n)
    else:
        words = w("Ingen avgjorte søknader med disse filtrene.")
        told = w.n("1 avgjort søknad", "{n} avgjorte søknader", n)
    return empty(view, words, told if n else "")


def _ran(view: View) -> frozenset[str]:
    """Of a chosen period, the projects that ran in it and were decided in another year."""
    return measure.decided_else(view.scope) if view.selection.periode else frozenset()


def _none_decided(view: View, ran: frozenset[str]) -> str:
    w = view.words
    return stop(text.none_decided(w, in_years(w, *view.scope.period), len(ran)))
