"""The wall's own addresses: the wall, its slides as data, the phone's view, and the keeper's script."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlencode

from flask import Flask, Response, abort, make_response, redirect, request, send_file

import akint_dash
from akint_dash.access.screen_links import Links, token
from akint_dash.components.page import Site
from akint_dash.components.view import View
from akint_dash.domain.recent import Recent
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
KEPT: Final = 64
"""So many answers: each is made again only where something of what it is made of has changed."""
Query = Mapping[str, str]


def version() -> str:
    """What changes with every version of the program and of the wall's own files."""
    digest = hashlib.sha256(akint_dash.__version__.encode())
    files = [path for path in FOLDER.rglob("*") if path.is_file()]
    for path in sorted([*files, PROJECT / "assets" / "tokens.css"]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


class Screen:
    """Everything the wall's addresses answer from."""

    def __init__(self, site: Site, links: Links) -> None:
        self._site, self._links, self._version = site, links, version()
        self._recent = Recent(KEPT)

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
        view = self._seen(query, asked.languages[0])
        made = self._deck(view, query, asked, link)
        return _page(documents.wall(w, made, asked, self._told(made, asked)))

    def slides(self) -> Response:
        """The slides as data, for a wall that is up."""
        query = request.args.to_dict()
        asked = read(query)
        admitted, link = self._admit(query, "screen")
        if not admitted:
            told = {"closed": documents.closed(Words(asked.languages[0]))}
            return _data(_encoded(told), 403)
        if link is not None:
            self._links.saw(link)
        view = self._seen(query, asked.languages[0])
        if self._site.snapshots.trouble:
            abort(503)
        key = ("told", asked.seconds, asked.renew, *self._key(view, asked, link))
        body = self._recent.keep(key, lambda: _encoded(self._told(self._deck(view, query, asked, link), asked)))
        response = _data(body, 200)
        response.set_etag(hashlib.sha256(body).hexdigest()[:20])
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
        view, asked = self._seen(query, language), read(query)
        other = "/skjerm/gjest?" + urlencode(dict(query) | {"sprak": "en" if language == "nb" else "nb"})
        key = ("guest", kind, other, *self._key(view, asked, None))
        return _page(self._recent.keep(key, lambda: _on_phone(view, asked, kind, other)))

    def _closed(self, w: Words) -> Response:
        response = _page(documents.closed_page(w))
        response.status_code = 403
        return response

    # -- the slides

    def _seen(self, query: Query, language: Language) -> View:
        try:
            return seen(self._site, query, language)
        except DatabaseUnavailable:
            abort(503)

    def _told(self, made: Sequence[Made], asked: Asked) -> dict[str, Any]:
        """What the wall's script is told; never without a slide."""
        slides: list[dict[str, Any]] = [
            {"id": one.id, "html": one.composed.html, "rows": [one.composed.shown, len(one.slide.rows)]} for one in made
        ]
        return {
            "version": self._version,
            "short": asked.surface.short,
            "form": [asked.surface.width, asked.surface.height],
            "seconds": asked.seconds,
            "renew": asked.renew,
            "slides": slides or [{"id": "tomt", "html": documents.nothing(Words(asked.languages[0]))}],
        }

    def _deck(self, view: View, query: Query, asked: Asked, link: ScreenLink | None) -> list[Made]:
        guest = token(link, "guest") if link else ""
        return self._recent.keep(("deck", *self._key(view, asked, link)), lambda: deck(self._site, query, guest))

    def _key(self, view: View, asked: Asked, link: ScreenLink | None) -> tuple[object, ...]:
        """What slides are made of: the same key, the same slides."""
        wanted = replace(asked, link="", seconds=0, renew=0.0, dark=False)
        minute = last_closing(view.portfolio, view.today, view.now)
        return (wanted, view.selection, link.number if link else 0, view.portfolio.edition, view.today, minute)


def _on_phone(view: View, asked: Asked, kind: str, other: str) -> str:
    slide = make(view, asked, kind)
    if slide is not None:
        return documents.guest(view, slide, other)
    w = view.words
    return documents.document(w, w("Skjerm"), documents.nothing(w), style="wall", dark=False)


def _encoded(data: Mapping[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()


def _page(html: str) -> Response:
    response = make_response(html)
    response.headers["Content-Type"] = "text/html; charset=utf-8"
    return response


def _data(body: bytes, status: int) -> Response:
    response = make_response(body, status)
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


def pulse() -> Response:
    """The script that watches the wall: beside it too, so that the keeper hears when the wall hangs."""
    response = send_file(FOLDER / "watch.js", mimetype="text/javascript")
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
    server.add_url_rule("/skjerm/puls.js", "screen_pulse", pulse)
