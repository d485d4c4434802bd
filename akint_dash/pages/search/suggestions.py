"""Suggestions while one types: ``/sok/forslag?q=``, made of the same as the page, for the same reader.

The answer is data: groups of options, each a text, a note and an address. What was typed is kept nowhere.
"""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import Any, Final

from flask import Flask, Response, jsonify, request

from akint_dash.components import offers
from akint_dash.components.page import Site
from akint_dash.components.record_link import to_sheet
from akint_dash.components.record_name import ended, plain_name
from akint_dash.components.search_field import LONGEST
from akint_dash.components.spoken import language_of
from akint_dash.components.view import View
from akint_dash.domain.searching import sought
from akint_dash.domain.selection import Selection
from akint_dash.measures.offers import offers as readings_of
from akint_dash.measures.places import renewed
from akint_dash.measures.search import Hit, find
from akint_dash.measures.understanding import completed
from akint_dash.pages.search import PAGE
from akint_dash.pages.search.lines import Option, option, told
from akint_dash.text import record
from akint_dash.text.words import LANGUAGES, Language

OFFERS: Final = 6
RECORDS: Final = 6
COUNTED: Final = 2
"""So many of the offers are told with their numbers."""


def register(server: Flask, site: Site) -> None:
    """The route, in both languages."""
    for language in LANGUAGES:
        start = "" if language == "nb" else f"/{language}"
        server.add_url_rule(f"{start}/sok/forslag", f"forslag_{language}", partial(_answer, site, language))


def _answer(site: Site, language: Language) -> Response:
    view = site.view(PAGE, language, {"q": request.args.get("q", "")[:LONGEST]}, {})
    made: Response = jsonify(suggested(view, view.query.get("q", "").strip()))
    return made


def suggested(view: View, typed: str) -> dict[str, Any]:
    """The groups that have anything, and how many options there are, in words."""
    w = view.words
    if not typed:
        return {"groups": [], "told": ""}
    groups = [(w("Filtre og sider"), _offered(view, typed)), (w("Registreringer"), _records(view, typed))]
    shown = [{"name": name, "options": options} for name, options in groups if options]
    n = sum(len(one["options"]) for one in shown) + bool(shown)
    whole = option(w("Søk etter «{text}»", text=typed), view.link("/sok", own={"q": typed}))
    if n:
        shown.append({"name": w("Hele søket"), "options": [whole]})
    said = w.n("Ett forslag. Bruk piltastene.", "{n} forslag. Bruk piltastene.", n) if n else w("Ingen forslag")
    return {"groups": shown, "told": said}


def _offered(view: View, typed: str) -> list[Option]:
    every: dict[str, list[Option]] = {}
    for found in completed(view.portfolio, typed, view.day.year, offers.countries()):
        readings = readings_of(found, view.selection)
        for offer in readings if not found.rest else ():
            apart = offers.unclear(found)
            name = offers.title(view, offer, apart)
            if name in every:
                apart = frozenset(found.parts[-1].meanings)
                name = offers.title(view, offer, apart)
            if name not in every and sum(map(len, every.values())) < OFFERS:
                every[name] = (
                    told(view, offer, apart, full=not every)
                    if len(every) < COUNTED
                    else [option(name, offers.way(view, offer))]
                )
    return [one for some in every.values() for one in some][:OFFERS]


def _records(view: View, typed: str) -> list[Option]:
    hits = (hit for hit in find(view.portfolio, sought(typed)) if not renewed(view.portfolio, hit.entity, hit.code))
    return [_record(view, hit) for hit in islice(hits, RECORDS)]


def _record(view: View, hit: Hit) -> Option:
    said, note = plain_name(view, hit.entity, hit.code), f"{record.kind(view.words, hit.entity)} {hit.code}"
    href = to_sheet(view, hit.entity, hit.code, selection=Selection(per=view.selection.per))
    note = ", ".join(filter(None, [note, ended(view, hit.entity, hit.code)]))
    return option(said, href, note, language_of(view, hit.entity, hit.code))
