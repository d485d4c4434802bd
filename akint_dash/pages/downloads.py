"""What a page can be had as: ``/last-ned/<figure>.<ending>?side=<page>&<its query>``, under the page's own access.

``siden`` in place of a figure is the whole page; ``figurer=a,b`` some of its figures in that order.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from flask import Flask, Response, abort, make_response, request

from akint_dash.components.download import WHOLE
from akint_dash.components.page import Page, Site
from akint_dash.components.publication import publication
from akint_dash.components.view import View
from akint_dash.exports import FORMATS
from akint_dash.text.words import LANGUAGES, Language


def register(server: Flask, site: Site) -> None:
    """A route for each format, in both languages."""
    for language in LANGUAGES:
        start = "" if language == "nb" else f"/{language}"
        for ending in FORMATS:
            rule = f"{start}/last-ned/<key>.{ending}"
            server.add_url_rule(rule, f"{ending}_{language}", partial(_file, site, language, ending))


def _open(site: Site, language: Language) -> tuple[View, Page]:
    query = dict(request.args)
    side = query.pop("side", "/")
    query.pop("figurer", None)
    if language != "nb":
        side = f"/{language}" + ("" if side == "/" else side)
    opened = site.open(side, query)
    if opened is None:
        abort(404)
    return opened


def _file(site: Site, language: Language, ending: str, key: str) -> Response:
    """One figure, some, or the whole page as a file of another program."""
    view, page = _open(site, language)
    content = page.body(view)
    asked = dict.fromkeys(one for one in request.args.get("figurer", "").split(",") if one)
    keys = list(asked) if key == WHOLE else [key]
    if any(one not in view.told for one in keys):
        abort(404)
    made = publication(view, page, content, keys)
    if made.address.startswith("/"):  # the settings do not say what we are called from outside: the reader does
        made = replace(made, address=request.url_root.rstrip("/") + made.address)
    if not made.exhibits or (FORMATS[ending].single and len(made.exhibits) > 1):
        abort(404)
    one = f"-{key}" if key != WHOLE else ""
    response = make_response(FORMATS[ending].write(made))
    response.headers["Content-Type"] = FORMATS[ending].mimetype
    response.headers["Content-Disposition"] = f'attachment; filename="{made.name}{one}.{ending}"'
    return response
