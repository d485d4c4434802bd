"""Suggestions while one types: ``/sok/forslag?q=``, made of the same as the page, for the same reader.

The answer is data: groups of options, each a text, a note and an address. What was typed is kept nowhere.
"""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from flask import Flask, Response, jsonify, request

from akint_dash.components import offers
from akint_dash.components.page import Site
from akint_dash.components.record_link import to_sheet
from akint_dash.components.record_name import plain_name
from akint_dash.components.spoken import language_of
from akint_dash.components.view import View
from akint_dash.domain.searching import sought
from akint_dash.domain.selection import Selection
from akint_dash.measures.offers import Offer, numbers
from akint_dash.measures.offers import offers as readings_of
from akint_dash.measures.search import find
from akint_dash.measures.understanding import completed
from akint_dash.pages.search import PAGE
from akint_dash.text import record
from akint_dash.text.words import LANGUAGES, Language

OFFERS: Final = 4
RECORDS: Final = 6
COUNTED: Final = 2
"""So many of the offers are told with their first number."""

Option = dict[str, Any]


def register(server: Flask, site: Site) -> None:
    """The route, in both languages."""
    for language in LANGUAGES:
        start = "" if language == "nb" else f"/{language}"
        server.add_url_rule(f"{start}/sok/forslag", f"forslag_{language}", partial(_answer, site, language))


def _answer(site: Site, language: Language) -> Response:
    view = site.view(PAGE, language, {"q": request.args.get("q", "")[:80]}, {})
    made: Response = jsonify(suggested(view, view.query.get("q", "").strip()))
    return made


def suggested(view: View, typed: str) -> dict[str, Any]:
    """The groups that have anything, and how many options there are, in words."""
    w = view.words
    if not typed:
        return {"groups": [], "told": ""}
    groups = [(w("Utvalg og sider"), _offered(view, typed)), (w("Registreringer"), _records(view, typed))]
    shown = [{"name": name, "options": options} for name, options in groups if options]
    n = sum(len(one["options"]) for one in shown) + bool(shown)
    whole = {"text": w("Søk etter «{text}»", text=typed), "note": "", "lang": "", "href": _whole(view, typed)}
    if n:
        shown.append({"name": w("Hele søket"), "options": [whole]})
    told = w.n("Ett forslag. Bruk piltastene.", "{n} forslag. Bruk piltastene.", n) if n else w("Ingen forslag")
    return {"groups": shown, "told": told}


def _whole(view: View, typed: str) -> str:
    return view.link("/sok", own={"q": typed})


def _offered(view: View, typed: str) -> list[Option]:
    every: dict[str, Option] = {}
    for found in completed(view.portfolio, typed, view.day.year, offers.countries()):
        readings = readings_of(found, view.selection)
        for offer in readings if not found.rest else ():
            name = offers.title(view, offer, offers.unclear(found))
            name = offers.title(view, offer, frozenset(found.parts[-1].meanings)) if name in every else name
            if name not in every and len(every) < OFFERS:
                note = _note(view, offer) if len(every) < COUNTED else ""
                every[name] = {"text": name, "note": note, "lang": "", "href": offers.way(view, offer)}
    return list(every.values())


def _note(view: View, offer: Offer) -> str:
    """The first number of a reading."""
    return next((fact.said for fact in offers.facts(view, offer, numbers(view.scope, offer))), "")


def _records(view: View, typed: str) -> list[Option]:
    plain = Selection(per=view.selection.per)
    return [
        {
            "text": plain_name(view, hit.entity, hit.code),
            "note": f"{record.kind(view.words, hit.entity)} {hit.code}",
            "lang": language_of(view, hit.entity, hit.code),
            "href": to_sheet(view, hit.entity, hit.code, selection=plain),
        }
        for hit in find(view.portfolio, sought(typed))[:RECORDS]
    ]
