"""What a page can be had as: ``/last-ned/<figure>.<ending>?side=<page>&<its query>``, under the page's own access.

``siden`` in place of a figure is the whole page; ``figurer=a,b`` some of its figures in that order.
``kurv`` is the cards of a basket, ``?kort=`` as on its page.
``/innsyn/<figure>.zip`` is the public part of the same, whoever asks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from flask import Flask, Response, abort, make_response, request

from akint_dash.access.viewer import STRANGER
from akint_dash.access.worded import page_in_words
from akint_dash.components import basket
from akint_dash.components.collected import collected, collection
from akint_dash.components.disclosed import address_of, choices_of, known_of, public_query
from akint_dash.components.download import BASKET, WHOLE
from akint_dash.components.page import Page, Site
from akint_dash.components.program import program
from akint_dash.components.publication import publication
from akint_dash.components.standing import Standing
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Collection, Publication
from akint_dash.exports import FORMATS, disclosure
from akint_dash.text.words import LANGUAGES, Language


def register(server: Flask, site: Site) -> None:
    """A route for each format, in both languages."""
    for language in LANGUAGES:
        start = "" if language == "nb" else f"/{language}"
        for ending in FORMATS:
            rule = f"{start}/last-ned/<key>.{ending}"
            answer = partial(_marked, site, partial(_file, site, language, ending))
            server.add_url_rule(rule, f"{ending}_{language}", answer)
        rule = f"{start}/innsyn/<key>.zip"
        answer = partial(_marked, site, partial(_pack, site.of_strangers(), language))
        server.add_url_rule(rule, f"innsyn_{language}", answer)


def _marked(site: Site, make: Callable[[str], Response], key: str) -> Response:
    """A stranger's file with its mark: what the reader has already is not made again. Who is signed in keeps none."""
    if site.who() != STRANGER:
        return make(key)
    standing = site.standing()
    known = request.if_none_match.contains_weak(_mark(standing))
    response = make_response(b"", 304) if known else make(key)
    if response.status_code in (200, 304) and standing.still_is(now := site.standing()):
        response.set_etag(_mark(now), weak=True)
        response.headers["Cache-Control"] = "private, no-cache"
    return response


def _mark(standing: Standing) -> str:
    return hashlib.sha256(repr((program(), standing, request.url)).encode()).hexdigest()[:32]


def _asked() -> tuple[str, dict[str, str]]:
    """The page that the request names, and its query."""
    query = dict(request.args)
    query.pop("figurer", None)
    return query.pop("side", "/"), query


def _open(site: Site, language: Language, side: str, query: Mapping[str, str]) -> tuple[View, Page] | None:
    if language != "nb":
        side = f"/{language}" + ("" if side == "/" else side)
    return site.open(side, query)


def _published(opened: tuple[View, Page], key: str) -> Publication | None:
    """One figure, some, or the whole page as what leaves the house; None where there is no such."""
    view, page = opened
    content = page.body(view)
    asked = dict.fromkeys(one for one in request.args.get("figurer", "").split(",") if one)
    keys = list(asked) if key == WHOLE else [key]
    if any(one not in view.told for one in keys):
        return None
    made = _from_here(publication(view, page, content, keys))
    return made if made.exhibits else None


def _from_here(made: Publication) -> Publication:
    """Where the settings do not say what we are called from outside, the reader does."""
    return replace(made, address=request.url_root.rstrip("/") + made.address) if made.address.startswith("/") else made


def _file(site: Site, language: Language, ending: str, key: str) -> Response:
    """One figure, some, or the whole page as a file of another program; or the cards of a basket."""
    if key == BASKET:
        return _basket(site, language, ending)
    opened = _open(site, language, *_asked())
    made = _published(opened, key) if opened else None
    if made is None or (FORMATS[ending].single and len(made.exhibits) > 1):
        abort(404)
    one = f"-{key}" if key != WHOLE else ""
    return _sent(FORMATS[ending].write(made), FORMATS[ending].mimetype, f"{made.name}{one}.{ending}")


def _basket(site: Site, language: Language, ending: str) -> Response:
    """The cards of a basket in its order, each of its own page as the one who asks may open it."""
    write = FORMATS[ending].collected
    opened = _open(site, language, basket.PATH, dict(request.args))
    if write is None or opened is None:
        abort(404)
    found = collected(opened[0])
    if not found.publications:
        abort(404)
    made = collection(opened[0], found)
    parts = tuple(_from_here(one) for one in made.parts)
    body = write(Collection(_from_here(made.front), parts))
    return _sent(body, FORMATS[ending].mimetype, f"{made.front.name}.{ending}")


def _pack(public: Site, language: Language, key: str) -> Response:
    """The same cut for the public, as a pack with what describes it. ``public`` asks as a stranger, whoever asks."""
    side, asked = _asked()
    opened = _open(public, language, side, asked)
    query = public_query(opened[0], asked) if opened else None
    if query is None:
        return _nothing()
    both, views = dict[str, Publication](), dict[str, View]()
    for each in LANGUAGES:
        opened = _open(public, each, side, query)
        made = _published(opened, key) if opened else None
        if opened is None or made is None:
            return _nothing()
        both[each], views[each] = made, opened[0]
    made, view = both[language], views[language]
    address = address_of(view, key, request.args.get("figurer", ""))
    if address.startswith("/"):
        address = request.url_root.rstrip("/") + address
    one = f"-{key}" if key != WHOLE else ""
    packed = disclosure.write(both, language, known_of(view, address), choices_of(view))
    return _sent(packed, FORMATS["zip"].mimetype, f"innsyn-{made.name}{one}.zip")


def _nothing() -> Response:
    """The same whether there is no such thing or it is not public."""
    return page_in_words(404, "Ingen innsynspakke", "Adressen finnes ikke, eller det den viser, er ikke offentlig.")


def _sent(body: bytes, mimetype: str, name: str) -> Response:
    response = make_response(body)
    response.headers["Content-Type"] = mimetype
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
