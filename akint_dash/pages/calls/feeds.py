"""Calendar and feed of any selection: ``/utlysninger.ics`` and ``/utlysninger.atom``, always of public records only."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Final

from flask import Flask, Response, abort, make_response, request

from akint_dash.access.viewer import stranger
from akint_dash.components.addresses import web
from akint_dash.components.page import Page, Site
from akint_dash.components.spoken import worded
from akint_dash.components.view import View
from akint_dash.domain.county import AUTHORITY
from akint_dash.domain.recent import Recent
from akint_dash.domain.selection import Selection
from akint_dash.errors import DatabaseUnavailable
from akint_dash.exports import atom, calendar
from akint_dash.measures.call_facets import OWN, Facets
from akint_dash.measures.call_facets import read as read_facets
from akint_dash.measures.call_news import DAYS_BACK, CallNews, Entry, entries, news_since, withdrawn
from akint_dash.measures.call_sheet import way_back
from akint_dash.measures.calls import Call, at, calls
from akint_dash.measures.dues import call_states
from akint_dash.measures.moments import last_closing
from akint_dash.text import calls as text
from akint_dash.text.words import LANGUAGES, Language

MOST_NEWS: Final = 200
KEPT: Final = 32
"""So many answers, so that many subscribers cost one making."""
FEED: Final = Page("/utlysninger", "Utlysninger", lambda _: [], own=OWN)
"""Reads the same query as the page does."""


def register(server: Flask, site: Site) -> None:
    """The routes, in both languages. Whoever asks, what others can read along gets public records."""
    public = replace(site, who=stranger)
    kept = Recent(KEPT)

    def answer(kind: str, language: Language) -> Response:
        try:
            view = public.view(FEED, language, {**request.args.to_dict(), "per": ""}, {})
        except DatabaseUnavailable:
            abort(503)
        host = site.settings.home or request.script_root  # never the host that a request names
        minute = last_closing(view.portfolio, view.today, view.now)
        key = (kind, language, host, view.portfolio.edition, view.today, minute, view.link())
        body = kept.keep(key, partial(_calendar if kind == "ics" else _feed, view, host))
        response = make_response(body)
        response.headers["Content-Type"] = TYPES[kind]
        response.headers["Cache-Control"] = "no-cache"
        response.add_etag()
        response.make_conditional(request)
        return response

    for kind in TYPES:
        for language in LANGUAGES:
            folder = "" if language == "nb" else "/en"
            rule, name = f"{folder}/utlysninger.{kind}", f"calls_{kind}_{language}"
            server.add_url_rule(rule, name, partial(answer, kind, language))


TYPES: Final = {"ics": "text/calendar; charset=utf-8", "atom": "application/atom+xml; charset=utf-8"}


def _name(view: View) -> str:
    """The calendar's name: what is chosen of areas and programmes, else all."""
    w, chosen = view.words, view.selection
    parts = [view.name("area", code, short=True) for code in chosen.omrade]
    parts += [view.name("programme", code) for code in chosen.program]
    parts += [view.name("theme", code) for code in chosen.tema]
    parts += [f"«{chosen.sok}»"] if chosen.sok else []
    name = w("EU-utlysninger: {what}", what=", ".join(parts)) if parts else w("EU-utlysninger")
    return _marked(view, name, view.portfolio.demonstration)


def _marked(view: View, words: str, demonstration: bool) -> str:
    return f"{words} [{view.words('demonstrasjon')}]" if demonstration else words


# -- the calendar


def _calendar(view: View, host: str) -> bytes:
    facets = read_facets(view.query, view.day)
    found = [_deadline(view, entry, host) for entry in entries(view.scope, facets)]
    return calendar.calendar(_name(view), view.words.language, found)


