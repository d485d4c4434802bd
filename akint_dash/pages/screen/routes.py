"""The wall's own addresses: the wall, its slides as data, the phone's view, and the keeper's script."""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from threading import Lock
from typing import Any, Final
from urllib.parse import urlencode

from flask import Flask, Response, abort, make_response, redirect, request, send_file

import akint_dash
from akint_dash.access.screen_links import Links, token
from akint_dash.components.page import Site
from akint_dash.errors import DatabaseUnavailable
from akint_dash.measures.moments import last_closing
from akint_dash.pages.screen import documents
from akint_dash.pages.screen.asked import KINDS, Asked, read
from akint_dash.pages.screen.deck import Made, deck, seen
from akint_dash.pages.screen.slides import make
from akint_dash.settings import PROJECT
from akint_dash.store.screen_links import ScreenLink
from akint_dash.text.words import LANGUAGES, Language, Words

FOLDER: Final = PROJECT / "assets" / "skjerm"
KEPT: Final = 32
Query = Mapping[str, str]


def version() -> str:
    """What changes with every version of the program and of the wall's own files."""
    digest = hashlib.sha256(akint_dash.__version__.encode())
    for path in sorted([*FOLDER.iterdir(), PROJECT / "assets" / "tokens.css"]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


class Screen:
    """Everything the wall's addresses answer from."""

    def __init__(self, site: Site, links: Links) -> None:
        self._site, self._links, self._version = site, links, version()
        self._lock = Lock()
        self._held: OrderedDict[tuple[object, ...], list[Made]] = OrderedDict()

    # -- who may

    def _admit(self, query: Query, use: Any) -> tuple[bool, ScreenLink | None]:
        """Whether the door is open, and the link that opened it."""
        given = query.get("lenke", "")
        if not given:
            return self._site.settings.screen == "open", None
        link = self._links.check(given, use)
        return link is not None, link

    # -- the answers

    def wall(self) -> Response:
        """The document of the wall."""
        query = request.args.to_dict()
        asked = read(query)
        w = Words(asked.languages[0])
        admitted, link = self._admit(query, "screen")
        if not admitted:
            return self._closed(w)
        made, data = self._data(query, asked, link)
        return _page(documents.wall(w, made, asked, data))

    def slides(self) -> Response:
        """The slides as data, for a wall that is up."""
        query = request.args.to_dict()
        asked = read(query)
        admitted, link = self._admit(query, "screen")
        if not admitted:
            told = {"closed": documents.closed(Words(asked.languages[0]))}
            return _data(told, 403)
        if link is not None:
            self._links.saw(link)
        made, data = self._data(query, asked, link)
        if self._site.snapshots.trouble:
            abort(503)
        if not made:
            data["slides"] = [{"id": "tomt", "html": documents.nothing(Words(asked.languages[0]))}]
        response = _data(data, 200)
        response.set_etag(hashlib.sha256(response.get_data()).hexdigest()[:20])
        response.headers["X-Akint-Made"] = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        response.make_conditional(request)
        return response

    def guest(self) -> Response:
        """One slide on a phone."""
        query = request.args.to_dict()
        language = _language(query)
        w = Words(language)
        if not self._admit(query, "guest")[0]:
            return self._closed(w)
        kind = query.get("bilde", "")
        if kind not in KINDS:
            abort(404)
        view = self._seen(query, language)
        slide = make(view, read(query), kind)
        if slide is None:
            return _page(documents.document(w, w("Skjerm"), documents.nothing(w), style="wall",
                                            dark=False))  # fmt: skip
        other = dict(query) | {"sprak": "en" if language == "nb" else "nb"}
        address = "/skjerm/gjest?" + urlencode(other)
        return _page(documents.guest(view, slide, address))

    def _closed(self, w: Words) -> Response:
        response = _page(documents.closed_page(w))
        response.status_code = 403
        return response

    # -- the slides

    def _seen(self, query: Query, language: Language) -> Any:
        try:
            return seen(self._site, query, language)
        except DatabaseUnavailable:
            abort(503)

    def _data(self, query: Query, asked: Asked, link: ScreenLink | None) -> tuple[list[Made], dict[str, Any]]:
        made = self._deck(query, asked, link)
        return made, {
            "version": self._version,
            "short": asked.surface.short,
            "form": [asked.surface.width, asked.surface.height],
            "seconds": asked.seconds,
            "renew": asked.renew,
            "slides": [
                {"id": one.id, "html": one.composed.html, "rows": [one.composed.shown, len(one.slide.rows)]}
                for one in made
            ],
        }

    def _deck(self, query: Query, asked: Asked, link: ScreenLink | None) -> list[Made]:
        """The slides, made again only where something of what they are made of has changed."""
        view = self._seen(query, asked.languages[0])
        wanted = replace(asked, link="", seconds=0, renew=0.0, dark=False), view.selection
        minute = last_closing(view.portfolio, view.today, view.now)
        key = (wanted, link.number if link else 0, view.portfolio.revision, view.today, minute)
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = deck(self._site, query, token(link, "guest") if link else "")
        with self._lock:
            self._held[key] = made
            while len(self._held) > KEPT:
                self._held.popitem(last=False)
        return made


def _page(html: str) -> Response:
    response = make_response(html)
    response.headers["Content-Type"] = "text/html; charset=utf-8"
    return response


def _data(data: Mapping[str, Any], status: int) -> Response:
    response = make_response(json.dumps(data, ensure_ascii=False), status)
    response.headers["Content-Type"] = "application/json"
    response.headers["Cache-Control"] = "no-cache"
    return response


def _language(query: Query) -> Language:
    """The guest's language: chosen, else the phone's own; Scandinavians read bokmål."""
    asked = query.get("sprak", "")
    for language in LANGUAGES:
        if asked == language:
            return language
    spoken = request.accept_languages.best_match(["en", "nb", "no", "nn", "da", "sv"], "en")
    return "en" if spoken == "en" else "nb"


def keeper() -> Response:
    """The script that keeps the last picture, beside the wall: whose requests are all that it sees."""
    response = send_file(FOLDER / "keeper.js", mimetype="text/javascript")
    response.headers["Service-Worker-Allowed"] = "/skjerm"
    response.headers["Cache-Control"] = "no-cache"
    return response


def english() -> Any:
    """The wall in English, at the address one would guess."""
    query = request.args.to_dict() | {"sprak": "en"}
    return redirect("/skjerm?" + urlencode(query))


def register(server: Flask, site: Site, links: Links) -> None:
    """The routes of the wall; their names begin with ``screen_``."""
    screen = Screen(site, links)
    server.add_url_rule("/skjerm", "screen_wall", screen.wall)
    server.add_url_rule("/en/skjerm", "screen_english", english)
    server.add_url_rule("/skjerm/bilder", "screen_slides", screen.slides)
    server.add_url_rule("/skjerm/gjest", "screen_guest", screen.guest)
    server.add_url_rule("/skjerm/vakt.js", "screen_keeper", keeper)
