"""``create_app(settings)``: everything wired together, and the routes that are not pages."""

from __future__ import annotations

import logging
import time
from typing import Any, Final

from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component
from flask import Flask, Response, abort, make_response, request

from akint_dash.access.doors import door
from akint_dash.access.headers import dress
from akint_dash.access.screen_links import Links
from akint_dash.components.download import csv_text
from akint_dash.components.markup import compact
from akint_dash.components.page import Page, Site
from akint_dash.errors import DatabaseUnavailable
from akint_dash.pages import PAGES
from akint_dash.pages.calls import feeds
from akint_dash.pages.screen import routes as screen
from akint_dash.settings import PROJECT, Settings
from akint_dash.store.engine import open_engine, upgrade
from akint_dash.store.snapshots import Snapshots

log = logging.getLogger(__name__)

INDEX: Final = """<!doctype html>
<html lang="nb">
<head>
{%metas%}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{%title%}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<script src="/assets/first/first.js"></script>
{%css%}
</head>
<body>
{%app_entry%}
<div hidden>{%config%}{%scripts%}{%renderer%}</div>
</body>
</html>"""


class Application(Dash):  # type: ignore[misc]  # Dash is untyped here
    """Dash with the language of the address in ``<html lang>`` and no mark of loading."""

    def interpolate_index(self, **parts: Any) -> str:
        """The first HTML of a page."""
        english = request.path == "/en" or request.path.startswith("/en/")
        parts["app_entry"] = '<div id="react-entry-point"></div>'
        return str(super().interpolate_index(**parts)).replace('lang="nb"', f'lang="{"en" if english else "nb"}"')


def create_app(settings: Settings, pages: tuple[Page, ...] = PAGES) -> Dash:
    """The application of one set of settings. The database's schema is brought to the newest."""
    engine = open_engine(settings.database)
    upgrade(engine)
    engine.dispose()  # nothing open across a fork
    site = Site(settings, Snapshots(engine, settings.poll_s), pages)
    server = Flask("akint_dash")
    app = Application(
        "akint_dash",
        server=server,
        assets_folder=str(PROJECT / "assets"),
        assets_ignore=r"^(first|wall|watch|keeper|guest)\.",
        index_string=INDEX,
        title="Internasjonal portefølje",
        update_title="",
        compress=True,
        suppress_callback_exceptions=True,
        enable_mcp=False,
    )
    app.layout = html.Div([dcc.Location(id="adresse", refresh="callback-nav"), html.Div(id="side")])
    _answer(app, site)
    _routes(server, site)
    feeds.register(server, site)
    screen.register(server, site, Links(engine))
    _guard(app, server, site)
    return app


def _answer(app: Dash, site: Site) -> None:
    """The one callback: an address becomes a page."""

    def answer(path: str | None, search: str | None) -> Any:
        try:
            return compact(site.render(path or "/", search or ""))
        except DatabaseUnavailable:
            log.exception("the database cannot be reached")
            return _without_database()

    app.callback(Output("side", "children"), Input("adresse", "pathname"), Input("adresse", "search"))(answer)


def _without_database() -> Component:
    return html.Main(
        [html.H1("Databasen svarer ikke"), html.P("Prøv igjen om litt. Ingenting er gått tapt.")],
        id="innhold",
        className="page",
    )


def _routes(server: Flask, site: Site) -> None:
    @server.get("/health/live")
    def live() -> dict[str, str]:
        return {"status": "ok"}

    @server.get("/health/ready")
    def ready() -> tuple[dict[str, Any], int]:
        try:
            revision = site.snapshots.revision()
        except DatabaseUnavailable:
            return {"status": "database unavailable"}, 503
        age = round(time.time() - site.snapshots.loaded_at)
        trouble = site.snapshots.trouble
        status = "database unavailable" if trouble else "ok"
        return {"status": status, "revision": revision, "snapshot_age_s": age}, 503 if trouble else 200

    @server.get("/revisjon")
    def revision() -> Response:
        try:
            number = site.snapshots.revision()
        except DatabaseUnavailable:
            abort(503)
        response = make_response("" if site.snapshots.trouble else str(number))
        response.set_etag(f"{number}{'-old' if site.snapshots.trouble else ''}")
        response.headers["Cache-Control"] = "no-cache"
        response.make_conditional(request)
        return response

    def download(key: str, language: str = "") -> Response:
        query = dict(request.args)
        side = query.pop("side", "/")
        opened = site.open(language + ("" if side == "/" and language else side), query)
        if opened is None:
            abort(404)
        view, page = opened
        page.body(view)
        if key not in view.tables:
            abort(404)
        response = make_response(csv_text(view, view.tables[key]))
        response.headers["Content-Type"] = "text/csv; charset=utf-8"
        name = f"{'demonstrasjon-' if view.portfolio.demonstration else ''}{key}.csv"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    server.add_url_rule("/last-ned/<key>.csv", "csv_nb", lambda key: download(key))
    server.add_url_rule("/en/last-ned/<key>.csv", "csv_en", lambda key: download(key, "/en"))


def _guard(app: Dash, server: Flask, site: Site) -> None:
    machinery = ("/_", "/assets/", "/health/", "/revisjon", "/favicon", "/last-ned/", "/en/last-ned/")

    @server.before_request
    def refuse() -> None:
        if door(request.path, request.method) is None:
            abort(404 if request.method in ("GET", "HEAD") else 405)

    @server.after_request
    def finish(response: Response) -> Response:
        page = response.mimetype == "text/html" and response.status_code == 200
        own = (request.endpoint or "").startswith("screen_")
        if page and not own and not request.path.startswith(machinery):
            try:
                if site.open(request.path, dict(request.args)) is None:
                    response.status_code = 404
            except DatabaseUnavailable:
                response.status_code = 503
        return dress(response, app.csp_hashes())
