"""The calendar of a selection of deadlines, to subscribe to: ``/frister.ics``, always of public records only."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from flask import Flask, Response, abort, make_response, request

from akint_dash.access.viewer import stranger
from akint_dash.components.due_words import kind_words, owner_said, record_address, sentence
from akint_dash.components.page import Page, Site
from akint_dash.components.view import View
from akint_dash.domain.history import DEMONSTRATION
from akint_dash.domain.selection import Selection
from akint_dash.errors import DatabaseUnavailable
from akint_dash.exports import calendar
from akint_dash.measures.dues import Due, stamps
from akint_dash.pages.deadlines.asked import OWN, read
from akint_dash.text import dues as text
from akint_dash.text.words import LANGUAGES, Language

UNKNOWN: Final = ("1970-01-01T00:00:00Z",)
FEED: Final = Page("/frister", "Frister", lambda _: [], own=OWN)
"""Reads the same query as the page does."""


def register(server: Flask, site: Site) -> None:
    """The routes, in both languages. Whoever asks, what others can read along gets public records."""
    public = replace(site, who=stranger)

    def answer(language: Language) -> Response:
        try:
            view = public.view(FEED, language, {**request.args.to_dict(), "per": ""}, {})
        except DatabaseUnavailable:
            abort(503)
        view = replace(view, addresses=frozenset(page.path for page in site.pages))
        response = make_response(_calendar(view, site.settings.home))
        response.headers["Content-Type"] = "text/calendar; charset=utf-8"
        response.headers["Cache-Control"] = "no-cache"
        response.add_etag()
        response.make_conditional(request)
        return response

    for language in LANGUAGES:
        folder = "" if language == "nb" else "/en"
        server.add_url_rule(f"{folder}/frister.ics", f"deadlines_ics_{language}", partial(answer, language))


def _calendar(view: View, home: str) -> bytes:
    asked, written = read(view), stamps(view.portfolio)
    found = [_event(view, one, written.get(one.source, UNKNOWN), home) for one in asked.found]
    return calendar.calendar(_name(view, asked.owner), view.words.language, found)


def _name(view: View, owner: str) -> str:
    """The calendar's name: what is chosen of areas, programmes, themes, partners and words, and whose, else all."""
    w, chosen = view.words, view.selection
    parts = [view.name("area", code) for code in chosen.omrade]
    parts += [view.name("programme", code) for code in chosen.program]
    parts += [view.name("theme", code) for code in chosen.tema]
    parts += [view.name("region", code) for code in chosen.partner]
    parts += [f"«{chosen.sok}»"] if chosen.sok else []
    parts += [owner] if owner else []
    name = w("Internasjonale frister: {what}", what=", ".join(parts)) if parts else w("Internasjonale frister")
    return _marked(view, name, view.portfolio.demonstration)


def _marked(view: View, words: str, demonstration: bool) -> str:
    return f"{words} [{view.words('demonstrasjon')}]" if demonstration else words


def _event(view: View, one: Due, written: tuple[str, ...], home: str) -> calendar.Deadline:
    """An application's deadline is the same event as in the calendar of calls; a step before it is one of its own."""
    entity, code = one.source
    values = view.portfolio.get(entity, code)
    moment = str(values["moment"]) if one.kind == "application" and "moment" in values else ""
    area = (view.name("area", one.area),) if one.area else ()
    return calendar.Deadline(
        key=code,
        entity=entity if one.kind == "application" or entity != "call_deadline" else f"{entity}/{one.kind}",
        when=calendar.moment(moment) if moment else one.day,
        summary=_marked(view, sentence(view, one), DEMONSTRATION in values),
        description=_description(view, one, home),
        url=_whole(view, one, home),
        sequence=len(written) - 1,
        first=calendar.moment(written[0]),
        last=calendar.moment(written[-1]),
        categories=(*area, view.name("instrument", one.instrument)),
    )


def _description(view: View, one: Due, home: str) -> str:
    w = view.words
    lines = [kind_words(view, one), w("Ansvarlig: {owner}", owner=owner_said(view, one))]
    if one.area:
        lines.append(w("Rådsområde: {area}", area=view.name("area", one.area)))
    if one.late:
        lines.append(f"{w.choice('due_state', one.state)}: {text.late(w, one.late)}")
    lines.append(_whole(view, one, home))
    return "\n".join(filter(None, lines))


def _whole(view: View, one: Due, home: str) -> str:
    """Where it is shown; blank where the server does not know its own address, for a calendar has no other."""
    plain = replace(view, query={}, selection=Selection())
    return home + record_address(plain, one) if home.startswith("http") else ""
