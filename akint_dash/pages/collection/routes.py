"""The workbook of an area as a file."""

from __future__ import annotations

from functools import partial

from flask import Flask, Response, abort, make_response, request

from akint_dash.components.page import Site
from akint_dash.domain.collecting import file_name
from akint_dash.exports.collected import made
from akint_dash.exports.collected.source import look, sending
from akint_dash.exports.sheets import MIMETYPE
from akint_dash.measures.collection import active
from akint_dash.pages.collection.asked import HERE, YEAR, may_have, year_said
from akint_dash.store.engine import Database


def register(server: Flask, site: Site, engine: Database) -> None:
    """The route; the workbook is in bokmål."""
    server.add_url_rule(f"{HERE}/<omrade>.xlsx", "collected", partial(_workbook, site, engine))


def _workbook(site: Site, engine: Database, omrade: str) -> Response:
    if not may_have(site.who(), omrade):
        abort(403)
    today, _ = site.settings.clock()
    asked = request.args.get(YEAR, "")
    year = year_said(asked, today.year) if asked else today.year
    if year is None:
        abort(404)
    source = look(engine)
    if omrade not in active(source.portfolio, year):
        abort(404)
    book, _ = made(sending(source, omrade, year, today))
    response = make_response(book)
    response.headers["Content-Type"] = MIMETYPE
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name(year, omrade)}"'
    return response