def _deadline(view: View, entry: Entry, host: str) -> calendar.Deadline:
    w, call, due = view.words, entry.call, entry.due
    part = text.round_words(w, due)
    title = worded(view, "call", call.code)
    summary = w("Frist: {title}", title=title)
    if part:
        summary = w("Frist, {part}: {title}", part=part, title=title)
    if entry.cancelled:
        summary = w("Trukket: {title}", title=title)
    return calendar.Deadline(
        key=due.code,
        when=calendar.moment(due.moment) if due.moment else due.day,
        summary=_marked(view, summary, entry.demonstration),
        description=_description(view, at(call, due, view.day), host),
        url=web(call.address) or _whole(view, call.code, host),
        sequence=entry.sequence,
        first=calendar.moment(entry.first),
        last=calendar.moment(entry.last),
        categories=_categories(view, call),
        cancelled=entry.cancelled,
    )


def _sheet(view: View, code: str, host: str) -> str:
    return host + view.link("/utlysninger", selection=Selection(), own={**dict.fromkeys(OWN), "utlysning": code})


def _whole(view: View, code: str, host: str) -> str:
    """As :func:`_sheet`; blank where the server does not know its own address, for a calendar has no other."""
    return _sheet(view, code, host) if host.startswith("http") else ""


def _categories(view: View, call: Call) -> tuple[str, ...]:
    programme = [view.name("programme", call.programme)] if call.programme else []
    return (*programme, *(view.name("area", area.code) for area in call.fit.areas))


def _description(view: View, call: Call, host: str) -> str:
    w = view.words
    lines = [f"{call.identifier or call.code}"]
    if call.programme:
        lines.append(view.name("programme", call.programme))
    lines.append(w("Frist: {when}", when=text.deadline(w, call.next)))
    if call.norway == "no":
        lines.append(w("Norge deltar ikke"))
    for area in call.fit.areas if call.norway != "no" else ():
        sure = w("bekreftet") if area.confirmed else w("foreslått")
        lines.append(w("Aktuell for: {area} ({sure})", area=view.name("area", area.code), sure=sure))
    lines += _lost(view, call)
    way = way_back(view.portfolio, call, view.day)
    for one in way.milestones if way else ():
        lines.append(w("{what}: senest {day}", what=text.step(w, one.step), day=w.date(one.day)))
    lines.append(_whole(view, call.code, host))
    return "\n".join(filter(None, lines))


def _lost(view: View, call: Call) -> list[str]:
    """That the deadline of a call that fits cannot be met."""
    lost = call.fits and call.ahead and call_states(view.scope).lost(call)
    return [view.words.choice("call_reach", "lost")] if lost else []


# -- the feed


def _feed(view: View, host: str) -> bytes:
    facets: Facets = read_facets(view.query, view.day)
    found = news_since(view.scope, view.day - timedelta(days=DAYS_BACK), facets)
    latest = sorted(found, key=lambda n: (-n.revision, n.kind == "came", n.call))[:MOST_NEWS]
    known = {**withdrawn(view.portfolio, view.day), **calls(view.portfolio, view.day, view.scope.now)}
    query = view.link().partition("?")[2]
    tail = f"?{query}" if query else ""
    head = atom.Head(
        title=_name(view),
        key=f"{view.words.language}?{query}",
        author=AUTHORITY,
        language=view.words.language,
        own=f"{host}{view.address('/utlysninger')}.atom{tail}",
        page=f"{host}{view.address('/utlysninger')}{tail}",
        updated=view.portfolio.revisions[-1].recorded_at if view.portfolio.revisions else "1970-01-01T00:00:00Z",
    )
    return atom.feed(head, [_item(view, one, known[one.call], host) for one in latest])


def _item(view: View, one: CallNews, call: Call, host: str) -> atom.Item:
    w = view.words
    lines = [text.news_line(w, one)]
    if one.kind == "came":
        lines.append(w("Frist: {when}", when=text.deadline(w, call.next)))
        lines += [f"{one}." for one in _lost(view, call)]
    return atom.Item(
        key=f"{one.revision}/{one.kind}/{one.deadline or one.call}",
        title=_marked(view, f"{text.news_kind(w, one.kind)}: {worded(view, 'call', one.call)}", call.demonstration),
        summary=" ".join(lines),
        link=_sheet(view, one.call, host),
        updated=one.recorded_at,
        categories=_categories(view, call),
    )
